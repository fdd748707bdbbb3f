"""Projects: list, create, rename, recolour, delete."""

from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import new_id
from todo.changes.service import Written
from todo.clock import utc_now
from todo.database import Database
from todo.errors import ConflictError, ForbiddenError, NotFoundError, StaleVersionError
from todo.projects import repository
from todo.projects.schemas import ProjectCreate, ProjectPatch, ProjectView


async def list_projects(database: Database, actor: Actor) -> list[ProjectView]:
    """The person's projects, Inbox first."""
    return [ProjectView.model_validate(row) for row in await repository.list_projects(database, actor)]


async def get_project(database: Database, actor: Actor, project_id: UUID) -> ProjectView:
    """One project.

    Raises:
        NotFoundError: there is none that the person may see.
    """
    rows = await repository.list_projects(database, actor, project_id)
    if not rows:
        raise NotFoundError("There is no such project of yours.")
    return ProjectView.model_validate(rows[0])


async def create_project(database: Database, actor: Actor, body: ProjectCreate) -> Written[ProjectView]:
    """A new project owned by the person; the same id again gives the project that is there.

    Raises:
        ConflictError: the id is in use elsewhere (`id-taken`).
    """
    command = Command(actor, "add_project")
    project_id = body.id or new_id()
    row = await repository.create_project(database, command, project_id, body.name, body.color)
    if row is not None:
        return Written(ProjectView.model_validate(row), command.group_id)
    try:
        return Written(await get_project(database, actor, project_id), None)
    except NotFoundError:
        raise ConflictError("This id can't be used. Choose another.", slug="id-taken") from None


async def update_project(
    database: Database, actor: Actor, project_id: UUID, body: ProjectPatch, expected_version: int | None
) -> Written[ProjectView]:
    """Change what was sent.

    Raises:
        NotFoundError, ForbiddenError, StaleVersionError, ConflictError: unseen, not the owner, newer, the Inbox.
    """
    values = body.model_dump(exclude_unset=True)
    if not values:
        return Written(await get_project(database, actor, project_id), None)
    command = Command(actor, "edit_project")
    changed = await _write(database, command, project_id, values, expected_version)
    return Written(await get_project(database, actor, project_id), command.group_id if changed else None)


async def delete_project(
    database: Database, actor: Actor, project_id: UUID, expected_version: int | None
) -> Written[None]:
    """To the trash, with its tasks; undo brings both back."""
    command = Command(actor, "delete_project")
    changed = await _write(database, command, project_id, {"deleted_at": utc_now()}, expected_version)
    return Written(None, command.group_id if changed else None)


async def _write(
    database: Database, command: Command, project_id: UUID, values: dict[str, Any], expected_version: int | None
) -> bool:
    row = await repository.update_project(database, command, project_id, values, expected_version)
    if row is None:
        raise NotFoundError("There is no such project of yours.")
    if row["role"] != "owner":
        raise ForbiddenError("Only an owner may change this project.")
    if row["is_inbox"]:
        raise ConflictError("The Inbox can't be changed or deleted.", slug="inbox-is-fixed")
    if expected_version not in (None, row["version"]):
        raise StaleVersionError(f"The project was changed meanwhile; it is at version {row['version']} now.")
    return bool(row["changed"])
