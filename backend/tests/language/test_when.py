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
