"""The times of an hourly, minutely or secondly rule. What the rule leaves out is jumped over, not counted through."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from todo.language.recurrence.days import fits
from todo.language.recurrence.rule import RecurrenceRule, has_days_or_times

_STEPS = {
    "HOURLY": timedelta(hours=1),
    "MINUTELY": timedelta(minutes=1),
    "SECONDLY": timedelta(seconds=1),
}
_MOST_STEPS = 50_000  # a rule such as "hourly in February" jumps a day at a time: a century and more


def next_within_day(rule: RecurrenceRule, start: datetime, after: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Wall times in order from `after` on. `start` and `after` are wall times of the zone."""
    origin, target = _on_line(rule, start, zone), _on_line(rule, after, zone)
    step = _STEPS[rule.frequency] * rule.interval
    is_plain = not has_days_or_times(rule)
    is_counted = rule.count is not None
    index = 0 if is_counted and not is_plain else max(0, (target - origin) // step)
    found = index if is_plain else 0
    for _ in range(_MOST_STEPS):
        try:
            wall = _from_line(rule, origin + index * step, zone)
        except OverflowError:
            return
        if jump := _jump(rule, wall):
            index += max(1, -((wall - jump) // step))
            continue
        for one in _expanded(rule, wall):
            if one < start:
                continue
            if rule.count is not None and found >= rule.count:
                return
            found += 1
            if one >= after:
                yield one
        index += 1


def _on_line(rule: RecurrenceRule, wall: datetime, zone: ZoneInfo) -> datetime:
    """Hours count on the wall clock; minutes and seconds on a line without clock changes."""
    if rule.frequency == "HOURLY":
        return wall
    return wall.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)


def _from_line(rule: RecurrenceRule, line: datetime, zone: ZoneInfo) -> datetime:
    if rule.frequency == "HOURLY":
        return line
    return line.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)


def _jump(rule: RecurrenceRule, wall: datetime) -> datetime | None:
    """Where to look next when the rule leaves this day, hour or minute out; None when it fits."""
    midnight = wall.replace(hour=0, minute=0, second=0)
    if not fits(rule, wall.date()):
        return midnight + timedelta(days=1)
    if rule.by_hour and wall.hour not in rule.by_hour:
        return wall.replace(minute=0, second=0) + timedelta(hours=1)
    if rule.frequency != "HOURLY" and rule.by_minute and wall.minute not in rule.by_minute:
        return wall.replace(second=0) + timedelta(minutes=1)
    if rule.frequency == "SECONDLY" and rule.by_second and wall.second not in rule.by_second:
        return wall + timedelta(seconds=1)
    return None


def _expanded(rule: RecurrenceRule, wall: datetime) -> list[datetime]:
    """The times within one hour (or minute) that BYMINUTE and BYSECOND name, of which BYSETPOS picks."""
    minutes = sorted(rule.by_minute) if rule.frequency == "HOURLY" and rule.by_minute else [wall.minute]
    seconds = sorted(rule.by_second) if rule.frequency != "SECONDLY" and rule.by_second else [wall.second]
    walls = [wall.replace(minute=minute, second=second) for minute in minutes for second in seconds]
    if not rule.by_position:
        return walls
    places = {place - 1 if place > 0 else len(walls) + place for place in rule.by_position}
    return [walls[place] for place in sorted(places) if 0 <= place < len(walls)]
