"""What the API shows of the change log."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel

from todo.actor import Via

EntityName = Literal["task", "project", "section", "label", "saved_filter", "reminder"]


class ChangeView(BaseModel):
    """One thing that a command changed."""

    entity: EntityName
    entity_id: UUID
    kind: Literal["create", "update", "delete"]
    title: str


class ChangeGroupView(BaseModel):
    """One command and all that it changed; undone as a whole by `POST /api/changes/{id}/undo`."""

    id: UUID
    via: Via
    command: str
    summary: str
    created_at: datetime
    undo_of: UUID | None
    undone_by: UUID | None
    changes: list[ChangeView]


class ChangeGroupPage(BaseModel):
    """Newest first."""

    items: list[ChangeGroupView]
    next_cursor: str | None


class Person(BaseModel):
    id: UUID
    name: str


class FieldChange(BaseModel):
    """A field of a row, as it was and as it became."""

    name: str
    before: Any
    after: Any


class ActivityEntry(BaseModel):
    """One row that a command changed: who did it, by which door, and what differs."""

    id: int
    group: UUID
    undo_of: UUID | None
    via: Via
    command: str
    created_at: datetime
    person: Person
    entity: Literal["task", "project", "section"]
    entity_id: UUID
    kind: Literal["create", "update", "delete"]
    title: str
    fields: list[FieldChange]


class ActivityPage(BaseModel):
    """Newest first."""

    items: list[ActivityEntry]
    next_cursor: str | None
