"""Requests a second and their times at many connections over many tasks, with what each costs the server.

Run from the checkout with `.todo/venv/bin/python -m bench.load`; `--help` says what can be chosen.
"""

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bench.system import Connection, System, connect, sign_up, started

Send = Callable[[Connection, int], Awaitable[tuple[int, bytes]]]
TITLES = ("Pay rent", "Water the plants", "Write the report", "Call grandmother", "Book a table", "Repair the bicycle")
ABSENT = (404, 405, 422)


@dataclass(frozen=True)
class Figures:
    """Of one kind of request: how many a second, milliseconds, microseconds of CPU a request, and failures."""

    rate: float
    median: float
    ninety_fifth: float
    api: float
    database: float
    failures: int


async def fill(connections: Sequence[Connection], count: int) -> list[str]:
    """Make tasks, a third of them due about now, and return their ids."""
    ids: list[str] = []
    numbers = iter(range(count))

    async def make(connection: Connection) -> None:
        for number in numbers:
            due = {"due_date": time.strftime("%Y-%m-%d")} if number % 3 == 0 and number < 150 else {}
            body = {"title": f"{TITLES[number % len(TITLES)]} {number}", **due}
            status, content = await connection.send("POST", "/api/tasks", body)
            assert status == 201, content
            ids.append(json.loads(content)["id"])

    await asyncio.gather(*(make(connection) for connection in connections))
    return ids


def requests(ids: Sequence[str]) -> dict[str, Send]:
    """The requests by name; each takes a number that differs from call to call."""
    return {
        "nothing (/health/live)": lambda c, n: c.send("GET", "/health/live"),
        "get": lambda c, n: c.send("GET", f"/api/tasks/{ids[n * 7 % len(ids)]}"),
        "list of 50": lambda c, n: c.send("GET", "/api/tasks?limit=50"),
        "create": lambda c, n: c.send("POST", "/api/tasks", {"title": f"New {n}"}),
        "complete": lambda c, n: c.send("POST", f"/api/tasks/{ids[n % len(ids)]}/complete"),
        "search": lambda c, n: c.send("GET", f"/api/search?q=plants+{n % 1000}"),
        "today": lambda c, n: c.send("GET", "/api/tasks?due=today&limit=50"),
    }


async def measure(system: System, connections: Sequence[Connection], send: Send, seconds: float) -> Figures | None:
    """Send for a while on every connection at once; None when the server knows no such request."""
    status, _ = await send(connections[0], 0)
    if status in ABSENT:
        return None
    times: list[float] = []
    failures, numbers, end = 0, iter(range(1, 10**9)), time.perf_counter() + seconds

    async def work(connection: Connection) -> None:
        nonlocal failures
        while (began := time.perf_counter()) < end:
            status, _ = await send(connection, next(numbers))
            times.append(time.perf_counter() - began)
            failures += status >= 400

    before, began = system.cpu_seconds(), time.perf_counter()
    await asyncio.gather(*(work(connection) for connection in connections))
    took, after = time.perf_counter() - began, system.cpu_seconds()
    api, database = ((end - start) / len(times) * 1e6 for start, end in zip(before, after, strict=True))
    ninety_fifth = statistics.quantiles(times, n=20)[-1]
    return Figures(len(times) / took, statistics.median(times) * 1e3, ninety_fifth * 1e3, api, database, failures)


@asynccontextmanager
async def filled(system: System, connections: int, tasks: int) -> AsyncIterator[tuple[list[Connection], list[str]]]:
    token = await sign_up(system.port)
    opened = [await connect(system.port, token) for _ in range(connections)]
    yield opened, await fill(opened, tasks)


async def report(system: System, options: argparse.Namespace) -> None:
    async with filled(system, options.connections, options.tasks) as (connections, ids):
        print(f"{options.tasks} tasks, {options.connections} connections, {options.workers} processes of the API")
        print("| request | a second | median, ms | p95, ms | API, µs of CPU | PostgreSQL, µs of CPU | failures |")
        print("|---|---|---|---|---|---|---|")
        for name, send in requests(ids).items():
            found = await measure(system, connections, send, options.seconds)
            if found is None:
                print(f"| {name} | not there | | | | | |")
                continue
            print(
                f"| {name} | {found.rate:.0f} | {found.median:.1f} | {found.ninety_fifth:.1f} | {found.api:.0f} "
                f"| {found.database:.0f} | {found.failures} |",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2, help="processes of the API (2)")
    parser.add_argument("--seconds", type=float, default=5.0, help="for each kind of request (5)")
    options = parser.parse_args()
    with started(options.workers) as system:
        asyncio.run(report(system, options))


if __name__ == "__main__":
    main()
