"""`/api/chat`, `/api/conversations` and `/api/assistant`."""

from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from todo.accounts.dependencies import CurrentActor
from todo.assistant import service
from todo.assistant.conversations import service as conversations
from todo.assistant.describing import describe_assistant
from todo.assistant.schemas import (
    AssistantView,
    ChatEvent,
    ChatRequest,
    ConversationPage,
    ConversationPatch,
    ConversationView,
    MessageList,
)
from todo.assistant.turns import Surroundings
from todo.boundary import SearchText
from todo.dependencies import STREAM_HEADERS, CurrentDatabase, CurrentSettings, problems

router = APIRouter(prefix="/api", tags=["assistant"], responses=problems(401, 422))
STREAM: dict[int | str, dict[str, Any]] = {
    200: {"description": ChatEvent.__doc__, "content": {"text/event-stream": {"schema": {"type": "string"}}}}
}


@router.post("/chat", response_class=StreamingResponse, responses={**STREAM, **problems(404, 409)})
async def chat(
    request: Request, database: CurrentDatabase, settings: CurrentSettings, actor: CurrentActor, body: ChatRequest
) -> StreamingResponse:
    """Say something to the assistant; the answer is a stream of server-sent events. Leaving stops it."""
    state = request.app.state
    surroundings = Surroundings(database, settings, state.tools, state.line)
    events = await service.start_turn(surroundings, actor, body)
    return StreamingResponse(_encoded(events), media_type="text/event-stream", headers=STREAM_HEADERS)


@router.get("/assistant")
async def get_assistant(database: CurrentDatabase, settings: CurrentSettings, actor: CurrentActor) -> AssistantView:
    """Which model answers, what it cost you today, and what you might say now."""
    return await describe_assistant(database, settings, actor)


@router.get("/conversations")
async def list_conversations(
    database: CurrentDatabase,
    actor: CurrentActor,
    text: Annotated[SearchText | None, Query(description="Words of the title or of what was said")] = None,
    cursor: Annotated[str | None, Query(max_length=500)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> ConversationPage:
    """Your conversations, most recently used first."""
    return await conversations.list_conversations(database, actor, text=text, cursor=cursor, limit=limit)


@router.get("/conversations/{conversation_id}/messages", responses=problems(404))
async def list_messages(database: CurrentDatabase, actor: CurrentActor, conversation_id: UUID) -> MessageList:
    """What was said, oldest first."""
    return await conversations.list_messages(database, actor, conversation_id)


@router.patch("/conversations/{conversation_id}", responses=problems(404))
async def rename_conversation(
    database: CurrentDatabase, actor: CurrentActor, conversation_id: UUID, body: ConversationPatch
) -> ConversationView:
    """Give a conversation another title."""
    return await conversations.rename_conversation(database, actor, conversation_id, body.title)


@router.delete("/conversations/{conversation_id}", status_code=204, responses=problems(404))
async def delete_conversation(database: CurrentDatabase, actor: CurrentActor, conversation_id: UUID) -> None:
    """Delete a conversation with its messages."""
    await conversations.delete_conversation(database, actor, conversation_id)


async def _encoded(events: AsyncIterator[ChatEvent]) -> AsyncIterator[bytes]:
    async for event in events:
        yield event.encode()
