"""Bodies of `/api/projects`."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from todo.boundary import Body, Name

Color = Literal["gray", "red", "orange", "amber", "green", "teal", "blue", "indigo", "violet", "pink"]
Role = Literal["owner", "editor", "viewer"]


class ProjectCreate(Body):
    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Home", "color": "teal"}]})

    id: Annotated[UUID | None, Field(description="Your own UUIDv7 makes a repeated create harmless")] = None
    name: Name
    color: Color = "blue"


class ProjectPatch(Body):
    """Only what is sent is changed."""

    name: Name = ""  # never used: only what was sent counts
    color: Color = "blue"


class ProjectView(BaseModel):
    id: UUID
    name: str
    color: Color
    is_inbox: bool
    role: Annotated[Role, Field(description="What you may do here")]
    open_task_count: int
    version: int
    created_at: datetime
    updated_at: datetime


class ProjectList(BaseModel):
    """Inbox first, then in order of creation."""

    items: list[ProjectView]
