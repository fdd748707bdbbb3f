"""One task with all that belongs to it, and the same as a text."""

from uuid import UUID
from zoneinfo import ZoneInfo

from todo.actor import Actor
from todo.database import Database
from todo.errors import NotFoundError
from todo.labels import service as labels
from todo.language import Due, explain_due
from todo.language.clock import Clock
from todo.mcp.desk import Desk
from todo.mcp.reasons import Gone
from todo.mcp.schemas import Reading
from todo.projects import service as projects
from todo.reminders import service as reminders
from todo.reminders.schemas import ReminderView
from todo.sections import service as sections
from todo.tasks import recurring
from todo.tasks import service as tasks
from todo.tasks.schemas import TaskView


async def read_task(desk: Desk, task_id: UUID) -> tuple[TaskView, Reading]:
    """A task and what belongs to it.

    Raises:
        NotFoundError: there is none that the person may see.
    """
    database, actor = desk.database, desk.actor
    try:
        task = await tasks.get_task(database, actor, task_id)
    except NotFoundError:
        raise NotFoundError(
            f"There is no such task of yours: {task_id}. Get ids from find_tasks.", why=Gone()
        ) from None
    known = {one.id: one.name for one in await labels.list_labels(database, actor)} if task.label_ids else {}
    reading = Reading(
        recurs=recurring.in_words(task, actor.habits.language, twelve_hour=actor.habits.twelve_hour),
        project=(await projects.get_project(database, actor, task.project_id)).name,
        section=(await sections.get_section(database, actor, task.section_id)).name if task.section_id else None,
        labels=[known[one] for one in task.label_ids if one in known],
        subtasks=desk.shown(await tasks.list_below(database, actor, task.id)),
        reminders=await _reminders(database, actor, task.id),
    )
    return task, reading


async def _reminders(database: Database, actor: Actor, task_id: UUID) -> list[str]:
    found = await reminders.list_reminders(database, actor, task_id)
    return [_reminder(one, actor) for one in found.items]


def _reminder(reminder: ReminderView, actor: Actor) -> str:
    if reminder.minutes_before is not None:
        return f"{reminder.minutes_before} minutes before it is due"
    assert reminder.at is not None
    return explain_due(Due(at=reminder.at.astimezone(ZoneInfo(actor.time_zone))), _clock(actor))


def due_in_words(task: TaskView, actor: Actor) -> str | None:
    """When a task is due, as the person would say it; None if it has no date."""
    if task.due_date is None and task.due_at is None:
        return None
    due = Due(at=task.due_at.astimezone(ZoneInfo(actor.time_zone))) if task.due_at else Due(date=task.due_date)
    habits = actor.habits
    return explain_due(due, _clock(actor), habits.language, twelve_hour=habits.twelve_hour)


def as_text(task: TaskView, reading: Reading, actor: Actor) -> str:
    """All of a task in lines."""
    facts = {
        "Project": reading.project,
        "Section": reading.section,
        "Due": due_in_words(task, actor),
        "Repeats": reading.recurs,
        "Deadline": task.deadline and task.deadline.isoformat(),
        "Priority": str(task.priority) if task.priority < 4 else None,
        "Duration": f"{task.duration_minutes} minutes" if task.duration_minutes else None,
        "Labels": ", ".join(reading.labels) or None,
        "Reminders": ", ".join(reading.reminders) or None,
        "Completed": task.completed_at and task.completed_at.isoformat(),
    }
    lines = [task.title, *(f"{name}: {value}" for name, value in facts.items() if value)]
    lines += [f"- [{'x' if one.completed_at else ' '}] {one.title}" for one in reading.subtasks]
    return "\n".join(lines) + (f"\n\n{task.notes}" if task.notes else "")


def _clock(actor: Actor) -> Clock:
    return Clock.at(actor.now(), actor.time_zone)
