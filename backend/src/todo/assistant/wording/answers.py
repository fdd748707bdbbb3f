"""The words of the built-in assistant for what a tool did. Pure: a request and what came of it in, Markdown out."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from todo.actor import Actor
from todo.language import AddTasks, CompleteTasks, DeleteTasks, FindTasks, Redo, ReopenTasks, Undo, UpdateTasks
from todo.language.conversation import Restore
from todo.mcp.schemas import ToolOutput
from todo.tasks.schemas import TaskView

SHOWN = 15


def after_tool(request: Any, output: ToolOutput, actor: Actor) -> str:
    """The answer once a tool has run."""
    if not output.ok:
        return _unmet(output, actor)
    match request:
        case FindTasks():
            return _found(request, output, actor)
        case Undo() | Redo():
            word = "Redone" if isinstance(request, Redo) else "Undone"
            return f"{word}: {output.detail}." if output.detail else f"{word}."
    lead = lead_of(request)
    return with_list(lead, output.tasks, actor) if lead else output.title


def lead_of(request: Any) -> str:
    """What stands above the tasks that something was done to."""
    match request:
        case AddTasks():
            return "Added:"
        case CompleteTasks():
            return "Completed:"
        case ReopenTasks():
            return "Open again:"
        case DeleteTasks():
            return "Deleted:"
        case Restore():
            return "Restored:"
        case UpdateTasks():
            return "Changed:"
    return ""


def which_one(tasks: Sequence[TaskView], actor: Actor) -> str:
    """The question where several tasks fit."""
    return numbered("Several tasks match. Which one do you mean?", tasks, actor)


def in_project(name: str, output: ToolOutput, actor: Actor) -> str:
    """All that is open in a project."""
    return numbered(f"{_count(len(output.tasks))} in {name}:", output.tasks, actor)


def describe_due(task: TaskView, actor: Actor) -> str:
    """`today at 17:00`, `tomorrow`, `Friday 4 December`; empty when the task has no due date."""
    if task.due_at is not None:
        moment = task.due_at.astimezone(ZoneInfo(actor.time_zone))
        return f"{day_in_words(moment.date(), actor)} at {moment:%H:%M}"
    return day_in_words(task.due_date, actor) if task.due_date else ""


def _unmet(output: ToolOutput, actor: Actor) -> str:
    lead = output.detail or output.title
    return numbered(lead, output.tasks, actor) if output.tasks else lead


def _found(request: FindTasks, output: ToolOutput, actor: Actor) -> str:
    scope = _scope(request)
    if not output.tasks:
        return f"Nothing{scope}."
    return numbered(f"{_count(len(output.tasks))}{scope}:", output.tasks, actor)


def _count(number: int) -> str:
    return f"{number} task{'' if number == 1 else 's'}"


def _scope(request: FindTasks) -> str:
    parts = []
    if request.priority:
        parts.append(f"with priority {request.priority}")
    if request.label:
        parts.append(f"with @{request.label}")
    parts += _days(request)
    if request.text:
        parts.append(f"with “{request.text}”")
    return "".join(f" {part}" for part in parts)


def _days(request: FindTasks) -> list[str]:
    named = {"overdue": "overdue", "none": "without a date", "upcoming": "coming up"}.get(request.scope or "")
    if named:
        return [named]
    verb = "done" if request.done else "due"
    if request.scope:
        return [f"{verb} {request.scope}"]
    if request.due_from or request.due_until:
        return [f"{verb} {_span(request.due_from, request.due_until)}"]
    return ["done"] if request.done else []


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        return f"on {_date(first)}" if first == last else f"from {_date(first)} to {_date(last)}"
    return f"from {_date(first)}" if first else f"until {_date(last)}" if last else ""


def with_list(lead: str, tasks: Sequence[TaskView], actor: Actor) -> str:
    """The tasks below a line."""
    return _listed(lead, tasks, [f"- {line(task, actor)}" for task in tasks[:SHOWN]])


def numbered(lead: str, tasks: Sequence[TaskView], actor: Actor) -> str:
    """The tasks below a line with the numbers by which a person may name them next."""
    return _listed(lead, tasks, [f"{number}. {line(task, actor)}" for number, task in enumerate(tasks[:SHOWN], 1)])


def _listed(lead: str, tasks: Sequence[TaskView], lines: list[str]) -> str:
    more = [f"- and {len(tasks) - SHOWN} more"] if len(tasks) > SHOWN else []
    return "\n".join([lead, *lines, *more])


def line(task: TaskView, actor: Actor) -> str:
    """A task in one line."""
    due = describe_due(task, actor)
    priority = f" (p{task.priority})" if task.priority < 4 else ""
    return f"{task.title}{priority}" + (f", {due}" if due and not task.completed_at else "")


def day_in_words(day: date, actor: Actor) -> str:
    """`today`, `tomorrow`, `yesterday`, or the date."""
    today = actor.now().date()
    names = {today: "today", today + timedelta(days=1): "tomorrow", today - timedelta(days=1): "yesterday"}
    return names.get(day) or _date(day)


def _date(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
