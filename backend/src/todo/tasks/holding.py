"""Holding tasks as they are, for a command that must find them as they were seen."""

from collections.abc import Sequence
from uuid import UUID

from todo.actor import Actor
from todo.database import Transaction
from todo.tasks import repository


async def hold(transaction: Transaction, actor: Actor, ids: Sequence[UUID]) -> dict[UUID, int]:
    """Versions by id of tasks that the person may read and that are not in the trash, and of all below them.

    Nobody else can change them until the transaction ends. Projects are locked first, as every command does it.
    """
    await repository.hold_projects_of(transaction, actor, ids, [])
    rows = await repository.family(transaction, actor, ids)
    return {UUID(str(held["row"]["id"])): int(held["row"]["version"]) for held in rows}
