"""What filters mean for rows, without a database."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from finding import NOW
from todo.actor import Actor
from todo.clock import clock_at
from todo.errors import InvalidInputError
from todo.tasks.finding.conditions import condition_of, narrowed, read_filter, wants_done
from todo.tasks.finding.repository import WILDCARD, Condition, condition_sql
from todo.tasks.listing.repository import TaskFilter

BERLIN = ZoneInfo("Europe/Berlin")
ACTOR = Actor(UUID(int=1), "api", "Europe/Berlin", UUID(int=2))


@pytest.fixture(autouse=True)
def _at_noon() -> Any:
    with clock_at(NOW):
        yield


def condition(text: str) -> Condition:
    return condition_of(read_filter(text, ACTOR), ACTOR)


def midnight(month: int, day: int) -> datetime:
    return datetime(2026, month, day, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("p2", "priority", (2,)),
        ("recurring", "recurring", ()),
        ("no labels", "no labels", ()),
        ("overdue", "due_before", (date(2026, 11, 25), NOW)),
        ("@ho*me*", "label", (f"ho{WILDCARD}me{WILDCARD}",)),
        ("##Work", "projects", ("Work",)),
        ("today", "due_within", (date(2026, 11, 25), date(2026, 11, 26), midnight(11, 25), midnight(11, 26))),
        ("next 2 days", "due_within", (date(2026, 11, 25), date(2026, 11, 27), midnight(11, 25), midnight(11, 27))),
        ("due before: today", "due_before", (date(2026, 11, 25), midnight(11, 25))),
        ("due after: today", "due_from", (date(2026, 11, 26), midnight(11, 26))),
        ("deadline after: today", "deadline_from", (date(2026, 11, 26),)),
        ("deadline: today at 8pm", "deadline_on", (date(2026, 11, 25),)),
        ("created before: -7 days", "created_before", (midnight(11, 18),)),
        ("updated after: yesterday", "updated_from", (midnight(11, 25),)),
        ("completed before: +1 hour", "completed_before", (NOW + timedelta(hours=1),)),
    ],
)
def test_conditions(text: str, kind: str, values: tuple[Any, ...]) -> None:
    assert condition(text) == Condition(kind, values)


def test_days_are_as_long_as_the_clock_makes_them() -> None:
    found = condition("created: 2026-10-25")  # clocks go back an hour
    [first, after] = [part.values[0] for part in found.parts]
    assert after.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=25)


@pytest.mark.parametrize(
    ("text", "done"), [("p1", False), ("done", True), ("!done", None), ("done | p1", None), ("done & p1", True)]
)
def test_which_tasks_a_list_is_about(text: str, done: bool | None) -> None:
    assert wants_done(read_filter(text, ACTOR)) is done
    assert narrowed(TaskFilter(), text, ACTOR).done is done
    assert narrowed(TaskFilter(), text, ACTOR, done=False).done is False


class TestSql:
    def _written(self, text: str) -> tuple[str, list[Any]]:
        values: list[Any] = []

        def place(value: Any) -> str:
            values.append(value)
            return f"${len(values)}"

        return condition_sql(condition(text), place), values

    def test_operators(self) -> None:
        written, values = self._written("(p1 | p2) & !p3")
        assert written == "((task.priority = $1 or task.priority = $2) and (task.priority = $3) is not true)"
        assert values == [1, 2, 3]

    def test_nothing_that_was_typed_is_in_it(self) -> None:
        written, values = self._written("#hush & ##hush & @hush* & /hush & search: hush hush2")
        assert "hush" not in written
        assert len(values) == 6
        assert all("hush" in value for value in values)


def test_errors_count_as_browsers_do() -> None:
    with pytest.raises(InvalidInputError) as caught:
        read_filter('@"👩‍🌾" | nothing', ACTOR)
    problem = caught.value.problem()
    assert problem["type"] == "urn:todo:problem:invalid-filter"
    assert problem["position"] == {"start": 11, "end": 18}
    assert problem["suggestion"] is None
