"""Projects: list, create, change; `tree` and `restructuring` have what concerns those below one another."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import new_id
from todo.changes import writing
from todo.changes.entities import PROJECT
from todo.changes.service import Written
from todo.database import Database, Executor, Transaction
from todo.errors import NotFoundError
from todo.ordering import end_key
from todo.projects import repository, tree
from todo.projects.schemas import ProjectCreate, ProjectPatch, ProjectView


async def list_projects(database: Executor, actor: Actor, *, archived: bool = False) -> list[ProjectView]:
    """The person's projects, Inbox first, or those in the archive."""
    rows = await repository.list_projects(database, actor, archived=archived)
    return [ProjectView.model_validate(row) for row in rows]


async def get_project(database: Executor, actor: Actor, project_id: UUID) -> ProjectView:
    """One project.

    Raises:
        NotFoundError: there is none that the person may see.
    """
    rows = await repository.list_projects(database, actor, project_id)
    if not rows:
        raise writing.not_found(PROJECT)
    return ProjectView.model_validate(rows[0])


async def create_project(database: Database, actor: Actor, body: ProjectCreate) -> Written[ProjectView]:
    """A new project owned by the person, at the end; the same id again gives the project that is there.

    Raises:
        ConflictError: the id is in use elsewhere (`id-taken`); too many levels (`too-deep`).
        NotFoundError, ForbiddenError: a project above that the person can't see, or does not own.
    """
    command, project_id = Command(actor, "add_project"), body.id or new_id()
    row = body.model_dump(mode="json") | {"id": str(project_id), "position": end_key()}
    async with database.transaction() as transaction:
        if body.parent_id is not None:
            held = await tree.hold(transaction, actor)
            held.check_place(row, body.parent_id)
        is_new = await repository.create_project(transaction, command, row)
        return await made(transaction, command, project_id, is_new=is_new)


async def insert_owned(transaction: Transaction, command: Command, rows: Sequence[dict[str, Any]]) -> bool:
    """Whole rows of new projects, which become the person's, as a part of a command; False when they were there before.
    Whoever puts them below others has made sure that they may go there.

    Raises:
        ConflictError: some of the ids were there before.
    """
    is_new = await writing.insert(transaction, command, PROJECT, rows)
    if is_new:
        await repository.add_owner(transaction, command.actor, [UUID(row["id"]) for row in rows])
    return is_new


async def made(database: Executor, command: Command, project_id: UUID, *, is_new: bool) -> Written[ProjectView]:
    """The project that a create was about, new or not.

    Raises:
        ConflictError: it is not the person's to see.
    """
    try:
        project = await get_project(database, command.actor, project_id)
    except NotFoundError:
        raise writing.id_taken() from None
    return Written(project, command.group_id if is_new else None)


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


async def _write(
    database: Database, command: Command, project_id: UUID, values: dict[str, Any], expected_version: int | None
) -> bool:
    row = await repository.update_project(database, command, project_id, values, expected_version)
    if row is None:
        raise writing.not_found(PROJECT)
    if row["role"] != "owner":
        raise tree.not_owner()
    if row["is_inbox"]:
        raise tree.inbox_is_fixed()
    writing.check_version(PROJECT, row["version"], expected_version)
    return bool(row["changed"])
