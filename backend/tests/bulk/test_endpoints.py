"""`POST /api/tasks/bulk`: all or nothing, dry runs, and where errors stand."""

import asyncio
from typing import Any

import httpx
import pytest
from support import Person, assert_problem, join
from todo.boundary import new_id

PATH = "/api/tasks/bulk"


async def run(person: Person, *operations: dict[str, Any], **fields: Any) -> httpx.Response:
    return await person.client.post(PATH, json={"operations": list(operations), **fields})


def create(title: str, **fields: Any) -> dict[str, Any]:
    return {"op": "create", "task": {"title": title, **fields}}


def on(task: dict[str, Any], op: str, **fields: Any) -> dict[str, Any]:
    return {"op": op, "id": task["id"], **fields}


async def every_kind(person: Person) -> list[dict[str, Any]]:
    """One operation of each kind, on tasks of their own."""
    patched, completed, moved, deleted, reopened = [await person.add(title) for title in "pcmdr"]
    await person.client.post(f"/api/tasks/{reopened['id']}/complete")
    await person.add("below d", parent_id=deleted["id"])
    return [
        create("new", priority=2),
        on(patched, "patch", changes={"title": "P", "priority": 1}),
        on(completed, "complete"),
        on(reopened, "reopen"),
        on(moved, "move", to={"parent_id": patched["id"]}),
        on(deleted, "delete"),
    ]


async def state(person: Person) -> list[Any]:
    """All that lists show of a person's tasks, without what counts writes."""
    pages = [await person.client.get("/api/tasks", params={"limit": 200, "done": done}) for done in (False, True)]
    items = [item for page in pages for item in page.json()["items"]]
    kept = [{key: item[key] for key in item if key not in ("version", "updated_at")} for item in items]
    return sorted(kept, key=lambda item: item["id"])


class TestAllKinds:
    async def test_take_effect_in_one_group_and_are_undone_together(self, owner: Person) -> None:
        operations = await every_kind(owner)
        before = await state(owner)
        response = await run(owner, *operations)
        assert response.status_code == 200, response.text
        results = response.json()["results"]
        assert [(result["op"], result["changed"]) for result in results] == [(o["op"], True) for o in operations]
        new, patched, completed, reopened, moved, deleted = [result["task"] for result in results]
        assert (new["title"], new["priority"], patched["title"], patched["priority"]) == ("new", 2, "P", 1)
        assert completed["completed_at"] is not None
        assert (reopened["completed_at"], moved["parent_id"], deleted) == (None, patched["id"], None)
        assert sorted(await owner.titles()) == ["P", "m", "new", "r"]
        assert (await owner.undo(response)).status_code == 200
        assert await state(owner) == before

    async def test_changes_name_what_was_below_too(self, owner: Person) -> None:
        parent = await owner.add("Parent")
        await owner.add("Child", parent_id=parent["id"])
        response = await run(owner, on(parent, "delete"))
        changes = {(change["title"], change["kind"]) for change in response.json()["changes"]}
        assert changes == {("Parent", "delete"), ("Child", "delete")}

    async def test_later_ones_see_what_earlier_ones_did(self, owner: Person) -> None:
        parent, child = {"id": str(new_id())}, {"id": str(new_id())}
        response = await run(
            owner,
            create("Parent", id=parent["id"]),
            create("Child", id=child["id"], parent_id=parent["id"]),
            on(child, "patch", changes={"notes": "N"}, version=1),
            on(child, "patch", changes={"notes": "M"}, version=2),
            on(parent, "complete"),
        )
        assert response.status_code == 200, response.text
        assert await owner.titles() == []
        task = await owner.task(child["id"])
        assert (task["notes"], task["parent_id"], task["version"]) == ("M", parent["id"], 4)
        assert (await owner.undo(response)).status_code == 200
        assert await owner.titles(done=True) == []

    async def test_repeating_creates_is_harmless(self, owner: Person) -> None:
        operations = [create(f"task {n}", id=str(new_id())) for n in range(3)]
        first, again = await run(owner, *operations), await run(owner, *operations)
        assert first.json()["results"] != again.json()["results"]
        assert [result["changed"] for result in again.json()["results"]] == [False] * 3
        assert "Change-Group" not in again.headers
        assert len(await owner.titles()) == 3

    async def test_recurring_tasks_go_on_or_end(self, owner: Person) -> None:
        fields = {"due_date": "2030-01-01", "recurrence": {"rule": "FREQ=DAILY"}}
        goes_on, ends = [await owner.add(title, **fields) for title in ("on", "ends")]
        response = await run(owner, on(goes_on, "complete"), on(ends, "complete", forever=True))
        on_task, ended = [result["task"] for result in response.json()["results"]]
        assert (on_task["due_date"], on_task["completed_at"]) == ("2030-01-02", None)
        assert (ended["completed_at"] is None, ended["recurrence"]["ended"]) == (False, "stopped")

    async def test_a_hundred_and_no_more(self, owner: Person) -> None:
        operations = [create(f"task {n}") for n in range(101)]
        assert_problem(await run(owner, *operations), 422, "invalid-input")
        response = await run(owner, *operations[:100])
        assert len(response.json()["results"]) == 100
        groups = (await owner.client.get("/api/changes")).json()["items"]
        assert [(group["command"], group["count"]) for group in groups] == [("add_tasks", 100)]


class TestDryRun:
    async def test_says_what_would_change_and_writes_nothing(self, owner: Person) -> None:
        operations = await every_kind(owner)
        before = await state(owner)
        log = (await owner.client.get("/api/changes")).json()
        response = await run(owner, *operations, dry_run=True)
        body = response.json()
        assert "Change-Group" not in response.headers
        assert [result["changed"] for result in body["results"]] == [True] * 6
        kinds = sorted((change["title"], change["kind"]) for change in body["changes"])
        assert kinds == [
            ("P", "update"),
            ("below d", "delete"),
            ("c", "update"),
            ("d", "delete"),
            ("m", "update"),
            ("new", "create"),
            ("r", "update"),
        ]
        assert await state(owner) == before
        assert (await owner.client.get("/api/changes")).json() == log

    async def test_says_what_the_real_one_does(self, owner: Person) -> None:
        operations = await every_kind(owner)
        operations[0]["task"]["id"] = str(new_id())
        dry, real = await run(owner, *operations, dry_run=True), await run(owner, *operations)
        assert (dry.json()["dry_run"], real.json()["dry_run"]) == (True, False)
        assert dry.json()["changes"] == real.json()["changes"]
        for one, other in zip(dry.json()["results"], real.json()["results"], strict=True):
            assert (one["op"], one["id"], one["changed"]) == (other["op"], other["id"], other["changed"])
            task = one["task"] or {}
            own_time = {"created_at", "updated_at", "completed_at", "position"}
            assert all(task[key] == other["task"][key] for key in task.keys() - own_time)

    async def test_refuses_what_the_real_one_refuses(self, owner: Person, stranger: Person) -> None:
        theirs = await stranger.add()
        for dry_run in (True, False):
            assert_problem(await run(owner, on(theirs, "delete"), dry_run=dry_run), 404, "not-found")


class TestRefusals:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.post(PATH, json={"operations": [create("X")]}), 401)

    @pytest.mark.parametrize(
        "operation",
        [
            {"op": "patch", "changes": {"title": "X"}},
            {"op": "complete"},
            {"op": "complete", "forever": True},
            {"op": "reopen"},
            {"op": "move", "to": {}},
            {"op": "delete"},
        ],
    )
    async def test_tasks_of_strangers_and_of_projects_to_read(
        self, owner: Person, stranger: Person, sql: Any, operation: dict[str, Any]
    ) -> None:
        project = await owner.project()
        task = await owner.add(project_id=project["id"])
        problem = assert_problem(await run(stranger, create("mine"), operation | {"id": task["id"]}), 404, "not-found")
        assert [error["location"] for error in problem["errors"]] == [["body", "operations", 1]]
        await join(sql, project, stranger, "viewer")
        assert_problem(await run(stranger, create("mine"), operation | {"id": task["id"]}), 403, "forbidden")
        assert await stranger.titles() == [task["title"]], "what they may read, and nothing made"
        assert await owner.task(task["id"]) == task

    async def test_all_that_fail_are_named_and_nothing_is_written(self, owner: Person, stranger: Person) -> None:
        mine, theirs, before = await owner.add("mine"), await stranger.add(), None
        before = await state(owner)
        response = await run(
            owner,
            create("new"),
            on(mine, "patch", changes={"title": "X"}, version=9),
            on(theirs, "complete"),
            create("bad", recurrence={"rule": "FREQ=NEVER"}),
            on(mine, "move", to={"parent_id": mine["id"]}),
        )
        problem = assert_problem(response, 412, "stale-version")
        assert problem["detail"].startswith("Nothing was changed. Operation 2: ")
        places = [(*error["location"][2:], error["code"]) for error in problem["errors"]]
        assert places == [
            (1, "stale-version"),
            (2, "not-found"),
            (3, "recurrence", "rule", "recurrence_rule"),
            (4, "circle"),
        ]
        assert await state(owner) == before

    @pytest.mark.parametrize(
        ("operation", "place"),
        [
            ({"op": "create", "task": {}}, ["create", "task", "title"]),
            ({"op": "create", "task": {"title": "X", "priority": 9}}, ["create", "task", "priority"]),
            ({"op": "delete"}, ["delete", "id"]),
            ({"op": "delete", "id": "x"}, ["delete", "id"]),
            ({"op": "patch", "id": str(new_id()), "changes": {"titel": "X"}}, ["patch", "changes", "titel"]),
            ({"op": "move", "id": str(new_id()), "to": {}, "version": 0}, ["move", "version"]),
            ({"op": "explode", "id": str(new_id())}, []),
            ({}, []),
        ],
    )
    async def test_bad_input_points_at_its_index(
        self, owner: Person, operation: dict[str, Any], place: list[str]
    ) -> None:
        problem = assert_problem(await run(owner, create("X"), operation), 422, "invalid-input")
        assert [error["location"] for error in problem["errors"]] == [["body", "operations", 1, *place]]
        assert await owner.titles() == []

    @pytest.mark.parametrize("body", [{}, {"operations": []}, {"operations": {}}, {"operations": [], "dry": True}])
    async def test_bad_bodies(self, owner: Person, body: dict[str, Any]) -> None:
        assert_problem(await owner.client.post(PATH, json=body), 422, "invalid-input")


class TestAtOnce:
    async def test_the_same_tasks_in_another_order(self, owner: Person) -> None:
        tasks = [await owner.add(f"task {n}") for n in range(6)]
        orders = [tasks, tasks[::-1], tasks[3:] + tasks[:3], tasks[::-1]]
        calls = [
            run(owner, *(on(task, "patch", changes={"notes": f"{number}"}) for task in order))
            for number, order in enumerate(orders)
        ]
        responses = await asyncio.gather(*calls)
        assert {response.status_code for response in responses} == {200}
        notes = {(await owner.task(task["id"]))["notes"] for task in tasks}
        assert len(notes) == 1, "one of them was last, for all tasks"
