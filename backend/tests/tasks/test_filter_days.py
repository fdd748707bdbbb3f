"""Days of filters against a calendar kept in Python: any task, any day, any zone."""

import operator
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg
import pytest
import pytest_asyncio
from fastapi import FastAPI
from finding import NOW
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import Person, sign_up
from todo.clock import clock_at

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia")
TODAY = NOW.date()
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    " before": operator.lt,
    " after": operator.gt,
    " on": operator.eq,
    "": operator.eq,
}
DAYS = st.integers(-4, 4)
HOURS = st.integers(-100, 100)
TASKS = st.lists(
    st.one_of(
        st.none().map(lambda _: {}),
        DAYS.map(lambda days: {"due_date": (TODAY + timedelta(days=days)).isoformat()}),
        HOURS.map(lambda hours: {"due_at": (NOW + timedelta(hours=hours)).isoformat()}),
        DAYS.map(lambda days: {"deadline": (TODAY + timedelta(days=days)).isoformat()}),
    ),
    min_size=1,
    max_size=8,
)


@pytest_asyncio.fixture(scope="module")
async def person(app: FastAPI, database_url: str) -> AsyncIterator[tuple[Person, asyncpg.Connection]]:
    """One person for all examples, who starts each with no task."""
    connection = await asyncpg.connect(database_url)
    yield await sign_up(app), connection
    await connection.close()


def _day(task: dict[str, Any], zone: str) -> date | None:
    """The day that a task is due on, as somebody in the zone sees it."""
    if task["due_at"]:
        return datetime.fromisoformat(task["due_at"]).astimezone(ZoneInfo(zone)).date()
    return date.fromisoformat(task["due_date"]) if task["due_date"] else None


def _end(task: dict[str, Any], zone: str) -> datetime | None:
    """The moment until which it has to be done."""
    if task["due_at"]:
        return datetime.fromisoformat(task["due_at"])
    day = _day(task, zone)
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), ZoneInfo(zone)) - timedelta(microseconds=1)


class TestAgainstTheCalendar:
    async def _started(
        self, person: tuple[Person, asyncpg.Connection], zone: str, fields: list[dict[str, Any]]
    ) -> tuple[Person, list[dict[str, Any]]]:
        who, sql = person
        await sql.execute("delete from task where project_id = $1", who.user["inbox_project_id"])
        await who.client.patch("/api/auth/me", json={"time_zone": zone})
        return who, [await who.add(f"task {number}", **given) for number, given in enumerate(fields)]

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(zone=st.sampled_from(ZONES), fields=TASKS, relation=st.sampled_from(sorted(COMPARE)), days=DAYS)
    async def test_days(
        self,
        person: tuple[Person, asyncpg.Connection],
        zone: str,
        fields: list[dict[str, Any]],
        relation: str,
        days: int,
    ) -> None:
        with clock_at(NOW):
            who, tasks = await self._started(person, zone, fields)
            day = NOW.astimezone(ZoneInfo(zone)).date() + timedelta(days=days)
            for said in (day.isoformat(), f"{days:+} days"):
                expected = {t["title"] for t in tasks if (due := _day(t, zone)) and COMPARE[relation](due, day)}
                assert set(await who.titles(filter=f"due{relation}: {said}")) == expected
                assert set(await who.titles(filter=f"!due{relation}: {said}")) == {t["title"] for t in tasks} - expected
            deadlines = {t["title"]: date.fromisoformat(t["deadline"]) for t in tasks if t["deadline"]}
            expected = {title for title, deadline in deadlines.items() if COMPARE[relation](deadline, day)}
            assert set(await who.titles(filter=f"deadline{relation}: {day}")) == expected

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(zone=st.sampled_from(ZONES), fields=TASKS, hours=HOURS, count=st.integers(1, 5))
    async def test_moments_and_what_is_named(
        self,
        person: tuple[Person, asyncpg.Connection],
        zone: str,
        fields: list[dict[str, Any]],
        hours: int,
        count: int,
    ) -> None:
        with clock_at(NOW):
            who, tasks = await self._started(person, zone, fields)
            moment = NOW + timedelta(hours=hours)
            ends = {task["title"]: end for task in tasks if (end := _end(task, zone))}
            before = {title for title, end in ends.items() if end < moment}
            after = {title for title, end in ends.items() if end > moment}
            assert set(await who.titles(filter=f"due before: {moment.isoformat()}")) == before
            assert set(await who.titles(filter=f"due after: {moment.isoformat()}")) == after
            assert set(await who.titles(filter="overdue")) == {title for title, end in ends.items() if end < NOW}
            today = NOW.astimezone(ZoneInfo(zone)).date()
            coming = {t["title"] for t in tasks if (day := _day(t, zone)) and 0 <= (day - today).days < count}
            assert set(await who.titles(filter=f"next {count} days")) == coming
            assert set(await who.titles(filter="no date")) == {task["title"] for task in tasks} - ends.keys()

    @pytest.mark.parametrize("zone", ZONES)
    async def test_the_overdue_are_those_of_the_list(
        self, person: tuple[Person, asyncpg.Connection], zone: str
    ) -> None:
        fields = [{"due_at": (NOW + timedelta(hours=hours)).isoformat()} for hours in range(-30, 31, 6)]
        fields += [{"due_date": (TODAY + timedelta(days=days)).isoformat()} for days in (-1, 0, 1)]
        with clock_at(NOW):
            who, _ = await self._started(person, zone, fields)
            for scope in ("overdue", "today", "tomorrow"):
                assert await who.titles(filter=scope) == await who.titles(due=scope)
            assert await who.titles(filter="no date") == await who.titles(due="none")
            assert await who.titles(filter="due after: today") == await who.titles(due="upcoming")
