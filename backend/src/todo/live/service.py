"""The live stream of one listener: what was missed since the last event, then changes as they come."""

import asyncio
import json
import math
import re
from collections.abc import AsyncIterator, Collection
from typing import Literal
from uuid import UUID

from todo.actor import Actor
from todo.database import Database, Executor
from todo.live import hub, repository
from todo.live.hub import Hub, Subscription
from todo.live.schemas import LiveEvent, event_for

# Proxies close what is silent for a minute; a sign of life also moves the id on from which a listener resumes.
ALIVE_SECONDS = 15.0
# Who missed more than this is better served by loading everything again.
MAX_MISSED = 500


async def listen(database: Database, listening: Hub, actor: Actor, last_event_id: str | None) -> AsyncIterator[bytes]:
    """Events on the wire, without end until the listener leaves. The stream holds no connection and no transaction.

    Raises:
        DatabaseUnavailableError: nothing can be heard of now.
    """
    await listening.ready()
    events = _events(database, listening, actor, last_event_id)
    # The first is waited for here, so that what fails is still an answer and not a broken stream.
    return _encoded(await anext(events), events)


async def tell_people(
    database: Executor, user_ids: Collection[UUID], name: Literal["reminder", "purge"], content: dict[str, str]
) -> None:
    """Send an event to every open stream of these people, at whatever process; in a transaction, when it commits."""
    told = {"name": name, "content": content}
    payloads = [json.dumps({"user_id": str(user_id), **told}, ensure_ascii=False) for user_id in user_ids]
    await repository.tell(database, payloads)


def end_streams() -> None:
    """End all streams of this process; browsers open them again by themselves, elsewhere."""
    for listening in list(hub.OPEN):
        listening.end_streams()


async def _encoded(first: LiveEvent, rest: AsyncIterator[LiveEvent]) -> AsyncIterator[bytes]:
    yield first.encode()
    async for event in rest:
        yield event.encode()


async def _events(
    database: Database, listening: Hub, actor: Actor, last_event_id: str | None
) -> AsyncIterator[LiveEvent]:
    with listening.subscription(actor) as stream:
        for missed in await _missed(database, stream, last_event_id):
            yield missed
        while (event := await _next(stream)) is not None:
            if event.name is None:
                yield LiveEvent(None, listening.position(stream))
            elif event.id is None or event.id > stream.start or event.name == "reset":
                yield event


async def _next(stream: Subscription) -> LiveEvent | None:
    try:
        async with asyncio.timeout(ALIVE_SECONDS):
            return await stream.get()
    except TimeoutError:
        return LiveEvent(None)


async def _missed(database: Database, stream: Subscription, last_event_id: str | None) -> list[LiveEvent]:
    """What to send before what comes; the stream goes on after it without a gap or a repetition."""
    if last_event_id is None:
        return [LiveEvent("ready", stream.start)]
    last = int(last_event_id) if re.fullmatch("[0-9]{1,18}", last_event_id) else math.inf
    if stream.start < last <= await repository.latest_id(database):
        stream.start = int(last)  # another process was ahead of this one
    if not 0 <= stream.start - last <= hub.MAX_BEHIND:
        return [LiveEvent("reset", stream.start)]
    user_id = stream.actor.user_id
    rows = await repository.list_changes(database, [user_id], int(last), stream.start)
    if len(rows) > MAX_MISSED:
        return [LiveEvent("reset", stream.start)]
    seen = await hub.tasks_seen(database, rows)
    events = (event_for(user_id, row, seen.get((user_id, row["entity_id"]))) for row in rows)
    return [*events, LiveEvent("ready", stream.start)]
