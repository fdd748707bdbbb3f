"""Requests a second and their times at many connections over many tasks, with what each costs the server.

Run from the checkout with `.todo/venv/bin/python -m bench.load`; `--help` says what can be chosen.
"""

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from todo.actor import Actor
from todo.database import Database
from todo.tasks import service
from todo.tasks.schemas import TaskCreate

from bench.system import Connection, System, connect, sign_up, started

Send = Callable[[Connection, int], Awaitable[tuple[int, bytes]]]
TITLES = ("Pay rent", "Water the plants", "Write the report", "Call grandmother", "Book a table", "Repair the bicycle")
ABSENT = (404, 405, 422)
BATCH = 200


@dataclass(frozen=True)
class Figures:
    """Of one kind of request: how many a second, milliseconds, microseconds of CPU a request, and failures."""

    rate: float
    median: float
    ninety_fifth: float
    api: float
    database: float
    failures: int


async def fill(system: System, connection: Connection, count: int) -> list[str]:
    """Make a person's tasks, 150 of them due today, and return their ids; by the service, as so many requests last."""
    _, content = await connection.send("GET", "/api/auth/me")
    person = json.loads(content)
    actor = Actor(UUID(person["id"]), "api", person["time_zone"], UUID(person["inbox_project_id"]))
    today = actor.now().date()
    bodies = [
        TaskCreate(title=f"{TITLES[n % len(TITLES)]} {n}", due_date=today if n < 150 else None) for n in range(count)
    ]
    database = Database(system.database_url, timeout_seconds=60)
    await database.open()
    written = [
        await service.create_tasks(database, actor, bodies[start : start + BATCH]) for start in range(0, count, BATCH)
    ]
    # A server in use does so by itself within a minute; until then its plans know nothing of the tasks.
    await database.fetch("analyze")
    await database.close()
    return [str(task.id) for batch in written for task in batch.value]


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


async def report(system: System, options: argparse.Namespace) -> None:
    token = await sign_up(system.port)
    ids = await fill(system, await connect(system.port, token), options.tasks)
    # Only now: the server closes connections that lie idle.
    connections = [await connect(system.port, token) for _ in range(options.connections)]
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
