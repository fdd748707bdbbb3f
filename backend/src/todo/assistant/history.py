"""The conversation as a model reads it: always one that every endpoint takes, whatever broke off in between."""

from collections.abc import Sequence
from typing import Any

Item = dict[str, Any]
BROKEN_OFF = "(This answer broke off.)"


def said(text: str) -> Item:
    """What the person said."""
    return {"role": "user", "content": text}


def answered(text: str) -> Item:
    """What the assistant answered."""
    return {"role": "assistant", "content": text}


def tool_exchange(call_id: str, name: str, arguments: str, output: str) -> list[Item]:
    """A call and what it gave. They are only ever kept together: a call without its output can't be replayed."""
    return [
        {"type": "function_call", "call_id": call_id, "name": name, "arguments": arguments},
        {"type": "function_call_output", "call_id": call_id, "output": output},
    ]


def replayable(messages: Sequence[dict[str, Any]]) -> list[Item]:
    """The items of messages (oldest first), from the first thing that the person said on.

    An answer that never ended is closed, and a call whose output is missing is left out.
    """
    items: list[Item] = []
    for message in messages:
        if not items and message["role"] != "user":
            continue
        kept = _complete(message["items"])
        if message["role"] == "assistant" and not (kept and kept[-1].get("role") == "assistant"):
            kept.append(answered(message["text"] or BROKEN_OFF))
        items += kept
    return items


def _complete(items: Sequence[Item]) -> list[Item]:
    outputs = {item["call_id"] for item in items if item.get("type") == "function_call_output"}
    calls = {item["call_id"] for item in items if item.get("type") == "function_call"}
    return [item for item in items if "call_id" not in item or item["call_id"] in outputs & calls]
