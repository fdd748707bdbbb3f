"""Whether this process should get requests."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from importlib.metadata import version

import structlog

from todo.database import Database
from todo.errors import DatabaseUnavailableError
from todo.health import repository
from todo.health.schemas import Health

# Set by the first stop signal; one process serves one application.
SHUTTING_DOWN = threading.Event()
# So many requests at once find a connection that was used before; more are opened as they are needed.
WARM_CONNECTIONS = 4
RETRY_SECONDS = 0.5
# Shorter than the patience of whoever probes.
PATIENCE_SECONDS = 1.5
log = structlog.get_logger(__name__)


class Warming:
    """Opens connections before the first request comes, so that it costs what the hundredth does.

    `listening` returns when the process hears of changes: the first live stream should not wait for that either.
    """

    def __init__(self, database: Database, listening: Callable[[], Awaitable[None]]) -> None:
        self._database, self._listening = database, listening
        self._done = asyncio.Event()

    async def run(self) -> None:
        """Returns when it is done. As long as there is no database it is tried again."""
        while not self._done.is_set():
            try:
                await self._database.warm(WARM_CONNECTIONS, repository.touch)
                await self._listening()
                self._done.set()
            except DatabaseUnavailableError:
                await asyncio.sleep(RETRY_SECONDS)
            except Exception as error:
                # Such as tables that are not there yet: whoever makes them may still be at work.
                log.error("warming_failed", exc_info=error)
                await asyncio.sleep(RETRY_SECONDS)

    async def is_done(self) -> bool:
        """Whether it is, or will be in a moment."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._done.wait()
        return self._done.is_set()


async def readiness(database: Database, warming: Warming) -> Health:
    """The report of a process that has begun to serve; before that it is `starting`. Never raises."""
    if await warming.is_done():
        return await check(database)
    return Health(status="starting", database="unavailable", version=version("todo"))


async def check(database: Database) -> Health:
    """The report; never raises."""
    try:
        await repository.ping(database)
        answers = True
    except DatabaseUnavailableError:
        answers = False
    status = "shutting-down" if SHUTTING_DOWN.is_set() else "ok" if answers else "unavailable"
    return Health(status=status, database="ok" if answers else "unavailable", version=version("todo"))
