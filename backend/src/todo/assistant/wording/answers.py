"""What the built-in assistant says once a tool has run. Pure: a request and what came of it in, Markdown out."""

from collections.abc import Sequence
from typing import Any

from todo.assistant.wording.voice import Voice
from todo.assistant.wording.words import Deed
from todo.language import AddTasks, CompleteTasks, DeleteTasks, FindTasks, Redo, ReopenTasks, Undo, UpdateTasks
from todo.language.conversation import Restore
from todo.mcp.schemas import ToolOutput
from todo.tasks.schemas import TaskView


def after_tool(request: Any, output: ToolOutput, voice: Voice) -> str:
    """The answer once a tool has run."""
    if not output.ok:
        return _unmet(output, voice)
    match request:
        case FindTasks():
            lead = voice.words.found(len(output.tasks), voice.asked(request))
            return voice.numbered(lead, output.tasks)
        case Undo() | Redo():
            return voice.words.undone(output.detail or "", redo=isinstance(request, Redo))
    deed = deed_of(request)
    return voice.listed(voice.words.LEADS[deed], output.tasks) if deed else output.title


def deed_of(request: Any) -> Deed | None:
    """What a request does to tasks."""
    match request:
        case AddTasks():
            return "add"
        case CompleteTasks():
            return "complete"
        case ReopenTasks():
            return "reopen"
        case DeleteTasks():
            return "delete"
        case Restore():
            return "restore"
        case UpdateTasks():
            return "change"
    return None


def which_one(tasks: Sequence[TaskView], voice: Voice) -> str:
    """The question where several tasks fit."""
    return voice.numbered(voice.words.SEVERAL_FIT, tasks)


def in_project(name: str | None, output: ToolOutput, voice: Voice) -> str:
    """All that is open in a project; None is the inbox."""
    return voice.numbered(voice.words.in_project(len(output.tasks), name), output.tasks)


def _unmet(output: ToolOutput, voice: Voice) -> str:
    lead = output.detail or output.title
    return voice.numbered(lead, output.tasks) if output.tasks else lead
