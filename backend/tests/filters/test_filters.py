"""`/api/filters`."""

import asyncio
from typing import Any

import asyncpg
import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import Person, assert_problem
from todo.boundary import new_id
from todo.filters.service import MAX_FILTERS


async def keep(person: Person, name: str = "Urgent", query: str = "p1", **fields: Any) -> dict[str, Any]:
    """A new filter of theirs."""
    response = await person.client.post("/api/filters", json={"name": name, "query": query, **fields})
    assert response.status_code == 201, response.text
    made: dict[str, Any] = response.json()
    return made


async def names(person: Person) -> list[str]:
    return [item["name"] for item in (await person.client.get("/api/filters")).json()["items"]]


class TestCreate:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.post("/api/filters", json={"name": "A", "query": "p1"}), 401)

    async def test_answers_the_filter_and_how_to_undo_it(self, owner: Person) -> None:
        body = {"name": " Urgent  things ", "query": "p1 & today", "color": "red", "is_favorite": True}
        response = await owner.client.post("/api/filters", json=body)
        assert response.status_code == 201
        made = response.json()
        assert (made["name"], made["query"], made["color"]) == ("Urgent things", "p1 & today", "red")
        assert made["is_favorite"] is True
        got = await owner.client.get(f"/api/filters/{made['id']}")
        assert (got.json(), got.headers["ETag"]) == (made, '"1"')
        undone = await owner.undo(response)
        assert undone.json()["changes"][0]["entity"] == "saved_filter"
        assert_problem(await owner.client.get(f"/api/filters/{made['id']}"), 404)
        redone = await owner.client.post(f"/api/changes/{undone.json()['id']}/undo")
        assert redone.status_code == 200
        assert await names(owner) == ["Urgent things"]

    async def test_same_id_again(self, owner: Person, stranger: Person) -> None:
        body = {"id": str(new_id()), "name": "Once", "query": "p1"}
        first = await owner.client.post("/api/filters", json=body)
        again = await owner.client.post("/api/filters", json=body | {"name": "Twice"})
        assert (first.status_code, again.status_code) == (201, 200)
        assert again.json() == first.json()
        assert "Change-Group" not in again.headers
        assert_problem(await stranger.client.post("/api/filters", json=body), 409, "id-taken")

    @pytest.mark.parametrize(("query", "start", "end"), [("p1 & todya", 5, 10), ("", 0, 0), ("p1, p2", 2, 3)])
    async def test_a_query_that_cannot_be_read_is_not_kept(
        self, owner: Person, query: str, start: int, end: int
    ) -> None:
        response = await owner.client.post("/api/filters", json={"name": "Bad", "query": query})
        problem = assert_problem(response, 422, "invalid-filter")
        assert problem["position"] == {"start": start, "end": end}
        assert await names(owner) == []

    @pytest.mark.parametrize(
        "fields", [{"name": ""}, {"query": "x" * 1001}, {"color": "mauve"}, {"is_favorite": 1}, {"colour": "red"}]
    )
    async def test_bad_input(self, owner: Person, fields: dict[str, Any]) -> None:
        response = await owner.client.post("/api/filters", json={"name": "A", "query": "p1", **fields})
        assert_problem(response, 422, "invalid-input")

    async def test_there_is_an_end(self, owner: Person, sql: asyncpg.Connection) -> None:
        await sql.execute(
            """insert into saved_filter (id, user_id, name, query, color)
               select gen_random_uuid(), $1, 'F', 'p1', 'red' from generate_series(1, $2)""",
            owner.user["id"],
            MAX_FILTERS - 1,
        )
        body = {"id": str(new_id()), "name": "Last", "query": "p1"}
        assert (await owner.client.post("/api/filters", json=body)).status_code == 201
        too_many = await owner.client.post("/api/filters", json={"name": "More", "query": "p1"})
        assert_problem(too_many, 409, "too-many")
        assert (await owner.client.post("/api/filters", json=body)).status_code == 200
        assert len(await names(owner)) == MAX_FILTERS


class TestOthersFilters:
    @pytest.mark.parametrize(
        ("method", "path", "body"),
        [
            ("get", "", None),
            ("get", "/tasks", None),
            ("patch", "", {"name": "Mine"}),
            ("post", "/move", {}),
            ("delete", "", None),
        ],
    )
    async def test_do_not_exist(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person, method: str, path: str, body: Any
    ) -> None:
        made = await keep(owner)
        address = f"/api/filters/{made['id']}{path}"
        sent = {"json": body} if body is not None else {}
        assert_problem(await anonymous.request(method, address, **sent), 401)
        assert_problem(await stranger.client.request(method, address, **sent), 404, "not-found")
        assert_problem(await owner.client.request(method, f"/api/filters/x{path}", **sent), 422)
        assert (await owner.client.get(f"/api/filters/{made['id']}")).json() == made
        assert await names(stranger) == []


class TestUpdate:
    async def test_only_what_is_sent(self, owner: Person) -> None:
        made = await keep(owner, color="pink")
        path = f"/api/filters/{made['id']}"
        response = await owner.client.patch(path, json={"query": "p2", "is_favorite": True})
        changed = response.json()
        assert (changed["name"], changed["query"], changed["color"]) == ("Urgent", "p2", "pink")
        assert (changed["is_favorite"], changed["version"], response.headers["ETag"]) == (True, 2, '"2"')
        assert (await owner.undo(response)).status_code == 200
        assert (await owner.client.get(path)).json()["query"] == "p1"

    @pytest.mark.parametrize("body", [{}, {"name": "Urgent"}, {"query": "p1"}])
    async def test_nothing_different_changes_nothing(self, owner: Person, body: dict[str, str]) -> None:
        made = await keep(owner)
        response = await owner.client.patch(f"/api/filters/{made['id']}", json=body)
        assert response.json() == made
        assert "Change-Group" not in response.headers

    async def test_bad_query_and_stale_version(self, owner: Person) -> None:
        made = await keep(owner)
        path = f"/api/filters/{made['id']}"
        assert_problem(await owner.client.patch(path, json={"query": "("}), 422, "invalid-filter")
        stale = await owner.client.patch(path, json={"name": "B"}, headers={"If-Match": '"7"'})
        assert_problem(stale, 412, "stale-version")
        assert (await owner.client.get(path)).json() == made


class TestDelete:
    async def test_and_undo(self, owner: Person) -> None:
        made = await keep(owner)
        path = f"/api/filters/{made['id']}"
        assert_problem(await owner.client.delete(path, headers={"If-Match": '"2"'}), 412)
        response = await owner.client.delete(path)
        assert response.status_code == 204
        assert await names(owner) == []
        assert_problem(await owner.client.delete(path), 404)
        assert_problem(await owner.client.get(f"{path}/tasks"), 404)
        assert (await owner.undo(response)).status_code == 200
        assert await names(owner) == ["Urgent"]


class TestOrder:
    async def _three(self, owner: Person) -> dict[str, str]:
        return {name: (await keep(owner, name))["id"] for name in ("one", "two", "three")}

    @pytest.mark.parametrize(
        ("moved", "place", "order"),
        [
            ("one", {}, ["two", "three", "one"]),
            ("three", {"before_id": "one"}, ["three", "one", "two"]),
            ("one", {"after_id": "two"}, ["two", "one", "three"]),
            ("two", {"after_id": "one"}, ["one", "two", "three"]),
        ],
    )
    async def test_next_to_another(self, owner: Person, moved: str, place: dict[str, str], order: list[str]) -> None:
        ids = await self._three(owner)
        body = {key: ids[name] for key, name in place.items()}
        response = await owner.client.post(f"/api/filters/{ids[moved]}/move", json=body)
        assert response.status_code == 200, response.text
        assert await names(owner) == order
        if "Change-Group" in response.headers:
            assert (await owner.undo(response)).status_code == 200
            assert await names(owner) == ["one", "two", "three"]

    async def test_where_keys_leave_no_room(self, owner: Person, sql: asyncpg.Connection) -> None:
        ids = await self._three(owner)
        await sql.execute("update saved_filter set position = 'V' where user_id = $1", owner.user["id"])
        first, second, third = await names(owner)
        await owner.client.post(f"/api/filters/{ids[third]}/move", json={"after_id": ids[first]})
        assert await names(owner) == [first, third, second]

    async def test_neighbours_that_are_not_there(self, owner: Person, stranger: Person) -> None:
        ids, other = await self._three(owner), await keep(stranger)
        path = f"/api/filters/{ids['one']}/move"
        for neighbour in (ids["one"], other["id"], str(new_id())):
            assert_problem(await owner.client.post(path, json={"after_id": neighbour}), 404, "not-found")
        both = {"after_id": ids["two"], "before_id": ids["three"]}
        assert_problem(await owner.client.post(path, json=both), 422)

    async def test_many_at_once_leave_a_total_order(self, owner: Person) -> None:
        ids = list((await self._three(owner)).values())
        moves = [
            owner.client.post(f"/api/filters/{ids[n % 3]}/move", json={"before_id": ids[(n + 1) % 3]}) for n in range(9)
        ]
        codes = {response.status_code for response in await asyncio.gather(*moves)}
        assert codes <= {200, 409}
        items = (await owner.client.get("/api/filters")).json()["items"]
        assert sorted(item["name"] for item in items) == ["one", "three", "two"]
        assert len({item["position"] for item in items}) == 3

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(moves=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()), max_size=8))
    async def test_is_that_of_a_list(self, owner: Person, moves: list[tuple[int, int, bool]]) -> None:
        made = [(await keep(owner, str(number)))["id"] for number in range(4)]
        expected = list(made)
        for what, where, is_after in moves:
            if what != where:
                body = {"after_id" if is_after else "before_id": made[where]}
                await owner.client.post(f"/api/filters/{made[what]}/move", json=body)
                expected.remove(made[what])
                expected.insert(expected.index(made[where]) + is_after, made[what])
        items = (await owner.client.get("/api/filters")).json()["items"]
        assert [item["id"] for item in items] == expected
        for item in items:
            await owner.client.delete(f"/api/filters/{item['id']}")


class TestTasks:
    async def test_what_it_finds_now(self, owner: Person) -> None:
        made = await keep(owner, query="p1 & no date")
        path = f"/api/filters/{made['id']}/tasks"
        for number in range(3):
            await owner.add(f"task {number}", priority=1)
        await owner.add("other")
        first = (await owner.client.get(path, params={"limit": 2})).json()
        rest = (await owner.client.get(path, params={"limit": 2, "cursor": first["next_cursor"]})).json()
        assert [task["title"] for task in first["items"] + rest["items"]] == ["task 0", "task 1", "task 2"]
        assert rest["next_cursor"] is None
        await owner.client.patch(f"/api/filters/{made['id']}", json={"query": "p4"})
        assert [task["title"] for task in (await owner.client.get(path)).json()["items"]] == ["other"]

    @pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 201}, {"cursor": "x"}, {"filter": "p1"}])
    async def test_bad_input(self, owner: Person, query: dict[str, Any]) -> None:
        made = await keep(owner)
        assert_problem(await owner.client.get(f"/api/filters/{made['id']}/tasks", params=query), 422)

    async def test_a_query_of_another_time_that_cannot_be_read(self, owner: Person, sql: asyncpg.Connection) -> None:
        made = await keep(owner)
        await sql.execute("update saved_filter set query = 'odd' where id = $1", made["id"])
        assert_problem(await owner.client.get(f"/api/filters/{made['id']}/tasks"), 422, "invalid-filter")
        assert await names(owner) == ["Urgent"]
