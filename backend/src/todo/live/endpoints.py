"""`/api/events`."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Request
from fastapi.responses import StreamingResponse

from todo.accounts.dependencies import CurrentActor
from todo.dependencies import STREAM_HEADERS, CurrentDatabase, problems
from todo.live import service
from todo.live.schemas import LiveEvent

router = APIRouter(prefix="/api/events", tags=["live"], responses=problems(401, 422))
STREAM: dict[int | str, dict[str, Any]] = {
    200: {"description": LiveEvent.__doc__, "content": {"text/event-stream": {"schema": {"type": "string"}}}}
}


@router.get("", response_class=StreamingResponse, responses={**STREAM, **problems(503)})
async def listen(
    request: Request,
    database: CurrentDatabase,
    actor: CurrentActor,
    last_event_id: Annotated[str | None, Header(description="The id of the last event that was received")] = None,
) -> StreamingResponse:
    """Everything that changes in what you may see, as server-sent events, as it changes."""
    events = await service.listen(database, request.app.state.hub, actor, last_event_id)
    return StreamingResponse(events, media_type="text/event-stream", headers=STREAM_HEADERS)
