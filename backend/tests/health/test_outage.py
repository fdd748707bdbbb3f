"""A database that stops, freezes, and comes back, while requests keep coming."""

import asyncio
import os
import signal
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from support import PASSWORD, Person, assert_problem, client_of, make_settings, running, sign_up
from todo.main import create_app
from todo.migrations import migrate
from todo_ops.postgres import PostgresServer
from todo_ops.process_table import free_port


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A server of this module's own, to be stopped at will. Its port is fixed: it comes back where it was."""
    with (
        tempfile.TemporaryDirectory(prefix="todo-outage-") as folder,
        PostgresServer(Path(folder), port=free_port(), settings={"fsync": "off"}) as server,
    ):
        migrate(server.url())
        yield server


@dataclass
class System:
    app: FastAPI
    person: Person
    server: PostgresServer


@pytest_asyncio.fixture
async def system(server: PostgresServer) -> AsyncIterator[System]:
    async with running(create_app(make_settings(server.url(), database_timeout_seconds=1.5))) as app:
        yield System(app, await sign_up(app), server)


async def answered(call: Callable[[], object]) -> httpx.Response:
    """The response, which must not wait for the database to come back. A machine that is busy may take a while."""
    async with asyncio.timeout(20):
        return await call()  # type: ignore[misc,no-any-return]


async def assert_unavailable(system: System) -> None:
    person, anonymous = system.person, client_of(system.app)
    assert (await answered(lambda: anonymous.get("/health/live"))).status_code == 200
    ready = await answered(lambda: anonymous.get("/health/ready"))
    assert (ready.status_code, ready.json()["database"]) == (503, "unavailable")
    credentials = {"email": person.user["email"], "password": PASSWORD}
    calls = [
        lambda: person.client.get("/api/tasks"),
        lambda: person.client.post("/api/tasks", json={"title": "Lost?"}),
        lambda: person.client.post("/api/chat", json={"message": "hi"}),
        lambda: anonymous.post("/api/auth/login", json=credentials),
        lambda: anonymous.post("/api/auth/register", json=credentials),
        lambda: person.client.post("/api/mcp", json={"jsonrpc": "2.0", "id": 1, "method": "ping"}),
    ]
    for call in calls:
        response = await answered(call)
        assert_problem(response, 503, "database-unavailable")
        assert response.headers["Retry-After"] == "1"


async def lost(system: System) -> None:
    """Returns when no connection is left: those of a server that was killed outlive it by a moment."""
    deadline = time.monotonic() + 20
    while (await client_of(system.app).get("/health/ready")).status_code == 200:
        assert time.monotonic() < deadline, "it still answers"


async def recovered(system: System) -> None:
    """Returns when the same application works again; nobody restarts it."""
    deadline = time.monotonic() + 20
    while (await client_of(system.app).get("/health/ready")).status_code != 200:
        assert time.monotonic() < deadline, "it did not recover"
    await system.person.add("Back")


async def test_stopped_and_started_again(system: System) -> None:
    await system.person.add("Before")
    await asyncio.to_thread(system.server.stop)
    try:
        await assert_unavailable(system)
    finally:
        await asyncio.to_thread(system.server.start)
    await recovered(system)
    assert await system.person.titles() == ["Before", "Back"]


async def test_killed_and_started_again(system: System) -> None:
    task = await system.person.add("Before")
    pid = system.server.pid
    assert pid
    os.kill(pid, signal.SIGKILL)
    try:
        await lost(system)
        await assert_unavailable(system)
    finally:
        await asyncio.to_thread(system.server.stop, "immediate")
        await asyncio.to_thread(system.server.start)
    await recovered(system)
    assert await system.person.task(task["id"]) == task


async def test_frozen_and_thawed(system: System) -> None:
    """A server that accepts connections and never answers, as behind a network that drops packets."""
    await system.person.add("Before")
    pids = await asyncio.to_thread(_family, system.server.pid)
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        await assert_unavailable(system)
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)
    await recovered(system)


async def test_application_starts_without_the_database(server: PostgresServer) -> None:
    await asyncio.to_thread(server.stop)
    try:
        async with running(create_app(make_settings(server.url(), database_timeout_seconds=1.5))) as app:
            client = client_of(app)
            assert (await client.get("/health/live")).status_code == 200
            assert (await client.get("/health/ready")).status_code == 503
            await asyncio.to_thread(server.start)
            assert (await client.get("/health/ready")).status_code == 200
    finally:
        if not server.running:
            await asyncio.to_thread(server.start)


def _family(pid: int | None) -> list[int]:
    """A postmaster and its processes."""
    assert pid
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as children:
        return [pid, *map(int, children.read().split())]
