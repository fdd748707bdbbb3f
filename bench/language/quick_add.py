"""`quickadd.jsonl`: whole lines and what a person means by them, in a short notation.

`2026-11-26 17:00 every 2 weeks after completion`; `or` and `|` separate readings that are both right, `~` marks a time
that stands for a part of the day, `none` a line without a date.
"""

import re
from collections.abc import Iterable, Iterator

from bench.language import rules
from bench.language.outcomes import Case, Corpus, Outcome
from bench.language.reading import Reading, read, say

NAME, BAR = "quick add", 44 / 46
_LANGUAGE = re.compile(r"(de|es): ")
_FREQUENCIES = {"hour": "HOURLY", "day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_EVERY = re.compile(r"every (?P<count>[0-9]+) (?P<unit>hour|day|week|month|year)s")
_WEEKLY = re.compile(r"weekly (?P<days>[A-Z,-]+)")
_MONTHLY = re.compile(r"monthly (?:day )?(?:(?P<day>-?[0-9]+)(?![0-9A-Z])|(?P<weekday>-?[0-9][A-Z]{2}))")


def corpora(cases: Iterable[Case]) -> Iterator[Corpus]:
    """All lines as one corpus."""
    yield Corpus(NAME, BAR, [_outcome(case) for case in cases])


def _outcome(case: Case) -> Outcome:
    expected = case["expect"]
    language = match[1] if (match := _LANGUAGE.match(expected)) else "en"
    reading = read(case["text"], case["now"], language)
    return Outcome(case["text"], expected, str(reading), is_right(expected, reading), reading.microseconds)


def is_right(expected: str, reading: Reading) -> bool:
    """Whether a reading is one of those that are expected of a line."""
    if expected == "ambiguous":
        return True
    if expected == "reject time":
        return reading.due is not None and reading.due.at is None
    if expected.startswith("none"):
        return reading.due is None and not reading.rule
    return _date_agrees(expected, reading) and _rule_agrees(expected, reading) and _length_agrees(expected, reading)


def _date_agrees(expected: str, reading: Reading) -> bool:
    said = say(reading.due)
    # A part of the day is any time of that day.
    if "~" in expected:
        return said[:10] == expected[:10]
    dates = [date for part in re.split(r"\||\bor\b", expected) for date in _dates(part, expected)]
    return said in dates


def _dates(part: str, expected: str) -> Iterator[str]:
    if found := re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2})?", part):
        yield found[0]
    elif found := re.fullmatch(r"\s*([0-9]{2}:[0-9]{2})\s*", part):  # "17:00|05:00": the same day
        day = re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", expected)
        yield f"{day[0] if day else ''} {found[1]}"


def _rule_agrees(expected: str, reading: Reading) -> bool:
    wanted = _rule(expected)
    has_end = "until" not in expected or "UNTIL" in reading.rule
    after = "after completion" in expected
    return rules.is_right(wanted, reading, with_end=False) and has_end and after == reading.after_completion


def _rule(expected: str) -> str:
    if match := _EVERY.search(expected):
        return f"FREQ={_FREQUENCIES[match['unit']]};INTERVAL={match['count']}"
    if match := _WEEKLY.search(expected):
        return "FREQ=WEEKLY;BYDAY=" + match["days"].replace("MO-FR", "MO,TU,WE,TH,FR")
    if match := _MONTHLY.search(expected):
        by = f"BYMONTHDAY={match['day']}" if match["day"] else f"BYDAY={match['weekday']}"
        return f"FREQ=MONTHLY;{by}"
    return "none"


def _length_agrees(expected: str, reading: Reading) -> bool:
    """A length that is said ("14:00-16:00", "+ 45m") must be there."""
    if match := re.search(r"([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})", expected):
        hour, minute, end_hour, end_minute = map(int, match.groups())
        return _minutes(reading) == (end_hour - hour) * 60 + end_minute - minute
    if match := re.search(r"\+ ([0-9]+)m", expected):
        return _minutes(reading) == int(match[1])
    return True


def _minutes(reading: Reading) -> int | None:
    return None if reading.duration is None else round(reading.duration.total_seconds() / 60)
