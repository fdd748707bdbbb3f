"""What a new date does to a task: a table, and laws that hold for any task."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.boundary import new_id
from todo.errors import InvalidInputError
from todo.language import read_when
from todo.tasks.rescheduling import rescheduled
from todo.tasks.schemas import TaskView

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
RULE = {
    "rule": "FREQ=WEEKLY",
    "anchor": "due",
    "start": "2026-11-20",
    "time_zone": BERLIN,
    "occurrence": "2026-11-27",
}


def task(**fields: Any) -> TaskView:
    given_fields: dict[str, Any] = {
        "id": new_id(),
        "project_id": new_id(),
        "title": "Gym",
        "notes": "",
        "priority": 4,
        "due_date": None,
        "due_at": None,
        "time_zone": None,
        "completed_at": None,
        "deleted_at": None,
        "version": 1,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return TaskView(**given_fields | fields)


def change(one: TaskView, said: str) -> dict[str, Any]:
    """What was set, moments on the clock of Berlin."""
    when = read_when(said, now=NOW, time_zone=BERLIN)
    assert when is not None
    patch = rescheduled(one, when, now=NOW.astimezone(), time_zone=BERLIN)
    return patch.model_dump(exclude_unset=True, mode="json")


NINE = {"due_at": "2026-11-26T08:00:00Z", "time_zone": BERLIN}  # 9:00 in Berlin


@pytest.mark.parametrize(
    ("fields", "said", "expected"),
    [
        ({}, "friday", {"due_date": "2026-11-27"}),
        ({}, "friday 5pm", {"due_at": "2026-11-27T17:00:00+01:00", "time_zone": BERLIN}),
        (NINE, "friday", {"due_at": "2026-11-27T08:00:00Z", "time_zone": BERLIN}),
        (NINE, "2027-07-01", {"due_at": "2027-07-01T07:00:00Z", "time_zone": BERLIN}),
        ({"due_date": "2026-12-01"}, "5pm", {"due_at": "2026-12-01T16:00:00Z", "time_zone": BERLIN}),
        (NINE, "5pm", {"due_at": "2026-11-26T16:00:00Z", "time_zone": BERLIN}),
        (NINE, "at 10", {"due_at": "2026-11-26T09:00:00Z", "time_zone": BERLIN}),
        ({"due_date": "2026-11-25"}, "at 10", {"due_at": "2026-11-25T22:00:00+01:00", "time_zone": BERLIN}),
        ({"due_date": "2026-11-01"}, "5pm", {"due_at": "2026-11-25T17:00:00+01:00", "time_zone": BERLIN}),
        ({"due_date": "2026-12-01"}, "+1 day", {"due_date": "2026-12-02"}),
        ({"due_date": "2027-01-31"}, "+1 month", {"due_date": "2027-02-28"}),
        ({}, "+1 week", {"due_date": "2026-12-02"}),
        (NINE, "+1 day", {"due_at": "2026-11-27T08:00:00Z", "time_zone": BERLIN}),
        (NINE, "+2 hours", {"due_at": "2026-11-26T10:00:00Z", "time_zone": BERLIN}),
        (NINE, "none", {"due_date": None, "due_at": None, "recurrence": None}),
    ],
)
def test_what_is_not_said_stays(fields: dict[str, Any], said: str, expected: dict[str, Any]) -> None:
    assert change(task(**fields), said) == expected


def test_the_time_of_day_stays_over_a_change_of_the_clock() -> None:
    late_march = {"due_at": "2027-03-27T08:00:00Z", "time_zone": BERLIN}
    assert change(task(**late_march), "+1 day")["due_at"] == "2027-03-28T07:00:00Z"


def test_a_rule_stays_unless_another_is_said() -> None:
    one = task(due_date="2026-11-27", recurrence=RULE)
    assert "recurrence" not in change(one, "saturday")
    assert change(one, "every monday") == {
        "due_date": "2026-11-30",
        "recurrence": {"rule": "FREQ=WEEKLY;BYDAY=MO", "anchor": "due"},
    }


def test_a_new_rule_keeps_the_time_of_day() -> None:
    assert change(task(**NINE), "every monday")["due_at"] == "2026-11-30T08:00:00Z"


def test_hours_can_not_shift_a_day() -> None:
    with pytest.raises(InvalidInputError, match="no time of day"):
        change(task(due_date="2026-11-27"), "+2 hours")


@pytest.mark.parametrize("said", ["+9999 years", "+8000 years", "-2000 years"])
def test_beyond_the_calendar(said: str) -> None:
    with pytest.raises(InvalidInputError):
        change(task(due_date="2026-11-27"), said)


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(1, 400), st.sampled_from(["day", "week"]), st.booleans()
)
def test_a_shift_there_and_back_is_none(day: date, amount: int, unit: str, timed: bool) -> None:
    start = (
        task(due_at=datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC), time_zone=BERLIN)
        if timed
        else task(due_date=day)
    )
    there = start.model_copy(update=_dates(start, f"+{amount} {unit}s"))
    back = there.model_copy(update=_dates(there, f"-{amount} {unit}s"))
    assert (back.due_date, back.due_at) == (start.due_date, start.due_at)


def _dates(one: TaskView, said: str) -> dict[str, Any]:
    when = read_when(said, now=NOW, time_zone=BERLIN)
    assert when is not None
    return rescheduled(one, when, now=NOW, time_zone=BERLIN).model_dump(exclude_unset=True)
