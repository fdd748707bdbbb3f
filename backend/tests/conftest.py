"""One PostgreSQL a test run, a database cloned from a migrated template for each worker, one application a worker."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from hypothesis import settings
from support import Person, client_of, make_settings, running, sign_up
from todo import database
from todo.main import create_app
from todo.migrations import migrate
from todo_ops.postgres import PostgresServer, temporary

# How long an example takes says more about the machine than about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

TEMPLATE = "template_todo"
_stack = ExitStack()
_server: PostgresServer | None = None


def _started_server() -> PostgresServer:
    global _server
    if _server is None:
        _server = _stack.enter_context(temporary(max_connections="200"))
        _run_sql(_server.url("postgres"), f"create database {TEMPLATE}")
        migrate(_server.url(TEMPLATE))
    return _server


def _run_sql(url: str, statement: str) -> None:
    import asyncio

    async def run() -> None:
        connection = await asyncpg.connect(url)
        await connection.execute(statement)
        await connection.close()

    asyncio.run(run())


def pytest_configure_node(node: Any) -> None:
    """The run's own server for a worker of pytest-xdist."""
    node.workerinput["postgres_url"] = _started_server().url("postgres")


def pytest_unconfigure() -> None:
    _stack.close()


@pytest.fixture(scope="session")
def database_url(request: pytest.FixtureRequest) -> str:
    """Address of this worker's own database."""
    worker = getattr(request.config, "workerinput", None)
    admin_url = worker["postgres_url"] if worker else _started_server().url("postgres")
    name = f"todo_{worker['workerid'] if worker else 'main'}"
    _run_sql(admin_url, f"create database {name} template {TEMPLATE}")
    return urlunsplit(urlsplit(admin_url)._replace(path=f"/{name}"))


@pytest_asyncio.fixture(scope="session")
async def app(database_url: str) -> AsyncIterator[FastAPI]:
    """The application, running."""
    async with running(create_app(make_settings(database_url))) as app:
        yield app


@pytest_asyncio.fixture
async def anonymous(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A caller who is not signed in."""
    async with client_of(app) as client:
        yield client


@pytest_asyncio.fixture
async def owner(app: FastAPI) -> AsyncIterator[Person]:
    """Whose things the test is about."""
    person = await sign_up(app)
    yield person
    await person.client.aclose()


@pytest_asyncio.fixture
async def stranger(app: FastAPI) -> AsyncIterator[Person]:
    """Somebody else, with an account of their own."""
    person = await sign_up(app, name="Mallory")
    yield person
    await person.client.aclose()


@pytest_asyncio.fixture
async def sql(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection for what the API does not offer (such as another member of a project)."""
    connection = await asyncpg.connect(database_url)
    yield connection
    await connection.close()


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> Callable[[], AbstractContextManager[list[str]]]:
    """Records every SQL statement sent while the context is open, transactions' BEGIN and COMMIT too."""

    @contextmanager
    def recording() -> Iterator[list[str]]:
        seen: list[str] = []
        with monkeypatch.context() as patch:
            patch.setattr(database, "_observe", lambda record: seen.append(record.query))
            yield seen

    return recording
