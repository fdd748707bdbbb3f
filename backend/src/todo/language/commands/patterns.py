"""Patterns that sentences are taken apart with."""

import re


def compiled(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A compiled pattern for which capital letters make no difference."""
    return re.compile(text, re.IGNORECASE | flags)


def cut(text: str, start: int, end: int) -> str:
    """The text without a stretch of it, and a blank in its place."""
    return f"{text[:start]} {text[end:]}"
