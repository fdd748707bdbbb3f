"""The product's readers as the measurements use them: one clock, one zone, and how long a line takes."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from todo.language import Due, QuickAdd, parse_quick_add

Read = TypeVar("Read")

ZONE = "UTC"
REPEATS = 3


@dataclass(frozen=True)
class Reading:
    """What quick add makes of a line: when it is due, for how long, and the rule it recurs by."""

    due: Due | None
    rule: str
    after_completion: bool
    duration: timedelta | None
    microseconds: float

    def __str__(self) -> str:
        parts = [
            say(self.due),
            self.rule,
            "after completion" if self.after_completion else "",
            str(self.duration or ""),
        ]
        return " ".join(part for part in parts if part) or "none"


def read(text: str, now: str, language: str = "en", *, day_first: bool | None = None) -> Reading:
    """Read a line at a wall time. `day_first` and `language` are the person's settings."""
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    found, microseconds = timed(
        lambda: parse_quick_add(text, now=moment, time_zone=ZONE, language_code=language, day_first=day_first)
    )
    return as_reading(found, microseconds)


def as_reading(found: QuickAdd, microseconds: float) -> Reading:
    """What is measured of a quick add."""
    recurrence, minutes = found.recurrence, found.duration_minutes
    return Reading(
        due=found.due,
        rule=str(recurrence.rule) if recurrence else "",
        after_completion=recurrence is not None and recurrence.anchor == "completion",
        duration=timedelta(minutes=minutes) if minutes else None,
        microseconds=microseconds,
    )


def timed(read: Callable[[], Read]) -> tuple[Read, float]:
    """What a function gives and the least microseconds it took: the least, because other programs only add to it."""
    least = float("inf")
    for _ in range(REPEATS):
        started = time.perf_counter_ns()
        found = read()
        least = min(least, (time.perf_counter_ns() - started) / 1000)
    return found, least


def say(due: Due | None) -> str:
    """A due date as `2026-11-26` or `2026-11-26 17:00`; empty without one."""
    if due is None:
        return ""
    return f"{due.at:%Y-%m-%d %H:%M}" if due.at else f"{due.date}"
