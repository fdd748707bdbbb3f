"""The tools in process, as the chat calls them: which there are, whose they are, how they fail."""

import asyncio
import contextvars
import json
from typing import Any

import pytest
from calling import NAMES, NOBODYS, READING, Calls
from fastapi import FastAPI
from mcp.server.mcpserver.exceptions import ToolError
from support import Person
from todo.mcp.desk import count, headline


@pytest.fixture
def mine(app: FastAPI, owner: Person) -> Calls:
    return Calls(app, owner)


@pytest.fixture
def theirs(app: FastAPI, stranger: Person) -> Calls:
    return Calls(app, stranger)


class TestList:
    async def test_thirteen_in_a_fixed_order(self, mine: Calls) -> None:
        tools = await mine.tools.list_tools()
        assert tuple(tool.name for tool in tools) == NAMES
        assert len(tools) <= 14

    async def test_each_says_what_it_is_and_takes_nothing_else(self, mine: Calls) -> None:
        for tool in await mine.tools.list_tools():
            assert tool.title
            assert tool.description
            assert tool.output_schema
            assert tool.annotations
            assert tool.annotations.read_only_hint is (tool.name in READING)
            assert tool.annotations.open_world_hint is False
            assert tool.input_schema["additionalProperties"] is False

    async def test_each_that_changes_tasks_can_be_rehearsed(self, mine: Calls) -> None:
        takes = {t.name for t in await mine.tools.list_tools() if "dry_run" in t.input_schema["properties"]}
        assert takes == set(NAMES) - READING - {"undo"}

    async def test_what_a_model_has_to_read_stays_small(self, mine: Calls) -> None:
        sizes = {
            tool.name: len(json.dumps([tool.description, tool.input_schema])) for tool in await mine.tools.list_tools()
        }
        assert max(sizes.values()) < 4_000, sizes
        assert sum(sizes.values()) < 16_000, sizes


class TestWhoseTheyAre:
    async def test_calls_of_several_people_at_once_never_mix(self, mine: Calls, theirs: Calls) -> None:
        people = [(mine, f"owner {n}") if n % 2 else (theirs, f"stranger {n}") for n in range(20)]
        calls = (asyncio.create_task(calls("add_tasks", items=[{"text": title}])) for calls, title in people)
        await asyncio.gather(*calls)
        assert all(title.startswith("owner") for title in await mine.person.titles())
        assert all(title.startswith("stranger") for title in await theirs.person.titles())
        assert len(await mine.person.titles()) == len(await theirs.person.titles()) == 10

    async def test_without_a_caller_nothing_runs(self, mine: Calls) -> None:
        result = contextvars.Context().run(asyncio.ensure_future, mine.tools.call_tool("find_tasks", {}))
        with pytest.raises(Exception, match="find_tasks"):
            await result


class Theirs:
    """Somebody's things, by name of what holds their ids in a call."""

    def __init__(self, task: str, group: str, project: str, section: str, label: str) -> None:
        self.task, self.group, self.project, self.section, self.label = task, group, project, section, label


async def things_of(person: Person) -> Theirs:
    project = await person.project("Secret plans")
    section = await person.client.post(f"/api/projects/{project['id']}/sections", json={"name": "Secret part"})
    label = await person.client.post("/api/labels", json={"name": "secretive"})
    body = {"title": "Secret task", "section_id": section.json()["id"], "label_ids": [label.json()["id"]]}
    task = await person.client.post("/api/tasks", json=body)
    return Theirs(
        task.json()["id"], task.headers["Change-Group"], project["id"], section.json()["id"], label.json()["id"]
    )


# Calls with ids of somebody else's, and what they are told: the same as of ids that nobody has.
BY_ID: list[tuple[str, dict[str, Any], str]] = [
    ("add_tasks", {"items": [{"text": "x"}], "project": "project"}, "no such project"),
    ("add_tasks", {"items": [{"text": "x", "parent_id": "task"}]}, "no such task"),
    ("find_tasks", {"project": "project"}, "no such project"),
    ("find_tasks", {"label": "label"}, "no such label"),
    ("get_task", {"id": "task"}, "no such task"),
    ("update_tasks", {"ids": ["task"], "title": "x"}, "no such task"),
    ("reschedule_tasks", {"ids": ["task"], "when": "today"}, "no such task"),
    ("complete_tasks", {"ids": ["task"]}, "no such task"),
    ("complete_tasks", {"ids": ["task"], "reopen": True}, "no such task"),
    ("complete_tasks", {"ids": ["task"], "forever": True}, "no such task"),
    ("delete_tasks", {"ids": ["task"]}, "no such task"),
    ("delete_tasks", {"ids": ["task"], "restore": True}, "no such task"),
    ("organize", {"action": "rename", "kind": "project", "name": "project", "new_name": "x"}, "no such project"),
    ("organize", {"action": "archive", "kind": "project", "name": "project"}, "no such project"),
    ("organize", {"action": "delete", "kind": "project", "name": "project"}, "no such project"),
    ("organize", {"action": "list", "kind": "section", "project": "project"}, "no such project"),
    ("organize", {"action": "delete", "kind": "section", "project": "project", "name": "section"}, "no such project"),
    ("organize", {"action": "delete", "kind": "section", "project": "Inbox", "name": "section"}, "no such section"),
    ("organize", {"action": "delete", "kind": "label", "name": "label"}, "no such label"),
    ("activity", {"project": "project"}, "no such project"),
    ("activity", {"task_id": "task"}, "no such task"),
    ("fetch", {"id": "task"}, "no such task"),
]


def with_ids(arguments: Any, things: Theirs | None) -> Any:
    """The arguments with ids in place of the names of things."""
    if isinstance(arguments, dict):
        keep = ("kind", "action")
        return {key: value if key in keep else with_ids(value, things) for key, value in arguments.items()}
    if isinstance(arguments, list):
        return [with_ids(value, things) for value in arguments]
    if arguments in ("task", "group", "project", "section", "label"):
        return getattr(things, arguments) if things else NOBODYS
    return arguments


class TestStrangers:
    def test_every_tool_is_among_them(self) -> None:
        by_words = {"undo", "overview", "search"}
        assert {tool for tool, _, _ in BY_ID} | by_words == set(NAMES)

    @pytest.mark.parametrize(("tool", "arguments", "told"), BY_ID)
    async def test_ids_of_anothers_are_as_ids_of_nobodys(
        self, mine: Calls, theirs: Calls, tool: str, arguments: dict[str, Any], told: str
    ) -> None:
        things = await things_of(mine.person)
        before, log = await mine.person.task(things.task), await mine.log()
        answers = []
        for owner in (things, None):
            with pytest.raises(ToolError) as failure:
                await theirs(tool, **with_ids(arguments, owner))
            words = str(failure.value)
            for one in (things.task, things.project, things.section, things.label, NOBODYS):
                words = words.replace(one, "ID")
            answers.append(words)
        assert answers[0] == answers[1]
        assert told in answers[0]
        assert (await mine.person.task(things.task), await mine.log()) == (before, log)
        assert await theirs.log() == []

    @pytest.mark.parametrize(("tool", "arguments", "told"), BY_ID)
    async def test_the_same_calls_of_the_owner_find_what_they_name(
        self, mine: Calls, tool: str, arguments: dict[str, Any], told: str
    ) -> None:
        things = await things_of(mine.person)
        if "Inbox" in arguments.values():
            arguments = {**arguments, "project": "project"}
        if arguments.get("restore"):
            await mine.person.client.delete(f"/api/tasks/{things.task}")
        assert (await mine(tool, **with_ids(arguments, things))).get("ok", True)

    async def test_words_and_filters_find_nothing_of_anothers(self, mine: Calls, theirs: Calls) -> None:
        things = await things_of(mine.person)
        log = await mine.log()
        for choice in ({"words": "secret task"}, {"filter": "all"}, {"filter": "#Secret\\ plans | search: secret"}):
            for tool, more in (
                ("update_tasks", {"priority": 1}),
                ("reschedule_tasks", {"when": "today"}),
                ("complete_tasks", {}),
                ("delete_tasks", {}),
            ):
                assert (await theirs(tool, **choice, **more))["ok"] is False
        assert await theirs.titles(text="secret") == await theirs.titles() == []
        assert (await theirs("search", query="secret"))["results"] == []
        assert "ecret" not in json.dumps([await theirs("overview"), await theirs("activity")])
        assert (await theirs("undo"))["ok"] is False
        assert (await theirs("undo", change_group=things.group))["ok"] is False
        assert (await theirs("undo", change_group=things.group, redo=True))["ok"] is False
        await theirs("add_tasks", items=[{"text": "Anything"}])
        with pytest.raises(ToolError, match="no such project"):
            await theirs("update_tasks", words="anything", project="Secret plans")
        assert await mine.log() == log


class TestBadInput:
    @pytest.mark.parametrize(
        ("tool", "arguments", "told"),
        [
            ("add_tasks", {}, "items"),
            ("add_tasks", {"items": []}, "items"),
            ("add_tasks", {"items": [{"text": ""}]}, "items.0.text"),
            ("add_tasks", {"items": [{"text": "x", "due": "friday"}]}, "items.0.due"),
            ("add_tasks", {"items": [{"text": "x"}] * 101}, "100"),
            ("add_tasks", {"items": [{"text": "x" * 700}]}, "title"),
            ("add_tasks", {"items": [{"text": "x"}], "project": "Nowhere"}, "There are: “Inbox”"),
            ("find_tasks", {"filter": "today &"}, "condition"),
            ("find_tasks", {"due_from": "whenever"}, "no day"),
            ("find_tasks", {"due": "today", "due_from": "today"}, "not both"),
            ("find_tasks", {"view": "trash", "priority": 1}, "no such further conditions"),
            ("find_tasks", {"priority": 5}, "priority"),
            ("find_tasks", {"limit": 0}, "limit"),
            ("find_tasks", {"text": "\x00"}, "NUL"),
            ("find_tasks", {"project_id": NOBODYS}, "project_id"),
            ("get_task", {"id": "x"}, "id"),
            ("update_tasks", {"words": "x"}, "what to change"),
            ("update_tasks", {"title": "x"}, "exactly one of"),
            ("update_tasks", {"words": "x", "filter": "today", "title": "x"}, "exactly one of"),
            ("update_tasks", {"words": "x", "duration": "blue"}, "no length"),
            ("update_tasks", {"words": "x", "deadline": "blue"}, "no day"),
            ("update_tasks", {"words": "x", "priority": 0}, "priority"),
            ("reschedule_tasks", {"words": "x", "when": "blue"}, "no date"),
            ("reschedule_tasks", {"words": "x"}, "when"),
            ("reschedule_tasks", {"when": "friday"}, "exactly one of"),
            ("complete_tasks", {}, "exactly one of"),
            ("complete_tasks", {"ids": []}, "exactly one of"),
            ("complete_tasks", {"ids": [NOBODYS] * 101}, "100"),
            ("complete_tasks", {"words": "x", "reopen": True, "forever": True}, "not both"),
            ("complete_tasks", {"id": NOBODYS}, "id"),
            ("delete_tasks", {}, "exactly one of"),
            ("delete_tasks", {"filter": "nonsense words"}, ""),
            ("organize", {"action": "create", "kind": "project"}, "needs name"),
            ("organize", {"action": "archive", "kind": "label", "name": "x"}, "can't be archived"),
            ("organize", {"action": "create", "kind": "section", "name": "x"}, "needs project"),
            ("organize", {"action": "paint", "kind": "project"}, "action"),
            ("organize", {"action": "rename", "kind": "project", "name": "Inbox", "new_name": "x"}, "Inbox"),
            ("overview", {"days": 0}, "days"),
            ("activity", {"project": "Inbox", "task_id": NOBODYS}, "not both"),
            ("activity", {"limit": 1000}, "limit"),
            ("undo", {"change_group": "x"}, "change_group"),
            ("search", {}, "query"),
            ("fetch", {"id": "x"}, "no id"),
        ],
    )
    async def test_is_told_in_words_that_help(
        self, mine: Calls, tool: str, arguments: dict[str, Any], told: str
    ) -> None:
        with pytest.raises(ToolError) as failure:
            await mine(tool, **arguments)
        words = str(failure.value)
        assert told in words
        assert "validation error" not in words
        assert "pydantic" not in words
        assert await mine.log() == []

    async def test_a_failure_of_ours_tells_nothing_internal(self, mine: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
        async def fail(*_: Any) -> None:
            raise RuntimeError("select password from app_user")

        monkeypatch.setattr("todo.mcp.looking.views.counts", fail)
        with pytest.raises(ToolError) as failure:
            await mine("overview")
        assert str(failure.value) == "Error executing tool overview"


class TestWords:
    @pytest.mark.parametrize(("number", "words"), [(0, "no tasks"), (1, "1 task"), (2, "2 tasks")])
    def test_counts(self, number: int, words: str) -> None:
        assert count(number) == words

    def test_headlines(self) -> None:
        assert headline("Deleted", 2, dry_run=False) == "Deleted 2 tasks"
        assert headline("Deleted", 1, dry_run=True) == "Would have deleted 1 task"
