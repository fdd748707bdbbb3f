"""The chat turn as a stream of events, kept at every step so that whatever breaks it off, what was done is known."""

import asyncio
import gc
import sys
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType
from typing import Any

import structlog
from mcp.server.mcpserver import MCPServer

from todo.assistant.approvals import service as approvals
from todo.assistant.conversations import service as conversations
from todo.assistant.draft import Draft
from todo.assistant.history import Item
from todo.assistant.line import Place, new_line
from todo.assistant.schemas import ChatEvent, ConversationView
from todo.assistant.usage import service as usage
from todo.config import Settings
from todo.database import Database
from todo.errors import ProblemError, problem
from todo.labels import service as labels
from todo.metrics import CHAT_TURNS
from todo.projects import service as projects
from todo.projects.schemas import ProjectView

AGENT = "todo.assistant.agent"
RUNNING: "set[Turn]" = set()  # the turns of this process that are under way
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a turn is made in."""

    database: Database
    settings: Settings
    tools: MCPServer
    line: asyncio.Semaphore = field(default_factory=new_line)


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be answered: the last of `items`, or a decision. `events` are told first."""

    conversation: ConversationView
    items: list[Item]
    said: str
    settled: approvals.Settled | None = None
    events: Sequence[ChatEvent] = field(default=())


@dataclass(frozen=True, slots=True)
class Names:
    """What the person calls their things."""

    projects: list[ProjectView]
    labels: list[str]


async def load_agent() -> ModuleType:
    """What answers. Imported late and beside the event loop: the Agents SDK costs 60 MB and three seconds."""
    if AGENT not in sys.modules:
        await asyncio.to_thread(import_module, AGENT)
        # What was just loaded stays: without this each full collection of garbage looks through it, for 50 ms.
        gc.collect()
        gc.freeze()
    return import_module(AGENT)


def stop_turns() -> None:
    """End what is still being answered here: each stream gets its last event, and what was said so far is kept."""
    for turn in list(RUNNING):
        turn.stop()


class Turn:
    """One answer. It runs as a task of its own, so that a client that leaves can't break off the keeping of it."""

    def __init__(self, surroundings: Surroundings, request: Request, draft: Draft) -> None:
        self._surroundings, self._request, self._draft = surroundings, request, draft
        self._database = surroundings.database
        self._queue: asyncio.Queue[ChatEvent | None] = asyncio.Queue()
        self._stopped = False
        self._limit = asyncio.timeout(surroundings.settings.chat_turn_seconds)

    def stop(self) -> None:
        """End the answer now, as if its time were over. Only for turns in `RUNNING`."""
        self._stopped = True
        self._limit.reschedule(asyncio.get_running_loop().time())

    async def events(self) -> AsyncIterator[ChatEvent]:
        conversation = self._request.conversation.model_dump(include={"id", "title"})
        yield ChatEvent(event="conversation", data=conversation)
        for earlier in self._request.events:
            yield earlier
        task = asyncio.create_task(self._run())
        try:
            while (event := await self._queue.get()) is not None:
                yield event
        finally:
            task.cancel()

    async def _run(self) -> None:
        outcome, end = "stopped", None
        try:
            async with self._limit:
                RUNNING.add(self)
                async with Place(self._surroundings.line) as place:
                    await self._answer(place)
            outcome = "done"
        except TimeoutError:
            outcome, end = self._out_of_time()
        except ProblemError as error:
            outcome, end = "error", error.problem()
        except Exception as error:
            log.error("chat_turn_failed", exc_info=error)
            outcome, end = "error", _internal()
        finally:
            RUNNING.discard(self)
            CHAT_TURNS.labels(outcome).inc()
            await self._finish(outcome, end)

    def _out_of_time(self) -> tuple[str, dict[str, Any]]:
        if self._stopped:
            return "stopped", problem(503, "shutting-down", "The server is restarting. Ask again in a moment.")
        return "timeout", problem(504, "turn-timeout", "The answer took too long. Ask again.")

    async def _answer(self, place: Place) -> None:
        actor = self._draft.actor
        names = Names(
            await projects.list_projects(self._database, actor),
            [label.name for label in await labels.list_labels(self._database, actor)],
        )
        agent = await load_agent()
        async for event in agent.run_turn(self._surroundings, self._request, names, self._draft, place.give_up):
            if event.event == "text":
                self._draft.text.append(event.data["delta"])
            elif event.event == "tool_card":
                await self._keep("running")
            elif event.event == "approval":
                await self._ask()
            self._queue.put_nowait(event)

    async def _ask(self) -> None:
        """Keep what waits for the person before they are told of it: whoever sees it can decide it."""
        if self._draft.asked is None:
            return
        await self._keep("running")
        conversation = self._request.conversation.id
        await approvals.ask(self._database, self._draft.actor, conversation, self._draft.message_id, self._draft.asked)

    async def _keep(self, state: str) -> None:
        await conversations.keep_answer(
            self._database, self._draft.actor, self._draft.message_id, self._draft.values(state)
        )

    async def _finish(self, outcome: str, end: dict[str, Any] | None) -> None:
        try:
            await self._keep({"done": "done", "error": "failed"}.get(outcome, "stopped"))
        except ProblemError as error:
            end = end or error.problem()
        except Exception as error:
            # Whatever happens here, the stream must get its last event: nobody else ends it.
            log.error("chat_turn_not_kept", exc_info=error)
            end = end or _internal()
        self._queue.put_nowait(ChatEvent(event="error", data=end) if end else self._done())
        self._queue.put_nowait(None)

    def _done(self) -> ChatEvent:
        draft = self._draft
        group = draft.change_group
        data = {
            "message_id": draft.message_id,
            "model": draft.model,
            "change_group": str(group) if group else None,
            "usage": draft.usage.model_dump(),
        }
        return ChatEvent(event="done", data=data)


@dataclass
class Meter:
    """Notes what a model cost in a turn, however the turn ends."""

    surroundings: Surroundings
    draft: Draft
    started: float = field(default_factory=time.monotonic)

    async def stop(self) -> None:
        """Add the cost to the person's day."""
        seconds = time.monotonic() - self.started
        await usage.spend(self.surroundings.database, self.draft.actor, self.draft.usage, seconds)


def _internal() -> dict[str, Any]:
    """What a person is told of a failure that nobody foresaw: nothing internal."""
    return problem(500, "internal", "Something went wrong here. Ask again.")
