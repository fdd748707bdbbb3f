"""Runs one turn with the OpenAI Agents SDK. The tools are the MCP server's own, called in process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from agents import (
    Agent,
    FunctionTool,
    ModelSettings,
    RunConfig,
    RunHooks,
    Runner,
    ToolsToFinalOutputResult,
    set_tracing_disabled,
)
from agents.tool_context import ToolContext
from mcp.server.mcpserver import MCPServer
from mcp_types import Tool

from todo.assistant import approved, briefing, failures
from todo.assistant.calls import Caller, shown
from todo.assistant.connection import has_model, known_mode
from todo.assistant.draft import Draft
from todo.assistant.grounding import Grounds
from todo.assistant.memory import Memory
from todo.assistant.models import Brain, connect
from todo.assistant.offline import OfflineModel
from todo.assistant.schemas import BUILT_IN, ChatEvent, TokenUsage
from todo.assistant.talk import Talk
from todo.assistant.turns import Meter, Names, Request, Surroundings
from todo.assistant.usage import service as usage
from todo.mcp.tools import FOR_CONNECTORS

# Of a model; what the built-in assistant does in one turn is bounded by what a sentence can hold.
MAX_STEPS, MAX_BUILT_IN_STEPS = 8, 40
# So much of a turn's time may a model take: the rest is left for the built-in assistant.
MODELS_SHARE = 0.8
GO_ON = (
    "The person has approved the call before, and it was done; they see what it gave. Go on with what is left of their "
    "last request. If nothing is left, say so in a few words."
)

# Always: with a key present the SDK would send traces home even when the model is elsewhere.
set_tracing_disabled(True)


@dataclass
class Run:
    """What the steps of a turn share."""

    surroundings: Surroundings
    request: Request
    names: Names
    draft: Draft
    caller: Caller
    give_way: Callable[[], None]

    def talk(self) -> Talk:
        """What the built-in assistant knows."""
        return Talk(self.names.projects, self.names.labels, self.draft)


class GivingWay(RunHooks[Caller]):
    """While a model elsewhere thinks, others may be answered."""

    def __init__(self, give_way: Callable[[], None]) -> None:
        self._give_way = give_way

    async def on_llm_start(self, *_: Any) -> None:
        self._give_way()


async def run_turn(
    surroundings: Surroundings,
    request: Request,
    names: Names,
    draft: Draft,
    give_way: Callable[[], None] = lambda: None,
) -> AsyncIterator[ChatEvent]:
    """Events of the answer; the draft holds at every moment what was done.

    Args:
        give_way: called when from now on a model elsewhere has the work.
    """
    caller = Caller(surroundings.tools, surroundings.database, draft)
    run = Run(surroundings, request, names, draft, caller, give_way)
    if request.settled is not None:
        answer = _decided(run)
    else:
        answer = _by_model(run) if has_model(surroundings.settings) else _built_in(run)
    async for event in answer:
        yield event
    if draft.asked is not None and not draft.text:
        yield ChatEvent(event="text", data={"delta": draft.voice.words.APPROVE_FIRST})


async def _decided(run: Run) -> AsyncIterator[ChatEvent]:
    """What follows a decision, and then the steps of the request that wait for it."""
    settled = run.request.settled
    assert settled is not None
    async for event in approved.answer(run.caller, run.talk(), settled, run.surroundings.database):
        yield event
    if run.draft.asked is not None or settled.view.status != "approved":
        return
    by_model = settled.model != BUILT_IN and has_model(run.surroundings.settings)
    async for event in _model_going_on(run) if by_model else _going_on(run, settled.memory):
        yield event


async def _model_going_on(run: Run) -> AsyncIterator[ChatEvent]:
    """The model sees what the approved call gave, and goes on with what is left of the request."""
    if await _budget_is_spent(run):
        return
    run.request.items.extend(run.draft.items)
    try:
        async for event in _asked(run, f"{briefing.brief(run.names, run.draft)}\n{GO_ON}"):
            yield event
    except failures.OF_A_MODEL as error:
        yield failures.notice(failures.kind_of(error), run.draft.voice.words)


async def _by_model(run: Run) -> AsyncIterator[ChatEvent]:
    """The model's answer; the built-in assistant's, after a notice, where it gives none."""
    if await _budget_is_spent(run):
        yield failures.notice("budget", run.draft.voice.words)
        async for event in _built_in(run):
            yield event
        return
    try:
        async for event in _asked(run, briefing.brief(run.names, run.draft)):
            yield event
        if not (run.draft.text or run.draft.cards or run.draft.asked):
            raise failures.NonsenseError("The answer is empty.")
        return
    except failures.OF_A_MODEL as error:
        yield failures.notice(failures.kind_of(error), run.draft.voice.words)
    async for event in _instead(run):
        yield event


async def _asked(run: Run, instructions: str) -> AsyncIterator[ChatEvent]:
    """Events of the model's steps, within its share of the turn's time; what they cost is noted however they end."""
    settings = run.surroundings.settings
    meter = Meter(run.surroundings, run.draft)
    try:
        async with asyncio.timeout(settings.chat_turn_seconds * MODELS_SHARE):
            if known_mode(settings) is None:
                run.give_way()
            brain = await connect(settings, Grounds.of(run.request.items, run.names, run.draft))
            run.draft.model = brain.name
            async for event in _stream(run, brain, instructions):
                yield event
    finally:
        await meter.stop()


async def _budget_is_spent(run: Run) -> bool:
    surroundings = run.surroundings
    return usage.is_spent(await usage.usage_today(surroundings.database, surroundings.settings, run.draft.actor))


async def _instead(run: Run) -> AsyncIterator[ChatEvent]:
    """What follows a model that broke off. What it has done is not done again."""
    if run.draft.changed or run.draft.asked:
        yield ChatEvent(event="text", data={"delta": f"\n\n{run.draft.voice.words.HALF_DONE}"})
        return
    run.draft.text.clear()
    async for event in _built_in(run):
        yield event


async def _built_in(run: Run) -> AsyncIterator[ChatEvent]:
    run.draft.model = BUILT_IN
    model = OfflineModel(run.talk(), run.request.said)
    async for event in _stream(run, Brain(BUILT_IN, model, MAX_BUILT_IN_STEPS), ""):
        yield event


async def _going_on(run: Run, memory: Memory) -> AsyncIterator[ChatEvent]:
    """The steps of the request that come after the one that was approved."""
    unfinished = memory.unfinished
    if unfinished is None or unfinished.candidates:
        return
    model = OfflineModel(run.talk(), unfinished.said, unfinished.step)
    if model.has_more:
        async for event in _stream(run, Brain(BUILT_IN, model, MAX_BUILT_IN_STEPS), ""):
            yield event


async def _stream(run: Run, brain: Brain, instructions: str) -> AsyncIterator[ChatEvent]:
    agent = Agent[Caller](
        name="todo",
        instructions=instructions,
        model=brain.model,
        tools=[_as_function_tool(tool) for tool in await _tools(run.surroundings.tools)],
        model_settings=ModelSettings(parallel_tool_calls=False, include_usage=True, store=False),
        tool_use_behavior=lambda _, __: ToolsToFinalOutputResult(run.draft.asked is not None, ""),
    )
    config = RunConfig(tracing_disabled=True, trace_include_sensitive_data=False)
    items: Any = run.request.items or [{"role": "user", "content": run.request.said}]
    result = Runner.run_streamed(
        agent,
        items,
        context=run.caller,
        max_turns=brain.max_steps,
        run_config=config,
        hooks=None if brain.name == BUILT_IN else GivingWay(run.give_way),
    )
    try:
        async for event in result.stream_events():
            converted = _convert(event, run.draft)
            if converted is not None:
                yield converted
    finally:
        spent = result.context_wrapper.usage
        run.draft.usage = TokenUsage(input_tokens=spent.input_tokens, output_tokens=spent.output_tokens)


async def _tools(server: MCPServer) -> list[Tool]:
    return [tool for tool in await server.list_tools() if tool.name not in FOR_CONNECTORS]


def _as_function_tool(tool: Tool) -> FunctionTool:
    async def invoke(context: ToolContext[Caller], arguments: str) -> str:
        return await context.context.call(context.tool_call_id, tool.name, arguments)

    return FunctionTool(
        name=tool.name,
        description=tool.description or "",
        params_json_schema=tool.input_schema,
        on_invoke_tool=invoke,
        strict_json_schema=False,
    )


def _convert(event: Any, draft: Draft) -> ChatEvent | None:
    if event.type == "raw_response_event" and event.data.type == "response.output_text.delta":
        return ChatEvent(event="text", data={"delta": event.data.delta})
    if event.type != "run_item_stream_event":
        return None
    item = event.item.raw_item
    if event.name == "tool_called":
        call = {"id": item.call_id, "name": item.name, "arguments": shown(item.arguments)}
        return ChatEvent(event="tool_call", data=call)
    return _outcome(item["call_id"], draft) if event.name == "tool_output" else None


def _outcome(call_id: str, draft: Draft) -> ChatEvent | None:
    """The card of a call that was made, or what is asked instead."""
    for card in draft.cards:
        if card.id == call_id:
            return ChatEvent(event="tool_card", data=card.model_dump(mode="json"))
    if draft.asked is None or draft.asked.told:
        return None
    draft.asked.told = True
    return ChatEvent(event="approval", data=draft.asked.view.model_dump(mode="json"))
