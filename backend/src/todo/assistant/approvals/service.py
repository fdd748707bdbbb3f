"""Calls that wait for the person: kept in the database alone, so that any replica can go on with them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from todo.actor import Actor
from todo.assistant.approvals import repository
from todo.assistant.draft import Asked
from todo.assistant.memory import Memory
from todo.assistant.schemas import ApprovalView, ChatEvent
from todo.clock import utc_now
from todo.database import Database, Executor, Row, Transaction
from todo.errors import ConflictError, NotFoundError
from todo.tasks import service as tasks

# What was listed longer ago is no longer in anybody's mind.
VALID_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision: the call that it is about, and what its message remembers."""

    view: ApprovalView
    arguments: dict[str, Any]
    versions: dict[str, int]
    memory: Memory


async def ask(db: Executor, actor: Actor, conversation_id: UUID, message_id: UUID, asked: Asked) -> None:
    """Keep what an answer asks for."""
    values = asked.view.model_dump(mode="json", include={"tool", "title", "tasks"})
    call = {"call": asked.arguments, "versions": asked.versions}
    approval = {"id": asked.view.id, "arguments": call, **values}
    await repository.create_approval(db, actor, conversation_id, message_id, approval)


async def settle(
    transaction: Transaction, actor: Actor, conversation_id: UUID, approval_id: UUID, *, approve: bool
) -> Settled:
    """Take a decision. Only one caller ever gets it: whoever comes second is refused.

    Raises:
        NotFoundError: no such approval in a conversation of the person's.
        ConflictError: it is decided already, or was asked for too long ago.
    """
    row = await repository.get_approval(transaction, actor, conversation_id, approval_id)
    if row is None:
        raise NotFoundError("There is no such approval in this conversation.")
    status = "expired" if utc_now() - row["created_at"] > VALID_FOR else "approved" if approve else "rejected"
    if not await repository.decide(transaction, actor, conversation_id, status, approval_id):
        raise ConflictError(
            f"This was decided already: it is {await _status(transaction, actor, row)}.", slug="decided"
        )
    return _settled(row | {"status": status})


async def reject_pending(transaction: Transaction, actor: Actor, conversation_id: UUID) -> list[ChatEvent]:
    """Whoever says something else does not want what was asked. Gives an event for each."""
    rows = await repository.decide(transaction, actor, conversation_id, "rejected", None)
    return [event_of(ApprovalView.model_validate(row)) for row in rows]


async def changed_since(database: Database, actor: Actor, versions: dict[str, int]) -> bool:
    """Whether any of the tasks is other than when it was listed, or gone."""
    for task_id, version in versions.items():
        try:
            task = await tasks.get_task(database, actor, UUID(task_id))
        except NotFoundError:
            return True
        if task.version != version:
            return True
    return False


def event_of(view: ApprovalView) -> ChatEvent:
    """The approval as an event of the stream."""
    return ChatEvent(event="approval", data=view.model_dump(mode="json"))


async def _status(transaction: Transaction, actor: Actor, row: Row) -> str:
    again = await repository.get_approval(transaction, actor, row["conversation_id"], row["id"])
    return str((again or row)["status"])


def _settled(row: Row) -> Settled:
    call = row["arguments"]
    memory = Memory.model_validate(row["memory"] or {})
    return Settled(ApprovalView.model_validate(row), call["call"], call["versions"], memory)
