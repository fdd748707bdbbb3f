"""Bodies of `/api/search`, `/api/views` and `/api/counts`."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from todo.boundary import SearchText
from todo.tasks.schemas import Day, TaskView

Cursor = Annotated[str, StringConstraints(max_length=500)]


class SearchQuery(BaseModel):
    """What to look for: each word begins a word of the title, the notes or a label. Case and accents don't matter."""

    model_config = ConfigDict(extra="forbid")

    q: SearchText
    done: Annotated[bool | None, Field(description="Only open or only done tasks; both when left out")] = None
    project_id: Annotated[UUID | None, Field(description="Only this project's tasks, also when it is archived")] = None
    cursor: Cursor | None = None
    limit: Annotated[int, Field(ge=1, le=50)] = 20


class HighlightView(BaseModel):
    """Where a word begins like one that was looked for; offsets count UTF-16 code units, as browsers do."""

    start: int
    end: int


class SearchHit(BaseModel):
    """A task that holds all words. `labels` are those of its labels that hold one of them."""

    task: TaskView
    title: list[HighlightView]
    notes: Annotated[list[HighlightView], Field(description="In the first 5,000 characters, at most 50")]
    labels: list[UUID]


class SearchPage(BaseModel):
    """The best hits first; words in titles weigh more than those in notes. Of many, the newest 300 count."""

    items: list[SearchHit]
    next_cursor: str | None


class PageQuery(BaseModel):
    """A page of a view."""

    model_config = ConfigDict(extra="forbid")

    cursor: Cursor | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50


class UpcomingQuery(PageQuery):
    """Some days from one on."""

    first: Annotated[Day | None, Field(description="Today when left out")] = None
    days: Annotated[int, Field(ge=1, le=366)] = 7


class UpcomingDay(BaseModel):
    """A day of your time zone with its open tasks: those with a time first, in order of it."""

    day: date
    tasks: list[TaskView]


class UpcomingPage(BaseModel):
    """The days that have tasks. The last day of a page may go on with the next one."""

    days: list[UpcomingDay]
    next_cursor: str | None


class CompletedQuery(PageQuery):
    """What was completed, maybe within a project or some days."""

    project_id: UUID | None = None
    first: Annotated[Day | None, Field(description="Completed on this day or later")] = None
    last: Annotated[Day | None, Field(description="Completed on this day or earlier")] = None


class CountsView(BaseModel):
    """How many open tasks each item of the sidebar has, subtasks too; archived projects are left out."""

    today: Annotated[int, Field(description="What the Today view shows: due today, and overdue")]
    overdue: int
    inbox: int
    projects: dict[UUID, int]
    labels: dict[UUID, int]
    filters: Annotated[
        dict[UUID, int | None], Field(description="What each saved filter finds; null when it can't be read any more")
    ]
