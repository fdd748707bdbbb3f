"""Why a call did nothing, and why a task comes first: as data, so that a chat can say it in the person's language.

What the tools themselves say stays English: programs and models read it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Literal

Pool = Literal["open", "done", "trash"]
Noun = Literal["project", "section", "label"]
PressingKind = Literal[
    "overdue", "due-today", "past-deadline", "deadline-today", "deadline-ahead", "priority", "waiting", "free"
]


@dataclass(frozen=True, slots=True)
class NoSuchTask:
    """No task has the words; `near` when one has them but for a slip, which is offered."""

    words: str
    pool: Pool = "open"
    near: bool = False


@dataclass(frozen=True, slots=True)
class SeveralTasks:
    """Several tasks have the words."""


@dataclass(frozen=True, slots=True)
class NothingMatches:
    """A filter finds none."""

    matching: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A task that was named by its id is not there, or not the person's."""


@dataclass(frozen=True, slots=True)
class NoSuchName:
    """No project, section or label has that name; `known` are those that there are."""

    noun: Noun
    name: str
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeveralNamed:
    """Several have that name."""

    noun: Noun
    name: str


@dataclass(frozen=True, slots=True)
class NoDate:
    """The words are no date; with `day` they had to be one day."""

    said: str
    day: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """Anything else: the last part of the problem's type (empty when there is none), and what the tool says of it."""

    slug: str
    detail: str


Why = NoSuchTask | SeveralTasks | NothingMatches | Gone | NoSuchName | SeveralNamed | NoDate | Other

_noted: ContextVar[list[Why] | None] = ContextVar("noted", default=None)


def note(why: Why) -> None:
    """Tell whoever listens why the present call does nothing."""
    noted = _noted.get()
    if noted is not None:
        noted.append(why)


@contextmanager
def listening() -> Iterator[list[Why]]:
    """What is noted by calls within the block."""
    noted: list[Why] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


@dataclass(frozen=True, slots=True)
class Pressing:
    """One reason for which a task comes before others; `number` counts days, or is the priority."""

    kind: PressingKind
    number: int = 0
