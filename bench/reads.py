"""What each read of the API costs a person with few, many and very many tasks: `python -m bench.reads [TASKS ...]`.

Each is asked over one kept-alive connection of one process of the API; the CPU time of it and of PostgreSQL is what to
compare, as the time itself follows what else the machine does. `--only WORD` leaves out the reads whose name lacks it.
"""

import argparse
import asyncio
import json
import statistics
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import asyncpg

from bench.lists import fill_for
from bench.system import Connection, System, connect, sign_up, started

WARM_UP, RUNS = 12, 100
FILTERS = {"Urgent": "p1 & no date", "Now": "today | overdue", "Soon": "7 days & !p4", "Weekend": "@weekend & p1"}


@dataclass(frozen=True)
class Cost:
    """Of one read: what it found and sent, the median time in ms, and ms of CPU in the API and in PostgreSQL."""

    items: int
    sent: int
    median: float
    api: float
    database: float


def reads(ids: dict[str, str]) -> dict[str, str]:
    """The paths by name."""
    saved = {f"saved filter `{FILTERS[name]}`": f"/api/filters/{ids[name]}/tasks" for name in FILTERS}
    searches = {"a word of all": "task", "a number": "7", "two words": "task 77", "a label": "weekend"}
    return {
        "nothing (/health/live)": "/health/live",
        "get a task": f"/api/tasks/{ids['task']}",
        "all": "/api/tasks",
        "today": "/api/views/today",
        "upcoming": "/api/views/upcoming",
        "inbox": "/api/views/inbox",
        "a label": f"/api/views/labels/{ids['label']}",
        "completed": "/api/views/completed",
        "trash": "/api/trash",
        **saved,
        **{f"search, {name}": f"/api/search?q={quote(words)}" for name, words in searches.items()},
        "counts of the sidebar": "/api/counts",
        "projects": "/api/projects",
        "what happened": "/api/changes",
    }


async def prepare(system: System, token: str, count: int) -> dict[str, str]:
    """Give the person so many tasks and some saved filters; the ids that the paths need."""
    person = json.loads((await (await connect(system.port, token)).send("GET", "/api/auth/me"))[1])
    database = await asyncpg.connect(system.database_url)
    label = await fill_for(database, person["id"], count)
    task = await database.fetchval("select id from task where deleted_at is null order by id limit 1")
    await database.close()
    ids = {"label": str(label), "task": str(task)}
    connection = await connect(system.port, token)  # filling takes longer than one is kept alive
    for name, query in FILTERS.items():
        status, answer = await connection.send("POST", "/api/filters", {"name": name, "query": query})
        assert status == 201, answer
        ids[name] = json.loads(answer)["id"]
    return ids


def _found(answer: Any) -> int:
    """How many things an answer holds."""
    if "days" in answer:
        return sum(len(day["tasks"]) for day in answer["days"])
    return len(answer.get("items", ()))


async def measure(system: System, connection: Connection, path: str) -> Cost:
    """What one read costs when it is asked again and again."""
    for _ in range(WARM_UP):  # PostgreSQL plans a statement five times on each connection before it may keep a plan
        status, content = await connection.send("GET", path)
        assert status == 200, content
    times, before = [], system.cpu_seconds()
    for _ in range(RUNS):
        start = time.perf_counter()
        await connection.send("GET", path)
        times.append(time.perf_counter() - start)
    api, database = (1000 * (end - start) / RUNS for start, end in zip(before, system.cpu_seconds(), strict=True))
    return Cost(_found(json.loads(content)), len(content), 1000 * statistics.median(times), api, database)


async def report(system: System, count: int, only: str) -> None:
    """Fill, measure and print."""
    token = await sign_up(system.port)
    ids = await prepare(system, token, count)
    connection = await connect(system.port, token)
    print(f"| among {count:,} tasks | items | bytes | median, ms | API, ms of CPU | PostgreSQL, ms of CPU |")
    print("|---|---|---|---|---|---|")
    for name, path in reads(ids).items():
        if only in name:
            cost = await measure(system, connection, path)
            print(
                f"| {name} | {cost.items} | {cost.sent} | {cost.median:.1f} | {cost.api:.2f} | {cost.database:.2f} |",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.reads", description=__doc__)
    parser.add_argument("tasks", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--only", default="", metavar="WORD", help="only reads whose name has it")
    options = parser.parse_args()
    for count in options.tasks:
        with started(1) as system:
            asyncio.run(report(system, count, options.only))


if __name__ == "__main__":
    main()
