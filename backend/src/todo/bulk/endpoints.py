"""`/api/tasks/bulk`."""

from fastapi import APIRouter, Response

from todo.accounts.dependencies import CurrentActor
from todo.bulk import service
from todo.bulk.schemas import Bulk, BulkResult
from todo.dependencies import WRITES, CurrentDatabase, problems, set_headers

router = APIRouter(prefix="/api/tasks/bulk", tags=["tasks"], responses=problems(401, 422))


@router.post("", responses=WRITES)
async def run(response: Response, database: CurrentDatabase, actor: CurrentActor, body: Bulk) -> BulkResult:
    """Up to 100 operations on tasks: all take effect and are undone together, or none does.

    With `dry_run` the answer says what would change and nothing is written. Errors name the place of each operation
    that can't be done.
    """
    written = await service.run(database, actor, body)
    set_headers(response, written)
    return written.value
