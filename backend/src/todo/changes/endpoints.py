"""`/api/changes`: activity and undo."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from todo.accounts.dependencies import AUTHENTICATED, CurrentActor
from todo.changes import service
from todo.changes.schemas import ChangeGroupPage, ChangeGroupView
from todo.dependencies import CurrentDatabase, problems

router = APIRouter(prefix="/api/changes", tags=["changes"], responses=problems(401, 422), dependencies=AUTHENTICATED)


@router.get("")
async def list_changes(
    database: CurrentDatabase,
    actor: CurrentActor,
    cursor: str | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> ChangeGroupPage:
    """Your commands, newest first."""
    return await service.activity(database, actor, cursor=cursor, limit=limit)


@router.post("/{group_id}/undo", responses=problems(404, 409))
async def undo(database: CurrentDatabase, actor: CurrentActor, group_id: UUID) -> ChangeGroupView:
    """Take back everything that one command changed. Undoing the answer's `id` brings it back."""
    return await service.undo(database, actor, group_id)
