"""`/api/views` and `/api/counts`."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pytest
from finding import NOW, label, section
from support import Person, assert_problem
from todo.boundary import new_id
from todo.clock import clock_at
from todo.paging import encode_cursor

PATHS = ["today", "upcoming", "inbox", "projects/{id}", "labels/{id}", "completed"]


@pytest.fixture(autouse=True)
def _at_noon() -> Any:
    with clock_at(NOW):
        yield


async def view(person: Person, path: str, **query: Any) -> dict[str, Any]:
    response = await person.client.get(f"/api/{path}", params=query)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


async def titles(person: Person, path: str, **query: Any) -> list[str]:
    return [task["title"] for task in (await view(person, f"views/{path}", **query))["items"]]


async def all_pages(person: Person, path: str, limit: int) -> list[str]:
    """The titles of all pages, in order."""
    seen: list[str] = []
    query: dict[str, Any] = {"limit": limit}
    while True:
        page = await view(person, f"views/{path}", **query)
        assert len(page["items"]) <= limit
        seen += [task["title"] for task in page["items"]]
        if page["next_cursor"] is None:
            return seen
        query["cursor"] = page["next_cursor"]


class TestEachView:
    @pytest.mark.parametrize("path", PATHS)
    async def test_anonymous_and_bad_input(self, anonymous: httpx.AsyncClient, owner: Person, path: str) -> None:
        address = f"/api/views/{path}".format(id=owner.user["inbox_project_id"])
        assert_problem(await anonymous.get(address), 401)
        for query in ({"limit": 0}, {"limit": 201}, {"cursor": "x"}, {"colour": "red"}):
            assert_problem(await owner.client.get(address, params=query), 422)

    @pytest.mark.parametrize("path", PATHS[:4])
    @pytest.mark.parametrize("key", ["\x00", "ü", "2026-13-01", "2026-W48-3", "20261125", "infinity", " ", "a", "'"])
    async def test_cursors_of_our_form_with_anything_in_them(self, owner: Person, path: str, key: str) -> None:
        address = f"/api/views/{path}".format(id=owner.user["inbox_project_id"])
        cursor = encode_cursor(key, "1", str(new_id()))
        response = await owner.client.get(address, params={"cursor": cursor})
        assert response.status_code in (200, 422), response.text

    @pytest.mark.parametrize("path", ["today", "upcoming", "inbox", "completed"])
    async def test_one_statement_beside_the_session(
        self, owner: Person, statements: Callable[[], AbstractContextManager[list[str]]], path: str
    ) -> None:
        with statements() as seen:
            await view(owner, f"views/{path}")
        # An empty project is looked at once more: it may be none.
        assert len(seen) == (3 if path == "inbox" else 2)

    async def test_what_strangers_have_does_not_show(self, owner: Person, stranger: Person) -> None:
        done = await owner.add("done", due_date="2026-11-25")
        await owner.add("open", due_date="2026-11-25")
        await owner.client.post(f"/api/tasks/{done['id']}/complete")
        for path in ("today", "inbox", "completed"):
            assert await titles(stranger, path) == []
        assert (await view(stranger, "views/upcoming"))["days"] == []


class TestToday:
    async def test_overdue_first(self, owner: Person) -> None:
        await owner.add("today", due_date="2026-11-25")
        await owner.add("tonight", due_at="2026-11-25T22:00:00+01:00")
        await owner.add("this morning", due_at="2026-11-25T08:00:00+01:00")
        await owner.add("long ago", due_date="2026-01-01")
        await owner.add("tomorrow", due_date="2026-11-26")
        await owner.add("someday")
        order = ["long ago", "this morning", "tonight", "today"]
        assert await titles(owner, "today") == order
        assert await all_pages(owner, "today", 1) == order
        await owner.client.patch("/api/auth/me", json={"time_zone": "Asia/Tokyo"})
        assert await titles(owner, "today") == ["long ago", "this morning", "today"]


class TestUpcoming:
    async def test_by_day_from_today_on(self, owner: Person) -> None:
        await owner.add("yesterday", due_date="2026-11-24")
        await owner.add("today", due_date="2026-11-25")
        await owner.add("late", due_at="2026-11-26T23:30:00+01:00")
        await owner.add("tomorrow", due_date="2026-11-26", priority=1)
        await owner.add("in six days", due_date="2026-12-01")
        await owner.add("in seven days", due_date="2026-12-02")
        days = (await view(owner, "views/upcoming"))["days"]
        assert [(day["day"], [task["title"] for task in day["tasks"]]) for day in days] == [
            ("2026-11-25", ["today"]),
            ("2026-11-26", ["late", "tomorrow"]),
            ("2026-12-01", ["in six days"]),
        ]
        later = await view(owner, "views/upcoming", first="2026-11-26", days=1)
        assert [day["day"] for day in later["days"]] == ["2026-11-26"]

    async def test_a_day_may_go_on_on_the_next_page(self, owner: Person) -> None:
        for number in range(3):
            await owner.add(f"task {number}", due_date="2026-11-26")
        first = await view(owner, "views/upcoming", limit=2)
        rest = await view(owner, "views/upcoming", limit=2, cursor=first["next_cursor"])
        assert [len(page["days"][0]["tasks"]) for page in (first, rest)] == [2, 1]
        assert rest["next_cursor"] is None

    @pytest.mark.parametrize("query", [{"days": 0}, {"days": 367}, {"first": "9999-01-01"}, {"first": "x"}])
    async def test_bad_input(self, owner: Person, query: dict[str, Any]) -> None:
        assert_problem(await owner.client.get("/api/views/upcoming", params=query), 422)


class TestProject:
    async def test_manual_order_section_by_section(self, owner: Person, sql: asyncpg.Connection) -> None:
        project = await owner.project()
        sections = [await section(sql, project["id"], name, name) for name in ("b", "a")]
        for title, place in (("third", 0), ("second", 1), ("fourth", 0)):
            await owner.add(title, project_id=project["id"], section_id=sections[place])
        zero, first = [await owner.add(title, project_id=project["id"], due_date="2026-01-01") for title in "01"]
        done = await owner.add("done", project_id=project["id"])
        await owner.client.post(f"/api/tasks/{done['id']}/complete")
        await owner.add("elsewhere")
        path = f"projects/{project['id']}"
        assert await titles(owner, path) == ["0", "1", "second", "third", "fourth"]
        await owner.client.post(f"/api/tasks/{zero['id']}/move", json={"after_id": first["id"]})
        assert await titles(owner, path) == ["1", "0", "second", "third", "fourth"]
        for limit in (1, 2, 3):
            assert await all_pages(owner, path, limit) == ["1", "0", "second", "third", "fourth"]

    async def test_inbox(self, owner: Person) -> None:
        project = await owner.project()
        await owner.add("b")
        await owner.add("a", due_date="2026-01-01")
        await owner.add("elsewhere", project_id=project["id"])
        assert await titles(owner, "inbox") == ["b", "a"]
        assert await titles(owner, f"projects/{owner.user['inbox_project_id']}") == ["b", "a"]

    async def test_empty_is_not_unknown(self, owner: Person, stranger: Person) -> None:
        project = await owner.project()
        assert await titles(owner, f"projects/{project['id']}") == []
        await owner.add(project_id=project["id"])
        for person, project_id in ((stranger, project["id"]), (owner, str(new_id()))):
            assert_problem(await person.client.get(f"/api/views/projects/{project_id}"), 404, "not-found")


class TestLabel:
    async def test_by_due_date(self, owner: Person, stranger: Person, sql: asyncpg.Connection) -> None:
        home, other = await label(sql, owner, "Home"), await label(sql, owner, "Home two")
        await owner.add("later", label_ids=[home], due_date="2026-12-01")
        await owner.add("sooner", label_ids=[home, other], due_date="2026-11-01")
        await owner.add("other", label_ids=[other])
        assert await titles(owner, f"labels/{home}") == ["sooner", "later"]
        assert_problem(await stranger.client.get(f"/api/views/labels/{home}"), 404, "not-found")
        await sql.execute("update label set deleted_at = now() where id = $1", home)
        assert_problem(await owner.client.get(f"/api/views/labels/{home}"), 404, "not-found")

    async def test_empty_is_not_unknown(self, owner: Person, sql: asyncpg.Connection) -> None:
        assert await titles(owner, f"labels/{await label(sql, owner, 'New')}") == []


class TestCompleted:
    async def test_newest_first_in_a_project_and_some_days(self, owner: Person) -> None:
        project = await owner.project()
        for days, title in ((3, "first"), (1, "second"), (0, "third")):
            place = {"project_id": project["id"]} if title == "second" else {}
            task = await owner.add(title, **place)
            with clock_at(NOW - timedelta(days=days)):
                await owner.client.post(f"/api/tasks/{task['id']}/complete")
        await owner.add("open")
        assert await titles(owner, "completed") == ["third", "second", "first"]
        assert await all_pages(owner, "completed", 2) == ["third", "second", "first"]
        assert await titles(owner, "completed", project_id=project["id"]) == ["second"]
        assert await titles(owner, "completed", first="2026-11-23", last="2026-11-24") == ["second"]


class TestCounts:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/counts"), 401)

    async def test_of_everything(self, owner: Person, stranger: Person, sql: asyncpg.Connection) -> None:
        project, hidden, home = await owner.project(), await owner.project("Hidden"), await label(sql, owner, "Home")
        await owner.add("a", due_date="2026-11-25", label_ids=[home])
        await owner.add("b", due_date="2026-11-24", project_id=project["id"], priority=1)
        await owner.add("c", due_at="2026-11-25T08:00:00+01:00", project_id=project["id"], label_ids=[home])
        await owner.add("d", project_id=hidden["id"], due_date="2026-11-25", label_ids=[home])
        done, gone = await owner.add("e", due_date="2026-11-25"), await owner.add("f", due_date="2026-11-25")
        await owner.client.post(f"/api/tasks/{done['id']}/complete")
        await owner.client.delete(f"/api/tasks/{gone['id']}")
        await sql.execute("update project set archived_at = now() where id = $1", hidden["id"])
        ids = {}
        for query in ("p1", "done", "done | @home", "@nothing", "all"):
            body = {"name": query, "query": query}
            ids[query] = (await owner.client.post("/api/filters", json=body)).json()["id"]
        inbox = owner.user["inbox_project_id"]
        assert await view(owner, "counts") == {
            "today": 3,
            "overdue": 2,
            "inbox": 1,
            "projects": {inbox: 1, project["id"]: 2},
            "labels": {home: 2},
            "filters": {ids["p1"]: 1, ids["done"]: 1, ids["done | @home"]: 3, ids["@nothing"]: 0, ids["all"]: 3},
        }
        nothing = {"today": 0, "overdue": 0, "inbox": 0, "projects": {}, "labels": {}, "filters": {}}
        assert await view(stranger, "counts") == nothing

    async def test_agree_with_the_lists(self, owner: Person) -> None:
        for number in range(12):
            await owner.add(f"task {number}", due_date=f"2026-11-{20 + number % 9}", priority=number % 4 + 1)
        body = {"name": "F", "query": "(p1 | due before: -2 days) & !due: 20 nov 2026"}
        made = (await owner.client.post("/api/filters", json=body)).json()
        numbers = await view(owner, "counts")
        found = await view(owner, f"filters/{made['id']}/tasks")
        assert numbers["filters"] == {made["id"]: len(found["items"])}
        assert numbers["today"] == len(await titles(owner, "today")) > 0
        assert numbers["overdue"] == len(await owner.titles(due="overdue")) > 0
        assert numbers["inbox"] == len(await titles(owner, "inbox")) == 12

    async def test_a_filter_that_cannot_be_read_any_more(self, owner: Person, sql: asyncpg.Connection) -> None:
        made = (await owner.client.post("/api/filters", json={"name": "F", "query": "p1"})).json()
        await sql.execute("update saved_filter set query = 'odd' where id = $1", made["id"])
        assert (await view(owner, "counts"))["filters"] == {made["id"]: None}

    async def test_members_count_shared_tasks_by_their_own_labels(
        self, owner: Person, stranger: Person, sql: asyncpg.Connection
    ) -> None:
        project, home = await owner.project(), await label(sql, owner, "Home")
        await owner.add("shared", project_id=project["id"], label_ids=[home])
        member = "insert into project_member (project_id, user_id, role) values ($1, $2, 'viewer')"
        await sql.execute(member, project["id"], stranger.user["id"])
        numbers = await view(stranger, "counts")
        assert (numbers["projects"], numbers["labels"]) == ({project["id"]: 1}, {})

    async def test_two_statements_beside_the_session(
        self, owner: Person, statements: Callable[[], AbstractContextManager[list[str]]]
    ) -> None:
        for number in range(3):
            await owner.client.post("/api/filters", json={"name": f"F{number}", "query": f"p{number + 1}"})
        with statements() as seen:
            await view(owner, "counts")
        assert len(seen) == 3
