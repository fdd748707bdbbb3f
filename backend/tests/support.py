"""What the tests share: people who call the API, and the application run as a server runs it."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
import uvicorn
from fastapi import FastAPI
from todo.actor import Actor
from todo.boundary import new_id
from todo.config import Settings
from todo.projects.schemas import ProjectView

KEY = "test-key-0123456789abcdefghijklmnopqrstuvwxyz"
PASSWORD = "correct horse battery"
_numbers = itertools.count(1)


def make_settings(url: str, **changes: Any) -> Settings:
    """Settings of a test application; limits are out of the way unless a test is about them."""
    values = {
        "database_url": url,
        "jwt_secret_key": KEY,
        "metrics_port": 0,
        "database_timeout_seconds": 30,
        "reminder_seconds": 3600,
        "sign_in_attempts_per_account": 10_000,
        "sign_in_attempts_per_address": 100_000,
        **changes,
    }
    return Settings(**values)


def project_named(name: str, project_id: UUID | None = None) -> ProjectView:
    """A project of which nothing but the name matters."""
    now = datetime(2026, 11, 1, tzinfo=UTC)
    ruled = {"color": "gray", "parent_id": None, "position": "a", "role": "owner", "archived_at": None}
    counted = {"open_task_count": 0, "version": 1, "created_at": now, "updated_at": now}
    flags = {"is_favorite": False, "is_inbox": False}
    return ProjectView.model_validate({"id": project_id or new_id(), "name": name, **ruled, **counted, **flags})


@asynccontextmanager
async def running(app: FastAPI) -> AsyncIterator[FastAPI]:
    """The application between start-up and shutdown, both in one task as in a server."""
    ready, stop = asyncio.Event(), asyncio.Event()

    async def live() -> None:
        async with app.router.lifespan_context(app):
            ready.set()
            await stop.wait()

    task = asyncio.create_task(live())
    waiter = asyncio.create_task(ready.wait())
    await asyncio.wait({task, waiter}, return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        waiter.cancel()
        task.result()
    try:
        yield app
    finally:
        stop.set()
        await task


def client_of(app: FastAPI, *, token: str | None = None, address: str = "203.0.113.7") -> httpx.AsyncClient:
    """A client that talks to the application in process."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    transport = httpx.ASGITransport(app=app, client=(address, 4711), raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000", headers=headers, timeout=30)


@dataclass
class Person:
    """Somebody with an account, and shorthand for what they do most."""

    client: httpx.AsyncClient
    user: dict[str, Any]
    token: str

    @property
    def actor(self) -> Actor:
        return Actor(UUID(self.user["id"]), "api", self.user["time_zone"], UUID(self.user["inbox_project_id"]))

    async def add(self, title: str = "Pay rent", **fields: Any) -> dict[str, Any]:
        """A new task of theirs."""
        response = await self.client.post("/api/tasks", json={"title": title, **fields})
        assert response.status_code == 201, response.text
        found: dict[str, Any] = response.json()
        return found

    async def project(self, name: str = "Home", **fields: Any) -> dict[str, Any]:
        """A new project of theirs."""
        response = await self.client.post("/api/projects", json={"name": name, **fields})
        assert response.status_code == 201, response.text
        found: dict[str, Any] = response.json()
        return found

    async def task(self, task_id: str) -> dict[str, Any]:
        response = await self.client.get(f"/api/tasks/{task_id}")
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    async def titles(self, **query: Any) -> list[str]:
        """Titles of the tasks that a list gives."""
        response = await self.client.get("/api/tasks", params=query)
        assert response.status_code == 200, response.text
        return [item["title"] for item in response.json()["items"]]

    async def undo(self, response: httpx.Response) -> httpx.Response:
        """Undo what a response wrote."""
        return await self.client.post(f"/api/changes/{response.headers['Change-Group']}/undo")


async def sign_up(app: FastAPI, *, time_zone: str = "Europe/Berlin", name: str = "Ada") -> Person:
    """A new person with an address nobody else has."""
    email = f"person{next(_numbers)}.{datetime.now(UTC).timestamp()}@example.com"
    body = {"email": email, "password": PASSWORD, "name": name, "time_zone": time_zone}
    async with client_of(app) as anonymous:
        response = await anonymous.post("/api/auth/register", json=body)
    assert response.status_code == 201, response.text
    signed_in = response.json()
    return Person(client_of(app, token=signed_in["token"]), signed_in["user"], signed_in["token"])


def assert_problem(response: httpx.Response, status: int, slug: str | None = None) -> dict[str, Any]:
    """The response is a problem object (RFC 9457) with that status and slug, and tells nothing internal."""
    assert response.status_code == status, f"{response.status_code}: {response.text}"
    assert response.headers["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert {"type", "title", "status", "detail", "request_id"} <= body.keys()
    assert body["status"] == status
    assert body["request_id"] == response.headers["X-Request-ID"]
    if slug:
        assert body["type"] == f"urn:todo:problem:{slug}"
    for internal in ("Traceback", "asyncpg", "select ", "psycopg", "/src/todo"):
        assert internal not in response.text
    return body


@asynccontextmanager
async def serving(app: FastAPI) -> AsyncIterator[str]:
    """A real HTTP server for an application that is running already; gives its address."""
    config = uvicorn.Config(app, port=0, lifespan="off", log_config=None, access_log=False)
    server = uvicorn.Server(config)
    listener = config.bind_socket()
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task


async def join(sql: Any, project: dict[str, Any], person: Person, role: str) -> None:
    """Make somebody a member; sharing has no endpoint yet, but the rules hold from the start."""
    await sql.execute(
        "insert into project_member (project_id, user_id, role) values ($1, $2, $3)",
        project["id"],
        person.user["id"],
        role,
    )
