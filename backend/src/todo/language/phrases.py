"""Phrases found in a text: where each stands, what it says and what must hold around it. Longest match wins."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from todo.language.clock import Clock
from todo.language.grammar import Language
from todo.language.lexicon import ORDINARY_SIGN, Tokens
from todo.language.templates import Found, Template
from todo.language.text import LEFT, RIGHT
from todo.language.vocabulary import PartOfDay


# Neither a context nor a phrase is ever changed. To make a frozen one takes three times as long, on each line.
@dataclass(slots=True)
class Context:
    """What a phrase is read against: the person's clock, language and order of day and month."""

    clock: Clock
    words: Language
    day_first: bool

    @classmethod
    def of(cls, clock: Clock, words: Language, day_first: bool | None = None) -> "Context":
        """`day_first` is the person's setting; None stands for the language's habit."""
        return cls(clock, words, words.day_first if day_first is None else day_first)


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, perhaps with a part of it ("tomorrow morning"), or the first of several until `last`."""

    date: dt.date
    part: PartOfDay | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant of its own ("in 2 hours", "2026-12-01T09:00")."""

    at: dt.datetime


@dataclass(frozen=True, slots=True)
class WallTime:
    """Minutes after the start of a day (midnight, 1440, ends it). `open`: said without am or pm, either is possible."""

    minutes: int
    open: bool = False


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day that the text leaves to be found ("in the morning")."""

    part: PartOfDay


@dataclass(frozen=True, slots=True)
class TimeRange:
    """From one wall time to another ("2-4pm"); it ends after it begins, perhaps on the next day."""

    start: WallTime
    minutes: int


Value = Any  # Day, Moment, WallTime, DayPart, TimeRange, or what a recurrence is made of (`recurrence/reading.py`)


class Surroundings(Enum):
    """What must hold around a phrase before it is believed."""

    ANY = "any"
    CLAUSE_END = "clause end"  # nothing follows but the text's end, another phrase or a word that cannot be counted
    TEXT_END = "text end"  # nothing follows but the text's end or another phrase
    UNCOUNTED = "uncounted"  # no measure follows: "march 5 miles"
    AFTER_DAY = "after day"  # a day or a rule stands right before it
    BESIDE_DAY = "beside day"  # a day stands right before or after it
    NOWHERE = "nowhere"  # it is a date, but none on which anything can be due
    # A day, a time or a rule stands right before it, and nothing follows; or one stands right after it, or what the
    # task is about, and a word before it.
    BESIDE_WHEN = "beside when"


@dataclass(slots=True, eq=False)
class Phrase:
    """`text[start:end]` says `value`. `linked`: it begins with a word such as "on" or "by" that ties it to the task."""

    start: int
    end: int
    value: Value
    surroundings: Surroundings = Surroundings.ANY
    linked: bool = False
    table: str = "day"
    meaning: str = ""

    @property
    def is_time(self) -> bool:
        return self.table == "time"

    @property
    def is_day(self) -> bool:
        return self.table == "day"


Read = Callable[[Found, Context], Value]

_LEFT = re.compile(LEFT)
_RIGHT = re.compile(RIGHT)


def find_phrases(tokens: Tokens, context: Context, readers: Mapping[str, Read]) -> list[Phrase]:
    """All phrases, in order and apart. Of those that overlap the first counts, then the longest."""
    phrases: list[Phrase] = []
    templates, signs = context.words.templates, tokens.signs
    index, count = 0, len(signs)
    while index < count:
        candidates = templates.candidates(signs[index : index + 2]) if signs[index] != ORDINARY_SIGN else ()
        found = _longest(candidates, tokens, index, context, readers) if candidates else None
        if found is None:
            index += 1
            continue
        phrase, index = found
        phrases.append(phrase)
    return phrases


def _longest(
    candidates: Sequence[Template], tokens: Tokens, index: int, context: Context, readers: Mapping[str, Read]
) -> tuple[Phrase, int] | None:
    """The longest phrase that begins at a token, and the token after it."""
    start = tokens.starts[index]
    if not _LEFT.match(tokens.text, start):
        return None
    matches = [(match, template) for template in candidates if (match := template.pattern.match(tokens.signs, index))]
    if len(matches) > 1:
        matches.sort(key=lambda found: -found[0].end())
    for match, template in matches:
        last = match.end()
        if last == index or not _RIGHT.match(tokens.text, tokens.ends[last - 1]):
            continue
        found = Found(tokens.values, match, template.groups)
        value = _read(readers[template.meaning], found, context)
        value, surroundings = value if isinstance(value, tuple) else (value, Surroundings.ANY)
        if value is None or (
            surroundings is Surroundings.UNCOUNTED and _is_counted(tokens, index, last, context.words)
        ):
            continue
        table, _, meaning = template.meaning.partition(".")
        linked = found.has("link") or found.has("at")
        return Phrase(start, tokens.ends[last - 1], value, surroundings, linked, table, meaning), last
    return None


def _is_counted(tokens: Tokens, first: int, after: int, words: Language) -> bool:
    """Whether a measure follows ("march 5 miles"), or what the one word before is done with ("buy 3 march posters")."""
    if after >= len(tokens.signs):
        return False
    word = tokens.text[tokens.starts[after] : tokens.ends[after]].lower()
    if word in words.measures:
        return True
    is_number_first = first == 1 and tokens.text[tokens.starts[first]].isdigit()
    ending = words.counted_ending
    return bool(ending and is_number_first and tokens.signs[after] == ORDINARY_SIGN and word.endswith(ending))


def _read(read: Read, found: Found, context: Context) -> Value:
    try:
        return read(found, context)
    except (OverflowError, ValueError):  # the calendar ends at the year 9999
        return None
