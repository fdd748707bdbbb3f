"""What an import says of itself: how many of each, the first tasks as they were understood, the warnings."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from todo.actor import Actor
from todo.language import explain_recurrence
from todo.language.recurrence import Recurrence, parse_rule
from todo.transfer.draft import Draft
from todo.transfer.schemas import (
    MAX_WARNINGS,
    PREVIEWED,
    AccountDocument,
    ImportCounts,
    ImportedTask,
    ImportResult,
    SeriesRecord,
    TaskRecord,
)


def result(
    actor: Actor, draft: Draft, import_id: UUID, *, dry_run: bool = False, repeated: bool = False
) -> ImportResult:
    """The answer to an import, or to a rehearsal of one."""
    document = draft.document
    names = _names(document)
    return ImportResult(
        dry_run=dry_run,
        id=import_id,
        format=draft.format,
        repeated=repeated,
        counts=_counts(document),
        tasks=[_shown(actor, draft, task, names) for task in document.tasks[:PREVIEWED]],
        warnings=draft.warnings[:MAX_WARNINGS],
        warning_count=len(draft.warnings),
    )


def _counts(document: AccountDocument) -> ImportCounts:
    return ImportCounts(
        projects=sum(not project.is_inbox for project in document.projects),
        sections=len(document.sections),
        labels=len(document.labels),
        filters=len(document.filters),
        tasks=len(document.tasks),
        completed=sum(task.completed_at is not None for task in document.tasks),
        reminders=sum(len(task.reminders) for task in document.tasks),
    )


def _names(document: AccountDocument) -> Mapping[tuple[str, str], str]:
    """What everything that a task refers to is called, by its kind and id."""
    names = {("label", label.id): label.name for label in document.labels}
    names |= {("project", project.id): project.name for project in document.projects}
    names |= {("section", section.id): section.name for section in document.sections}
    return names | {("task", task.id): task.title for task in document.tasks}


def _shown(actor: Actor, draft: Draft, task: TaskRecord, names: Mapping[tuple[str, str], str]) -> ImportedTask:
    return ImportedTask(
        line=draft.lines.get(task.id),
        title=task.title,
        project=names["project", task.project_id],
        section=names["section", task.section_id] if task.section_id else None,
        parent=names["task", task.parent_id] if task.parent_id else None,
        due_date=task.due_date,
        due_at=task.due_at,
        time_zone=task.time_zone,
        deadline=task.deadline,
        duration_minutes=task.duration_minutes,
        recurrence=task.recurrence and _in_words(actor, task.recurrence),
        priority=task.priority,
        labels=[names["label", label] for label in task.label_ids],
        is_completed=task.completed_at is not None,
    )


def _in_words(actor: Actor, stored: SeriesRecord) -> str:
    start = date.fromisoformat(stored.start) if len(stored.start) == 10 else datetime.fromisoformat(stored.start)
    series = Recurrence(parse_rule(stored.rule), start, stored.time_zone, stored.anchor)
    return explain_recurrence(series, actor.habits.language, twelve_hour=actor.habits.twelve_hour)
