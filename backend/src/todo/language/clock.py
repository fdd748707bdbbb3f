"""A person's clock: now and the calendar in their time zone, and how wall times become instants."""

import calendar
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from todo.language.vocabulary import Unit

_LAST_YEAR = date.max.year - 1  # leaves room for a time of day in any time zone


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` is in `zone`, `week_start` the first day of the person's weeks (0 is Monday). Compare instants through
    `is_past`: two values of one zone compare by their wall time.
    """

    now: datetime
    zone: ZoneInfo
    week_start: int = 0

    @classmethod
    def at(cls, now: datetime, time_zone: str, week_start: int = 0) -> Self:
        """Raises ValueError or ZoneInfoNotFoundError for an unknown zone, ValueError for a naive `now`."""
        if now.utcoffset() is None:
            raise ValueError("now must have a time zone")
        zone = ZoneInfo(time_zone)
        return cls(now.astimezone(zone), zone, week_start)

    @property
    def today(self) -> date:
        return self.now.date()

    def moment(self, day: date, minutes: int) -> datetime:
        """The instant at which the wall clock shows `minutes` after the start of `day`.

        A time that a clock change skips moves forward by the gap; one that comes twice is the first (PEP 495, fold=0).
        """
        wall = datetime(day.year, day.month, day.day, tzinfo=self.zone) + timedelta(minutes=minutes)
        return wall.astimezone(UTC).astimezone(self.zone)

    def is_past(self, moment: datetime) -> bool:
        return moment.astimezone(UTC) < self.now.astimezone(UTC)

    def later(self, amounts: Sequence[tuple[int, Unit]]) -> date | datetime:
        """Now plus the amounts: an instant if any is of minutes or hours, otherwise a day.

        Days and longer count on the calendar, hours and minutes on the clock. Raises OverflowError beyond year 9998.
        """
        total: Counter[Unit] = Counter()
        for amount, unit in amounts:
            total[unit] += amount
        day = add_months(self.today, total["month"] + 12 * total["year"])
        day += timedelta(days=total["day"] + 7 * total["week"])
        if day.year > _LAST_YEAR:
            raise OverflowError("date value out of range")
        if "minute" not in total and "hour" not in total:
            return day
        start = self.now if day == self.today else self.moment(day, self.now.hour * 60 + self.now.minute)
        moment = start.astimezone(UTC) + timedelta(hours=total["hour"], minutes=total["minute"])
        return moment.replace(second=0, microsecond=0).astimezone(self.zone)

    def weekday_after_today(self, weekday: int) -> date:
        return self.today + timedelta(days=(weekday - self.today.weekday() - 1) % 7 + 1)

    def first_of_week(self, weeks: int = 0) -> date:
        """The first day of the person's week, or of one `weeks` later."""
        return self.today + timedelta(days=7 * weeks - (self.today.weekday() - self.week_start) % 7)

    def weekday_of_week(self, weekday: int, weeks: int) -> date:
        """That day of the person's week or of one `weeks` later."""
        return self.first_of_week(weeks) + timedelta(days=(weekday - self.week_start) % 7)

    def weekend(self, weeks: int = 0) -> date:
        """The Saturday of the weekend that lasts or comes, or of one `weeks` later. No first day of a week cuts one in
        two, so that on its Sunday a weekend still lasts.
        """
        return self.today + timedelta(days=5 - self.today.weekday() + 7 * weeks)


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day. Raises OverflowError beyond year 9999."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if years > date.max.year:
        raise OverflowError("date value out of range")
    return date(years, month + 1, min(day.day, calendar.monthrange(years, month + 1)[1]))


def month_day(year: int, month: int, day: int) -> date | None:
    """That day of a month, counted from its end if it is negative; None if the month has no such day."""
    last = calendar.monthrange(year, month)[1]
    return valid_date(year, month, day if day > 0 else last + 1 + day)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month, from its end if `nth` is negative."""
    days = [day for number in range(1, 32) if (day := valid_date(year, month, number)) and day.weekday() == weekday]
    return days[nth - 1 if nth > 0 else nth] if 0 < abs(nth) <= len(days) else None


def next_day_of_month(today: date, day: int, weekday: int | None = None) -> date | None:
    """The first date from today on with this number (and weekday); None if no month has it."""
    first = today.replace(day=1)
    for months in range(4 * 12):
        month = add_months(first, months)
        found = valid_date(month.year, month.month, day)
        if found and found >= today and weekday in (None, found.weekday()):
            return found
    return None


def next_day_of_year(today: date, month: int, day: int) -> date | None:
    """The first such date from today on; None if no year has it. Nine years reach over 2100, no leap year."""
    candidates = (valid_date(today.year + years, month, day) for years in range(9))
    return next((found for found in candidates if found and found >= today), None)


def valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
