"""Saved filters: questions in the filter language that a person keeps. A query that can't be read is never saved."""

from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import Neighbour, new_id
from todo.changes import writing
from todo.changes.entities import SAVED_FILTER
from todo.changes.service import Written
from todo.clock import utc_now
from todo.database import Database, Executor, Transaction
from todo.errors import ConflictError
from todo.filters import repository
from todo.filters.schemas import FilterCreate, FilterPageQuery, FilterPatch, FilterView
from todo.ordering import end_key
from todo.tasks import service as tasks
from todo.tasks.finding.conditions import read_filter
from todo.tasks.schemas import TaskPage, TaskQuery

MAX_FILTERS = 100  # the sidebar counts what each of them finds


async def list_filters(database: Executor, actor: Actor) -> list[FilterView]:
    """The person's filters in their order."""
    return [FilterView.model_validate(row) for row in await repository.list_filters(database, actor)]


async def get_filter(database: Executor, actor: Actor, filter_id: UUID) -> FilterView:
    """One filter.

    Raises:
        NotFoundError: there is none of the person's.
    """
    rows = await repository.list_filters(database, actor, filter_id)
    if not rows:
        raise writing.not_found(SAVED_FILTER)
    return FilterView.model_validate(rows[0])


async def list_tasks(database: Database, actor: Actor, filter_id: UUID, query: FilterPageQuery) -> TaskPage:
    """A page of the tasks that a filter finds now.

    Raises:
        NotFoundError: there is no such filter of the person's.
        InvalidInputError: the filter can't be read any more (`invalid-filter`), or a bad cursor.
    """
    found = await get_filter(database, actor, filter_id)
    wanted = TaskQuery(filter=found.query, cursor=query.cursor, limit=query.limit)
    return await tasks.list_tasks(database, actor, wanted)


async def create_filter(database: Database, actor: Actor, body: FilterCreate) -> Written[FilterView]:
    """A new filter at the end; the same id again gives the filter that is there.

    Raises:
        InvalidInputError: the query can't be read (`invalid-filter`).
        ConflictError: the id is in use elsewhere (`id-taken`), or there are too many (`too-many`).
    """
    async with database.transaction() as transaction:
        return await create_in(transaction, Command(actor, "add_filter"), body)


async def create_in(transaction: Transaction, command: Command, body: FilterCreate) -> Written[FilterView]:
    """As a part of a command; see `create_filter`."""
    actor, filter_id = command.actor, body.id or new_id()
    read_filter(body.query, actor)
    own = {"id": str(filter_id), "user_id": str(actor.user_id), "position": end_key()}
    is_new = await writing.insert(transaction, command, SAVED_FILTER, [body.model_dump() | own])
    found = await repository.list_filters(transaction, actor)
    made = next((row for row in found if row["id"] == filter_id), None)
    if made is None:
        raise writing.id_taken()
    if is_new and len(found) > MAX_FILTERS:
        raise ConflictError(f"At most {MAX_FILTERS} filters can be kept.", slug="too-many")
    return Written(FilterView.model_validate(made), command.group_id if is_new else None)


async def update_filter(
    database: Database, actor: Actor, filter_id: UUID, body: FilterPatch, expected_version: int | None = None
) -> Written[FilterView]:
    """Change what was sent.

    Raises:
        NotFoundError, StaleVersionError: not theirs, newer.
        InvalidInputError: the query can't be read (`invalid-filter`).
    """
    values = body.model_dump(exclude_unset=True)
    if "query" in values:
        read_filter(body.query, actor)
    return await _change(database, Command(actor, "edit_filter"), filter_id, values, expected_version)


async def move_filter(
    database: Database, actor: Actor, filter_id: UUID, body: Neighbour, expected_version: int | None = None
) -> Written[FilterView]:
    """To another place in the order. Errors as of `update_filter`."""
    command = Command(actor, "move_filter")
    async with database.transaction() as transaction:
        # All at once and in one order, so that two moves neither meet in the middle nor take the same place.
        ids = [row["id"] for row in await repository.list_filters(transaction, actor)]
        await writing.locked(transaction, actor, SAVED_FILTER, ids)
        row = await writing.present(transaction, actor, SAVED_FILTER, filter_id, expected_version)
        filters = await repository.list_filters(transaction, actor)
        written = await writing.reorder(transaction, command, SAVED_FILTER, row, filters, body)
    return Written(FilterView.model_validate(written.value), written.group_id)


async def delete_filter(
    database: Database, actor: Actor, filter_id: UUID, expected_version: int | None = None
) -> Written[None]:
    """To the trash; undo brings it back. Errors as of `update_filter`."""
    gone = {"deleted_at": utc_now().isoformat()}
    written = await _change(database, Command(actor, "delete_filter"), filter_id, gone, expected_version)
    return Written(None, written.group_id)


async def _change(
    database: Database, command: Command, filter_id: UUID, values: dict[str, Any], expected_version: int | None
) -> Written[FilterView]:
    written = await writing.change_one(database, command, SAVED_FILTER, filter_id, values, expected_version)
    return Written(FilterView.model_validate(written.value), written.group_id)
