"""A recurrence rule of RFC 5545, section 3.3.10: parsed, checked and written. What it means is `engine.py`'s."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal, get_args

Frequency = Literal["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_LONGEST = 2_000  # characters; no rule that a calendar writes comes near
_WEEKDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?[0-9]{1,6}")
_UNTIL = re.compile(r"[0-9]{8}(?:T[0-9]{6}Z?)?")


class RuleError(ValueError):
    """A text is no recurrence rule; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurrenceRule:
    """`by_day` are pairs of an ordinal (0: every one) and a weekday (Monday is 0). `until` is inclusive."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    by_month: tuple[int, ...] = ()
    by_week_number: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    by_hour: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_second: tuple[int, ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0

    def __str__(self) -> str:
        """The rule as RFC 5545 writes it, without its name: `FREQ=WEEKLY;BYDAY=TU,TH`."""
        parts = [f"FREQ={self.frequency}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        for name, (field, _, _) in _NUMBER_LISTS.items():
            values = getattr(self, field)
            if name == "BYSETPOS" and self.by_day:
                parts.append("BYDAY=" + ",".join(_write_weekday(*pair) for pair in self.by_day))
            if values:
                parts.append(f"{name}=" + ",".join(map(str, values)))
        if self.week_start:
            parts.append(f"WKST={WEEKDAYS[self.week_start]}")
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        if self.until is not None:
            parts.append(f"UNTIL={write_moment(self.until)}")
        return ";".join(parts)


# Each list of numbers: its field, and the least and greatest value. A lower bound of 0 means that there is no sign.
_NUMBER_LISTS: dict[str, tuple[str, int, int]] = {
    "BYMONTH": ("by_month", 1, 12),
    "BYWEEKNO": ("by_week_number", -53, 53),
    "BYYEARDAY": ("by_year_day", -366, 366),
    "BYMONTHDAY": ("by_month_day", -31, 31),
    "BYHOUR": ("by_hour", 0, 23),
    "BYMINUTE": ("by_minute", 0, 59),
    "BYSECOND": ("by_second", 0, 59),
    "BYSETPOS": ("by_position", -366, 366),
}


def parse_rule(text: str) -> RecurrenceRule:
    """The rule that `FREQ=...;...` states, with or without `RRULE:` before it. Raises RuleError."""
    if len(text) > _LONGEST:
        raise RuleError(f"the rule is longer than {_LONGEST} characters")
    values: dict[str, object] = {}
    for part in text.strip().upper().removeprefix("RRULE:").rstrip(";").split(";"):
        name, equals, said = part.strip().partition("=")
        if not equals or not said:
            raise RuleError(f"{part!r} is not a NAME=VALUE of a rule")
        field, read = _reader(name)
        if field in values:
            raise RuleError(f"{name} stands twice in the rule")
        values[field] = read(said)
    return _checked(values)


def _reader(name: str) -> tuple[str, Callable[[str], object]]:
    if name in _NUMBER_LISTS:
        field, least, greatest = _NUMBER_LISTS[name]
        return field, lambda said: _numbers(name, said, least, greatest)
    if name in _SINGLE:
        return _SINGLE[name]
    raise RuleError(f"{name or 'an empty name'} is no part of a rule")


def _checked(values: dict[str, object]) -> RecurrenceRule:
    if "frequency" not in values:
        raise RuleError("the rule has no FREQ")
    if values.get("count") is not None and values.get("until") is not None:
        raise RuleError("a rule has COUNT or UNTIL, not both")
    rule = RecurrenceRule(**values)  # type: ignore[arg-type]
    if any(ordinal for ordinal, _ in rule.by_day) and (
        rule.frequency not in ("MONTHLY", "YEARLY") or rule.by_week_number
    ):
        raise RuleError("BYDAY with a number needs FREQ=MONTHLY or YEARLY, and no BYWEEKNO")
    if rule.by_week_number and rule.frequency != "YEARLY":
        raise RuleError("BYWEEKNO needs FREQ=YEARLY")
    if rule.by_position and not has_days_or_times(rule):
        raise RuleError("BYSETPOS needs another BY part")
    return rule


def has_days_or_times(rule: RecurrenceRule) -> bool:
    """Whether any BY part other than BYSETPOS is set."""
    lists = [getattr(rule, field) for field, _, _ in _NUMBER_LISTS.values() if field != "by_position"]
    return any((*lists, rule.by_day))


def _numbers(name: str, said: str, least: int, greatest: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(_number(name, one, least, greatest) for one in said.split(",")))


def _number(name: str, said: str, least: int, greatest: int) -> int:
    number = int(said) if _NUMBER.fullmatch(said) else None
    if number is None or not least <= number <= greatest or (least < 0 and number == 0):
        raise RuleError(f"{name} can't be {said}")
    return number


def _frequency(said: str) -> Frequency:
    for frequency in get_args(Frequency):
        if said == frequency:
            return said  # type: ignore[return-value]
    raise RuleError(f"FREQ can't be {said}")


def _weekdays(said: str) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys(_weekday(one) for one in said.split(",")))


def _weekday(said: str) -> tuple[int, int]:
    match = _WEEKDAY.fullmatch(said)
    if match is None:
        raise RuleError(f"BYDAY can't be {said}")
    ordinal = _number("BYDAY", match[1], -53, 53) if match[1] else 0
    return ordinal, WEEKDAYS.index(match[2])


def _write_weekday(ordinal: int, weekday: int) -> str:
    return f"{ordinal or ''}{WEEKDAYS[weekday]}"


def _week_start(said: str) -> int:
    if said not in WEEKDAYS:
        raise RuleError(f"WKST can't be {said}")
    return WEEKDAYS.index(said)


def read_moment(said: str) -> date | datetime:
    """`20261225`, `20261225T090000` (on some clock, so naive) or `20261225T080000Z` (aware). Raises RuleError."""
    if not _UNTIL.fullmatch(said):
        raise RuleError(f"{said!r} is no date or time of RFC 5545")
    try:
        if "T" not in said:
            return date(int(said[:4]), int(said[4:6]), int(said[6:]))
        moment = datetime.strptime(said[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - whose clock it is on is not known yet
    except ValueError:
        raise RuleError(f"{said!r} is no possible date or time") from None
    return moment.replace(tzinfo=UTC) if said.endswith("Z") else moment


def write_moment(moment: date | datetime) -> str:
    """The opposite of `read_moment`; aware times are written in UTC."""
    if not isinstance(moment, datetime):
        return f"{moment.year:04}{moment.month:02}{moment.day:02}"
    suffix = "Z" if moment.tzinfo else ""
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return f"{moment.year:04}{moment.month:02}{moment.day:02}T{moment:%H%M%S}{suffix}"


_SINGLE: dict[str, tuple[str, Callable[[str], object]]] = {
    "FREQ": ("frequency", _frequency),
    "INTERVAL": ("interval", lambda said: _number("INTERVAL", said, 1, 99_999)),
    "COUNT": ("count", lambda said: _number("COUNT", said, 1, 999_999)),
    "UNTIL": ("until", read_moment),
    "BYDAY": ("by_day", _weekdays),
    "WKST": ("week_start", _week_start),
}
