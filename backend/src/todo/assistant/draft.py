"""An answer while it is made: what is kept of it at every step, and what it may refer to."""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from todo.actor import Actor
from todo.assistant import history
from todo.assistant.memory import Memory, names_of
from todo.assistant.schemas import BUILT_IN, ApprovalView, TokenUsage, ToolCard
from todo.assistant.wording import outcomes
from todo.assistant.wording.catalogue import words_of
from todo.assistant.wording.voice import Voice
from todo.boundary import new_id
from todo.mcp.reasons import Why
from todo.mcp.schemas import ToolOutput

# Of a task: a model names projects and labels, never their ids, and the rest is for programs. Each costs tokens.
_UNTOLD = {
    "project_id",
    "section_id",
    "label_ids",
    "position",
    "url",
    "version",
    "time_zone",
    "completion_count",
    "created_at",
    "updated_at",
}


@dataclass
class Asked:
    """A call that waits for approval: `arguments` name the exact tasks, `versions` say how they were, by id."""

    view: ApprovalView
    arguments: dict[str, Any]
    versions: dict[str, int]
    told: bool = False


@dataclass
class Draft:
    """The state of one turn. `actor` writes all of it into one group of changes; `language` is that of the answer, the
    person's own when it is empty.
    """

    message_id: UUID
    actor: Actor
    memory: Memory
    text: list[str] = field(default_factory=list)
    cards: list[ToolCard] = field(default_factory=list)
    items: list[history.Item] = field(default_factory=list)
    model: str = BUILT_IN
    usage: TokenUsage = field(default_factory=TokenUsage)
    asked: Asked | None = None
    language: str = ""

    @property
    def voice(self) -> Voice:
        """Who is answered, and in which words."""
        return Voice(words_of(self.language or self.actor.habits.language), self.actor)

    def record(
        self, call_id: str, name: str, arguments: dict[str, Any], output: ToolOutput, why: Why | None = None
    ) -> ToolCard:
        """Note what a tool did: for a model as the tool says it, on the card as the person does.

        Args:
            why: why it did nothing, where that is known.
        """
        told = outcomes.told(name, arguments, output, why, self.voice)
        card = ToolCard(id=call_id, tool=name, **dict(told))
        self.cards.append(card)
        self._note(call_id, name, arguments, compact(output))
        self.memory = self.memory.noting(name, output)
        if name == "undo" and output.ok:
            # What comes after an undo must not join a group that may be undone already.
            self.actor = self.actor.within(new_id())
        return card

    def ask(self, call_id: str, name: str, arguments: dict[str, Any], asked: Asked) -> None:
        """Note that a call waits for the person."""
        self.asked = asked
        self._note(call_id, name, arguments, "Not done: the person is asked first.")

    def _note(self, call_id: str, name: str, arguments: dict[str, Any], output: str) -> None:
        self.items += history.tool_exchange(call_id, name, json.dumps(arguments), output)

    @property
    def change_group(self) -> UUID | None:
        """What undoes the answer: its own group if it wrote to that, else the last one that a tool named."""
        groups = [card.change_group for card in self.cards if card.change_group]
        return self.actor.group_id if self.actor.group_id in groups else groups[-1] if groups else None

    @property
    def changed(self) -> bool:
        """Whether a tool has changed anything."""
        return self.change_group is not None

    def _memory_after(self) -> Memory:
        """What the next turn may refer to."""
        touched = [task for card in self.cards if card.ok and card.change_group for task in card.tasks]
        return self.memory.model_copy(update={"change_group": self.change_group, "changed": names_of(touched)})

    def values(self, state: str) -> dict[str, Any]:
        """What is kept of it. While it is made, the group that it may write to counts as written to."""
        text = "".join(self.text)
        closing = [] if state == "running" else [history.answered(text or history.BROKEN_OFF)]
        return {
            "text": text,
            "cards": [card.model_dump(mode="json") for card in self.cards],
            "items": [*self.items, *closing],
            "state": state,
            "model": self.model,
            "change_group": self.change_group or self.actor.group_id,
            "usage": self.usage.model_dump(),
            "memory": self._memory_after().model_dump(mode="json"),
        }


def compact(output: ToolOutput) -> str:
    """A tool's answer as a model reads it: without what is empty, and without what it has no use for."""
    told = output.model_dump(
        mode="json", exclude_none=True, exclude_defaults=True, exclude={"tasks": {"__all__": _UNTOLD}}
    )
    if "tasks" in told:
        told["tasks"] = [{key: value for key, value in task.items() if value != ""} for task in told["tasks"]]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
