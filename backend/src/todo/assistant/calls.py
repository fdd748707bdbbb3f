"""Calls of the tools in a turn: as the person, one after another, and none past a question to them."""

import asyncio
import json
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult

from todo.assistant.draft import Asked, Draft, compact
from todo.assistant.guard import examine
from todo.assistant.schemas import ToolCard
from todo.database import Database
from todo.mcp.desk import ACTOR, WITHIN
from todo.mcp.reasons import Why, listening
from todo.mcp.schemas import ToolOutput

WAITING = "Not done: the person is asked about an earlier call first."


class Caller:
    """Runs the calls of one turn and notes each in the draft."""

    def __init__(self, server: MCPServer, database: Database, draft: Draft) -> None:
        self._server, self._database, self._draft = server, database, draft
        # The SDK starts all calls of a step at once; the lock's queue keeps them one after another, in order.
        self._one_at_a_time = asyncio.Lock()
        self._why: Why | None = None  # the last call did nothing

    async def call(self, call_id: str, name: str, arguments: str) -> str:
        """Do what a model asks for; gives what it is told of it."""
        async with self._one_at_a_time:
            if self._draft.asked:
                return WAITING
            try:
                parsed = parse(arguments)
            except ValueError as error:
                refusal = _refusal(str(error))
                self._draft.record(call_id, name, {}, refusal)
                return _for_model(call_id, name, refusal)
            found = await self.examined(name, parsed)
            if isinstance(found, Asked):
                self._draft.ask(call_id, name, parsed, found)
                return WAITING
            output = found or await self._run(name, parsed)
            self._draft.record(call_id, name, parsed, output, self._why)
            return _for_model(call_id, name, output)

    async def approved(self, within: Database, call_id: str, name: str, arguments: dict[str, Any]) -> ToolCard:
        """Do what the person has approved, in a transaction: `within` is the database of it."""
        before = WITHIN.set(within)
        try:
            output = await self._run(name, arguments)
            return self._draft.record(call_id, name, arguments, output, self._why)
        finally:
            WITHIN.reset(before)

    async def examined(self, name: str, arguments: dict[str, Any]) -> Asked | ToolOutput | None:
        """What to ask before a call, as of `guard.examine`."""
        return await examine(self._run, self._database, self._draft.voice, name, arguments)

    async def _run(self, name: str, arguments: dict[str, Any]) -> ToolOutput:
        ACTOR.set(self._draft.actor)
        with listening() as noted:
            try:
                result = await self._server.call_tool(name, arguments)
            except (ToolError, ValueError) as error:
                return _refusal(str(error))
            finally:
                self._why = noted[-1] if noted else None
        if not isinstance(result, CallToolResult):
            return _refusal("The tool asked for more input.")
        return ToolOutput.model_validate(result.structured_content)


def _for_model(call_id: str, name: str, output: ToolOutput) -> str:
    """What a tool gave in its own words, which are English whoever is answered."""
    return compact(ToolCard(id=call_id, tool=name, **dict(output)))


def parse(arguments: str) -> dict[str, Any]:
    """Arguments as a model wrote them.

    Raises:
        ValueError: they are no JSON object.
    """
    parsed = json.loads(arguments or "{}")
    if not isinstance(parsed, dict):
        raise ValueError("The arguments must be a JSON object.")
    return parsed


def shown(arguments: str) -> dict[str, Any]:
    """Arguments as people see them, readable or not."""
    try:
        return parse(arguments)
    except ValueError:
        return {"unreadable": arguments[:200]}


def _refusal(detail: str) -> ToolOutput:
    return ToolOutput(ok=False, title="That did not work", detail=detail)
