"""Words that say when: all of them must, and what they say is one thing."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language import When, read_day, read_when

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)  # a Wednesday, 13:00 in Berlin


def read(text: str, code: str = "en", day_first: bool | None = None) -> When | None:
    return read_when(text, now=NOW, time_zone="Europe/Berlin", language_code=code, day_first=day_first)


def due(text: str, code: str = "en", day_first: bool | None = None) -> str | None:
    found = read(text, code, day_first)
    if found is None or found.due is None:
        return None
    return found.due.at.isoformat(timespec="minutes")[:16] if found.due.at else str(found.due.date)


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("friday", "en", "2026-11-27"),
        ("Friday 5pm", "en", "2026-11-27T17:00"),
        ("in 2 weeks", "en", "2026-12-09"),
        ("2026-12-24", "en", "2026-12-24"),
        ("2026-12-24T18:00+01:00", "en", "2026-12-24T18:00"),
        ("3 months ago", "en", "2026-08-25"),
        ("freitag", "de", "2026-11-27"),
        ("friday", "de", "2026-11-27"),
        ("mañana", "es", "2026-11-26"),
        ("3/4", "en", "2027-03-04"),
        ("3/4", "de", "2027-04-03"),
    ],
)
def test_a_day_or_a_moment(text: str, code: str, expected: str) -> None:
    assert due(text, code) == expected


def test_the_persons_order_of_day_and_month_counts() -> None:
    assert due("3/4", "en", True) == "2027-04-03"
    assert due("3/4", "de", False) == "2027-03-04"


@pytest.mark.parametrize("text", ["none", "None", "", " ", "no date", "no due date", "null"])
def test_no_date(text: str) -> None:
    assert read(text) == When(nothing=True)


def test_no_date_in_german() -> None:
    assert read("kein Datum", "de") == When(nothing=True)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("+1 day", 1, "day"),
        ("+1d", 1, "day"),
        ("-2 hours", -2, "hour"),
        ("− 30 min", -30, "minute"),
        ("3 weeks later", 3, "week"),
        ("1 month earlier", -1, "month"),
        ("+1 year", 1, "year"),
    ],
)
def test_a_shift(text: str, amount: int, unit: str) -> None:
    assert read(text) == When(shift=(amount, unit))  # type: ignore[arg-type]


def test_a_rule_has_its_first_occurrence() -> None:
    found = read("every monday")
    assert found is not None
    assert found.recurrence is not None
    assert str(found.recurrence.rule) == "FREQ=WEEKLY;BYDAY=MO"
    assert found.due is not None
    assert found.due.date == date(2026, 11, 30)


@pytest.mark.parametrize(("text", "expected"), [("5pm", True), ("today 5pm", False), ("friday", False)])
def test_whether_only_a_time_is_said(text: str, expected: bool) -> None:
    found = read(text)
    assert found is not None
    assert found.time_only is expected


@pytest.mark.parametrize("text", ["blue", "friday call mum", "buy milk", "friday #Home", "x" * 300])
def test_anything_else_is_not_read(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("friday", "2026-11-27"),
        ("-7 days", "2026-11-18"),
        ("friday 5pm", "2026-11-27"),
        ("2026-12-24", "2026-12-24"),
        ("blue", None),
        ("", None),
        ("every monday", None),
    ],
)
def test_days(text: str, expected: str | None) -> None:
    found = read_day(text, now=NOW, time_zone="Europe/Berlin")
    assert (found and found.isoformat()) == expected


@given(st.text(max_size=40) | st.from_regex(r"[+-]\d{1,5} ?(day|week|month|year|hour)s?", fullmatch=True))
def test_any_text_gives_exactly_one_meaning_or_none(text: str) -> None:
    found: Any = read(text)
    if found is not None:
        assert sum((found.due is not None, found.shift is not None, found.nothing)) == 1
        assert found.recurrence is None or found.due is not None


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("  next   monday ", "en", "2026-11-30"),
        ("tomorrow morning", "en", "2026-11-26T09:00"),
        ("tonight", "en", "2026-11-25T20:00"),
        ("end of month", "en", "2026-11-30"),
        ("2026-12-24T18:00Z", "en", "2026-12-24T19:00"),
        ("2026-12-24 18:00", "en", "2026-12-24T18:00"),
        ("übermorgen", "de", "2026-11-27"),
        ("heute 17 Uhr", "de", "2026-11-25T17:00"),
        ("24.12.", "de", "2026-12-24"),
        ("el viernes", "es", "2026-11-27"),
        ("3/4", "es", "2027-04-03"),
        ("übermorgen", "en", None),
        ("2026-13-01", "en", None),
        ("2026-02-30", "en", None),
        ("friday or saturday", "en", None),
        ("monday friday", "en", None),
        ("by friday call", "en", None),
        ("day", "en", None),
    ],
)
def test_more_days_and_moments(text: str, code: str, expected: str | None) -> None:
    assert due(text, code) == expected


@pytest.mark.parametrize("text", ["NEVER", "remove", "Clear", "  nothing  "])
def test_words_that_take_the_date_away(text: str) -> None:
    assert read(text) == When(nothing=True)


def test_no_date_in_spanish_is_not_known_in_english() -> None:
    assert read("sin fecha", "es") == When(nothing=True)
    assert read("sin fecha") is None


@pytest.mark.parametrize(
    ("text", "code", "rule", "first"),
    [
        ("every day at 8am", "en", "FREQ=DAILY", "2026-11-26T08:00"),
        ("every 15th", "en", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-12-15"),
        ("jeden Montag", "de", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30"),
        ("cada lunes", "es", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30"),
        ("every monday", "de", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30"),
    ],
)
def test_rules_in_each_language(text: str, code: str, rule: str, first: str) -> None:
    found = read(text, code)
    assert found is not None
    assert found.recurrence is not None
    assert str(found.recurrence.rule) == rule
    assert due(text, code) == first
    assert not found.time_only


UNITS = ["minute", "hour", "day", "week", "month", "year"]


@given(st.integers(0, 9999), st.sampled_from(UNITS), st.sampled_from(["", "s"]))
def test_the_ways_to_say_a_shift_agree(amount: int, unit: str, plural: str) -> None:
    forward, back = When(shift=(amount, unit)), When(shift=(-amount, unit))  # type: ignore[arg-type]
    assert read(f"+{amount} {unit}{plural}") == read(f"{amount}{unit}{plural} LATER") == forward
    assert read(f"-{amount}{unit}{plural}") == read(f"− {amount} {unit}{plural}") == back
    assert read(f"{amount} {unit}{plural} earlier") == back


@pytest.mark.parametrize(
    "text", ["+3 days later", "+ day", "3 days later than that", "++1 day", "+1 day +1 day", "+1.5 days"]
)
def test_what_only_looks_like_a_shift(text: str) -> None:
    found = read(text)
    assert found is None or found.shift is None


@pytest.mark.parametrize(
    ("text", "code", "day_first", "expected"),
    [
        ("morgen", "de", None, "2026-11-26"),
        ("mañana", "es", None, "2026-11-26"),
        ("-1 month", "en", None, "2026-10-25"),
        ("first day of the month", "en", None, "2026-12-01"),
        ("  next   monday ", "en", None, "2026-11-30"),
        ("3/4", "en", None, "2027-03-04"),
        ("3/4", "en", True, "2027-04-03"),
        ("3/4", "de", None, "2027-04-03"),
        ("3/4", "de", False, "2027-03-04"),
        ("due friday", "en", None, None),
        ("morgen", "en", None, None),
        ("-9999 years", "en", None, None),
        ("x" * 61, "en", None, None),
    ],
)
def test_days_in_each_language(text: str, code: str, day_first: bool | None, expected: str | None) -> None:
    found = read_day(text, now=NOW, time_zone="Europe/Berlin", language_code=code, day_first=day_first)
    assert (found and found.isoformat()) == expected


@pytest.mark.parametrize(
    ("zone", "day"), [("America/Los_Angeles", 25), ("Europe/Berlin", 26), ("Pacific/Auckland", 26)]
)
def test_today_is_the_persons_own(zone: str, day: int) -> None:
    late = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)
    assert read_day("today", now=late, time_zone=zone) == date(2026, 11, day)
    found = read_when("today", now=late, time_zone=zone)
    assert found is not None
    assert found.due is not None
    assert found.due.date == date(2026, 11, day)


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.sampled_from(["en", "de", "es"]))
def test_a_written_day_is_that_day_to_both_readers(day: date, code: str) -> None:
    assert due(day.isoformat(), code) == day.isoformat()
    assert read_day(day.isoformat(), now=NOW, time_zone="Europe/Berlin", language_code=code) == day
