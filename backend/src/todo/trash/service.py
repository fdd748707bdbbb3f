"""The trash: what is in it, back out of it, and gone for good. Purging leaves nothing, so the log forgets it too."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from todo.actor import Actor
from todo.changes import writing
from todo.changes.entities import ENTITIES, PROJECT, SECTION, TASK, Entity
from todo.clock import utc_now
from todo.database import Database, Transaction
from todo.errors import ForbiddenError
from todo.live import service as live
from todo.paging import decode_cursor, encode_cursor, invalid_cursor
from todo.trash import repository
from todo.trash.schemas import TrashItem, TrashPage, TrashQuery

KEPT = timedelta(days=30)
BATCH = 200  # rows a transaction, so that no lock is held for long


async def list_trash(database: Database, actor: Actor, query: TrashQuery) -> TrashPage:
    """What the person may see in the trash, newest first, without what was deleted along with something above it."""
    rows = await repository.list_trash(database, actor, _position(query.cursor), query.limit + 1)
    page, more = rows[: query.limit], len(rows) > query.limit
    cursor = encode_cursor(page[-1]["deleted_at"].isoformat(), str(page[-1]["id"])) if more else None
    items = [TrashItem(**row, purge_at=row["deleted_at"] + KEPT) for row in page]
    return TrashPage(items=items, next_cursor=cursor)


async def purge(database: Database, actor: Actor, entity: Entity, row_id: UUID) -> None:
    """Delete one thing from the trash for good, with all below it.

    Raises:
        NotFoundError, ForbiddenError: not in the trash or unseen; only to be read (a project: not its owner).
    """
    async with database.transaction() as transaction:
        [row] = await writing.locked(transaction, actor, entity, [row_id])
        if row["deleted_at"] is None:
            raise writing.not_found(entity)
        ids = await repository.lock_deleted(transaction, actor.user_id, entity, only=row_id)
        if not ids:
            raise ForbiddenError("Only an owner may delete this project for good.")
        await _erase(transaction, actor.user_id, entity, ids)


async def empty(database: Database, actor: Actor) -> None:
    """Delete for good all in the trash that the person may purge."""
    await _purge_all(database, actor.user_id, None)


async def empty_expired(database: Database) -> int:
    """Delete for good what anybody deleted more than 30 days ago; the number of things deleted.

    Several processes may do so at once: each takes what no other has.
    """
    return await _purge_all(database, None, utc_now() - KEPT)


async def _purge_all(database: Database, user_id: UUID | None, before: datetime | None) -> int:
    total = 0
    for entity in ENTITIES.values():
        while count := await _purge_some(database, user_id, entity, before):
            total += count
    return total


async def _purge_some(database: Database, user_id: UUID | None, entity: Entity, before: datetime | None) -> int:
    async with database.transaction() as transaction:
        ids = await repository.lock_deleted(transaction, user_id, entity, before=before, limit=BATCH)
        if ids:
            await _erase(transaction, user_id, entity, ids)
    return len(ids)


async def _erase(transaction: Transaction, user_id: UUID | None, entity: Entity, ids: Sequence[UUID]) -> None:
    """Rows that are locked, with what is below or in them. The log forgets them, so who saw them is told otherwise."""
    await live.tell_people(transaction, await repository.who_sees(transaction, entity, ids), "purge", {})
    groups: set[UUID] = set()

    async def erase(of: Entity, column: str, found: Sequence[UUID]) -> None:
        groups.update(await repository.erase(transaction, user_id, of, column, found))

    if entity in (TASK, PROJECT):
        ids = await repository.below(transaction, user_id, entity, ids)
    if entity is PROJECT:
        await erase(TASK, "project_id", ids)
        await erase(SECTION, "project_id", ids)
    if entity is SECTION:
        await erase(TASK, "section_id", ids)
    await erase(entity, "id", ids)
    await repository.forget_empty_groups(transaction, list(groups))


def _position(cursor: str | None) -> tuple[datetime, UUID] | None:
    if cursor is None:
        return None
    moment, row_id = decode_cursor(cursor, 2)
    try:
        deleted_at, position = datetime.fromisoformat(moment), UUID(row_id)
    except ValueError:
        raise invalid_cursor() from None
    if deleted_at.tzinfo is None:
        raise invalid_cursor()
    return deleted_at, position
