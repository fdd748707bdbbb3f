"""Reminders of tasks: whose they are, when they fire, and undo."""

from datetime import datetime
from typing import Any

import asyncpg
import httpx
import pytest
from support import Person, assert_problem
from todo.boundary import new_id
from todo.reminders import service

DAY, MOMENT = "2027-03-10", "2027-03-10T15:00:00Z"


async def remind(person: Person, task: dict[str, Any], **body: Any) -> dict[str, Any]:
    response = await person.client.post(f"/api/tasks/{task['id']}/reminders", json=body)
    assert response.status_code == 201, response.text
    reminder: dict[str, Any] = response.json()
    return reminder


async def moments(person: Person, task: dict[str, Any]) -> list[str | None]:
    """When the person's reminders of a task fire, in UTC."""
    response = await person.client.get(f"/api/tasks/{task['id']}/reminders")
    assert response.status_code == 200, response.text
    return [item["fire_at"] and item["fire_at"].replace("+00:00", "Z") for item in response.json()["items"]]


class TestAccess:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        for path in (f"/api/tasks/{new_id()}/reminders", f"/api/reminders/{new_id()}"):
            for method in ("GET", "POST") if "tasks" in path else ("PUT", "DELETE"):
                assert_problem(await anonymous.request(method, path), 401)

    async def test_strangers_find_neither_task_nor_reminder(self, owner: Person, stranger: Person) -> None:
        task = await owner.add(due_at=MOMENT)
        reminder = await remind(owner, task, minutes_before=10)
        path = f"/api/tasks/{task['id']}/reminders"
        assert_problem(await stranger.client.get(path), 404)
        assert_problem(await stranger.client.post(path, json={"minutes_before": 5}), 404)
        own = f"/api/reminders/{reminder['id']}"
        assert_problem(await stranger.client.put(own, json={"minutes_before": 5}), 404)
        assert_problem(await stranger.client.delete(own), 404)
        assert await moments(owner, task) == ["2027-03-10T14:50:00Z"]

    async def test_each_member_has_their_own(self, owner: Person, stranger: Person, sql: asyncpg.Connection) -> None:
        project = await owner.project()
        insert = "insert into project_member (project_id, user_id, role) values ($1, $2, 'viewer')"
        await sql.execute(insert, project["id"], stranger.user["id"])
        task = await owner.add(project_id=project["id"], due_at=MOMENT)
        await remind(stranger, task, minutes_before=30)
        assert await moments(owner, task) == []
        assert await moments(stranger, task) == ["2027-03-10T14:30:00Z"]

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"at": MOMENT, "minutes_before": 5},
            {"at": "2027-03-10T15:00:00"},
            {"at": "tomorrow"},
            {"at": "9999-12-31T23:59:59-12:00"},
            {"minutes_before": -1},
            {"minutes_before": 525_601},
            {"minutes_before": 5, "task_id": str(new_id())},
        ],
    )
    async def test_bad_bodies(self, owner: Person, body: dict[str, Any]) -> None:
        task = await owner.add(due_at=MOMENT)
        assert_problem(await owner.client.post(f"/api/tasks/{task['id']}/reminders", json=body), 422)
        reminder = await remind(owner, task, minutes_before=10)
        assert_problem(await owner.client.put(f"/api/reminders/{reminder['id']}", json=body), 422)


class TestWriting:
    async def test_several_on_a_task_the_next_first(self, owner: Person) -> None:
        task = await owner.add(due_at=MOMENT)
        await remind(owner, task, minutes_before=0)
        await remind(owner, task, at="2027-03-01T08:00:00+01:00")
        await remind(owner, task, minutes_before=60)
        assert await moments(owner, task) == ["2027-03-01T07:00:00Z", "2027-03-10T14:00:00Z", MOMENT]

    async def test_the_same_id_again_changes_nothing(self, owner: Person, stranger: Person) -> None:
        task, path = await owner.add(due_at=MOMENT), "/api/tasks/{}/reminders"
        body = {"id": str(new_id()), "minutes_before": 5}
        first = await owner.client.post(path.format(task["id"]), json=body)
        again = await owner.client.post(path.format(task["id"]), json=body | {"minutes_before": 9})
        assert (first.status_code, again.status_code) == (201, 200)
        assert again.json() == first.json()
        assert "Change-Group" not in again.headers
        foreign = await stranger.add(due_at=MOMENT)
        assert_problem(await stranger.client.post(path.format(foreign["id"]), json=body), 409, "id-taken")

    async def test_too_many_are_refused(self, owner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(service, "MAX_PER_TASK", 2)
        task = await owner.add(due_at=MOMENT)
        for minutes in (1, 2):
            await remind(owner, task, minutes_before=minutes)
        path = f"/api/tasks/{task['id']}/reminders"
        assert_problem(await owner.client.post(path, json={"minutes_before": 3}), 409, "too-many-reminders")

    async def test_another_moment_and_an_old_version(self, owner: Person) -> None:
        task = await owner.add(due_at=MOMENT)
        reminder = await remind(owner, task, minutes_before=10)
        path = f"/api/reminders/{reminder['id']}"
        changed = await owner.client.put(path, json={"at": "2027-03-09T12:00:00Z"}, headers={"If-Match": '"1"'})
        assert (changed.status_code, changed.json()["version"], changed.headers["ETag"]) == (200, 2, '"2"')
        assert (changed.json()["minutes_before"], await moments(owner, task)) == (None, ["2027-03-09T12:00:00Z"])
        assert_problem(await owner.client.put(path, json={"minutes_before": 1}, headers={"If-Match": '"1"'}), 412)
        assert_problem(await owner.client.delete(path, headers={"If-Match": '"1"'}), 412)
        same = await owner.client.put(path, json={"at": "2027-03-09T12:00:00Z"})
        assert "Change-Group" not in same.headers

    async def test_each_command_is_undone_and_said_in_words(self, owner: Person) -> None:
        task = await owner.add(due_at=MOMENT)
        made = await owner.client.post(f"/api/tasks/{task['id']}/reminders", json={"minutes_before": 10})
        path = f"/api/reminders/{made.json()['id']}"
        changed = await owner.client.put(path, json={"minutes_before": 20})
        deleted = await owner.client.delete(path)
        assert deleted.status_code == 204
        assert await moments(owner, task) == []
        assert_problem(await owner.client.delete(path), 404)
        expected = [["2027-03-10T14:40:00Z"], ["2027-03-10T14:50:00Z"], []]
        for response, then in zip((deleted, changed, made), expected, strict=True):
            assert (await owner.undo(response)).status_code == 200
            assert await moments(owner, task) == then
        summaries = [item["summary"] for item in (await owner.client.get("/api/changes")).json()["items"]]
        assert summaries[3:6] == ["Delete reminder: reminder", "Edit reminder: reminder", "Add reminder: reminder"]


class TestMoments:
    """Minutes before the due time follow the task wherever it goes."""

    async def test_of_a_day_count_from_nine_in_the_persons_zone(self, owner: Person) -> None:
        task = await owner.add(due_date=DAY)
        await remind(owner, task, minutes_before=30)
        assert await moments(owner, task) == ["2027-03-10T07:30:00Z"], "Berlin is an hour ahead in March"
        await owner.client.patch("/api/auth/me", json={"time_zone": "America/New_York"})
        assert await moments(owner, task) == ["2027-03-10T13:30:00Z"]

    async def test_without_a_date_there_is_none_until_there_is_one(self, owner: Person) -> None:
        task = await owner.add()
        await remind(owner, task, minutes_before=15)
        assert await moments(owner, task) == [None]
        moved = await owner.client.patch(f"/api/tasks/{task['id']}", json={"due_at": MOMENT})
        assert await moments(owner, task) == ["2027-03-10T14:45:00Z"]
        await owner.undo(moved)
        assert await moments(owner, task) == [None]

    async def test_a_task_that_is_done_or_gone_reminds_of_nothing(self, owner: Person) -> None:
        task = await owner.add(due_at=MOMENT)
        await remind(owner, task, minutes_before=0)
        done = await owner.client.post(f"/api/tasks/{task['id']}/complete")
        assert await moments(owner, task) == [None]
        await owner.undo(done)
        assert await moments(owner, task) == [MOMENT]
        gone = await owner.client.delete(f"/api/tasks/{task['id']}")
        assert_problem(await owner.client.get(f"/api/tasks/{task['id']}/reminders"), 404)
        await owner.undo(gone)
        assert await moments(owner, task) == [MOMENT]

    async def test_the_next_occurrence_is_reminded_of_too(self, owner: Person) -> None:
        task = await owner.add(due_at=MOMENT, recurrence={"rule": "FREQ=DAILY"})
        await remind(owner, task, minutes_before=10)
        await remind(owner, task, at="2027-03-09T00:00:00Z")
        await owner.client.post(f"/api/tasks/{task['id']}/complete")
        assert await moments(owner, task) == ["2027-03-09T00:00:00Z", "2027-03-11T14:50:00Z"]
        await owner.client.post(f"/api/tasks/{task['id']}/skip")
        assert await moments(owner, task) == ["2027-03-09T00:00:00Z", "2027-03-12T14:50:00Z"]

    async def test_editing_other_things_leaves_it_alone(self, owner: Person, sql: asyncpg.Connection) -> None:
        task = await owner.add(due_at=MOMENT)
        reminder = await remind(owner, task, minutes_before=10)
        query = "select xmin::text from reminder where id = $1"
        before = await sql.fetchval(query, reminder["id"])
        await owner.client.patch(f"/api/tasks/{task['id']}", json={"title": "New", "priority": 1, "notes": "x"})
        assert await sql.fetchval(query, reminder["id"]) == before, "the row was not written"
        assert datetime.fromisoformat(reminder["fire_at"]).year == 2027
