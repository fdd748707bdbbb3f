"""Bodies of chat and conversations, and the events of a chat stream."""

from datetime import datetime
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from todo.boundary import Body, ChatMessage, Name
from todo.mcp.schemas import ToolOutput
from todo.tasks.schemas import TaskView

BUILT_IN = "built-in"
ApprovalStatus = Literal["pending", "approved", "rejected", "expired"]
NoticeKind = Literal[
    "model-unavailable", "model-slow", "model-refused-key", "model-quota", "model-nonsense", "model-steps", "budget"
]


class Decision(Body):
    """Whether what an approval lists may be done."""

    id: UUID
    approve: bool = Field(strict=True)


class ChatRequest(Body):
    """Something said, in a new conversation or in one that is there; or there a decision, or another try."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"message": "what is due tomorrow?"}]})

    message: ChatMessage | None = None
    conversation_id: UUID | None = None
    approval: Decision | None = None
    retry: bool = Field(default=False, strict=True, description="Answer the last message anew; undoes what it changed")

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        if [self.message is not None, self.approval is not None, self.retry].count(True) != 1:
            raise ValueError("give one of message, approval and retry")
        if self.message is None and self.conversation_id is None:
            raise ValueError("approval and retry need the conversation_id")
        return self


class ToolCard(ToolOutput):
    """What a tool did, as people see it. `change_group` is set when it can be undone."""

    id: str
    tool: str


class ApprovalView(BaseModel):
    """What is asked before it is done, with the exact tasks."""

    id: UUID
    tool: str
    title: str
    tasks: list[TaskView]
    status: ApprovalStatus


class TokenUsage(BaseModel):
    """What an answer cost; nothing when no model was asked."""

    model_config = ConfigDict(json_schema_extra={"required": ["input_tokens", "output_tokens"]})

    input_tokens: int = 0
    output_tokens: int = 0


class ConversationView(BaseModel):
    id: UUID
    title: str
    created_at: datetime
    updated_at: datetime


class ConversationPage(BaseModel):
    """Most recently used first."""

    items: list[ConversationView]
    next_cursor: str | None


class ConversationPatch(Body):
    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "The move"}]})

    title: Name


class MessageView(BaseModel):
    """`change_group` undoes all that an answer changed; `undone`: it was. `state` is `stopped` when it broke off."""

    id: UUID
    role: Literal["user", "assistant"]
    text: str
    cards: list[ToolCard]
    created_at: datetime
    state: Literal["running", "done", "stopped", "failed"]
    approval: ApprovalView | None
    model: str | None
    change_group: UUID | None
    usage: TokenUsage | None
    undone: bool


class MessageList(BaseModel):
    """Oldest first."""

    items: list[MessageView]


class UsageView(BaseModel):
    """What today's answers by a model cost; a limit is null when there is none."""

    tokens_today: int
    token_limit: int | None
    seconds_today: float
    second_limit: int | None


class AssistantView(BaseModel):
    """Which model answers, whether it calls tools itself, what it cost today, and what one might say."""

    model: str
    tools: Literal["native", "schema", "built-in"]
    usage: UsageView
    suggestions: list[str]


class ChatEvent(BaseModel):
    """One server-sent event of `POST /api/chat`.

    `conversation` {id, title}; `text` {delta}; `tool_call` {id, name, arguments}; `tool_card` ToolCard;
    `approval` ApprovalView (what it lists is done only when the person approves); `notice` {kind, detail} (the built-in
    assistant answers instead of the model); `error` Problem (its `type` says what happened, such as `turn-timeout`,
    `shutting-down`, `internal`); `done` {message_id, model, change_group, usage}.
    Exactly one `done` or `error` ends the stream.
    """

    event: Literal["conversation", "text", "tool_call", "tool_card", "approval", "notice", "error", "done"]
    data: dict[str, Any]

    def encode(self) -> bytes:
        """The event on the wire (WHATWG HTML, server-sent events)."""
        payload = self.model_dump_json(include={"data"})[len('{"data":') : -1]
        return f"event: {self.event}\ndata: {payload}\n\n".encode()
