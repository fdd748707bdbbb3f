"""Which tools fit what was said, where the built-in assistant surely reads it: a weak model may do nothing else."""

import re
from collections.abc import Sequence

from todo.language import (
    AddTasks,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    Greeting,
    Help,
    ListProjects,
    Redo,
    ReopenTasks,
    Undo,
    UpdateTasks,
)
from todo.language.conversation import (
    Correct,
    Dismiss,
    ListLabels,
    Organize,
    Request,
    Restore,
    ShowActivity,
    ShowMentioned,
    ShowTrash,
    Summarize,
)

# Tools that change nothing always fit.
LOOKING = frozenset({"find_tasks", "get_task", "overview", "activity"})
_CHANGING = {"update_tasks", "reschedule_tasks"}
_FITTING: dict[type, set[str]] = {
    AddTasks: {"add_tasks"},
    CompleteTasks: {"complete_tasks"},
    ReopenTasks: {"complete_tasks"},
    DeleteTasks: {"delete_tasks"},
    Restore: {"delete_tasks"},
    UpdateTasks: _CHANGING,
    # A date alone may answer what the model asked.
    Correct: _CHANGING | {"add_tasks"},
    Undo: {"undo"},
    Redo: {"undo"},
    Organize: {"organize", "update_tasks", "delete_tasks"},
    ListProjects: {"organize"},
    ListLabels: {"organize"},
}
_SHOWING = (FindTasks, Summarize, ShowMentioned, ShowTrash, ShowActivity, Greeting, Help, Dismiss)
# What holds one may be more than was read: a model may know better.
_JOINT = re.compile(r"[,;\n]|[.!?]\s+\S|\b(?:and|then|but|also|und|dann|aber|auch|y|e|luego|pero)\b", re.IGNORECASE)


def fitting_tools(said: str, steps: Sequence[Request]) -> frozenset[str] | None:
    """The tools that fit what was said, read as these steps; None where that is not sure, so that any may."""
    if not steps or (len(steps) == 1 and _JOINT.search(said) and not isinstance(steps[0], _SHOWING)):
        return None
    if not all(isinstance(step, (*_SHOWING, *_FITTING)) for step in steps):
        return None
    return LOOKING.union(*(_FITTING.get(type(step), set()) for step in steps))
