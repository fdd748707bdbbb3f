"""The built-in model as an `agents.Model`: one tool call or one answer a step."""

import json
from datetime import date
from typing import Any

import pytest
from agents import ModelResponse
from todo.actor import Actor
from todo.assistant.offline import OfflineModel, tool_call
from todo.boundary import new_id
from todo.language import (
    AddTasks,
    ByWords,
    Command,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    Greeting,
    Help,
    Mentioned,
    OutOfScope,
    Undo,
    Unknown,
)
from todo.mcp.schemas import ToolOutput

ACTOR = Actor(new_id(), "assistant", "Europe/Berlin", new_id())


@pytest.mark.parametrize(
    ("command", "call"),
    [
        (AddTasks(("buy milk", "call mum")), ("add_tasks", {"items": [{"text": "buy milk"}, {"text": "call mum"}]})),
        (FindTasks(scope="overdue"), ("find_tasks", {"due": "overdue"})),
        (
            FindTasks(due_from=date(2026, 12, 1), due_until=date(2026, 12, 7), text="rent", done=True),
            ("find_tasks", {"due_from": "2026-12-01", "due_until": "2026-12-07", "text": "rent", "done": True}),
        ),
        (FindTasks(), ("find_tasks", {})),
        (CompleteTasks(ByWords("pay rent")), ("complete_tasks", {"words": "pay rent"})),
        (Undo(), ("undo", {})),
        (AddTasks(), None),
        (AddTasks(("milk",), unless_present=True), None),
        (FindTasks(priority=1), None),
        (FindTasks(label="errand"), None),
        (CompleteTasks(Mentioned()), None),
        (DeleteTasks(ByWords("pay rent")), None),
        (OutOfScope("x"), None),
        (Help(), None),
        (Greeting(), None),
        (Unknown("x"), None),
    ],
)
def test_each_command_has_its_tool(command: Command, call: tuple[str, dict[str, Any]] | None) -> None:
    assert tool_call(command) == call


async def step(items: Any) -> ModelResponse:
    return await OfflineModel(ACTOR, []).get_response(None, items)


async def streamed(items: Any) -> list[Any]:
    return [event async for event in OfflineModel(ACTOR, []).stream_response(None, items)]


async def test_asks_for_one_tool_call() -> None:
    (call,) = (await step("complete pay rent")).output
    assert (call.type, call.name, json.loads(call.arguments)) == (
        "function_call",
        "complete_tasks",
        {"words": "pay rent"},
    )  # type: ignore[union-attr]


async def test_puts_the_tools_answer_into_words() -> None:
    items = [
        {"role": "user", "content": "undo"},
        {"type": "function_call", "call_id": "1", "name": "undo", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "1", "output": ToolOutput(title="Undone").model_dump_json()},
    ]
    (message,) = (await step(items)).output
    assert message.content[0].text == "Undone."  # type: ignore[union-attr]


async def test_an_answer_of_an_earlier_turn_is_not_taken_for_this_ones() -> None:
    items = [
        {"role": "user", "content": "undo"},
        {"type": "function_call_output", "call_id": "1", "output": ToolOutput(title="Undone").model_dump_json()},
        {"role": "assistant", "content": "Undone."},
        {"role": "user", "content": "anything overdue?"},
    ]
    (call,) = (await step(items)).output
    assert call.name == "find_tasks"  # type: ignore[union-attr]


async def test_stream_is_the_same_step_in_pieces() -> None:
    events = await streamed("hello")
    text = "".join(event.delta for event in events[:-1])
    assert events[-1].type == "response.completed"
    assert events[-1].response.output[0].content[0].text == text
    assert [event.sequence_number for event in events] == sorted(event.sequence_number for event in events)


async def test_call_ids_are_never_the_same() -> None:
    ids = {(await step("undo")).output[0].call_id for _ in range(20)}  # type: ignore[union-attr]
    assert len(ids) == 20
