"""Quick add: one line becomes a task. The grammar is `todo.language`; names are those of the person's things."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pydantic import ValidationError

from todo.actor import Actor, Command
from todo.changes.service import Written
from todo.database import Database, Transaction
from todo.errors import invalid_input
from todo.labels import service as labels
from todo.language import Due, explain_recurrence, parse_line, python_offset, utf16_offsets
from todo.language import QuickAdd as Parsed
from todo.names import service as names
from todo.names.service import Names
from todo.tasks import service
from todo.tasks.schemas import (
    LabelNamed,
    QuickAdd,
    QuickAddPreview,
    QuickAddView,
    RecurrenceInput,
    RecurrenceRead,
    SpanView,
    Stretch,
    TaskCreate,
    TaskView,
)


async def add(database: Database, actor: Actor, body: QuickAdd) -> Written[TaskView]:
    """The task that a line describes, with labels that are new; see `service.create_tasks` for errors."""
    parsed = _parse(actor, await names.known(database, actor), body.text, body.project_id, body.rejected)
    task = _task_of_body(actor, parsed, body)
    if not parsed.labels:
        return await service.create_task(database, actor, task)
    async with database.transaction() as transaction:
        written = await _create(transaction, Command(actor, "add_task"), [(parsed, task)])
    return Written(written.value[0], written.group_id)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with what it does not say itself: further notes, and the task above, which decides the project."""

    text: str
    notes: str = ""
    parent_id: UUID | None = None


async def add_lines(
    database: Database, actor: Actor, lines: Sequence[Line], project_id: UUID | None = None
) -> Written[list[TaskView]]:
    """Tasks for lines, in one group; `project_id` is for those that name no project. See `service.create_tasks`."""
    known = await names.known(database, actor)
    read = [(_parse(actor, known, line.text, project_id), line) for line in lines]
    tasks = [(parsed, _task_of_line(actor, parsed, line, project_id)) for parsed, line in read]
    async with database.transaction() as transaction:
        return await _create(transaction, Command(actor, "add_task" if len(tasks) == 1 else "add_tasks"), tasks)


async def preview(database: Database, actor: Actor, body: QuickAddPreview) -> QuickAddView:
    """What a line means, part by part."""
    known = await names.known(database, actor)
    parsed = _parse(actor, known, body.text, body.project_id, body.rejected)
    due, recurrence = _due(actor, parsed, body.due_date), parsed.recurrence
    return QuickAddView(
        title=parsed.title,
        notes=parsed.notes,
        due_date=due.date if due else None,
        due_at=due.at if due else None,
        time_zone=actor.time_zone if due and due.at else None,
        deadline=parsed.deadline,
        duration_minutes=parsed.duration_minutes,
        recurrence=recurrence
        and RecurrenceRead(
            rule=str(recurrence.rule),
            anchor=recurrence.anchor,
            text=explain_recurrence(recurrence, actor.habits.language, twelve_hour=actor.habits.twelve_hour),
        ),
        priority=parsed.priority or 4,
        project_id=_id(parsed.project_id),
        section_id=_id(parsed.section_id),
        labels=[LabelNamed(id=known.labels.get(name), name=name) for name in parsed.labels],
        spans=_spans(body.text, parsed),
    )


def _task_of_body(actor: Actor, parsed: Parsed, body: QuickAdd) -> TaskCreate:
    """A place that the line names is meant; else the section or the task in hand, which may have changed project."""
    named = parsed.project_id or parsed.section_id
    place = {"section_id": body.section_id, "parent_id": body.parent_id}
    if named or not any(place.values()):
        return _task(actor, parsed, body.project_id, task_id=body.id, day=body.due_date)
    return _task(actor, parsed, None, task_id=body.id, day=body.due_date).model_copy(update=place)


def _task_of_line(actor: Actor, parsed: Parsed, line: Line, project_id: UUID | None) -> TaskCreate:
    task = _task(actor, parsed, None if line.parent_id else project_id, notes=line.notes)
    return task.model_copy(update={"parent_id": line.parent_id})


def _spans(text: str, parsed: Parsed) -> list[SpanView]:
    return [
        SpanView(start=start, end=end, kind=span.kind, text=span.text, label=span.label)
        for span in parsed.spans
        for start, end in [utf16_offsets(text, span.start, span.end)]
    ]


def _parse(actor: Actor, known: Names, text: str, project_id: UUID | None, rejected: Sequence[Stretch] = ()) -> Parsed:
    return parse_line(
        text,
        projects=known.projects,
        sections=known.sections_from(project_id),
        labels=list(known.labels),
        twelve_hour=actor.habits.twelve_hour,
        rejected=[(python_offset(text, one.start), python_offset(text, one.end)) for one in rejected],
        **actor.reading,
    )


async def _create(
    transaction: Transaction, command: Command, tasks: Sequence[tuple[Parsed, TaskCreate]]
) -> Written[list[TaskView]]:
    said = list(dict.fromkeys(name for parsed, _ in tasks for name in parsed.labels))
    try:
        ids = await labels.named_in(transaction, command, said) if said else {}
    except ValidationError as error:
        raise invalid_input(error) from None
    bodies = [task.model_copy(update={"label_ids": [ids[name] for name in parsed.labels]}) for parsed, task in tasks]
    return await service.create_in(transaction, command, bodies)


def _task(
    actor: Actor,
    parsed: Parsed,
    project_id: UUID | None,
    *,
    task_id: UUID | None = None,
    notes: str = "",
    day: date | None = None,
) -> TaskCreate:
    due, recurrence = _due(actor, parsed, day), parsed.recurrence
    try:
        return TaskCreate(
            id=task_id,
            title=parsed.title,
            notes="\n\n".join(part for part in (parsed.notes, notes) if part),
            priority=parsed.priority or 4,
            project_id=_id(parsed.project_id) or project_id,
            section_id=_id(parsed.section_id),
            due_date=due.date if due else None,
            due_at=due.at if due else None,
            time_zone=actor.time_zone if due and due.at else None,
            deadline=parsed.deadline,
            duration_minutes=parsed.duration_minutes,
            recurrence=recurrence and RecurrenceInput(rule=str(recurrence.rule), anchor=recurrence.anchor),
        )
    except ValidationError as error:
        # What a line means may be no task: a title of 900 characters, or a date in the year 9500.
        raise invalid_input(error) from None


def _due(actor: Actor, parsed: Parsed, day: date | None) -> Due | None:
    """When it is due. `day` is for a line that names none; a time alone is on it, unless it has passed there."""
    due = parsed.due
    if day is None or parsed.no_date or any(span.kind in ("date", "recurrence") for span in parsed.spans):
        return due
    if due is None or due.at is None:
        return due or Due(date=day)
    there = datetime.combine(day, due.at.time(), tzinfo=due.at.tzinfo)
    return Due(at=there) if there > actor.now() else due


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None
