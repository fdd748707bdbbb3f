"""Days of a zone as moments, over clock changes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from todo.tasks.days import between, completed_between, start_of, within
from todo.tasks.listing.repository import TaskFilter
from todo.tasks.schemas import DueScope

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("day", "zone", "start"),
    [
        (date(2026, 11, 25), "Europe/Berlin", "2026-11-24T23:00:00+00:00"),
        (date(2026, 7, 1), "Europe/Berlin", "2026-06-30T22:00:00+00:00"),
        (date(2026, 11, 25), "Asia/Kathmandu", "2026-11-24T18:15:00+00:00"),
        # Midnight does not exist on these days: the clocks go forward at 0:00.
        (date(2018, 11, 4), "America/Sao_Paulo", "2018-11-04T03:00:00+00:00"),
        (date(2021, 3, 28), "Asia/Beirut", "2021-03-27T22:00:00+00:00"),
    ],
)
def test_first_moment_of_a_day(day: date, zone: str, start: str) -> None:
    found = start_of(day, zone)
    assert found.astimezone(UTC) == datetime.fromisoformat(start)
    assert found.date() == day


@pytest.mark.parametrize(
    ("scope", "first", "last"),
    [
        ("today", date(2026, 11, 25), date(2026, 11, 25)),
        ("tomorrow", date(2026, 11, 26), date(2026, 11, 26)),
        ("upcoming", date(2026, 11, 26), None),
        ("overdue", None, date(2026, 11, 24)),
    ],
)
def test_scopes(scope: DueScope, first: date | None, last: date | None) -> None:
    wanted = within(TaskFilter(), "Europe/Berlin", scope, NOW)
    assert (wanted.from_date, wanted.until_date) == (first, last)


def test_overdue_ends_now_not_at_midnight() -> None:
    assert within(TaskFilter(), "Europe/Berlin", "overdue", NOW).before_at == NOW


def test_undated() -> None:
    assert within(TaskFilter(), "Europe/Berlin", "none", NOW) == TaskFilter(undated=True)


def test_a_day_with_a_clock_change_has_23_or_25_hours() -> None:
    for day, hours in ((date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 25), 24)):
        wanted = between(TaskFilter(), "Europe/Berlin", day, day)
        assert wanted.from_at
        assert wanted.before_at
        assert wanted.before_at.astimezone(UTC) - wanted.from_at.astimezone(UTC) == timedelta(hours=hours)


def test_open_ends_and_completion() -> None:
    assert between(TaskFilter(), "UTC", None, None) == TaskFilter()
    day = date(2026, 11, 25)
    wanted = completed_between(TaskFilter(done=True), "UTC", day, day)
    assert wanted.completed_from_at == datetime(2026, 11, 25, tzinfo=UTC)
    assert wanted.completed_before_at == datetime(2026, 11, 26, tzinfo=UTC)
    assert wanted.from_date is None
