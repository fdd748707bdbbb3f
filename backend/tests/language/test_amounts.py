"""Amounts of time and how they are said: lengths, sums on the calendar, and the words of chips."""

from datetime import date, datetime, timedelta

import pytest
from language.reading import CLOCK, NOW
from todo.language.amounts import Amount, in_minutes, later, read_amount
from todo.language.grammar import language
from todo.language.labels import day_label, duration_label, moment_label, range_label, time_label

# --- Amounts


def amounts(text: str, code: str = "en") -> list[Amount]:
    return read_amount(language(code).lexicon.read(text).values)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "3 days", [(3, "day")]),
        ("en", "a week", [(1, "week")]),
        ("en", "half an hour", [(0.5, "hour")]),
        ("en", "an hour and a half", [(1.5, "hour")]),
        ("en", "2 and a half hours", [(2.5, "hour")]),
        ("en", "2.5 hours", [(2.5, "hour")]),
        ("en", "3/4 hours", [(0.75, "hour")]),
        ("en", "1h30m", [(1, "hour"), (30, "minute")]),
        ("en", "1 day, 2 hours and 5 mins", [(1, "day"), (2, "hour"), (5, "minute")]),
        ("en", "days", []),
        ("en", "5", []),
        ("de", "anderthalb Stunden", [(1.5, "hour")]),
        ("de", "eine Stunde 20 Minuten", [(1, "hour"), (20, "minute")]),
        ("es", "una hora y media", [(1.5, "hour")]),
    ],
)
def test_amounts_of_a_text(code: str, text: str, expected: list[Amount]) -> None:
    assert amounts(text, code) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([(1, "hour"), (30, "minute")], 90),
        ([(1.5, "hour")], 90),
        ([(90, "second")], 2),
        ([(20, "second")], None),
        ([(2, "day")], 2880),
        ([(1, "month")], None),
        ([(0, "minute")], None),
        ([], None),
    ],
)
def test_a_length_in_minutes(said: list[Amount], expected: int | None) -> None:
    assert in_minutes(said) == expected


@pytest.mark.parametrize(
    ("said", "sign", "expected"),
    [
        ([(3, "day")], 1, date(2026, 11, 28)),
        ([(3, "day")], -1, date(2026, 11, 22)),
        ([(1, "fortnight")], 1, date(2026, 12, 9)),
        ([(1, "quarter")], 1, date(2027, 2, 25)),
        ([(1, "decade")], 1, date(2036, 11, 25)),
        ([(1.5, "year")], 1, date(2028, 5, 25)),
        ([(1.5, "decade")], 1, date(2041, 11, 25)),
        ([(1.5, "day")], 1, NOW + timedelta(hours=36)),
        ([(0.5, "hour")], 1, NOW + timedelta(minutes=30)),
        ([(90, "second")], 1, NOW + timedelta(minutes=1)),
        ([(1, "day"), (2, "hour")], 1, NOW + timedelta(hours=26)),
        ([(0, "day")], 1, None),
        ([], 1, None),
    ],
)
def test_now_and_an_amount(said: list[Amount], sign: int, expected: date | datetime | None) -> None:
    assert later(CLOCK, said, sign) == expected


# --- Labels


@pytest.mark.parametrize(
    ("code", "day", "label"),
    [
        ("en", date(2026, 11, 25), "Today"),
        ("de", date(2026, 11, 26), "Morgen"),
        ("es", date(2026, 11, 26), "Mañana"),
        ("en", date(2026, 11, 27), "Fri 27 Nov"),
        ("de", date(2026, 11, 27), "Fr 27. Nov"),
        ("es", date(2026, 11, 27), "viernes 27 nov"),
        ("en", date(2026, 11, 24), "Tue 24 Nov"),
        ("de", date(2027, 3, 1), "Mo 1. Mär 2027"),
    ],
)
def test_days(code: str, day: date, label: str) -> None:
    assert day_label(day, CLOCK, language(code)) == label


@pytest.mark.parametrize(
    ("hour", "minute", "on_24", "on_12"),
    [
        (0, 0, "00:00", "12 am"),
        (0, 5, "00:05", "12:05 am"),
        (9, 0, "09:00", "9 am"),
        (12, 0, "12:00", "12 pm"),
        (12, 30, "12:30", "12:30 pm"),
        (23, 59, "23:59", "11:59 pm"),
    ],
)
def test_times(hour: int, minute: int, on_24: str, on_12: str) -> None:
    at = NOW.replace(hour=hour, minute=minute)
    assert (time_label(at), time_label(at, twelve_hour=True)) == (on_24, on_12)
    assert moment_label(at, CLOCK, language("en"), twelve_hour=True) == f"Today {on_12}"


def test_ranges() -> None:
    start = NOW.replace(hour=23)
    assert range_label(start, 120) == "23:00-01:00"
    assert range_label(start, 120, twelve_hour=True) == "11 pm-1 am"


@pytest.mark.parametrize(("minutes", "label"), [(5, "5 min"), (60, "1 h"), (90, "1 h 30 min"), (1440, "24 h")])
def test_durations(minutes: int, label: str) -> None:
    assert duration_label(minutes) == label
