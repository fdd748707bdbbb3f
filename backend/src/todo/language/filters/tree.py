"""What a filter says, as a tree. Days are resolved when it is read; their words are kept for printing."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Noun = Literal["project", "projects", "section", "label"]
Moments = Literal["due", "deadline", "created", "completed", "updated"]
Relation = Literal["before", "after", "on"]
FactName = Literal[
    "all",
    "overdue",
    "no date",
    "no time",
    "no deadline",
    "no labels",
    "no section",
    "recurring",
    "subtask",
    "done",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is so or not."""

    name: FactName


@dataclass(frozen=True, slots=True)
class Priority:
    """1 is the highest, 4 is none."""

    level: int


@dataclass(frozen=True, slots=True)
class Named:
    """In a project, a section or with a label of that name; "projects" are one and all below it.

    `pieces` are the literal parts of the name: anything may stand between two of them.
    """

    noun: Noun
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextDays:
    """Due on one of so many days, today being the first."""

    days: int


@dataclass(frozen=True, slots=True)
class Dated:
    """Due (or created, ...) before, after or on a day or moment; `said` are the words for it."""

    field: Moments
    relation: Relation
    said: str
    when: date | datetime


@dataclass(frozen=True, slots=True)
class Words:
    """With a word that begins like each of these in title, notes or labels."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever the item does not hold for."""

    item: "Filter"


@dataclass(frozen=True, slots=True)
class And:
    """All of the items hold; none of them is itself an `And`."""

    items: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of the items holds at least; none of them is itself an `Or`."""

    items: tuple["Filter", ...]


Filter = Fact | Priority | Named | NextDays | Dated | Words | Not | And | Or


def mentions_done(tree: Filter) -> bool:
    """Whether the filter says something about being done; of any other, only open tasks are meant."""
    match tree:
        case And(items) | Or(items):
            return any(mentions_done(item) for item in items)
        case Not(item):
            return mentions_done(item)
    return _is_about_done(tree)


def requires_done(tree: Filter) -> bool:
    """Whether only tasks that are done can meet it."""
    match tree:
        case And(items):
            return any(requires_done(item) for item in items)
        case Or(items):
            return all(requires_done(item) for item in items)
    return _is_about_done(tree)


def _is_about_done(tree: Filter) -> bool:
    return tree == Fact("done") or (isinstance(tree, Dated) and tree.field == "completed")
