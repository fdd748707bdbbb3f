"""What surrounds every request: an id, a log line, metrics. Plain ASGI, so streams pass."""

import re
import time
from collections.abc import Mapping
from typing import Any

import structlog
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from todo.boundary import new_id
from todo.errors import MAX_BODY_BYTES, body_too_large, problem_response
from todo.metrics import HTTP_REQUESTS, HTTP_SECONDS

_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
log = structlog.get_logger("todo.http")


class RequestContext:
    """Gives each request an id (the caller's `X-Request-ID` when it is harmless), logs and counts it, limits its body.

    `larger_bodies` are the bytes that a body may have at paths that take more than others.
    """

    def __init__(self, app: ASGIApp, larger_bodies: Mapping[str, int]) -> None:
        self.app = app
        self.larger_bodies = larger_bodies

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

        # The framework limits what is read; this saves reading what is announced to be too much.
        limit = self.larger_bodies.get(scope["path"], MAX_BODY_BYTES)
        too_large = _announced_length(scope) > limit
        limited = RequestBodyLimitMiddleware(self.app, limit)
        app = problem_response(body_too_large(limit), {"Connection": "close"}) if too_large else limited
        try:
            await app(scope, receive, send_with_id)
        finally:
            _record(scope, status, time.perf_counter() - started)


def _announced_length(scope: Scope) -> int:
    value = dict(scope["headers"]).get(b"content-length", b"0")
    return int(value) if value.isdigit() and len(value) < 20 else 0


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
