"""The sidebar's numbers are those of the lists behind them, however they are counted."""

import random
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg
import pytest
import pytest_asyncio
from fastapi import FastAPI
from support import Person, join, sign_up
from todo.actor import Actor
from todo.boundary import new_id
from todo.database import Database
from todo.tasks.days import start_of
from todo.tasks.finding import repository
from todo.tasks.finding.repository import Condition, Counted, Present, count_tasks

FILL = """
    insert into task (id, project_id, title, priority, due_date, due_at, time_zone, completed_at, deleted_at, label_ids)
    select id, project_id, 'Task', priority, due_date, due_at, time_zone, completed_at, deleted_at,
           case when is_labelled then array[$10::uuid, $11::uuid] else '{}' end
    from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::date[], $5::timestamptz[], $6::text[], $7::timestamptz[],
                $8::timestamptz[], $9::boolean[]) as given (id, project_id, priority, due_date, due_at, time_zone,
                                                            completed_at, deleted_at, is_labelled)
"""
ZONES = ["UTC", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns", "Asia/Kathmandu"]
# A usual day, both days of a clock change in Europe, and a day in Samoa on which the year begins elsewhere.
MOMENTS = [
    datetime(2026, 11, 25, 11, 0, tzinfo=UTC),
    datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    datetime(2027, 1, 1, 9, 59, 59, 999_999, tzinfo=UTC),
]


def due_by_tonight(row: tuple[Any, ...], now: datetime) -> bool:
    """As the Today view has it: due on this day of the person's or before it."""
    day, moment = row[3], row[4]
    return (day is not None and day <= now.date()) or (
        moment is not None and moment.astimezone(now.tzinfo).date() <= now.date()
    )


def overdue(row: tuple[Any, ...], now: datetime) -> bool:
    day, moment = row[3], row[4]
    return (day is not None and day < now.date()) or (moment is not None and moment < now)


def is_open(row: tuple[Any, ...]) -> bool:
    return row[6] is None and row[7] is None


def some_task(source: random.Random, project: UUID, now: datetime) -> tuple[Any, ...]:
    """A task in any state, due around now or on a boundary of the days around it, or never."""
    kind, day = source.choice(("day", "moment", "never")), now.date() + timedelta(days=source.randint(-2, 2))
    midnight = datetime.combine(day, time(), tzinfo=now.tzinfo)
    around = source.choice((midnight, now)) + timedelta(microseconds=source.choice((-1, 0, 1, 3_600_000_000)))
    return (
        new_id(),
        project,
        source.randint(1, 4),
        day if kind == "day" else None,
        around.astimezone(UTC) if kind == "moment" else None,
        "UTC" if kind == "moment" else None,
        now if source.random() < 0.2 else None,
        now if source.random() < 0.2 else None,
        source.random() < 0.3,
    )


@pytest_asyncio.fixture
async def db(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url)
    await database.open()
    yield database
    await database.close()


@pytest_asyncio.fixture
async def projects(owner: Person, stranger: Person, sql: asyncpg.Connection) -> dict[str, UUID]:
    """The Inbox, a project, one shared with a stranger, one that lies in the archive, and one of the stranger's."""
    plain, shared, old = [await owner.project(name) for name in ("Home", "Club", "School")]
    theirs = await stranger.project("Theirs")
    await join(sql, shared, stranger, "viewer")
    assert (await owner.client.post(f"/api/projects/{old['id']}/archive")).status_code == 200
    found = {"inbox": owner.user["inbox_project_id"], "plain": plain["id"], "shared": shared["id"], "old": old["id"]}
    return {name: UUID(project) for name, project in found.items()} | {"theirs": UUID(theirs["id"])}


async def label_of(person: Person) -> UUID:
    made = await person.client.post("/api/labels", json={"name": "weekend"})
    assert made.status_code == 201, made.text
    return UUID(made.json()["id"])


async def fill(
    sql: asyncpg.Connection, projects: dict[str, UUID], labels: tuple[UUID, UUID], now: datetime, seed: int
) -> list[tuple[Any, ...]]:
    source = random.Random(seed)
    rows = [some_task(source, project, now) for project in projects.values() for _ in range(60)]
    await sql.execute(FILL, *map(list, zip(*rows, strict=True)), *labels)
    return rows


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("moment", MOMENTS, ids=str)
async def test_the_numbers_are_those_of_the_tasks(
    db: Database,
    owner: Person,
    stranger: Person,
    projects: dict[str, UUID],
    sql: asyncpg.Connection,
    zone: str,
    moment: datetime,
) -> None:
    now = moment.astimezone(ZoneInfo(zone))
    label, other_label = await label_of(owner), await label_of(stranger)
    rows = await fill(sql, projects, (label, other_label), now, seed=10 * ZONES.index(zone) + MOMENTS.index(moment))
    seen = [row for row in rows if is_open(row) and row[1] not in (projects["old"], projects["theirs"])]
    actor = Actor(UUID(owner.user["id"]), "api", zone, projects["inbox"])
    found = await count_tasks(
        db,
        actor,
        Present(now.date(), now, start_of(now.date() + timedelta(days=1), zone)),
        [Counted(Condition("priority", (1,))), Counted(Condition("priority", (2,)), done=True)],
    )
    assert found["due"] == sum(due_by_tonight(row, now) for row in seen)
    assert found["overdue"] == sum(overdue(row, now) for row in seen)
    assert found["projects"] == dict(Counter(str(row[1]) for row in seen))
    assert found["labels"] == {str(label): sum(row[8] for row in seen)}
    done = [row for row in rows if row[6] and not row[7] and row[1] not in (projects["old"], projects["theirs"])]
    assert found["counts"] == [sum(row[2] == 1 for row in seen), sum(row[2] == 2 for row in done)]


@pytest.mark.parametrize("zone", ZONES)
async def test_they_are_those_of_filters_and_of_views(app: FastAPI, sql: asyncpg.Connection, zone: str) -> None:
    person = await sign_up(app, time_zone=zone)
    asked = {"today": "overdue | today", "overdue": "overdue"}
    made = {
        name: (await person.client.post("/api/filters", json={"name": name, "query": query})).json()["id"]
        for name, query in asked.items()
    }
    inbox, label = UUID(person.user["inbox_project_id"]), await label_of(person)
    now = datetime.now(ZoneInfo(zone))
    rows = await fill(sql, {"inbox": inbox}, (label, label), now, seed=ZONES.index(zone))
    assert any(is_open(row) and due_by_tonight(row, now) and not overdue(row, now) for row in rows)
    numbers = (await person.client.get("/api/counts")).json()
    assert {name: numbers["filters"][made[name]] for name in asked} == {name: numbers[name] for name in asked}
    view = (await person.client.get("/api/views/today", params={"limit": 200})).json()["items"]
    assert numbers["today"] == len(view)
    assert numbers["inbox"] == sum(is_open(row) for row in rows) == numbers["projects"][str(inbox)]
    shown = (await person.client.get("/api/projects")).json()["items"]
    assert {one["id"]: one["open_task_count"] for one in shown} == {str(inbox): numbers["inbox"]}
    await person.client.aclose()


async def test_a_stranger_counts_what_is_theirs(
    owner: Person, stranger: Person, projects: dict[str, UUID], sql: asyncpg.Connection
) -> None:
    now = datetime.now(UTC)
    label = await label_of(owner)
    rows = await fill(sql, projects, (label, label), now, seed=7)
    numbers = (await stranger.client.get("/api/counts")).json()
    expected = Counter(
        str(row[1]) for row in rows if is_open(row) and row[1] in (projects["shared"], projects["theirs"])
    )
    assert numbers["projects"] == dict(expected)
    assert numbers["labels"] == {}
    assert numbers["inbox"] == 0


async def test_nobody_without_tasks_hears_of_nothing(db: Database, owner: Person) -> None:
    day = date(2026, 11, 25)
    found = await count_tasks(
        db, owner.actor, Present(day, MOMENTS[0], start_of(day + timedelta(days=1), "Europe/Berlin")), []
    )
    assert found == {"due": 0, "overdue": 0, "counts": [], "projects": {}, "labels": {}}


def test_a_condition_is_asked_once_for_each_number() -> None:
    values: list[Any] = []

    def place(value: Any) -> str:
        values.append(value)
        return f"${len(values)}"

    sql = repository._count_sql(Counted(Condition("priority", (3,)), done=None), place)
    assert (values, sql.count("completed_at"), sql.count("task.deleted_at is null")) == ([3], 0, 1)
