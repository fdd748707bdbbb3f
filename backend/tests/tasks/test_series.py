"""The arithmetic of series, without a database: laws that hold for every rule, and the odd corners."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.errors import InvalidInputError
from todo.tasks import recurring
from todo.tasks.schemas import RecurrenceInput

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
RULES = st.builds(
    "FREQ={};INTERVAL={}".format, st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]), st.integers(1, 40)
)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
ANCHORS = st.sampled_from(["due", "completion"])


def row(rule: str, due: date | datetime | None, anchor: Any = "due", zone: str = "UTC") -> dict[str, Any]:
    series = recurring.started(RecurrenceInput(rule=rule, anchor=anchor), due, zone, NOW)
    return {"recurrence": series, "completion_count": 0, "completed_at": None}


@given(RULES, DAYS, ANCHORS)
def test_the_next_date_is_later_than_the_last_and_never_in_the_past(rule: str, due: date, anchor: str) -> None:
    after = recurring.completed(row(rule, due, anchor), NOW)
    following = date.fromisoformat(after["due_date"])
    assert following >= NOW.date()
    if anchor == "due":
        assert following > due
    assert after["recurrence"]["occurrence"] == after["due_date"]
    assert after["completion_count"] == 1


@given(RULES, DAYS, st.integers(0, 23))
def test_timed_ones_keep_their_time_of_day(rule: str, due: date, hour: int) -> None:
    moment = datetime(due.year, due.month, due.day, hour, 15, tzinfo=UTC)
    after = recurring.completed(row(rule, moment), NOW)
    following = datetime.fromisoformat(after["due_at"])
    assert (following.hour, following.minute, after["due_date"], after["time_zone"]) == (hour, 15, None, "UTC")
    assert following > max(moment, NOW - timedelta(seconds=1))


@given(RULES, DAYS)
def test_skipping_gives_the_same_date_as_completing_but_counts_nothing(rule: str, due: date) -> None:
    task = row(rule, due)
    completed, skipped = recurring.completed(task, NOW), recurring.skipped(task, NOW)
    assert completed.pop("completion_count") == 1
    assert skipped == completed


@given(DAYS, st.integers(1, 5))
def test_a_count_from_completion_allows_exactly_so_many(due: date, count: int) -> None:
    task = row(f"FREQ=DAILY;COUNT={count}", due, "completion")
    for _ in range(count - 1):
        task |= recurring.completed(task, NOW)
        assert task["completed_at"] is None
    task |= recurring.completed(task, NOW)
    assert (task["completed_at"], task["recurrence"]["ended"]) == (NOW.isoformat(), "finished")
    assert task["completion_count"] == count


@pytest.mark.parametrize(
    ("rule", "start", "following"),
    [
        ("FREQ=MONTHLY", "2026-12-30", "2027-01-30"),
        ("FREQ=MONTHLY", "2027-01-30", "2027-02-28"),
        ("FREQ=MONTHLY;INTERVAL=2", "2026-12-31", "2027-02-28"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2027-01-31", "2027-03-31"),  # who says the 31st means it
        ("FREQ=YEARLY;BYMONTH=2", "2028-02-29", "2029-02-28"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", "2026-12-25"),
    ],
)
def test_ends_of_months(rule: str, start: str, following: str) -> None:
    after = recurring.completed(row(rule, date.fromisoformat(start)), NOW)
    assert after["due_date"] == following


def test_for_good_keeps_the_rule() -> None:
    task = row("FREQ=DAILY", date(2026, 11, 25))
    after = recurring.stopped(task, NOW)
    assert after["recurrence"] == task["recurrence"] | {"ended": "stopped"}
    assert "due_date" not in after


def test_a_rule_that_can_not_be_read_names_its_place() -> None:
    with pytest.raises(InvalidInputError, match=r"recurrence\.rule: FREQ can't be NEVER"):
        row("FREQ=NEVER", None)
