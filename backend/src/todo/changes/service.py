"""Undo and activity, both read from the change log."""

from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from todo.actor import Actor, Command
from todo.changes import repository
from todo.changes.entities import PROJECT, Entity
from todo.changes.schemas import ChangeGroupPage, ChangeGroupView, ChangePage, ChangeView, ToldChange
from todo.clock import utc_now
from todo.database import Database, Row, Transaction
from todo.errors import ConflictError, ForbiddenError, NotFoundError
from todo.paging import decode_cursor, encode_cursor, invalid_cursor, number_of

T = TypeVar("T")
Document = dict[str, Any]
BATCH = 500  # rows a statement, so that each ends well within its time
READ = 2_000  # rows that are only read
SHOWN = 20  # changes of a group that are named with it; it may be an import of thousands


# What may stand in the way of an undo: by a code for programs, in words for people.
REASONS = {
    "changed": "was changed since",
    "circle": "would be below itself",
    "parent-elsewhere": "is below a task of another project",
    "parent-in-trash": "is below a task in the trash",
    "project-above-gone": "is below a project that is gone",
    "project-gone": "belongs to a project that is gone",
    "purged": "belongs to something that was deleted for good",
    "read-only": "is only yours to read",
    "section-gone": "is in a section that is gone",
    "unseen": "is no longer yours to see",
}


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """What a command left behind, and the group that undoes it (None when nothing changed)."""

    value: T
    group_id: UUID | None


@dataclass(frozen=True, slots=True)
class _Plan:
    """Whole rows as they should become, and the columns in which some of them are not so yet."""

    entity: Entity
    rows: list[Document]
    columns: list[str]


async def activity(
    database: Database, actor: Actor, *, cursor: str | None, limit: int, shown: int = SHOWN
) -> ChangeGroupPage:
    """The person's commands, newest first, each with the first `shown` of what it changed."""
    before = _position(cursor)
    rows = await repository.list_groups(database, actor, before=before, limit=limit + 1, shown=shown)
    page = rows[:limit]
    following = encode_cursor(str(page[-1]["id"])) if len(rows) > limit else None
    return ChangeGroupPage(items=[_view(row) for row in page], next_cursor=following)


async def changes(database: Database, actor: Actor, group_id: UUID, *, cursor: str | None, limit: int) -> ChangePage:
    """What one command of the person's changed, in the order in which it did.

    Raises:
        NotFoundError: no such group of theirs.
    """
    rows = await repository.list_told_changes(database, actor, group_id, after=number_of(cursor) or 0, limit=limit + 1)
    if not rows and await repository.find_group(database, actor, group_id) is None:
        raise NotFoundError("There is no such change of yours.")
    following = encode_cursor(str(rows[limit - 1]["id"])) if len(rows) > limit else None
    return ChangePage(items=[ToldChange.model_validate(row) for row in rows[:limit]], next_cursor=following)


async def undo_last(database: Database, actor: Actor) -> ChangeGroupView:
    """Undo the person's newest command that is not undone yet.

    Raises:
        NotFoundError: there is none.
        ConflictError: see `undo`.
    """
    group_id = await repository.last_undoable(database, actor)
    if group_id is None:
        raise NotFoundError("There is nothing to undo.", slug="nothing-to-undo")
    return await undo(database, actor, group_id)


async def undo(database: Database, actor: Actor, group_id: UUID) -> ChangeGroupView:
    """Take back everything a group changed, as a new group; undoing that one is redo.

    Only the columns that the group changed are restored, so later changes of other columns stay.

    Raises:
        NotFoundError: no such group of this person.
        ConflictError: already undone, or something stands in the way (listed in `conflicts`).
    """
    async with database.transaction() as transaction:
        group = await repository.find_group(transaction, actor, group_id)
        if group is None:
            raise NotFoundError("There is no such change of yours.")
        command = Command(actor.within(None), "redo" if group["undo_of"] else "undo")
        if not await repository.start_undo(transaction, command, group_id):
            raise ConflictError("This was undone already.", slug="already-undone")
        await _restore(transaction, command, await _states_of(transaction, actor, group_id))
        return await _done(transaction, command)


async def _states_of(transaction: Transaction, actor: Actor, group_id: UUID) -> list[Document]:
    """All that a group changed, as its rows were and became."""
    states: list[Document] = []
    while page := await repository.list_states(
        transaction, actor, group_id, after=states[-1]["id"] if states else 0, limit=READ
    ):
        states += ({**row, "entity_id": str(row["entity_id"])} for row in page)
    return states


async def _done(transaction: Transaction, command: Command) -> ChangeGroupView:
    group = await repository.get_group(transaction, command.actor, command.group_id, shown=SHOWN)
    assert group is not None
    return _view(group)


async def restore(database: Database, actor: Actor, entity: Entity, row_id: UUID) -> ChangeGroupView:
    """Take one thing out of the trash, with what went there along with it below it, as a new group.

    Raises:
        NotFoundError, ForbiddenError: not in the trash or unseen; not the person's to change.
        ConflictError: something stands in the way (listed in `conflicts`).
    """
    command = Command(actor, "restore")
    async with database.transaction() as transaction:
        await restore_in(transaction, command, entity, row_id)
        return await _done(transaction, command)


async def restore_in(transaction: Transaction, command: Command, entity: Entity, row_id: UUID) -> None:
    """As a part of a command; see `restore`."""
    deletion = await repository.last_deletion(transaction, command.actor, entity, row_id)
    if not deletion:
        raise NotFoundError(f"There is no such {entity.name.removeprefix('saved_')} in your trash.")
    if deletion[0]["role"] not in (("owner",) if entity is PROJECT else ("owner", "editor")):
        raise ForbiddenError("This is not yours to restore. Ask an owner of the project.")
    entries = [{**entry, "before": entry["after"] | {"deleted_at": None}} for entry in _below(row_id, deletion)]
    await _restore(transaction, command, entries)


def _below(row_id: UUID, entries: list[Row]) -> list[Document]:
    """The entries of a row and of what is below or in it."""
    kept, ids = [], {str(row_id)}
    waiting: list[Document] = [{**entry, "entity_id": str(entry["entity_id"])} for entry in entries]
    while found := [entry for entry in waiting if ids & {entry["entity_id"], *_above(entry["after"])}]:
        kept += found
        ids |= {entry["entity_id"] for entry in found}
        waiting = [entry for entry in waiting if entry["entity_id"] not in ids]
    return kept


def _above(row: Document) -> set[str]:
    return {row[column] for column in ("parent_id", "section_id") if row.get(column)}


async def changes_of(transaction: Transaction, command: Command) -> list[ChangeView]:
    """What a command has changed so far."""
    rows: list[Row] = []
    while page := await repository.list_changes(
        transaction, command.actor, command.group_id, after=rows[-1]["id"] if rows else 0, limit=READ
    ):
        rows += page
    return [ChangeView.model_validate(row) for row in rows]


async def _restore(transaction: Transaction, command: Command, changes: list[Document]) -> None:
    # Nothing may be put below what goes away, while it goes.
    await repository.lock_projects(transaction, command.actor, _projects_of(changes))
    by_entity: dict[str, list[Document]] = defaultdict(list)
    for change in reversed(changes):
        by_entity[change["entity"]].append(change)
    conflicts: list[Document] = []
    plans: list[_Plan] = []
    returning: set[UUID] = set()
    for name, entries in sorted(by_entity.items()):
        entity = repository.entity_of(name)
        plan, found = await _plan(transaction, command.actor, entity, entries, returning)
        if entity is PROJECT:
            returning = {UUID(row["id"]) for row in plan.rows if row["deleted_at"] is None}
        plans.append(plan)
        conflicts += found
    if conflicts:
        raise _conflict(conflicts)
    for plan in plans:
        for start in range(0, len(plan.rows), BATCH):
            rows = plan.rows[start : start + BATCH]
            await repository.write_rows(transaction, command, plan.entity, rows, columns=plan.columns)
    if broken := await repository.broken_links(transaction, command):
        raise _conflict([{**row, "entity_id": str(row["entity_id"])} for row in broken])


def _projects_of(changes: list[Document]) -> list[UUID]:
    states = [(entry, state) for entry in changes for state in (entry["before"], entry["after"]) if state]
    columns = ((repository.entity_of(entry["entity"]).project_column, state) for entry, state in states)
    return sorted({UUID(state[column]) for column, state in columns if column})


def _conflict(conflicts: list[Document]) -> ConflictError:
    conflicts = [{**conflict, "reason": REASONS[conflict["code"]]} for conflict in conflicts]
    detail = "; ".join(f"“{conflict['title']}” {conflict['reason']}" for conflict in conflicts[:3])
    return ConflictError(f"Not undone: {detail}.", slug="undo-conflict", conflicts=conflicts)


async def _plan(
    transaction: Transaction, actor: Actor, entity: Entity, entries: list[Document], returning: AbstractSet[UUID]
) -> tuple[_Plan, list[Document]]:
    """What to write, and what stands in the way. `returning` are projects that come back with the rows."""
    locked = await _locked(transaction, actor, entity, sorted({UUID(entry["entity_id"]) for entry in entries}))
    present = {key: dict(value["row"]) for key, value in locked.items()}
    blocked: dict[str, str] = {}
    for entry in entries:
        key = entry["entity_id"]
        code = _obstacle(entry, present.get(key), locked.get(key), entity)
        if code:
            blocked.setdefault(key, code)
        else:
            present[key] |= _reverted(entry, entity)
    wanted = [row for key, row in present.items() if key not in blocked]
    if wanted:
        blocked |= await _unreachable(transaction, actor, entity, wanted, returning)
    titles = {entry["entity_id"]: _title(entry, entity) for entry in entries}
    found = [
        {"entity": entity.name, "entity_id": key, "title": titles[key], "code": code} for key, code in blocked.items()
    ]
    return _Plan(entity, wanted, _differing(entity, wanted, locked)), found


def _differing(entity: Entity, wanted: list[Document], locked: dict[str, Row]) -> list[str]:
    pairs = [(row, locked[row["id"]]["row"]) for row in wanted]
    return [column for column in entity.mutable if any(row[column] != now[column] for row, now in pairs)]


async def _locked(transaction: Transaction, actor: Actor, entity: Entity, ids: list[UUID]) -> dict[str, Row]:
    """What the person may see of some rows, by id; locked in order of id, as everybody does."""
    found: dict[str, Row] = {}
    for start in range(0, len(ids), READ):
        rows = await repository.lock_rows(transaction, actor, entity, ids[start : start + READ])
        found |= {row["row"]["id"]: row for row in rows}
    return found


def _obstacle(entry: Document, row: Document | None, locked: Row | None, entity: Entity) -> str | None:
    """A code of `REASONS`."""
    if row is None or locked is None:
        return "unseen"
    if locked["role"] == "viewer":
        return "read-only"
    touched = _touched(entry, entity)
    if any(row[column] != entry["after"][column] for column in touched):
        return "changed"
    return None


def _touched(entry: Document, entity: Entity) -> list[str]:
    before, after = entry["before"], entry["after"]
    known = [column for column in entity.mutable if column in after]  # entries are older than some columns
    if before is None:
        return known
    return [column for column in known if before.get(column) != after[column]]


def _reverted(entry: Document, entity: Entity) -> Document:
    """Values that take an entry back. What was made goes to the trash: rows are never lost to an undo."""
    if entry["before"] is None:
        return {"deleted_at": utc_now().isoformat()}
    return {column: entry["before"].get(column) for column in _touched(entry, entity)}


async def _unreachable(
    transaction: Transaction, actor: Actor, entity: Entity, wanted: list[Document], returning: AbstractSet[UUID]
) -> dict[str, str]:
    """Rows that would go back into a project that is gone or not the person's to change, or below what was purged."""
    column = entity.project_column
    purged: set[str] = set()
    for start in range(0, len(wanted), READ):
        purged |= await repository.without_place(transaction, entity, wanted[start : start + READ])
    blocked = dict.fromkeys(purged, "purged")
    if column in ("id", None):
        return blocked
    targets = {UUID(row[column]) for row in wanted}
    writable = returning | await repository.writable_projects(transaction, actor, list(targets))
    gone = [row["id"] for row in wanted if UUID(row[column]) not in writable]
    return blocked | dict.fromkeys(gone, "project-gone")


def _position(cursor: str | None) -> UUID | None:
    if cursor is None:
        return None
    try:
        return UUID(decode_cursor(cursor, 1)[0])
    except ValueError:
        raise invalid_cursor() from None


def _view(row: Row) -> ChangeGroupView:
    count = sum(one["count"] for one in row["counts"])
    return ChangeGroupView(**row, count=count, summary=_summary(row["command"], row["changes"], count))


def _title(entry: Document, entity: Entity) -> str:
    return str((entry["after"] or entry["before"])[entity.title_column]) if entity.title_column else entity.name


def _summary(command: str, changes: list[Document], count: int) -> str:
    """A line for a person: `Complete task: Pay rent and 2 more`."""
    words = command.replace("_", " ").capitalize()
    if not changes:
        return words
    more = f" and {count - 1} more" if count > 1 else ""
    return f"{words}: {changes[0]['title']}{more}"
