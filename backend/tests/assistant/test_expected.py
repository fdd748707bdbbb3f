"""Which tools a weak model may use: those that fit what was surely said, and any where that is not sure."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.actor import Actor
from todo.assistant import history
from todo.assistant.draft import Draft
from todo.assistant.expected import LOOKING, fitting_tools
from todo.assistant.failures import NonsenseError
from todo.assistant.grounding import Grounds
from todo.assistant.memory import Memory
from todo.assistant.schema_mode import SchemaModel
from todo.assistant.turns import Names
from todo.boundary import new_id
from todo.language.conversation import read_plan

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def fitting(said: str) -> frozenset[str] | None:
    return fitting_tools(said, read_plan(said, now=NOW, time_zone="Europe/Berlin"))


@pytest.mark.parametrize(
    ("said", "tools"),
    [
        ("what is due today?", set()),
        ("and friday?", set()),
        ("what's overdue and what's due today", set()),
        ("show my labels", {"organize"}),
        ("help", set()),
        ("never mind", set()),
        ("add buy milk", {"add_tasks"}),
        ("finish undo everything", {"complete_tasks"}),
        ("reopen book flights", {"complete_tasks"}),
        ("delete call dad", {"delete_tasks"}),
        ("restore old sofa", {"delete_tasks"}),
        ("push the invoice to next week", {"update_tasks", "reschedule_tasks"}),
        ("no, friday", None),
        ("friday", {"update_tasks", "reschedule_tasks", "add_tasks"}),
        ("undo", {"undo"}),
        ("redo", {"undo"}),
        ("create a project called Garden", {"organize", "update_tasks", "delete_tasks"}),
        ("complete call dad, then undo", {"complete_tasks", "undo"}),
    ],
)
def test_what_was_surely_said(said: str, tools: set[str] | None) -> None:
    assert fitting(said) == (None if tools is None else LOOKING | tools)


@pytest.mark.parametrize(
    "said",
    [
        "throw away the old desk and then put buy a desk on the list",
        "get my week in order",
        "the meeting was moved",
        "the one with dad",
        "",
    ],
)
def test_any_tool_may_be_right_where_the_reading_is_not_sure(said: str) -> None:
    assert fitting(said) is None


def test_nothing_read_is_nothing_sure() -> None:
    assert fitting_tools("add tea", ()) is None


@given(st.text(max_size=60))
def test_looking_is_always_allowed(said: str) -> None:
    tools = fitting(said)
    assert tools is None or tools >= LOOKING


def model(said: str) -> SchemaModel:
    client: Any = None
    draft = Draft(new_id(), Actor(new_id(), "assistant", "Europe/Berlin", new_id()), Memory())
    items = [history.said("what is due today?"), history.said(said)]
    return SchemaModel(client, "small", Grounds.of(items, Names([], []), draft))


def step(tool: str, **arguments: Any) -> str:
    return json.dumps({"step": {"action": tool, "arguments": arguments}})


@pytest.mark.parametrize(
    ("said", "tool"),
    [("and friday?", "reschedule_tasks"), ("help", "undo"), ("push the tea to friday", "complete_tasks")],
)
def test_a_call_that_nobody_asked_for_is_nonsense(said: str, tool: str) -> None:
    tools = {"reschedule_tasks", "undo", "complete_tasks", "find_tasks"}
    with pytest.raises(NonsenseError, match=f"Nobody asked for {tool}"):
        model(said)._read(step(tool), tools, [])
    assert model(said)._read(step("find_tasks"), tools, []).name == "find_tasks"


def test_only_what_was_said_last_counts() -> None:
    tools = {"complete_tasks"}
    assert model("complete the tea")._read(step("complete_tasks", words="tea"), tools, []).name == "complete_tasks"
