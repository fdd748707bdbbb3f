"""`dates.jsonl`: a phrase, a reference time, and the point or stretch of time that is meant.

Right is a due date that falls on the expected time to its grain: the same minute, hour, day, week, month, quarter or
year. Where a stretch is meant that one phrase names ("tomorrow afternoon", "end of April"), any due date within it is
right; where both of its ends are said ("2-4pm"), the due date is its start.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from todo.language import Due

from bench.language import declined
from bench.language.outcomes import Case, Corpus, Outcome, moment
from bench.language.reading import read, say

BARS = {"todo": 0.98, "duckling": 0.85, "chrono": 0.90, "dateparser": 0.90, "recurrent": 0.95}
_SMALL_UNITS = re.compile(r"\b(?:[0-9]*(?:h|m|hrs?|mins?)|hours?|minutes?)\b|[0-9]:[0-9]", re.IGNORECASE)
_BOTH_ENDS = re.compile(
    r"\s-\s|[0-9][a-z]*-[0-9]|[0-9]\w* (?:to|through|until+) \w|\b(?:from|between)\b.*\b(?:to|and|until+)\b"
    r"|\blater than\b|\bfor \w+ (?:min|hour|day|week)",
    re.IGNORECASE,
)


def corpora(cases: Iterable[Case]) -> Iterator[Corpus]:
    """One corpus for each source of the cases, and one for those of ours that hold no date."""
    by_name: dict[str, list[Outcome]] = {}
    for case in cases:
        source, has_date = case["src"], case["kind"] != "none"
        by_name.setdefault(f"dates: {source}" if has_date else f"no date: {source}", []).append(_outcome(case))
    for name, outcomes in by_name.items():
        kind, source = name.split(": ")
        yield Corpus(name, 1.0 if kind == "no date" else BARS.get(source), outcomes)


def _outcome(case: Case) -> Outcome:
    reading = read(case["text"], case["ref"])
    if case["kind"] == "none":
        return Outcome(case["text"], "no date", str(reading), reading.due is None, reading.microseconds)
    # Our own phrases were all chosen because tasks hold such: none of them is declined.
    kind = "" if case["src"] == "todo" else declined.kind(case)
    expected = case["start"] + (f" to {case['end']}" if case.get("end") else f" ({declined.grain(case)})")
    return Outcome(
        case["text"], expected, say(reading.due) or "none", is_right(case, reading.due), reading.microseconds, kind
    )


def is_right(case: Case, due: Due | None) -> bool:
    """Whether a due date is the expected time to its grain."""
    if due is None:
        return False
    start = moment(case["start"])
    if case.get("end") and not _BOTH_ENDS.search(case["text"]):
        # "Within 2 weeks" holds the day two weeks from now.
        grace = timedelta(days=case["text"].lower().startswith("within"))
        return _is_within(due, start, moment(case["end"]) + grace)
    grain = "day" if _carries_time(case, start) else declined.grain(case)
    return _stretch(due, grain) == _same(start, grain)


def _carries_time(case: Case, start: datetime) -> bool:
    """Whether the time of day is only the reference's, carried along by a phrase of days or longer."""
    reference = moment(case["ref"])
    is_carried = (start.hour, start.minute) in ((reference.hour, reference.minute), (reference.hour, 0))
    return is_carried and not _SMALL_UNITS.search(case["text"].strip())


def _stretch(due: Due, grain: str) -> object:
    if due.at:
        return _same(due.at.replace(tzinfo=None), grain)
    # A day without a time says no hour: it can't be right to the hour or the minute.
    return _same(datetime.combine(due.day, time()), grain) if grain not in _CLOCK else None


_CLOCK = ("hour", "minute", "second")


def _same(moment: datetime, grain: str) -> object:
    """What two moments of the same stretch have in common."""
    day: date = moment.date()
    match grain:
        case "minute" | "second":
            return day, moment.hour, moment.minute
        case "hour":
            return day, moment.hour
        case "week":
            return day.isocalendar()[:2]
        case "month":
            return day.year, day.month
        case "quarter":
            return day.year, (day.month - 1) // 3
        case "year":
            return day.year
    return day


def _is_within(due: Due, start: datetime, end: datetime) -> bool:
    if due.at:
        return start <= due.at.astimezone(UTC).replace(tzinfo=None) <= end
    last = (end - timedelta(minutes=1)).date()
    return start.date() <= due.day <= last
