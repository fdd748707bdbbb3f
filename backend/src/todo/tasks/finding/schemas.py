"""Bodies of `/api/search`, `/api/views` and `/api/counts`."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from todo.boundary import SearchText
from todo.tasks.schemas import TaskView

Cursor = Annotated[str, StringConstraints(max_length=500)]


class SearchQuery(BaseModel):
    """What to look for: each word begins a word of the title, the notes or a label. Case and accents don't matter."""

    model_config = ConfigDict(extra="forbid")

    q: SearchText
    done: Annotated[bool | None, Field(description="Only open or only done tasks; both when left out")] = None
    project_id: UUID | None = None
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
