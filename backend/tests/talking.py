"""What tests of the chat share: saying things, and reading the stream of events."""

import json
from typing import Any

from support import Person

Events = list[tuple[str, dict[str, Any]]]


def parse(stream: str) -> Events:
    """Server-sent events as (name, data)."""
    events = []
    for block in stream.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        events.append((fields["event"], json.loads(fields["data"])))
    return events


async def post(person: Person, **body: Any) -> Events:
    """The events that a body is answered with."""
    response = await person.client.post("/api/chat", json=body)
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"].startswith("text/event-stream")
    return parse(response.text)


async def say(person: Person, message: str, conversation: str | None = None) -> Events:
    """The events that a message is answered with, in a new conversation or in one that is there."""
    return await post(person, message=message, **({"conversation_id": conversation} if conversation else {}))


def text_of(events: Events) -> str:
    return "".join(data["delta"] for name, data in events if name == "text")


def cards_of(events: Events) -> list[dict[str, Any]]:
    return [data for name, data in events if name == "tool_card"]


def of(events: Events, name: str) -> list[dict[str, Any]]:
    """The data of all events of a name."""
    return [data for event, data in events if event == name]


async def decide(person: Person, conversation: str, approval: dict[str, Any], *, approve: bool = True) -> Events:
    """The events that a decision is answered with."""
    return await post(person, conversation_id=conversation, approval={"id": approval["id"], "approve": approve})


class Chat:
    """A conversation of a person; says on which it is about."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.id: str | None = None
        self.events: Events = []

    async def say(self, message: str) -> str:
        """What is answered, in words."""
        self.events = await say(self.person, message, self.id)
        self.id = self.events[0][1]["id"]
        assert self.events[-1][0] == "done", self.events[-1]
        return text_of(self.events)

    @property
    def approval(self) -> dict[str, Any]:
        """What the last answer asks for."""
        (asked,) = [data for data in of(self.events, "approval") if data["status"] == "pending"]
        return asked

    async def decide(self, *, approve: bool = True) -> str:
        """What a decision on it is answered with, in words."""
        assert self.id is not None
        self.events = await decide(self.person, self.id, self.approval, approve=approve)
        return text_of(self.events)

    async def approve(self) -> str:
        return await self.decide(approve=True)

    async def reject(self) -> str:
        return await self.decide(approve=False)
