"""Quick add: one line of text becomes a task. The grammar is `todo.language`; names come from the person's projects."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import ValidationError

from todo.actor import Actor
from todo.changes.service import Written
from todo.database import Database
from todo.errors import invalid_input
from todo.language import ProjectName, parse_quick_add, utf16_offsets
from todo.language import QuickAdd as Parsed
from todo.projects import service as projects
from todo.tasks import service
from todo.tasks.schemas import QuickAdd, QuickAddView, SpanView, TaskCreate, TaskView

# What a task can hold: anything else that is said stays in its title.
STORED_KINDS = ("date", "time", "priority", "project")


async def add(database: Database, actor: Actor, body: QuickAdd) -> Written[TaskView]:
    """The task that a line describes; see `service.create_tasks` for errors."""
    parsed = _parse(actor, await _names(database, actor), body.text)
    return await service.create_task(database, actor, _task(actor, parsed, body.project_id, task_id=body.id))


async def add_lines(database: Database, actor: Actor, lines: Sequence[tuple[str, str]]) -> Written[list[TaskView]]:
    """Tasks for lines with notes, in one group."""
    names = await _names(database, actor)
    bodies = [_task(actor, _parse(actor, names, text), None, notes=notes) for text, notes in lines]
    return await service.create_tasks(database, actor, bodies)


async def preview(database: Database, actor: Actor, text: str) -> QuickAddView:
    """What a line means, part by part."""
    parsed = _parse(actor, await _names(database, actor), text)
    due = parsed.due
    spans = [
        SpanView(start=start, end=end, kind=span.kind, text=span.text, label=span.label)
        for span in parsed.spans
        for start, end in [utf16_offsets(text, span.start, span.end)]
    ]
    return QuickAddView(
        title=parsed.title,
        due_date=due.date if due else None,
        due_at=due.at if due else None,
        time_zone=actor.time_zone if due and due.at else None,
        priority=parsed.priority or 4,
        project_id=UUID(parsed.project_id) if parsed.project_id else None,
        spans=spans,
    )


async def _names(database: Database, actor: Actor) -> list[ProjectName]:
    found = await projects.list_projects(database, actor)
    return [ProjectName(str(project.id), project.name) for project in found if project.role != "viewer"]


def _parse(actor: Actor, names: list[ProjectName], text: str) -> Parsed:
    return parse_quick_add(text, now=actor.now(), time_zone=actor.time_zone, projects=names, kinds=STORED_KINDS)


def _task(
    actor: Actor, parsed: Parsed, project_id: UUID | None, *, task_id: UUID | None = None, notes: str = ""
) -> TaskCreate:
    due = parsed.due
    try:
        return TaskCreate(
            id=task_id,
            title=parsed.title,
            notes=notes,
            priority=parsed.priority or 4,
            project_id=UUID(parsed.project_id) if parsed.project_id else project_id,
            due_date=due.date if due else None,
            due_at=due.at if due else None,
            time_zone=actor.time_zone if due and due.at else None,
        )
    except ValidationError as error:
        # What a line means may be no task: a title of 900 characters, or a date in the year 9500.
        raise invalid_input(error) from None
