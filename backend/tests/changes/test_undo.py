"""Undo and redo of groups: the laws, the conflicts, and whose they are."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support import Person, assert_problem, sign_up
from todo.boundary import new_id

KEPT_APART = {"version", "updated_at"}


async def snapshot(person: Person) -> dict[str, Any]:
    """Everything the person sees, without what counts changes."""
    tasks: list[dict[str, Any]] = []
    for done in ("false", "true"):
        tasks += (await person.client.get("/api/tasks", params={"done": done, "limit": 200})).json()["items"]
    projects = (await person.client.get("/api/projects")).json()["items"]
    paths = [f"/api/tasks/{task['id']}/reminders" for task in tasks]
    reminders = [item for path in paths for item in (await person.client.get(path)).json()["items"]]
    tasks += reminders
    return {item["id"]: {k: v for k, v in item.items() if k not in KEPT_APART} for item in tasks + projects}


class TestUndo:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.post(f"/api/changes/{new_id()}/undo"), 401)

    async def test_stranger_and_nobodys_group_look_the_same(self, owner: Person, stranger: Person) -> None:
        response = await owner.client.post("/api/tasks", json={"title": "Mine"})
        group = response.headers["Change-Group"]
        foreign = assert_problem(await stranger.client.post(f"/api/changes/{group}/undo"), 404)
        missing = assert_problem(await stranger.client.post(f"/api/changes/{new_id()}/undo"), 404)
        assert foreign["detail"] == missing["detail"]
        assert await owner.titles() == ["Mine"]

    async def test_undo_redo_undo(self, owner: Person) -> None:
        task = await owner.add()
        change = await owner.client.patch(f"/api/tasks/{task['id']}", json={"title": "New", "priority": 1})
        group = change.headers["Change-Group"]
        for expected in (("Pay rent", 4), ("New", 1), ("Pay rent", 4)):
            undone = await owner.client.post(f"/api/changes/{group}/undo")
            assert undone.status_code == 200, undone.text
            now = await owner.task(task["id"])
            assert (now["title"], now["priority"]) == expected
            group = undone.json()["id"]

    async def test_twice_is_a_conflict(self, owner: Person) -> None:
        response = await owner.client.post("/api/tasks", json={"title": "X"})
        assert (await owner.undo(response)).status_code == 200
        assert_problem(await owner.undo(response), 409, "already-undone")

    async def test_parallel_undos_take_effect_once(self, owner: Person) -> None:
        task = await owner.add()
        response = await owner.client.post(f"/api/tasks/{task['id']}/complete")
        results = await asyncio.gather(*(owner.undo(response) for _ in range(6)))
        assert sorted(r.status_code for r in results) == [200] + [409] * 5
        assert (await owner.task(task["id"]))["completed_at"] is None

    async def test_later_change_of_another_column_stays(self, owner: Person) -> None:
        task = await owner.add()
        path = f"/api/tasks/{task['id']}"
        first = await owner.client.patch(path, json={"title": "New"})
        await owner.client.patch(path, json={"priority": 1})
        assert (await owner.undo(first)).status_code == 200
        now = await owner.task(task["id"])
        assert (now["title"], now["priority"]) == ("Pay rent", 1)

    async def test_later_change_of_the_same_column_stands_in_the_way(self, owner: Person) -> None:
        task = await owner.add()
        path = f"/api/tasks/{task['id']}"
        first = await owner.client.patch(path, json={"title": "New"})
        second = await owner.client.patch(path, json={"title": "Newer"})
        problem = assert_problem(await owner.undo(first), 409, "undo-conflict")
        assert problem["conflicts"] == [
            {
                "entity": "task",
                "entity_id": task["id"],
                "title": "New",
                "code": "changed",
                "reason": "was changed since",
            }
        ]
        assert (await owner.task(task["id"]))["title"] == "Newer"
        assert (await owner.undo(second)).status_code == 200
        assert (await owner.undo(first)).status_code == 200, "what stood in the way is gone"
        assert (await owner.task(task["id"]))["title"] == "Pay rent"

    async def test_making_a_task_is_not_undone_over_later_edits(self, owner: Person) -> None:
        response = await owner.client.post("/api/tasks", json={"title": "Draft"})
        task = response.json()
        await owner.client.patch(f"/api/tasks/{task['id']}", json={"notes": "an hour of writing"})
        assert_problem(await owner.undo(response), 409, "undo-conflict")
        assert (await owner.task(task["id"]))["notes"] == "an hour of writing"

    async def test_a_move_is_not_undone_into_a_project_that_is_gone(self, owner: Person) -> None:
        project = await owner.project()
        task = await owner.add(project_id=project["id"])
        move = {"project_id": owner.user["inbox_project_id"]}
        moved = await owner.client.patch(f"/api/tasks/{task['id']}", json=move)
        await owner.client.delete(f"/api/projects/{project['id']}")
        problem = assert_problem(await owner.undo(moved), 409, "undo-conflict")
        assert problem["conflicts"][0]["code"] == "project-gone"
        assert problem["conflicts"][0]["reason"] == "belongs to a project that is gone"
        assert (await owner.task(task["id"]))["project_id"] == owner.user["inbox_project_id"]

    async def test_who_lost_the_right_to_write_cannot_undo(self, owner: Person, stranger: Person, sql: Any) -> None:
        project = await owner.project()
        task = await owner.add(project_id=project["id"])
        member = (project["id"], stranger.user["id"])
        await sql.execute("insert into project_member (project_id, user_id, role) values ($1, $2, 'editor')", *member)
        change = await stranger.client.patch(f"/api/tasks/{task['id']}", json={"title": "Edited"})
        await sql.execute("update project_member set role = 'viewer' where project_id = $1 and user_id = $2", *member)
        problem = assert_problem(await stranger.undo(change), 409, "undo-conflict")
        assert [(one["code"], one["reason"]) for one in problem["conflicts"]] == [
            ("read-only", "is only yours to read")
        ]
        await sql.execute("delete from project_member where project_id = $1 and user_id = $2", *member)
        problem = assert_problem(await stranger.undo(change), 409, "undo-conflict")
        assert [one["code"] for one in problem["conflicts"]] == ["unseen"]
        assert problem["detail"] == "Not undone: “Edited” is no longer yours to see."
        assert (await owner.task(task["id"]))["title"] == "Edited"


class TestActivity:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/changes"), 401)

    async def test_says_what_was_done_newest_first(self, owner: Person, stranger: Person) -> None:
        await stranger.add("Not to be seen")
        task = await owner.add("Buy milk")
        done = await owner.client.post(f"/api/tasks/{task['id']}/complete")
        await owner.undo(done)
        await owner.client.delete(f"/api/tasks/{task['id']}")
        items = (await owner.client.get("/api/changes")).json()["items"]
        assert [item["summary"] for item in items] == [
            "Delete task: Buy milk",
            "Undo: Buy milk",
            "Complete task: Buy milk",
            "Add task: Buy milk",
        ]
        assert [item["changes"][0]["kind"] for item in items] == ["delete", "update", "update", "create"]
        assert items[2]["undone_by"] == items[1]["id"]
        assert items[1]["undo_of"] == items[2]["id"]
        assert {item["via"] for item in items} == {"api"}

    async def test_pages(self, owner: Person) -> None:
        for n in range(5):
            await owner.add(f"task {n}")
        first = (await owner.client.get("/api/changes", params={"limit": 3})).json()
        second = (await owner.client.get("/api/changes", params={"limit": 3, "cursor": first["next_cursor"]})).json()
        summaries = [item["summary"] for item in first["items"] + second["items"]]
        assert summaries == [f"Add task: task {n}" for n in (4, 3, 2, 1, 0)]
        assert second["next_cursor"] is None

    @pytest.mark.parametrize("query", [{"cursor": "x"}, {"cursor": "WyJ4Il0"}, {"limit": "0"}, {"limit": "101"}])
    async def test_bad_queries(self, owner: Person, query: dict[str, str]) -> None:
        assert_problem(await owner.client.get("/api/changes", params=query), 422)


COMMANDS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "add",
                "title",
                "day",
                "moment",
                "move",
                "complete",
                "reopen",
                "delete",
                "project",
                "rename",
                "subtask",
                "order",
                "duplicate",
                "recur",
                "skip",
                "details",
                "remind",
            ]
        ),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=8,
)


async def perform(person: Person, command: str, which: int) -> httpx.Response | None:
    """One command on the person's things, chosen by number; None when there is nothing to do it to."""
    tasks = (await person.client.get("/api/tasks")).json()["items"]
    tasks += (await person.client.get("/api/tasks", params={"done": "true"})).json()["items"]
    projects = (await person.client.get("/api/projects")).json()["items"]
    project = projects[which % len(projects)]
    if command == "add":
        body = {"title": f"Task {new_id()}", "project_id": project["id"]}
        return await person.client.post("/api/tasks", json=body)
    if command == "project":
        return await person.client.post("/api/projects", json={"name": f"Project {which}"})
    if command == "rename":
        return await person.client.patch(f"/api/projects/{project['id']}", json={"name": f"Name {new_id()}"})
    if not tasks:
        return None
    task = tasks[which % len(tasks)]
    path = f"/api/tasks/{task['id']}"
    if command == "subtask":
        return await person.client.post("/api/tasks", json={"title": "Below", "parent_id": task["id"]})
    if command == "remind":
        return await person.client.post(f"{path}/reminders", json={"minutes_before": 10 * which})
    if command in ("complete", "reopen", "skip"):
        return await person.client.post(f"{path}/{command}")
    if command in ("order", "duplicate"):
        place = {"project_id": project["id"], "parent_id": None, "section_id": None} if command == "order" else {}
        return await person.client.post(f"{path}/{'move' if place else command}", json=place)
    if command == "delete":
        return await person.client.delete(path)
    body = {
        "title": {"title": f"Title {new_id()}"},
        "day": {"due_date": f"2026-12-0{which + 1}"},
        "moment": {"due_at": f"2026-12-0{which + 1}T08:00:00Z"},
        "move": {"project_id": project["id"]},
        "recur": {"recurrence": {"rule": "FREQ=DAILY;COUNT=2"}},
        "details": {"duration_minutes": 15 * (which + 1), "deadline": f"2026-12-1{which}"},
    }[command]
    return await person.client.patch(path, json=body)


class TestLaws:
    """Whatever was done: undoing it step by step leads back, and redoing leads forward again."""

    @settings(
        max_examples=25,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(commands=COMMANDS)
    async def test_undo_of_all_in_reverse_restores_every_state_and_redo_brings_it_back(
        self, app: FastAPI, commands: list[tuple[str, int]]
    ) -> None:
        person = await sign_up(app)
        states, groups = [await snapshot(person)], []
        for command, which in commands:
            response = await perform(person, command, which)
            if response is not None and "Change-Group" in response.headers:
                groups.append(response.headers["Change-Group"])
                states.append(await snapshot(person))
        undos = []
        for group, state in zip(reversed(groups), reversed(states[:-1]), strict=True):
            undone = await person.client.post(f"/api/changes/{group}/undo")
            assert undone.status_code == 200, undone.text
            undos.append(undone.json()["id"])
            assert await snapshot(person) == state
        for undo, state in zip(reversed(undos), states[1:], strict=True):
            assert (await person.client.post(f"/api/changes/{undo}/undo")).status_code == 200
            assert await snapshot(person) == state

    async def test_every_write_is_in_the_log(self, owner: Person, sql: Any) -> None:
        for command in ("add", "project", "add", "title", "day", "move", "complete", "delete", "rename"):
            await perform(owner, command, 1)
        rows = await sql.fetch(
            """
            select task.id, task.version, count(change.id) as entries from task
            left join change on change.entity_id = task.id
            where task.created_by = $1 group by task.id
            """,
            UUID(owner.user["id"]),
        )
        assert rows
        assert all(row["entries"] == row["version"] for row in rows)
