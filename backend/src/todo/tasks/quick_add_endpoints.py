"""`/api/quick-add`."""

from fastapi import APIRouter, Response

from todo.accounts.dependencies import CurrentActor
from todo.dependencies import CHANGE_GROUP_HEADER, CurrentDatabase, created, problems
from todo.tasks import quick_add
from todo.tasks.schemas import QuickAdd, QuickAddPreview, QuickAddView, TaskView

router = APIRouter(prefix="/api/quick-add", tags=["tasks"], responses=problems(401, 422))


@router.post(
    "", status_code=201, responses={201: CHANGE_GROUP_HEADER, 200: {"model": TaskView}, **problems(403, 404, 409)}
)
async def add(response: Response, database: CurrentDatabase, actor: CurrentActor, body: QuickAdd) -> TaskView:
    """Make a task from one line, such as `Gym every tue and thu at 7am for 45min @health p2 #Home`.

    Labels that are new are made with it, and undone with it.
    """
    return created(response, await quick_add.add(database, actor, body))


@router.post("/preview")
async def preview(database: CurrentDatabase, actor: CurrentActor, body: QuickAddPreview) -> QuickAddView:
    """What a line would mean; nothing is made."""
    return await quick_add.preview(database, actor, body)
