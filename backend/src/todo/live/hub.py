"""One process's ear on the database: follows the change log and passes each change to the streams that may see it."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from uuid import UUID

import structlog
from pydantic import ValidationError

from todo.accounts import service as accounts
from todo.actor import Actor
from todo.database import Database, Executor, Row
from todo.errors import DatabaseUnavailableError
from todo.live import repository
from todo.live.horizon import Horizon, Look
from todo.live.schemas import LiveEvent, event_for
from todo.tasks import service as tasks
from todo.tasks.schemas import TaskView

# So far may a stream be behind and still be told what it missed; the log is read no further back.
MAX_BEHIND = 10_000
# Events that wait for one slow reader.
QUEUE_LENGTH = 256
# Tasks are sent with the changes that are about them: so many at once, and each of so many characters of notes.
MAX_TASKS, MAX_NOTES = 50, 4_000
# Notices that come in a burst are answered together, and what is not settled is looked at again after as long.
PACE_SECONDS = 0.02
# A notice is never lost while the connection lives; a look now and then finds out whether it does.
LOOK_SECONDS = 10.0
RECONNECT_SECONDS, READY_SECONDS = 0.5, 2.0
OPEN: "set[Hub]" = set()  # the hubs of this process that listen
log = structlog.get_logger(__name__)


class Subscription:
    """The events of one stream, with a bound: who reads too slowly is told to load everything again.

    All events up to `start` were before its time.
    """

    def __init__(self, actor: Actor, start: int) -> None:
        self.actor, self.start = actor, start
        self._queue: asyncio.Queue[LiveEvent | None] = asyncio.Queue(QUEUE_LENGTH)

    def put(self, event: LiveEvent | None) -> None:
        """Add an event; None ends the stream."""
        if self._queue.full():
            self._clear()
            event = event and LiveEvent("reset", event.id)
        self._queue.put_nowait(event)

    async def get(self) -> LiveEvent | None:
        return await self._queue.get()

    @property
    def is_empty(self) -> bool:
        return self._queue.empty()

    def _clear(self) -> None:
        while not self._queue.empty():
            self._queue.get_nowait()


class Hub:
    """Listens on a connection of its own from the first stream on, and comes back when that is lost."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._streams: dict[UUID, set[Subscription]] = {}
        self._horizon: Horizon | None = None
        self._passed_on = 0
        self._ready, self._wake = asyncio.Event(), asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closed, self._checked_at = False, 0.0

    async def ready(self) -> None:
        """Returns when this process hears of changes. The first stream starts that.

        Raises:
            DatabaseUnavailableError: it does not within two seconds.
        """
        if self._task is None:
            self._task = asyncio.create_task(self._run())
            OPEN.add(self)
        try:
            async with asyncio.timeout(READY_SECONDS):
                await self._ready.wait()
        except TimeoutError as error:
            raise DatabaseUnavailableError from error

    @contextmanager
    def subscription(self, actor: Actor) -> Iterator[Subscription]:
        """A stream's events from now on. Call `ready` first."""
        stream = Subscription(actor, self._horizon.position if self._horizon else 0)
        self._streams.setdefault(actor.user_id, set()).add(stream)
        if self._closed:
            stream.put(None)
        try:
            yield stream
        finally:
            streams = self._streams[actor.user_id]
            streams.discard(stream)
            if not streams:
                del self._streams[actor.user_id]

    def position(self, stream: Subscription) -> int:
        """What a stream whose queue is empty knows of: all changes up to this id."""
        return max(stream.start, self._passed_on)

    def end_streams(self) -> None:
        """End every stream, and those still to come: their readers turn to another process."""
        self._closed = True
        for stream in self._all():
            stream.put(None)

    async def close(self) -> None:
        """Stop listening."""
        self.end_streams()
        OPEN.discard(self)
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _all(self) -> list[Subscription]:
        return [stream for streams in self._streams.values() for stream in streams]

    async def _run(self) -> None:
        while True:
            try:
                async with self._database.listen(repository.CHANNEL, self._hear, self._wake.set) as connection:
                    await self._follow(connection)
            except DatabaseUnavailableError:
                log.warning("live_connection_lost")
            except Exception as error:
                # Whatever it was, people's tabs must not stay deaf for it.
                log.error("live_failed", exc_info=error)
            await asyncio.sleep(RECONNECT_SECONDS)

    def _hear(self, payload: str) -> None:
        """An empty notice says that the log has grown; any other is itself an event for one person."""
        if not payload:
            self._wake.set()
            return
        told = json.loads(payload)
        event = LiveEvent(told["name"], payload=json.dumps(told["content"], ensure_ascii=False))
        for stream in self._streams.get(UUID(told["user_id"]), ()):
            stream.put(event)

    async def _follow(self, connection: Executor) -> None:
        while True:
            self._wake.clear()
            settled = await self._look(connection)
            await self._end_signed_out(connection)
            await asyncio.sleep(PACE_SECONDS)
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS if settled else 0):
                    await self._wake.wait()

    async def _look(self, connection: Executor) -> bool:
        """Pass on what is new; False when something may still be on its way."""
        latest = await repository.latest_id(connection)
        lost = self._ready.is_set() and not self._passed_on <= latest <= self._passed_on + MAX_BEHIND
        if lost or self._horizon is None:
            self._ready.clear()
            self._horizon = Horizon(max(0, latest - MAX_BEHIND))
        row = await repository.completeness(connection, self._horizon.position, latest)
        settled = self._horizon.advance(Look(latest=latest, **row))
        if not settled and self._horizon.needs_number:
            self._horizon.wait_for(latest, await repository.new_transaction(connection))
        if self._ready.is_set():
            await self._pass_on(connection, self._horizon.position)
        elif settled:
            self._begin(self._horizon.position)
        return settled

    def _begin(self, position: int) -> None:
        """Only what comes from here on is passed on; who listens already has to load everything again."""
        self._passed_on = position
        for stream in self._all():
            stream.put(LiveEvent("reset", self._passed_on))
        self._ready.set()

    async def _end_signed_out(self, connection: Executor) -> None:
        now = asyncio.get_running_loop().time()
        if now < self._checked_at + LOOK_SECONDS:
            return
        self._checked_at = now
        streams = {stream: stream.actor.credential_id for stream in self._all() if stream.actor.credential_id}
        ended = await accounts.ended_sessions(connection, set(streams.values()))
        for stream, session_id in streams.items():
            if session_id in ended:
                stream.put(None)

    async def _pass_on(self, connection: Executor, until: int) -> None:
        if until == self._passed_on:
            return
        # A stream that opens while this is read starts after it.
        changes = await repository.list_changes(connection, list(self._streams), self._passed_on, until)
        seen = await tasks_seen(connection, changes)
        for change in changes:
            for user_id in {*change["saw"], *change["sees"]}:
                event = event_for(user_id, change, seen.get((user_id, change["entity_id"])))
                for stream in self._streams.get(user_id, ()):
                    stream.put(event)
        self._passed_on = until


async def tasks_seen(connection: Executor, changes: Sequence[Row]) -> dict[tuple[UUID, UUID], TaskView]:
    """The tasks that changes are about, as each of those who are told sees them; none when they are too many.

    They are read anew, with the right to see them: what the log has was written for everybody.
    """
    about = [change for change in changes if change["entity"] == "task" and change["is_there"]]
    pairs = {(user_id, change["entity_id"]) for change in about for user_id in change["sees"]}
    if not 0 < len(pairs) <= MAX_TASKS:
        return {}
    try:
        found = await tasks.seen_by(connection, pairs)
    except ValidationError as error:
        # One that can't be shown must not keep everybody from hearing of the rest, again and again.
        log.error("live_tasks_unreadable", exc_info=error)
        return {}
    return {pair: task for pair, task in found.items() if len(task.notes) <= MAX_NOTES}
