"""What a person may ask the assistant for. `reader.py` finds out which of these a sentence means."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Scope = Literal["today", "tomorrow", "overdue", "upcoming", "none"]


@dataclass(frozen=True, slots=True)
class AddTasks:
    """Each text is a line for quick add. Without any, something should be added but the sentence does not say what."""

    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FindTasks:
    """Tasks to show: by a named scope ("none" are those without a due date), or by inclusive days, or all.

    "What is due" means everything until today, so it has a `due_until` and no `due_from`. With `done`, scope and days
    are those of completion instead. `text` are words of the title.
    """

    scope: Scope | None = None
    due_from: date | None = None
    due_until: date | None = None
    text: str | None = None
    project_id: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class CompleteTasks:
    """One task to complete, by words of its title (`matching.match_title`)."""

    words: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last change back."""


@dataclass(frozen=True, slots=True)
class Help:
    """Say what the assistant can do."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """Small talk that wants a short answer and no action."""

    kind: Literal["hello", "thanks", "goodbye"] = "hello"


@dataclass(frozen=True, slots=True)
class Unknown:
    """Not understood for sure: do nothing. `text` is the sentence."""

    text: str


Command = AddTasks | FindTasks | CompleteTasks | Undo | Help | Greeting | Unknown
