"""SQL of approvals. Every query names the person whose conversation it is in."""

from typing import Any
from uuid import UUID

from todo.actor import Actor
from todo.database import Executor, Row


async def create_approval(
    db: Executor, actor: Actor, conversation_id: UUID, message_id: UUID, approval: dict[str, Any]
) -> None:
    """Ask for one; the message may ask for one only.

    Args:
        approval: id, tool, title, arguments, tasks.
    """
    await db.fetch(
        """
        insert into approval (id, conversation_id, message_id, tool, title, arguments, tasks)
        select $4, conversation.id, $3, $5, $6, $7::jsonb, $8::jsonb
        from conversation where conversation.id = $1 and conversation.user_id = $2
        """,
        conversation_id,
        actor.user_id,
        message_id,
        approval["id"],
        approval["tool"],
        approval["title"],
        approval["arguments"],
        approval["tasks"],
    )


async def get_approval(db: Executor, actor: Actor, conversation_id: UUID, approval_id: UUID) -> Row | None:
    """One of a conversation of the person's, with `memory` and `model` of the message that asks for it."""
    return await db.fetch_one(
        """
        select approval.*, message.memory, message.model from approval
        join conversation on conversation.id = approval.conversation_id and conversation.user_id = $1
        join message on message.id = approval.message_id
        where approval.conversation_id = $2 and approval.id = $3
        """,
        actor.user_id,
        conversation_id,
        approval_id,
    )


async def newest_pending(db: Executor, actor: Actor, conversation_id: UUID) -> Row | None:
    """The id of the newest that is pending in a conversation of the person's."""
    return await db.fetch_one(
        """
        select approval.id from approval
        join conversation on conversation.id = approval.conversation_id and conversation.user_id = $1
        where approval.conversation_id = $2 and approval.status = 'pending'
        order by approval.id desc limit 1
        """,
        actor.user_id,
        conversation_id,
    )


async def decide(db: Executor, actor: Actor, conversation_id: UUID, status: str, approval_id: UUID | None) -> list[Row]:
    """Settle what is pending in a conversation, one or (with None) all; empty when somebody else was first."""
    return await db.fetch(
        """
        update approval set status = $3, decided_at = now()
        from conversation
        where conversation.id = $2 and conversation.user_id = $1 and approval.conversation_id = conversation.id
          and approval.status = 'pending' and ($4::uuid is null or approval.id = $4)
        returning approval.*
        """,
        actor.user_id,
        conversation_id,
        status,
        approval_id,
    )
