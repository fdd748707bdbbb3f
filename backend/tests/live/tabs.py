"""Open tabs: listeners of the live stream over real connections."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from support import Person
from todo.live import hub, repository

CONTEXT = ssl.create_default_context()  # making one takes longer than a request


@dataclass
class Event:
    """One server-sent event as a browser reads it; without a name it is a comment."""

    name: str | None
    id: int | None
    data: dict[str, Any]


@dataclass
class Tab:
    """What one listener has been sent and has not been asked for yet. `last_id` is what a browser would resume from."""

    response: httpx.Response
    events: asyncio.Queue[Event | None] = field(default_factory=asyncio.Queue)
    last_id: int = 0

    async def read(self) -> None:
        """Read until the stream ends; the end is None."""
        fields: dict[str, str] = {}
        async for line in self.response.aiter_lines():
            if line:
                name, _, value = line.partition(":")
                fields[name] = value.strip()
                continue
            number = int(fields["id"]) if "id" in fields else None
            self.last_id = self.last_id if number is None else number
            self.events.put_nowait(Event(fields.get("event"), number, json.loads(fields.get("data", "{}"))))
            fields = {}
        self.events.put_nowait(None)

    async def next(self) -> Event | None:
        """The next event, comments left out."""
        async with asyncio.timeout(20):
            while (event := await self.events.get()) is not None and not event.name:
                pass
        return event

    async def changes(self, count: int) -> list[dict[str, Any]]:
        """The next events, which are changes."""
        found = [await self.next() for _ in range(count)]
        assert all(event and event.name == "change" for event in found), found
        return [event.data for event in found if event]

    async def until(self, kind: str) -> AsyncIterator[dict[str, Any]]:
        """The changes up to the next of a kind, that one too."""
        while True:
            [change] = await self.changes(1)
            yield change
            if change["kind"] == kind:
                return

    async def until_entity(self, entity_id: str) -> AsyncIterator[dict[str, Any]]:
        """The changes up to the next of something, that one too."""
        while True:
            [change] = await self.changes(1)
            yield change
            if change["entity_id"] == entity_id:
                return


async def _all_told(person: Person) -> None:
    """Returns when what was changed so far is told in this process: a tab that is opened then hears what comes after.

    A stream begins where its process is in the log, which may be a little behind.
    """
    for listening in list(hub.OPEN):
        latest = await repository.latest_id(listening._database)
        with listening.subscription(person.actor) as stream:
            async with asyncio.timeout(20):
                while listening.position(stream) < latest:  # noqa: ASYNC110 - the hub tells streams, and this one nothing
                    await asyncio.sleep(0.005)


@asynccontextmanager
async def tab(address: str, person: Person, last_event_id: object = None) -> AsyncIterator[Tab]:
    """A tab of the person's that listens, as far as its first event; with an id it resumes and reads nothing yet."""
    if last_event_id is None:
        await _all_told(person)
    headers = [(b"Authorization", f"Bearer {person.token}".encode())]
    if last_event_id is not None:
        headers.append((b"Last-Event-ID", str(last_event_id).encode("latin-1")))
    async with (
        httpx.AsyncClient(headers=headers, timeout=30, verify=CONTEXT) as client,
        client.stream("GET", f"{address}/api/events") as response,
    ):
        assert response.status_code == 200, await response.aread()
        assert response.headers["Content-Type"].startswith("text/event-stream")
        opened = Tab(response)
        reading = asyncio.create_task(opened.read())
        try:
            if last_event_id is None:
                ready = await opened.next()
                assert ready is not None
                assert ready.name == "ready"
            yield opened
        finally:
            reading.cancel()
            await asyncio.gather(reading, return_exceptions=True)
