"""A recurrence as calendars exchange it: DTSTART, RRULE and EXDATE lines of RFC 5545, read and written."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from todo.language.recurrence.engine import Recurrence
from todo.language.recurrence.rule import RecurrenceRule, RuleError, parse_rule, read_moment, write_moment

_LINE = re.compile(r"(?P<name>DTSTART|RRULE|EXDATE)(?P<parameters>(?:;[A-Z-]+=[^;:]+)*):(?P<value>.+)", re.IGNORECASE)
_ZONE = re.compile(r";TZID=(?P<zone>[^;:]+)", re.IGNORECASE)
_MOST_EXCLUDED = 1_000


def parse_series(text: str, *, start: date | datetime | None = None, time_zone: str = "UTC") -> Recurrence:
    """The recurrence of such lines; `start` and `time_zone` stand in where they do not say it. Raises RuleError."""
    rule: RecurrenceRule | None = None
    excluded: list[date | datetime] = []
    for line in text.split("\n"):
        match = _LINE.fullmatch(line.strip())
        if not line.strip():
            continue
        if match is None:
            raise RuleError(f"{line.strip()[:40]!r} is no DTSTART, RRULE or EXDATE")
        name, zone = match["name"].upper(), _ZONE.search(match["parameters"])
        if name == "RRULE":
            rule = parse_rule(match["value"])
            continue
        moments = [_placed(read_moment(one), zone["zone"] if zone else time_zone) for one in match["value"].split(",")]
        if name == "EXDATE":
            excluded += moments
        else:
            start, time_zone = moments[0], zone["zone"] if zone else time_zone
    if rule is None or start is None:
        raise RuleError("a recurrence needs an RRULE and a start")
    if len(excluded) > _MOST_EXCLUDED:
        raise RuleError(f"more than {_MOST_EXCLUDED} dates are excluded")
    return Recurrence(rule, start, time_zone, excluded=tuple(excluded))


def _placed(moment: date | datetime, time_zone: str) -> date | datetime:
    if not isinstance(moment, datetime) or moment.tzinfo:
        return moment
    try:
        return moment.replace(tzinfo=ZoneInfo(time_zone))
    except (ZoneInfoNotFoundError, ValueError):
        raise RuleError(f"there is no time zone {time_zone!r}") from None


def format_series(recurrence: Recurrence) -> str:
    """The lines that `parse_series` reads back as the same recurrence (but for its anchor, which RFC 5545 lacks)."""
    lines = [_line("DTSTART", [recurrence.start], recurrence.time_zone), f"RRULE:{recurrence.rule}"]
    if recurrence.excluded:
        lines.append(_line("EXDATE", list(recurrence.excluded), recurrence.time_zone))
    return "\n".join(lines)


def _line(name: str, moments: list[date | datetime], time_zone: str) -> str:
    if not isinstance(moments[0], datetime):
        return f"{name};VALUE=DATE:" + ",".join(map(write_moment, moments))
    zone = ZoneInfo(time_zone)
    walls = [one.astimezone(zone).replace(tzinfo=None) for one in moments if isinstance(one, datetime)]
    return f"{name};TZID={time_zone}:" + ",".join(map(write_moment, walls))
