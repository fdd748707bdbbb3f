"""`/api/labels`: anonymous callers first, then the owner, strangers and bad input."""

import asyncio
from typing import Any

import httpx
import pytest
from support import Person, assert_problem
from todo.boundary import new_id
from todo.labels.schemas import LabelView


async def add(person: Person, name: str = "work", **fields: Any) -> dict[str, Any]:
    response = await person.client.post("/api/labels", json={"name": name, **fields})
    assert response.status_code == 201, response.text
    found: dict[str, Any] = response.json()
    return found


async def names(person: Person) -> list[str]:
    response = await person.client.get("/api/labels")
    assert response.status_code == 200, response.text
    return [label["name"] for label in response.json()["items"]]


class TestCreate:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/labels"), 401)
        assert_problem(await anonymous.post("/api/labels", json={"name": "X"}), 401)

    async def test_answers_the_label_and_how_to_undo_it(self, owner: Person) -> None:
        body = {"name": " to  buy ", "color": "amber", "is_favorite": True}
        response = await owner.client.post("/api/labels", json=body)
        label = response.json()
        assert (label["name"], label["color"], label["is_favorite"], label["version"]) == ("to buy", "amber", True, 1)
        assert label.keys() == LabelView.model_fields.keys()
        shown = await owner.client.get(f"/api/labels/{label['id']}")
        assert (shown.json(), shown.headers["ETag"]) == (label, '"1"')
        assert (await owner.undo(response)).status_code == 200
        assert await names(owner) == []

    async def test_names_are_taken_without_regard_to_case_and_accents(self, owner: Person, stranger: Person) -> None:
        await add(owner, "Café")
        assert_problem(await owner.client.post("/api/labels", json={"name": "CAFE"}), 409, "name-taken")
        assert (await add(stranger, "cafe"))["name"] == "cafe"
        assert await names(owner) == ["Café"]

    async def test_same_id_again(self, owner: Person, stranger: Person) -> None:
        body = {"id": str(new_id()), "name": "once"}
        first, again = [await owner.client.post("/api/labels", json=body) for _ in range(2)]
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json() == again.json()
        assert "Change-Group" not in again.headers
        assert_problem(await stranger.client.post("/api/labels", json=body), 409, "id-taken")

    async def test_several_of_one_name_at_once_make_one(self, owner: Person) -> None:
        calls = [owner.client.post("/api/labels", json={"name": name}) for name in ("Rush", "rush", "RUSH")]
        assert sorted(response.status_code for response in await asyncio.gather(*calls)) == [201, 409, 409]
        assert len(await names(owner)) == 1

    @pytest.mark.parametrize(
        "body",
        [{}, {"name": " "}, {"name": "x" * 101}, {"name": "X", "color": "mauve"}, {"name": "X", "is_favorite": 1}],
    )
    async def test_bad_input(self, owner: Person, body: dict[str, Any]) -> None:
        assert_problem(await owner.client.post("/api/labels", json=body), 422, "invalid-input")


class TestUpdate:
    async def test_a_new_name_shows_on_the_same_tasks_and_is_undone(self, owner: Person) -> None:
        label = await add(owner)
        task = await owner.add(label_ids=[label["id"]])
        response = await owner.client.patch(f"/api/labels/{label['id']}", json={"name": "office", "is_favorite": True})
        assert (response.json()["name"], response.json()["is_favorite"]) == ("office", True)
        assert response.json()["color"] == label["color"]
        assert await owner.task(task["id"]) == task
        assert (await owner.undo(response)).status_code == 200
        assert await names(owner) == ["work"]

    async def test_another_case_of_its_own_name_is_free_and_anothers_is_taken(self, owner: Person) -> None:
        label, _ = await add(owner), await add(owner, "home")
        path = f"/api/labels/{label['id']}"
        assert (await owner.client.patch(path, json={"name": "WORK"})).status_code == 200
        assert_problem(await owner.client.patch(path, json={"name": "Home"}), 409, "name-taken")
        assert await names(owner) == ["WORK", "home"]

    async def test_stale_version_and_nothing_to_do(self, owner: Person) -> None:
        label = await add(owner)
        path = f"/api/labels/{label['id']}"
        assert_problem(await owner.client.patch(path, json={"name": "X"}, headers={"If-Match": '"2"'}), 412)
        response = await owner.client.patch(path, json={}, headers={"If-Match": '"1"'})
        assert response.json() == label
        assert "Change-Group" not in response.headers

    async def test_anonymous_stranger_and_bad_input(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person
    ) -> None:
        label = await add(owner)
        path = f"/api/labels/{label['id']}"
        assert_problem(await anonymous.patch(path, json={"name": "X"}), 401)
        for call in (stranger.client.get(path), stranger.client.patch(path, json={"name": "X"})):
            assert_problem(await call, 404)
        for body in ({"name": None}, {"position": "a"}, {"color": ""}):
            assert_problem(await owner.client.patch(path, json=body), 422)


class TestMove:
    async def test_next_to_others_and_undone(self, owner: Person) -> None:
        a, _, c = [await add(owner, name) for name in "abc"]
        response = await owner.client.post(f"/api/labels/{c['id']}/move", json={"before_id": a["id"]})
        assert await names(owner) == ["c", "a", "b"]
        assert (await owner.undo(response)).status_code == 200
        assert await names(owner) == ["a", "b", "c"]
        await owner.client.post(f"/api/labels/{a['id']}/move", json={})
        assert await names(owner) == ["b", "c", "a"]

    async def test_makes_room_between_equal_keys(self, owner: Person, sql: Any) -> None:
        a, b, c = [await add(owner, name) for name in "abc"]
        await sql.execute("update label set position = 'V' where user_id = $1", owner.user["id"])
        before = await names(owner)
        assert before == ["a", "b", "c"], "equal keys go by id"
        response = await owner.client.post(f"/api/labels/{c['id']}/move", json={"after_id": a["id"]})
        assert await names(owner) == ["a", "c", "b"]
        assert (await owner.undo(response)).status_code == 200
        assert await names(owner) == before
        assert b["name"] == "b"

    async def test_anonymous_stranger_and_bad_input(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person
    ) -> None:
        label, theirs = await add(owner), await add(stranger)
        path = f"/api/labels/{label['id']}/move"
        assert_problem(await anonymous.post(path, json={}), 401)
        assert_problem(await stranger.client.post(path, json={}), 404)
        for neighbour in (theirs["id"], label["id"], str(new_id())):
            assert_problem(await owner.client.post(path, json={"after_id": neighbour}), 404)
        assert_problem(await owner.client.post(path, json={}, headers={"If-Match": '"5"'}), 412)
        assert_problem(await owner.client.post(path, json={"project_id": None}), 422)


class TestDelete:
    async def test_no_task_shows_it_until_undo_brings_it_back(self, owner: Person) -> None:
        label = await add(owner)
        task = await owner.add(label_ids=[label["id"]])
        response = await owner.client.delete(f"/api/labels/{label['id']}")
        assert response.status_code == 204
        assert (await owner.task(task["id"]))["label_ids"] == []
        assert_problem(await owner.client.post("/api/tasks", json={"title": "X", "label_ids": [label["id"]]}), 404)
        assert_problem(await owner.client.delete(f"/api/labels/{label['id']}"), 404)
        assert (await owner.undo(response)).status_code == 200
        assert await owner.task(task["id"]) == task

    async def test_undo_says_when_the_name_is_taken_meanwhile(self, owner: Person) -> None:
        label = await add(owner)
        response = await owner.client.delete(f"/api/labels/{label['id']}")
        await add(owner, "WORK")
        assert_problem(await owner.undo(response), 409, "name-taken")
        assert await names(owner) == ["WORK"]

    async def test_anonymous_stranger_and_stale_version(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person
    ) -> None:
        path = f"/api/labels/{(await add(owner))['id']}"
        assert_problem(await anonymous.delete(path), 401)
        assert_problem(await stranger.client.delete(path), 404)
        assert_problem(await owner.client.delete(path, headers={"If-Match": '"3"'}), 412)
        assert await names(owner) == ["work"]
