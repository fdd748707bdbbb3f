"""Projects with all below them: move, copy, archive, delete. Errors are those of `tree.Tree.owned` and as said."""

from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import new_id
from todo.changes import writing
from todo.changes.entities import PROJECT, SECTION, TASK
from todo.changes.service import Written
from todo.clock import utc_now
from todo.database import Database, Transaction
from todo.projects import repository, tree
from todo.projects.schemas import ProjectMove, ProjectView
from todo.projects.service import get_project, made
from todo.tasks import places

Document = dict[str, Any]


async def move_project(
    database: Database, actor: Actor, project_id: UUID, body: ProjectMove, expected_version: int | None = None
) -> Written[ProjectView]:
    """Below another project or to the top with all below it, or elsewhere among those that it stands with.

    Raises:
        ConflictError: below itself (`circle`), too many levels (`too-deep`).
    """
    command = Command(actor, "move_project")
    async with database.transaction() as transaction:
        held = await tree.hold(transaction, actor)
        row = held.owned(project_id, expected_version)
        goes = "parent_id" in body.model_fields_set
        if goes:
            held.check_place(row, body.parent_id)
        parent_id = _text(body.parent_id) if goes else row["parent_id"]
        beside = [other for other in held.beside(parent_id) if other["id"] != row["id"]]
        key, pushed = await writing.position(transaction, actor, PROJECT, tree.siblings(beside), body)
        moved = row | {"parent_id": parent_id, "position": key}
        await writing.write(transaction, command, PROJECT, [moved, *pushed])
        return Written(await get_project(transaction, actor, project_id), command.group_id)


async def archive_project(
    database: Database, actor: Actor, project_id: UUID, expected_version: int | None = None
) -> Written[ProjectView]:
    """Out of sight with all below it; what is archived stays as it is."""
    command, moment = Command(actor, "archive_project"), utc_now().isoformat()
    async with database.transaction() as transaction:
        held = await tree.hold(transaction, actor)
        rows = held.with_below(held.owned(project_id, expected_version))
        shown = [row | {"archived_at": moment} for row in rows if row["archived_at"] is None]
        await writing.write(transaction, command, PROJECT, shown)
        project = await get_project(transaction, actor, project_id)
    return Written(project, command.group_id if shown else None)


async def unarchive_project(
    database: Database, actor: Actor, project_id: UUID, expected_version: int | None = None
) -> Written[ProjectView]:
    """Back with all below it; to the top if the project above is still archived."""
    command = Command(actor, "unarchive_project")
    async with database.transaction() as transaction:
        held = await tree.hold(transaction, actor)
        top = held.owned(project_id, expected_version)
        rows = held.with_below(top)
        above = held.rows.get(top["parent_id"])
        if top["archived_at"] is not None and above is not None and above["archived_at"] is not None:
            rows[0] = top | {"parent_id": None}
        hidden = [row | {"archived_at": None} for row in rows if row["archived_at"] is not None]
        await writing.write(transaction, command, PROJECT, hidden)
        project = await get_project(transaction, actor, project_id)
    return Written(project, command.group_id if hidden else None)


async def delete_project(
    database: Database, actor: Actor, project_id: UUID, expected_version: int | None = None
) -> Written[None]:
    """To the trash, with all below it and their tasks; undo brings all back."""
    command, gone = Command(actor, "delete_project"), {"deleted_at": utc_now().isoformat()}
    async with database.transaction() as transaction:
        held = await tree.hold(transaction, actor)
        rows = held.with_below(held.owned(project_id, expected_version))
        await writing.write(transaction, command, PROJECT, [row | gone for row in rows])
    return Written(None, command.group_id)


async def copy_project(
    database: Database, actor: Actor, project_id: UUID, copy_id: UUID | None
) -> Written[ProjectView]:
    """A copy right after it, of all below it too: their sections, and the tasks that are not done.

    Raises:
        ConflictError: too many tasks (`too-many`), or the id is in use elsewhere (`id-taken`).
    """
    command, copy_id = Command(actor, "duplicate_project"), copy_id or new_id()
    async with database.transaction() as transaction:
        held = await tree.hold(transaction, actor)
        top = held.owned(project_id)
        beside = tree.siblings(held.beside(top["parent_id"] if top["parent_id"] in held.rows else None))
        place = ProjectMove(after_id=project_id)
        key, pushed = await writing.position(transaction, actor, PROJECT, beside, place)
        rows = held.with_below(top)
        ids = {row["id"]: str(new_id()) for row in rows} | {top["id"]: str(copy_id)}
        copies = [_copy(row, ids) for row in rows]
        copies[0] |= {"parent_id": top["parent_id"], "position": key}
        # The top alone first: an id that is there already ends it, before anything else is made.
        is_new = await writing.insert(transaction, command, PROJECT, copies[:1])
        if is_new:
            await writing.insert(transaction, command, PROJECT, copies[1:])
            await writing.write(transaction, command, PROJECT, pushed)
            await _copy_contents(transaction, command, ids)
        return await made(transaction, command, copy_id, is_new=is_new)


def _text(row_id: UUID | None) -> str | None:
    return None if row_id is None else str(row_id)


def _copy(row: Document, ids: dict[str, str]) -> Document:
    fresh = {"is_favorite": False, "archived_at": None}
    return row | fresh | {"id": ids[row["id"]], "parent_id": ids.get(row["parent_id"])}


async def _copy_contents(transaction: Transaction, command: Command, ids: dict[str, str]) -> None:
    """Sections and tasks of projects (keys of `ids`) for their copies (values), which become the person's own."""
    actor, sources = command.actor, [UUID(one) for one in ids]
    await repository.add_owner(transaction, actor, [UUID(one) for one in ids.values()])
    sections = await repository.contents(transaction, actor, sources, "section")
    section_ids = {section["id"]: str(new_id()) for section in sections}
    await writing.insert(
        transaction,
        command,
        SECTION,
        [row | {"id": section_ids[row["id"]], "project_id": ids[row["project_id"]]} for row in sections],
    )
    tasks = await repository.contents(transaction, actor, sources, "task")
    copies = places.copied(places.unfinished(tasks), actor, {})
    await writing.insert(
        transaction,
        command,
        TASK,
        [
            row | {"project_id": ids[row["project_id"]], "section_id": section_ids.get(row["section_id"])}
            for row in copies
        ],
    )
