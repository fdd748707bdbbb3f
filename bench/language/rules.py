"""`recurrence.jsonl`: a phrase and the RFC 5545 rule that it means.

Two rules are the same when they give the same days. The time of day is kept in a task's start, not in its rule, so
one that is said is compared with the due time. Our own phrases state the rule without its end, which may be there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from todo.language.recurrence import RecurrenceRule, RuleError, parse_rule

from bench.language.outcomes import Case, Corpus, Outcome
from bench.language.reading import Reading, read

NAME, BAR, NOW = "recurrence", 0.90, "2026-11-25T10:00:00"
_WORKDAYS = tuple((0, weekday) for weekday in range(5))


def corpora(cases: Iterable[Case]) -> Iterator[Corpus]:
    """All cases as one corpus."""
    yield Corpus(NAME, BAR, [_outcome(case) for case in cases])


def _outcome(case: Case) -> Outcome:
    reading = read(case["text"], NOW)
    right = is_right(case["rrule"], reading, with_end=case["src"] != "todo")
    return Outcome(case["text"], case["rrule"], str(reading), right, reading.microseconds)


def is_right(expected: str, reading: Reading, *, with_end: bool = True) -> bool:
    """Whether a reading recurs as expected; `none` expects that it does not recur."""
    if expected == "none" or not reading.rule:
        return expected == "none" and not reading.rule
    try:
        wanted, found = parse_rule(expected), parse_rule(reading.rule)
    except RuleError:
        return False
    if not with_end:
        found = replace(found, count=None, until=None)
    return _days(wanted) == _days(found) and _times_agree(wanted, found, reading)


def _days(rule: RecurrenceRule) -> tuple[object, ...]:
    frequency = rule.frequency
    by_day = tuple(sorted(set(rule.by_day)))
    if frequency == "DAILY" and rule.interval == 1 and by_day == _WORKDAYS:
        frequency = "WEEKLY"
    until = rule.until and rule.until.isoformat()[:10]
    months = tuple(sorted(rule.by_month)), tuple(sorted(rule.by_month_day)), tuple(sorted(rule.by_year_day))
    return (frequency, rule.interval, by_day, *months, rule.by_week_number, rule.by_position, rule.count, until)


def _times_agree(wanted: RecurrenceRule, found: RecurrenceRule, reading: Reading) -> bool:
    if not wanted.by_hour or wanted.by_hour == found.by_hour:
        return True
    at = reading.due.at if reading.due else None
    minute = wanted.by_minute[0] if wanted.by_minute else 0
    return len(wanted.by_hour) == 1 and at is not None and (at.hour, at.minute) == (wanted.by_hour[0], minute)
