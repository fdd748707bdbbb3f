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


class FieldChange(BaseModel):
    """A field of a row, as it was and as it became."""

    name: str
    before: Any
    after: Any


class ToldChange(ChangeView):
    """`fields` are those of a thing that was there before and still is.

    Of `notes` and `label_ids` only that they differ is told here: notes are long, and labels are each person's own.
    """

    fields: list[FieldChange]


class ChangeCount(BaseModel):
    """How many things of a kind a command made, changed or took away."""

    entity: EntityName
    kind: Literal["create", "update", "delete"]
    count: int


class ChangePage(BaseModel):
    """In the order in which a command made them."""

    items: list[ToldChange]
    next_cursor: str | None


class ChangeGroupView(BaseModel):
    """One command, undone as a whole by `POST /api/changes/{id}/undo`.

    `changes` are the first of what it changed, `count` says of how many; all of them are at `GET /api/changes/{id}`.
    """

    id: UUID
    via: Via
    command: str
    summary: str
    created_at: datetime
    undo_of: UUID | None
    undone_by: UUID | None
    count: int
    counts: list[ChangeCount]
    changes: list[ToldChange]


class ChangeGroupPage(BaseModel):
    """Newest first."""

    items: list[ChangeGroupView]
    next_cursor: str | None


class Person(BaseModel):
    id: UUID
    name: str


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
