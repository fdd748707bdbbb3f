"""`/api/mcp`: the tools over MCP's streamable HTTP, stateless, so that any replica answers any call."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from todo.accounts import service as accounts
from todo.accounts.dependencies import presented_token
from todo.config import Settings
from todo.database import Database
from todo.errors import ProblemError, UnauthenticatedError, problem_response
from todo.mcp.tools import ACTOR, build_tools

_ACTOR_KEY = "todo.actor"


class McpEndpoint:
    """An ASGI application that admits bearers of a token and hands them to the MCP server."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database
        self.tools = build_tools(database, settings.frontend_url)
        self.tools.middleware.append(_as_caller)
        self._manager = self._new_manager()

    def _new_manager(self) -> StreamableHTTPSessionManager:
        hosts = self._settings.mcp_hosts
        origins = [f"{scheme}://{host}" for host in hosts for scheme in ("http", "https")]
        return StreamableHTTPSessionManager(
            self.tools._lowlevel_server,
            json_response=True,
            stateless=True,
            security_settings=TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=origins),
        )

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Serve while the block is open."""
        async with self._manager.run():
            yield

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        try:
            token, via = presented_token(request)
            if via != "api":
                raise UnauthenticatedError("MCP needs a bearer token.")
            actor, _ = await accounts.authenticate(self._database, self._settings, token, "mcp")
        except ProblemError as error:
            await problem_response(error.problem(), error.headers)(scope, receive, send)
            return
        scope[_ACTOR_KEY] = actor
        await self._manager.handle_request(scope, receive, send)


async def _as_caller(ctx: Any, call_next: Any) -> Any:
    """MCP middleware: the tools act as the person whose token the HTTP request carries."""
    ACTOR.set(ctx.request.scope[_ACTOR_KEY])
    return await call_next(ctx)
