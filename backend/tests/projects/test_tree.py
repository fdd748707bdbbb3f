"""Projects below others: order, moves, archive, copies, deletion, and undo of each."""

import asyncio
from typing import Any

import httpx
import pytest
from support import Person, assert_problem, join
from todo.boundary import new_id


async def listed(person: Person, **query: Any) -> list[dict[str, Any]]:
    response = await person.client.get("/api/projects", params=query)
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()["items"]
    return items


async def names(person: Person, **query: Any) -> list[str]:
    return [project["name"] for project in await listed(person, **query) if not project["is_inbox"]]


async def call(person: Person, project: dict[str, Any], verb: str, **body: Any) -> httpx.Response:
    return await person.client.post(f"/api/projects/{project['id']}/{verb}", json=body)


async def chain(person: Person, length: int) -> list[dict[str, Any]]:
    """Projects each below the one before."""
    projects = [await person.project("level 1")]
    while len(projects) < length:
        projects.append(await person.project(f"level {len(projects) + 1}", parent_id=projects[-1]["id"]))
    return projects


class TestCreateBelow:
    async def test_shows_where_it_is_and_is_undone(self, owner: Person) -> None:
        top = await owner.project("Work", is_favorite=True)
        response = await owner.client.post("/api/projects", json={"name": "Office", "parent_id": top["id"]})
        project = response.json()
        assert (top["is_favorite"], top["parent_id"]) == (True, None)
        assert (project["parent_id"], project["archived_at"], project["is_favorite"]) == (top["id"], None, False)
        assert (await owner.undo(response)).status_code == 200
        assert await names(owner) == ["Work"]

    async def test_parents_of_others_nobody_and_the_inbox(self, owner: Person, stranger: Person, sql: Any) -> None:
        theirs = await stranger.project()
        for parent, status in (
            (theirs["id"], 404),
            (str(new_id()), 404),
            (owner.user["inbox_project_id"], 409),
            ("x", 422),
        ):
            response = await owner.client.post("/api/projects", json={"name": "X", "parent_id": parent})
            assert_problem(response, status)
        await join(sql, theirs, owner, "editor")
        body = {"name": "X", "parent_id": theirs["id"]}
        assert_problem(await owner.client.post("/api/projects", json=body), 403)
        assert await names(owner) == ["Home"]

    async def test_eight_levels_and_no_more(self, owner: Person) -> None:
        projects = await chain(owner, 8)
        body = {"name": "X", "parent_id": projects[-1]["id"]}
        assert_problem(await owner.client.post("/api/projects", json=body), 409, "too-deep")

    async def test_a_member_does_not_see_the_project_above(self, owner: Person, stranger: Person, sql: Any) -> None:
        _, below = await chain(owner, 2)
        await join(sql, below, stranger, "viewer")
        shown = [project for project in await listed(stranger) if not project["is_inbox"]]
        assert [(project["name"], project["parent_id"]) for project in shown] == [("level 2", None)]


class TestMove:
    async def test_order_among_neighbours_and_undo(self, owner: Person) -> None:
        a, b, c = [await owner.project(name) for name in "abc"]
        assert await names(owner) == ["a", "b", "c"]
        response = await call(owner, c, "move", before_id=a["id"])
        assert await names(owner) == ["c", "a", "b"]
        assert (await owner.undo(response)).status_code == 200
        assert await names(owner) == ["a", "b", "c"]
        await call(owner, a, "move", after_id=b["id"])
        assert await names(owner) == ["b", "a", "c"]
        await call(owner, b, "move")
        assert await names(owner) == ["a", "c", "b"]

    async def test_below_another_and_back_to_the_top(self, owner: Person) -> None:
        one, other = await owner.project("one"), await owner.project("other")
        response = await call(owner, one, "move", parent_id=other["id"])
        assert (response.json()["parent_id"], response.json()["version"]) == (other["id"], 2)
        again = await call(owner, one, "move")
        assert again.json()["parent_id"] == other["id"], "without parent_id it stays below"
        top = await call(owner, one, "move", parent_id=None)
        assert top.json()["parent_id"] is None
        assert (await owner.undo(top)).status_code == 200
        assert (await owner.client.get(f"/api/projects/{one['id']}")).json()["parent_id"] == other["id"]

    async def test_no_circles_nor_too_many_levels(self, owner: Person) -> None:
        projects = await chain(owner, 5)
        for target in (projects[0], projects[4]):
            assert_problem(await call(owner, projects[0], "move", parent_id=target["id"]), 409, "circle")
        others = await chain(owner, 4)
        assert_problem(await call(owner, others[0], "move", parent_id=projects[4]["id"]), 409, "too-deep")
        assert (await call(owner, others[1], "move", parent_id=projects[4]["id"])).status_code == 200

    async def test_two_at_once_make_no_circle(self, owner: Person) -> None:
        for _ in range(5):
            one, other = await owner.project("one"), await owner.project("other")
            moves = await asyncio.gather(
                call(owner, one, "move", parent_id=other["id"]), call(owner, other, "move", parent_id=one["id"])
            )
            assert sorted(response.status_code for response in moves) == [200, 409]

    async def test_undo_makes_no_circle(self, owner: Person) -> None:
        top, below = await chain(owner, 2)
        response = await call(owner, below, "move", parent_id=None)
        await call(owner, top, "move", parent_id=below["id"])
        problem = assert_problem(await owner.undo(response), 409, "undo-conflict")
        assert {(one["code"], one["reason"]) for one in problem["conflicts"]} == {("circle", "would be below itself")}

    async def test_anonymous_stranger_inbox_stale_and_bad_input(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person
    ) -> None:
        project, theirs = await owner.project(), await stranger.project()
        path = f"/api/projects/{project['id']}/move"
        assert_problem(await anonymous.post(path, json={}), 401)
        assert_problem(await call(stranger, project, "move"), 404)
        for body in ({"parent_id": theirs["id"]}, {"after_id": theirs["id"]}):
            assert_problem(await call(owner, project, "move", **body), 404)
        assert_problem(await call(owner, {"id": owner.user["inbox_project_id"]}, "move"), 409, "inbox-is-fixed")
        assert_problem(await owner.client.post(path, json={}, headers={"If-Match": '"8"'}), 412)
        assert_problem(await call(owner, project, "move", parent_id=1), 422)
        assert await listed(owner) == [*(await listed(owner))[:1], project]


class TestFavorite:
    async def test_is_set_and_undone(self, owner: Person) -> None:
        path = f"/api/projects/{(await owner.project())['id']}"
        response = await owner.client.patch(path, json={"is_favorite": True})
        assert response.json()["is_favorite"] is True
        await owner.undo(response)
        assert (await owner.client.get(path)).json()["is_favorite"] is False
        assert_problem(await owner.client.patch(path, json={"is_favorite": "yes"}), 422)


class TestArchive:
    async def test_hides_it_with_all_below_until_it_is_back(self, owner: Person) -> None:
        top, below = await chain(owner, 2)
        await owner.add("Hidden", project_id=below["id"])
        await owner.add("Shown")
        response = await call(owner, top, "archive")
        assert response.json()["archived_at"] is not None
        assert (await names(owner), await names(owner, archived=True)) == ([], ["level 1", "level 2"])
        assert await owner.titles() == ["Shown"]
        assert sorted(await owner.titles(archived=True)) == ["Hidden", "Shown"]
        assert await owner.titles(project_id=below["id"]) == ["Hidden"]
        back = await call(owner, top, "unarchive")
        assert await names(owner) == ["level 1", "level 2"]
        for group in (back, response):
            assert (await owner.undo(group)).status_code == 200
        assert sorted(await owner.titles()) == ["Hidden", "Shown"]

    async def test_twice_changes_nothing_more(self, owner: Person) -> None:
        project = await owner.project()
        for verb in ("archive", "unarchive"):
            first, again = [await call(owner, project, verb) for _ in range(2)]
            assert first.json() == again.json()
            assert ("Change-Group" in first.headers, "Change-Group" in again.headers) == (True, False)

    async def test_what_comes_back_alone_goes_to_the_top(self, owner: Person) -> None:
        top, below = await chain(owner, 2)
        await call(owner, top, "archive")
        response = await call(owner, below, "unarchive")
        assert response.json()["parent_id"] is None
        assert await names(owner) == ["level 2"]
        assert_problem(await call(owner, below, "move", parent_id=top["id"]), 409, "archived")
        assert (await owner.undo(response)).status_code == 200
        assert await names(owner) == []

    @pytest.mark.parametrize("verb", ["archive", "unarchive"])
    async def test_anonymous_stranger_inbox_and_stale_version(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person, verb: str
    ) -> None:
        project = await owner.project()
        path = f"/api/projects/{project['id']}/{verb}"
        assert_problem(await anonymous.post(path), 401)
        assert_problem(await stranger.client.post(path), 404)
        assert_problem(await owner.client.post(path, headers={"If-Match": '"2"'}), 412)
        inbox = {"id": owner.user["inbox_project_id"]}
        assert_problem(await call(owner, inbox, verb), 409, "inbox-is-fixed")
        assert await names(owner) == ["Home"]


class TestDuplicate:
    async def test_copies_sections_and_open_tasks_of_all_below(self, owner: Person) -> None:
        top, below = await chain(owner, 2)
        section = await owner.client.post(f"/api/projects/{below['id']}/sections", json={"name": "Soon"})
        task = await owner.add("Task", section_id=section.json()["id"], priority=1)
        await owner.add("Subtask", parent_id=task["id"])
        done = await owner.add("Done", project_id=top["id"])
        await owner.client.post(f"/api/tasks/{done['id']}/complete")
        await owner.project("last")
        response = await call(owner, top, "duplicate")
        copy = response.json()
        assert (copy["name"], copy["role"], copy["version"]) == ("level 1", "owner", 1)
        at_top = [project["name"] for project in await listed(owner) if project["parent_id"] is None]
        assert at_top == ["Inbox", "level 1", "level 1", "last"]
        [child] = [project for project in await listed(owner) if project["parent_id"] == copy["id"]]
        assert (child["name"], child["open_task_count"]) == ("level 2", 2)
        tasks = (await owner.client.get("/api/tasks", params={"project_id": child["id"]})).json()["items"]
        made = {one["title"]: one for one in tasks}
        assert made["Subtask"]["parent_id"] == made["Task"]["id"]
        sections = (await owner.client.get(f"/api/projects/{child['id']}/sections")).json()["items"]
        assert [(one["id"], one["name"]) for one in sections] == [(made["Task"]["section_id"], "Soon")]
        assert (await owner.undo(response)).status_code == 200
        assert sorted(await owner.titles()) == ["Subtask", "Task"]
        assert sorted(await names(owner)) == ["last", "level 1", "level 2"]

    async def test_copies_of_shared_ones_are_the_persons_alone(self, owner: Person, stranger: Person, sql: Any) -> None:
        project = await owner.project()
        await owner.add("Together", project_id=project["id"])
        await join(sql, project, stranger, "owner")
        copy = (await call(stranger, project, "duplicate")).json()
        assert await stranger.titles(project_id=copy["id"]) == ["Together"]
        assert_problem(await owner.client.get(f"/api/projects/{copy['id']}"), 404)

    async def test_same_id_again_anonymous_stranger_inbox_and_bad_input(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person
    ) -> None:
        project = await owner.project()
        await owner.add("Once", project_id=project["id"])
        body = {"id": str(new_id())}
        first, again = [await call(owner, project, "duplicate", **body) for _ in range(2)]
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json() == again.json()
        assert await owner.titles() == ["Once", "Once"]
        theirs = await stranger.project()
        assert_problem(await call(owner, project, "duplicate", id=theirs["id"]), 409, "id-taken")
        assert_problem(await anonymous.post(f"/api/projects/{project['id']}/duplicate", json={}), 401)
        assert_problem(await call(stranger, project, "duplicate"), 404)
        inbox = {"id": owner.user["inbox_project_id"]}
        assert_problem(await call(owner, inbox, "duplicate"), 409, "inbox-is-fixed")
        assert_problem(await call(owner, project, "duplicate", name="X"), 422)


class TestDelete:
    async def test_takes_all_below_along_and_undo_brings_it_back(self, owner: Person) -> None:
        top, middle, low = await chain(owner, 3)
        task = await owner.add(project_id=low["id"])
        response = await owner.client.delete(f"/api/projects/{middle['id']}")
        assert response.status_code == 204
        assert await names(owner) == ["level 1"]
        assert_problem(await owner.client.get(f"/api/tasks/{task['id']}"), 404)
        assert (await owner.undo(response)).status_code == 200
        assert await owner.task(task["id"]) == task
        shown = {project["name"]: project["parent_id"] for project in await listed(owner)}
        assert (shown["level 2"], shown["level 3"]) == (top["id"], middle["id"])

    async def test_does_not_come_back_below_what_is_gone(self, owner: Person) -> None:
        top, below = await chain(owner, 2)
        first = await owner.client.delete(f"/api/projects/{below['id']}")
        second = await owner.client.delete(f"/api/projects/{top['id']}")
        problem = assert_problem(await owner.undo(first), 409, "undo-conflict")
        assert [one["code"] for one in problem["conflicts"]] == ["project-above-gone"]
        for response in (second, first):
            assert (await owner.undo(response)).status_code == 200
        assert await names(owner) == ["level 1", "level 2"]

    async def test_created_below_while_it_goes_are_never_left_alone(self, owner: Person) -> None:
        for _ in range(4):
            top = await owner.project("Top")
            body = {"name": "Below", "parent_id": top["id"]}
            adds = (owner.client.post("/api/projects", json=body) for _ in range(4))
            gone, *added = await asyncio.gather(owner.client.delete(f"/api/projects/{top['id']}"), *adds)
            assert gone.status_code == 204
            assert {response.status_code for response in added} <= {201, 404}
            assert await names(owner) == []
