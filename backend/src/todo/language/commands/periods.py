"""Stretches of days that a question is about: "this week", "overdue", "the next 3 days", "by friday"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from todo.language.clock import Clock, add_months
from todo.language.commands.context import Context
from todo.language.commands.intents import Scope
from todo.language.commands.patterns import cut, holds
from todo.language.commands.words import NUMBERS


@dataclass(frozen=True, slots=True)
class Period:
    """A named scope, or inclusive days of which either may be open; and the question without the words that said it."""

    rest: str
    scope: Scope | None = None
    first: date | None = None
    last: date | None = None


Days = tuple[date | None, date | None]

_NAMED: tuple[tuple[re.Pattern[str], Scope], ...] = (
    (re.compile(r"\b(?:over\s?due|past due|late|missed|behind(?: on| with)?)\b"), "overdue"),
    (re.compile(r"\b(?:without|with no|that have no|have no) (?:a |any )?(?:due )?dates?\b|\bundated\b"), "none"),
    (
        re.compile(r"\b(?:upcoming|coming up)\b(?! (?:week|month))"),
        "upcoming",
    ),
    (re.compile(r"\b(?:today(?:'s)?|tonight|the day|my day)\b"), "today"),
    (re.compile(r"\b(?:tomorrow(?:'s)?|tmrw|tmr)\b"), "tomorrow"),
)
_NAMED_MARKS = (
    *("due", "late", "missed", "behind", "date", "upcoming", "coming up", "today", "tonight", "the day", "my day"),
    *("tomorrow", "tmr"),
)
_FEW = {"few": 3, "couple": 2, "couple of": 2, **NUMBERS}


def _yesterday(match: re.Match[str], clock: Clock) -> Days:
    day = clock.today - timedelta(days=1)
    return day, day


def _week(match: re.Match[str], clock: Clock) -> Days:
    weeks = {"next": 1, "coming": 1, "upcoming": 1, "following": 1, "last": -1, "past": -1, "previous": -1}.get(
        match["which"], 0
    )
    first = clock.first_of_week(weeks)
    return first, first + timedelta(days=6)


def _weekend(match: re.Match[str], clock: Clock) -> Days:
    weeks = {"next": 1, "last": -1}.get(match["which"] or "", 0)
    saturday = clock.weekend(weeks)
    return saturday, saturday + timedelta(days=1)


def _month(match: re.Match[str], clock: Clock) -> Days:
    months = {"next": 1, "coming": 1, "upcoming": 1, "last": -1, "past": -1, "previous": -1}.get(match["which"], 0)
    first = add_months(clock.today.replace(day=1), months)
    return first, add_months(first, 1) - timedelta(days=1)


def _next_days(match: re.Match[str], clock: Clock) -> Days:
    return clock.today, clock.today + _count(match)


def _last_days(match: re.Match[str], clock: Clock) -> Days:
    return clock.today - _count(match), clock.today


def _count(match: re.Match[str]) -> timedelta:
    said = match["count"]
    count = int(said) if said.isdigit() else _FEW[said]
    return timedelta(days=count * (7 if match["unit"].startswith("week") else 1))


_COUNT = rf"(?P<count>[0-9]{{1,3}}|{'|'.join(sorted(_FEW, key=len, reverse=True))}) (?P<unit>days?|weeks?)\b"
_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Clock], Days]], ...] = (
    (re.compile(r"\byesterday(?:'s)?\b"), _yesterday),
    (re.compile(rf"\b(?:(?:in|for|over|during) )?(?:the )?(?:next|coming|following) {_COUNT}"), _next_days),
    (re.compile(rf"\b(?:(?:in|for|over|during) )?(?:the )?(?:last|past|previous) {_COUNT}"), _last_days),
    (re.compile(r"\b(?:(?:in|for|on|over|during) )?(?:(?P<which>this|next|last)|the) weekend\b"), _weekend),
    (
        re.compile(
            r"\b(?:(?:in|for|of|during) )?(?P<which>this|the|my|next|coming|upcoming|following|last|past|previous)"
            r" week(?:'s)?\b"
        ),
        _week,
    ),
    (
        re.compile(
            r"\b(?:(?:in|for|of|during) )?(?P<which>this|the|my|next|coming|upcoming|last|past|previous) month(?:'s)?\b"
        ),
        _month,
    ),
)
_MAY_BE_DAYS = re.compile("day|week|month")  # all of the above hold one
_DUE = re.compile(r"due:? ")
# Without one of these a question names no day: most need not be read for one.
_MAY_NAME_DAY = re.compile(
    r"[0-9]|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:next|this|end|mid)\b|day\b"
    r"|\b(?:christmas|easter|new year|first|second|third|weeks?|months?|years?|quarter)\b"
)
_UNTIL = re.compile(r"\b(?:until|till|through|up to|before)\b")


def read_period(question: str, context: Context) -> Period:
    """The period of a question in lower case on one line; without one, all of it is `rest`."""
    for pattern, days in _DAYS if _MAY_BE_DAYS.search(question) else ():
        if match := pattern.search(question):
            first, last = days(match, context.clock)
            return Period(cut(question, *match.span()), None, first, last)
    for pattern, scope in _NAMED if holds(question, _NAMED_MARKS) else ():
        if match := pattern.search(question):
            return Period(cut(question, *match.span()), scope)
    return _named_day(_UNTIL.sub("by", question), context)


def _named_day(question: str, context: Context) -> Period:
    if not _MAY_NAME_DAY.search(question):
        return Period(question)
    reading = context.read_quick_add(question)
    dates = [span for span in reading.spans if span.kind == "date"]
    if reading.due is None or reading.due.at or len(dates) != 1:
        return Period(question)
    day, said = reading.due.day, dates[0]
    # "Due" shows that the question is about tasks: it stays.
    start = match.end() if (match := _DUE.match(question, said.start)) else said.start
    first = None if question.startswith("by ", start) else day
    return Period(cut(question, start, said.end), None, first, day)
