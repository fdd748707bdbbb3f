"""What follows a decision of the person: exactly what was listed is done, or nothing."""

from collections.abc import AsyncIterator

from todo.assistant.approvals import service as approvals
from todo.assistant.approvals.service import Settled
from todo.assistant.calls import Caller
from todo.assistant.draft import Asked
from todo.assistant.schemas import ChatEvent, ToolCard
from todo.assistant.talk import Talk
from todo.assistant.wording import outcomes
from todo.boundary import new_id
from todo.database import Database


async def answer(caller: Caller, talk: Talk, settled: Settled, database: Database) -> AsyncIterator[ChatEvent]:
    """Events of the answer to a decision."""
    yield approvals.event_of(settled.view)
    if settled.view.status != "approved":
        words = talk.voice.words
        yield _text(words.REJECTED if settled.view.status == "rejected" else words.EXPIRED)
        return
    call_id = f"call_{new_id().hex}"
    card = await _done(caller, talk, settled, database, call_id)
    if card is None:
        async for event in _ask_anew(caller, talk, settled):
            yield event
        return
    name, arguments = settled.view.tool, settled.arguments
    yield ChatEvent(event="tool_call", data={"id": call_id, "name": name, "arguments": arguments})
    yield ChatEvent(event="tool_card", data=card.model_dump(mode="json"))
    yield _text(outcomes.of_tool(name, arguments, card, talk.voice) + "\n")


async def _done(caller: Caller, talk: Talk, settled: Settled, database: Database, call_id: str) -> ToolCard | None:
    """What the call gave; None when its tasks changed since they were listed. Looking and doing are one transaction."""
    async with database.transaction() as transaction:
        if not await approvals.unchanged(transaction, talk.actor, settled):
            return None
        return await caller.approved(transaction.as_database(), call_id, settled.view.tool, settled.arguments)


async def _ask_anew(caller: Caller, talk: Talk, settled: Settled) -> AsyncIterator[ChatEvent]:
    found = await caller.examined(settled.view.tool, settled.arguments)
    if not isinstance(found, Asked):
        yield _text(talk.voice.words.ASK_ANEW)
        return
    yield _text(talk.voice.words.CHANGED_SINCE)
    talk.draft.asked = found
    found.told = True
    yield ChatEvent(event="approval", data=found.view.model_dump(mode="json"))


def _text(delta: str) -> ChatEvent:
    return ChatEvent(event="text", data={"delta": delta})
