"""Lists the task manager's MCP tools, adds a task and finds it. Needs the package `mcp` and TODO_TOKEN."""

import asyncio
import os

import httpx2
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

MCP = os.environ.get("TODO_URL", "http://127.0.0.1:3000") + "/api/mcp"


async def main() -> None:
    headers = {"Authorization": f"Bearer {os.environ['TODO_TOKEN']}"}
    http = httpx2.AsyncClient(headers=headers)
    async with http, Client(streamable_http_client(MCP, http_client=http)) as client:
        print(*sorted(tool.name for tool in (await client.list_tools()).tools))
        await client.call_tool("add_tasks", {"items": [{"text": "Pay rent tomorrow at 5pm p1"}]})
        found = await client.call_tool("find_tasks", {"due": "tomorrow"})
        for task in (found.structured_content or {})["tasks"]:
            print(task["title"], task["due_at"], f"p{task['priority']}")


asyncio.run(main())
