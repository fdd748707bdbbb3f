"""How long finding takes among very many tasks: `python -m bench.search [TASKS]`, with the plans on `--explain`.

It fills a database of its own with one person's tasks, most of them the words of a small vocabulary, and times the
statements as the API sends them, one after the other over one connection: the median and the longest of some runs, and
the CPU time that each takes in this process and in PostgreSQL, which hardly changes with what else the machine does.
"""

import argparse
import asyncio
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import psutil  # type: ignore[import-untyped]
from todo import database
from todo.actor import Actor
from todo.boundary import new_id
from todo.database import Database
from todo.migrations import migrate
from todo.tasks import service
from todo.tasks.finding.schemas import SearchQuery
from todo.tasks.finding.service import search
from todo.tasks.schemas import TaskQuery
from todo_ops.postgres import temporary

RUNS = 50
VOCABULARY = 5_000
SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "zä")
FILL = """
    insert into task (id, project_id, title, notes, priority, due_date, completed_at, created_at, label_ids)
    select id, project_id, title, notes, priority, due_date, completed_at, created_at,
           case when is_labelled then array[$10::uuid] else '{}' end
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::smallint[], $6::date[], $7::timestamptz[],
                $8::timestamptz[], $9::boolean[])
        as given (id, project_id, title, notes, priority, due_date, completed_at, created_at, is_labelled)
"""


async def fill(url: str, count: int) -> Actor:
    """One person with `count` tasks in twenty projects, half of them done, a few with a label."""
    connection = await asyncpg.connect(url)
    person, inbox, label = new_id(), new_id(), new_id()
    await connection.execute(
        "insert into app_user (id, email, name, password_hash, time_zone) values ($1, 'a@b.c', 'A', 'x', 'UTC')", person
    )
    projects = [inbox, *(new_id() for _ in range(19))]
    for number, project in enumerate(projects):
        await connection.execute(
            "insert into project (id, name, color, inbox_of_user_id) values ($1, $2, 'blue', $3)",
            project,
            f"Project {number}",
            person if project == inbox else None,
        )
        await connection.execute(
            "insert into project_member (project_id, user_id, role) values ($1, $2, 'owner')", project, person
        )
    await connection.execute(
        "insert into label (id, user_id, name, color) values ($1, $2, 'Weekend work', 'red')", label, person
    )
    source = random.Random(7)  # noqa: S311 - the same tasks each time
    words = ["".join(source.choices(SYLLABLES, k=source.randint(2, 4))) for _ in range(VOCABULARY)]
    weights = [1 / (rank + 1) for rank in range(VOCABULARY)]  # as in any language: a few words are everywhere
    for start in range(0, count, 10_000):
        size = min(10_000, count - start)
        rows = [_row(source, words, weights, projects) for _ in range(size)]
        await connection.execute(FILL, *map(list, zip(*rows, strict=True)), label)
    await connection.execute("vacuum analyze")
    await connection.close()
    return Actor(person, "api", "UTC", inbox)


def _row(source: random.Random, words: list[str], weights: list[float], projects: list[Any]) -> tuple[Any, ...]:
    title = " ".join(source.choices(words, weights, k=source.randint(3, 7))).capitalize()
    notes = " ".join(source.choices(words, weights, k=source.choice((0, 0, 10, 40))))
    now = datetime.now(UTC)
    due = source.choice((None, now.date() + timedelta(days=source.randint(-3, 200))))
    done, made = source.choice((None, now)), now - timedelta(days=source.uniform(0, 300))
    project, priority, is_labelled = source.choice(projects), source.randint(1, 4), source.random() < 0.03
    return new_id(), project, title, notes, priority, due, done, made, is_labelled


Question = Callable[[], Awaitable[Any]]


def questions(db: Database, actor: Actor, words: tuple[str, str, str]) -> dict[str, Question]:
    """What is timed, by name. The words are a common one, one in the middle and a rare one."""
    common, middle, rare = words
    searches = {
        f"search, the commonest word ({common})": common,
        f"search, a usual word ({middle})": middle,
        f"search, a rare word ({rare})": rare,
        "search, two words": f"{middle} {common}",
        "search, the first letter of many": common[0],
        "search, a label": "weekend",
        "search, nothing holds it": "xyzzy",
    }
    filters = ("today | overdue", "@weekend* & p1", f"search: {middle} & !#Inbox", "no date & created before: -90 days")

    def find(text: str) -> Question:
        return lambda: search(db, actor, SearchQuery(q=text))

    def narrow(text: str) -> Question:
        return lambda: service.list_tasks(db, actor, TaskQuery(filter=text))

    return {name: find(text) for name, text in searches.items()} | {f"filter {f}": narrow(f) for f in filters}


@dataclass(frozen=True)
class Cost:
    """Milliseconds: the median and the longest time, and the CPU time of each process."""

    median: float
    longest: float
    own: float
    database: float


async def measure(ask: Question, server: int) -> Cost:
    """What one question costs when it is asked again and again."""
    for _ in range(6):  # PostgreSQL plans a statement five times before it may keep a plan
        await ask()
    times, own, theirs = [], time.process_time(), _cpu_seconds(server)
    for _ in range(RUNS):
        start = time.perf_counter()
        await ask()
        times.append(time.perf_counter() - start)
    own, theirs = (time.process_time() - own) / RUNS, (_cpu_seconds(server) - theirs) / RUNS
    return Cost(*(1000 * seconds for seconds in (statistics.median(times), max(times), own, theirs)))


def _cpu_seconds(pid: int) -> float:
    processes = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return sum(sum(process.cpu_times()[:2]) for process in processes)


async def explain(url: str, ask: Question) -> None:
    """Print the plan of each statement that the question sends."""
    sent: list[Any] = []
    database._observe = sent.append  # type: ignore[assignment]
    await ask()
    connection = await asyncpg.connect(url, server_settings=database._SERVER_SETTINGS)
    for record in sent:
        plan = await connection.fetch(f"explain (analyze, buffers, timing off) {record.query}", *record.args)
        print(*(row[0] for row in plan), sep="\n")
    await connection.close()


async def run(url: str, server: int, count: int, *, plans: bool) -> None:
    """Fill, measure and print."""
    actor = await fill(url, count)
    db = Database(url, timeout_seconds=60)
    await db.open()
    words = await _words(url)
    print(f"| among {count:,} tasks | median, ms | longest, ms | API, ms of CPU | PostgreSQL, ms of CPU |")
    print("|---|---|---|---|---|")
    for name, ask in questions(db, actor, words).items():
        cost = await measure(ask, server)
        print(f"| {name} | {cost.median:.1f} | {cost.longest:.1f} | {cost.own:.1f} | {cost.database:.1f} |", flush=True)
        if plans:
            await explain(url, ask)
    await db.close()


async def _words(url: str) -> tuple[str, str, str]:
    """The commonest word, one that is in about one task of a hundred, and one that is in a few."""
    connection = await asyncpg.connect(url)
    rows = await connection.fetch("select word, ndoc from ts_stat('select search from task') order by ndoc desc, word")
    total = await connection.fetchval("select count(*) from task")
    await connection.close()
    middle = next(row["word"] for row in rows if row["ndoc"] <= total / 100)
    return rows[0]["word"], middle, rows[-1]["word"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", type=int, nargs="?", default=100_000)
    parser.add_argument("--explain", action="store_true", help="print the plans too")
    options = parser.parse_args()
    with temporary() as server:
        migrate(server.url())
        asyncio.run(run(server.url(), server.pid or 0, options.tasks, plans=options.explain))


if __name__ == "__main__":
    main()
