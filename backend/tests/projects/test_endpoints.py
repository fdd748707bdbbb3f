"""`/api/projects`."""

import httpx
import pytest
from support import Person, assert_problem, join
from todo.boundary import new_id
from todo.projects.schemas import ProjectCreate
from todo.projects.tables import COLORS


def test_colours_of_schema_and_table_agree() -> None:
    assert ProjectCreate.model_json_schema()["properties"]["color"]["enum"] == list(COLORS)


class TestList:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/projects"), 401)

    async def test_inbox_first_then_by_creation_with_counts_of_open_tasks(self, owner: Person) -> None:
        work, home = await owner.project("Work"), await owner.project("Home")
        await owner.add("a", project_id=work["id"])
        done = await owner.add("b", project_id=work["id"])
        gone = await owner.add("c", project_id=work["id"])
        await owner.client.post(f"/api/tasks/{done['id']}/complete")
        await owner.client.delete(f"/api/tasks/{gone['id']}")
        items = (await owner.client.get("/api/projects")).json()["items"]
        assert [(p["name"], p["open_task_count"]) for p in items] == [("Inbox", 0), ("Work", 1), ("Home", 0)]
        assert items[2]["id"] == home["id"]

    async def test_stranger_sees_none_of_it(self, owner: Person, stranger: Person) -> None:
        await owner.project("Secret")
        names = [p["name"] for p in (await stranger.client.get("/api/projects")).json()["items"]]
        assert names == ["Inbox"]


class TestCreate:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.post("/api/projects", json={"name": "X"}), 401)

    async def test_answers_the_project_and_how_to_undo_it(self, owner: Person) -> None:
        response = await owner.client.post("/api/projects", json={"name": " Home  improvement ", "color": "teal"})
        assert response.status_code == 201
        project = response.json()
        assert (project["name"], project["color"], project["role"]) == ("Home improvement", "teal", "owner")
        assert (await owner.client.get(f"/api/projects/{project['id']}")).json() == project
        assert (await owner.undo(response)).status_code == 200
        assert_problem(await owner.client.get(f"/api/projects/{project['id']}"), 404)

    async def test_same_id_again_gives_the_project_that_is_there(self, owner: Person, stranger: Person) -> None:
        body = {"id": str(new_id()), "name": "Once"}
        first = await owner.client.post("/api/projects", json=body)
        again = await owner.client.post("/api/projects", json=body | {"name": "Twice"})
        assert (first.status_code, again.status_code) == (201, 200)
        assert again.json() == first.json()
        assert "Change-Group" not in again.headers
        assert_problem(await stranger.client.post("/api/projects", json=body), 409, "id-taken")

    @pytest.mark.parametrize(
        "body",
        [{}, {"name": ""}, {"name": "\u200b"}, {"name": "x" * 101}, {"name": "X", "color": "mauve"}, {"nme": "X"}],
    )
    async def test_bad_input(self, owner: Person, body: dict[str, str]) -> None:
        assert_problem(await owner.client.post("/api/projects", json=body), 422, "invalid-input")


class TestUpdate:
    async def test_anonymous(self, anonymous: httpx.AsyncClient, owner: Person) -> None:
        project = await owner.project()
        assert_problem(await anonymous.patch(f"/api/projects/{project['id']}", json={"name": "X"}), 401)

    async def test_owner_changes_only_what_is_sent(self, owner: Person) -> None:
        project = await owner.project(color="pink")
        response = await owner.client.patch(f"/api/projects/{project['id']}", json={"name": "House"})
        changed = response.json()
        assert (changed["name"], changed["color"], changed["version"]) == ("House", "pink", 2)
        assert response.headers["ETag"] == '"2"'
        await owner.undo(response)
        assert (await owner.client.get(f"/api/projects/{project['id']}")).json()["name"] == "Home"

    async def test_nothing_sent_and_nothing_different_change_nothing(self, owner: Person) -> None:
        project = await owner.project()
        for body in ({}, {"name": project["name"]}):
            response = await owner.client.patch(f"/api/projects/{project['id']}", json=body)
            assert response.json() == project
            assert "Change-Group" not in response.headers

    async def test_stranger_gets_404_and_members_403(self, owner: Person, stranger: Person, sql: object) -> None:
        project = await owner.project()
        path = f"/api/projects/{project['id']}"
        assert_problem(await stranger.client.patch(path, json={"name": "Mine"}), 404, "not-found")
        await join(sql, project, stranger, "editor")
        assert_problem(await stranger.client.patch(path, json={"name": "Mine"}), 403, "forbidden")
        assert (await owner.client.get(path)).json() == project

    async def test_stale_version_is_refused(self, owner: Person) -> None:
        project = await owner.project()
        path = f"/api/projects/{project['id']}"
        assert (await owner.client.patch(path, json={"name": "A"}, headers={"If-Match": '"1"'})).status_code == 200
        stale = await owner.client.patch(path, json={"name": "B"}, headers={"If-Match": '"1"'})
        assert_problem(stale, 412, "stale-version")
        assert (await owner.client.get(path)).json()["name"] == "A"

    async def test_inbox_stays_as_it_is(self, owner: Person) -> None:
        path = f"/api/projects/{owner.user['inbox_project_id']}"
        assert_problem(await owner.client.patch(path, json={"name": "X"}), 409, "inbox-is-fixed")
        assert_problem(await owner.client.delete(path), 409, "inbox-is-fixed")


class TestDelete:
    async def test_anonymous(self, anonymous: httpx.AsyncClient, owner: Person) -> None:
        project = await owner.project()
        assert_problem(await anonymous.delete(f"/api/projects/{project['id']}"), 401)

    async def test_takes_its_tasks_along_and_undo_brings_both_back(self, owner: Person) -> None:
        project = await owner.project()
        task = await owner.add(project_id=project["id"])
        response = await owner.client.delete(f"/api/projects/{project['id']}")
        assert response.status_code == 204
        assert await owner.titles() == []
        assert_problem(await owner.client.get(f"/api/tasks/{task['id']}"), 404)
        assert_problem(await owner.client.delete(f"/api/projects/{project['id']}"), 404)
        assert (await owner.undo(response)).status_code == 200
        assert await owner.task(task["id"]) == task

    async def test_stranger(self, owner: Person, stranger: Person) -> None:
        project = await owner.project()
        assert_problem(await stranger.client.delete(f"/api/projects/{project['id']}"), 404)
        assert_problem(await stranger.client.delete("/api/projects/not-an-id"), 422)
