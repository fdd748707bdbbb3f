"""The line of answers in a process: a few are worked out at once, the others have had their first event and wait.

An answer costs more processor time than any other request; without a line, many at once would starve everything else.
"""

import asyncio
from contextlib import suppress

AT_ONCE = 2
# Whoever has waited so many seconds goes on: an answer that hangs must not hold up all others.
PATIENCE = 5.0


class Place:
    """A place in the line. It is given up early where nothing but a model is waited for."""

    def __init__(self, line: asyncio.Semaphore) -> None:
        self._line, self._held = line, False

    async def __aenter__(self) -> "Place":
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._line.acquire()
                self._held = True
        return self

    async def __aexit__(self, *_: object) -> None:
        self.give_up()

    def give_up(self) -> None:
        """Let the next one go on; more than once is as once."""
        if self._held:
            self._held = False
            self._line.release()


def new_line() -> asyncio.Semaphore:
    """The line of one process."""
    return asyncio.Semaphore(AT_ONCE)
