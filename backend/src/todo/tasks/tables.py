"""Table of tasks."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, Index, SmallInteger, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlmodel import Field

from todo.columns import Row, created_now, json_document, order_key, reference, timestamp

# What full text search looks at, titles weighing more; `fold_text` is a function of the database (migration 0002).
_SEARCHED = (
    "(setweight(to_tsvector('simple'::regconfig, fold_text((title)::text)), 'A'::\"char\") || "
    "setweight(to_tsvector('simple'::regconfig, fold_text((notes)::text)), 'D'::\"char\"))"
)
_OPEN = text("completed_at is null and deleted_at is null")
_ON_A_DAY_OR_NEVER = text("completed_at is null and deleted_at is null and due_at is null")
_AT_A_MOMENT = text("completed_at is null and deleted_at is null and due_at is not null")
_LABELLED = text("completed_at is null and deleted_at is null and label_ids <> '{}'")
_DELETED = text("deleted_at is not null")


class Task(Row, table=True):
    """Something to do. Due on a day (`due_date`) or at a moment (`due_at`, meant in `time_zone`), never both.

    `recurrence` is {rule, start, time_zone, anchor, occurrence, ended}: one value, as its parts mean nothing apart.
    `label_ids` holds each member's own labels; a label that goes to the trash stays here, so that undo is complete.
    """

    __tablename__ = "task"
    __table_args__ = (
        CheckConstraint("priority between 1 and 4", name="priority"),
        CheckConstraint("due_date is null or due_at is null", name="one_due"),
        CheckConstraint("(due_at is null) = (time_zone is null)", name="due_zone"),
        CheckConstraint("duration_minutes between 1 and 525600", name="duration"),
        CheckConstraint("parent_id <> id", name="parent"),
        # Each list's order, project by project (see `listing.repository`): an open task is in two or three of these.
        Index("ix_task_manual", "project_id", "section_id", "position", postgresql_where=_OPEN),
        Index("ix_task_days", "project_id", "due_date", "priority", "id", postgresql_where=_ON_A_DAY_OR_NEVER),
        Index("ix_task_moments", "project_id", "due_at", "priority", "id", postgresql_where=_AT_A_MOMENT),
        Index("ix_task_labelled", "project_id", postgresql_where=_LABELLED),
        Index("ix_task_trash", "project_id", "deleted_at", "id", postgresql_where=_DELETED),
        Index("ix_task_deleted", "deleted_at", postgresql_where=_DELETED),
        Index("ix_task_label_ids", "label_ids", postgresql_using="gin"),
        # A search reads all that waits to be sorted into the index, so little may wait (kB).
        Index("ix_task_search", "search", postgresql_using="gin", postgresql_with={"gin_pending_list_limit": 128}),
        # Open tasks of a project differ in nothing here, so PostgreSQL keeps them as one list, which is soon counted.
        Index("ix_task_state", "project_id", "deleted_at", "completed_at"),
    )

    project_id: UUID = reference("project.id", on_delete="RESTRICT")
    section_id: UUID | None = reference("section.id", on_delete="SET NULL", optional=True, index=True)
    parent_id: UUID | None = reference("task.id", on_delete="SET NULL", optional=True, index=True)
    position: str = order_key()
    title: str
    notes: str = Field(default="", sa_column_kwargs={"server_default": ""})
    priority: int = Field(default=4, sa_type=SmallInteger, sa_column_kwargs={"server_default": "4"})
    due_date: date | None = None
    due_at: datetime | None = timestamp()
    time_zone: str | None = None
    duration_minutes: int | None = None
    deadline: date | None = None
    recurrence: dict[str, Any] | None = json_document()
    completion_count: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    label_ids: list[UUID] = Field(default=[], sa_type=ARRAY(Uuid), sa_column_kwargs={"server_default": "{}"})
    completed_at: datetime | None = timestamp()
    deleted_at: datetime | None = timestamp()
    created_by: UUID | None = reference("app_user.id", on_delete="SET NULL", optional=True)
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    updated_at: datetime = created_now()
    search: str = Field(sa_type=TSVECTOR, nullable=True, sa_column_args=(Computed(_SEARCHED, persisted=True),))
