"""An OpenAI-compatible endpoint that streams slowly, for measuring what comes before and around a model.

The first word of every answer is the moment at which it was asked (seconds since the epoch).
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route


async def answer(request: Request) -> Response:
    """`POST /v1/chat/completions`."""
    asked = time.time()
    await request.body()
    return StreamingResponse(_words(asked, *request.app.state.pace), media_type="text/event-stream")


async def _words(asked: float, count: int, pause: float) -> AsyncIterator[bytes]:
    yield _chunk({"role": "assistant", "content": f"{asked:.6f} "})
    for number in range(count):
        await asyncio.sleep(pause)
        yield _chunk({"content": f"word{number} "})
    yield _chunk({}, "stop")
    yield b"data: [DONE]\n\n"


def _chunk(delta: dict[str, str], reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    chunk = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "slow", "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


def main() -> None:
    port, count, pause = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    app = Starlette(routes=[Route("/v1/chat/completions", answer, methods=["POST"])])
    app.state.pace = count, pause
    uvicorn.run(app, port=port, workers=1, log_config=None, access_log=False)


if __name__ == "__main__":
    main()
