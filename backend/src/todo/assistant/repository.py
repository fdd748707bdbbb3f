"""SQL of conversations. Every query names the person whose conversation it is."""

from datetime import datetime
from typing import Any
from uuid import UUID

from todo.actor import Actor
from todo.database import Executor, Row

_COLUMNS = "id, title, created_at, updated_at"


async def create_conversation(db: Executor, actor: Actor, conversation_id: UUID, title: str) -> Row | None:
    return await db.fetch_one(
        f"insert into conversation (id, user_id, title) values ($1, $2, $3) returning {_COLUMNS}",  # noqa: S608
        conversation_id,
        actor.user_id,
        title,
    )


async def touch_conversation(db: Executor, actor: Actor, conversation_id: UUID) -> Row | None:
    """Mark it used now; None when the person has no such conversation."""
    return await db.fetch_one(
        f"""
        update conversation set updated_at = now() where id = $1 and user_id = $2 returning {_COLUMNS}
        """,  # noqa: S608 - a constant list of columns
        conversation_id,
        actor.user_id,
    )


async def list_conversations(
    db: Executor, actor: Actor, *, before: tuple[datetime, UUID] | None, limit: int
) -> list[Row]:
    """Most recently used first, from after the position `before`."""
    moment, conversation_id = before or (None, None)
    return await db.fetch(
        f"""
        select {_COLUMNS} from conversation
        where user_id = $1 and ($2::timestamptz is null or (updated_at, id) < ($2, $3::uuid))
        order by updated_at desc, id desc limit $4
        """,  # noqa: S608 - a constant list of columns
        actor.user_id,
        moment,
        conversation_id,
        limit,
    )


async def delete_conversation(db: Executor, actor: Actor, conversation_id: UUID) -> bool:
    """Whether there was one."""
    row = await db.fetch_one(
        "delete from conversation where id = $1 and user_id = $2 returning id", conversation_id, actor.user_id
    )
    return row is not None


async def list_messages(db: Executor, actor: Actor, conversation_id: UUID, *, newest: int) -> list[Row] | None:
    """The newest messages, oldest first; None when the person has no such conversation."""
    rows = await db.fetch(
        """
        select latest.* from conversation
        left join lateral (
            select message.* from message where message.conversation_id = conversation.id
            order by message.id desc limit $3
        ) latest on true
        where conversation.id = $1 and conversation.user_id = $2
        order by latest.id
        """,
        conversation_id,
        actor.user_id,
        newest,
    )
    return [row for row in rows if row["id"] is not None] if rows else None


async def add_message(db: Executor, actor: Actor, conversation_id: UUID, message: dict[str, Any]) -> None:
    """Keep a message; nothing happens when the conversation was deleted meanwhile.

    Args:
        message: id, role, text, cards, items.
    """
    await db.fetch(
        """
        insert into message (id, conversation_id, role, text, cards, items)
        select $3, conversation.id, $4, $5, $6::jsonb, $7::jsonb
        from conversation where conversation.id = $1 and conversation.user_id = $2
        """,
        conversation_id,
        actor.user_id,
        message["id"],
        message["role"],
        message["text"],
        message["cards"],
        message["items"],
    )
