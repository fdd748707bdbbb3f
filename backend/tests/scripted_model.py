"""An OpenAI-compatible endpoint that answers from a script, natively or in a schema, and fails on demand."""

import asyncio
import inspect
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

Step = dict[str, Any] | str | Callable[[dict[str, Any]], Any]
USAGE = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}


def use(name: str, **arguments: Any) -> dict[str, Any]:
    """A step that calls a tool."""
    return {"name": name, "arguments": arguments}


@dataclass
class ScriptedModel:
    """`steps` are answered one after another: text, a call (`use`), or a function of the request's body.

    `calls_tools`: what `auto` finds out. `status` other than 200 fails every request; `delay` comes before each answer.
    """

    steps: list[Step] = field(default_factory=list)
    calls_tools: bool = True
    status: int = 200
    delay: float = 0
    raw: str | None = None
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    url: str = ""

    async def answer(self, request: Request) -> Response:
        """`POST /v1/chat/completions`."""
        body = await request.json()
        self.requests.append(body)
        self.keys.append(request.headers.get("authorization"))
        await asyncio.sleep(self.delay)
        if self.status != 200:
            return JSONResponse({"error": {"message": "secret of the provider", "type": "x"}}, self.status)
        if self.raw is not None:
            return PlainTextResponse(self.raw, media_type="application/json")
        if is_probe(body):
            return JSONResponse(_completion(use("remember", word="pelican") if self.calls_tools else "Remembered."))
        step = self.steps.pop(0) if self.steps else "I have nothing more to say."
        step = step(body) if callable(step) else step
        step = await step if inspect.isawaitable(step) else step
        if "response_format" in body:
            return JSONResponse(_completion(_in_schema(step)))
        if body.get("stream"):
            return StreamingResponse(_chunks(step), media_type="text/event-stream")
        return JSONResponse(_completion(step))

    @property
    def asked(self) -> list[dict[str, Any]]:
        """The requests besides the probe."""
        return [body for body in self.requests if not is_probe(body)]


def is_probe(body: dict[str, Any]) -> bool:
    """Whether a request only finds out whether tools are called."""
    return "pelican" in json.dumps(body["messages"])


def _in_schema(step: Any) -> str:
    if isinstance(step, str) and step.startswith("RAW:"):
        return step.removeprefix("RAW:")
    if isinstance(step, str):
        return json.dumps({"step": {"action": "say", "text": step}})
    return json.dumps({"step": {"action": step["name"], "arguments": step["arguments"]}})


def _call(step: dict[str, Any]) -> dict[str, Any]:
    arguments = step["arguments"]
    text = arguments["RAW"] if "RAW" in arguments else json.dumps(arguments)
    return {"id": f"call_{id(step)}", "type": "function", "function": {"name": step["name"], "arguments": text}}


def _completion(step: Any) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": step if isinstance(step, str) else None}
    if not isinstance(step, str):
        message["tool_calls"] = [_call(step)]
    reason = "stop" if isinstance(step, str) else "tool_calls"
    return {
        "id": "c",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": reason}],
        "usage": USAGE,
    }


async def _chunks(step: Any) -> AsyncIterator[bytes]:
    deltas: list[dict[str, Any]]
    if isinstance(step, str):
        deltas = [{"role": "assistant", "content": word + " "} for word in step.split()]
    else:
        deltas = [{"role": "assistant", "tool_calls": [{"index": 0, **_call(step)}]}]
    for delta in deltas:
        yield _chunk([{"index": 0, "delta": delta, "finish_reason": None}])
    reason = "stop" if isinstance(step, str) else "tool_calls"
    yield _chunk([{"index": 0, "delta": {}, "finish_reason": reason}])
    yield _chunk([], usage=USAGE)
    yield b"data: [DONE]\n\n"


def _chunk(choices: list[dict[str, Any]], **more: Any) -> bytes:
    chunk = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "scripted", "choices": choices}
    return f"data: {json.dumps({**chunk, **more})}\n\n".encode()


@asynccontextmanager
async def serving_model(model: ScriptedModel) -> AsyncIterator[ScriptedModel]:
    """The endpoint on a free port; `model.url` is its base address."""
    app = Starlette(routes=[Route("/v1/chat/completions", model.answer, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", log_config=None, access_log=False))
    listener = server.config.bind_socket()
    task = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    model.url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    try:
        yield model
    finally:
        server.should_exit = True
        server.force_exit = True
        await task
