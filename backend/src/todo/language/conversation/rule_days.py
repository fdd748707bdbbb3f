"""Another day for a rule: "no, wednesday" after "every thursday"."""

from dataclasses import replace
from typing import Any

from todo.language.quick_add import parse_quick_add
from todo.language.recurrence.rule import RecurrenceRule
from todo.language.when import read_when

# Before a weekday it makes a rule, in each language that days are read in.
_EVERY = ("jeden", "cada", "every")
_LINKS = ("on", "am", "el", "al", "los")


def with_rule_of(when: str, said: str, **reading: Any) -> str:
    """What a weekday means after a rule of one day a week that is in what was said: the rule with that day, written as
    RFC 5545 has it. Anything else stays as it is. `reading` as `read_when` takes it.
    """
    before, day = _rule(said, reading), _weekly(when, reading)
    if before is None or day is None or len(before.by_day) != 1 or before.frequency != "WEEKLY":
        return when
    rule, time = day
    new = replace(before, by_day=rule.by_day)
    return f"RRULE:{new} at {time}" if time and not before.by_hour else f"RRULE:{new}"


def _rule(said: str, reading: dict[str, Any]) -> RecurrenceRule | None:
    """The rule in a line, in the person's language or else in English."""
    codes = dict.fromkeys((reading.get("language_code", "en"), "en"))
    lines = (parse_quick_add(said, **{**reading, "language_code": code}) for code in codes)
    return next((line.recurrence.rule for line in lines if line.recurrence), None)


def _weekly(when: str, reading: dict[str, Any]) -> tuple[RecurrenceRule, str | None] | None:
    """The rule that a bare weekday makes after "every", and its time of day if one was said."""
    first, _, rest = when.strip().partition(" ")
    bare = rest if first.lower() in _LINKS else when.strip()
    for every in _EVERY:
        found = read_when(f"{every} {bare}", **reading)
        rule = found.recurrence.rule if found and found.recurrence else None
        if found and found.due and rule and rule.frequency == "WEEKLY" and len(rule.by_day) == 1:
            return rule, f"{found.due.at:%H:%M}" if found.due.at else None
    return None
