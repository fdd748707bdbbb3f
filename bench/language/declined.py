"""Phrases that other projects read and that concern no task: kinds known by their form, never lists of cases."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bench.language.outcomes import Case, moment

FAR_YEARS = 200
GRAINS = {
    "second": timedelta(minutes=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
    "month": timedelta(days=28),
    "quarter": timedelta(days=90),
    "year": timedelta(days=365),
}
_FEASTS = re.compile(r"\b(?:christmas|xmas|easter|ides)\b", re.IGNORECASE)
_SEASONS = re.compile(r"\b(?:summer|winter|spring|autumn|seasons?)\b", re.IGNORECASE)
_SECONDS = re.compile(
    r"\b(?:[0-9]+|a|one|two|three|four|five)\s+sec(?:ond)?s?\b|:[0-9]{2}:[0-9]{2}(?!T)", re.IGNORECASE
)
_ZONES = re.compile(r"\b(?:gmt|utc|[ecmp][sd]t|[cew]es?t|bst|ist|jst)\b", re.IGNORECASE)
_PRESENT = re.compile(r"(?<!from )(?<!from right )\bnow\b(?!\s*[+-])|^(?:atm|at this time|till date)$", re.IGNORECASE)
_SUM = re.compile(r"\bnow\s*[+-]|[+-]\s?[0-9]+ \w+ [+-]?[0-9]|[0-9] \w+ [+-][0-9]|\bbefore [0-9]", re.IGNORECASE)
_DECADES = re.compile(r"\bdecades?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Kind:
    """A kind of phrase, why no task needs it, and how it is known."""

    name: str
    reason: str
    holds: Callable[[Case], bool]


def _says(pattern: re.Pattern[str]) -> Callable[[Case], bool]:
    return lambda case: bool(pattern.search(case["text"].strip()))


def _is_holiday(case: Case) -> bool:
    return "holiday" in case["kind"] or bool(_FEASTS.search(case["text"]))


def _is_past(case: Case) -> bool:
    """Whether the time that is meant, to its grain, is over at the reference time."""
    end = case.get("end") or case["start"]
    return moment(end) + _extent(case) <= moment(case["ref"])


def _extent(case: Case) -> timedelta:
    return timedelta() if case.get("end") else GRAINS[grain(case)]


def grain(case: Case) -> str:
    """The grain of a case. Some cases call a moment within a year or a month one of that grain: it is a day's."""
    said = case.get("grain") or "day"
    start = moment(case["start"])
    is_coarse = said in ("year", "quarter", "month")
    starts_it = start.day == 1 and (said != "year" or start.month == 1)
    return "day" if is_coarse and not starts_it else str(said)


def _is_far(case: Case) -> bool:
    return moment(case["start"]).year - moment(case["ref"]).year > FAR_YEARS


# Asked in this order: a case counts under the first kind that holds.
KINDS = (
    Kind("holidays", "their calendars differ by country and faith; a person picks the day", _is_holiday),
    Kind("seasons", "a season is no day, and differs by hemisphere", _says(_SEASONS)),
    Kind("past dates", "nobody plans a task into the past", _is_past),
    Kind("seconds", "tasks are due to the minute", _says(_SECONDS)),
    Kind("time zones", "a task is on the clock of its person", _says(_ZONES)),
    Kind("the present", "a task for now is done, not planned", _says(_PRESENT)),
    Kind("sums", "nobody writes sums of times into a task", _says(_SUM)),
    Kind("decades", "no task is planned by decades", _says(_DECADES)),
    Kind("far dates", f"more than {FAR_YEARS} years ahead", _is_far),
    Kind("open ends", "from or after a time, with no end: no day is named", lambda case: case["kind"] == "open"),
)


def kind(case: Case) -> str:
    """The name of the kind for which a case is declined; empty for one that counts."""
    return next((kind.name for kind in KINDS if kind.holds(case)), "")
