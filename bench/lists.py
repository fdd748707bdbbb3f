"""What each list reads for a page of 50 among very many tasks: `python -m bench.lists [TASKS]`, plans on `--explain`.

It fills a database of its own with one person's tasks in twenty projects and asks for each list through the services,
as the API does. Buffers (pages of 8 kB) and rows of `task` that a page reads do not depend on the machine; times do.
"""

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import asyncpg
from todo import database
from todo.actor import Actor
from todo.boundary import new_id
from todo.database import Database
from todo.migrations import migrate
from todo.tasks import service
from todo.tasks.finding import views
from todo.tasks.finding.schemas import CompletedQuery, PageQuery, UpcomingQuery
from todo.tasks.schemas import TaskQuery
from todo.trash.schemas import TrashQuery
from todo.trash.service import list_trash
from todo_ops.postgres import temporary

RUNS = 20
PROJECTS, SECTIONS = 20, 5
# Half open, of which a third each has a day, a moment and neither; 45 of 100 done, 5 in the trash; 3 with a label.
FILL = """
    insert into task (id, project_id, section_id, title, priority, position, due_date, due_at, time_zone, completed_at,
                      deleted_at, label_ids)
    select gen_random_uuid(), project.id, section.id, 'Task ' || n, 1 + n % 4, lpad(md5(n::text), 12, '0'),
           case when n % 3 = 0 then current_date - 30 + (n * 17) % 400 end,
           case when n % 3 = 1 then now() + ((n::bigint * 104729) % 34560000 - 2592000) * interval '1 second' end,
           case when n % 3 = 1 then 'UTC' end,
           case when n % 20 between 10 and 18 then now() - (n::bigint * 7919) % 9000000 * interval '1 second' end,
           case when n % 20 = 19 then now() - (n::bigint * 7919) % 2000000 * interval '1 second' end,
           case when n % 100 < 3 then array[$2::uuid] else '{}' end
    from generate_series(1, $1::int) as n
    join (select id, row_number() over (order by id) - 1 as number from project) project
        on project.number = (n / 20) % (select count(*) from project)
    left join (select *, row_number() over (partition by project_id order by position) as number from section) section
        on section.project_id = project.id and section.number = (n / 400) % 6
"""
Question = Callable[[], Awaitable[Any]]


async def fill(url: str, count: int) -> tuple[Actor, Any]:
    """One person with `count` tasks in twenty projects of five sections each, and their label."""
    connection = await asyncpg.connect(url)
    person, inbox = new_id(), new_id()
    await connection.execute(
        "insert into app_user (id, email, name, password_hash, time_zone) values ($1, 'a@b.c', 'A', 'x', 'UTC')", person
    )
    await _add_project(connection, person, inbox, inbox_of=person)
    label = await fill_for(connection, person, count)
    await connection.close()
    return Actor(person, "api", "UTC", inbox), label


async def fill_for(connection: asyncpg.Connection, person: Any, count: int) -> Any:
    """Give the only person of a database, who has an Inbox, `count` tasks; returns the id of their label."""
    for _ in range(PROJECTS - 1):
        await _add_project(connection, person, new_id())
    for project in await connection.fetch("select id from project"):
        await connection.executemany(
            "insert into section (id, project_id, name, position) values ($1, $2, 'Section', $3)",
            [(new_id(), project["id"], f"a{number}") for number in range(SECTIONS)],
        )
    label = new_id()
    await connection.execute(
        "insert into label (id, user_id, name, color) values ($1, $2, 'Weekend', 'red')", label, person
    )
    await connection.execute(FILL, count, label)
    await _tidy(connection)
    return label


async def _tidy(connection: asyncpg.Connection) -> None:
    """As PostgreSQL does by itself within minutes; what somebody still looks at meanwhile is left, so try again."""
    for _ in range(20):
        await connection.execute("vacuum analyze")
        if await connection.fetchval("select relallvisible > 0.9 * relpages from pg_class where relname = 'task'"):
            return
        await asyncio.sleep(0.5)
    raise RuntimeError("PostgreSQL does not get the table tidied.")


async def _add_project(connection: asyncpg.Connection, person: Any, project: Any, inbox_of: Any = None) -> None:
    await connection.execute(
        "insert into project (id, name, color, inbox_of_user_id) values ($1, 'Project', 'blue', $2)",
        project,
        inbox_of,
    )
    await connection.execute("insert into project_member values ($1, $2, 'owner', now())", project, person)


def questions(db: Database, actor: Actor, label: Any) -> dict[str, Question]:
    """What is asked for, by name; "later" lists go on behind the fifth page."""
    page, all_tasks = PageQuery(), TaskQuery()

    def later(first: Callable[[str | None], Awaitable[Any]]) -> Question:
        cursor: list[str | None] = [None]

        async def ask() -> Any:
            if cursor == [None]:
                for _ in range(5):
                    cursor[0] = (await first(cursor[0])).next_cursor or cursor[0]
            return await first(cursor[0])

        return ask

    def listed(**query: Any) -> Question:
        return lambda: service.list_tasks(db, actor, TaskQuery(**query))

    return {
        "all": listed(),
        "all, later": later(lambda c: service.list_tasks(db, actor, all_tasks.model_copy(update={"cursor": c}))),
        "overdue": listed(due="overdue"),
        "no date": listed(due="none"),
        "today": lambda: views.today(db, actor, page),
        "today, later": later(lambda c: views.today(db, actor, PageQuery(cursor=c))),
        "upcoming": lambda: views.upcoming(db, actor, UpcomingQuery()),
        "upcoming, a year": lambda: views.upcoming(db, actor, UpcomingQuery(days=365)),
        "a project": lambda: views.project(db, actor, actor.inbox_project_id, page),
        "a project, later": later(lambda c: views.project(db, actor, actor.inbox_project_id, PageQuery(cursor=c))),
        "a project by due date": listed(project_id=actor.inbox_project_id),
        "a label": lambda: views.label(db, actor, label, page),
        "filter: p1 & no date": listed(filter="p1 & no date"),
        "filter: today | overdue": listed(filter="today | overdue"),
        "filter: @weekend & p1": listed(filter="@weekend & p1"),
        "filter: 7 days & !p4": listed(filter="7 days & !p4"),
        "completed": lambda: views.completed(db, actor, CompletedQuery()),
        "completed, later": later(lambda c: views.completed(db, actor, CompletedQuery(cursor=c))),
        "completed in a week": lambda: views.completed(
            db, actor, CompletedQuery(first=actor.now().date() - timedelta(days=7))
        ),
        "done, of a project": listed(done=True, project_id=actor.inbox_project_id),
        "trash": lambda: list_trash(db, actor, TrashQuery()),
        "tasks in the trash": lambda: service.list_trashed(db, actor),
        "counts": lambda: views.counts(db, actor),
    }


@dataclass(frozen=True)
class Cost:
    """The median time in ms, and what the plans of all its statements read."""

    median: float
    buffers: int
    rows: int
    plans: list[str]


def rows_read(plan: dict[str, Any]) -> Iterator[float]:
    """Rows of `task` that each part of a plan has looked at, found and passed over."""
    if plan.get("Relation Name") == "task":
        passed = plan.get("Rows Removed by Filter", 0) + plan.get("Rows Removed by Index Recheck", 0)
        yield (plan["Actual Rows"] + passed) * plan["Actual Loops"]
    for part in plan.get("Plans", ()):
        yield from rows_read(part)


async def measure(connection: asyncpg.Connection, ask: Question) -> Cost:
    """What one question costs when it is asked again and again."""
    for _ in range(6):  # PostgreSQL plans a statement five times before it may keep a plan
        await ask()
    sent: list[Any] = []
    plain, database._observe = database._observe, sent.append  # type: ignore[assignment]
    await ask()
    database._observe = plain
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        await ask()
        times.append(time.perf_counter() - start)
    buffers, rows, plans = 0, 0.0, []
    for record in sent:
        plan = await connection.fetchval(
            f"explain (analyze, buffers, timing off, format json) {record.query}", *record.args
        )
        top = json.loads(plan)[0]["Plan"]
        buffers += top["Shared Hit Blocks"] + top["Shared Read Blocks"]
        rows += sum(rows_read(top))
        text = await connection.fetch(f"explain (analyze, buffers) {record.query}", *record.args)
        plans.append("\n".join(row[0] for row in text))
    return Cost(1000 * statistics.median(times), buffers, int(rows), plans)


async def run(url: str, count: int, *, plans: bool) -> None:
    """Fill, measure and print."""
    actor, label = await fill(url, count)
    db = Database(url, timeout_seconds=60)
    await db.open()
    connection = await asyncpg.connect(url, server_settings=database._SERVER_SETTINGS)
    await database._initialise(connection)
    print(f"| among {count:,} tasks | median, ms | buffers | rows of task |")
    print("|---|---|---|---|")
    for name, ask in questions(db, actor, label).items():
        cost = await measure(connection, ask)
        print(f"| {name} | {cost.median:.1f} | {cost.buffers} | {cost.rows} |", flush=True)
        if plans:
            print(*cost.plans, sep="\n\n")
    await connection.close()
    await db.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.lists", description=__doc__)
    parser.add_argument("tasks", type=int, nargs="?", default=10_000)
    parser.add_argument("--explain", action="store_true", help="print the plans too")
    options = parser.parse_args()
    with temporary() as server:
        migrate(server.url())
        asyncio.run(run(server.url(), options.tasks, plans=options.explain))


if __name__ == "__main__":
    main()
