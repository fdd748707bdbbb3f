"""`/api/tokens`: made, used, limited, revoked; and what no token may ever do."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest
from fastapi import FastAPI
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from support import PASSWORD, Person, assert_problem, client_of, serving
from todo.accounts.service import ended_sessions
from todo.boundary import new_id
from todo.main import openapi_document
from todo.tokens import service

PATHS = openapi_document()["paths"]
WRITING = [(m, path) for path, item in PATHS.items() for m in item if m not in ("get", "head")]
OPEN = {"/api/auth/register", "/api/auth/login"}
FOR_SESSIONS = [
    ("get", "/api/tokens"),
    ("post", "/api/tokens"),
    ("delete", "/api/tokens/{token_id}"),
    ("get", "/api/auth/sessions"),
    ("delete", "/api/auth/sessions"),
    ("delete", "/api/auth/sessions/{session_id}"),
    ("post", "/api/auth/password"),
    ("post", "/api/auth/logout"),
    ("get", "/api/oauth/requests/{request_id}"),
    ("post", "/api/oauth/requests/{request_id}"),
]
BODIES = {
    "/api/tokens": {"name": "another", "scopes": ["read", "write"]},
    "/api/auth/password": {"current_password": PASSWORD, "new_password": "something else entirely"},
}


async def make(person: Person, *scopes: str, **fields: Any) -> dict[str, Any]:
    """A new token as it was answered."""
    response = await person.client.post("/api/tokens", json={"name": "Editor", "scopes": list(scopes), **fields})
    assert response.status_code == 201, response.text
    made: dict[str, Any] = response.json()
    return made


async def listed(person: Person) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await person.client.get("/api/tokens")).json()["items"]
    return items


class TestMake:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.post("/api/tokens", json={"name": "x", "scopes": ["read"]}), 401)

    async def test_is_shown_once_and_kept_as_a_hash(self, owner: Person, sql: asyncpg.Connection) -> None:
        made = await make(owner, "read", "write", expires_in_days=30)
        assert made["token"].startswith("todo_pat_")
        assert len(made["token"]) > 50
        assert made["scopes"] == ["read", "write"]
        expiry = datetime.fromisoformat(made["expires_at"]) - datetime.now(UTC)
        assert timedelta(days=29) < expiry <= timedelta(days=30)
        (item,) = await listed(owner)
        assert item == {name: value for name, value in made.items() if name != "token"}
        assert item["client"] is None
        row = await sql.fetchrow("select * from access_token where id = $1", made["id"])
        assert made["token"].removeprefix("todo_pat_") not in json.dumps(dict(row), default=str)

    async def test_two_are_never_the_same(self, owner: Person) -> None:
        assert (await make(owner, "read"))["token"] != (await make(owner, "read"))["token"]

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"name": "x"},
            {"name": "x", "scopes": []},
            {"name": "x", "scopes": ["admin"]},
            {"name": " ", "scopes": ["read"]},
            {"name": "x" * 101, "scopes": ["read"]},
            {"name": "x", "scopes": ["read"], "expires_in_days": 0},
            {"name": "x", "scopes": ["read"], "expires_in_days": 4000},
            {"name": "x", "scopes": ["read"], "user_id": str(new_id())},
        ],
    )
    async def test_bad_input(self, owner: Person, body: dict[str, Any]) -> None:
        assert_problem(await owner.client.post("/api/tokens", json=body), 422, "invalid-input")

    async def test_too_many(self, owner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(service, "MAX_TOKENS", 2)
        first = await make(owner, "read")
        await make(owner, "read")
        full = await owner.client.post("/api/tokens", json={"name": "x", "scopes": ["read"]})
        assert_problem(full, 409, "too-many")
        await owner.client.delete(f"/api/tokens/{first['id']}")
        await make(owner, "read")


class TestUse:
    async def test_acts_as_the_person_who_made_it(self, app: FastAPI, owner: Person, stranger: Person) -> None:
        made = await make(owner, "write")
        await stranger.add("Not mine")
        async with client_of(app, token=made["token"]) as program:
            assert (await program.get("/api/auth/me")).json()["id"] == owner.user["id"]
            assert (await program.post("/api/tasks", json={"title": "From a program"})).status_code == 201
            titles = [task["title"] for task in (await program.get("/api/tasks")).json()["items"]]
        assert titles == await owner.titles() == ["From a program"]

    @pytest.mark.parametrize(("method", "path"), [(m, p) for m, p in WRITING if p not in OPEN])
    async def test_a_reading_token_writes_nothing(self, app: FastAPI, owner: Person, method: str, path: str) -> None:
        made = await make(owner, "read")
        async with client_of(app, token=made["token"]) as program:
            assert (await program.get("/api/tasks")).status_code == 200
            address = path.replace("{entity}", "task")
            for name in ("task", "project", "section", "label", "filter", "reminder", "group", "conversation"):
                address = address.replace(f"{{{name}_id}}", str(new_id()))
            for name in ("entity_id", "token_id", "session_id", "request_id"):
                address = address.replace(f"{{{name}}}", str(new_id()))
            assert_problem(await program.request(method, address, json={}), 403, "read-only-token")

    @pytest.mark.parametrize(("method", "path"), FOR_SESSIONS)
    async def test_no_token_handles_tokens_sessions_or_the_password(
        self, app: FastAPI, owner: Person, method: str, path: str
    ) -> None:
        made = await make(owner, "read", "write")
        address = path.format(token_id=made["id"], session_id=str(new_id()), request_id=str(new_id()))
        kwargs: dict[str, Any] = {"json": BODIES[path]} if method == "post" and path in BODIES else {}
        async with client_of(app, token=made["token"]) as program:
            assert_problem(await program.request(method, address, **kwargs), 403, "session-only")
            assert (await program.get("/api/auth/me")).status_code == 200
        assert len(await listed(owner)) == 1

    async def test_is_no_session_of_a_browser(self, app: FastAPI, owner: Person) -> None:
        made = await make(owner, "read", "write")
        async with client_of(app) as browser:
            answer = await browser.get("/api/auth/me", headers={"Cookie": f"todo_session={made['token']}"})
        assert_problem(answer, 401, "session-ended")

    async def test_expired(self, app: FastAPI, owner: Person, sql: asyncpg.Connection) -> None:
        made = await make(owner, "read", expires_in_days=1)
        async with client_of(app, token=made["token"]) as program:
            assert (await program.get("/api/auth/me")).status_code == 200
            await sql.execute("update access_token set expires_at = now() where id = $1", made["id"])
            assert_problem(await program.get("/api/auth/me"), 401, "token-ended")
        assert await listed(owner) == []

    @pytest.mark.parametrize("change", ["x", "", "todo_pat_", "todo_oat_x"])
    async def test_anything_like_it_is_refused(self, app: FastAPI, owner: Person, change: str) -> None:
        made = await make(owner, "read")
        token = made["token"] + change if change == "x" else change or made["token"][:-1]
        async with client_of(app, token=token) as program:
            assert_problem(await program.get("/api/auth/me"), 401, "token-ended")

    async def test_last_use_is_noted_at_most_once_a_minute(
        self, app: FastAPI, owner: Person, sql: asyncpg.Connection, statements: Any
    ) -> None:
        made = await make(owner, "read")
        assert made["last_used_at"] is None
        async with client_of(app, token=made["token"]) as program:
            await program.get("/api/auth/me")
            first = (await listed(owner))[0]["last_used_at"]
            assert first is not None
            with statements() as sent:
                await program.get("/api/auth/me")
            assert not any("update" in statement for statement in sent)
            assert (await listed(owner))[0]["last_used_at"] == first
            await sql.execute("update access_token set last_used_at = now() - interval '2 minutes'")
            await program.get("/api/auth/me")
        assert (await listed(owner))[0]["last_used_at"] > first


class TestRevoke:
    async def test_is_refused_from_the_next_request_on(self, app: FastAPI, owner: Person) -> None:
        made, other = await make(owner, "write"), await make(owner, "write")
        async with client_of(app, token=made["token"]) as program, client_of(app, token=other["token"]) as kept:
            assert (await program.get("/api/tasks")).status_code == 200
            assert (await owner.client.delete(f"/api/tokens/{made['id']}")).status_code == 204
            assert_problem(await program.get("/api/tasks"), 401, "token-ended")
            assert (await kept.get("/api/tasks")).status_code == 200
        assert [item["id"] for item in await listed(owner)] == [other["id"]]
        assert_problem(await owner.client.delete(f"/api/tokens/{made['id']}"), 404)

    async def test_strangers_can_not(self, app: FastAPI, owner: Person, stranger: Person) -> None:
        made = await make(owner, "read")
        assert_problem(await stranger.client.delete(f"/api/tokens/{made['id']}"), 404)
        assert await listed(stranger) == []
        async with client_of(app, token=made["token"]) as program:
            assert (await program.get("/api/tasks")).status_code == 200

    async def test_open_streams_learn_of_it(self, app: FastAPI, owner: Person) -> None:
        token_id = UUID((await make(owner, "read"))["id"])
        assert await ended_sessions(app.state.database, {token_id}) == set()
        await owner.client.delete(f"/api/tokens/{token_id}")
        assert await ended_sessions(app.state.database, {token_id}) == {token_id}


class TestMcp:
    async def listed_and_called(self, address: str, token: str) -> tuple[set[str], Any]:
        http = httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}, timeout=20)
        async with (
            http,
            streamable_http_client(f"{address}/api/mcp", http_client=http) as streams,  # type: ignore[arg-type]
            ClientSession(streams[0], streams[1]) as client,
        ):
            await client.initialize()
            names = {tool.name for tool in (await client.list_tools()).tools}
            return names, await client.call_tool("add_tasks", {"items": [{"text": "From outside"}]})

    async def test_a_reading_token_neither_sees_nor_calls_what_changes(self, app: FastAPI, owner: Person) -> None:
        made = await make(owner, "read")
        async with serving(app) as address:
            names, result = await self.listed_and_called(address, made["token"])
        assert names == {"find_tasks", "get_task", "overview", "activity", "search", "fetch"}
        assert result.is_error
        assert "may only read" in result.content[0].text
        assert await owner.titles() == []

    async def test_a_writing_token_does_both(self, app: FastAPI, owner: Person) -> None:
        made = await make(owner, "write")
        async with serving(app) as address:
            (names, result), (read, _) = await asyncio.gather(
                self.listed_and_called(address, made["token"]),
                self.listed_and_called(address, (await make(owner, "read"))["token"]),
            )
        assert len(names) == 13
        assert len(read) == 6
        assert not result.is_error
        assert await owner.titles() == ["From outside"]
