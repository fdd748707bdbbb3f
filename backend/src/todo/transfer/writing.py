"""Writes a checked draft, all in one transaction and one group of changes, through the services of each noun."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any, Literal
from uuid import UUID

from todo.actor import Actor, Command
from todo.changes import writing as changes
from todo.changes.entities import REMINDER, SECTION, TASK, Entity
from todo.database import Database, Executor, Transaction
from todo.errors import InvalidInputError
from todo.filters import service as filters
from todo.filters.schemas import FilterCreate
from todo.labels import service as labels
from todo.labels.schemas import LabelCreate
from todo.projects import service as projects
from todo.projects import tree
from todo.tasks.finding.conditions import read_filter
from todo.transfer.draft import Draft
from todo.transfer.identity import Ids
from todo.transfer.rows import Rows, rows_of
from todo.transfer.schemas import AccountDocument, FilterRecord

Document = dict[str, Any]
BATCH = 200  # rows a statement, so that each ends well within its time


class _RepeatedError(Exception):
    """The rows are there: this import was done before."""


Begin = Callable[[Transaction], Awaitable[None]]
Outcome = Literal["written", "nothing-new", "repeated"]


async def write(database: Database, command: Command, draft: Draft, import_id: UUID, begin: Begin) -> Outcome:
    """Write all of it, unless an import with this id was written before. `begin` comes first in the transaction.

    Raises:
        ConflictError: a part of that earlier import is gone (`id-taken`).
    """
    actor, ids = command.actor, Ids(import_id, command.actor.user_id)
    try:
        async with database.transaction() as transaction:
            await begin(transaction)
            held = await tree.hold(transaction, actor)
            await drop_unusable_filters(transaction, actor, draft)
            known = _known_projects(actor, draft, held)
            used = await _labels(transaction, command, draft.document, ids)
            rows = rows_of(actor, draft.document, ids, known, used)
            is_written = ids.any_of(used.values()) or rows.any() or bool(draft.document.filters)
            await _insert(transaction, command, rows)
            await _insert_filters(transaction, command, draft.document.filters, ids)
    except _RepeatedError:
        return "repeated"
    return "written" if is_written else "nothing-new"


def _known_projects(actor: Actor, draft: Draft, held: tree.Tree) -> dict[str, UUID]:
    """Ids of projects that are there, by those of the file that they stand for."""
    own = {
        row["name"].casefold(): UUID(row["id"])
        for row in held.rows.values()
        if held.roles[row["id"]] == "owner" and row["archived_at"] is None and row["inbox_of_user_id"] is None
    }
    known = {}
    for project in draft.document.projects:
        if project.is_inbox:
            known[project.id] = actor.inbox_project_id
        elif draft.by_name and project.name.casefold() in own:
            known[project.id] = own[project.name.casefold()]
    return known


async def _labels(transaction: Transaction, command: Command, document: AccountDocument, ids: Ids) -> dict[str, UUID]:
    """The person's labels by the ids of the file; those of a name that they have are theirs already."""
    bodies = {
        label.name: LabelCreate(id=ids.next(), name=label.name, color=label.color, is_favorite=label.is_favorite)
        for label in document.labels
    }
    found = await labels.brought_in(transaction, command, list(bodies.values())) if bodies else {}
    return {label.id: found[label.name] for label in document.labels}


async def _insert(transaction: Transaction, command: Command, rows: Rows) -> None:
    for batch in _batches(rows.projects):
        _check_new(await projects.insert_owned(transaction, command, batch))
    for entity, found in ((SECTION, rows.sections), (TASK, rows.tasks), (REMINDER, rows.reminders)):
        await _insert_batches(transaction, command, entity, found)


async def _insert_batches(transaction: Transaction, command: Command, entity: Entity, rows: Sequence[Document]) -> None:
    for batch in _batches(rows):
        _check_new(await changes.insert(transaction, command, entity, batch))


def _batches(rows: Sequence[Document]) -> Iterator[Sequence[Document]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


def _check_new(is_new: bool) -> None:
    if not is_new:
        raise _RepeatedError


async def _insert_filters(
    transaction: Transaction, command: Command, records: Sequence[FilterRecord], ids: Ids
) -> None:
    for record in records:
        body = FilterCreate(id=ids.next(), **record.model_dump())
        _check_new((await filters.create_in(transaction, command, body)).group_id is not None)


async def drop_unusable_filters(database: Executor, actor: Actor, draft: Draft) -> None:
    """Leave out saved filters that can't be read, and those for which there is no room, with a warning for each."""
    room = filters.MAX_FILTERS - len(await filters.list_filters(database, actor))
    kept: list[FilterRecord] = []
    for record in draft.document.filters:
        try:
            read_filter(record.query, actor)
        except InvalidInputError as error:
            draft.warn("filter-unread", record.name, f"Its question can't be read: {error.detail}")
            continue
        if len(kept) < room:
            kept.append(record)
        else:
            message = f"At most {filters.MAX_FILTERS} filters can be kept. It is left out."
            draft.warn("too-many-filters", record.name, message)
    draft.document.filters = kept
