"""`/api/labels`."""

from uuid import UUID

from fastapi import APIRouter, Response

from todo.accounts.dependencies import CurrentActor
from todo.boundary import Neighbour
from todo.dependencies import (
    DELETES,
    WRITES,
    CurrentDatabase,
    ExpectedVersion,
    changed,
    created,
    creates,
    problems,
    set_headers,
    tagged,
)
from todo.labels import service
from todo.labels.schemas import LabelCreate, LabelList, LabelPatch, LabelView

router = APIRouter(prefix="/api/labels", tags=["labels"], responses=problems(401, 422))


@router.get("")
async def list_labels(database: CurrentDatabase, actor: CurrentActor) -> LabelList:
    """Your labels in their order."""
    return LabelList(items=await service.list_labels(database, actor))


@router.post("", status_code=201, responses=creates(LabelView))
async def create_label(
    response: Response, database: CurrentDatabase, actor: CurrentActor, body: LabelCreate
) -> LabelView:
    """Make a label. The same `id` again answers 200 with the label that is there."""
    return created(response, await service.create_label(database, actor, body))


@router.get("/{label_id}", responses=problems(404))
async def get_label(response: Response, database: CurrentDatabase, actor: CurrentActor, label_id: UUID) -> LabelView:
    """One label; its version is the ETag."""
    return tagged(response, await service.get_label(database, actor, label_id))


@router.patch("/{label_id}", responses=WRITES)
async def update_label(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    label_id: UUID,
    body: LabelPatch,
) -> LabelView:
    """Change what is sent; a new name shows on all tasks that have the label."""
    return changed(response, await service.update_label(database, actor, label_id, body, version))


@router.post("/{label_id}/move", responses=WRITES)
async def move_label(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    label_id: UUID,
    body: Neighbour,
) -> LabelView:
    """Put it elsewhere in the order."""
    return changed(response, await service.move_label(database, actor, label_id, body, version))


@router.delete("/{label_id}", status_code=204, responses=DELETES)
async def delete_label(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, label_id: UUID
) -> None:
    """To the trash; undo brings it back to all its tasks."""
    set_headers(response, await service.delete_label(database, actor, label_id, version))
