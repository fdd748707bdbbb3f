"""Conversations, and the chat turn as a stream of events that is kept whatever breaks it off."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from importlib import import_module
from types import ModuleType
from typing import Any
from uuid import UUID

import structlog
from mcp.server.mcpserver import MCPServer

from todo.actor import Actor
from todo.assistant import repository
from todo.assistant.schemas import (
    ChatEvent,
    ChatRequest,
    ConversationPage,
    ConversationView,
    MessageList,
    MessageView,
)
from todo.boundary import new_id
from todo.config import Settings
from todo.database import Database
from todo.errors import NotFoundError, ProblemError, problem
from todo.metrics import CHAT_TURNS
from todo.paging import decode_cursor, encode_cursor, invalid_cursor
from todo.projects import service as projects

RUNNING: "set[_Turn]" = set()  # the turns of this process that are under way
REPLAYED_MESSAGES, SHOWN_MESSAGES, TITLE_LENGTH = 20, 200, 60
log = structlog.get_logger(__name__)


async def list_conversations(database: Database, actor: Actor, *, cursor: str | None, limit: int) -> ConversationPage:
    """A page of the person's conversations."""
    rows = await repository.list_conversations(database, actor, before=_position(cursor), limit=limit + 1)
    page = [ConversationView.model_validate(row) for row in rows[:limit]]
    more = len(rows) > limit
    following = encode_cursor(page[-1].updated_at.isoformat(), str(page[-1].id)) if more else None
    return ConversationPage(items=page, next_cursor=following)


async def list_messages(database: Database, actor: Actor, conversation_id: UUID) -> MessageList:
    """The newest messages of a conversation, oldest first.

    Raises:
        NotFoundError: the person has no such conversation.
    """
    rows = await repository.list_messages(database, actor, conversation_id, newest=SHOWN_MESSAGES)
    if rows is None:
        raise _not_found()
    return MessageList(items=[MessageView.model_validate(row) for row in rows])


async def delete_conversation(database: Database, actor: Actor, conversation_id: UUID) -> None:
    """Delete it with its messages.

    Raises:
        NotFoundError: the person has no such conversation.
    """
    if not await repository.delete_conversation(database, actor, conversation_id):
        raise _not_found()


async def start_turn(
    database: Database, settings: Settings, tools: MCPServer, actor: Actor, body: ChatRequest
) -> AsyncIterator[ChatEvent]:
    """Keep what the person said, then answer as a stream. The stream holds no connection and no transaction.

    Raises:
        NotFoundError: the person has no such conversation.
    """
    async with database.transaction() as transaction:
        if body.conversation_id is None:
            title = " ".join(body.message.split())[:TITLE_LENGTH]
            row = await repository.create_conversation(transaction, actor, new_id(), title)
        else:
            row = await repository.touch_conversation(transaction, actor, body.conversation_id)
        if row is None:
            raise _not_found()
        said = _message("user", body.message, items=[{"role": "user", "content": body.message}])
        await repository.add_message(transaction, actor, row["id"], said)
        history = await repository.list_messages(transaction, actor, row["id"], newest=REPLAYED_MESSAGES)
    items = [item for message in history or [] for item in message["items"]]
    turn = _Turn(database, settings, tools, actor.through("assistant"), ConversationView.model_validate(row), items)
    return turn.events()


async def load_agent() -> ModuleType:
    """What answers. Imported late and beside the event loop: the Agents SDK costs 60 MB and three seconds."""
    return await asyncio.to_thread(import_module, "todo.assistant.agent")


def stop_turns() -> None:
    """End what is still being answered here: each stream gets its last event, and what was said so far is kept."""
    for turn in list(RUNNING):
        turn.stop()


class _Turn:
    """One answer. It runs as a task of its own, so that a client that leaves can't break off the keeping of it."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        tools: MCPServer,
        actor: Actor,
        conversation: ConversationView,
        items: list[dict[str, Any]],
    ) -> None:
        self._database, self._settings, self._tools, self._actor = database, settings, tools, actor
        self._conversation = conversation
        self._input = items
        self._queue: asyncio.Queue[ChatEvent | None] = asyncio.Queue()
        self._text: list[str] = []
        self._cards: list[dict[str, Any]] = []
        self._items: list[dict[str, Any]] | None = None
        self._stopped = False
        self._limit = asyncio.timeout(settings.chat_turn_seconds)

    def stop(self) -> None:
        """End the answer now, as if its time were over. Only for turns in `RUNNING`."""
        self._stopped = True
        self._limit.reschedule(asyncio.get_running_loop().time())

    async def events(self) -> AsyncIterator[ChatEvent]:
        yield ChatEvent(event="conversation", data=self._conversation.model_dump(include={"id", "title"}))
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
                await self._answer()
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
            await self._finish(end)

    def _out_of_time(self) -> tuple[str, dict[str, Any]]:
        if self._stopped:
            return "stopped", problem(503, "shutting-down", "The server is restarting. Ask again in a moment.")
        return "timeout", problem(504, "turn-timeout", "The answer took too long. Ask again.")

    async def _answer(self) -> None:
        names = await projects.list_projects(self._database, self._actor)
        agent = await load_agent()
        async for event in agent.run_agent(self._tools, self._actor, names, self._input):
            if isinstance(event, list):
                self._items = event
                continue
            if event.event == "text":
                self._text.append(event.data["delta"])
            elif event.event == "tool_card":
                self._cards.append(event.data)
            self._queue.put_nowait(event)

    async def _finish(self, end: dict[str, Any] | None) -> None:
        text = "".join(self._text)
        items = self._items if self._items is not None else [{"role": "assistant", "content": text or "(stopped)"}]
        message = _message("assistant", text, cards=self._cards, items=items)
        try:
            await repository.add_message(self._database, self._actor, self._conversation.id, message)
        except ProblemError as error:
            end = end or error.problem()
        except Exception as error:
            # Whatever happens here, the stream must get its last event: nobody else ends it.
            log.error("chat_turn_not_kept", exc_info=error)
            end = end or _internal()
        last = (
            ChatEvent(event="error", data=end) if end else ChatEvent(event="done", data={"message_id": message["id"]})
        )
        self._queue.put_nowait(last)
        self._queue.put_nowait(None)


def _internal() -> dict[str, Any]:
    """What a person is told of a failure that nobody foresaw: nothing internal."""
    return problem(500, "internal", "Something went wrong here. Ask again.")


def _message(role: str, text: str, *, items: list[dict[str, Any]], cards: list[dict[str, Any]] | None = None) -> Any:
    return {"id": new_id(), "role": role, "text": text, "cards": cards or [], "items": items}


def _position(cursor: str | None) -> tuple[datetime, UUID] | None:
    if cursor is None:
        return None
    moment, conversation_id = decode_cursor(cursor, 2)
    try:
        return datetime.fromisoformat(moment), UUID(conversation_id)
    except ValueError:
        raise invalid_cursor() from None


def _not_found() -> NotFoundError:
    return NotFoundError("There is no such conversation of yours.")
