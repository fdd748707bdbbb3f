"""Imports take turns: each reads a whole file into memory and writes for seconds, and anybody may send many at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID
from weakref import WeakValueDictionary

from todo.actor import Actor
from todo.errors import ConflictError, ProblemError, ThrottledError

# So long an import waits for its turn. Its file waits with whoever sends it.
PATIENCE_SECONDS = 3.0
RETRY_SECONDS = 5


class Turns:
    """The imports of one process: one at a time of each person, and `most` of all of them."""

    def __init__(self, most: int) -> None:
        self._places = asyncio.Semaphore(most)
        # A lock lasts as long as somebody has it or waits for it.
        self._own: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def taken(self, actor: Actor) -> AsyncIterator[None]:
        """A turn, while the block is open.

        Raises:
            ConflictError: another import of the person takes long (`import-running`).
            ThrottledError: those of others do (`imports-busy`).
        """
        own = self._own.setdefault(actor.user_id, asyncio.Lock())
        async with _passed(own, already_running()), _passed(self._places, _busy()):
            yield


@asynccontextmanager
async def _passed(gate: asyncio.Lock | asyncio.Semaphore, otherwise: ProblemError) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await gate.acquire()
    except TimeoutError:
        raise otherwise from None
    try:
        yield
    finally:
        gate.release()


def already_running() -> ConflictError:
    """The answer to a second import of one person."""
    detail = "Another import of yours is still running. Wait until it is done, then try again."
    return ConflictError(detail, slug="import-running")


def _busy() -> ThrottledError:
    return ThrottledError(
        f"Others are importing just now. Try again in {RETRY_SECONDS} seconds.",
        slug="imports-busy",
        headers={"Retry-After": str(RETRY_SECONDS)},
    )
