"""Tasks as CSV: a row a task or section, project after project, each with what is below it right after it."""

import csv
import io
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from todo.projects.schemas import ProjectView
from todo.tasks.recurring import in_words
from todo.tasks.schemas import TaskView
from todo.transfer.contents import Contents, Page
from todo.transfer.csv_format import COLUMNS, LABEL_SEPARATOR, mentions, neutral

Cells = dict[str, str]
Below = dict[UUID | None, list[TaskView]]


async def written(found: Contents, pages: Callable[[UUID], AsyncIterator[Page]]) -> AsyncIterator[bytes]:
    """The file, a piece for each project, whose tasks are in memory at once.

    Args:
        pages: the tasks of a project.
    """
    names = {label.id: label.name for label in found.labels}
    # The mark tells spreadsheets that this is UTF-8.
    yield "\ufeff".encode() + _encoded([dict(zip(COLUMNS, COLUMNS, strict=True))])
    for project in found.projects:
        tasks = [task async for page in pages(project.id) for task, _ in page]
        piece = _encoded(_rows(found, project, tasks, names))
        if piece:
            yield piece


def _encoded(rows: Iterator[Cells] | list[Cells]) -> bytes:
    text = io.StringIO(newline="")
    csv.DictWriter(text, COLUMNS, restval="").writerows(rows)
    return text.getvalue().encode()


def _rows(found: Contents, project: ProjectView, tasks: list[TaskView], names: dict[UUID, str]) -> Iterator[Cells]:
    place = {"PROJECT": "" if project.is_inbox else neutral(project.name)}
    known = {task.id for task in tasks}
    below: Below = {}
    for task in tasks:
        below.setdefault(task.parent_id if task.parent_id in known else None, []).append(task)
    sections = [section for section in found.sections if section.project_id == project.id]
    tops = below.get(None, [])
    for section in (None, *sections):
        if section is not None:
            yield place | {"TYPE": "section", "CONTENT": neutral(section.name)}
        for top in tops:
            if top.section_id == (section and section.id):
                yield from (place | row for row in _with_below(top, below, 1, names))


def _with_below(task: TaskView, below: Below, level: int, names: dict[UUID, str]) -> Iterator[Cells]:
    yield _cells(task, level, [names[label] for label in task.label_ids if label in names])
    for one in below.get(task.id, []):
        yield from _with_below(one, below, level + 1, names)


def _cells(task: TaskView, level: int, labels: list[str]) -> Cells:
    due = _due(task)
    words = in_words(task) if task.recurrence else None
    return {
        "TYPE": "task",
        "CONTENT": neutral(task.title + mentions(labels)),
        "DESCRIPTION": neutral(task.notes),
        "PRIORITY": str(task.priority),
        "INDENT": str(level),
        "DATE": f"{words} starting {due}" if words and due else words or due,
        "DATE_LANG": "en" if words or due else "",
        "TIMEZONE": task.time_zone or "",
        "DURATION": str(task.duration_minutes or ""),
        "DURATION_UNIT": "minute" if task.duration_minutes else "",
        "DEADLINE": task.deadline.isoformat() if task.deadline else "",
        "DEADLINE_LANG": "en" if task.deadline else "",
        "LABELS": neutral(LABEL_SEPARATOR.join(labels)),
        "RULE": task.recurrence.rule if task.recurrence else "",
        "ANCHOR": task.recurrence.anchor if task.recurrence else "",
        "COMPLETED": _moment(task.completed_at),
    }


def _due(task: TaskView) -> str:
    if task.due_at is not None and task.time_zone is not None:
        return f"{task.due_at.astimezone(ZoneInfo(task.time_zone)):%Y-%m-%d %H:%M}"
    return task.due_date.isoformat() if task.due_date else ""


def _moment(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
