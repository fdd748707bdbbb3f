"""What a model of ours gives to the Agents SDK: items and events as OpenAI's Responses API has them."""

import json
from collections.abc import Iterator
from typing import Any

from agents import Usage
from openai.types.responses import (
    Response,
    ResponseCompletedEvent,
    ResponseFunctionToolCall,
    ResponseOutputMessage,
    ResponseOutputText,
    ResponseTextDeltaEvent,
    ResponseUsage,
)
from openai.types.responses.response_usage import InputTokensDetails, OutputTokensDetails

from todo.boundary import new_id

Output = ResponseOutputMessage | ResponseFunctionToolCall


def message(text: str) -> ResponseOutputMessage:
    """An answer in words."""
    part = ResponseOutputText(text=text, type="output_text", annotations=[])
    return ResponseOutputMessage(
        id=f"msg_{new_id().hex}", type="message", role="assistant", status="completed", content=[part]
    )


def call(name: str, arguments: dict[str, Any]) -> ResponseFunctionToolCall:
    """A call of a tool, with an id that no other has."""
    call_id = f"call_{new_id().hex}"
    return ResponseFunctionToolCall(
        id=call_id, call_id=call_id, type="function_call", name=name, arguments=json.dumps(arguments)
    )


def events(output: Any, model: str, usage: Usage | None = None) -> Iterator[Any]:
    """The step as events: text a line at a time, then the completed response."""
    lines = _lines(output) if isinstance(output, ResponseOutputMessage) else []
    for number, delta in enumerate(lines):
        yield _delta(output.id, delta, number)
    yield ResponseCompletedEvent(
        type="response.completed", sequence_number=1_000_000, response=_completed(output, model, usage)
    )


def _lines(output: ResponseOutputMessage) -> list[str]:
    text = "".join(part.text for part in output.content if isinstance(part, ResponseOutputText))
    return text.splitlines(keepends=True)


def _delta(item_id: str, delta: str, number: int) -> ResponseTextDeltaEvent:
    return ResponseTextDeltaEvent(
        type="response.output_text.delta",
        item_id=item_id,
        output_index=0,
        content_index=0,
        delta=delta,
        sequence_number=number,
        logprobs=[],
    )


def _completed(output: Any, model: str, usage: Usage | None) -> Response:
    return Response(
        id=f"resp_{new_id().hex}",
        created_at=0,
        model=model,
        object="response",
        output=[output],
        tool_choice="auto",
        tools=[],
        parallel_tool_calls=False,
        status="completed",
        usage=_usage(usage) if usage else None,
    )


def _usage(spent: Usage) -> ResponseUsage:
    return ResponseUsage(
        input_tokens=spent.input_tokens,
        output_tokens=spent.output_tokens,
        total_tokens=spent.input_tokens + spent.output_tokens,
        input_tokens_details=InputTokensDetails(cached_tokens=0, cache_write_tokens=0),
        output_tokens_details=OutputTokensDetails(reasoning_tokens=0),
    )
