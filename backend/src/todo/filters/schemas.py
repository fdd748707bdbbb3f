"""Bodies of `/api/filters`."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from todo.boundary import Body, FilterText, Name
from todo.projects.schemas import Color


class FilterCreate(Body):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "Urgent at work", "query": "(today | overdue) & #Work & p1"}]}
    )

    id: Annotated[UUID | None, Field(description="Your own UUIDv7 makes a repeated create harmless")] = None
    name: Name
    query: Annotated[FilterText, Field(description="In the filter language; see docs/FILTERS.md")]
    color: Color = "gray"
    is_favorite: Annotated[bool, Field(strict=True)] = False


class FilterPatch(Body):
    """Only what is sent is changed."""

    name: Name = ""  # never used: only what was sent counts
    query: FilterText = ""
    color: Color = "gray"
    is_favorite: Annotated[bool, Field(strict=True)] = False


class FilterMove(Body):
    """Where it goes in the manual order: after or before another, or to the end."""

    after_id: UUID | None = None
    before_id: UUID | None = None

    @model_validator(mode="after")
    def _one_neighbour(self) -> Self:
        if self.after_id is not None and self.before_id is not None:
            raise ValueError("give after_id or before_id, not both")
        return self


class FilterView(BaseModel):
    id: UUID
    name: str
    query: str
    color: Color
    is_favorite: bool
    position: Annotated[str, Field(description="Manual order: compare as text, byte by byte")]
    version: int
    created_at: datetime
    updated_at: datetime


class FilterList(BaseModel):
    """In their manual order."""

    items: list[FilterView]


class FilterPageQuery(BaseModel):
    """A page of what a filter finds."""

    model_config = ConfigDict(extra="forbid")

    cursor: Annotated[str, StringConstraints(max_length=500)] | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50
