"""create_app(): wiring, nothing else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from starlette.routing import Route

from todo.accounts.endpoints import router as accounts
from todo.api_document import DescribedApp
from todo.assistant.connection import close_connections
from todo.assistant.endpoints import router as assistant
from todo.assistant.line import new_line
from todo.assistant.turns import load_agent
from todo.background import in_background
from todo.bulk.endpoints import router as bulk
from todo.changes.endpoints import router as changes
from todo.config import Settings
from todo.database import Database
from todo.errors import install_error_handlers
from todo.filters.endpoints import router as filters
from todo.health.endpoints import router as health
from todo.health.service import Warming
from todo.labels.endpoints import router as labels
from todo.live.endpoints import router as live
from todo.live.hub import Hub
from todo.mcp.endpoint import McpEndpoint
from todo.middleware import RequestContext
from todo.oauth.endpoints import protocol as oauth_protocol
from todo.oauth.endpoints import router as oauth
from todo.projects.endpoints import router as projects
from todo.reminders.delivery import Deliverer, channels_of
from todo.reminders.endpoints import router as reminders
from todo.sections.endpoints import router as sections
from todo.tasks.endpoints import router as tasks
from todo.tasks.finding.endpoints import router as finding
from todo.tasks.quick_add_endpoints import router as quick_add
from todo.tokens.endpoints import router as tokens
from todo.transfer.endpoints import router as transfer
from todo.transfer.turns import Turns
from todo.trash.emptying import emptying
from todo.trash.endpoints import router as trash

DESCRIPTION = "Tasks, and an assistant that acts on them. Errors are RFC 9457 problem objects."


def create_app(settings: Settings) -> FastAPI:
    """The ASGI application of one process. It starts, and recovers, without the database."""
    database = Database(
        settings.dsn, pool_size=settings.database_pool_size, timeout_seconds=settings.database_timeout_seconds
    )
    mcp, hub = McpEndpoint(settings, database), Hub(database)
    warming = Warming(database, hub.ready)
    deliverer = Deliverer(database, channels_of(settings, database), settings.reminder_seconds)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if settings.assistant_preload:
            await load_agent()
        await database.open()
        async with mcp.running(), emptying(database), in_background(deliverer.run()), in_background(warming.run()):
            yield
        await hub.close()
        await close_connections()
        await database.close()

    app = _bare_app(lifespan)
    app.state.settings, app.state.database, app.state.tools = settings, database, mcp.tools
    app.state.hub, app.state.line, app.state.warming = hub, new_line(), warming
    app.state.imports = Turns(settings.import_concurrency)
    app.router.routes.append(Route("/api/mcp", mcp, include_in_schema=False))
    app.add_middleware(RequestContext, larger_bodies={"/api/import": settings.import_max_bytes})
    return app


def openapi_document() -> dict[str, Any]:
    """The OpenAPI document, without settings or database."""
    return _bare_app(None).openapi()


def _bare_app(lifespan: Any) -> FastAPI:
    app = DescribedApp(
        title="Todo",
        version=version("todo"),
        description=DESCRIPTION,
        lifespan=lifespan,
        telemetry={"tracing": False, "metrics": False, "logs": False},
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        separate_input_output_schemas=False,
    )
    # Each request is compared with every route before its own: what is asked for most comes first.
    things = (tasks, finding, quick_add, projects, bulk, labels, sections, filters, reminders, trash)
    for router in (health, *things, changes, live, assistant, accounts, tokens, transfer, oauth, oauth_protocol):
        app.include_router(router)
    install_error_handlers(app)
    return app
