"""The tools in process, as the chat calls them: whose they are, what they say, how they fail."""

import asyncio
from datetime import UTC, date, datetime
from typing import Any

import pytest
from fastapi import FastAPI
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from support import Person
from todo.actor import Actor
from todo.boundary import new_id
from todo.clock import clock_at
from todo.mcp.tools import ACTOR, _count, _days

ME = Actor(new_id(), "mcp", "Pacific/Auckland", new_id())
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)  # already the 26th in Auckland


@pytest.fixture
def tools(app: FastAPI) -> MCPServer:
    server: MCPServer = app.state.tools
    return server


async def call(tools: MCPServer, person: Person, name: str, **arguments: Any) -> dict[str, Any]:
    """The structured answer of a tool called as a person."""
    ACTOR.set(person.actor.through("assistant"))
    result = await tools.call_tool(name, arguments)
    content: dict[str, Any] | None = result.structured_content  # type: ignore[union-attr]
    assert content is not None
    return content


class TestWhoseTheyAre:
    async def test_calls_of_several_people_at_once_never_mix(
        self, tools: MCPServer, owner: Person, stranger: Person
    ) -> None:
        async def add(person: Person, title: str) -> dict[str, Any]:
            return await call(tools, person, "add_tasks", items=[{"text": title}])

        people = [(owner, f"owner {n}") if n % 2 else (stranger, f"stranger {n}") for n in range(20)]
        await asyncio.gather(*(asyncio.create_task(add(person, title)) for person, title in people))
        assert all(title.startswith("owner") for title in await owner.titles())
        assert all(title.startswith("stranger") for title in await stranger.titles())
        assert len(await owner.titles()) == len(await stranger.titles()) == 10

    async def test_without_a_caller_nothing_runs(self, tools: MCPServer) -> None:
        import contextvars

        result = contextvars.Context().run(asyncio.ensure_future, tools.call_tool("find_tasks", {}))
        with pytest.raises(Exception, match="find_tasks"):
            await result


class TestAdd:
    async def test_lines_that_recur_and_have_labels_are_one_change(self, tools: MCPServer, owner: Person) -> None:
        items = [{"text": "Gym every tue and thu @health for 45min", "notes": "Shoes"}, {"text": "Run @Health @fun"}]
        added = await call(tools, owner, "add_tasks", items=items)
        gym, run = added["tasks"]
        assert (gym["title"], gym["notes"], gym["duration_minutes"]) == ("Gym", "Shoes", 45)
        assert gym["recurrence"]["rule"] == "FREQ=WEEKLY;BYDAY=TU,TH"
        labels = (await owner.client.get("/api/labels")).json()["items"]
        assert [label["name"] for label in labels] == ["health", "fun"]
        assert run["label_ids"] == [label["id"] for label in labels]
        await call(tools, owner, "undo")
        assert (await owner.client.get("/api/labels")).json()["items"] == []
        assert await owner.titles() == []


class TestFind:
    async def test_pages_say_that_there_is_more(self, tools: MCPServer, owner: Person) -> None:
        for n in range(3):
            await owner.add(f"task {n}")
        some = await call(tools, owner, "find_tasks", limit=2)
        assert (some["title"], some["detail"]) == ("Found 2 tasks", "There are more; narrow the search.")
        assert (await call(tools, owner, "find_tasks"))["detail"] is None

    async def test_project_and_words(self, tools: MCPServer, owner: Person) -> None:
        home = await owner.project()
        await owner.add("Sweep the floor", project_id=home["id"])
        await owner.add("Sweep the yard")
        found = await call(tools, owner, "find_tasks", text="sweep", project_id=home["id"])
        assert [task["title"] for task in found["tasks"]] == ["Sweep the floor"]

    def test_days_of_open_tasks_are_passed_on(self) -> None:
        assert _days(ME, "today", None, None, done=False) == {"due": "today", "due_from": None, "due_until": None}

    def test_days_of_completed_tasks_are_those_of_completion_in_the_persons_zone(self) -> None:
        with clock_at(NOW):
            days = _days(ME, "today", None, None, done=True)
        assert days == {"completed_from": date(2026, 11, 26), "completed_until": date(2026, 11, 26)}
        first, last = date(2026, 11, 1), date(2026, 11, 30)
        assert _days(ME, None, first, last, done=True) == {"completed_from": first, "completed_until": last}

    @pytest.mark.parametrize("scope", ["tomorrow", "overdue", "upcoming", "none"])
    def test_scopes_that_make_no_sense_for_completed_tasks_say_what_to_give(self, scope: Any) -> None:
        with pytest.raises(ToolError, match="due 'today', or due_from and due_until"):
            _days(ME, scope, None, None, done=True)


class TestWords:
    @pytest.mark.parametrize(("number", "words"), [(0, "no tasks"), (1, "1 task"), (2, "2 tasks")])
    def test_counts(self, number: int, words: str) -> None:
        assert _count([None] * number) == words  # type: ignore[list-item]

    async def test_lines_are_read_and_notes_are_not(self, tools: MCPServer, owner: Person) -> None:
        item = {"text": "Call mum p2", "notes": "tomorrow at 5pm p1 #Home"}
        (task,) = (await call(tools, owner, "add_tasks", items=[item]))["tasks"]
        assert (task["title"], task["priority"], task["due_at"]) == ("Call mum", 2, None)
        assert task["notes"] == item["notes"]

    async def test_a_line_that_is_no_task_leaves_none_of_the_batch(self, tools: MCPServer, owner: Person) -> None:
        items = [{"text": "Fine"}, {"text": "x" * 700}]
        with pytest.raises(ToolError, match="title"):
            await call(tools, owner, "add_tasks", items=items)
        assert await owner.titles() == []

    async def test_completing_what_is_done_already_can_not_be_undone_twice(
        self, tools: MCPServer, owner: Person
    ) -> None:
        task = await owner.add()
        first = await call(tools, owner, "complete_tasks", ids=[task["id"]])
        again = await call(tools, owner, "complete_tasks", ids=[task["id"]])
        assert first["change_group"] is not None
        assert again["change_group"] is None

    async def test_undo_names_what_it_took_back(self, tools: MCPServer, owner: Person) -> None:
        added = await call(tools, owner, "add_tasks", items=[{"text": f"task {n}"} for n in range(7)])
        undone = await call(tools, owner, "undo", change_group=added["change_group"])
        assert undone["detail"].count(",") == 4, "five titles are enough"
        again = await call(tools, owner, "undo", change_group=added["change_group"])
        assert (again["ok"], again["detail"]) == (False, "This was undone already.")
