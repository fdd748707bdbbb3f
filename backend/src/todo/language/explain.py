"""Saying things back: a due date or a recurrence in words, from its stored form; what is said reads as the same.

A rule that no phrase means (from another program, with BYSETPOS perhaps) is said as `RRULE:...`, which is read too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from todo.language.clock import Clock
from todo.language.due import Due
from todo.language.grammar import Language, language
from todo.language.labels import day_label, moment_label
from todo.language.recurrence.engine import Recurrence
from todo.language.recurrence.reading import DAY_SETS, clamped
from todo.language.recurrence.rule import RecurrenceRule

_MOST_LISTED = 5
_END_OF_DAY = (23, 59, 59)


def explain_due(due: Due, clock: Clock, language_code: str = "en", *, twelve_hour: bool = False) -> str:
    """ "Tomorrow", "Thu 26 Nov 09:00": the day as seen from today, and the time on the person's clock."""
    words = language(language_code)
    if due.at is None:
        return day_label(due.day, clock, words)
    return moment_label(due.at.astimezone(clock.zone), clock, words, twelve_hour=twelve_hour)


def explain(
    recurrence: Recurrence, following: Due, clock: Clock, language_code: str = "en", *, twelve_hour: bool = False
) -> str:
    """ "every 2 weeks on Tue and Thu, next Thu 26 Nov 09:00, after completion"; `following` is the next occurrence."""
    words = language(language_code)
    rule = explain_rule(recurrence.rule, language_code, recurrence.time_zone)
    moment = explain_due(following, clock, language_code, twelve_hour=twelve_hour)
    said: str = words.say["next"].format(rule=rule, moment=moment)
    return _with_anchor(said, recurrence, words)


def explain_recurrence(recurrence: Recurrence, language_code: str = "en", *, twelve_hour: bool = False) -> str:
    """The rule, its end and anchor in words; quick add reads them as the same rule."""
    words = language(language_code)
    return _with_anchor(explain_rule(recurrence.rule, language_code, recurrence.time_zone), recurrence, words)


def _with_anchor(said: str, recurrence: Recurrence, words: Language) -> str:
    return words.say["completion"].format(rule=said) if recurrence.anchor == "completion" else said


def explain_rule(rule: RecurrenceRule, language_code: str = "en", time_zone: str = "UTC") -> str:
    """The rule in words, with its end; as `RRULE:...` if there are none."""
    words = language(language_code)
    say = words.say
    is_more = rule.count or rule.until or rule.by_hour
    endless = replace(rule, count=None, until=None, by_hour=()) if is_more else rule
    said = None if _has_unsayable(rule) else _days(endless, words)
    if said is None:
        return f"RRULE:{rule}"
    if rule.by_hour:
        said = say["at_hours"].format(rule=said, hours=_listed([str(hour) for hour in rule.by_hour], say))
    if rule.count:
        return str(say["times"].format(rule=said, n=rule.count))
    if rule.until:
        last = _last_day(rule.until, ZoneInfo(time_zone))
        if last is None:
            return f"RRULE:{rule}"
        return str(say["until"].format(rule=said, date=_date(last, words)))
    return said


def _has_unsayable(rule: RecurrenceRule) -> bool:
    is_within_day = rule.frequency in ("HOURLY", "MINUTELY", "SECONDLY")
    is_one_hour = len(rule.by_hour) == 1 or (rule.by_hour and (is_within_day or rule.by_position))
    return bool(rule.by_minute or rule.by_second or rule.week_start or is_one_hour)


def _last_day(until: date | datetime, zone: ZoneInfo) -> date | None:
    """The day that an end names; None if it is an instant within a day."""
    if not isinstance(until, datetime):
        return until
    local = until.astimezone(zone) if until.tzinfo else until
    is_end = (local.hour, local.minute, local.second) == _END_OF_DAY and until.tzinfo is UTC
    return local.date() if is_end else None


def _date(day: date, words: Language) -> str:
    return str(words.say["date"].format(day=day.day, month=words.month_names[day.month - 1], year=day.year))


# --- The days of a rule


def _days(rule: RecurrenceRule, words: Language) -> str | None:
    """The rule in words without hours and end; None if there are no words for its parts."""
    used = {
        name
        for name in ("by_month", "by_week_number", "by_year_day", "by_month_day", "by_day", "by_position")
        if getattr(rule, name)
    }
    key = (rule.frequency, *sorted(used))
    saying = _SAYINGS.get(key)
    if not used:
        return _base(rule, words.say)
    return saying(rule, _base(rule, words.say), words) if saying else None


def _base(rule: RecurrenceRule, say: Mapping[str, Any]) -> str:
    if rule.interval == 1:
        return str(say["every"][rule.frequency])
    return str(say["every_n"][rule.frequency].format(n=rule.interval))


def _weekly(rule: RecurrenceRule, base: str, words: Language) -> str | None:
    days, say = tuple(sorted(day for _, day in rule.by_day)), words.say
    if rule.interval > 1:
        return str(say["on_days"].format(base=base, days=_weekdays(days, words)))
    for name, members in DAY_SETS.items():
        if days == members:
            return str(say[f"every_{name}"])
    return str(say["every_days"].format(days=_weekdays(days, words)))


def _on_weekdays(rule: RecurrenceRule, base: str, words: Language) -> str | None:
    """ "every month on Fri", or with numbers "on the 1st and 3rd Fri", "in Nov"."""
    numbers = [number for number, _ in rule.by_day]
    days = tuple(sorted({day for _, day in rule.by_day}))
    say, month = words.say, _month(rule, words)
    if not any(numbers):
        is_plain = rule.frequency == "MONTHLY" and not rule.by_month
        return str(say["on_days"].format(base=base, days=_weekdays(days, words))) if is_plain else None
    if len(days) > 1 or not all(numbers) or month is None or not _are_listable(numbers):
        return None
    nths = _listed([_nth(number, words) for number in numbers], say)
    form = say["on_nth_of_month"] if rule.by_month else say["on_nth"]
    return str(form.format(base=base, nths=nths, day=_weekdays(days, words), month=month))


def _are_listable(numbers: Sequence[int]) -> bool:
    """Whether the templates read so many again ("1st, 3rd and last")."""
    return len(numbers) == len(set(numbers)) <= _MOST_LISTED


def _instances(rule: RecurrenceRule, base: str, words: Language) -> str | None:
    if any(number for number, _ in rule.by_day):
        return None
    nths = _listed([_nth(number, words) for number in rule.by_position], words.say)
    days = _weekdays(tuple(sorted({day for _, day in rule.by_day})), words)
    is_known = max(map(abs, rule.by_position)) <= 31 and _are_listable(rule.by_position)
    return str(words.say["on_instances"].format(base=base, nths=nths, days=days)) if is_known else None


def _on_month_days(rule: RecurrenceRule, base: str, words: Language) -> str | None:
    days, say = rule.by_month_day, words.say
    if len(days) == 1 and days[0] < 0:
        last = say["last_day"] if days[0] == -1 else say["nth_last_day"].format(nth=_ordinal(-days[0], words))
        return str(say["on_month_days"].format(base=base, days=last))
    is_clamped = len(days) == 1 and clamped(days[0])[1]
    if is_clamped or min(days) < 0:
        return None
    return str(say["on_month_days"].format(base=base, days=_listed([_ordinal(day, words) for day in days], say)))


def _on_clamped_day(rule: RecurrenceRule, base: str, words: Language) -> str | None:
    day = max(rule.by_month_day)
    if (rule.by_month_day, rule.by_position) != clamped(day):
        return None
    return str(words.say["on_month_days"].format(base=base, days=_ordinal(day, words)))


def _on_date(rule: RecurrenceRule, base: str, words: Language) -> str | None:
    month = _month(rule, words)
    if not month or min(rule.by_month_day) < 0:
        return None
    days = _listed([words.say["day_of_month"].format(n=day) for day in rule.by_month_day], words.say)
    return str(words.say["on_date"].format(base=base, month=month, days=days))


def _on_year_day(rule: RecurrenceRule, base: str, words: Language) -> str | None:
    if len(rule.by_year_day) != 1 or rule.by_year_day[0] < 0:
        return None
    return str(words.say["on_year_day"].format(base=base, n=rule.by_year_day[0]))


def _in_weeks(rule: RecurrenceRule, base: str, words: Language) -> str | None:
    if any(number for number, _ in rule.by_day) or min(rule.by_week_number) < 0:
        return None
    weeks = _listed([str(week) for week in rule.by_week_number], words.say)
    days = _weekdays(tuple(sorted({day for _, day in rule.by_day})), words)
    return str(words.say["in_weeks"].format(base=base, days=days, weeks=weeks))


_SAYINGS = {
    ("WEEKLY", "by_day"): _weekly,
    ("MONTHLY", "by_day"): _on_weekdays,
    ("MONTHLY", "by_day", "by_position"): _instances,
    ("MONTHLY", "by_month_day"): _on_month_days,
    ("MONTHLY", "by_month_day", "by_position"): _on_clamped_day,
    ("YEARLY", "by_day"): _on_weekdays,
    ("YEARLY", "by_day", "by_month"): _on_weekdays,
    ("YEARLY", "by_month", "by_month_day"): _on_date,
    ("YEARLY", "by_year_day"): _on_year_day,
    ("YEARLY", "by_day", "by_week_number"): _in_weeks,
}


# --- Words


def _month(rule: RecurrenceRule, words: Language) -> str | None:
    """The month's name; nothing if there is none, None if there are several."""
    if len(rule.by_month) > 1:
        return None
    return words.month_names[rule.by_month[0] - 1] if rule.by_month else ""


def _weekdays(days: Sequence[int], words: Language) -> str:
    return _listed([words.weekday_names[day] for day in days], words.say)


def _nth(number: int, words: Language) -> str:
    if number == -1:
        return str(words.say["last"])
    if number < 0:
        return str(words.say["nth_last"].format(nth=_ordinal(-number, words)))
    return _ordinal(number, words)


def _ordinal(number: int, words: Language) -> str:
    ordinals = words.say["ordinals"]
    return str(ordinals.get(str(number), ordinals["other"]).format(n=number))


def _listed(items: Sequence[str], say: Mapping[str, Any]) -> str:
    """ "a, b and c"."""
    return say["and"].join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else items[0]
