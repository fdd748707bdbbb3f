"""`/api/filters`: saved filters."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from todo.accounts.dependencies import CurrentActor
from todo.boundary import Neighbour
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
from todo.filters import service
from todo.filters.schemas import FilterCreate, FilterList, FilterPageQuery, FilterPatch, FilterView
from todo.tasks.schemas import TaskPage

router = APIRouter(prefix="/api/filters", tags=["filters"], responses=problems(401, 422))
WRITES = {200: CHANGE_GROUP_HEADER, **problems(404, 412)}


@router.get("")
async def list_filters(database: CurrentDatabase, actor: CurrentActor) -> FilterList:
    """Your filters in their order."""
    return FilterList(items=await service.list_filters(database, actor))


@router.post("", status_code=201, responses={201: CHANGE_GROUP_HEADER, 200: {"model": FilterView}, **problems(409)})
async def create_filter(
    response: Response, database: CurrentDatabase, actor: CurrentActor, body: FilterCreate
) -> FilterView:
    """Keep a filter. The same `id` again answers 200 with the filter that is there."""
    return created(response, await service.create_filter(database, actor, body))


@router.get("/{filter_id}", responses=problems(404))
async def get_filter(response: Response, database: CurrentDatabase, actor: CurrentActor, filter_id: UUID) -> FilterView:
    """One filter; its version is the ETag."""
    return tagged(response, await service.get_filter(database, actor, filter_id))


@router.get("/{filter_id}/tasks", responses=problems(404))
async def list_filtered_tasks(
    database: CurrentDatabase, actor: CurrentActor, filter_id: UUID, query: Annotated[FilterPageQuery, Query()]
) -> TaskPage:
    """The tasks that it finds now."""
    return await service.list_tasks(database, actor, filter_id, query)


@router.patch("/{filter_id}", responses=WRITES)
async def update_filter(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    filter_id: UUID,
    body: FilterPatch,
) -> FilterView:
    """Change what is sent."""
    return changed(response, await service.update_filter(database, actor, filter_id, body, version))


@router.post("/{filter_id}/move", responses=WRITES)
async def move_filter(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    filter_id: UUID,
    body: Neighbour,
) -> FilterView:
    """Put it at another place in your order."""
    return changed(response, await service.move_filter(database, actor, filter_id, body, version))


@router.delete("/{filter_id}", status_code=204, responses={204: CHANGE_GROUP_HEADER, **problems(404, 412)})
async def delete_filter(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, filter_id: UUID
) -> None:
    """To the trash; undo brings it back."""
    set_headers(response, await service.delete_filter(database, actor, filter_id, version))
