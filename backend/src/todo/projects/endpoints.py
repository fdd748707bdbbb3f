"""`/api/projects`."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

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
from todo.projects import restructuring, service
from todo.projects.schemas import ProjectCreate, ProjectList, ProjectMove, ProjectPatch, ProjectView

router = APIRouter(prefix="/api/projects", tags=["projects"], responses=problems(401, 422))


@router.get("")
async def list_projects(
    database: CurrentDatabase,
    actor: CurrentActor,
    archived: Annotated[bool, Query(description="Those in the archive instead")] = False,
) -> ProjectList:
    """Your projects, Inbox first, then in their manual order."""
    return ProjectList(items=await service.list_projects(database, actor, archived=archived))


@router.post("", status_code=201, responses=creates(ProjectView))
async def create_project(
    response: Response, database: CurrentDatabase, actor: CurrentActor, body: ProjectCreate
) -> ProjectView:
    """Make a project. The same `id` again answers 200 with the project that is there."""
    return created(response, await service.create_project(database, actor, body))


@router.get("/{project_id}", responses=problems(404))
async def get_project(
    response: Response, database: CurrentDatabase, actor: CurrentActor, project_id: UUID
) -> ProjectView:
    """One project."""
    return tagged(response, await service.get_project(database, actor, project_id))


@router.patch("/{project_id}", responses=WRITES)
async def update_project(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    project_id: UUID,
    body: ProjectPatch,
) -> ProjectView:
    """Change what is sent."""
    return changed(response, await service.update_project(database, actor, project_id, body, version))


@router.post("/{project_id}/move", responses=WRITES)
async def move_project(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    project_id: UUID,
    body: ProjectMove,
) -> ProjectView:
    """Put it, with all below it, below another project or at another place in the manual order."""
    return changed(response, await restructuring.move_project(database, actor, project_id, body, version))


@router.post("/{project_id}/archive", responses=WRITES)
async def archive_project(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, project_id: UUID
) -> ProjectView:
    """Out of sight with all below it: lists of tasks leave out what is in the archive unless they are asked for it."""
    return changed(response, await restructuring.archive_project(database, actor, project_id, version))


@router.post("/{project_id}/unarchive", responses=WRITES)
async def unarchive_project(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, project_id: UUID
) -> ProjectView:
    """Back with all below it; at the top if the project above is still in the archive."""
    return changed(response, await restructuring.unarchive_project(database, actor, project_id, version))


@router.post("/{project_id}/duplicate", status_code=201, responses=creates(ProjectView))
async def copy_project(
    response: Response, database: CurrentDatabase, actor: CurrentActor, project_id: UUID, body: Copy
) -> ProjectView:
    """A copy right after it, of all below it too: their sections, and the tasks that are not done."""
    return created(response, await restructuring.copy_project(database, actor, project_id, body.id))


@router.delete("/{project_id}", status_code=204, responses=DELETES)
async def delete_project(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, project_id: UUID
) -> None:
    """To the trash with all below it and their tasks; undo brings all back."""
    set_headers(response, await restructuring.delete_project(database, actor, project_id, version))
