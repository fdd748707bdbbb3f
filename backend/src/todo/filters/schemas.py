"""Bodies of `/api/filters`."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

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
