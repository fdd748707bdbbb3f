"""Calls of the tools in a turn: one after another, as the person, and none past a question to them."""

import asyncio
import json
from typing import Any
from uuid import UUID

import pytest
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult
from todo.actor import Actor
from todo.assistant.calls import WAITING, Caller, parse, shown
from todo.assistant.draft import Asked, Draft
from todo.assistant.memory import Memory
from todo.boundary import new_id
from todo.mcp.desk import ACTOR, WITHIN
from todo.mcp.schemas import ToolOutput


class TestArguments:
    @pytest.mark.parametrize(
        ("written", "parsed"),
        [("", {}), ("{}", {}), (' {"words": "tea"} ', {"words": "tea"}), ('{"ids": [1, null]}', {"ids": [1, None]})],
    )
    def test_an_object(self, written: str, parsed: dict[str, Any]) -> None:
        assert parse(written) == shown(written) == parsed

    @pytest.mark.parametrize("written", ["[]", "7", '"x"', "null", "{", "{'words': 'tea'}", "words=tea", "{}{}"])
    def test_anything_else_is_refused_and_shown_as_it_is(self, written: str) -> None:
        with pytest.raises(ValueError, match=r".+"):
            parse(written)
        assert shown(written) == {"unreadable": written}

    def test_no_flood_is_shown(self) -> None:
        assert len(shown("x" * 10_000)["unreadable"]) == 200


class Tools:
    """In the place of the server: what was called, by whom, and what each call gives."""

    def __init__(self, *gives: Any) -> None:
        self.gives = list(gives)
        self.called: list[tuple[str, dict[str, Any]]] = []
        self.actors: list[Actor] = []
        self.within: list[Any] = []
        self.running = self.most_at_once = 0

    async def call_tool(self, name: str, arguments: dict[str, Any]) -> Any:
        self.called.append((name, arguments))
        self.actors.append(ACTOR.get())
        self.within.append(WITHIN.get())
        self.running += 1
        self.most_at_once = max(self.most_at_once, self.running)
        for _ in range(3):
            await asyncio.sleep(0)
        self.running -= 1
        given = self.gives.pop(0) if self.gives else ToolOutput(title="Done")
        if isinstance(given, Exception):
            raise given
        if isinstance(given, ToolOutput):
            return CallToolResult(content=[], structured_content=given.model_dump(mode="json"))
        return given


def turn(*gives: Any) -> tuple[Tools, Draft, Caller]:
    tools = Tools(*gives)
    draft = Draft(new_id(), Actor(new_id(), "assistant", "Europe/Berlin", new_id()), Memory())
    server: Any = tools
    database: Any = None  # only asked for versions of tasks
    return tools, draft, Caller(server, database, draft)


class TestCaller:
    async def test_runs_as_the_person_and_notes_what_came_of_it(self) -> None:
        tools, draft, caller = turn(ToolOutput(title="Found no tasks"))
        told = await caller.call("1", "find_tasks", '{"due": "today"}')
        assert json.loads(told) == {"id": "1", "tool": "find_tasks", "title": "Found no tasks"}
        assert (tools.called, tools.actors) == ([("find_tasks", {"due": "today"})], [draft.actor])
        assert [(card.id, card.tool, card.title) for card in draft.cards] == [("1", "find_tasks", "Found no tasks")]

    async def test_calls_of_one_step_run_one_after_another_in_their_order(self) -> None:
        tools, draft, caller = turn()
        await asyncio.gather(*(caller.call(str(n), "find_tasks", f'{{"limit": {n}}}') for n in range(1, 8)))
        assert tools.most_at_once == 1
        assert [arguments["limit"] for _, arguments in tools.called] == [1, 2, 3, 4, 5, 6, 7]
        assert [card.id for card in draft.cards] == list("1234567")

    @pytest.mark.parametrize("arguments", ["[]", "{", "nonsense"])
    async def test_arguments_that_are_none_call_nothing(self, arguments: str) -> None:
        tools, draft, caller = turn()
        told = json.loads(await caller.call("1", "undo", arguments))
        assert (tools.called, told["ok"], told["title"]) == ([], False, "That did not work")
        assert [card.ok for card in draft.cards] == [False]

    @pytest.mark.parametrize(
        ("failure", "detail"),
        [
            (ToolError("There is no such task of yours."), "There is no such task of yours."),
            (ValueError("limit: too much"), "limit: too much"),
            ("please say more", "The tool asked for more input."),
        ],
    )
    async def test_what_a_tool_refuses_is_told_and_the_turn_goes_on(self, failure: Any, detail: str) -> None:
        _, draft, caller = turn(failure, ToolOutput(title="Done"))
        assert json.loads(await caller.call("1", "get_task", "{}"))["detail"] == detail
        assert json.loads(await caller.call("2", "undo", "{}"))["title"] == "Done"
        assert [card.ok for card in draft.cards] == [False, True]

    async def test_a_failure_of_ours_is_not_taken_for_an_answer(self) -> None:
        _, draft, caller = turn(RuntimeError("broken"))
        with pytest.raises(RuntimeError):
            await caller.call("1", "overview", "{}")
        assert draft.cards == []

    async def test_deleting_is_rehearsed_and_then_waits_with_all_that_follows(self) -> None:
        tools, draft, caller = turn(ToolOutput(title="Would have deleted no tasks"))
        told = [await caller.call("1", "delete_tasks", '{"words": "tea"}'), await caller.call("2", "undo", "{}")]
        assert told == [WAITING, WAITING]
        assert tools.called == [("delete_tasks", {"words": "tea", "dry_run": True})]
        assert draft.cards == []
        assert draft.asked is not None
        assert draft.asked.view.title == "Delete 0 tasks?"

    async def test_what_would_fail_is_not_asked_about(self) -> None:
        tools, draft, caller = turn(ToolOutput(ok=False, title="No such task", detail="None."))
        assert json.loads(await caller.call("1", "delete_tasks", '{"words": "tea"}'))["detail"] == "None."
        assert (draft.asked, len(tools.called), len(draft.cards)) == (None, 1, 1)

    async def test_what_was_approved_is_done_without_another_question_in_its_transaction(self) -> None:
        tools, draft, caller = turn(ToolOutput(title="Deleted no tasks"))
        within: Any = object()
        card = await caller.approved(within, "1", "delete_tasks", {"ids": ["x"]})
        assert (tools.within, WITHIN.get()) == ([within], None)
        assert (card.title, tools.called) == ("Deleted no tasks", [("delete_tasks", {"ids": ["x"]})])
        assert draft.asked is None


class TestWhatIsAsked:
    """A call is asked about when it deletes, or when it may change more than a few tasks."""

    MANY = [str(UUID(int=number)) for number in range(6)]  # noqa: RUF012 - never written to

    @pytest.mark.parametrize(
        ("name", "arguments", "title"),
        [
            ("delete_tasks", {"ids": ["1"]}, "Delete 0 tasks?"),
            ("organize", {"action": "delete", "kind": "label", "name": "x"}, "Delete the label “x”?"),
            ("delete_tasks", {"ids": ["1"], "restore": True}, None),
            ("organize", {"action": "rename", "kind": "label", "name": "x", "new_name": "y"}, None),
            ("complete_tasks", {"words": "tea"}, None),
            ("add_tasks", {"items": [{"text": "x"}] * 50}, None),
            ("delete_tasks", {"words": "tea", "dry_run": True}, None),
        ],
    )
    async def test_by_what_it_does(self, name: str, arguments: dict[str, Any], title: str | None) -> None:
        found = await turn()[2].examined(name, arguments)
        assert (found.view.title if isinstance(found, Asked) else found) == title

    @pytest.mark.parametrize(
        ("arguments", "rehearsed"),
        [({"ids": MANY[:5]}, 0), ({"ids": MANY}, 1), ({"filter": "overdue"}, 1), ({"ids": "not a list"}, 1)],
    )
    async def test_only_what_may_be_many_is_rehearsed(self, arguments: dict[str, Any], rehearsed: int) -> None:
        tools, _, caller = turn()
        assert await caller.examined("complete_tasks", arguments) is None
        assert len(tools.called) == rehearsed
