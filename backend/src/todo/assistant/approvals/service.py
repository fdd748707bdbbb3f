"""Calls that wait for the person: kept in the database alone, so that any replica can go on with them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from todo.actor import Actor
from todo.assistant.approvals import repository
from todo.assistant.draft import Asked
from todo.assistant.memory import Memory
from todo.assistant.schemas import BUILT_IN, ApprovalView, ChatEvent
from todo.clock import utc_now
from todo.database import Executor, Row, Transaction
from todo.errors import ConflictError, NotFoundError
from todo.tasks import holding

# What was listed longer ago is no longer in anybody's mind.
VALID_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision: the call that it is about, and what its message remembers. `model` is who asked."""

    view: ApprovalView
    arguments: dict[str, Any]
    versions: dict[str, int]
    memory: Memory
    model: str = BUILT_IN


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
        raise NotFoundError("There is no such approval in this conversation.", slug="no-such-approval")
    status = "expired" if utc_now() - row["created_at"] > VALID_FOR else "approved" if approve else "rejected"
    if not await repository.decide(transaction, actor, conversation_id, status, approval_id):
        raise ConflictError(
            f"This was decided already: it is {await _status(transaction, actor, row)}.", slug="decided"
        )
    return _settled(row | {"status": status})


async def pending(transaction: Transaction, actor: Actor, conversation_id: UUID) -> UUID | None:
    """What waits for the person in a conversation of theirs: the newest, if anything does."""
    row = await repository.newest_pending(transaction, actor, conversation_id)
    return row["id"] if row else None


async def reject_pending(transaction: Transaction, actor: Actor, conversation_id: UUID) -> list[ChatEvent]:
    """Whoever says something else does not want what was asked. Gives an event for each."""
    rows = await repository.decide(transaction, actor, conversation_id, "rejected", None)
    return [event_of(ApprovalView.model_validate(row)) for row in rows]


async def unchanged(transaction: Transaction, actor: Actor, settled: Settled) -> bool:
    """Whether the tasks are as they were when they were listed; from now to the transaction's end they stay so.

    What is deleted takes along all that is below it, so nothing may have been added there either.
    """
    listed = {UUID(task_id): version for task_id, version in settled.versions.items()}
    if not listed:
        return True
    held = await holding.hold(transaction, actor, list(listed))
    found = held if settled.view.tool == "delete_tasks" else {key: held[key] for key in listed if key in held}
    return found == listed


def event_of(view: ApprovalView) -> ChatEvent:
    """The approval as an event of the stream."""
    return ChatEvent(event="approval", data=view.model_dump(mode="json"))


async def _status(transaction: Transaction, actor: Actor, row: Row) -> str:
    again = await repository.get_approval(transaction, actor, row["conversation_id"], row["id"])
    return str((again or row)["status"])


def _settled(row: Row) -> Settled:
    call = row["arguments"]
    memory = Memory.model_validate(row["memory"] or {})
    return Settled(
        ApprovalView.model_validate(row), call["call"], call["versions"], memory, row.get("model") or BUILT_IN
    )
