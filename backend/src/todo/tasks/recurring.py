"""What becomes of a recurring task when an occurrence of it is done or skipped. Pure: rows in, values out."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from todo.errors import InvalidInputError
from todo.language import explain_recurrence
from todo.language.recurrence import Recurrence, RecurrenceRule, RuleError, next_occurrence, parse_rule, reanchored
from todo.tasks.schemas import RecurrenceInput, TaskView

Document = dict[str, Any]
Moment = date | datetime


def started(body: RecurrenceInput, due: Moment | None, time_zone: str, now: datetime) -> Document:
    """A new series from a due day or moment on, or without one from the first day that the rule has from today.

    Raises:
        InvalidInputError: the rule can't be read.
    """
    try:
        rule = parse_rule(body.rule)
    except RuleError as error:
        problem = {"location": ["body", "recurrence", "rule"], "message": str(error), "code": "recurrence_rule"}
        raise InvalidInputError(f"recurrence.rule: {error}", errors=[problem]) from None
    first = due or _first(rule, now.date())
    return {
        "rule": str(rule),
        "anchor": body.anchor,
        "start": _written(first),
        "time_zone": time_zone,
        "occurrence": _written(first),
        "ended": None,
    }


def completed(row: Document, now: datetime) -> Document:
    """Values of a task whose present occurrence is done: the next due date, or its completion when none follows."""
    advance = _advanced_from_completion if row["recurrence"]["anchor"] == "completion" else _advanced
    return {**advance(row, now), "completion_count": row["completion_count"] + 1}


def skipped(row: Document, now: datetime) -> Document:
    """Values of a task whose present occurrence is left out."""
    return _advanced(row, now)


def stopped(row: Document, now: datetime) -> Document:
    """Values of a task that is done for good, whatever its rule."""
    return {**_ended(row, now, "stopped"), "completion_count": row["completion_count"] + 1}


def in_words(row: TaskView, language_code: str = "en", *, twelve_hour: bool = False) -> str | None:
    """The rule by which a task recurs, as a person would say it; None if it does not."""
    if row.recurrence is None:
        return None
    stored = row.recurrence
    series = Recurrence(parse_rule(stored.rule), _read(stored.start), stored.time_zone, stored.anchor)
    return explain_recurrence(series, language_code, twelve_hour=twelve_hour)


def _first(rule: RecurrenceRule, today: date) -> date:
    # The rule looks for days after another, so it begins on the day before.
    found = next_occurrence(Recurrence(_clamped(rule, today), today), today - timedelta(days=1))
    return found if isinstance(found, date) else today


def _advanced(row: Document, now: datetime) -> Document:
    """The rule's next occurrence, which never lies in the past: what was missed meanwhile is not made up for."""
    stored = row["recurrence"]
    series, occurrence = _series(stored), _read(stored["occurrence"])
    following = next_occurrence(series, occurrence)
    if following is not None and _is_past(following, now, series.zone):
        following = next_occurrence(series, _just_before(now, following, series.zone))
    if following is None:
        return _ended(row, now, _why(series))
    return _due(series, following) | {"recurrence": stored | {"occurrence": _written(following)}}


def _advanced_from_completion(row: Document, now: datetime) -> Document:
    """The next occurrence counted from now; a limited count has one less left."""
    stored, series = row["recurrence"], _series(row["recurrence"])
    left = None if series.rule.count is None else series.rule.count - 1
    if left == 0:
        return _ended(row, now, "finished")
    # The new start counts as the first of those that are left, so the rule's own count only matters later.
    again = reanchored(replace(series, rule=replace(parse_rule(stored["rule"]), count=None)), now)
    again = replace(again, rule=_clamped(again.rule, again.wall.date()))
    today = now.astimezone(series.zone).date()
    following = next_occurrence(again, again.start if again.has_time else today)
    if following is None:
        return _ended(row, now, _why(series))
    rule = replace(parse_rule(stored["rule"]), count=left)
    changed = {"rule": str(rule), "start": _written(following), "occurrence": _written(following)}
    return _due(series, following) | {"recurrence": stored | changed}


def _ended(row: Document, now: datetime, why: str) -> Document:
    return {"completed_at": now.isoformat(), "recurrence": row["recurrence"] | {"ended": why}}


def _why(series: Recurrence) -> str:
    return "finished" if series.rule.count or series.rule.until else "unmet"


def _due(series: Recurrence, moment: Moment) -> Document:
    if isinstance(moment, datetime):
        return {"due_date": None, "due_at": moment.isoformat(), "time_zone": series.time_zone}
    return {"due_date": moment.isoformat(), "due_at": None, "time_zone": None}


def _series(stored: Document) -> Recurrence:
    start = _read(stored["start"])
    series = Recurrence(parse_rule(stored["rule"]), start, stored["time_zone"], stored["anchor"])
    return replace(series, rule=_clamped(series.rule, series.wall.date()))


def _clamped(rule: RecurrenceRule, start: date) -> RecurrenceRule:
    """A plain monthly or yearly rule that starts late in a month falls on the last day of shorter months.

    RFC 5545 leaves such months out; people mean the end of the month, and the day comes back where there is one.
    """
    if start.day <= 28 or rule.by_day or rule.by_month_day or rule.by_year_day or rule.by_week_number:
        return rule
    if rule.frequency not in ("MONTHLY", "YEARLY") or rule.by_position:
        return rule
    months = rule.by_month or ((start.month,) if rule.frequency == "YEARLY" else ())
    if rule.frequency == "YEARLY" and len(months) > 1:
        return rule
    return replace(rule, by_month=months, by_month_day=tuple(range(28, start.day + 1)), by_position=(-1,))


def _is_past(moment: Moment, now: datetime, zone: ZoneInfo) -> bool:
    return moment < now if isinstance(moment, datetime) else moment < now.astimezone(zone).date()


def _just_before(now: datetime, like: Moment, zone: ZoneInfo) -> Moment:
    return now if isinstance(like, datetime) else now.astimezone(zone).date() - timedelta(days=1)


def _read(text: str) -> Moment:
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def _written(moment: Moment) -> str:
    return moment.isoformat()
