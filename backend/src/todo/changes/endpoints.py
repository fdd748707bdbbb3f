"""`/api/changes`: a person's commands and undo; and the activity of a task and of a project, whoever's."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from todo.accounts.dependencies import CurrentActor
from todo.changes import history, service
from todo.changes.schemas import ActivityPage, ChangeGroupPage, ChangeGroupView, ChangePage
from todo.dependencies import CurrentDatabase, problems

router = APIRouter(prefix="/api", tags=["changes"], responses=problems(401, 422))
Cursor = Annotated[str | None, Query(max_length=500)]
Limit = Annotated[int, Query(ge=1, le=100)]


@router.get("/changes")
async def list_changes(
    database: CurrentDatabase,
    actor: CurrentActor,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> ChangeGroupPage:
    """Your commands, newest first."""
    return await service.activity(database, actor, cursor=cursor, limit=limit)


@router.get("/changes/{group_id}", responses=problems(404))
async def list_changes_of_command(
    database: CurrentDatabase, actor: CurrentActor, group_id: UUID, cursor: Cursor = None, limit: Limit = 30
) -> ChangePage:
    """All that one of your commands changed, in the order in which it did."""
    return await service.changes(database, actor, group_id, cursor=cursor, limit=limit)


@router.post("/changes/{group_id}/undo", responses=problems(404, 409))
async def undo(database: CurrentDatabase, actor: CurrentActor, group_id: UUID) -> ChangeGroupView:
    """Take back everything that one command changed. Undoing the answer's `id` brings it back."""
    return await service.undo(database, actor, group_id)


@router.get("/tasks/{task_id}/activity", responses=problems(404))
async def list_task_activity(
    database: CurrentDatabase, actor: CurrentActor, task_id: UUID, cursor: Cursor = None, limit: Limit = 30
) -> ActivityPage:
    """What anybody did to a task, newest first, as far as you may see it."""
    return await history.of_task(database, actor, task_id, cursor=cursor, limit=limit)


@router.get("/projects/{project_id}/activity", responses=problems(404))
async def list_project_activity(
    database: CurrentDatabase, actor: CurrentActor, project_id: UUID, cursor: Cursor = None, limit: Limit = 30
) -> ActivityPage:
    """What anybody did to a project and in it, newest first, as far as you may see it."""
    return await history.of_project(database, actor, project_id, cursor=cursor, limit=limit)
