"""The words of the built-in assistant. Pure: a command and what the tool gave in, text (Markdown) out."""

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from todo.actor import Actor
from todo.language import (
    AddTasks,
    Command,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    Greeting,
    Help,
    ListProjects,
    OutOfScope,
    Redo,
    ReopenTasks,
    Several,
    Undo,
    UpdateTasks,
)
from todo.mcp.schemas import ToolOutput
from todo.tasks.schemas import TaskView

SHOWN = 15
ABILITIES = (
    "I can add tasks (“add pay rent tomorrow at 5pm p1”), tell you what is due (“what is due this week?”, "
    "“anything overdue?”), complete a task by words of its title (“complete pay rent”), and undo the last change."
)


def without_tool(command: Command) -> str:
    """The answer to a sentence that no tool is for."""
    match command:
        case Greeting(kind="thanks"):
            return "You are welcome."
        case Greeting(kind="goodbye"):
            return "Goodbye!"
        case Greeting():
            return f"Hello! {ABILITIES}"
        case Help():
            return ABILITIES
        case AddTasks(texts=(text, *_)):
            return f"I cannot check that first. Ask “is {text} on my list?”, or say “add {text}”."
        case AddTasks():
            return "What should I add? Say it with the task, such as “add pay rent tomorrow at 5pm p1”."
        case OutOfScope():
            return f"I only look after your tasks, so I changed nothing. {ABILITIES}"
    if missing := _not_yet(command):
        return f"I cannot {missing} yet, so I changed nothing. {ABILITIES}"
    return f"I did not understand that, so I changed nothing. {ABILITIES}"


def _not_yet(command: Command) -> str:
    """What a command asks for that no tool does; empty for any other."""
    match command:
        case CompleteTasks(target=None):
            return "tell which task you mean"
        case CompleteTasks():
            return "complete tasks other than one by words of its title"
        case ReopenTasks():
            return "open tasks again"
        case DeleteTasks():
            return "delete tasks"
        case UpdateTasks():
            return "change tasks"
        case FindTasks():
            return "find tasks by priority or label"
        case ListProjects():
            return "show projects"
        case Redo():
            return "redo a change that was undone"
        case Several():
            return "do several things at once"
    return ""


def after_tool(command: Command, output: ToolOutput, actor: Actor) -> str:
    """The answer once a tool has run."""
    if not output.ok:
        return _unmet(output, actor)
    match command:
        case AddTasks():
            return _with_list("Added:", output.tasks, actor)
        case CompleteTasks():
            return _with_list("Completed:", output.tasks, actor)
        case FindTasks():
            return _found(command, output, actor)
        case Undo():
            return f"Undone: {output.detail}." if output.detail else "Undone."
    return output.title


def describe_due(task: TaskView, actor: Actor) -> str:
    """`today at 17:00`, `tomorrow`, `Friday 4 December`; empty when the task has no due date."""
    if task.due_at is not None:
        moment = task.due_at.astimezone(ZoneInfo(actor.time_zone))
        return f"{_day(moment.date(), actor)} at {moment:%H:%M}"
    return _day(task.due_date, actor) if task.due_date else ""


def _unmet(output: ToolOutput, actor: Actor) -> str:
    lead = output.detail or output.title
    return _with_list(lead, output.tasks, actor) if output.tasks else lead


def _found(command: FindTasks, output: ToolOutput, actor: Actor) -> str:
    scope = _scope(command)
    if not output.tasks:
        return f"Nothing{scope}."
    count = f"{len(output.tasks)} task{'s' if len(output.tasks) > 1 else ''}"
    return _with_list(f"{count}{scope}:", output.tasks, actor)


def _scope(command: FindTasks) -> str:
    parts = []
    if command.scope == "overdue":
        parts.append("overdue")
    elif command.scope == "none":
        parts.append("without a date")
    elif command.scope == "upcoming":
        parts.append("coming up")
    elif command.scope:
        parts.append(f"{'done' if command.done else 'due'} {command.scope}")
    elif command.due_from or command.due_until:
        parts.append(f"{'done' if command.done else 'due'} {_span(command.due_from, command.due_until)}")
    elif command.done:
        parts.append("done")
    if command.text:
        parts.append(f"with “{command.text}”")
    return "".join(f" {part}" for part in parts)


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        return f"on {_date(first)}" if first == last else f"from {_date(first)} to {_date(last)}"
    return f"from {_date(first)}" if first else f"until {_date(last)}" if last else ""


def _with_list(lead: str, tasks: Sequence[TaskView], actor: Actor) -> str:
    lines = [f"- {_line(task, actor)}" for task in tasks[:SHOWN]]
    if len(tasks) > SHOWN:
        lines.append(f"- and {len(tasks) - SHOWN} more")
    return "\n".join([lead, *lines])


def _line(task: TaskView, actor: Actor) -> str:
    due = describe_due(task, actor)
    priority = f" (p{task.priority})" if task.priority < 4 else ""
    return f"{task.title}{priority}" + (f", {due}" if due and not task.completed_at else "")


def _day(day: date, actor: Actor) -> str:
    today = actor.now().date()
    names = {today: "today", today + timedelta(days=1): "tomorrow", today - timedelta(days=1): "yesterday"}
    return names.get(day) or _date(day)


def _date(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
