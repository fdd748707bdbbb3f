"""`/api/trash`."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from todo.accounts.dependencies import CurrentActor
from todo.changes import service as changes
from todo.changes.entities import ENTITIES
from todo.changes.schemas import ChangeGroupView, EntityName
from todo.dependencies import CurrentDatabase, problems
from todo.trash import service
from todo.trash.schemas import TrashPage, TrashQuery

router = APIRouter(prefix="/api/trash", tags=["trash"], responses=problems(401, 422))


@router.get("")
async def list_trash(
    database: CurrentDatabase, actor: CurrentActor, query: Annotated[TrashQuery, Query()]
) -> TrashPage:
    """What was deleted, last first. What was deleted along with something above it is not listed by itself."""
    return await service.list_trash(database, actor, query)


@router.post("/{entity}/{entity_id}/restore", responses=problems(403, 404, 409))
async def restore(
    database: CurrentDatabase, actor: CurrentActor, entity: EntityName, entity_id: UUID
) -> ChangeGroupView:
    """Bring it back with all that was deleted along with it below it. Undoing the answer's `id` deletes it again."""
    return await changes.restore(database, actor, ENTITIES[entity], entity_id)


@router.delete("/{entity}/{entity_id}", status_code=204, responses=problems(403, 404))
async def purge(database: CurrentDatabase, actor: CurrentActor, entity: EntityName, entity_id: UUID) -> None:
    """Delete it for good with all below it: nothing brings it back, and the activity forgets it."""
    await service.purge(database, actor, ENTITIES[entity], entity_id)


@router.delete("", status_code=204)
async def empty(database: CurrentDatabase, actor: CurrentActor) -> None:
    """Delete for good all that you may; what is left alone goes by itself after 30 days."""
    await service.empty(database, actor)
