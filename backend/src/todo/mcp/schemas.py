"""What the tools take and give: the same for MCP clients, the chat's cards and any model."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from todo.boundary import Notes, QuickAddLine
from todo.tasks.schemas import TaskView


class NewTask(BaseModel):
    """One task as a person would type it."""

    text: Annotated[
        QuickAddLine,
        Field(
            description="Title with date, time, recurrence, duration, {deadline}, #project, /section, @label and "
            "p1..p4 in the person's own words, e.g. 'Gym every tue at 7am for 45min @health p1 #Home'",
        ),
    ]
    notes: Annotated[Notes, Field(description="Markdown")] = ""


class ToolOutput(BaseModel):
    """What a tool did or found. `ok` is false when it did nothing and `detail` says why and what to do."""

    ok: bool = True
    title: Annotated[str, Field(description="One line for a person")]
    detail: str | None = None
    tasks: list[TaskView] = []
    change_group: Annotated[UUID | None, Field(description="Pass it to `undo` to take this back")] = None
