"""Sections: the headings of a project. Whatever moves, copies or deletes one does so with its tasks."""

from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import new_id
from todo.changes import writing
from todo.changes.entities import SECTION, TASK
from todo.changes.service import Written
from todo.clock import utc_now
from todo.database import Database, Executor, Transaction
from todo.errors import NotFoundError
from todo.ordering import end_key
from todo.sections import repository
from todo.sections.schemas import SectionCreate, SectionMove, SectionPatch, SectionView
from todo.tasks import places

Document = dict[str, Any]


async def list_sections(database: Executor, actor: Actor, project_id: UUID) -> list[SectionView]:
    """The sections of a project in their order.

    Raises:
        NotFoundError: there is no such project that the person may see.
    """
    rows = await repository.list_sections(database, actor, project_id)
    if rows is None:
        raise NotFoundError("There is no such project of yours.")
    return [SectionView.model_validate(row) for row in rows]


async def get_section(database: Executor, actor: Actor, section_id: UUID) -> SectionView:
    """One section.

    Raises:
        NotFoundError: there is none that the person may see.
    """
    row = await repository.get_section(database, actor, section_id)
    if row is None:
        raise writing.not_found(SECTION)
    return SectionView.model_validate(row)


async def create_section(
    database: Database, actor: Actor, project_id: UUID, body: SectionCreate
) -> Written[SectionView]:
    """A new section at the end; the same id again gives the section that is there.

    Raises:
        NotFoundError, ForbiddenError: a project that the person can't see, or may only read.
        ConflictError: the id is in use elsewhere (`id-taken`).
    """
    command, section_id = Command(actor, "add_section"), body.id or new_id()
    row = {"id": str(section_id), "project_id": str(project_id), "name": body.name, "position": end_key()}
    async with database.transaction() as transaction:
        await writing.hold_projects(transaction, actor, [project_id])
        is_new = await writing.insert(transaction, command, SECTION, [row])
        return await _made(transaction, command, section_id, is_new=is_new)


async def update_section(
    database: Database, actor: Actor, section_id: UUID, body: SectionPatch, expected_version: int | None = None
) -> Written[SectionView]:
    """Change what was sent.

    Raises:
        NotFoundError, ForbiddenError, StaleVersionError: unseen, read-only, newer.
    """
    command, values = Command(actor, "edit_section"), body.model_dump(exclude_unset=True)
    async with database.transaction() as transaction:
        row = await _held(transaction, actor, section_id, expected_version)
        written = await writing.change(transaction, command, SECTION, row, values)
    return Written(SectionView.model_validate(written.value), written.group_id)


async def move_section(
    database: Database, actor: Actor, section_id: UUID, body: SectionMove, expected_version: int | None = None
) -> Written[SectionView]:
    """To another project with all its tasks, or elsewhere among the sections of its own; errors as of `update_section`.

    Raises:
        ConflictError: others moved it at this moment (`busy`).
    """
    command = Command(actor, "move_section")
    async with database.transaction() as transaction:
        row = await _held(transaction, actor, section_id, expected_version, body.project_id)
        project_id = str(body.project_id or row["project_id"])
        others = await repository.list_sections(transaction, actor, UUID(project_id)) or []
        others = [other for other in others if other["id"] != section_id]
        key, pushed = await writing.position(transaction, actor, SECTION, others, body)
        await writing.write(transaction, command, SECTION, pushed)
        if project_id != row["project_id"]:
            tasks = await repository.tasks_of(transaction, actor, section_id)
            moved = [task["row"] | {"project_id": project_id} for task in tasks]
            await writing.write(transaction, command, TASK, moved)
        values = {"project_id": project_id, "position": key}
        written = await writing.change(transaction, command, SECTION, row, values)
    return Written(SectionView.model_validate(written.value), written.group_id)


async def copy_section(
    database: Database, actor: Actor, section_id: UUID, copy_id: UUID | None
) -> Written[SectionView]:
    """A copy right after it, with copies of its tasks that are not done; errors as of `update_section`.

    Raises:
        ConflictError: too many tasks (`too-many`), or the id is in use elsewhere (`id-taken`).
    """
    command, copy_id = Command(actor, "duplicate_section"), copy_id or new_id()
    async with database.transaction() as transaction:
        row = await _held(transaction, actor, section_id)
        others = await repository.list_sections(transaction, actor, UUID(row["project_id"])) or []
        place = SectionMove(after_id=section_id)
        key, pushed = await writing.position(transaction, actor, SECTION, others, place)
        copy = row | {"id": str(copy_id), "position": key}
        is_new = await writing.insert(transaction, command, SECTION, [copy])
        if is_new:
            await writing.write(transaction, command, SECTION, pushed)
            tasks = [task["row"] for task in await repository.tasks_of(transaction, actor, section_id)]
            copies = places.copied(places.unfinished(tasks), actor, {})
            copies = [task | {"section_id": str(copy_id)} for task in copies]
            await writing.insert(transaction, command, TASK, copies)
        return await _made(transaction, command, copy_id, is_new=is_new)


async def delete_section(
    database: Database, actor: Actor, section_id: UUID, expected_version: int | None = None
) -> Written[None]:
    """To the trash with its tasks; undo brings all back. Errors as of `update_section`."""
    command, gone = Command(actor, "delete_section"), {"deleted_at": utc_now().isoformat()}
    async with database.transaction() as transaction:
        row = await _held(transaction, actor, section_id, expected_version)
        tasks = [task["row"] for task in await repository.tasks_of(transaction, actor, section_id)]
        await writing.write(transaction, command, TASK, [task | gone for task in tasks if task["deleted_at"] is None])
        await writing.write(transaction, command, SECTION, [row | gone])
    return Written(None, command.group_id)


async def _held(
    transaction: Transaction,
    actor: Actor,
    section_id: UUID,
    expected_version: int | None = None,
    target: UUID | None = None,
) -> Document:
    """The locked section, which stays in its project until the transaction ends, as does the target."""
    seen = await get_section(transaction, actor, section_id)
    await writing.hold_projects(transaction, actor, {seen.project_id, target or seen.project_id}, target=target)
    row = await writing.present(transaction, actor, SECTION, section_id, expected_version)
    if row["project_id"] != str(seen.project_id):
        raise writing.busy()
    return row


async def _made(transaction: Transaction, command: Command, section_id: UUID, *, is_new: bool) -> Written[SectionView]:
    try:
        section = await get_section(transaction, command.actor, section_id)
    except NotFoundError:
        raise writing.id_taken() from None
    return Written(section, command.group_id if is_new else None)
