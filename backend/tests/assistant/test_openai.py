"""OpenAI itself: the Responses API, as a scripted endpoint streams it. No other host is asked."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi import FastAPI
from scripted_model import use
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from support import Person, make_settings, serving, sign_up
from talking import Chat, cards_of, of
from todo.assistant import connection, models

USAGE = {"input_tokens": 70, "output_tokens": 9, "total_tokens": 79}
DETAILS = {
    "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
    "output_tokens_details": {"reasoning_tokens": 0},
}


@dataclass
class ScriptedResponses:
    """`steps` are answered one after another: words, or calls (`use`). `status` other than 200 fails every request."""

    steps: list[Any] = field(default_factory=list)
    status: int = 200
    breaks_off: bool = False
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    async def answer(self, request: Request) -> Response:
        """`POST /v1/responses`."""
        self.requests.append(await request.json())
        self.keys.append(request.headers.get("authorization"))
        if self.status != 200:
            return JSONResponse({"error": {"message": "secret of the provider", "type": "x"}}, self.status)
        return StreamingResponse(self._events(self.steps.pop(0)), media_type="text/event-stream")

    async def _events(self, step: Any) -> AsyncIterator[bytes]:
        yield event("response.created", response=response([], "in_progress"))
        if isinstance(step, str):
            item = words_item(step)
            for word in step.split():
                place = {"item_id": item["id"], "output_index": 0, "content_index": 0}
                yield event("response.output_text.delta", **place, delta=f"{word} ", logprobs=[])
            items = [item]
        else:
            items = [call_item(number, call) for number, call in enumerate(step if isinstance(step, list) else [step])]
        for number, item in enumerate(items):
            yield event("response.output_item.done", output_index=number, item=item)
        if not self.breaks_off:
            yield event("response.completed", response=response(items, "completed") | {"usage": USAGE | DETAILS})


def words_item(text: str) -> dict[str, Any]:
    part = {"type": "output_text", "text": text, "annotations": []}
    return {"id": "msg_1", "type": "message", "role": "assistant", "status": "completed", "content": [part]}


def call_item(number: int, call: dict[str, Any]) -> dict[str, Any]:
    name = f"{number}_{id(call)}"
    return {
        "id": f"fc_{name}",
        "call_id": f"call_{name}",
        "type": "function_call",
        "status": "completed",
        "name": call["name"],
        "arguments": json.dumps(call["arguments"]),
    }


def response(items: list[dict[str, Any]], status: str) -> dict[str, Any]:
    settings = {"model": "gpt-5-mini", "parallel_tool_calls": False, "tool_choice": "auto", "tools": []}
    return {"id": "resp_1", "object": "response", "created_at": 0, "status": status, "output": items, **settings}


def event(kind: str, **data: Any) -> bytes:
    return f"event: {kind}\ndata: {json.dumps({'type': kind, 'sequence_number': 0, **data})}\n\n".encode()


@pytest.fixture
async def openai(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ScriptedResponses]:
    """In OpenAI's place."""
    script = ScriptedResponses()
    app: Any = Starlette(routes=[Route("/v1/responses", script.answer, methods=["POST"])])
    async with serving(app) as address:
        monkeypatch.setattr(models, "OPENAI", f"{address}/v1")
        yield script
        await connection.close_connections()


@asynccontextmanager
async def person_with_key(app: FastAPI, **changes: Any) -> AsyncIterator[Person]:
    """Somebody whose server has a key for OpenAI and no other address."""
    before, person = app.state.settings, await sign_up(app)
    app.state.settings = make_settings(before.dsn, openai_api_key="sk-test-1", **changes)
    try:
        yield person
    finally:
        app.state.settings = before
        await person.client.aclose()


async def test_words_stream_as_they_come(app: FastAPI, openai: ScriptedResponses) -> None:
    openai.steps = ["Nothing is due today."]
    async with person_with_key(app) as person:
        chat = Chat(person)
        assert (await chat.say("hello you")).strip() == "Nothing is due today."
    assert [data["delta"] for data in of(chat.events, "text")] == ["Nothing ", "is ", "due ", "today. "]
    done = chat.events[-1][1]
    assert (done["model"], done["usage"]) == ("gpt-5-mini", {"input_tokens": 70, "output_tokens": 9})
    assert openai.keys == ["Bearer sk-test-1"]


async def test_what_is_asked(app: FastAPI, openai: ScriptedResponses) -> None:
    """The tools natively, nothing kept at the provider, and nothing that names the person."""
    openai.steps = ["Hello."]
    async with person_with_key(app) as person:
        await Chat(person).say("hello you")
        [asked] = openai.requests
        assert {tool["type"] for tool in asked["tools"]} == {"function"}
        assert {"add_tasks", "undo"} <= {tool["name"] for tool in asked["tools"]}
        assert (asked["store"], asked["parallel_tool_calls"], asked["stream"]) == (False, False, True)
        assert asked["input"] == [{"role": "user", "content": "hello you"}]
        for secret in (person.user["email"], person.user["id"], "Ada"):
            assert secret not in json.dumps(asked)


async def test_it_calls_tools_and_sees_what_they_gave(app: FastAPI, openai: ScriptedResponses) -> None:
    openai.steps = [use("add_tasks", items=[{"text": "buy milk tomorrow"}]), "Added."]
    async with person_with_key(app) as person:
        chat = Chat(person)
        assert (await chat.say("put milk on my list for tomorrow")).strip() == "Added."
        assert await person.titles() == ["buy milk"]
        assert [card["tool"] for card in cards_of(chat.events)] == ["add_tasks"]
        assert chat.events[-1][1]["usage"] == {"input_tokens": 140, "output_tokens": 18}
        call, output = openai.requests[1]["input"][-2:]
        assert (call["type"], output["type"]) == ("function_call", "function_call_output")
        assert call["call_id"] == output["call_id"]
        assert "Added 1 task" in json.dumps(output)


async def test_several_calls_of_one_answer_run_in_order(app: FastAPI, openai: ScriptedResponses) -> None:
    openai.steps = [[use("add_tasks", items=[{"text": f"Task {n}"}]) for n in range(3)], "Added."]
    async with person_with_key(app) as person:
        chat = Chat(person)
        await chat.say("three tasks please")
        assert [card["tasks"][0]["title"] for card in cards_of(chat.events)] == ["Task 0", "Task 1", "Task 2"]
        assert len({card["change_group"] for card in cards_of(chat.events)}) == 1


async def test_deleting_is_asked_and_it_goes_on_after_that(app: FastAPI, openai: ScriptedResponses) -> None:
    openai.steps = [use("delete_tasks", words="old desk"), "It is gone."]
    async with person_with_key(app) as person:
        await person.add("Old desk")
        chat = Chat(person)
        await chat.say("throw away the old desk")
        assert await person.titles() == ["Old desk"]
        assert (await chat.approve()).rstrip().endswith("It is gone.")
        assert await person.titles() == []
        # What is replayed is valid for the API: each call has its output.
        kinds = [(item.get("type"), item.get("call_id")) for item in openai.requests[1]["input"] if "type" in item]
        calls = [call for kind, call in kinds if kind == "function_call"]
        assert len(calls) == 2
        assert calls == [call for kind, call in kinds if kind == "function_call_output"]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, "model-refused-key"),
        (403, "model-refused-key"),
        (429, "model-quota"),
        (500, "model-unavailable"),
        (404, "model-unavailable"),
    ],
)
async def test_failures_are_told_and_the_built_in_assistant_answers(
    app: FastAPI, openai: ScriptedResponses, status: int, kind: str
) -> None:
    openai.status = status
    async with person_with_key(app) as person:
        chat = Chat(person)
        assert (await chat.say("add buy milk")).startswith("Added:")
        assert [notice["kind"] for notice in of(chat.events, "notice")] == [kind]
        assert "secret of the provider" not in json.dumps(chat.events)
        assert len(openai.requests) == 1
        assert await person.titles() == ["buy milk"]


async def test_a_stream_without_its_end_is_nonsense(app: FastAPI, openai: ScriptedResponses) -> None:
    openai.steps, openai.breaks_off = [use("add_tasks", items=[{"text": "half"}])], True
    async with person_with_key(app) as person:
        chat = Chat(person)
        await chat.say("add buy milk")
        assert [notice["kind"] for notice in of(chat.events, "notice")] == ["model-nonsense"]
        assert await person.titles() == ["buy milk"]
