"""The days of a daily, weekly, monthly or yearly rule, one period after the other (RFC 5545, section 3.3.10)."""

import calendar
from dataclasses import replace
from datetime import date, timedelta

from todo.language.recurrence.rule import RecurrenceRule


def with_implied_days(rule: RecurrenceRule, start: date) -> RecurrenceRule:
    """The rule with the days that its start implies: a plain monthly one is on the start's day of the month."""
    if rule.by_year_day or rule.by_month_day or rule.by_day:
        return rule
    if rule.frequency == "WEEKLY" or rule.by_week_number:
        return replace(rule, by_day=((0, start.weekday()),))
    if rule.frequency == "MONTHLY":
        return replace(rule, by_month_day=(start.day,))
    if rule.frequency == "YEARLY":
        return replace(rule, by_month=rule.by_month or (start.month,), by_month_day=(start.day,))
    return rule


def period_of(rule: RecurrenceRule, start: date, day: date) -> int:
    """The number of the period that holds `day`, or of the last one before it; the start's is 0."""
    if rule.frequency == "YEARLY":
        passed = day.year - start.year
    elif rule.frequency == "MONTHLY":
        passed = 12 * (day.year - start.year) + day.month - start.month
    elif rule.frequency == "WEEKLY":
        passed = (day - _week_of(start, rule.week_start)).days // 7
    else:
        passed = (day - start).days
    return passed // rule.interval


def days_of_period(rule: RecurrenceRule, start: date, index: int) -> tuple[list[date], int]:
    """The rule's days in a period, in order, and how many days were looked at. Raises OverflowError after year 9999."""
    candidates = _candidates(rule, start, index)
    return [day for day in candidates if fits(rule, day)], len(candidates) + 1


def _candidates(rule: RecurrenceRule, start: date, index: int) -> list[date]:
    step = index * rule.interval
    if rule.frequency == "DAILY":
        return [start + timedelta(days=step)]
    if rule.frequency == "WEEKLY":
        first = _week_of(start, rule.week_start) + timedelta(weeks=step)
        return [first + timedelta(days=day) for day in range(7)]
    if rule.frequency == "MONTHLY":
        years, month = divmod(12 * start.year + start.month - 1 + step, 12)
        return _days_of_month(rule, years, month + 1)
    return _days_of_year(rule, start.year + step)


def _days_of_year(rule: RecurrenceRule, year: int) -> list[date]:
    if rule.by_year_day:
        first, length = date(year, 1, 1), _year_length(date(year, 1, 1))
        numbers = {day if day > 0 else length + 1 + day for day in rule.by_year_day}
        return [first + timedelta(days=day - 1) for day in sorted(numbers) if 0 < day <= length]
    months = sorted(rule.by_month) or range(1, 13)
    days = (day for month in months for day in _days_of_month(rule, year, month))
    weekdays = {weekday for _, weekday in rule.by_day} or range(7)
    return [day for day in days if day.weekday() in weekdays]


def _days_of_month(rule: RecurrenceRule, year: int, month: int) -> list[date]:
    if rule.by_month and month not in rule.by_month:
        return []
    last = calendar.monthrange(year, month)[1] if year <= date.max.year else 31
    if rule.by_month_day:
        numbers = {day if day > 0 else last + 1 + day for day in rule.by_month_day}
        return [date(year, month, day) for day in sorted(numbers) if 0 < day <= last]
    return [date(year, month, day) for day in range(1, last + 1)]


def _week_of(day: date, week_start: int) -> date:
    return day - timedelta(days=(day.weekday() - week_start) % 7)


def fits(rule: RecurrenceRule, day: date) -> bool:
    """Whether a day is one that the rule's parts allow."""
    if rule.by_month and day.month not in rule.by_month:
        return False
    if rule.by_month_day and not _is_one_of(day.day, _month_length(day), rule.by_month_day):
        return False
    if rule.by_year_day and not _is_one_of(_day_of_year(day), _year_length(day), rule.by_year_day):
        return False
    if rule.by_week_number and not _is_in_weeks(day, rule):
        return False
    return not rule.by_day or _is_weekday(day, rule)


def _is_one_of(number: int, length: int, wanted: tuple[int, ...]) -> bool:
    return number in wanted or number - length - 1 in wanted


def _month_length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _year_length(day: date) -> int:
    return 366 if calendar.isleap(day.year) else 365


def _day_of_year(day: date) -> int:
    return day.toordinal() - date(day.year, 1, 1).toordinal() + 1


def _is_in_weeks(day: date, rule: RecurrenceRule) -> bool:
    """A week belongs to the year that holds its fourth day."""
    middle = _week_of(day, rule.week_start) + timedelta(days=3)
    last_middle = _week_of(date(middle.year, 12, 28), rule.week_start) + timedelta(days=3)
    number, length = (_day_of_year(middle) + 6) // 7, (_day_of_year(last_middle) + 6) // 7
    return _is_one_of(number, length, rule.by_week_number)


def _is_weekday(day: date, rule: RecurrenceRule) -> bool:
    for ordinal, weekday in rule.by_day:
        if weekday == day.weekday() and (not ordinal or ordinal in _ordinals(day, rule)):
            return True
    return False


def _ordinals(day: date, rule: RecurrenceRule) -> tuple[int, int]:
    """Which one of its weekday the day is, from the front and from the back, of its month or year."""
    if rule.frequency == "YEARLY" and not rule.by_month:
        number, length = _day_of_year(day), _year_length(day)
    else:
        number, length = day.day, _month_length(day)
    return (number - 1) // 7 + 1, -((length - number) // 7 + 1)
