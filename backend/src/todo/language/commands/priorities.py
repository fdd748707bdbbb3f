"""Priorities in words: "p1", "high priority", "urgent". 1 is the highest."""

import re

_LEVELS = {
    "highest": 1, "top": 1, "urgent": 1, "high": 1, "important": 1, "critical": 1,
    "medium": 2, "moderate": 2, "middle": 2,
    "low": 3, "lower": 3, "minor": 3,
    "normal": 4, "no": 4, "none": 4, "lowest": 4, "unimportant": 4,
}  # fmt: skip
_WORDS = "|".join(sorted(_LEVELS, key=len, reverse=True))
_ALONE = "urgent|important|critical|unimportant"
PRIORITY = (
    rf"(?:[p!](?P<number>[1-4])|!?priority\s+(?P<digit>[1-4])"
    rf"|!?(?P<word>{_WORDS})[\s-]+priority|priority\s+(?:is\s+|of\s+|as\s+)?(?P<after>{_WORDS})|!(?P<sign>{_WORDS})"
    rf"|(?P<alone>{_ALONE}))"
)
_VALUE = re.compile(rf"(?:an?\s+|the\s+)?(?:{PRIORITY}|(?P<bare>[1-4]|{_WORDS}))", re.IGNORECASE)


def level(match: re.Match[str]) -> int:
    """The level that a match of `PRIORITY` says."""
    groups = match.groupdict()
    said = next(
        groups[name]
        for name in ("number", "digit", "word", "after", "sign", "alone", "bare")
        if groups.get(name) is not None
    )
    return int(said) if said.isdigit() else _LEVELS[said.lower()]


def read_level(text: str) -> int | None:
    """The level that the text is, where a priority is expected: also "high" or "2"."""
    match = _VALUE.fullmatch(text.strip())
    return level(match) if match else None
