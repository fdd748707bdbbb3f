"""What a person says when asked "when?": a day, a moment, a rule, a shift ("+1 day"), or that there is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from todo.language.clock import Clock
from todo.language.due import Due
from todo.language.filters.dates import read_date
from todo.language.quick_add import QuickAdd, parse_quick_add
from todo.language.recurrence.engine import Recurrence
from todo.language.text import has_words, without
from todo.language.vocabulary import Unit

MAX_WHEN = 200  # characters
_NOTHING = frozenset({"", "none", "null", "nothing", "never", "no due date", "clear", "remove"})
_UNITS: Mapping[str, Unit] = {
    "m": "minute",
    "min": "minute",
    "minute": "minute",
    "h": "hour",
    "hour": "hour",
    "d": "day",
    "day": "day",
    "w": "week",
    "week": "week",
    "month": "month",
    "year": "year",
}
_NAMES = "|".join(sorted(_UNITS, key=len, reverse=True))
_SHIFT = re.compile(
    rf"(?P<sign>[+−-]) ?(?P<n>\d{{1,4}}) ?(?P<unit>{_NAMES})s?|"
    rf"(?P<amount>\d{{1,4}}) ?(?P<of>{_NAMES})s? (?P<way>later|earlier)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """Exactly one of `due`, `shift` and `nothing` is set; a `recurrence` has its first occurrence as `due`.

    `shift` moves each task from where it is. `time_only`: the words say a time of day and no day; `wall` is that time
    as it is meant on another day than today, where it need not be one that is yet to come.
    """

    due: Due | None = None
    recurrence: Recurrence | None = None
    shift: tuple[int, Unit] | None = None
    nothing: bool = False
    time_only: bool = False
    wall: time | None = None


def read_when(
    text: str,
    *,
    now: datetime,
    time_zone: str,
    language_code: str = "en",
    day_first: bool | None = None,
    week_start: int = 0,
) -> When | None:
    """What all of the words mean, in the person's language or else in English; None if they mean something else."""
    said = " ".join(text.split())
    if len(said) > MAX_WHEN:
        return None
    if said.lower() in _NOTHING:
        return When(nothing=True)
    if match := _SHIFT.fullmatch(said):
        return When(shift=_shift(match))
    kinds = ("date", "time", "recurrence")
    for code in dict.fromkeys((language_code, "en")):
        if code != language_code and day_first is None:
            day_first = True  # who writes English as a second language keeps their order of day and month
        read = partial(
            parse_quick_add,
            said,
            time_zone=time_zone,
            kinds=kinds,
            language_code=code,
            day_first=day_first,
            week_start=week_start,
        )
        if found := _of_line(said, read(now=now)):
            return replace(found, wall=_wall(read(now=_midnight(now, time_zone)))) if found.time_only else found
    day = read_date(said, Clock.at(now, time_zone, week_start), language_code, day_first)
    if day is None:
        return None
    return When(due=Due(at=day) if isinstance(day, datetime) else Due(date=day))


def _midnight(now: datetime, time_zone: str) -> datetime:
    return now.astimezone(ZoneInfo(time_zone)).replace(hour=0, minute=0, second=0, microsecond=0)


def _wall(read: QuickAdd) -> time | None:
    return read.due.at.time() if read.due and read.due.at else None


def _shift(match: re.Match[str]) -> tuple[int, Unit]:
    backwards = match["way"] == "earlier" if match["way"] else match["sign"] != "+"
    amount = int(match["n"] or match["amount"])
    return -amount if backwards else amount, _UNITS[(match["unit"] or match["of"]).lower()]


def _of_line(said: str, read: QuickAdd) -> When | None:
    """What a line without anything but a date says."""
    if has_words(without(said, [(span.start, span.end) for span in read.spans])):
        return None
    if read.no_date:
        return When(nothing=True)
    if read.due is None:
        return None
    time_only = {span.kind for span in read.spans} == {"time"}
    return When(due=read.due, recurrence=read.recurrence, time_only=time_only)


def read_day(
    text: str,
    *,
    now: datetime,
    time_zone: str,
    language_code: str = "en",
    day_first: bool | None = None,
    week_start: int = 0,
) -> date | None:
    """The day that all of the words mean ("friday", "-7 days", "2026-12-24"); None if they mean something else."""
    said = " ".join(text.split())
    found = read_date(said, Clock.at(now, time_zone, week_start), language_code, day_first)
    return found.date() if isinstance(found, datetime) else found
