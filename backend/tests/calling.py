"""Calling the tools in process, as the chat does."""

from typing import Any

from fastapi import FastAPI
from mcp.server.mcpserver import MCPServer
from support import Person
from todo.actor import Actor
from todo.boundary import new_id
from todo.mcp.desk import ACTOR

NAMES = (
    "add_tasks",
    "find_tasks",
    "get_task",
    "update_tasks",
    "reschedule_tasks",
    "complete_tasks",
    "delete_tasks",
    "organize",
    "overview",
    "activity",
    "undo",
    "search",
    "fetch",
)
READING = {"find_tasks", "get_task", "overview", "activity", "search", "fetch"}


class Calls:
    """One person's calls; failures raise `ToolError`."""

    def __init__(self, app: FastAPI, person: Person, actor: Actor | None = None) -> None:
        self.tools: MCPServer = app.state.tools
        self.person = person
        self.actor = actor or person.actor.through("mcp")

    async def __call__(self, tool: str, /, **arguments: Any) -> dict[str, Any]:
        """The structured answer of a tool."""
        ACTOR.set(self.actor)
        result = await self.tools.call_tool(tool, arguments)
        content: dict[str, Any] | None = result.structured_content  # type: ignore[union-attr]
        assert content is not None
        return content

    async def titles(self, tool: str = "find_tasks", /, **arguments: Any) -> list[str]:
        """Titles of the tasks in an answer."""
        return [task["title"] for task in (await self(tool, **arguments))["tasks"]]

    async def log(self) -> list[Any]:
        """The person's change log: what any change at all shows in."""
        groups: list[Any] = (await self.person.client.get("/api/changes", params={"limit": 100})).json()["items"]
        return groups


NOBODYS = str(new_id())
