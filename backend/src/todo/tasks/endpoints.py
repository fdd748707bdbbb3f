"""`/api/tasks`."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from todo.accounts.dependencies import CurrentActor
from todo.boundary import Copy
from todo.dependencies import (
    CHANGE_GROUP_HEADER,
    CurrentDatabase,
    ExpectedVersion,
    changed,
    created,
    problems,
    set_headers,
    tagged,
)
from todo.tasks import completing, service
from todo.tasks.schemas import (
    CompletionList,
    TaskCreate,
    TaskMove,
    TaskPage,
    TaskPatch,
    TaskQuery,
    TaskView,
)

router = APIRouter(prefix="/api/tasks", tags=["tasks"], responses=problems(401, 422))
WRITES = {200: CHANGE_GROUP_HEADER, **problems(403, 404, 409, 412)}


@router.get("")
async def list_tasks(database: CurrentDatabase, actor: CurrentActor, query: Annotated[TaskQuery, Query()]) -> TaskPage:
    """Tasks that meet all conditions."""
    return await service.list_tasks(database, actor, query)


@router.post(
    "", status_code=201, responses={201: CHANGE_GROUP_HEADER, 200: {"model": TaskView}, **problems(403, 404, 409)}
)
async def create_task(response: Response, database: CurrentDatabase, actor: CurrentActor, body: TaskCreate) -> TaskView:
    """Make a task. The same `id` again answers 200 with the task that is there."""
    return created(response, await service.create_task(database, actor, body))


@router.get("/{task_id}", responses=problems(404))
async def get_task(response: Response, database: CurrentDatabase, actor: CurrentActor, task_id: UUID) -> TaskView:
    """One task; its version is the ETag."""
    return tagged(response, await service.get_task(database, actor, task_id))


@router.patch("/{task_id}", responses=WRITES)
async def update_task(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    task_id: UUID,
    body: TaskPatch,
) -> TaskView:
    """Change what is sent. With `If-Match`, 412 instead of overwriting newer data."""
    return changed(response, await service.update_task(database, actor, task_id, body, version))


@router.post("/{task_id}/complete", responses=WRITES)
async def complete_task(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    task_id: UUID,
    forever: Annotated[bool, Query(description="End the series of a task that recurs")] = False,
) -> TaskView:
    """Done now, with the open tasks below; a task that is done stays as it is. One that recurs gets its next due date,
    and what is below it is open again; when no date follows it is done, and `recurrence.ended` says why.
    """
    complete = completing.complete_forever if forever else completing.complete_task
    return changed(response, await complete(database, actor, task_id, version))


@router.post("/{task_id}/skip", responses=WRITES)
async def skip_occurrence(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, task_id: UUID
) -> TaskView:
    """On to the next occurrence of a task that recurs, without completing this one."""
    return changed(response, await completing.skip_occurrence(database, actor, task_id, version))


@router.get("/{task_id}/completions", responses=problems(404))
async def list_completions(database: CurrentDatabase, actor: CurrentActor, task_id: UUID) -> CompletionList:
    """When it was completed, newest first; what was undone is left out."""
    return await completing.list_completions(database, actor, task_id)


@router.post("/{task_id}/move", responses=WRITES)
async def move_task(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    task_id: UUID,
    body: TaskMove,
) -> TaskView:
    """Put it, with all below it, elsewhere or at another place in the manual order."""
    return changed(response, await service.move_task(database, actor, task_id, body, version))


@router.post(
    "/{task_id}/duplicate",
    status_code=201,
    responses={201: CHANGE_GROUP_HEADER, 200: {"model": TaskView}, **problems(403, 404, 409)},
)
async def copy_task(
    response: Response, database: CurrentDatabase, actor: CurrentActor, task_id: UUID, body: Copy
) -> TaskView:
    """A copy with all below it, open and right after it."""
    return created(response, await service.copy_task(database, actor, task_id, body.id))


@router.post("/{task_id}/reopen", responses=WRITES)
async def reopen_task(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, task_id: UUID
) -> TaskView:
    """Not done after all."""
    return changed(response, await service.reopen_task(database, actor, task_id, version))


@router.delete("/{task_id}", status_code=204, responses={204: CHANGE_GROUP_HEADER, **problems(403, 404, 409, 412)})
async def delete_task(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, task_id: UUID
) -> None:
    """To the trash with all below it; undo brings it back."""
    set_headers(response, await service.delete_task(database, actor, task_id, version))
