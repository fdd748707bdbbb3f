"""A load generator: N connections, each request measured, none left out, and no end before the time is over.

It runs in a thread of its own, so that what is measured against it (an upgrade, a lost pod) can go on beside it.
"""

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeAlias

from todo_ops.errors import OpsError
from todo_ops.verify.client import Address, Connection

SHOWN_FAILURES = 5
PAUSE_AFTER_FAILURE = 0.05  # a server that refuses at once must not be asked thousands of times a second
ERRORS = 400

# Sends one request and returns its status. The number counts the requests of this connection.
Request: TypeAlias = Callable[[Connection, int], Awaitable[int]]


@dataclass
class Result:
    """What came of a load: each request's time in seconds, how many had which status, and what went wrong."""

    durations: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def requests(self) -> int:
        """How many requests were sent, also those without an answer."""
        return sum(self.statuses.values()) + len(self.failures)

    @property
    def failed(self) -> int:
        """How many got no whole answer, or one that is an error."""
        return len(self.failures) + sum(count for status, count in self.statuses.items() if status >= ERRORS)

    def percentile(self, share: float) -> float:
        """Return the time in milliseconds within which this share of the answers came; infinite without any."""
        ordered = sorted(self.durations)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000 if ordered else float("inf")

    def __str__(self) -> str:
        rate = self.requests / self.seconds if self.seconds else 0
        times = ", ".join(
            f"p{share:.0%}".rstrip("%") + f" {self.percentile(share):.0f} ms" for share in (0.5, 0.95, 0.99)
        )
        return f"{self.requests} requests, {rate:.0f}/s, {self.failed} failed, {times}"

    def said_of(self, value: str) -> str:
        """Return a measured value with what went wrong behind it."""
        return f"{value} {self.problems()}".strip()

    def problems(self) -> str:
        """Return what went wrong in a few words; empty when nothing did."""
        bad = {status: count for status, count in self.statuses.items() if status >= ERRORS}
        shown = [f"{count} x {status}" for status, count in sorted(bad.items())]
        return "; ".join([*shown, *dict.fromkeys(self.failures[:SHOWN_FAILURES])])


@dataclass
class Load:
    """Connections that send requests until they are told to stop. `pause` is the time in seconds between two."""

    address: Address
    request: Request
    connections: int
    pause: float = 0.0
    keep_alive: bool = True
    name: str = ""
    result: Result = field(default_factory=Result)
    _stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Send until stopped; each request under way is finished and counted."""
        started = time.monotonic()
        asyncio.run(self._all())
        self.result.seconds = time.monotonic() - started

    def stop(self) -> None:
        """Let each connection finish what it does, and end."""
        self._stop.set()

    async def _all(self) -> None:
        stopped = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            for number in range(self.connections):
                group.create_task(self._one(number, stopped))
            await asyncio.to_thread(self._stop.wait)
            stopped.set()

    async def _one(self, number: int, stopped: asyncio.Event) -> None:
        await _rest(self.pause * number / self.connections, stopped)  # spread over the pause, not all at once
        async with Connection(self.address) as connection:
            count = 0
            while not stopped.is_set():
                await self._measured(connection, count)
                count += 1
                if not self.keep_alive:
                    connection.close()
                await _rest(self.pause, stopped)

    async def _measured(self, connection: Connection, count: int) -> None:
        started = time.monotonic()
        try:
            status = await self.request(connection, count)
        except (OSError, ValueError, OpsError) as error:
            self.result.failures.append(f"{type(error).__name__}: {error}")
            await asyncio.sleep(PAUSE_AFTER_FAILURE)
            return
        self.result.durations.append(time.monotonic() - started)
        self.result.statuses[status] += 1
        if status >= ERRORS:
            await asyncio.sleep(PAUSE_AFTER_FAILURE)


async def _rest(seconds: float, stopped: asyncio.Event) -> None:
    """Wait so long, or until it is over."""
    if seconds:
        with suppress(TimeoutError):
            await asyncio.wait_for(stopped.wait(), seconds)


@contextmanager
def running(*loads: Load) -> Iterator[None]:
    """Keep the loads up for the block; afterwards their results are complete."""
    threads = [threading.Thread(target=load.run, daemon=True) for load in loads]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for load in loads:
            load.stop()
        for thread in threads:
            thread.join()


def for_seconds(load: Load, seconds: float) -> Result:
    """Keep a load up for so long and return what came of it."""
    with running(load):
        time.sleep(seconds)
    return load.result


def get(path: str, token: str = "") -> Request:
    """Return a request that reads a path."""

    async def send(connection: Connection, count: int) -> int:
        return (await connection.request("GET", path, token=token)).status

    return send
