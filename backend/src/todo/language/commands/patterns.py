"""Patterns that sentences are taken apart with."""

import re
from collections.abc import Iterable


def compiled(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A compiled pattern for which capital letters make no difference."""
    return re.compile(text, re.IGNORECASE | flags)


def holds(text: str, marks: Iterable[str]) -> bool:
    """Whether one of the marks stands in the text: asked before a pattern that needs one, as it costs far less."""
    return any(mark in text for mark in marks)


def cut(text: str, start: int, end: int) -> str:
    """The text without a stretch of it, and a blank in its place."""
    return f"{text[:start]} {text[end:]}"
