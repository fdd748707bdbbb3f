"""Bodies of chat and conversations, and the events of a chat stream."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from todo.boundary import Body, ChatMessage
from todo.mcp.schemas import ToolOutput


class ChatRequest(Body):
    model_config = ConfigDict(json_schema_extra={"examples": [{"message": "what is due tomorrow?"}]})

    message: ChatMessage
    conversation_id: UUID | None = None


class ToolCard(ToolOutput):
    """What a tool did, as people see it. `change_group` is set when it can be undone."""

    id: str
    tool: str


class ConversationView(BaseModel):
    id: UUID
    title: str
    created_at: datetime
    updated_at: datetime


class ConversationPage(BaseModel):
    """Most recently used first."""

    items: list[ConversationView]
    next_cursor: str | None


class MessageView(BaseModel):
    id: UUID
    role: Literal["user", "assistant"]
    text: str
    cards: list[ToolCard]
    created_at: datetime


class MessageList(BaseModel):
    """Oldest first."""

    items: list[MessageView]


class ChatEvent(BaseModel):
    """One server-sent event of `POST /api/chat`.

    `conversation` {id, title}; `text` {delta}; `tool_call` {id, name, arguments}; `tool_card` ToolCard;
    `error` Problem; `done` {message_id}. Exactly one `done` or `error` ends the stream.
    """

    event: Literal["conversation", "text", "tool_call", "tool_card", "error", "done"]
    data: dict[str, Any]

    def encode(self) -> bytes:
        """The event on the wire (WHATWG HTML, server-sent events)."""
        payload = self.model_dump_json(include={"data"})[len('{"data":') : -1]
        return f"event: {self.event}\ndata: {payload}\n\n".encode()
