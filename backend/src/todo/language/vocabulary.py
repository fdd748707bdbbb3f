"""Patterns made of words, for the parts of the package that look for them in a sentence."""

import re
from collections.abc import Iterable
from typing import Literal

from todo.language.text import LEFT, RIGHT, SPACE

Unit = Literal["second", "minute", "hour", "day", "week", "month", "year"]
PartOfDay = Literal["morning", "lunch", "afternoon", "evening", "night"]


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
