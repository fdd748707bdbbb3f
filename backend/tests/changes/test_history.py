"""`GET /api/tasks/{id}/activity` and `/api/projects/{id}/activity`."""

from typing import Any

import asyncpg
import httpx
import pytest
from support import Person, assert_problem
from todo.boundary import new_id


async def activity(person: Person, kind: str, thing: dict[str, Any], **query: Any) -> list[dict[str, Any]]:
    response = await person.client.get(f"/api/{kind}/{thing['id']}/activity", params=query)
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()["items"]
    return items


async def shared_project(owner: Person, other: Person, sql: asyncpg.Connection) -> dict[str, Any]:
    project = await owner.project()
    insert = "insert into project_member (project_id, user_id, role) values ($1, $2, 'editor')"
    await sql.execute(insert, project["id"], other.user["id"])
    return project


@pytest.mark.parametrize("kind", ["tasks", "projects"])
class TestAccess:
    async def test_anonymous(self, anonymous: httpx.AsyncClient, kind: str) -> None:
        assert_problem(await anonymous.get(f"/api/{kind}/{new_id()}/activity"), 401)

    async def test_stranger_and_nothing_look_the_same(self, owner: Person, stranger: Person, kind: str) -> None:
        thing = await (owner.add() if kind == "tasks" else owner.project())
        foreign = assert_problem(await stranger.client.get(f"/api/{kind}/{thing['id']}/activity"), 404)
        missing = assert_problem(await stranger.client.get(f"/api/{kind}/{new_id()}/activity"), 404)
        assert foreign["detail"] == missing["detail"]
        assert await activity(owner, kind, thing)

    @pytest.mark.parametrize(
        "query", [{"cursor": "x"}, {"cursor": "WyJ4Il0"}, {"cursor": "WyItMSJd"}, {"limit": "0"}, {"limit": "101"}]
    )
    async def test_bad_queries(self, owner: Person, kind: str, query: dict[str, str]) -> None:
        thing = await (owner.add() if kind == "tasks" else owner.project())
        assert_problem(await owner.client.get(f"/api/{kind}/{thing['id']}/activity", params=query), 422)


class TestTask:
    async def test_says_who_did_what_and_what_differs(self, owner: Person, stranger: Person, sql: Any) -> None:
        project = await shared_project(owner, stranger, sql)
        task = await owner.add(project_id=project["id"])
        path = f"/api/tasks/{task['id']}"
        await stranger.client.patch(path, json={"title": "Pay the rent", "priority": 1})
        done = await owner.client.post(f"{path}/complete")
        undone = await owner.undo(done)
        items = await activity(stranger, "tasks", task)
        assert [(item["command"], item["kind"], item["person"]["name"]) for item in items] == [
            ("undo", "update", "Ada"),
            ("complete_task", "update", "Ada"),
            ("edit_task", "update", "Mallory"),
            ("add_task", "create", "Ada"),
        ]
        assert items[2]["fields"] == [
            {"name": "title", "before": "Pay rent", "after": "Pay the rent"},
            {"name": "priority", "before": 4, "after": 1},
        ]
        assert items[3]["fields"] == []
        assert (items[0]["group"], items[0]["undo_of"]) == (undone.json()["id"], done.headers["Change-Group"])
        assert {item["via"] for item in items} == {"api"}

    async def test_of_a_task_in_the_trash(self, owner: Person) -> None:
        task = await owner.add()
        await owner.client.delete(f"/api/tasks/{task['id']}")
        assert [item["kind"] for item in await activity(owner, "tasks", task)] == ["delete", "create"]

    async def test_pages_meet_without_gap_or_repetition(self, owner: Person) -> None:
        task = await owner.add()
        for n in range(6):
            await owner.client.patch(f"/api/tasks/{task['id']}", json={"title": f"title {n}"})
        everything, cursor, pages = await activity(owner, "tasks", task), None, []
        while True:
            query = {"limit": 3} | ({"cursor": cursor} if cursor else {})
            page = (await owner.client.get(f"/api/tasks/{task['id']}/activity", params=query)).json()
            pages.append(len(page["items"]))
            assert page["items"] == everything[sum(pages[:-1]) : sum(pages)]
            cursor = page["next_cursor"]
            if cursor is None:
                break
        assert pages == [3, 3, 1]

    async def test_nobody_reads_what_happened_where_they_could_not_see(
        self, owner: Person, stranger: Person, sql: Any
    ) -> None:
        project = await shared_project(owner, stranger, sql)
        task = await owner.add("Secret plan")
        await owner.client.patch(f"/api/tasks/{task['id']}", json={"title": "Plan"})
        await owner.client.patch(f"/api/tasks/{task['id']}", json={"project_id": project["id"]})
        items = await activity(stranger, "tasks", task)
        assert [(item["kind"], item["title"], item["fields"]) for item in items] == [("create", "Plan", [])]
        assert len(await activity(owner, "tasks", task)) == 3
        await owner.client.patch(
            f"/api/tasks/{task['id']}", json={"project_id": owner.user["inbox_project_id"], "title": "Secret again"}
        )
        assert_problem(await stranger.client.get(f"/api/tasks/{task['id']}/activity"), 404)

    async def test_others_labels_stay_theirs(self, owner: Person, stranger: Person, sql: Any) -> None:
        project = await shared_project(owner, stranger, sql)
        task, label = await owner.add(project_id=project["id"]), str(new_id())
        await sql.execute(
            "insert into label (id, user_id, name, color) values ($1, $2, 'mine', 'gray')", label, owner.user["id"]
        )
        patched = await owner.client.patch(f"/api/tasks/{task['id']}", json={"label_ids": [label]})
        assert patched.status_code == 200, patched.text
        assert (await activity(owner, "tasks", task))[0]["fields"] == [
            {"name": "label_ids", "before": [], "after": [label]}
        ]
        assert label not in (await stranger.client.get(f"/api/tasks/{task['id']}/activity")).text


class TestProject:
    async def test_holds_its_own_changes_and_those_of_what_is_in_it(self, owner: Person) -> None:
        project = await owner.project("Home")
        await owner.add("Elsewhere")
        task = await owner.add("Here", project_id=project["id"])
        await owner.client.patch(f"/api/projects/{project['id']}", json={"name": "House"})
        await owner.client.post(f"/api/tasks/{task['id']}/complete")
        items = await activity(owner, "projects", project)
        assert [(item["entity"], item["kind"], item["title"]) for item in items] == [
            ("task", "update", "Here"),
            ("project", "update", "House"),
            ("task", "create", "Here"),
            ("project", "create", "Home"),
        ]

    async def test_what_moves_is_in_both_and_what_lies_beyond_is_not_told(
        self, owner: Person, stranger: Person, sql: Any
    ) -> None:
        project = await shared_project(owner, stranger, sql)
        task = await owner.add("Wanders", project_id=project["id"])
        move = {"project_id": owner.user["inbox_project_id"], "title": "Secret"}
        await owner.client.patch(f"/api/tasks/{task['id']}", json=move)
        seen = await activity(stranger, "projects", project)
        assert [(item["kind"], item["title"]) for item in seen if item["entity"] == "task"] == [
            *[("delete", "Wanders")] * (len(seen) - 2),
            ("create", "Wanders"),
        ]
        assert "Secret" not in str(seen)
        inbox = {"id": owner.user["inbox_project_id"]}
        assert any(item["entity_id"] == task["id"] for item in await activity(owner, "projects", inbox))

    async def test_pages(self, owner: Person) -> None:
        project = await owner.project()
        for n in range(4):
            await owner.add(f"task {n}", project_id=project["id"])
        path = f"/api/projects/{project['id']}/activity"
        first = (await owner.client.get(path, params={"limit": 3})).json()
        second = (await owner.client.get(path, params={"limit": 3, "cursor": first["next_cursor"]})).json()
        assert [item["title"] for item in first["items"] + second["items"]] == [
            "task 3", "task 2", "task 1", "task 0", "Home",
        ]  # fmt: skip
        assert second["next_cursor"] is None
