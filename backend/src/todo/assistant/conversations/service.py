"""Conversations: listing, searching, renaming, deleting them, and keeping what is said in them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from todo.actor import Actor
from todo.assistant import history
from todo.assistant.conversations import repository
from todo.assistant.schemas import ConversationPage, ConversationView, MessageList, MessageView
from todo.boundary import new_id
from todo.clock import utc_now
from todo.database import Database, Executor, Row, Transaction
from todo.errors import NotFoundError
from todo.paging import decode_cursor, encode_cursor, invalid_cursor

REPLAYED_MESSAGES, SHOWN_MESSAGES, TITLE_LENGTH = 20, 200, 60
# No answer takes longer than this: one that claims to be under way since then was killed with its server.
LONGEST_TURN = timedelta(minutes=11)


async def list_conversations(
    database: Database, actor: Actor, *, text: str | None, cursor: str | None, limit: int
) -> ConversationPage:
    """A page of the person's conversations; with `text` of those in whose title or messages it stands."""
    before = _position(cursor)
    rows = await repository.list_conversations(database, actor, text=text, before=before, limit=limit + 1)
    page = [ConversationView.model_validate(row) for row in rows[:limit]]
    more = len(rows) > limit
    following = encode_cursor(page[-1].updated_at.isoformat(), str(page[-1].id)) if more else None
    return ConversationPage(items=page, next_cursor=following)


async def rename_conversation(database: Database, actor: Actor, conversation_id: UUID, title: str) -> ConversationView:
    """Give it another title.

    Raises:
        NotFoundError: the person has no such conversation.
    """
    row = await repository.rename_conversation(database, actor, conversation_id, title)
    if row is None:
        raise not_found()
    return ConversationView.model_validate(row)


async def delete_conversation(database: Database, actor: Actor, conversation_id: UUID) -> None:
    """Delete it with its messages.

    Raises:
        NotFoundError: the person has no such conversation.
    """
    if not await repository.delete_conversation(database, actor, conversation_id):
        raise not_found()


async def list_messages(database: Database, actor: Actor, conversation_id: UUID) -> MessageList:
    """The newest messages of a conversation, oldest first.

    Raises:
        NotFoundError: the person has no such conversation.
    """
    rows = await messages_of(database, actor, conversation_id, newest=SHOWN_MESSAGES)
    return MessageList(items=[MessageView.model_validate(row) for row in rows])


async def messages_of(db: Executor, actor: Actor, conversation_id: UUID, *, newest: int) -> list[Row]:
    """The newest messages as they are kept, oldest first. One whose server died counts as stopped.

    Raises:
        NotFoundError: the person has no such conversation.
    """
    rows = await repository.list_messages(db, actor, conversation_id, newest=newest)
    if rows is None:
        raise not_found()
    long_ago = utc_now() - LONGEST_TURN
    return [
        row | {"state": "stopped"} if row["state"] == "running" and row["created_at"] < long_ago else row
        for row in rows
    ]


async def open_conversation(
    transaction: Transaction, actor: Actor, conversation_id: UUID | None, title: str
) -> ConversationView:
    """The conversation, marked as used now, or a new one; it is the caller's alone until the transaction ends.

    Raises:
        NotFoundError: the person has no such conversation.
    """
    if conversation_id is None:
        row = await repository.create_conversation(transaction, actor, new_id(), " ".join(title.split())[:TITLE_LENGTH])
    else:
        row = await repository.touch_conversation(transaction, actor, conversation_id)
    if row is None:
        raise not_found()
    return ConversationView.model_validate(row)


def said_message(text: str) -> Row:
    """What the person said, as it is kept."""
    items = [history.said(text)]
    return {"id": new_id(), "role": "user", "text": text, "items": items, "state": "done", "change_group": None}


async def begin_answer(
    db: Executor, actor: Actor, conversation_id: UUID, message_id: UUID, said: Sequence[Row] = ()
) -> None:
    """Keep what was said, and that an answer is under way with the group that it may write to.

    Whatever happens from now on, both can be found.
    """
    answer: Row = {"role": "assistant", "text": "", "items": [], "state": "running", "change_group": actor.group_id}
    await repository.add_messages(db, actor, conversation_id, [*said, {"id": message_id, **answer}])


async def keep_answer(db: Executor, actor: Actor, message_id: UUID, values: dict[str, Any]) -> None:
    """Keep how far an answer has come (`Draft.values`)."""
    await repository.update_message(db, actor, message_id, values)


async def forget_after(transaction: Transaction, actor: Actor, conversation_id: UUID, message_id: UUID) -> None:
    """Delete what came after a message."""
    await repository.delete_messages_after(transaction, actor, conversation_id, message_id)


def not_found() -> NotFoundError:
    """The person has no such conversation."""
    return NotFoundError("There is no such conversation of yours.")


def _position(cursor: str | None) -> tuple[datetime, UUID] | None:
    if cursor is None:
        return None
    moment, conversation_id = decode_cursor(cursor, 2)
    try:
        return datetime.fromisoformat(moment), UUID(conversation_id)
    except ValueError:
        raise invalid_cursor() from None
