"""Tables of conversations with the assistant."""

import datetime
from datetime import datetime as moment
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from todo.columns import Row, created_now, json_document, key_reference, reference, timestamp


def _list_of_documents() -> Any:
    return Field(sa_type=JSONB, sa_column_kwargs={"server_default": "[]"}, nullable=False)


def _count() -> Any:
    return Field(default=0, sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})


class Conversation(Row, table=True):
    """A conversation of one person."""

    __tablename__ = "conversation"
    __table_args__ = (Index(None, "user_id", "updated_at"),)

    user_id: UUID = reference("app_user.id")
    title: str
    updated_at: moment = created_now()


class Message(Row, table=True):
    """What one side said. `items` are the Agents SDK's input items of the turn, for replay; `cards` what people saw.

    An answer is kept from its start on, `running`, with what each tool did as soon as it is done. All that it changes
    is in the group `change_group`. `memory` is what a later turn may refer to (`memory.Memory`).
    """

    __tablename__ = "message"
    __table_args__ = (
        CheckConstraint("role in ('user', 'assistant')", name="role"),
        CheckConstraint("state in ('running', 'done', 'stopped', 'failed')", name="state"),
        Index(None, "conversation_id", "id"),
    )

    conversation_id: UUID = reference("conversation.id")
    role: str
    text: str
    cards: list[dict[str, Any]] = _list_of_documents()
    items: list[dict[str, Any]] = _list_of_documents()
    state: str = Field(default="done", sa_column_kwargs={"server_default": "done"})
    model: str | None = None
    change_group: UUID | None = None
    usage: dict[str, Any] | None = json_document()
    memory: dict[str, Any] | None = json_document()


class Approval(Row, table=True):
    """A call that waits for the person: the tool, its arguments with the exact tasks, and those as they were shown."""

    __tablename__ = "approval"
    __table_args__ = (CheckConstraint("status in ('pending', 'approved', 'rejected', 'expired')", name="status"),)

    conversation_id: UUID = reference("conversation.id", index=True)
    message_id: UUID = reference("message.id", index=True, unique=True)
    tool: str
    title: str
    arguments: dict[str, Any] = Field(sa_type=JSONB, sa_column_kwargs={"server_default": "{}"}, nullable=False)
    tasks: list[dict[str, Any]] = _list_of_documents()
    status: str = Field(default="pending", sa_column_kwargs={"server_default": "pending"})
    decided_at: moment | None = timestamp()


class AssistantUsage(SQLModel, table=True):
    """What a person's answers by a model cost on a day of theirs."""

    __tablename__ = "assistant_usage"

    user_id: UUID = key_reference("app_user.id")
    day: datetime.date = Field(primary_key=True)
    tokens: int = _count()
    milliseconds: int = _count()
