"""`GET /api/tasks`: what is listed, in which order, page by page."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import Person, assert_problem
from todo.clock import clock_at
from todo.tasks.days import start_of

# A Wednesday, 10:30 in Berlin.
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


@pytest.fixture
def frozen() -> Any:
    with clock_at(NOW):
        yield


async def _week(owner: Person) -> None:
    await owner.add("last week", due_date="2026-11-18")
    await owner.add("this morning", due_at="2026-11-25T08:00:00+01:00")
    await owner.add("tonight", due_at="2026-11-25T23:59:00+01:00")
    await owner.add("today", due_date="2026-11-25")
    await owner.add("tomorrow", due_date="2026-11-26")
    await owner.add("just after midnight", due_at="2026-11-26T00:00:00+01:00")
    await owner.add("next week", due_date="2026-12-02")
    await owner.add("someday")


@pytest.mark.usefixtures("frozen")
class TestDue:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/tasks"), 401)

    @pytest.mark.parametrize(
        ("query", "titles"),
        [
            ({"due": "today"}, ["this morning", "tonight", "today"]),
            ({"due": "tomorrow"}, ["just after midnight", "tomorrow"]),
            ({"due": "overdue"}, ["last week", "this morning"]),
            ({"due": "upcoming"}, ["just after midnight", "tomorrow", "next week"]),
            ({"due": "none"}, ["someday"]),
            ({"due_until": "2026-11-25"}, ["last week", "this morning", "tonight", "today"]),
            ({"due_from": "2026-11-26", "due_until": "2026-12-01"}, ["just after midnight", "tomorrow"]),
            ({"due_from": "2026-12-03"}, []),
            ({"due_from": "2026-12-03", "due_until": "2026-11-01"}, []),
            (
                {},
                [
                    "last week",
                    "this morning",
                    "tonight",
                    "today",
                    "just after midnight",
                    "tomorrow",
                    "next week",
                    "someday",
                ],
            ),
        ],
    )
    async def test_days_are_those_of_the_persons_zone(
        self, owner: Person, query: dict[str, str], titles: list[str]
    ) -> None:
        await _week(owner)
        assert await owner.titles(**query) == titles

    async def test_another_zone_another_day(self, owner: Person) -> None:
        await owner.add("late evening in Berlin", due_at="2026-11-25T23:00:00+01:00")
        assert await owner.titles(due="today") == ["late evening in Berlin"]
        await owner.client.patch("/api/auth/me", json={"time_zone": "Asia/Tokyo"})
        assert await owner.titles(due="today") == []
        assert await owner.titles(due="tomorrow") == ["late evening in Berlin"]

    async def test_within_a_day_by_time_then_priority_then_age(self, owner: Person) -> None:
        tasks: dict[str, dict[str, Any]] = {
            "third": {"due_date": "2026-11-26"},
            "second": {"due_date": "2026-11-26", "priority": 1},
            "first": {"due_at": "2026-11-26T20:00:00+01:00"},
            "fourth": {"due_date": "2026-11-26"},
        }
        for title, fields in tasks.items():
            await owner.add(title, **fields)
        assert await owner.titles(due="tomorrow") == ["first", "second", "third", "fourth"]

    @pytest.mark.parametrize(
        "query",
        [
            {"due": "someday"},
            {"due": "today", "due_from": "2026-11-25"},
            {"due_from": "2026-02-30"},
            {"due_until": "9999-12-31"},
            {"limit": "0"},
            {"limit": "201"},
            {"limit": "x"},
            {"done": "maybe"},
            {"project_id": "x"},
            {"text": "x" * 201},
            {"text": "a\x00b"},
            {"cursor": "x"},
            {"cursor": "WyJhIiwiYiIsImMiXQ"},
            {"cursor": "WyJpbmZpbml0eSIsIjkiLCJ4Il0"},
            {"colour": "red"},
        ],
    )
    async def test_bad_queries(self, owner: Person, query: dict[str, str]) -> None:
        assert_problem(await owner.client.get("/api/tasks", params=query), 422)


class TestOtherConditions:
    async def test_project(self, owner: Person, stranger: Person) -> None:
        home = await owner.project()
        await owner.add("at home", project_id=home["id"])
        await owner.add("elsewhere")
        assert await owner.titles(project_id=home["id"]) == ["at home"]
        assert await stranger.titles(project_id=home["id"]) == []

    async def test_done_newest_first(self, owner: Person) -> None:
        for n in range(3):
            task = await owner.add(f"task {n}")
            with clock_at(NOW + timedelta(hours=n)):
                await owner.client.post(f"/api/tasks/{task['id']}/complete")
        assert await owner.titles(done="true") == ["task 2", "task 1", "task 0"]

    @pytest.mark.parametrize(
        ("text", "titles"),
        [
            ("milk", ["Buy milk", "Water 100% of plants"]),
            ("MILK buy", ["Buy milk"]),
            ("100%", ["Water 100% of plants"]),
            ("1_0", []),
            ("%", ["Water 100% of plants"]),
            ("\\", []),
            ("", ["Buy milk", "Water 100% of plants"]),
        ],
    )
    async def test_every_word_of_text_in_title_or_notes(self, owner: Person, text: str, titles: list[str]) -> None:
        await owner.add("Buy milk")
        await owner.add("Water 100% of plants", notes="not with milk")
        assert await owner.titles(text=text) == titles

    async def test_stranger_sees_nothing(self, owner: Person, stranger: Person) -> None:
        await _week(owner)
        assert await stranger.titles() == []
        assert await stranger.titles(text="today") == []


class TestPages:
    @pytest.mark.parametrize("done", [False, True])
    async def test_pages_give_every_task_once_in_the_order_of_the_whole(self, owner: Person, done: bool) -> None:
        for n in range(23):
            due = {} if n % 3 == 0 else {"due_date": f"2026-12-{n % 5 + 1:02}"}
            task = await owner.add(f"task {n}", priority=n % 4 + 1, **due)
            if done:
                await owner.client.post(f"/api/tasks/{task['id']}/complete")
        whole = await owner.titles(done=done)
        assert len(whole) == 23
        seen: list[str] = []
        cursor: str | None = None
        for _ in range(10):
            query = {"limit": 5, "done": done} | ({"cursor": cursor} if cursor else {})
            page = (await owner.client.get("/api/tasks", params=query)).json()
            seen += [item["title"] for item in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break
        assert seen == whole

    async def test_tasks_that_come_meanwhile_move_nothing(self, owner: Person) -> None:
        for n in range(4):
            await owner.add(f"task {n}", due_date="2026-12-02")
        first = (await owner.client.get("/api/tasks", params={"limit": 2})).json()
        await owner.add("earlier", due_date="2026-12-01")
        second = await owner.titles(limit=2, cursor=first["next_cursor"])
        assert second == ["task 2", "task 3"]


@given(st.dates(), st.sampled_from(["Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Beirut", "UTC"]))
def test_a_days_first_moment_belongs_to_it_and_the_one_before_does_not(day: Any, zone: str) -> None:
    if not 1900 < day.year < 9000 or (zone == "Pacific/Apia" and day == datetime(2011, 12, 30).date()):  # noqa: DTZ001
        return
    start = start_of(day, zone)
    assert start.date() == day
    before = datetime.fromtimestamp(start.timestamp() - 1, ZoneInfo(zone))
    assert before.date() < day
