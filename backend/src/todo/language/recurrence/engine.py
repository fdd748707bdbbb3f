"""When a recurrence happens next. Work is bounded whatever the rule and however long ago it began.

Days, weeks, months and years count on the calendar and keep the wall time over clock changes; so do hours ("every 12
hours" stays at 7 and 19 o'clock). Minutes and seconds count elapsed time. A wall time that a clock change skips moves
forward by the gap (RFC 5545, section 3.3.10).
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from todo.language.recurrence.days import days_of_period, period_of, with_implied_days
from todo.language.recurrence.rule import RecurrenceRule, has_days_or_times
from todo.language.recurrence.times import next_within_day

Anchor = Literal["due", "completion"]

# How much a search looks at before it takes the rule as ended: days and, three times as dear, periods. Years reach over
# the 146,097 days after which the calendar repeats.
_MOST_DAYS = 150_000


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule with its start: a day, or an aware instant. `anchor` says whether the next one counts from the due date or
    from the day of completion.
    """

    rule: RecurrenceRule
    start: date | datetime
    time_zone: str = "UTC"
    anchor: Anchor = "due"
    excluded: tuple[date | datetime, ...] = ()

    @property
    def has_time(self) -> bool:
        return isinstance(self.start, datetime)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def wall(self) -> datetime:
        """The start on the wall clock, without a zone; a day starts at midnight."""
        if isinstance(self.start, datetime):
            return self.start.astimezone(self.zone).replace(tzinfo=None)
        return datetime.combine(self.start, time())


def next_occurrence(recurrence: Recurrence, after: date | datetime) -> date | datetime | None:
    """The first occurrence strictly later than `after`: a day if the start is one, else an instant; None once it ended.

    A day as `after` of a timed recurrence stands for the end of that day; an instant for an untimed one for its day.
    """
    wall_after, excluded = _wall_after(recurrence, after), frozenset(recurrence.excluded)
    for wall in _walls(recurrence, wall_after):
        occurrence = _occurrence(recurrence, wall)
        if _is_over(recurrence, wall, occurrence):
            return None
        if _instant(recurrence, occurrence) > _after_instant(recurrence, after) and occurrence not in excluded:
            return occurrence
    return None


def occurrences(recurrence: Recurrence, after: date | datetime, limit: int) -> Iterator[date | datetime]:
    """At most `limit` occurrences later than `after`, in order."""
    for _ in range(limit):
        following = next_occurrence(recurrence, after)
        if following is None:
            return
        yield following
        after = following


def reanchored(recurrence: Recurrence, completed: date | datetime) -> Recurrence:
    """The recurrence counted from the day of completion: its wall time stays, a limited count goes on elsewhere."""
    if isinstance(completed, datetime):
        wall = completed.astimezone(recurrence.zone)
        day, moment = wall.date(), wall.replace(second=0, microsecond=0)
    else:
        day, moment = completed, None
    if not recurrence.has_time:
        return replace(recurrence, start=day)
    is_within_day = recurrence.rule.frequency in ("HOURLY", "MINUTELY", "SECONDLY")
    if is_within_day and moment:
        return replace(recurrence, start=moment)
    start = datetime.combine(day, recurrence.wall.time(), recurrence.zone)
    return replace(recurrence, start=start)


# --- Walls: occurrences on the wall clock, in order, from about `after` on


def _walls(recurrence: Recurrence, after: datetime) -> Iterator[datetime]:
    if recurrence.rule.frequency in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        return _counted(recurrence, after) if recurrence.rule.count else _of_days(recurrence, after)
    return next_within_day(recurrence.rule, recurrence.wall, after, recurrence.zone)


def _counted(recurrence: Recurrence, after: datetime) -> Iterator[datetime]:
    """A count is kept from the start on, whatever is asked for."""
    count, rule = recurrence.rule.count or 0, recurrence.rule
    if rule.frequency in ("DAILY", "WEEKLY") and not has_days_or_times(rule):
        days = rule.interval * (7 if rule.frequency == "WEEKLY" else 1)
        last = recurrence.wall + timedelta(days=days * (count - 1))
        yield from itertools.takewhile(lambda wall: wall <= last, _of_days(recurrence, after))
        return
    for number, wall in enumerate(_of_days(recurrence, recurrence.wall)):
        if number >= count:
            return
        if wall >= after:
            yield wall


def _of_days(recurrence: Recurrence, after: datetime) -> Iterator[datetime]:
    start = recurrence.wall
    rule = with_implied_days(recurrence.rule, start.date())
    times = _times(rule, start)
    index = max(0, period_of(rule, start.date(), after.date()))
    left = _MOST_DAYS
    while left > 0:
        try:
            days, seen = days_of_period(rule, start.date(), index)
        except (OverflowError, ValueError):  # the calendar ends at the year 9999
            return
        left -= seen + 2
        yield from _of_period(rule, days, times, max(start, after))
        index += 1


def _of_period(rule: RecurrenceRule, days: list[date], times: list[time], first: datetime) -> Iterator[datetime]:
    """The walls of one period from `first` on. BYSETPOS picks by place; no list of all days and times is made."""
    if rule.by_position:
        total = len(days) * len(times)
        places = {place - 1 if place > 0 else total + place for place in rule.by_position}
        chosen = sorted(place for place in places if 0 <= place < total)
        walls = (datetime.combine(days[place // len(times)], times[place % len(times)]) for place in chosen)
        yield from (wall for wall in walls if wall >= first)
        return
    for day in days:
        if day < first.date():
            continue
        for moment in times:
            wall = datetime.combine(day, moment)
            if wall >= first:
                yield wall


def _times(rule: RecurrenceRule, start: datetime) -> list[time]:
    return [
        time(hour, minute, second)
        for hour in sorted(rule.by_hour) or (start.hour,)
        for minute in sorted(rule.by_minute) or (start.minute,)
        for second in sorted(rule.by_second) or (start.second,)
    ]


# --- Between the wall clock and instants


def _wall_after(recurrence: Recurrence, after: date | datetime) -> datetime:
    """The wall time before which nothing can be later than `after`: earlier by what the clock was moved lately."""
    if not isinstance(after, datetime):
        return max(recurrence.wall, datetime.combine(after, time()))
    local = after.astimezone(recurrence.zone)
    if not recurrence.has_time:
        return max(recurrence.wall, datetime.combine(local.date(), time()))
    before = (after.astimezone(UTC) - timedelta(hours=26)).astimezone(recurrence.zone) if after.year > 1 else local
    moved = abs((local.utcoffset() or timedelta()) - (before.utcoffset() or timedelta()))
    return max(recurrence.wall, local.replace(tzinfo=None) - moved)


def _occurrence(recurrence: Recurrence, wall: datetime) -> date | datetime:
    if not recurrence.has_time:
        return wall.date()
    return wall.replace(tzinfo=recurrence.zone).astimezone(UTC).astimezone(recurrence.zone)


def _instant(recurrence: Recurrence, moment: date | datetime) -> datetime:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime.combine(moment, time(), UTC)


def _after_instant(recurrence: Recurrence, after: date | datetime) -> datetime:
    if recurrence.has_time and not isinstance(after, datetime):
        end = datetime.combine(after, time(23, 59, 59), recurrence.zone)
        return end.astimezone(UTC)
    if not recurrence.has_time and isinstance(after, datetime):
        return datetime.combine(after.astimezone(recurrence.zone).date(), time(), UTC)
    return _instant(recurrence, after)


def _is_over(recurrence: Recurrence, wall: datetime, occurrence: date | datetime) -> bool:
    until = recurrence.rule.until
    if until is None:
        return False
    if not isinstance(until, datetime):
        return wall.date() > until
    if until.tzinfo is None:
        return wall > until
    if isinstance(occurrence, datetime):
        return occurrence.astimezone(UTC) > until
    return occurrence > until.astimezone(recurrence.zone).date()
