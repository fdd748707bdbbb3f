"""What becomes of a task's date when a person says a new one. Pure: a task and what was said in, a patch out."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from todo.errors import InvalidInputError, invalid_input
from todo.language import Due
from todo.language.clock import Clock
from todo.language.when import When
from todo.tasks.schemas import RecurrenceInput, TaskPatch, TaskView

_SHORT = ("minute", "hour")


def rescheduled(task: TaskView, when: When, *, now: datetime, time_zone: str) -> TaskPatch:
    """The change of one task. `now` and `time_zone` are the person's.

    A rule stays unless another is said or the date is taken away; a time of day stays when only a day is said, and the
    day when only a time is.

    Raises:
        InvalidInputError: a shift by hours of a task that has no time of day, or a date beyond the calendar.
    """
    try:
        return _patch(task, when, now, time_zone)
    except ValidationError as error:
        raise invalid_input(error) from None
    except OverflowError:
        raise InvalidInputError(f"That date is too far away for “{task.title}”.", slug="date-too-far") from None


def _patch(task: TaskView, when: When, now: datetime, time_zone: str) -> TaskPatch:
    if when.nothing:
        return TaskPatch(due_date=None, due_at=None, recurrence=None)
    if when.shift is not None:
        return _set(task, _shifted(task, *when.shift, now, time_zone), task.time_zone or time_zone)
    assert when.due is not None
    due, zone = _kept(task, when.due, now, time_zone, wall=when.wall if when.time_only else None)
    patch = _set(task, due, zone)
    if when.recurrence is None:
        return patch
    rule = RecurrenceInput(rule=str(when.recurrence.rule), anchor=when.recurrence.anchor)
    return TaskPatch(**patch.model_dump(exclude_unset=True), recurrence=rule)


def _set(task: TaskView, due: Due, zone: str) -> TaskPatch:
    return TaskPatch(due_date=due.date) if due.date else TaskPatch(due_at=due.at, time_zone=zone)


def _kept(task: TaskView, due: Due, now: datetime, time_zone: str, *, wall: time | None) -> tuple[Due, str]:
    """The new due date with what the task has and the words do not say."""
    if due.at is None and task.due_at is not None:
        zone = task.time_zone or time_zone
        assert due.date is not None
        return Due(at=_at(due.date, task.due_at.astimezone(ZoneInfo(zone)).time(), zone)), zone
    day = _day(task, time_zone)
    if wall is not None and day is not None and day > now.date():
        return Due(at=_at(day, wall, time_zone)), time_zone
    return due, time_zone


def _day(task: TaskView, time_zone: str) -> date | None:
    if task.due_at is not None:
        return task.due_at.astimezone(ZoneInfo(task.time_zone or time_zone)).date()
    return task.due_date


def _at(day: date, wall: time, zone: str) -> datetime:
    """The instant at which a clock of the zone shows that time; PEP 495 for the two days a year without it or twice."""
    return datetime.combine(day, wall.replace(tzinfo=None), ZoneInfo(zone)).astimezone(UTC)


def _shifted(task: TaskView, amount: int, unit: str, now: datetime, time_zone: str) -> Due:
    zone = task.time_zone or time_zone
    if unit in _SHORT:
        if task.due_at is None:
            raise InvalidInputError(
                f"“{task.title}” has no time of day to shift by {unit}s. Give a day and a time instead.",
                slug="no-time-of-day",
            )
        return Due(at=task.due_at + timedelta(**{f"{unit}s": amount}))
    start = _day(task, time_zone) or now.date()
    noon = datetime.combine(start, time(12), ZoneInfo(zone))
    day = Clock.at(noon, zone).later([(amount, unit)])  # type: ignore[list-item]
    assert not isinstance(day, datetime)
    if task.due_at is None:
        return Due(date=day)
    return Due(at=_at(day, task.due_at.astimezone(ZoneInfo(zone)).time(), zone))
