"""A document as rows of the tables. Pure: records and ids in, whole JSON rows out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from todo.actor import Actor
from todo.ordering import end_key
from todo.transfer.identity import Ids
from todo.transfer.schemas import AccountDocument, ProjectRecord, SectionRecord, TaskRecord

Document = dict[str, Any]


@dataclass(slots=True)
class Rows:
    """New rows by kind, each in an order in which what is above comes first; ids by those of the file."""

    projects: list[Document] = field(default_factory=list)
    sections: list[Document] = field(default_factory=list)
    tasks: list[Document] = field(default_factory=list)
    reminders: list[Document] = field(default_factory=list)

    def any(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.projects or self.sections or self.tasks or self.reminders)


def rows_of(actor: Actor, document: AccountDocument, ids: Ids, known: dict[str, UUID], labels: dict[str, UUID]) -> Rows:
    """All rows that a document needs.

    Args:
        known: projects of the person that stand for those of the file, by its ids.
        labels: the person's labels, by the ids of the file.
    """
    rows, places = Rows(), {key: str(value) for key, value in known.items()}
    new_projects = [project for project in document.projects if project.id not in known]
    places |= {project.id: str(ids.next()) for project in new_projects}
    rows.projects = [_project(project, places) for project in new_projects]
    section_ids = {section.id: str(ids.next()) for section in document.sections}
    rows.sections = [_section(section, section_ids, places) for section in document.sections]
    task_ids = {task.id: str(ids.next()) for task in document.tasks}
    for task in _from_the_top(document.tasks):
        row = _task(task, actor) | {"id": task_ids[task.id], "project_id": places[task.project_id]}
        row["section_id"] = section_ids[task.section_id] if task.section_id else None
        row["parent_id"] = task_ids[task.parent_id] if task.parent_id else None
        row["label_ids"] = list(dict.fromkeys(str(labels[one]) for one in task.label_ids if one in labels))
        rows.tasks.append(row)
    rows.reminders = [
        _reminder(actor, task_ids[task.id], str(ids.next()), one.at, one.minutes_before)
        for task in document.tasks
        for one in task.reminders
    ]
    return rows


def _project(record: ProjectRecord, places: dict[str, str]) -> Document:
    row = record.model_dump(mode="json", exclude={"is_inbox"})
    above = places[record.parent_id] if record.parent_id else None
    return row | {"id": places[record.id], "parent_id": above, "position": end_key(), "deleted_at": None}


def _section(record: SectionRecord, ids: dict[str, str], places: dict[str, str]) -> Document:
    place = {"id": ids[record.id], "project_id": places[record.project_id]}
    return place | {"name": record.name, "position": end_key(), "deleted_at": None}


def _task(record: TaskRecord, actor: Actor) -> Document:
    row = record.model_dump(mode="json", exclude={"reminders"})
    return row | {"created_by": str(actor.user_id), "position": end_key()}


def _reminder(
    actor: Actor, task_id: str, reminder_id: str, moment: datetime | None, minutes_before: int | None
) -> Document:
    return {
        "id": reminder_id,
        "user_id": str(actor.user_id),
        "task_id": task_id,
        "at": moment and moment.isoformat(),
        "minutes_before": minutes_before,
        "deleted_at": None,
    }


def _from_the_top(tasks: Iterable[TaskRecord]) -> list[TaskRecord]:
    """Tasks in their order, level by level, as a row may only point at one that is there."""
    waiting: dict[str | None, list[TaskRecord]] = {}
    for task in tasks:
        waiting.setdefault(task.parent_id, []).append(task)
    level, ordered = waiting.get(None, []), []
    while level:
        ordered += level
        level = [below for task in level for below in waiting.get(task.id, [])]
    return ordered
