"""The built-in model as an `agents.Model`: one tool call or one answer a step."""

import json
from typing import Any

from agents import ModelResponse
from todo.actor import Actor
from todo.assistant.draft import Draft
from todo.assistant.memory import Memory
from todo.assistant.offline import OfflineModel
from todo.assistant.talk import Talk
from todo.boundary import new_id
from todo.mcp.schemas import ToolOutput


def model_for(said: str) -> tuple[OfflineModel, Draft]:
    draft = Draft(new_id(), Actor(new_id(), "assistant", "Europe/Berlin", new_id()), Memory())
    return OfflineModel(Talk([], [], draft), said), draft


async def step(model: OfflineModel) -> ModelResponse:
    return await model.get_response(None, [])


async def test_asks_for_one_tool_call_and_puts_its_answer_into_words() -> None:
    model, draft = model_for("complete pay rent")
    (call,) = (await step(model)).output
    assert (call.type, call.name) == ("function_call", "complete_tasks")  # type: ignore[union-attr]
    assert json.loads(call.arguments) == {"words": "pay rent"}  # type: ignore[union-attr, arg-type]
    failed = ToolOutput(ok=False, title="No such task", detail="No open task has the words “pay rent”.")
    draft.record("1", "complete_tasks", {}, failed)
    (message,) = (await step(model)).output
    assert message.content[0].text == failed.detail  # type: ignore[union-attr, index]


async def test_steps_follow_in_order_until_one_fails() -> None:
    model, draft = model_for("complete pay rent and then add buy milk and then what is due today")
    calls = []
    for output in (ToolOutput(title="Completed"), ToolOutput(ok=False, title="No", detail="Full.")):
        (call,) = (await step(model)).output
        calls.append(call.name)  # type: ignore[union-attr]
        draft.record("1", "x", {}, output)
    (message,) = (await step(model)).output
    assert calls == ["complete_tasks", "add_tasks"]
    assert message.content[0].text.endswith("Full.\n\nI left out what was to come after that.")  # type: ignore[union-attr, index]


async def test_stream_is_the_same_step_in_pieces() -> None:
    events: list[Any] = [event async for event in model_for("hello")[0].stream_response(None, [])]
    text = "".join(event.delta for event in events[:-1])
    assert events[-1].type == "response.completed"
    assert events[-1].response.output[0].content[0].text == text
    assert [event.sequence_number for event in events] == sorted(event.sequence_number for event in events)


async def test_call_ids_are_never_the_same() -> None:
    ids = {(await step(model_for("undo")[0])).output[0].call_id for _ in range(20)}  # type: ignore[union-attr]
    assert len(ids) == 20
