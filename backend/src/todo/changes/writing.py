"""Writing whole rows with their entries in the log: for commands that work out in Python what should become of them."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import Neighbour
from todo.changes import repository
from todo.changes.entities import Entity
from todo.changes.service import Written
from todo.database import Database, Row, Transaction
from todo.errors import ConflictError, ForbiddenError, NotFoundError, StaleVersionError
from todo.ordering import keys_at

Document = dict[str, Any]
READ_ONLY = "This project is only yours to read."


async def hold_projects(
    transaction: Transaction, actor: Actor, ids: Iterable[UUID], *, target: UUID | None = None
) -> None:
    """Keep others from restructuring these projects, all of which the person may write to, until the transaction ends.

    Raises:
        NotFoundError, ForbiddenError: one that the person can't see (or write to, if it is the target), may only read.
    """
    wanted = set(ids)
    roles = {row["id"]: row["role"] for row in await repository.lock_projects(transaction, actor, list(wanted))}
    if wanted - roles.keys() or roles.get(target) == "viewer":
        raise NotFoundError("There is no such project of yours.")
    if "viewer" in roles.values():
        raise ForbiddenError(READ_ONLY)


async def locked(transaction: Transaction, actor: Actor, entity: Entity, ids: Sequence[UUID]) -> list[Document]:
    """The rows in the order of `ids`, trash included, locked and writable.

    Raises:
        NotFoundError, ForbiddenError: one that the person can't see, or may only read.
    """
    found = {row["row"]["id"]: row for row in await repository.lock_rows(transaction, actor, entity, ids)}
    if len(found) < len(set(ids)):
        raise not_found(entity)
    if any(row["role"] == "viewer" for row in found.values()):
        raise ForbiddenError(READ_ONLY)
    return [found[str(row_id)]["row"] for row_id in ids]


async def present(
    transaction: Transaction, actor: Actor, entity: Entity, row_id: UUID, expected_version: int | None = None
) -> Document:
    """One locked row that is not in the trash; see `locked`.

    Raises:
        StaleVersionError: it is not at the expected version.
    """
    [row] = await locked(transaction, actor, entity, [row_id])
    if row["deleted_at"] is not None:
        raise not_found(entity)
    check_version(entity, row["version"], expected_version)
    return row


def check_version(entity: Entity, version: int, expected_version: int | None) -> None:
    """Raises StaleVersionError unless the version is the expected one, or any will do."""
    if expected_version not in (None, version):
        noun = _noun(entity)
        raise StaleVersionError(f"The {noun} was changed meanwhile; it is at version {version} now.")


async def write(transaction: Transaction, command: Command, entity: Entity, rows: Sequence[Document]) -> None:
    """Give rows the values in `rows`; what is so already is not written."""
    if rows:
        await repository.write_rows(transaction, command, entity, rows)


async def change(
    transaction: Transaction, command: Command, entity: Entity, row: Document, values: Document
) -> Written[Document]:
    """Give one row that was locked some values; the row as it is then."""
    await write(transaction, command, entity, [row | values])
    [after] = await locked(transaction, command.actor, entity, [UUID(row["id"])])
    return Written(after, command.group_id if after["version"] != row["version"] else None)


async def change_one(
    database: Database, command: Command, entity: Entity, row_id: UUID, values: Document, version: int | None = None
) -> Written[Document]:
    """A whole command: give one row some values; see `present` for errors."""
    async with database.transaction() as transaction:
        row = await present(transaction, command.actor, entity, row_id, version)
        return await change(transaction, command, entity, row, values)


async def reorder(
    transaction: Transaction, command: Command, entity: Entity, row: Document, among: Sequence[Row], place: Neighbour
) -> Written[Document]:
    """Put a locked row next to a neighbour `among` rows in order, maybe itself too; see `position` for errors."""
    others = [one for one in among if str(one["id"]) != row["id"]]
    key, pushed = await position(transaction, command.actor, entity, others, place)
    await write(transaction, command, entity, pushed)
    return await change(transaction, command, entity, row, {"position": key})


async def position(
    transaction: Transaction, actor: Actor, entity: Entity, others: Sequence[Row], wanted: Neighbour
) -> tuple[str, list[Document]]:
    """The key next to a neighbour among `others` ({id, position} in order); rows that need another key to make room.

    Raises:
        NotFoundError: the neighbour is not among them.
    """
    index = _index(entity, others, wanted)
    key, fresh = keys_at([row["position"] for row in others], index)
    rows = await locked(transaction, actor, entity, [row["id"] for row in others[index:]]) if fresh else []
    return key, [row | {"position": other} for row, other in zip(rows, fresh, strict=True)]


def _index(entity: Entity, others: Sequence[Row], wanted: Neighbour) -> int:
    neighbour = wanted.after_id or wanted.before_id
    if neighbour is None:
        return len(others)
    for index, row in enumerate(others):
        if row["id"] == neighbour:
            return index + (wanted.after_id is not None)
    raise NotFoundError(f"The {_noun(entity)} to go next to is not at that place.")


async def insert(transaction: Transaction, command: Command, entity: Entity, rows: Sequence[Document]) -> bool:
    """Insert one row or several; False when an id was there before.

    Raises:
        ConflictError: some of several ids were there before.
    """
    new = await repository.insert_rows(transaction, command, entity, rows) if rows else []
    if new and len(new) < len(rows):
        raise id_taken()
    return len(new) == len(rows)


def busy() -> ConflictError:
    """The answer when others moved things between looking and locking."""
    return ConflictError("Others are moving the same things. Try again.", slug="busy")


def id_taken() -> ConflictError:
    """The answer to an id that is somebody's already, perhaps another's."""
    return ConflictError("This id can't be used. Choose another.", slug="id-taken")


def not_found(entity: Entity) -> NotFoundError:
    """The answer to an id that is nobody's, or another's: the two look the same."""
    return NotFoundError(f"There is no such {_noun(entity)} of yours.")


def _noun(entity: Entity) -> str:
    return entity.name.removeprefix("saved_")
