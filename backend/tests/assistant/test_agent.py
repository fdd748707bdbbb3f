"""The Agents SDK run: tools in order and in one group, no call home, any model drives the same tools."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from agents import Model
from agents.testing import ScriptedModel, assistant_message, function_call
from agents.tracing import get_trace_provider
from fastapi import FastAPI
from support import Person
from todo.assistant import agent
from todo.assistant.draft import Draft
from todo.assistant.memory import Memory
from todo.assistant.schemas import ChatEvent, ConversationView
from todo.assistant.turns import Names, Request, Surroundings
from todo.boundary import new_id
from todo.clock import utc_now
from todo.projects import service as projects


class Turn:
    """A turn with a given model in the place of the built-in one."""

    def __init__(self, app: FastAPI, person: Person) -> None:
        self.app, self.person = app, person
        self.draft = Draft(new_id(), person.actor.through("assistant").within(new_id()), Memory())

    async def run(self, model: Model, monkeypatch: pytest.MonkeyPatch) -> list[ChatEvent]:
        """The events of the turn."""
        model.has_more = False  # type: ignore[attr-defined]
        monkeypatch.setattr(agent, "OfflineModel", lambda *_: model)
        return [event async for event in self._events()]

    async def _events(self) -> AsyncIterator[ChatEvent]:
        state = self.app.state
        names = Names(await projects.list_projects(state.database, self.person.actor), [])
        conversation = ConversationView(id=new_id(), title="x", created_at=utc_now(), updated_at=utc_now())
        request = Request(conversation, [{"role": "user", "content": "go"}], "go")
        async for event in agent.run_turn(
            Surroundings(state.database, state.settings, state.tools), request, names, self.draft
        ):
            yield event


@pytest.fixture
def turn(app: FastAPI, owner: Person) -> Turn:
    return Turn(app, owner)


async def test_several_calls_of_one_step_run_in_order_and_are_one_undo(
    turn: Turn, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = [function_call("add_tasks", {"items": [{"text": f"Task {n}"}]}, call_id=f"call-{n}") for n in range(6)]
    events = await turn.run(ScriptedModel([calls, [assistant_message("Done.")]]), monkeypatch)
    assert [event.data["id"] for event in events if event.event == "tool_card"] == [f"call-{n}" for n in range(6)]
    [group] = (await owner.client.get("/api/changes")).json()["items"]
    assert [change["title"] for change in group["changes"]] == [f"Task {n}" for n in range(6)]
    assert group["id"] == str(turn.draft.change_group)
    assert (await owner.client.post(f"/api/changes/{group['id']}/undo")).status_code == 200
    assert await owner.titles() == []


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("add_tasks", '{"items": '), ("add_tasks", '{"items": 7}'), ("find_tasks", '{"due": "never"}'), ("undo", "[]")],
)
async def test_nonsense_arguments_become_a_failed_card_and_the_turn_goes_on(
    turn: Turn, owner: Person, monkeypatch: pytest.MonkeyPatch, name: str, arguments: str
) -> None:
    model = ScriptedModel([[function_call(name, arguments, call_id="call-1")], [assistant_message("Sorry.")]])
    events = await turn.run(model, monkeypatch)
    (card,) = [event.data for event in events if event.event == "tool_card"]
    assert (card["ok"], card["title"]) == (False, "That did not work")
    assert any(event.data.get("delta") for event in events)
    assert await owner.titles() == []


async def test_nothing_is_done_past_a_question(turn: Turn, owner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    await owner.add("Old")
    calls = [
        function_call("delete_tasks", {"words": "old"}, call_id="call-1"),
        function_call("add_tasks", {"items": [{"text": "New"}]}, call_id="call-2"),
    ]
    events = await turn.run(ScriptedModel([calls, [assistant_message("Never said.")]]), monkeypatch)
    assert [event.event for event in events].count("approval") == 1
    assert not [event for event in events if event.event == "tool_card"]
    assert await owner.titles() == ["Old"]


async def test_what_follows_an_undo_is_a_group_of_its_own(
    turn: Turn, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = {"items": [{"text": "One"}]}
    steps = [function_call("add_tasks", add, call_id="a"), function_call("undo", {}, call_id="b")]
    again = [function_call("add_tasks", add, call_id="c")]
    await turn.run(ScriptedModel([steps, again, [assistant_message("Done.")]]), monkeypatch)
    assert await owner.titles() == ["One"]
    assert (await owner.client.post(f"/api/changes/{turn.draft.change_group}/undo")).status_code == 200
    assert await owner.titles() == []


async def test_items_of_the_turn_can_be_replayed(turn: Turn, monkeypatch: pytest.MonkeyPatch) -> None:
    model = ScriptedModel([[function_call("find_tasks", {}, call_id="call-1")], [assistant_message("None.")]])
    for event in await turn.run(model, monkeypatch):
        turn.draft.text += [event.data["delta"]] if event.event == "text" else []
    items = turn.draft.values("done")["items"]
    assert json.loads(json.dumps(items)) == items
    assert [item.get("type", item.get("role")) for item in items] == [
        "function_call",
        "function_call_output",
        "assistant",
    ]


def test_tracing_is_off() -> None:
    provider: Any = get_trace_provider()
    assert provider._disabled is True
