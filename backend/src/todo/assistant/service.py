"""What a person asks of the assistant: an answer, another try, a decision; and what they may know of it."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from uuid import UUID

from todo.actor import Actor
from todo.assistant import history
from todo.assistant.approvals import service as approvals
from todo.assistant.conversations import service as conversations
from todo.assistant.draft import Draft
from todo.assistant.memory import Memory
from todo.assistant.schemas import ChatEvent, ChatRequest, ConversationView
from todo.assistant.turns import Request, Surroundings, Turn
from todo.boundary import new_id
from todo.changes import service as changes
from todo.clock import utc_now
from todo.database import Row, Transaction
from todo.errors import ConflictError, NotFoundError
from todo.language.conversation import language_of, read_decision


async def start_turn(surroundings: Surroundings, actor: Actor, body: ChatRequest) -> AsyncIterator[ChatEvent]:
    """Keep what the person wants, then answer as a stream. The stream holds no connection and no transaction.

    Raises:
        NotFoundError: the person has no such conversation, or it has no such approval.
        ConflictError: the approval is decided already; the answer to try again is still being made or can't be undone.
    """
    actor = actor.through("assistant").within(new_id())
    if body.retry:
        assert body.conversation_id is not None
        await _take_back(surroundings, actor, body.conversation_id)
    async with surroundings.database.transaction() as transaction:
        conversation = await conversations.open_conversation(
            transaction, actor, body.conversation_id, body.message or ""
        )
        said = [] if body.message is None else [conversations.said_message(body.message)]
        request, memory = await _request(transaction, actor, conversation, body, said)
        draft = Draft(new_id(), actor, memory, language=language_of(request.said, actor.habits.language))
        await conversations.begin_answer(transaction, actor, conversation.id, draft.message_id, said)
    return Turn(surroundings, request, draft).events()


async def _request(
    transaction: Transaction, actor: Actor, conversation: ConversationView, body: ChatRequest, said: Sequence[Row]
) -> tuple[Request, Memory]:
    """What is to be answered, `said` being not kept yet, and what it may refer to."""
    if body.conversation_id is None:
        return Request(conversation, history.replayable(said), body.message or ""), Memory()
    settled = await _decision(transaction, actor, conversation.id, body)
    events = []
    if settled is None and body.message is not None:
        events = await approvals.reject_pending(transaction, actor, conversation.id)
    newest = conversations.REPLAYED_MESSAGES - len(said)
    rows = [*await conversations.messages_of(transaction, actor, conversation.id, newest=newest), *said]
    if body.retry:
        last = _last_said(rows)
        await conversations.forget_after(transaction, actor, conversation.id, last["id"])
        rows = [row for row in rows if row["id"] <= last["id"]]
    words = next((str(row["text"]) for row in reversed(rows) if row["role"] == "user"), "")
    memory = settled.memory if settled else _memory(rows)
    return Request(conversation, history.replayable(rows), words, settled, events), memory


async def _decision(
    transaction: Transaction, actor: Actor, conversation_id: UUID, body: ChatRequest
) -> approvals.Settled | None:
    """What is decided by a button, or by a bare yes or no while something waits for that."""
    if body.approval is not None:
        given = body.approval
        return await approvals.settle(transaction, actor, conversation_id, given.id, approve=given.approve)
    approve = None if body.message is None else read_decision(body.message)
    waiting = None if approve is None else await approvals.pending(transaction, actor, conversation_id)
    if approve is None or waiting is None:
        return None
    return await approvals.settle(transaction, actor, conversation_id, waiting, approve=approve)


async def _take_back(surroundings: Surroundings, actor: Actor, conversation_id: UUID) -> None:
    """Undo what the answers to the last thing said have changed: trying again must not do it twice."""
    database, seconds = surroundings.database, surroundings.settings.chat_turn_seconds
    rows = await conversations.messages_of(database, actor, conversation_id, newest=conversations.REPLAYED_MESSAGES)
    answers = [row for row in rows if row["id"] > _last_said(rows)["id"]]
    recent = utc_now() - timedelta(seconds=seconds + 5)
    if any(row["state"] == "running" and row["created_at"] > recent for row in answers):
        raise ConflictError("The answer is still being made. Stop it or wait for it, then try again.", slug="running")
    for row in reversed(answers):
        if row["change_group"] is not None and not row["undone"]:
            await changes.undo(database, actor, row["change_group"])


def _last_said(rows: Sequence[Row]) -> Row:
    last = next((row for row in reversed(rows) if row["role"] == "user"), None)
    if last is None:
        raise NotFoundError("Nothing was said in this conversation yet. Send a message.", slug="nothing-said")
    return last


def _memory(rows: Sequence[Row]) -> Memory:
    """What the newest answer remembers. One that broke off remembers as much as it had done."""
    kept = next((row["memory"] for row in reversed(rows) if row.get("memory")), None)
    return Memory.model_validate(kept or {})
