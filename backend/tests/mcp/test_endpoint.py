"""`/api/mcp` as the MCP SDK's own client sees it, over HTTP against a real server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import pytest_asyncio
from calling import NAMES, READING
from fastapi import FastAPI
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError
from support import Person, assert_problem, serving


@pytest_asyncio.fixture(scope="module")
async def address(app: FastAPI) -> AsyncIterator[str]:
    """Where a real server answers."""
    async with serving(app) as address:
        yield address


@asynccontextmanager
async def session(address: str, token: str | None, statuses: list[int] | None = None) -> AsyncIterator[ClientSession]:
    """An initialised MCP session with a bearer token; notes the status of every HTTP answer in `statuses`."""

    async def note(response: httpx.Response) -> None:
        if statuses is not None:
            statuses.append(response.status_code)

    headers = {"Authorization": f"Bearer {token}"} if token else {}
    http = httpx.AsyncClient(headers=headers, timeout=20, event_hooks={"response": [note]})
    async with (
        http,
        streamable_http_client(f"{address}/api/mcp", http_client=http) as streams,  # type: ignore[arg-type]
        ClientSession(streams[0], streams[1]) as client,
    ):
        await client.initialize()
        yield client


async def call(client: ClientSession, name: str, **arguments: Any) -> dict[str, Any]:
    """The structured answer of a tool that worked."""
    result = await client.call_tool(name, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    found: dict[str, Any] = result.structured_content
    return found


async def error_of(client: ClientSession, name: str, **arguments: Any) -> str:
    """What a tool that failed says."""
    result = await client.call_tool(name, arguments)
    assert result.is_error
    return str(result.content[0].text)  # type: ignore[union-attr]


class TestAdmission:
    async def test_without_a_token_401(self, address: str) -> None:
        async with httpx.AsyncClient() as client:
            response = await client.post(f"{address}/api/mcp", json={"jsonrpc": "2.0", "id": 1, "method": "ping"})
        assert_problem(response, 401, "unauthenticated")
        assert response.headers["WWW-Authenticate"].startswith("Bearer")

    async def test_forged_token_and_cookie_401(self, address: str, owner: Person) -> None:
        async with httpx.AsyncClient() as client:
            body = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
            forged = await client.post(f"{address}/api/mcp", json=body, headers={"Authorization": "Bearer x.y.z"})
            assert_problem(forged, 401, "session-ended")
            cookie = await client.post(
                f"{address}/api/mcp", json=body, headers={"Cookie": f"todo_session={owner.token}"}
            )
            assert_problem(cookie, 401, "unauthenticated")

    @pytest.mark.parametrize("token", [None, "forged"])
    async def test_sdk_client_without_a_good_token_gets_401(self, address: str, token: str | None) -> None:
        statuses: list[int] = []
        with pytest.raises(ExceptionGroup):
            async with session(address, token, statuses):
                pytest.fail("the session must not open")
        assert set(statuses) == {401}

    async def test_revoked_token_is_refused_on_the_next_call(self, address: str, owner: Person) -> None:
        statuses: list[int] = []
        async with session(address, owner.token, statuses) as client:
            assert (await call(client, "find_tasks"))["tasks"] == []
            await owner.client.post("/api/auth/logout")
            with pytest.raises(MCPError):
                await call(client, "find_tasks")
        assert statuses[-1] == 401

    async def test_foreign_host_header_is_refused(self, address: str, owner: Person) -> None:
        async with httpx.AsyncClient() as client:
            headers = {"Authorization": f"Bearer {owner.token}", "Host": "evil.example"}
            response = await client.post(f"{address}/api/mcp", json={}, headers=headers)
        assert response.status_code == 421


class TestTools:
    async def test_listed_with_schemas_and_annotations_in_a_stable_order(self, address: str, owner: Person) -> None:
        async with session(address, owner.token) as client:
            first, second = (await client.list_tools()).tools, (await client.list_tools()).tools
        assert first == second
        assert tuple(tool.name for tool in first) == NAMES
        for tool in first:
            assert tool.title
            assert tool.description
            assert tool.annotations
            assert tool.output_schema
            assert tool.annotations.read_only_hint is (tool.name in READING)
            answer = {"search": {"results"}, "fetch": {"id", "title", "text", "url", "metadata"}}
            usual = {"ok", "title", "detail", "tasks", "change_group", "more"}
            assert tool.output_schema["properties"].keys() == answer.get(tool.name, usual)

    async def test_add_find_complete_undo(self, address: str, owner: Person) -> None:
        home = await owner.project("Home")
        async with session(address, owner.token) as client:
            items = [{"text": "Pay rent tomorrow at 5pm p1"}, {"text": "Water plants #Home", "notes": "all of them"}]
            added = await call(client, "add_tasks", items=items)
            assert added["title"] == "Added 2 tasks"
            rent, plants = added["tasks"]
            assert (rent["title"], rent["priority"]) == ("Pay rent", 1)
            assert (plants["title"], plants["project_id"], plants["notes"]) == (
                "Water plants",
                home["id"],
                "all of them",
            )
            found = await call(client, "find_tasks", due="tomorrow")
            assert [task["id"] for task in found["tasks"]] == [rent["id"]]
            done = await call(client, "complete_tasks", ids=[rent["id"], plants["id"]])
            assert done["title"] == "Completed 2 tasks"
            assert await owner.titles() == []
            await call(client, "undo", change_group=done["change_group"])
            assert sorted(await owner.titles()) == ["Pay rent", "Water plants"]
            await call(client, "undo", change_group=added["change_group"])
            assert await owner.titles() == []

    async def test_changes_are_logged_as_made_through_mcp(self, address: str, owner: Person) -> None:
        async with session(address, owner.token) as client:
            await call(client, "add_tasks", items=[{"text": "From outside"}])
        group = (await owner.client.get("/api/changes")).json()["items"][0]
        assert (group["via"], group["summary"]) == ("mcp", "Add task: From outside")

    async def test_complete_by_words_and_ask_when_several_match(self, address: str, owner: Person) -> None:
        for title in ("Call mum", "Call dad", "Buy milk"):
            await owner.add(title)
        async with session(address, owner.token) as client:
            several = await call(client, "complete_tasks", words="call")
            assert (several["ok"], several["title"]) == (False, "2 tasks match")
            assert [task["title"] for task in several["tasks"]] == ["Call mum", "Call dad"]
            none = await call(client, "complete_tasks", words="bread")
            assert (none["ok"], none["title"]) == (False, "No such task")
            assert len(await owner.titles()) == 3
            one = await call(client, "complete_tasks", words="call mum")
            assert one["ok"]
        assert sorted(await owner.titles()) == ["Buy milk", "Call dad"]

    async def test_completed_tasks_are_found_by_the_day_of_completion(self, address: str, owner: Person) -> None:
        task = await owner.add("Old and due long ago", due_date="2020-01-01")
        await owner.client.post(f"/api/tasks/{task['id']}/complete")
        async with session(address, owner.token) as client:
            assert len((await call(client, "find_tasks", done=True, due="today"))["tasks"]) == 1
            assert (await call(client, "find_tasks", done=True, due_until="2020-01-02"))["tasks"] == []
            assert "days of completion" in await error_of(client, "find_tasks", done=True, due="tomorrow")

    async def test_undo_with_nothing_to_undo_says_so(self, address: str, owner: Person) -> None:
        async with session(address, owner.token) as client:
            answer = await call(client, "undo")
        assert (answer["ok"], answer["detail"]) == (False, "There is nothing to undo.")

    async def test_stranger_reaches_nothing(self, address: str, owner: Person, stranger: Person) -> None:
        response = await owner.client.post("/api/tasks", json={"title": "Secret"})
        task, group = response.json(), response.headers["Change-Group"]
        async with session(address, stranger.token) as client:
            assert (await call(client, "find_tasks", text="secret"))["tasks"] == []
            assert "no such task" in await error_of(client, "complete_tasks", ids=[task["id"]])
            assert (await call(client, "complete_tasks", words="secret"))["ok"] is False
            assert (await call(client, "undo", change_group=group))["ok"] is False
        assert await owner.task(task["id"]) == task

    @pytest.mark.parametrize(
        ("tool", "arguments"),
        [
            ("add_tasks", {"items": []}),
            ("add_tasks", {"items": [{"text": ""}]}),
            ("add_tasks", {"items": [{"text": "  "}]}),
            ("add_tasks", {"items": [{"text": "x\x00y"}]}),
            ("add_tasks", {"items": [{"text": "x"}] * 101}),
            ("add_tasks", {"items": [{"text": "x" * 1001}]}),
            ("add_tasks", {"items": "x"}),
            ("find_tasks", {"due": "someday"}),
            ("find_tasks", {"due": "today", "due_from": "2026-01-01"}),
            ("find_tasks", {"due_from": "9999-12-31"}),
            ("find_tasks", {"limit": 0}),
            ("find_tasks", {"text": "\x00"}),
            ("complete_tasks", {}),
            ("complete_tasks", {"ids": ["x"]}),
            ("undo", {"change_group": "x"}),
        ],
    )
    async def test_bad_arguments_are_an_error_that_tells_nothing_internal(
        self, address: str, owner: Person, tool: str, arguments: dict[str, Any]
    ) -> None:
        async with session(address, owner.token) as client:
            message = await error_of(client, tool, **arguments)
        assert message
        assert "asyncpg" not in message
        assert await owner.titles() == []
