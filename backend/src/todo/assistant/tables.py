"""Tables of conversations with the assistant."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from todo.columns import Row, created_now, reference


class Conversation(Row, table=True):
    """A conversation of one person."""

    __tablename__ = "conversation"
    __table_args__ = (Index(None, "user_id", "updated_at"),)

    user_id: UUID = reference("app_user.id")
    title: str
    updated_at: datetime = created_now()


class Message(Row, table=True):
    """What one side said. `items` are the Agents SDK's input items of the turn, for replay; `cards` what people saw."""

    __tablename__ = "message"
    __table_args__ = (
        CheckConstraint("role in ('user', 'assistant')", name="role"),
        Index(None, "conversation_id", "id"),
    )

    conversation_id: UUID = reference("conversation.id")
    role: str
    text: str
    cards: list[dict[str, Any]] = Field(sa_type=JSONB, sa_column_kwargs={"server_default": "[]"}, nullable=False)
    items: list[dict[str, Any]] = Field(sa_type=JSONB, sa_column_kwargs={"server_default": "[]"}, nullable=False)
