"""Bodies of `/api/projects`."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from todo.boundary import Body, Name, Neighbour

Color = Literal["gray", "red", "orange", "amber", "green", "teal", "blue", "indigo", "violet", "pink"]
Role = Literal["owner", "editor", "viewer"]
Favorite = Annotated[bool, Field(strict=True)]


class ProjectCreate(Body):
    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Home", "color": "teal"}]})

    id: Annotated[UUID | None, Field(description="Your own UUIDv7 makes a repeated create harmless")] = None
    name: Name
    color: Color = "blue"
    parent_id: Annotated[UUID | None, Field(description="The project above, one that you own")] = None
    is_favorite: Favorite = False


class ProjectPatch(Body):
    """Only what is sent is changed."""

    name: Name = ""  # never used: only what was sent counts
    color: Color = "blue"
    is_favorite: Favorite = False


class ProjectMove(Neighbour):
    """Below another project, with null to the top, or elsewhere among those that it stands with."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"parent_id": None, "before_id": None}]})

    parent_id: UUID | None = None


class ProjectView(BaseModel):
    id: UUID
    name: str
    color: Color
    parent_id: Annotated[UUID | None, Field(description="The project above, if you may see it")]
    position: Annotated[str, Field(description="Manual order: compare as text, byte by byte")]
    is_favorite: bool
    is_inbox: bool
    role: Annotated[Role, Field(description="What you may do here")]
    open_task_count: int
    archived_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime


class ProjectList(BaseModel):
    """Inbox first, then in their manual order."""

    items: list[ProjectView]
