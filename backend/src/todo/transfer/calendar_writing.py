"""Tasks as the to-dos (VTODO) of an iCalendar file, RFC 5545."""

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from todo.tasks.schemas import TaskView
from todo.transfer.calendar_lines import escaped, written_lines
from todo.transfer.contents import Contents, Page

PRIORITIES = {1: 1, 2: 5, 3: 9, 4: 0}  # ours: high, medium, low, none of section 3.8.1.9
PROJECT = "X-TODO-PROJECT"
HEAD = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//todo//Tasks//EN", "CALSCALE:GREGORIAN"]


async def written(found: Contents, pages: Callable[[UUID], AsyncIterator[Page]]) -> AsyncIterator[bytes]:
    """The file, a piece for each page of a project's tasks; see `csv_writing.written`."""
    labels = {label.id: label.name for label in found.labels}
    yield written_lines(HEAD)
    for project in found.projects:
        place = None if project.is_inbox else project.name
        async for page in pages(project.id):
            if page:
                yield written_lines(line for task, _ in page for line in _lines(task, place, labels))
    yield written_lines(["END:VCALENDAR"])


def _lines(task: TaskView, project: str | None, labels: dict[UUID, str]) -> Iterator[str]:
    yield "BEGIN:VTODO"
    yield f"UID:{task.id}"
    yield f"DTSTAMP:{_utc(task.updated_at)}"
    yield f"CREATED:{_utc(task.created_at)}"
    yield f"SUMMARY:{escaped(task.title)}"
    if task.notes:
        yield f"DESCRIPTION:{escaped(task.notes)}"
    yield from _times(task)
    yield f"PRIORITY:{PRIORITIES[task.priority]}"
    yield "STATUS:NEEDS-ACTION" if task.completed_at is None else "STATUS:COMPLETED"
    if task.completed_at is not None:
        yield f"COMPLETED:{_utc(task.completed_at)}"
    names = [escaped(labels[label]) for label in task.label_ids if label in labels]
    if names:
        yield f"CATEGORIES:{','.join(names)}"
    if task.parent_id is not None:
        yield f"RELATED-TO;RELTYPE=PARENT:{task.parent_id}"
    yield f"{PROJECT}:{escaped(project or '')}"
    yield "END:VTODO"


def _times(task: TaskView) -> Iterator[str]:
    """When it is due; of a series also its start, without which there is no rule (section 3.8.5.3)."""
    recurs = task.recurrence is not None
    due = _due(task, named_zone=recurs)
    if due is None:
        return
    if task.recurrence is not None:
        yield f"DTSTART{due}"
        yield f"RRULE:{task.recurrence.rule}"
    yield f"DUE{due}"


def _due(task: TaskView, *, named_zone: bool) -> str | None:
    """Parameters and value. A series needs its zone by name, to keep to the clock there."""
    if task.due_date is not None:
        return f";VALUE=DATE:{_day(task.due_date)}"
    if task.due_at is None or task.time_zone is None:
        return None
    if not named_zone:
        return f":{_utc(task.due_at)}"
    return f";TZID={task.time_zone}:{task.due_at.astimezone(ZoneInfo(task.time_zone)):%Y%m%dT%H%M%S}"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
