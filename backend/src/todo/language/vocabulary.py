"""What a language must supply to be read. English is `english.py`; another language is another such file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from todo.language.text import LEFT, RIGHT, SPACE

Unit = Literal["minute", "hour", "day", "week", "month", "year"]
PartOfDay = Literal["morning", "afternoon", "evening", "night"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Vocabulary:
    """Words and phrases are lower case, with one space between words; any white space matches it."""

    weekdays: Mapping[str, int]  # Monday is 0
    weak_weekdays: frozenset[str]  # those that are ordinary words too: read only where a date is sure to stand
    near_day_names: tuple[str, ...]  # of today and the days after it
    weekday_names: tuple[str, ...]
    priority_name: str
    months: Mapping[str, int]
    month_names: tuple[str, ...]
    numbers: Mapping[str, int]
    units: Mapping[str, Unit]
    short_units: Mapping[str, Unit]  # read only right after a digit: "1h30m"
    relative_days: Mapping[str, int]
    parts_of_day: Mapping[str, PartOfDay]
    tonight: frozenset[str]
    named_times: Mapping[str, int]  # minutes after the start of the day; midnight ends a day
    names: tuple[str, ...]  # that hold a date's word and are none: "black friday"
    blockers: frozenset[str]  # a phrase right after one of these is no due date: "the friday report", "until friday"
    continuations: frozenset[str]  # words that can follow a due date but not a number of things: "on the 5th about"
    measures: frozenset[str]  # "march 5 miles"
    list_words: frozenset[str]  # between two dates they make a list or a range
    recurrence: str  # a pattern that begins a recurring phrase
    unread_day: str  # a pattern of days that no rule reads; beside one, a time alone would fall on the wrong day
    time_zones: frozenset[str]  # a time before one of these is on another clock
    phrasal: Mapping[str, frozenset[str]] = field(default_factory=dict)  # links that belong to the verb: "stop by"

    # The hour each part of the day stands for, in minutes after the start of the day.
    part_minutes: Mapping[PartOfDay, int] = field(
        default_factory=lambda: {"morning": 9 * 60, "afternoon": 15 * 60, "evening": 19 * 60, "night": 20 * 60}
    )


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first so that none hides a longer one."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(SPACE.join(map(re.escape, word.split())) for word in longest_first) + ")"


def phrase_pattern(pattern: str) -> re.Pattern[str]:
    """A compiled pattern that matches only where a phrase can stand."""
    return re.compile(LEFT + pattern + RIGHT, re.IGNORECASE)


def word_set(*lines: str) -> frozenset[str]:
    """The words of the lines."""
    return frozenset(word for line in lines for word in line.split())
