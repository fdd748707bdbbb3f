"""Labels: words that a person puts on tasks. In the trash they stay on their tasks unseen, so undo is complete."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import Neighbour, new_id
from todo.changes import writing
from todo.changes.entities import LABEL
from todo.changes.service import Written
from todo.clock import utc_now
from todo.database import Database, Executor, Transaction
from todo.errors import NotFoundError
from todo.labels import repository
from todo.labels.schemas import LabelCreate, LabelPatch, LabelView
from todo.ordering import end_key


async def list_labels(database: Executor, actor: Actor) -> list[LabelView]:
    """The person's labels in their order."""
    return [LabelView.model_validate(row) for row in await repository.list_labels(database, actor)]


async def get_label(database: Executor, actor: Actor, label_id: UUID) -> LabelView:
    """One label.

    Raises:
        NotFoundError: there is none of the person's.
    """
    rows = await repository.list_labels(database, actor, label_id)
    if not rows:
        raise writing.not_found(LABEL)
    return LabelView.model_validate(rows[0])


async def create_label(database: Database, actor: Actor, body: LabelCreate) -> Written[LabelView]:
    """A new label at the end; the same id again gives the label that is there.

    Raises:
        ConflictError: another has that name (`name-taken`), or the id is in use elsewhere (`id-taken`).
    """
    command, label_id = Command(actor, "add_label"), body.id or new_id()
    async with database.transaction() as transaction:
        await repository.hold_labels(transaction, actor)
        is_new = await writing.insert(transaction, command, LABEL, [_new_row(actor, body, label_id)])
        try:
            label = await get_label(transaction, actor, label_id)
        except NotFoundError:
            raise writing.id_taken() from None
    return Written(label, command.group_id if is_new else None)


async def named_in(transaction: Transaction, command: Command, names: Sequence[str]) -> dict[str, UUID]:
    """The label of each name, whatever its case and accents; those that are new are made, as a part of a command.

    Raises:
        ValidationError: a new name that no label can have.
    """
    return await _found_or_made(transaction, command, names, lambda name: LabelCreate(name=name))


async def brought_in(transaction: Transaction, command: Command, bodies: Sequence[LabelCreate]) -> dict[str, UUID]:
    """As `named_in`, for labels that have a colour and an id of their own if they are new."""
    by_name = {body.name: body for body in bodies}
    return await _found_or_made(transaction, command, list(by_name), by_name.__getitem__)


async def _found_or_made(
    transaction: Transaction, command: Command, names: Sequence[str], body_of: Callable[[str], LabelCreate]
) -> dict[str, UUID]:
    actor = command.actor
    found = await repository.named(transaction, actor, names)
    if any(row["id"] is None for row in found):
        await repository.hold_labels(transaction, actor)
        found = await repository.named(transaction, actor, names)
    known = {row["folded"]: row["id"] for row in found if row["id"] is not None}
    rows = []
    for row in found:
        if row["folded"] not in known:
            body = body_of(row["name"])
            known[row["folded"]] = label_id = body.id or new_id()
            rows.append(_new_row(actor, body, label_id))
    if rows and not await writing.insert(transaction, command, LABEL, rows):
        raise writing.id_taken()
    return {row["name"]: known[row["folded"]] for row in found}


async def update_label(
    database: Database, actor: Actor, label_id: UUID, body: LabelPatch, expected_version: int | None = None
) -> Written[LabelView]:
    """Change what was sent.

    Raises:
        NotFoundError, StaleVersionError: not theirs, newer.
        ConflictError: another has that name (`name-taken`).
    """
    values = body.model_dump(exclude_unset=True)
    return await _change(database, Command(actor, "edit_label"), label_id, values, expected_version)


async def move_label(
    database: Database, actor: Actor, label_id: UUID, body: Neighbour, expected_version: int | None = None
) -> Written[LabelView]:
    """To another place in the order. Errors as of `update_label`."""
    command = Command(actor, "move_label")
    async with database.transaction() as transaction:
        await repository.hold_labels(transaction, actor)
        row = await writing.present(transaction, actor, LABEL, label_id, expected_version)
        labels = await repository.list_labels(transaction, actor)
        written = await writing.reorder(transaction, command, LABEL, row, labels, body)
    return Written(LabelView.model_validate(written.value), written.group_id)


async def delete_label(
    database: Database, actor: Actor, label_id: UUID, expected_version: int | None = None
) -> Written[None]:
    """To the trash; no task shows it any more until undo brings it back. Errors as of `update_label`."""
    gone = {"deleted_at": utc_now().isoformat()}
    written = await _change(database, Command(actor, "delete_label"), label_id, gone, expected_version)
    return Written(None, written.group_id)


async def _change(
    database: Database, command: Command, label_id: UUID, values: dict[str, Any], expected_version: int | None
) -> Written[LabelView]:
    written = await writing.change_one(database, command, LABEL, label_id, values, expected_version)
    return Written(LabelView.model_validate(written.value), written.group_id)


def _new_row(actor: Actor, body: LabelCreate, label_id: UUID) -> dict[str, Any]:
    return body.model_dump() | {"id": str(label_id), "user_id": str(actor.user_id), "position": end_key()}
