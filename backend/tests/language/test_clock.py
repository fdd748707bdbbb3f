"""Calendar arithmetic: month ends, weekdays of ISO weeks, instants."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from language.reading import CLOCK
from todo.language.clock import Clock, add_months, next_day_of_month, next_day_of_year, valid_date


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 1, 31), 2, date(2027, 3, 31)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 25), 2, date(2027, 1, 25)),
        (date(2026, 11, 25), 0, date(2026, 11, 25)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_add_months_keeps_the_day_or_takes_the_months_last(day: date, months: int, result: date) -> None:
    assert add_months(day, months) == result


def test_add_months_knows_the_end_of_the_calendar() -> None:
    with pytest.raises(OverflowError):
        add_months(date(2026, 11, 25), 12 * 8000)


@pytest.mark.parametrize(
    ("day", "weekday", "result"),
    [
        (25, None, date(2026, 11, 25)),
        (24, None, date(2026, 12, 24)),
        (31, None, date(2026, 12, 31)),
        (13, 4, date(2027, 8, 13)),
        (29, 0, date(2027, 3, 29)),
        (32, None, None),
        (0, None, None),
    ],
)
def test_next_day_of_month(day: int, weekday: int | None, result: date | None) -> None:
    assert next_day_of_month(CLOCK.today, day, weekday) == result


@pytest.mark.parametrize(
    ("month", "day", "result"),
    [
        (11, 25, date(2026, 11, 25)),
        (11, 24, date(2027, 11, 24)),
        (2, 29, date(2028, 2, 29)),
        (2, 30, None),
        (13, 1, None),
    ],
)
def test_next_day_of_year(month: int, day: int, result: date | None) -> None:
    assert next_day_of_year(CLOCK.today, month, day) == result


def test_valid_date() -> None:
    assert valid_date(2028, 2, 29) == date(2028, 2, 29)
    assert valid_date(2027, 2, 29) is None


@pytest.mark.parametrize("weekday", range(7))
def test_the_weekday_after_today_is_one_to_seven_days_ahead(weekday: int) -> None:
    day = CLOCK.weekday_after_today(weekday)
    assert day.weekday() == weekday
    assert 1 <= (day - CLOCK.today).days <= 7


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("weeks", [-1, 0, 1])
def test_the_weekday_of_a_week_is_in_that_iso_week(weekday: int, weeks: int) -> None:
    day = CLOCK.weekday_of_week(weekday, weeks)
    assert day.isocalendar()[1:] == (CLOCK.today.isocalendar()[1] + weeks, weekday + 1)


def test_later_counts_days_on_the_calendar_and_hours_on_the_clock() -> None:
    before_change = Clock.at(datetime(2027, 3, 27, 12, 0, tzinfo=ZoneInfo("Europe/Berlin")), "Europe/Berlin")
    assert before_change.later([(1, "day")]) == date(2027, 3, 28)
    in_a_day = before_change.later([(24, "hour")])
    assert isinstance(in_a_day, datetime)
    assert in_a_day.isoformat() == "2027-03-28T13:00:00+02:00"
    mixed = before_change.later([(1, "day"), (1, "hour")])
    assert isinstance(mixed, datetime)
    assert mixed.isoformat() == "2027-03-28T13:00:00+02:00"


def test_later_drops_seconds() -> None:
    clock = Clock.at(datetime(2026, 11, 25, 10, 0, 59, 999, tzinfo=ZoneInfo("UTC")), "UTC")
    assert clock.later([(1, "minute")]) == datetime(2026, 11, 25, 10, 1, tzinfo=ZoneInfo("UTC"))


def test_the_past_is_told_by_instants_not_by_wall_times() -> None:
    zone = ZoneInfo("Europe/Berlin")
    second = Clock.at(datetime(2027, 10, 31, 2, 10, tzinfo=zone, fold=1), "Europe/Berlin")
    first_half_past = datetime(2027, 10, 31, 2, 30, tzinfo=zone)
    assert second.is_past(first_half_past)  # although its wall time looks later
    assert not second.is_past(first_half_past.replace(fold=1))
