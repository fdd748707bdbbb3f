"""`/api/sections`: anonymous callers first, then the owner, members, strangers and bad input."""

import asyncio
from typing import Any

import httpx
import pytest
from support import Person, assert_problem, join
from todo.boundary import new_id


async def add(person: Person, project: dict[str, Any], name: str = "Next week", **fields: Any) -> dict[str, Any]:
    path = f"/api/projects/{project['id']}/sections"
    response = await person.client.post(path, json={"name": name, **fields})
    assert response.status_code == 201, response.text
    found: dict[str, Any] = response.json()
    return found


async def names(person: Person, project: dict[str, Any]) -> list[str]:
    """Names of a project's sections as they are listed."""
    response = await person.client.get(f"/api/projects/{project['id']}/sections")
    assert response.status_code == 200, response.text
    return [section["name"] for section in response.json()["items"]]


async def filled(person: Person, project: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A section with a task, one below that, and one that is done."""
    section = await add(person, project)
    top = await person.add("Top", section_id=section["id"])
    below = await person.add("Below", parent_id=top["id"])
    done = await person.add("Done", section_id=section["id"])
    await person.client.post(f"/api/tasks/{done['id']}/complete")
    return section, [top, below, done]


class TestCreate:
    async def test_anonymous(self, anonymous: httpx.AsyncClient, owner: Person) -> None:
        path = f"/api/projects/{(await owner.project())['id']}/sections"
        assert_problem(await anonymous.post(path, json={"name": "X"}), 401)
        assert_problem(await anonymous.get(path), 401)

    async def test_at_the_end_and_undone(self, owner: Person) -> None:
        project = await owner.project()
        await add(owner, project, "First")
        path = f"/api/projects/{project['id']}/sections"
        response = await owner.client.post(path, json={"name": " Second  one "})
        section = response.json()
        assert (section["name"], section["version"], response.headers["ETag"]) == ("Second one", 1, '"1"')
        assert (await owner.client.get(f"/api/sections/{section['id']}")).json() == section
        assert await names(owner, project) == ["First", "Second one"]
        assert (await owner.undo(response)).status_code == 200
        assert await names(owner, project) == ["First"]
        assert_problem(await owner.client.get(f"/api/sections/{section['id']}"), 404)

    async def test_same_id_again(self, owner: Person, stranger: Person) -> None:
        project, theirs = await owner.project(), await stranger.project()
        body = {"id": str(new_id()), "name": "Once"}
        path = f"/api/projects/{project['id']}/sections"
        first, again = [await owner.client.post(path, json=body) for _ in range(2)]
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json() == again.json()
        response = await stranger.client.post(f"/api/projects/{theirs['id']}/sections", json=body)
        assert_problem(response, 409, "id-taken")

    async def test_stranger_and_members(self, owner: Person, stranger: Person, sql: Any) -> None:
        project = await owner.project()
        path = f"/api/projects/{project['id']}/sections"
        assert_problem(await stranger.client.get(path), 404)
        assert_problem(await stranger.client.post(path, json={"name": "X"}), 404)
        await join(sql, project, stranger, "viewer")
        assert_problem(await stranger.client.post(path, json={"name": "X"}), 403)
        await sql.execute("update project_member set role = 'editor' where user_id = $1", stranger.user["id"])
        assert (await stranger.client.post(path, json={"name": "Theirs"})).status_code == 201
        assert await names(owner, project) == ["Theirs"]

    @pytest.mark.parametrize("body", [{}, {"name": ""}, {"name": "x" * 101}, {"name": "X", "id": 1}, {"nme": "X"}])
    async def test_bad_input(self, owner: Person, body: dict[str, Any]) -> None:
        path = f"/api/projects/{(await owner.project())['id']}/sections"
        assert_problem(await owner.client.post(path, json=body), 422, "invalid-input")


class TestUpdate:
    async def test_rename_undo_and_stale_version(self, owner: Person) -> None:
        project = await owner.project()
        path = f"/api/sections/{(await add(owner, project))['id']}"
        response = await owner.client.patch(path, json={"name": "Later"}, headers={"If-Match": '"1"'})
        assert (response.json()["name"], response.json()["version"]) == ("Later", 2)
        stale = await owner.client.patch(path, json={"name": "X"}, headers={"If-Match": '"1"'})
        assert_problem(stale, 412, "stale-version")
        assert await names(owner, project) == ["Later"]
        assert (await owner.undo(response)).status_code == 200
        assert await names(owner, project) == ["Next week"]

    async def test_what_is_so_already_changes_nothing(self, owner: Person) -> None:
        section = await add(owner, await owner.project())
        for body in ({}, {"name": section["name"]}):
            response = await owner.client.patch(f"/api/sections/{section['id']}", json=body)
            assert response.json() == section
            assert "Change-Group" not in response.headers

    async def test_anonymous_stranger_viewer_and_bad_input(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person, sql: Any
    ) -> None:
        project = await owner.project()
        path = f"/api/sections/{(await add(owner, project))['id']}"
        assert_problem(await anonymous.patch(path, json={"name": "X"}), 401)
        assert_problem(await stranger.client.patch(path, json={"name": "X"}), 404)
        assert_problem(await owner.client.patch(path, json={"name": None}), 422)
        await join(sql, project, stranger, "viewer")
        assert_problem(await stranger.client.patch(path, json={"name": "X"}), 403)
        assert (await stranger.client.get(path)).status_code == 200


class TestMove:
    async def test_within_its_project(self, owner: Person) -> None:
        project = await owner.project()
        a, _, c = [await add(owner, project, name) for name in "abc"]
        response = await owner.client.post(f"/api/sections/{c['id']}/move", json={"before_id": a["id"]})
        assert await names(owner, project) == ["c", "a", "b"]
        await owner.client.post(f"/api/sections/{c['id']}/move", json={"after_id": a["id"]})
        assert await names(owner, project) == ["a", "c", "b"]
        await owner.client.post(f"/api/sections/{a['id']}/move", json={})
        assert await names(owner, project) == ["c", "b", "a"]
        assert_problem(await owner.undo(response), 409, "undo-conflict")

    async def test_to_another_project_with_all_tasks_and_back(self, owner: Person) -> None:
        home, work = await owner.project("Home"), await owner.project("Work")
        section, tasks = await filled(owner, home)
        await owner.client.delete(f"/api/tasks/{tasks[1]['id']}")
        response = await owner.client.post(f"/api/sections/{section['id']}/move", json={"project_id": work["id"]})
        assert response.json()["project_id"] == work["id"]
        assert (await names(owner, home), await names(owner, work)) == ([], ["Next week"])
        assert await owner.titles(project_id=work["id"]) == ["Top"]
        assert await owner.titles(project_id=work["id"], done=True) == ["Done"]
        assert (await owner.undo(response)).status_code == 200
        assert await owner.titles(project_id=home["id"]) == ["Top"]

    async def test_what_was_in_the_trash_comes_back_where_the_section_is(self, owner: Person) -> None:
        home, work = await owner.project("Home"), await owner.project("Work")
        section, tasks = await filled(owner, home)
        deleted = await owner.client.delete(f"/api/tasks/{tasks[0]['id']}")
        await owner.client.post(f"/api/sections/{section['id']}/move", json={"project_id": work["id"]})
        assert (await owner.undo(deleted)).status_code == 200
        assert sorted(await owner.titles(project_id=work["id"])) == ["Below", "Top"]

    async def test_projects_and_neighbours_of_others(self, owner: Person, stranger: Person) -> None:
        mine, theirs = await owner.project(), await stranger.project()
        section, other = await add(owner, mine), await add(stranger, theirs)
        path = f"/api/sections/{section['id']}/move"
        assert_problem(await stranger.client.post(path, json={}), 404)
        for body in ({"project_id": theirs["id"]}, {"after_id": other["id"]}, {"before_id": section["id"]}):
            assert_problem(await owner.client.post(path, json=body), 404)
        assert_problem(await owner.client.post(path, json={"project_id": "x"}), 422)
        both = {"after_id": other["id"], "before_id": other["id"]}
        assert_problem(await owner.client.post(path, json=both), 422)
        assert (await owner.client.get(f"/api/sections/{section['id']}")).json() == section

    async def test_many_at_once_keep_an_order(self, owner: Person) -> None:
        project = await owner.project()
        sections = [await add(owner, project, name) for name in "abcd"]
        moves = [
            owner.client.post(f"/api/sections/{one['id']}/move", json={"before_id": sections[0]["id"]})
            for one in sections[1:] * 3
        ]
        assert {response.status_code for response in await asyncio.gather(*moves)} == {200}
        listed = (await owner.client.get(f"/api/projects/{project['id']}/sections")).json()["items"]
        assert listed[-1]["name"] == "a"
        assert len({section["position"] for section in listed}) == 4


class TestDuplicate:
    async def test_copies_what_is_not_done_right_after_it(self, owner: Person) -> None:
        project = await owner.project()
        section, _ = await filled(owner, project)
        await add(owner, project, "Last")
        response = await owner.client.post(f"/api/sections/{section['id']}/duplicate", json={})
        copy = response.json()
        assert await names(owner, project) == ["Next week", "Next week", "Last"]
        tasks = (await owner.client.get("/api/tasks", params={"project_id": project["id"]})).json()["items"]
        copied = {task["title"]: task for task in tasks if task["section_id"] == copy["id"]}
        assert copied.keys() == {"Top", "Below"}
        assert copied["Below"]["parent_id"] == copied["Top"]["id"]
        assert (await owner.undo(response)).status_code == 200
        assert sorted(await owner.titles()) == ["Below", "Top"]

    async def test_same_id_again_strangers_and_bad_input(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person
    ) -> None:
        section, _ = await filled(owner, await owner.project())
        path, body = f"/api/sections/{section['id']}/duplicate", {"id": str(new_id())}
        first, again = [await owner.client.post(path, json=body) for _ in range(2)]
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json() == again.json()
        assert len(await owner.titles()) == 4
        assert_problem(await anonymous.post(path, json={}), 401)
        assert_problem(await stranger.client.post(path, json={}), 404)
        assert_problem(await owner.client.post(path, json={"id": "x"}), 422)


class TestDelete:
    async def test_takes_its_tasks_along_and_undo_brings_all_back(self, owner: Person) -> None:
        project = await owner.project()
        section, tasks = await filled(owner, project)
        response = await owner.client.delete(f"/api/sections/{section['id']}")
        assert response.status_code == 204
        assert (await owner.titles(), await owner.titles(done=True), await names(owner, project)) == ([], [], [])
        assert_problem(await owner.client.delete(f"/api/sections/{section['id']}"), 404)
        assert_problem(await owner.client.post("/api/tasks", json={"title": "X", "section_id": section["id"]}), 404)
        assert (await owner.undo(response)).status_code == 200
        assert sorted(await owner.titles()) == ["Below", "Top"]
        assert (await owner.task(tasks[1]["id"]))["parent_id"] == tasks[0]["id"]

    async def test_goes_and_comes_back_with_its_project(self, owner: Person) -> None:
        project = await owner.project()
        section, _ = await filled(owner, project)
        response = await owner.client.delete(f"/api/projects/{project['id']}")
        for call in (owner.client.get, owner.client.delete):
            assert_problem(await call(f"/api/sections/{section['id']}"), 404)
        await owner.undo(response)
        assert (await owner.client.get(f"/api/sections/{section['id']}")).json() == section

    async def test_anonymous_stranger_viewer_and_stale_version(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person, sql: Any
    ) -> None:
        project = await owner.project()
        section, _ = await filled(owner, project)
        path = f"/api/sections/{section['id']}"
        assert_problem(await anonymous.delete(path), 401)
        assert_problem(await stranger.client.delete(path), 404)
        assert_problem(await owner.client.delete(path, headers={"If-Match": '"9"'}), 412)
        await join(sql, project, stranger, "viewer")
        assert_problem(await stranger.client.delete(path), 403)
        assert len(await owner.titles()) == 2

    async def test_tasks_added_while_it_goes_are_never_left_alone(self, owner: Person) -> None:
        project = await owner.project()
        for _ in range(4):
            section = await add(owner, project)
            body = {"title": "Late", "section_id": section["id"]}
            adds = (owner.client.post("/api/tasks", json=body) for _ in range(5))
            gone, *added = await asyncio.gather(owner.client.delete(f"/api/sections/{section['id']}"), *adds)
            assert gone.status_code == 204
            assert {response.status_code for response in added} <= {201, 404}
            assert await owner.titles() == []
