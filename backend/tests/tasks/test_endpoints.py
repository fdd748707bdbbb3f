"""`/api/tasks`: for each operation the anonymous caller first, then the owner, others and bad input."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from support import Person, assert_problem
from todo.boundary import new_id

BAD_FIELDS: list[tuple[dict[str, Any], str]] = [
    ({"title": ""}, "title"),
    ({"title": "   \n"}, "title"),
    ({"title": "\u200b\u2060"}, "title"),
    ({"title": "x" * 501}, "title"),
    ({"title": "x" * 10_000}, "title"),
    ({"title": "nul \x00"}, "title"),
    ({"title": None}, "title"),
    ({"title": 7}, "title"),
    ({"title": ["x"]}, "title"),
    ({"notes": "x" * 50_001}, "notes"),
    ({"notes": "\x00"}, "notes"),
    ({"priority": 0}, "priority"),
    ({"priority": 5}, "priority"),
    ({"priority": "1"}, "priority"),
    ({"priority": 1.5}, "priority"),
    ({"priority": True}, "priority"),
    ({"priority": 10**30}, "priority"),
    ({"due_date": "2026-02-30"}, "due_date"),
    ({"due_date": "tomorrow"}, "due_date"),
    ({"due_date": "0001-01-01"}, "due_date"),
    ({"due_date": "9999-12-31"}, "due_date"),
    ({"due_at": "2026-12-01T10:00:00"}, "due_at"),
    ({"due_at": "2026-12-01T25:00:00Z"}, "due_at"),
    ({"due_at": "9999-12-31T23:59:59-14:00"}, "due_at"),
    ({"due_at": "2026-12-01T10:00:00Z", "time_zone": "Mars/Olympus"}, "time_zone"),
    ({"project_id": "not-an-id"}, "project_id"),
    ({"duration_minutes": 0}, "duration_minutes"),
    ({"duration_minutes": 525_601}, "duration_minutes"),
    ({"duration_minutes": "5"}, "duration_minutes"),
    ({"deadline": "soon"}, "deadline"),
    ({"deadline": "9999-12-31"}, "deadline"),
    ({"label_ids": [str(new_id()) for _ in range(51)]}, "label_ids"),
    ({"label_ids": None}, "label_ids"),
    ({"position": "V"}, "position"),
    ({"completion_count": 3}, "completion_count"),
    ({"completed_at": "2026-12-01T10:00:00Z"}, "completed_at"),
    ({"version": 1}, "version"),
    ({"titel": "x"}, "titel"),
]


class TestCreate:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.post("/api/tasks", json={"title": "X"}), 401)

    async def test_goes_to_the_inbox_with_defaults(self, owner: Person) -> None:
        response = await owner.client.post("/api/tasks", json={"title": "  Pay   rent\n"})
        assert response.status_code == 201
        task = response.json()
        assert task["title"] == "Pay rent"
        assert task["project_id"] == owner.user["inbox_project_id"]
        assert (task["priority"], task["notes"], task["version"]) == (4, "", 1)
        assert {task[name] for name in ("due_date", "due_at", "time_zone", "completed_at", "deleted_at")} == {None}
        assert response.headers["ETag"] == '"1"'
        assert await owner.task(task["id"]) == task

    async def test_due_moment_keeps_its_zone_and_takes_the_persons_own(self, owner: Person) -> None:
        task = await owner.add(due_at="2026-12-01T17:00:00+01:00")
        assert (task["due_at"], task["time_zone"]) == ("2026-12-01T16:00:00Z", "Europe/Berlin")
        task = await owner.add(due_at="2026-12-01T17:00:00-05:00", time_zone="America/New_York")
        assert (task["due_at"], task["time_zone"]) == ("2026-12-01T22:00:00Z", "America/New_York")

    async def test_text_comes_back_as_it_was_given(self, owner: Person) -> None:
        title = "Ünï 日本語 👩‍👩‍👧 <script>alert('x')</script> %s \\ ‮ rtl"
        notes = "- line\n\n  indented\ttab\r\n'; drop table task; --"
        task = await owner.add(title, notes=notes)
        assert (task["title"], task["notes"]) == (title, notes)

    async def test_same_id_again_gives_the_task_that_is_there(self, owner: Person) -> None:
        body = {"id": str(new_id()), "title": "Once"}
        first = await owner.client.post("/api/tasks", json=body)
        again = await owner.client.post("/api/tasks", json=body | {"title": "Twice"})
        assert (first.status_code, again.status_code) == (201, 200)
        assert again.json() == first.json()
        assert "Change-Group" not in again.headers

    async def test_parallel_replays_make_one_task(self, owner: Person) -> None:
        body = {"id": str(new_id()), "title": "Once"}
        responses = await asyncio.gather(*(owner.client.post("/api/tasks", json=body) for _ in range(12)))
        assert sorted(r.status_code for r in responses) == [200] * 11 + [201], [r.text for r in responses]
        assert await owner.titles() == ["Once"]

    async def test_64_at_once_in_one_project_all_succeed(self, owner: Person) -> None:
        project = await owner.project()
        bodies = [{"title": f"Task {n}", "project_id": project["id"]} for n in range(64)]
        responses = await asyncio.gather(*(owner.client.post("/api/tasks", json=body) for body in bodies))
        assert [r.status_code for r in responses] == [201] * 64
        assert sorted(await owner.titles(limit=100)) == sorted(body["title"] for body in bodies)

    async def test_id_and_project_of_others_tell_nothing(self, owner: Person, stranger: Person) -> None:
        secret, project = await owner.add("Secret"), await owner.project("Secret project")
        taken = await stranger.client.post("/api/tasks", json={"id": secret["id"], "title": "Mine"})
        assert "Secret" not in str(assert_problem(taken, 409, "id-taken"))
        foreign = await stranger.client.post("/api/tasks", json={"title": "Mine", "project_id": project["id"]})
        missing = await stranger.client.post("/api/tasks", json={"title": "Mine", "project_id": str(new_id())})
        first, second = (assert_problem(r, 404, "not-found") for r in (foreign, missing))
        assert first["detail"] == second["detail"]
        assert await owner.task(secret["id"]) == secret

    @pytest.mark.parametrize(("change", "field"), BAD_FIELDS)
    async def test_bad_input_names_the_field(self, owner: Person, change: dict[str, Any], field: str) -> None:
        response = await owner.client.post("/api/tasks", json={"title": "Fine", **change})
        problem = assert_problem(response, 422, "invalid-input")
        assert [error["location"] for error in problem["errors"]] == [["body", field]]
        assert await owner.titles() == []

    async def test_one_due_or_the_other(self, owner: Person) -> None:
        both = {"title": "X", "due_date": "2026-12-01", "due_at": "2026-12-01T10:00:00Z"}
        assert_problem(await owner.client.post("/api/tasks", json=both), 422)
        zone_alone = {"title": "X", "due_date": "2026-12-01", "time_zone": "Europe/Berlin"}
        assert_problem(await owner.client.post("/api/tasks", json=zone_alone), 422)

    @pytest.mark.parametrize(
        ("raw", "status"),
        [
            (b'{"title": ', 400),
            (b"", 422),
            (b"null", 422),
            (b"[]", 422),
            (b'"text"', 422),
            (b'{"title": "\\ud800"}', 422),
            (b'{"title": "a\\udfffb"}', 422),
            (b'{"title": "\xff\xfe"}', 400),
            (b'{"title": NaN}', 422),
            (b'{"title": "x", "priority": 1e999}', 422),
            (b"[" * 100_000, 400),
            (b'{"title": "' + b"x" * 1_100_000 + b'"}', 413),
        ],
    )
    async def test_raw_bodies(self, owner: Person, raw: bytes, status: int) -> None:
        headers = {"Content-Type": "application/json"}
        assert_problem(await owner.client.post("/api/tasks", content=raw, headers=headers), status)
        assert await owner.titles() == []

    async def test_body_without_announced_length_is_limited_too(self, owner: Person) -> None:
        async def endless() -> Any:
            for _ in range(40):
                yield b"x" * 65_536

        response = await owner.client.post("/api/tasks", content=endless())
        assert_problem(response, 413, "body-too-large")


class TestGet:
    async def test_anonymous(self, anonymous: httpx.AsyncClient, owner: Person) -> None:
        task = await owner.add()
        assert_problem(await anonymous.get(f"/api/tasks/{task['id']}"), 401)

    async def test_stranger_and_nobodys_look_the_same(self, owner: Person, stranger: Person) -> None:
        task = await owner.add()
        foreign = assert_problem(await stranger.client.get(f"/api/tasks/{task['id']}"), 404, "not-found")
        missing = assert_problem(await stranger.client.get(f"/api/tasks/{new_id()}"), 404, "not-found")
        assert foreign["detail"] == missing["detail"]

    @pytest.mark.parametrize("path", ["x", "1", "00000000-0000-0000-0000", "%00", "..%2F.."])
    async def test_bad_ids(self, owner: Person, path: str) -> None:
        assert (await owner.client.get(f"/api/tasks/{path}")).status_code in (404, 422)


class TestUpdate:
    async def test_anonymous(self, anonymous: httpx.AsyncClient, owner: Person) -> None:
        task = await owner.add()
        assert_problem(await anonymous.patch(f"/api/tasks/{task['id']}", json={"title": "X"}), 401)

    async def test_touches_only_what_is_sent(self, owner: Person) -> None:
        task = await owner.add(notes="Keep", priority=2, due_date="2026-12-01")
        changed = (await owner.client.patch(f"/api/tasks/{task['id']}", json={"title": "Rent"})).json()
        different = {name for name in task if task[name] != changed[name]}
        assert different == {"title", "version", "updated_at"}

    async def test_a_due_day_takes_the_place_of_a_moment_and_back(self, owner: Person) -> None:
        task = await owner.add(due_at="2026-12-01T10:00:00Z")
        path = f"/api/tasks/{task['id']}"
        day = (await owner.client.patch(path, json={"due_date": "2026-12-02"})).json()
        assert (day["due_date"], day["due_at"], day["time_zone"]) == ("2026-12-02", None, None)
        moment = (await owner.client.patch(path, json={"due_at": "2026-12-03T08:00:00Z", "time_zone": "UTC"})).json()
        assert (moment["due_date"], moment["due_at"], moment["time_zone"]) == (None, "2026-12-03T08:00:00Z", "UTC")
        for body in ({"due_date": None}, {"due_at": None}):
            await owner.client.patch(path, json={"due_at": "2026-12-03T08:00:00Z"})
            cleared = (await owner.client.patch(path, json=body)).json()
            assert (cleared["due_date"], cleared["due_at"], cleared["time_zone"]) == (None, None, None)

    async def test_nothing_sent_and_nothing_different_change_nothing(self, owner: Person) -> None:
        task = await owner.add(due_date="2026-12-01")
        for body in ({}, {"title": task["title"]}, {"due_date": "2026-12-01", "due_at": None}):
            response = await owner.client.patch(f"/api/tasks/{task['id']}", json=body)
            assert response.json() == task
            assert "Change-Group" not in response.headers

    async def test_moves_between_own_projects_only(self, owner: Person, stranger: Person) -> None:
        task, home = await owner.add(), await owner.project()
        path = f"/api/tasks/{task['id']}"
        assert (await owner.client.patch(path, json={"project_id": home["id"]})).json()["project_id"] == home["id"]
        theirs = await stranger.project()
        for target in (theirs["id"], str(new_id())):
            assert_problem(await owner.client.patch(path, json={"project_id": target}), 404, "not-found")
        assert (await owner.task(task["id"]))["project_id"] == home["id"]

    async def test_stale_version_is_refused_and_loses_nothing(self, owner: Person) -> None:
        task = await owner.add()
        path = f"/api/tasks/{task['id']}"
        first = await owner.client.patch(path, json={"title": "A"}, headers={"If-Match": '"1"'})
        assert first.headers["ETag"] == '"2"'
        stale = await owner.client.patch(path, json={"title": "B"}, headers={"If-Match": '"1"'})
        assert_problem(stale, 412, "stale-version")
        assert (await owner.task(task["id"]))["title"] == "A"
        for header in ("*", 'W/"2"', "2"):
            response = await owner.client.patch(path, json={"title": "A"}, headers={"If-Match": header})
            assert response.status_code == 200
        assert_problem(await owner.client.patch(path, json={}, headers={"If-Match": "x"}), 422)

    async def test_of_parallel_changes_with_one_version_exactly_one_wins(self, owner: Person) -> None:
        task = await owner.add()
        path = f"/api/tasks/{task['id']}"
        calls = (owner.client.patch(path, json={"title": f"T{n}"}, headers={"If-Match": '"1"'}) for n in range(8))
        assert sorted(r.status_code for r in await asyncio.gather(*calls)) == [200] + [412] * 7

    async def test_parallel_changes_are_all_counted_and_logged_in_a_chain(self, owner: Person, sql: Any) -> None:
        task = await owner.add()
        path = f"/api/tasks/{task['id']}"
        calls = (owner.client.patch(path, json={"title": f"T{n}"}) for n in range(24))
        assert {r.status_code for r in await asyncio.gather(*calls)} == {200}
        assert (await owner.task(task["id"]))["version"] == 25
        rows = await sql.fetch(
            """
            select before ->> 'version' as b, after ->> 'version' as a,
                   before ->> 'title' as bt, after ->> 'title' as at
            from change where entity_id = $1 and before is not null order by (after ->> 'version')::int
            """,
            task["id"],
        )
        assert [(int(row["b"]), int(row["a"])) for row in rows] == [(n, n + 1) for n in range(1, 25)]
        assert [row["bt"] for row in rows[1:]] == [row["at"] for row in rows[:-1]], "each before is the last after"

    async def test_stranger(self, owner: Person, stranger: Person) -> None:
        task = await owner.add()
        assert_problem(await stranger.client.patch(f"/api/tasks/{task['id']}", json={"title": "Mine"}), 404)
        assert await owner.task(task["id"]) == task

    @pytest.mark.parametrize(("change", "field"), BAD_FIELDS)
    async def test_bad_input_names_the_field(self, owner: Person, change: dict[str, Any], field: str) -> None:
        task = await owner.add()
        problem = assert_problem(await owner.client.patch(f"/api/tasks/{task['id']}", json=change), 422)
        assert [error["location"] for error in problem["errors"]] == [["body", field]]
        assert await owner.task(task["id"]) == task


class TestCompleteAndReopen:
    async def test_anonymous_and_stranger(self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person) -> None:
        task = await owner.add()
        for verb in ("complete", "reopen"):
            assert_problem(await anonymous.post(f"/api/tasks/{task['id']}/{verb}"), 401)
            assert_problem(await stranger.client.post(f"/api/tasks/{task['id']}/{verb}"), 404)
        assert await owner.task(task["id"]) == task

    async def test_leaves_the_open_list_and_comes_back(self, owner: Person) -> None:
        task = await owner.add()
        done = (await owner.client.post(f"/api/tasks/{task['id']}/complete")).json()
        assert datetime.now(UTC) - datetime.fromisoformat(done["completed_at"]) < timedelta(minutes=1)
        assert (await owner.titles(), await owner.titles(done=True)) == ([], ["Pay rent"])
        reopened = (await owner.client.post(f"/api/tasks/{task['id']}/reopen")).json()
        assert reopened["completed_at"] is None
        assert await owner.titles() == ["Pay rent"]

    async def test_again_changes_nothing(self, owner: Person) -> None:
        task = await owner.add()
        done = await owner.client.post(f"/api/tasks/{task['id']}/complete")
        again = await owner.client.post(f"/api/tasks/{task['id']}/complete")
        assert again.json() == done.json()
        assert "Change-Group" not in again.headers

    async def test_stale_version(self, owner: Person) -> None:
        task = await owner.add()
        await owner.client.patch(f"/api/tasks/{task['id']}", json={"title": "New"})
        stale = await owner.client.post(f"/api/tasks/{task['id']}/complete", headers={"If-Match": '"1"'})
        assert_problem(stale, 412)


class TestDelete:
    async def test_anonymous_and_stranger(self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person) -> None:
        task = await owner.add()
        assert_problem(await anonymous.delete(f"/api/tasks/{task['id']}"), 401)
        assert_problem(await stranger.client.delete(f"/api/tasks/{task['id']}"), 404)
        assert await owner.task(task["id"]) == task

    async def test_goes_to_the_trash_and_undo_brings_it_back(self, owner: Person) -> None:
        task = await owner.add(notes="Keep", due_date="2026-12-01")
        response = await owner.client.delete(f"/api/tasks/{task['id']}")
        assert response.status_code == 204
        assert await owner.titles() == []
        assert_problem(await owner.client.get(f"/api/tasks/{task['id']}"), 404)
        assert_problem(await owner.client.delete(f"/api/tasks/{task['id']}"), 404)
        assert (await owner.undo(response)).status_code == 200
        back = await owner.task(task["id"])
        assert {name for name in task if task[name] != back[name]} == {"version", "updated_at"}


class TestViewer:
    async def test_may_read_but_not_write(self, owner: Person, stranger: Person, sql: Any) -> None:
        project = await owner.project()
        task = await owner.add(project_id=project["id"])
        await sql.execute(
            "insert into project_member (project_id, user_id, role) values ($1, $2, 'viewer')",
            project["id"],
            stranger.user["id"],
        )
        path = f"/api/tasks/{task['id']}"
        assert (await stranger.client.get(path)).json() == task
        assert_problem(await stranger.client.patch(path, json={"title": "X"}), 403, "forbidden")
        assert_problem(await stranger.client.post(f"{path}/complete"), 403, "forbidden")
        assert_problem(await stranger.client.delete(path), 403, "forbidden")
        body = {"title": "X", "project_id": project["id"]}
        assert_problem(await stranger.client.post("/api/tasks", json=body), 403, "forbidden")
        own = await stranger.add()
        move = {"project_id": project["id"]}
        assert_problem(await stranger.client.patch(f"/api/tasks/{own['id']}", json=move), 404, "not-found")
        assert await owner.task(task["id"]) == task


class TestHotRequests:
    async def test_two_statements_at_most(self, owner: Person, statements: Any) -> None:
        task = await owner.add()
        path = f"/api/tasks/{task['id']}"
        calls: dict[str, Callable[[], Awaitable[httpx.Response]]] = {
            "get": lambda: owner.client.get(path),
            "list": lambda: owner.client.get("/api/tasks", params={"due": "today", "text": "rent"}),
            "create": lambda: owner.client.post("/api/tasks", json={"title": "X"}),
            "patch": lambda: owner.client.patch(path, json={"title": "Y"}),
            "complete": lambda: owner.client.post(f"{path}/complete"),
            "reopen": lambda: owner.client.post(f"{path}/reopen"),
        }
        for name, call in calls.items():
            with statements() as seen:
                assert (await call()).is_success
            assert len(seen) == 2, f"{name} used {len(seen)} statements: {seen}"
