"""Bodies of `/api/sections`."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from todo.boundary import Body, Name, Neighbour


class SectionCreate(Body):
    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Next week"}]})

    id: Annotated[UUID | None, Field(description="Your own UUIDv7 makes a repeated create harmless")] = None
    name: Name


class SectionPatch(Body):
    """Only what is sent is changed."""

    name: Name = ""  # never used: only what was sent counts


class SectionMove(Neighbour):
    """To another project, or to another place among the sections of its own."""

    project_id: UUID | None = None


class SectionView(BaseModel):
    id: UUID
    project_id: UUID
    name: str
    position: Annotated[str, Field(description="Manual order: compare as text, byte by byte")]
    version: int
    created_at: datetime
    updated_at: datetime


class SectionList(BaseModel):
    """In their manual order."""

    items: list[SectionView]
