"""SQL of conversations and their messages. Every query names the person whose conversation it is."""

from collections.abc import Sequence
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


async def rename_conversation(db: Executor, actor: Actor, conversation_id: UUID, title: str) -> Row | None:
    """None when the person has no such conversation."""
    return await db.fetch_one(
        f"update conversation set title = $3 where id = $1 and user_id = $2 returning {_COLUMNS}",  # noqa: S608
        conversation_id,
        actor.user_id,
        title,
    )


async def list_conversations(
    db: Executor, actor: Actor, *, text: str | None, before: tuple[datetime, UUID] | None, limit: int
) -> list[Row]:
    """Most recently used first, from after the position `before`; with `text` in the title or in what was said."""
    moment, conversation_id = before or (None, None)
    return await db.fetch(
        f"""
        select {_COLUMNS} from conversation
        where user_id = $1 and ($2::timestamptz is null or (updated_at, id) < ($2, $3::uuid))
          and ($5::text is null or strpos(lower(title), lower($5)) > 0 or exists (
              select from message where message.conversation_id = conversation.id
              and strpos(lower(message.text), lower($5)) > 0))
        order by updated_at desc, id desc limit $4
        """,  # noqa: S608 - a constant list of columns
        actor.user_id,
        moment,
        conversation_id,
        limit,
        text,
    )


async def delete_conversation(db: Executor, actor: Actor, conversation_id: UUID) -> bool:
    """Whether there was one."""
    row = await db.fetch_one(
        "delete from conversation where id = $1 and user_id = $2 returning id", conversation_id, actor.user_id
    )
    return row is not None


async def list_messages(db: Executor, actor: Actor, conversation_id: UUID, *, newest: int) -> list[Row] | None:
    """The newest messages, oldest first; None when the person has no such conversation.

    Each has its approval, if it asks for one, and its `change_group` only if something was written to it; `undone` says
    whether that was taken back.
    """
    rows = await db.fetch(
        """
        select latest.*,
               case when approval.id is not null then jsonb_build_object(
                   'id', approval.id, 'tool', approval.tool, 'title', approval.title,
                   'tasks', approval.tasks, 'status', approval.status) end as approval,
               written.id as written_group,
               exists (select from change_group undoing where undoing.undo_of = written.id) as undone
        from conversation
        left join lateral (
            select message.* from message where message.conversation_id = conversation.id
            order by message.id desc limit $3
        ) latest on true
        left join approval on approval.message_id = latest.id
        left join change_group written on written.id = latest.change_group and written.user_id = $2
        where conversation.id = $1 and conversation.user_id = $2
        order by latest.id
        """,
        conversation_id,
        actor.user_id,
        newest,
    )
    return [row | {"change_group": row["written_group"]} for row in rows if row["id"] is not None] if rows else None


async def add_messages(db: Executor, actor: Actor, conversation_id: UUID, messages: Sequence[dict[str, Any]]) -> None:
    """Keep messages; nothing happens when the conversation was deleted meanwhile.

    Args:
        messages: each with id, role, text, items, state, change_group.
    """
    await db.fetch(
        """
        insert into message (id, conversation_id, role, text, items, state, change_group)
        select new.id, conversation.id, new.role, new.text, new.items, new.state, new.change_group
        from conversation, jsonb_to_recordset($3::jsonb)
            as new (id uuid, role text, text text, items jsonb, state text, change_group uuid)
        where conversation.id = $1 and conversation.user_id = $2
        """,
        conversation_id,
        actor.user_id,
        [
            {**message, **{key: str(message[key]) for key in ("id", "change_group") if message[key]}}
            for message in messages
        ],
    )


async def update_message(db: Executor, actor: Actor, message_id: UUID, values: dict[str, Any]) -> None:
    """Keep how far an answer has come; nothing happens when it was deleted meanwhile.

    Args:
        values: text, cards, items, state, model, change_group, usage, memory.
    """
    await db.fetch(
        """
        update message set text = $3, cards = $4::jsonb, items = $5::jsonb, state = $6, model = $7, change_group = $8,
                           usage = $9::jsonb, memory = $10::jsonb
        from conversation
        where message.id = $1 and conversation.id = message.conversation_id and conversation.user_id = $2
        """,
        message_id,
        actor.user_id,
        values["text"],
        values["cards"],
        values["items"],
        values["state"],
        values["model"],
        values["change_group"],
        values["usage"],
        values["memory"],
    )


async def delete_messages_after(db: Executor, actor: Actor, conversation_id: UUID, message_id: UUID) -> None:
    """Delete what came after a message."""
    await db.fetch(
        """
        delete from message using conversation
        where conversation.id = $1 and conversation.user_id = $2
          and message.conversation_id = conversation.id and message.id > $3
        """,
        conversation_id,
        actor.user_id,
        message_id,
    )
