"""Runs one turn with the OpenAI Agents SDK. The tools are the MCP server's own, called in process."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from agents import Agent, FunctionTool, ModelSettings, RunConfig, Runner, set_tracing_disabled
from agents.tool_context import ToolContext
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, Tool

from todo.actor import Actor
from todo.assistant.offline import OfflineModel
from todo.assistant.schemas import ChatEvent, ToolCard
from todo.mcp.schemas import ToolOutput
from todo.mcp.tools import ACTOR, FOR_CONNECTORS, INSTRUCTIONS
from todo.projects.schemas import ProjectView

MAX_STEPS = 8

# Always: with a key present the SDK would send traces home even when the model is elsewhere.
set_tracing_disabled(True)


@dataclass
class TurnContext:
    """State of one turn: who asks, and what each tool call did."""

    actor: Actor
    cards: dict[str, ToolCard] = field(default_factory=dict)
    # The SDK starts all calls of a step at once; the lock's queue keeps them one after another, in order.
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)


async def run_agent(
    tools: MCPServer, actor: Actor, projects: Sequence[ProjectView], items: list[dict[str, Any]]
) -> AsyncIterator[ChatEvent | list[dict[str, Any]]]:
    """Events of the answer to the last of `items`, then the items that the turn added to the history."""
    context = TurnContext(actor)
    agent = Agent[TurnContext](
        name="todo",
        instructions=INSTRUCTIONS,
        model=OfflineModel(actor, projects),
        tools=[_as_function_tool(tools, tool) for tool in await tools.list_tools() if tool.name not in FOR_CONNECTORS],
        model_settings=ModelSettings(parallel_tool_calls=False),
    )
    config = RunConfig(tracing_disabled=True, trace_include_sensitive_data=False)
    run = Runner.run_streamed(agent, items, context=context, max_turns=MAX_STEPS, run_config=config)  # type: ignore[arg-type]
    async for event in run.stream_events():
        converted = _convert(event, context)
        if converted is not None:
            yield converted
    yield [dict(item) for item in run.to_input_list()[len(items) :]]


def _as_function_tool(server: MCPServer, tool: Tool) -> FunctionTool:
    async def invoke(context: ToolContext[TurnContext], arguments: str) -> str:
        turn = context.context
        async with turn.one_at_a_time:
            output = await _call(server, turn.actor, tool.name, arguments)
        turn.cards[context.tool_call_id] = ToolCard(id=context.tool_call_id, tool=tool.name, **dict(output))
        return output.model_dump_json()

    return FunctionTool(
        name=tool.name,
        description=tool.description or "",
        params_json_schema=tool.input_schema,
        on_invoke_tool=invoke,
        strict_json_schema=False,
    )


async def _call(server: MCPServer, actor: Actor, name: str, arguments: str) -> ToolOutput:
    ACTOR.set(actor)
    try:
        result = await server.call_tool(name, _parse(arguments))
    except (ToolError, ValueError) as error:
        return ToolOutput(ok=False, title="That did not work", detail=str(error))
    if not isinstance(result, CallToolResult):
        return ToolOutput(ok=False, title="That did not work", detail="The tool asked for more input.")
    return ToolOutput.model_validate(result.structured_content)


def _parse(arguments: str) -> dict[str, Any]:
    """Arguments as a model wrote them.

    Raises:
        ValueError: they are no JSON object.
    """
    parsed = json.loads(arguments or "{}")
    if not isinstance(parsed, dict):
        raise ValueError("The arguments must be a JSON object.")
    return parsed


def _shown(arguments: str) -> dict[str, Any]:
    try:
        return _parse(arguments)
    except ValueError:
        return {"unreadable": arguments[:200]}


def _convert(event: Any, context: TurnContext) -> ChatEvent | None:
    if event.type == "raw_response_event" and event.data.type == "response.output_text.delta":
        return ChatEvent(event="text", data={"delta": event.data.delta})
    if event.type != "run_item_stream_event":
        return None
    item = event.item.raw_item
    if event.name == "tool_called":
        call = {"id": item.call_id, "name": item.name, "arguments": _shown(item.arguments)}
        return ChatEvent(event="tool_call", data=call)
    if event.name == "tool_output":
        card = context.cards[item["call_id"]]
        return ChatEvent(event="tool_card", data=card.model_dump(mode="json"))
    return None
