"""Lists read in the order of an index are those that are sorted as a whole, whatever the tasks and the page."""

import random
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio
from support import Person
from todo.boundary import new_id
from todo.database import Database
from todo.tasks.days import between, completed_between
from todo.tasks.listing.repository import TaskFilter, list_tasks

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
FILL = """
    insert into task (id, project_id, section_id, title, priority, position, due_date, due_at, time_zone,
                      completed_at, deleted_at)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::smallint[], $6::text[], $7::date[],
                         $8::timestamptz[], $9::text[], $10::timestamptz[], $11::timestamptz[])
"""
OFFSETS = [timedelta(), timedelta(hours=1), timedelta(hours=-11), timedelta(hours=14), timedelta(hours=5, minutes=45)]
LISTS: dict[str, TaskFilter] = {
    "all": TaskFilter(),
    "all, in the archive too": TaskFilter(archived=True),
    "without a date": TaskFilter(undated=True),
    "until a day": between(TaskFilter(), "Europe/Berlin", None, NOW.date()),
    "from a day": between(TaskFilter(), "Europe/Berlin", NOW.date(), None),
    "some days": between(TaskFilter(), "Asia/Kathmandu", NOW.date(), NOW.date() + timedelta(days=2)),
    "by hand": TaskFilter(order="manual"),
    "done": TaskFilter(order="completed", done=True),
    "done on some days": completed_between(
        TaskFilter(order="completed", done=True), "UTC", NOW.date() - timedelta(days=2), NOW.date()
    ),
    "in the trash": TaskFilter(order="deleted", done=None, trashed=True, archived=True),
}


def _moment(source: random.Random) -> datetime:
    """One of a few, so that many share it; some are the ends of days somewhere."""
    hours = source.choice((-48, -11, 0, 5, 12, 13, 24, 37))
    return NOW.replace(hour=0) + timedelta(hours=hours, minutes=source.choice((0, 0, 15)))


def _row(source: random.Random, places: list[tuple[UUID, UUID | None]]) -> tuple[Any, ...]:
    project, section = source.choice(places)
    due = source.choice(("day", "moment", "never"))
    state = source.choice(("open", "open", "open", "done", "trash"))
    return (
        new_id(),
        project,
        section,
        "Task",
        source.randint(1, 4),
        source.choice(("a", "aB", "b", "Z", "0V", "")),
        NOW.date() + timedelta(days=source.randint(-3, 3)) if due == "day" else None,
        _moment(source) if due == "moment" else None,
        "UTC" if due == "moment" else None,
        _moment(source) if state == "done" else None,
        _moment(source) if state == "trash" else None,
    )


@pytest_asyncio.fixture
async def places(owner: Person, sql: asyncpg.Connection) -> AsyncIterator[list[tuple[UUID, UUID | None]]]:
    """Places of the owner's: projects with and without sections, one of them archived. Their tasks go with the test."""
    projects = [UUID(owner.user["inbox_project_id"])]
    projects += [UUID((await owner.project(name))["id"]) for name in ("Home", "Work", "Old")]
    found: list[tuple[UUID, UUID | None]] = [(project, None) for project in projects]
    for project in projects[1:]:
        for position in ("a", "aB", "b"):
            section = new_id()
            query = "insert into section (id, project_id, name, position) values ($1, $2, $3, $3)"
            await sql.execute(query, section, project, position)
            found.append((project, section))
    await sql.execute("update project set archived_at = now() where id = $1", projects[-1])
    yield found
    await sql.execute("delete from task where project_id = any($1::uuid[])", projects)


@pytest_asyncio.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url, timeout_seconds=30)
    await opened.open()
    yield opened
    await opened.close()


async def whole(database: Database, person: Person, wanted: TaskFilter) -> list[UUID]:
    """The list sorted as a whole: any condition does that."""
    plain = replace(wanted, condition=lambda _: "true", limit=1_000)
    return [row["id"] for row in await list_tasks(database, person.actor, plain)]


async def pages(database: Database, person: Person, wanted: TaskFilter, size: int) -> list[UUID]:
    """The list page by page."""
    seen: list[UUID] = []
    after = wanted.after
    while rows := await list_tasks(database, person.actor, replace(wanted, limit=size, after=after)):
        seen += [row["id"] for row in rows]
        after = rows[-1]["sort_key"], str(rows[-1]["priority"]), str(rows[-1]["id"])
        assert len(seen) <= 1_000, "pages without end"
    return seen


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", LISTS)
async def test_page_by_page_as_sorted_as_a_whole(
    database: Database,
    owner: Person,
    stranger: Person,
    sql: asyncpg.Connection,
    places: list[tuple[UUID, UUID | None]],
    name: str,
    seed: int,
) -> None:
    source = random.Random(seed)
    theirs: list[tuple[UUID, UUID | None]] = [(UUID(stranger.user["inbox_project_id"]), None)]
    rows = [_row(source, places) for _ in range(150)] + [_row(source, theirs) for _ in range(10)]
    await sql.execute(FILL, *map(list, zip(*rows, strict=True)))
    for project in (None, *{project for project, _ in places}):
        wanted = replace(LISTS[name], project_id=project, utc_offset=source.choice(OFFSETS))
        expected = await whole(database, owner, wanted)
        assert project is not None or len(expected) > 4
        for size in (1, 7, 1_000):
            assert await pages(database, owner, wanted, size) == expected
        assert not set(expected) & {row[0] for row in rows[150:]}


async def test_the_zone_may_change_between_two_pages(
    database: Database, owner: Person, sql: asyncpg.Connection, places: list[tuple[UUID, UUID | None]]
) -> None:
    source = random.Random(4)
    await sql.execute(FILL, *map(list, zip(*[_row(source, places) for _ in range(150)], strict=True)))
    before, *_, row = await list_tasks(database, owner.actor, TaskFilter(limit=20))
    assert before["sort_key"] < row["sort_key"]
    after = row["sort_key"], str(row["priority"]), str(row["id"])
    for offset in OFFSETS:
        wanted = TaskFilter(after=after, utc_offset=offset)
        assert await pages(database, owner, wanted, 7) == await whole(database, owner, wanted)


@pytest.mark.parametrize("name", ["until a day", "some days"])
async def test_behind_what_has_no_date_nothing_is_due(
    database: Database, owner: Person, places: list[tuple[UUID, UUID | None]], sql: asyncpg.Connection, name: str
) -> None:
    source = random.Random(5)
    await sql.execute(FILL, *map(list, zip(*[_row(source, places) for _ in range(50)], strict=True)))
    assert await list_tasks(database, owner.actor, LISTS[name]) != []
    wanted = replace(LISTS[name], after=("infinity", "1", str(UUID(int=0))))
    assert await list_tasks(database, owner.actor, wanted) == []
