"""`/api/sections`, and the sections of a project."""

from uuid import UUID

from fastapi import APIRouter, Response

from todo.accounts.dependencies import CurrentActor
from todo.boundary import Copy
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
from todo.sections import service
from todo.sections.schemas import SectionCreate, SectionList, SectionMove, SectionPatch, SectionView

router = APIRouter(prefix="/api", tags=["sections"], responses=problems(401, 422))


@router.get("/projects/{project_id}/sections", responses=problems(404))
async def list_sections(database: CurrentDatabase, actor: CurrentActor, project_id: UUID) -> SectionList:
    """The sections of a project in their order."""
    return SectionList(items=await service.list_sections(database, actor, project_id))


@router.post("/projects/{project_id}/sections", status_code=201, responses=creates(SectionView))
async def create_section(
    response: Response, database: CurrentDatabase, actor: CurrentActor, project_id: UUID, body: SectionCreate
) -> SectionView:
    """Make a section at the end. The same `id` again answers 200 with the section that is there."""
    return created(response, await service.create_section(database, actor, project_id, body))


@router.get("/sections/{section_id}", responses=problems(404))
async def get_section(
    response: Response, database: CurrentDatabase, actor: CurrentActor, section_id: UUID
) -> SectionView:
    """One section; its version is the ETag."""
    return tagged(response, await service.get_section(database, actor, section_id))


@router.patch("/sections/{section_id}", responses=WRITES)
async def update_section(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    section_id: UUID,
    body: SectionPatch,
) -> SectionView:
    """Change what is sent."""
    return changed(response, await service.update_section(database, actor, section_id, body, version))


@router.post("/sections/{section_id}/move", responses=WRITES)
async def move_section(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    section_id: UUID,
    body: SectionMove,
) -> SectionView:
    """Put it with all its tasks in another project, or elsewhere among the sections of its own."""
    return changed(response, await service.move_section(database, actor, section_id, body, version))


@router.post("/sections/{section_id}/duplicate", status_code=201, responses=creates(SectionView))
async def copy_section(
    response: Response, database: CurrentDatabase, actor: CurrentActor, section_id: UUID, body: Copy
) -> SectionView:
    """A copy right after it, with copies of its tasks that are not done."""
    return created(response, await service.copy_section(database, actor, section_id, body.id))


@router.delete("/sections/{section_id}", status_code=204, responses=DELETES)
async def delete_section(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, section_id: UUID
) -> None:
    """To the trash with its tasks; undo brings all back."""
    set_headers(response, await service.delete_section(database, actor, section_id, version))
