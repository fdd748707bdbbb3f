"""Phrases found in a text: where each stands, what it says and what must hold around it. Longest match wins."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from todo.language.clock import Clock
from todo.language.vocabulary import PartOfDay


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, perhaps with a part of it ("tomorrow morning")."""

    date: date
    part: PartOfDay | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant of its own ("in 2 hours", "2026-12-01T09:00")."""

    at: datetime


@dataclass(frozen=True, slots=True)
class WallTime:
    """Minutes after the start of a day (midnight, 1440, ends it). `open`: said without am or pm, either is possible."""

    minutes: int
    open: bool = False


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day that the text leaves to be found ("in the morning")."""

    part: PartOfDay


Value = Day | Moment | WallTime | DayPart


class Surroundings(Enum):
    """What must hold around a phrase before it is believed."""

    ANY = "any"
    CLAUSE_END = "clause end"  # nothing follows but the text's end, another phrase or a word that cannot be counted
    TEXT_END = "text end"  # nothing follows but the text's end or another phrase


@dataclass(frozen=True, slots=True)
class Phrase:
    """`text[start:end]` says `value`. `linked`: it begins with a word such as "on" or "by" that ties it to the task."""

    start: int
    end: int
    value: Value
    surroundings: Surroundings = Surroundings.ANY
    linked: bool = False

    @property
    def is_time(self) -> bool:
        return isinstance(self.value, WallTime | DayPart)


@dataclass(frozen=True, slots=True)
class Rule:
    """`read` gives what a match says, or None when it says nothing possible ("31 feb", "25:99")."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Clock], Value | None]
    surroundings: Callable[[re.Match[str]], Surroundings] = lambda match: Surroundings.ANY


def find_phrases(text: str, rules: Iterable[Rule], clock: Clock) -> list[Phrase]:
    """The phrases of all rules, in order and apart. Of those that overlap the first counts, then the longest."""
    found = [phrase for rule in rules for match in rule.pattern.finditer(text) if (phrase := _read(rule, match, clock))]
    found.sort(key=lambda phrase: (phrase.start, -phrase.end))
    return _apart(found)


def _read(rule: Rule, match: re.Match[str], clock: Clock) -> Phrase | None:
    try:
        value = rule.read(match, clock)
    except (OverflowError, ValueError):  # the calendar ends at the year 9999
        return None
    if value is None:
        return None
    return Phrase(match.start(), match.end(), value, rule.surroundings(match), bool(match.groupdict().get("link")))


def _apart(phrases: Sequence[Phrase]) -> list[Phrase]:
    kept: list[Phrase] = []
    for phrase in phrases:
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return kept
