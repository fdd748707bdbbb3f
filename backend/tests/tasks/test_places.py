"""Subtasks, moves, order, copies: anonymous callers first, then the owner, strangers and bad input."""

import asyncio
from typing import Any

import httpx
import pytest
from support import Person, assert_problem
from todo.boundary import new_id


async def move(person: Person, task: dict[str, Any], **body: Any) -> httpx.Response:
    return await person.client.post(f"/api/tasks/{task['id']}/move", json=body)


async def in_order(person: Person) -> list[str]:
    """Titles of the person's open tasks by their keys."""
    items = (await person.client.get("/api/tasks", params={"limit": 200})).json()["items"]
    return [item["title"] for item in sorted(items, key=lambda item: (item["position"].encode(), item["id"]))]


async def chain(person: Person, length: int, **fields: Any) -> list[dict[str, Any]]:
    """Tasks each below the one before."""
    tasks = [await person.add("level 1", **fields)]
    while len(tasks) < length:
        tasks.append(await person.add(f"level {len(tasks) + 1}", parent_id=tasks[-1]["id"]))
    return tasks


class TestSubtasks:
    async def test_are_where_their_parent_is(self, owner: Person) -> None:
        home = await owner.project()
        _, child = await chain(owner, 2, project_id=home["id"])
        assert child["project_id"] == home["id"]

    async def test_go_eight_levels_deep(self, owner: Person) -> None:
        tasks = await chain(owner, 8)
        body = {"title": "too deep", "parent_id": tasks[-1]["id"]}
        assert_problem(await owner.client.post("/api/tasks", json=body), 409, "too-deep")

    async def test_parent_or_section_of_somebody_else_or_nobody(self, owner: Person, stranger: Person) -> None:
        theirs = await stranger.add()
        for field in ({"parent_id": theirs["id"]}, {"parent_id": str(new_id())}, {"section_id": str(new_id())}):
            response = await owner.client.post("/api/tasks", json={"title": "X", **field})
            assert_problem(response, 404, "not-found")

    async def test_another_project_than_the_parents_is_refused(self, owner: Person) -> None:
        parent, home = await owner.add(), await owner.project()
        body = {"title": "X", "parent_id": parent["id"], "project_id": home["id"]}
        assert_problem(await owner.client.post("/api/tasks", json=body), 422)

    async def test_are_completed_and_deleted_with_their_parent_and_come_back(self, owner: Person) -> None:
        parent, *_ = await chain(owner, 3)
        for call in (
            owner.client.post(f"/api/tasks/{parent['id']}/complete"),
            owner.client.delete(f"/api/tasks/{parent['id']}"),
        ):
            response = await call
            assert response.is_success
            assert await owner.titles() == []
            assert (await owner.undo(response)).status_code == 200
            assert len(await owner.titles()) == 3

    async def test_stale_version_completes_neither_parent_nor_subtask(self, owner: Person) -> None:
        parent, _ = await chain(owner, 2)
        await owner.client.patch(f"/api/tasks/{parent['id']}", json={"title": "New"})
        response = await owner.client.post(f"/api/tasks/{parent['id']}/complete", headers={"If-Match": '"1"'})
        assert_problem(response, 412)
        assert len(await owner.titles()) == 2

    async def test_a_parent_with_later_subtasks_is_not_undone(self, owner: Person) -> None:
        made = await owner.client.post("/api/tasks", json={"title": "Parent"})
        await owner.add("Child", parent_id=made.json()["id"])
        problem = assert_problem(await owner.undo(made), 409, "undo-conflict")
        assert [(c["title"], c["code"]) for c in problem["conflicts"]] == [("Child", "parent-in-trash")]

    async def test_a_subtask_does_not_come_back_below_a_parent_in_the_trash(self, owner: Person) -> None:
        parent, child = await chain(owner, 2)
        first = await owner.client.delete(f"/api/tasks/{child['id']}")
        second = await owner.client.delete(f"/api/tasks/{parent['id']}")
        assert_problem(await owner.undo(first), 409, "undo-conflict")
        assert (await owner.undo(second)).status_code == 200
        assert (await owner.undo(first)).status_code == 200

    async def test_added_while_the_parent_goes_are_never_left_alone(self, owner: Person) -> None:
        for _ in range(5):
            parent = await owner.add("Parent")
            body = {"title": "Child", "parent_id": parent["id"]}
            adds = (owner.client.post("/api/tasks", json=body) for _ in range(6))
            deleted, *added = await asyncio.gather(owner.client.delete(f"/api/tasks/{parent['id']}"), *adds)
            assert deleted.status_code == 204
            assert {response.status_code for response in added} <= {201, 404}
            assert await owner.titles() == []


class TestMove:
    async def test_anonymous(self, anonymous: httpx.AsyncClient, owner: Person) -> None:
        task = await owner.add()
        assert_problem(await anonymous.post(f"/api/tasks/{task['id']}/move", json={}), 401)

    async def test_stranger_and_targets_of_strangers(self, owner: Person, stranger: Person) -> None:
        mine, theirs, project = await owner.add(), await stranger.add(), await stranger.project()
        assert_problem(await move(stranger, mine), 404)
        for body in ({"parent_id": theirs["id"]}, {"project_id": project["id"]}, {"after_id": theirs["id"]}):
            assert_problem(await move(owner, mine, **body), 404)
        assert await owner.task(mine["id"]) == mine

    @pytest.mark.parametrize(
        "body", [{"parent_id": "x"}, {"sibling": None}, {"after_id": str(new_id()), "before_id": str(new_id())}]
    )
    async def test_bad_input(self, owner: Person, body: dict[str, Any]) -> None:
        assert_problem(await move(owner, await owner.add(), **body), 422)

    async def test_takes_all_below_to_another_project_and_undo_brings_all_back(self, owner: Person) -> None:
        home = await owner.project()
        top, middle, low = await chain(owner, 3)
        response = await move(owner, middle, project_id=home["id"])
        moved = response.json()
        assert (moved["project_id"], moved["parent_id"]) == (home["id"], None)
        assert (await owner.task(low["id"]))["project_id"] == home["id"]
        assert (await owner.undo(response)).status_code == 200
        back = [await owner.task(task["id"]) for task in (middle, low)]
        assert [(task["project_id"], task["parent_id"]) for task in back] == [
            (top["project_id"], top["id"]),
            (top["project_id"], middle["id"]),
        ]

    async def test_a_patch_of_the_project_takes_all_below_along_and_the_other_changes_too(self, owner: Person) -> None:
        home = await owner.project()
        top, low = await chain(owner, 2)
        response = await owner.client.patch(f"/api/tasks/{top['id']}", json={"project_id": home["id"], "priority": 1})
        assert (response.json()["project_id"], response.json()["priority"]) == (home["id"], 1)
        assert (await owner.task(low["id"]))["project_id"] == home["id"]
        assert (await owner.undo(response)).status_code == 200
        assert (await owner.task(low["id"]))["project_id"] == top["project_id"]

    async def test_never_below_itself_nor_too_deep(self, owner: Person) -> None:
        tasks = await chain(owner, 5)
        for target in (tasks[0], tasks[3]):
            assert_problem(await move(owner, tasks[0], parent_id=target["id"]), 409, "circle")
        others = await chain(owner, 4)
        assert_problem(await move(owner, others[0], parent_id=tasks[4]["id"]), 409, "too-deep")
        assert (await move(owner, others[1], parent_id=tasks[4]["id"])).status_code == 200

    async def test_two_moves_at_once_make_no_circle(self, owner: Person) -> None:
        for _ in range(8):
            one, other = await owner.add(), await owner.add()
            responses = await asyncio.gather(
                move(owner, one, parent_id=other["id"]), move(owner, other, parent_id=one["id"])
            )
            assert sorted(response.status_code for response in responses) == [200, 409]

    async def test_undo_of_a_move_makes_no_circle(self, owner: Person) -> None:
        one, other = await chain(owner, 2)
        moved = await move(owner, other, parent_id=None)
        await move(owner, one, parent_id=other["id"])
        problem = assert_problem(await owner.undo(moved), 409, "undo-conflict")
        assert {conflict["code"] for conflict in problem["conflicts"]} == {"circle"}

    async def test_stale_version(self, owner: Person) -> None:
        task = await owner.add()
        headers = {"If-Match": '"7"'}
        assert_problem(await owner.client.post(f"/api/tasks/{task['id']}/move", json={}, headers=headers), 412)


class TestOrder:
    async def test_new_ones_at_the_end_and_moves_next_to_others(self, owner: Person) -> None:
        a, b, c = [await owner.add(title) for title in "abc"]
        assert await in_order(owner) == ["a", "b", "c"]
        await move(owner, c, before_id=a["id"])
        assert await in_order(owner) == ["c", "a", "b"]
        await move(owner, c, after_id=a["id"])
        assert await in_order(owner) == ["a", "c", "b"]
        last = await move(owner, a)
        assert await in_order(owner) == ["c", "b", "a"]
        assert (await owner.undo(last)).status_code == 200
        assert await in_order(owner) == ["a", "c", "b"]
        assert (await owner.task(b["id"]))["version"] == 1, "moving others writes nothing here"

    async def test_moves_to_one_place_at_the_same_time_all_get_their_own(self, owner: Person) -> None:
        first, *others = [await owner.add(f"{n}") for n in range(13)]
        responses = await asyncio.gather(*(move(owner, task, before_id=first["id"]) for task in others))
        assert {response.status_code for response in responses} == {200}
        keys = [(await owner.task(task["id"]))["position"] for task in (first, *others)]
        assert len(set(keys)) == 13
        assert max(keys) == keys[0]

    async def test_equal_keys_are_parted(self, owner: Person, sql: Any) -> None:
        a, b, c = [await owner.add(title) for title in "abc"]
        await sql.execute("update task set position = 'Same1' where id = any($1)", [a["id"], b["id"]])
        assert (await move(owner, c, after_id=a["id"])).status_code == 200
        assert await in_order(owner) == ["a", "c", "b"]


class TestDuplicate:
    async def test_anonymous_and_stranger(self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person) -> None:
        path = f"/api/tasks/{(await owner.add())['id']}/duplicate"
        assert_problem(await anonymous.post(path, json={}), 401)
        assert_problem(await stranger.client.post(path, json={}), 404)
        assert_problem(await owner.client.post(path, json={"id": "x"}), 422)

    async def test_copies_all_below_right_after_it_and_open(self, owner: Person) -> None:
        task, child = await chain(owner, 2, notes="Keep", priority=2)
        await owner.add("later")
        await owner.client.post(f"/api/tasks/{child['id']}/complete")
        response = await owner.client.post(f"/api/tasks/{task['id']}/duplicate", json={})
        copy = response.json()
        assert (copy["title"], copy["notes"], copy["priority"], copy["version"]) == ("level 1", "Keep", 2, 1)
        items = (await owner.client.get("/api/tasks")).json()["items"]
        assert [item["title"] for item in items if item["parent_id"] == copy["id"]] == ["level 2"]
        assert [t for t in await in_order(owner) if t != "level 2"] == ["level 1", "level 1", "later"]
        assert (await owner.undo(response)).status_code == 200
        assert sorted(await owner.titles()) == ["later", "level 1"]

    async def test_same_id_again_gives_the_copy_that_is_there(self, owner: Person, stranger: Person) -> None:
        task, body = await owner.add(), {"id": str(new_id())}
        path = f"/api/tasks/{task['id']}/duplicate"
        first, again = [await owner.client.post(path, json=body) for _ in range(2)]
        assert (first.status_code, again.status_code) == (201, 200)
        assert again.json() == first.json()
        secret = await stranger.add()
        assert_problem(await owner.client.post(path, json={"id": secret["id"]}), 409, "id-taken")
