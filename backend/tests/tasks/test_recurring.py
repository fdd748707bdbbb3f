"""Tasks that recur: their dates are those of a calendar, and a completion always holds."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from support import Person, assert_problem
from todo.clock import clock_at

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)  # a Wednesday


@pytest.fixture(autouse=True)
def frozen() -> Any:
    with clock_at(NOW):
        yield


async def recurring(person: Person, rule: str, anchor: str = "due", **fields: Any) -> dict[str, Any]:
    return await person.add(recurrence={"rule": rule, "anchor": anchor}, **fields)


async def complete(person: Person, task: dict[str, Any], **query: Any) -> dict[str, Any]:
    response = await person.client.post(f"/api/tasks/{task['id']}/complete", params=query)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


async def days(person: Person, task: dict[str, Any], count: int) -> list[str]:
    return [(await complete(person, task))["due_date"] for _ in range(count)]


class TestDates:
    async def test_monthly_from_31_january_twelve_times(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=MONTHLY", due_date="2027-01-31")
        ends = ["02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31"]
        assert await days(owner, task, 12) == [*(f"2027-{end}" for end in ends), "2028-01-31"]

    @pytest.mark.parametrize(
        ("rule", "due", "following"),
        [
            ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-12-01", ["2026-12-03", "2026-12-08", "2026-12-10"]),
            ("FREQ=WEEKLY;INTERVAL=2", "2026-12-02", ["2026-12-16", "2026-12-30", "2027-01-13"]),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-12-03", ["2026-12-04", "2026-12-07", "2026-12-08"]),
            ("FREQ=YEARLY", "2028-02-29", ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]),
            ("FREQ=DAILY", "2026-11-20", ["2026-11-25", "2026-11-26"]),  # what was missed is not made up for
        ],
    )
    async def test_days(self, owner: Person, rule: str, due: str, following: list[str]) -> None:
        task = await recurring(owner, rule, due_date=due)
        assert await days(owner, task, len(following)) == following

    @pytest.mark.parametrize(
        ("zone", "eve"),
        [("Australia/Sydney", "2027-10-02"), ("Europe/Berlin", "2027-03-27"), ("America/New_York", "2027-03-13")],
    )
    async def test_a_daily_time_stays_on_the_wall_clock_when_the_clocks_change(
        self, owner: Person, zone: str, eve: str
    ) -> None:
        due = datetime.fromisoformat(f"{eve}T09:00").replace(tzinfo=ZoneInfo(zone))
        task = await recurring(owner, "FREQ=DAILY", due_at=due.isoformat(), time_zone=zone)
        after = datetime.fromisoformat((await complete(owner, task))["due_at"]).astimezone(ZoneInfo(zone))
        assert (after.hour, after.date() - due.date()) == (9, timedelta(days=1))
        assert after.astimezone(UTC) - due.astimezone(UTC) == timedelta(hours=23)

    async def test_from_completion(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=DAILY;INTERVAL=3", "completion", due_date="2026-11-20")
        assert await days(owner, task, 1) == ["2026-11-28"]
        with clock_at(NOW + timedelta(days=10)):
            assert await days(owner, task, 1) == ["2026-12-08"]

    async def test_without_a_due_date_it_begins_with_the_first_day_of_the_rule(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=WEEKLY;BYDAY=FR")
        assert task["due_date"] == task["recurrence"]["start"] == "2026-11-27"


class TestEnds:
    @pytest.mark.parametrize("anchor", ["due", "completion"])
    async def test_a_count_is_kept(self, owner: Person, anchor: str) -> None:
        task = await recurring(owner, "FREQ=DAILY;COUNT=3", anchor, due_date="2026-11-25")
        assert await days(owner, task, 2) == ["2026-11-26", "2026-11-27" if anchor == "due" else "2026-11-26"]
        last = await complete(owner, task)
        assert (last["completed_at"] is not None, last["recurrence"]["ended"]) == (True, "finished")

    async def test_until(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=DAILY;UNTIL=20261126", due_date="2026-11-25")
        assert await days(owner, task, 1) == ["2026-11-26"]
        assert (await complete(owner, task))["recurrence"]["ended"] == "finished"

    async def test_a_rule_that_no_date_meets_says_so_and_the_completion_holds(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", due_date="2026-11-25")
        done = await complete(owner, task)
        assert (done["completed_at"] is not None, done["recurrence"]["ended"]) == (True, "unmet")

    async def test_for_good(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=DAILY", due_date="2026-11-25")
        done = await complete(owner, task, forever=True)
        assert (done["completed_at"] is not None, done["recurrence"]["ended"]) == (True, "stopped")
        reopened = (await owner.client.post(f"/api/tasks/{task['id']}/reopen")).json()
        assert reopened["recurrence"] == task["recurrence"], "the series goes on"

    async def test_for_good_is_plain_completion_of_what_does_not_recur(self, owner: Person) -> None:
        done = await complete(owner, await owner.add(), forever=True)
        assert (done["completed_at"] is not None, done["recurrence"]) == (True, None)


class TestTheRuleIsItsOwn:
    async def test_title_and_rule_never_touch_each_other(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=DAILY", due_date="2026-11-25")
        path = f"/api/tasks/{task['id']}"
        renamed = (await owner.client.patch(path, json={"title": "every monday"})).json()
        assert renamed["recurrence"] == task["recurrence"]
        changed = (await owner.client.patch(path, json={"recurrence": {"rule": "FREQ=WEEKLY"}})).json()
        assert (changed["title"], changed["recurrence"]["rule"]) == ("every monday", "FREQ=WEEKLY")
        cleared = (await owner.client.patch(path, json={"recurrence": None})).json()
        assert (cleared["title"], cleared["recurrence"], cleared["due_date"]) == ("every monday", None, "2026-11-25")

    async def test_another_due_date_is_for_this_occurrence_alone(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=WEEKLY;BYDAY=MO", due_date="2026-11-30")
        await owner.client.patch(f"/api/tasks/{task['id']}", json={"due_date": "2026-12-02"})
        assert await days(owner, task, 2) == ["2026-12-07", "2026-12-14"]

    @pytest.mark.parametrize("rule", ["", "daily", "FREQ=SOMETIMES", "FREQ=DAILY;COUNT=0"])
    async def test_a_rule_that_can_not_be_read_is_refused(self, owner: Person, rule: str) -> None:
        response = await owner.client.post("/api/tasks", json={"title": "X", "recurrence": {"rule": rule}})
        problem = assert_problem(response, 422, "invalid-input")
        assert problem["errors"][0]["location"] == ["body", "recurrence", "rule"]
        task = await owner.add()
        response = await owner.client.patch(f"/api/tasks/{task['id']}", json={"recurrence": {"rule": rule}})
        assert_problem(response, 422, "invalid-input")


class TestSubtasks:
    async def test_are_kept_and_open_again_and_undo_closes_them(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=DAILY", due_date="2026-11-25")
        child = await owner.add("Step", parent_id=task["id"])
        await complete(owner, child)
        response = await owner.client.post(f"/api/tasks/{task['id']}/complete")
        assert (await owner.task(child["id"]))["completed_at"] is None
        assert (await owner.undo(response)).status_code == 200
        assert (await owner.task(child["id"]))["completed_at"] is not None
        assert (await owner.task(task["id"]))["due_date"] == "2026-11-25"

    async def test_close_with_the_end_of_the_series(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=DAILY;COUNT=1", due_date="2026-11-25")
        child = await owner.add("Step", parent_id=task["id"])
        await complete(owner, task)
        assert (await owner.task(child["id"]))["completed_at"] is not None


class TestSkip:
    async def test_anonymous_and_stranger(self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person) -> None:
        task = await recurring(owner, "FREQ=DAILY", due_date="2026-11-25")
        for path, method in (("skip", "POST"), ("completions", "GET")):
            assert_problem(await anonymous.request(method, f"/api/tasks/{task['id']}/{path}"), 401)
            assert_problem(await stranger.client.request(method, f"/api/tasks/{task['id']}/{path}"), 404)

    async def test_is_no_completion_and_can_be_undone(self, owner: Person) -> None:
        task = await recurring(owner, "FREQ=DAILY", due_date="2026-11-25")
        response = await owner.client.post(f"/api/tasks/{task['id']}/skip")
        assert (response.json()["due_date"], response.json()["completion_count"]) == ("2026-11-26", 0)
        assert (await owner.undo(response)).status_code == 200
        assert (await owner.task(task["id"]))["due_date"] == "2026-11-25"

    async def test_of_what_does_not_recur_is_a_conflict(self, owner: Person) -> None:
        task = await owner.add()
        assert_problem(await owner.client.post(f"/api/tasks/{task['id']}/skip"), 409, "not-recurring")


async def test_history_has_each_completion_newest_first_but_none_that_was_undone(owner: Person) -> None:
    task = await recurring(owner, "FREQ=DAILY", due_date="2026-11-25")
    await days(owner, task, 2)
    undone = await owner.client.post(f"/api/tasks/{task['id']}/complete")
    await owner.undo(undone)
    await owner.client.patch(f"/api/tasks/{task['id']}", json={"title": "New"})
    items = (await owner.client.get(f"/api/tasks/{task['id']}/completions")).json()["items"]
    assert [item["due_date"] for item in items] == ["2026-11-26", "2026-11-25"]
    assert (await owner.task(task["id"]))["completion_count"] == 2


async def test_several_at_once_give_the_next_date_to_those_that_recur(app: Any, owner: Person) -> None:
    from uuid import UUID

    from todo.tasks import completing

    daily, once = await recurring(owner, "FREQ=DAILY", due_date="2026-11-25"), await owner.add()
    ids = [UUID(daily["id"]), UUID(once["id"])]
    written = await completing.complete_tasks(app.state.database, owner.actor, ids)
    assert [(str(task.due_date), task.completed_at is None) for task in written.value] == [
        ("2026-11-26", True),
        ("None", False),
    ]
    assert (await owner.client.post(f"/api/changes/{written.group_id}/undo")).status_code == 200
    assert await owner.task(once["id"]) | {"version": 1, "updated_at": ""} == once | {"version": 1, "updated_at": ""}
