"""Both generations of the protocol, over HTTP as bytes: with and without a handshake, and no state between calls.

The official inspector and conformance suite run too where `MCP_SUITES` names a folder of Node packages that has them:
`npm install @modelcontextprotocol/inspector @modelcontextprotocol/conformance` makes one.
"""

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from calling import NAMES
from fastapi import FastAPI
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS, MODERN_PROTOCOL_VERSIONS
from starlette.types import ASGIApp, Receive, Scope, Send
from support import Person, make_settings, running, serving
from todo.main import create_app

ME = {"name": "test", "version": "1"}
SUITES = os.environ.get("MCP_SUITES")
WITH_SUITES = pytest.mark.skipif(SUITES is None or shutil.which("node") is None, reason="MCP_SUITES names no folder")
# Scenarios of the conformance suite that need no tools made for it, and nothing that we do not offer.
SCENARIOS = (
    "server-initialize",
    "ping",
    "tools-list",
    "tools-call-simple-text",
    "tools-call-error",
    "resources-list",
    "prompts-list",
    "dns-rebinding-protection",
)


@pytest_asyncio.fixture(scope="module")
async def address(app: FastAPI) -> AsyncIterator[str]:
    """Where a real server answers."""
    async with serving(app) as address:
        yield address


async def send(address: str, token: str, method: str, params: dict[str, Any], version: str | None) -> Any:
    """One request, each over a connection of its own; the body of the answer."""
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json, text/event-stream"}
    headers |= {"MCP-Protocol-Version": version} if version else {}
    if version in MODERN_PROTOCOL_VERSIONS:
        headers |= {"Mcp-Method": method} | ({"Mcp-Name": params["name"]} if "name" in params else {})
        meta = {"protocolVersion": version, "clientInfo": ME, "clientCapabilities": {}}
        params = params | {"_meta": {f"io.modelcontextprotocol/{name}": value for name, value in meta.items()}}
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    async with httpx.AsyncClient(timeout=20) as client:
        response = await client.post(f"{address}/api/mcp", json=body, headers=headers)
    assert response.status_code == 200, response.text
    answer = response.json()
    assert "error" not in answer, answer
    return answer["result"]


class TestGenerations:
    @pytest.mark.parametrize("version", HANDSHAKE_PROTOCOL_VERSIONS)
    async def test_with_a_handshake(self, address: str, owner: Person, version: str) -> None:
        params = {"protocolVersion": version, "capabilities": {}, "clientInfo": ME}
        started = await send(address, owner.token, "initialize", params, None)
        assert started["protocolVersion"] == version
        assert "tools" in started["capabilities"]
        assert started["instructions"]
        await self.work(address, owner, version)

    @pytest.mark.parametrize("version", MODERN_PROTOCOL_VERSIONS)
    async def test_without_one(self, address: str, owner: Person, version: str) -> None:
        found = await send(address, owner.token, "server/discover", {}, version)
        assert version in found["supportedVersions"]
        await self.work(address, owner, version)

    async def work(self, address: str, owner: Person, version: str) -> None:
        """List, add and find; nothing but the token connects the calls."""
        listed = await send(address, owner.token, "tools/list", {}, version)
        assert tuple(tool["name"] for tool in listed["tools"]) == NAMES
        item = {"items": [{"text": f"Since {version.replace('-', ' ')}"}]}
        added = await send(address, owner.token, "tools/call", {"name": "add_tasks", "arguments": item}, version)
        assert added["structuredContent"]["ok"]
        asked = {"name": "find_tasks", "arguments": {"text": "since"}}
        found = await send(address, owner.token, "tools/call", asked, version)
        assert len(found["structuredContent"]["tasks"]) == 1
        assert json.loads(found["content"][0]["text"])["title"] == "Found 1 task"

    async def test_calls_of_one_client_may_go_to_different_servers(
        self, address: str, database_url: str, owner: Person
    ) -> None:
        params = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": ME}
        await send(address, owner.token, "initialize", params, None)
        async with running(create_app(make_settings(database_url))) as another, serving(another) as elsewhere:
            call = {"name": "add_tasks", "arguments": {"items": [{"text": "Elsewhere"}]}}
            await send(elsewhere, owner.token, "tools/call", call, "2025-11-25")
            call = {"name": "find_tasks", "arguments": {"text": "elsewhere"}}
            found = await send(address, owner.token, "tools/call", call, "2025-11-25")
        assert len(found["structuredContent"]["tasks"]) == 1


def bearing(app: ASGIApp, token: str) -> ASGIApp:
    """The application as for somebody who always shows a token: the conformance suite has no place for one."""

    async def run(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = {**scope, "headers": [*scope["headers"], (b"authorization", f"Bearer {token}".encode())]}
        await app(scope, receive, send)

    return run


async def node(program: str, *arguments: str) -> tuple[int | None, str]:
    """Run one of the suites' programs: how it ended, and what it said."""
    path = Path(str(SUITES)) / "node_modules" / ".bin" / program
    process = await asyncio.create_subprocess_exec(
        "node", str(path), *arguments, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    said, _ = await asyncio.wait_for(process.communicate(), timeout=120)
    return process.returncode, said.decode()


@WITH_SUITES
class TestOfficialSuites:
    @pytest.mark.parametrize("scenario", SCENARIOS)
    async def test_conformance(self, app: FastAPI, owner: Person, scenario: str) -> None:
        async with serving(bearing(app, owner.token)) as address:  # type: ignore[arg-type]
            code, said = await node("conformance", "server", "--url", f"{address}/api/mcp", "--scenario", scenario)
        assert code == 0, said

    async def test_inspector(self, address: str, owner: Person) -> None:
        common = [f"{address}/api/mcp", "--transport", "http", "--stored-auth-only", "--connect-timeout", "60000"]
        common = ["--cli", *common, "--header", f"Authorization: Bearer {owner.token}", "--method"]
        code, said = await node("mcp-inspector", *common, "tools/list")
        assert code == 0, said
        assert [tool["name"] for tool in json.loads(said)["tools"]] == list(NAMES)
        add = ["tools/call", "--tool-name", "add_tasks", "--tool-arg", 'items=[{"text": "Inspected p1"}]']
        code, said = await node("mcp-inspector", *common, *add)
        assert code == 0, said
        assert await owner.titles() == ["Inspected"]
