"""What surrounds every request: an id, a log line, metrics, a limit on the body. Plain ASGI, so streams pass."""

import re
import time
from typing import Any

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from todo.errors import problem, problem_response
from todo.metrics import HTTP_REQUESTS, HTTP_SECONDS
from todo.text import new_id

MAX_BODY_BYTES = 1024 * 1024
_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
log = structlog.get_logger("todo.http")


class RequestContext:
    """Gives each request an id (the caller's `X-Request-ID` when it is harmless), logs and counts it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _request_id(scope)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        started, status = time.perf_counter(), 500

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            await send(message)

        try:
            await self.app(scope, receive, send_with_id)
        finally:
            _record(scope, status, time.perf_counter() - started)


class BodyLimit:
    """Answers 413 for bodies over 1 MiB, whether or not their length was announced."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if _announced_length(scope) > MAX_BODY_BYTES:
            await _too_large(scope, receive, send)
            return
        seen = 0
        started = False

        async def counted_receive() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > MAX_BODY_BYTES:
                raise _BodyTooLargeError
            return message

        async def noted_send(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, counted_receive, noted_send)
        except _BodyTooLargeError:
            if not started:
                await _too_large(scope, receive, send)


class _BodyTooLargeError(BaseException):
    """Not an Exception, so that no handler on the way mistakes it for a malformed body."""


async def _too_large(scope: Scope, receive: Receive, send: Send) -> None:
    body = problem(413, "body-too-large", "The body is larger than 1 MiB.")
    await problem_response(body, {"Connection": "close"})(scope, receive, send)


def _announced_length(scope: Scope) -> int:
    value = dict(scope["headers"]).get(b"content-length", b"0")
    return int(value) if value.isdigit() else 0


def _request_id(scope: Scope) -> str:
    given = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
    return given if _REQUEST_ID.fullmatch(given) else str(new_id())


def _route(scope: Scope) -> str:
    """The route's template, so that metrics have few labels whatever ids are asked for."""
    route: Any = scope.get("route")
    return getattr(route, "path", "unmatched") or "unmatched"


def _record(scope: Scope, status: int, seconds: float) -> None:
    method, route = scope["method"], _route(scope)
    HTTP_REQUESTS.labels(method, route, status).inc()
    HTTP_SECONDS.labels(method, route).observe(seconds)
    if not route.startswith("/health") or status >= 500:
        log.info("request", method=method, path=scope["path"], status=status, ms=round(seconds * 1000, 1))
