"""Days of a person's time zone as moments."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from todo.tasks.listing.repository import TaskFilter
from todo.tasks.schemas import DueScope


def start_of(day: date, zone: str) -> datetime:
    """The first moment of a day; where midnight is skipped by a clock change, the first moment there is."""
    midnight = datetime.combine(day, time(), tzinfo=ZoneInfo(zone))
    return datetime.fromtimestamp(midnight.timestamp(), ZoneInfo(zone))


def between(wanted: TaskFilter, zone: str, first: date | None, last: date | None) -> TaskFilter:
    """Only tasks due from `first` to `last`, both inclusive; None leaves that end open."""
    if first is not None:
        wanted = replace(wanted, from_date=first, from_at=start_of(first, zone))
    if last is not None:
        wanted = replace(wanted, until_date=last, before_at=start_of(last + timedelta(days=1), zone))
    return wanted


def completed_between(wanted: TaskFilter, zone: str, first: date | None, last: date | None) -> TaskFilter:
    """Only tasks completed from `first` to `last`, both inclusive; None leaves that end open."""
    if first is not None:
        wanted = replace(wanted, completed_from_at=start_of(first, zone))
    if last is not None:
        wanted = replace(wanted, completed_before_at=start_of(last + timedelta(days=1), zone))
    return wanted


def within(wanted: TaskFilter, zone: str, scope: DueScope, now: datetime) -> TaskFilter:
    """Only tasks of a named scope. Overdue: an earlier day, or a moment that has passed."""
    today = now.date()
    if scope == "none":
        return replace(wanted, undated=True)
    if scope == "overdue":
        return replace(wanted, until_date=today - timedelta(days=1), before_at=now)
    first = today if scope == "today" else today + timedelta(days=1)
    return between(wanted, zone, first, None if scope == "upcoming" else first)
