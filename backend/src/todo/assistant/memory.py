"""What a later turn may refer to: "the second one", "it", "no, friday". Kept with an answer."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Self
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from todo.mcp.schemas import ToolOutput
from todo.tasks.schemas import TaskView

MOST_NAMED = 100
LISTS = {"find_tasks", "overview"}


class Named(BaseModel):
    """A task as it was spoken of. `due` is its day, or its moment."""

    id: UUID
    title: str
    due: datetime | date | None = None

    @classmethod
    def of(cls, task: TaskView) -> Self:
        """The task by its name."""
        return cls(id=task.id, title=task.title, due=task.due_at or task.due_date)

    def day(self, time_zone: str) -> date | None:
        """The day on which it is due in a zone."""
        return self.due.astimezone(ZoneInfo(time_zone)).date() if isinstance(self.due, datetime) else self.due


class Unfinished(BaseModel):
    """A request that waits for the person: their words, and the number of the step in them that is next (from 0).

    With `candidates` it waits for a choice among them, else for a decision.
    """

    said: str
    step: int = 0
    candidates: list[Named] = []


class Memory(BaseModel):
    """`shown` is the last list, in its order; `spoken_of` is what the last answer acted on or showed.

    `said` is the last request that was done, and `change_group` what the last answer changed. `passed_over` are those
    that the last request did not mean when the person was asked which. `puzzled`: the last request was not understood.
    `changed` are all that the last answer changed.
    `rule` is what the last correction said of when, with the rule that it changed.
    """

    shown: list[Named] = []
    spoken_of: list[Named] = []
    passed_over: list[Named] = []
    said: str | None = None
    change_group: UUID | None = None
    changed: list[Named] = []
    unfinished: Unfinished | None = None
    puzzled: bool = False
    rule: str | None = None

    def noting(self, tool: str, output: ToolOutput) -> "Memory":
        """With what a tool gave. What is done to one task of a list leaves the list: "now the third one"."""
        if not output.tasks:
            return self
        named = names_of(output.tasks)
        is_list = tool in LISTS or not output.ok or len(named) > 1
        return self.model_copy(update={"spoken_of": named, "shown": named if is_list else self.shown})


def names_of(tasks: Sequence[TaskView]) -> list[Named]:
    """The tasks by name, as many as are kept."""
    return [Named.of(task) for task in tasks[:MOST_NAMED]]
