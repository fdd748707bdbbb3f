"""`/api/projects`."""

from uuid import UUID

from fastapi import APIRouter, Response

from todo.accounts.dependencies import AUTHENTICATED, CurrentActor
from todo.dependencies import CHANGE_GROUP_HEADER, CurrentDatabase, ExpectedVersion, problems, set_headers
from todo.projects import service
from todo.projects.schemas import ProjectCreate, ProjectList, ProjectPatch, ProjectView

router = APIRouter(prefix="/api/projects", tags=["projects"], responses=problems(401, 422), dependencies=AUTHENTICATED)


@router.get("")
async def list_projects(database: CurrentDatabase, actor: CurrentActor) -> ProjectList:
    """Your projects, Inbox first."""
    return ProjectList(items=await service.list_projects(database, actor))


@router.post("", status_code=201, responses={201: CHANGE_GROUP_HEADER, 200: {"model": ProjectView}, **problems(409)})
async def create_project(
    response: Response, database: CurrentDatabase, actor: CurrentActor, body: ProjectCreate
) -> ProjectView:
    """Make a project. The same `id` again answers 200 with the project that is there."""
    written = await service.create_project(database, actor, body)
    set_headers(response, written, written.value.version)
    response.status_code = 201 if written.group_id else 200
    return written.value


@router.get("/{project_id}", responses=problems(404))
async def get_project(
    response: Response, database: CurrentDatabase, actor: CurrentActor, project_id: UUID
) -> ProjectView:
    """One project."""
    project = await service.get_project(database, actor, project_id)
    response.headers["ETag"] = f'"{project.version}"'
    return project


@router.patch("/{project_id}", responses={200: CHANGE_GROUP_HEADER, **problems(403, 404, 409, 412)})
async def update_project(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    project_id: UUID,
    body: ProjectPatch,
) -> ProjectView:
    """Change what is sent."""
    written = await service.update_project(database, actor, project_id, body, version)
    set_headers(response, written, written.value.version)
    return written.value


@router.delete("/{project_id}", status_code=204, responses={204: CHANGE_GROUP_HEADER, **problems(403, 404, 409, 412)})
async def delete_project(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, project_id: UUID
) -> None:
    """To the trash with its tasks; undo brings both back."""
    set_headers(response, await service.delete_project(database, actor, project_id, version))
