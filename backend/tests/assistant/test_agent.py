"""The Agents SDK run: tools in order, no call home, any model drives the same tools."""

import json
from typing import Any

import pytest
from agents import Model
from agents.testing import ScriptedModel, assistant_message, function_call
from agents.tracing import get_trace_provider
from fastapi import FastAPI
from support import Person
from todo.assistant import agent
from todo.assistant.schemas import ChatEvent
from todo.projects import service as projects


async def run(app: FastAPI, person: Person, model: Model, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """All that a turn with a given model yields."""
    monkeypatch.setattr(agent, "OfflineModel", lambda *_: model)
    names = await projects.list_projects(app.state.database, person.actor)
    items = [{"role": "user", "content": "go"}]
    return [event async for event in agent.run_agent(app.state.tools, person.actor.through("assistant"), names, items)]


async def test_several_calls_of_one_step_run_one_after_another_in_order(
    app: FastAPI, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = [function_call("add_tasks", {"items": [{"text": f"Task {n}"}]}, call_id=f"call-{n}") for n in range(6)]
    model = ScriptedModel([calls, [assistant_message("Done.")]])
    events = await run(app, owner, model, monkeypatch)
    cards = [event.data["id"] for event in events if isinstance(event, ChatEvent) and event.event == "tool_card"]
    assert cards == [f"call-{n}" for n in range(6)]
    summaries = [g["summary"] for g in (await owner.client.get("/api/changes")).json()["items"]]
    assert summaries == [f"Add task: Task {n}" for n in (5, 4, 3, 2, 1, 0)]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("add_tasks", '{"items": '), ("add_tasks", '{"items": 7}'), ("find_tasks", '{"due": "never"}'), ("undo", "[]")],
)
async def test_nonsense_arguments_become_a_failed_card_and_the_turn_goes_on(
    app: FastAPI, owner: Person, monkeypatch: pytest.MonkeyPatch, name: str, arguments: str
) -> None:
    model = ScriptedModel([[function_call(name, arguments, call_id="call-1")], [assistant_message("Sorry.")]])
    events = await run(app, owner, model, monkeypatch)
    (card,) = [event.data for event in events if isinstance(event, ChatEvent) and event.event == "tool_card"]
    assert (card["ok"], card["title"]) == (False, "That did not work")
    assert any(isinstance(event, ChatEvent) and event.data.get("delta") for event in events)
    assert await owner.titles() == []


async def test_items_of_the_turn_can_be_replayed(app: FastAPI, owner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    model = ScriptedModel([[function_call("find_tasks", {}, call_id="call-1")], [assistant_message("None.")]])
    items = (await run(app, owner, model, monkeypatch))[-1]
    assert json.loads(json.dumps(items)) == items
    assert [item["type"] for item in items] == ["function_call", "function_call_output", "message"]


def test_tracing_is_off() -> None:
    assert get_trace_provider()._disabled is True  # type: ignore[attr-defined]
