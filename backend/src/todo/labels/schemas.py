"""Bodies of `/api/labels`."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from todo.boundary import Body, Name
from todo.projects.schemas import Color


class LabelCreate(Body):
    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "errand", "color": "amber"}]})

    id: Annotated[UUID | None, Field(description="Your own UUIDv7 makes a repeated create harmless")] = None
    name: Annotated[Name, Field(description="Without regard to case and accents, no two of yours have the same")]
    color: Color = "gray"
    is_favorite: Annotated[bool, Field(strict=True)] = False


class LabelPatch(Body):
    """Only what is sent is changed."""

    name: Name = ""  # never used: only what was sent counts
    color: Color = "gray"
    is_favorite: Annotated[bool, Field(strict=True)] = False


class LabelView(BaseModel):
    id: UUID
    name: str
    color: Color
    is_favorite: bool
    position: Annotated[str, Field(description="Manual order: compare as text, byte by byte")]
    version: int
    created_at: datetime
    updated_at: datetime


class LabelList(BaseModel):
    """In their manual order."""

    items: list[LabelView]
