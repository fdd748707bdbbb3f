"""What the API shows of the trash."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from todo.changes.schemas import EntityName


class TrashItem(BaseModel):
    """Something that was deleted. What was deleted with something above it is not listed by itself."""

    entity: EntityName
    id: UUID
    title: str
    project_id: Annotated[UUID | None, Field(description="Where it was, if in a project")]
    deleted_at: datetime
    purge_at: Annotated[datetime, Field(description="From then on it may be gone for good")]


class TrashPage(BaseModel):
    """What was deleted last comes first."""

    items: list[TrashItem]
    next_cursor: str | None


class TrashQuery(BaseModel):
    cursor: Annotated[str, StringConstraints(max_length=500)] | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50
