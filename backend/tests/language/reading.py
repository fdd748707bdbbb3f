"""A fixed clock and projects for the grammar's tests. Nothing here needs a database.

It is Wednesday, 25 November 2026, 10:00 in Berlin.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from todo.language import Command, Due, ProjectName, QuickAdd, parse_command, parse_quick_add
from todo.language.clock import Clock

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo(ZONE))
CLOCK = Clock.at(NOW, ZONE)
PROJECTS = (
    ProjectName("inbox", "Inbox"),
    ProjectName("home", "Home"),
    ProjectName("garden", "Home Garden"),
    ProjectName("cafe", "Café"),
    ProjectName("tasks", "Tasks"),
)


def read(text: str, now: str | None = None, zone: str = ZONE, **settings: Any) -> QuickAdd:
    """Reads a line; `now` is the wall time in the zone."""
    moment = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone)) if now else NOW
    return parse_quick_add(text, now=moment, time_zone=zone, projects=PROJECTS, **settings)


def ask(text: str, **settings: Any) -> Command:
    """Reads a sentence of the chat."""
    return parse_command(text, now=NOW, time_zone=ZONE, projects=PROJECTS, **settings)


def say_due(due: Due | None) -> str | None:
    """A due date as `2026-11-26` or `2026-11-26 17:00`."""
    if due is None:
        return None
    return f"{due.at:%Y-%m-%d %H:%M}" if due.at else f"{due.date}"
