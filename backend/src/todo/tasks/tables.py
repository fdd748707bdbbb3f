"""Table of tasks."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, SmallInteger, text
from sqlmodel import Field

from todo.columns import Row, created_now, reference, timestamp


class Task(Row, table=True):
    """Something to do. Due on a day (`due_date`) or at a moment (`due_at`, meant in `time_zone`), never both."""

    __tablename__ = "task"
    __table_args__ = (
        CheckConstraint("priority between 1 and 4", name="priority"),
        CheckConstraint("due_date is null or due_at is null", name="one_due"),
        CheckConstraint("(due_at is null) = (time_zone is null)", name="due_zone"),
        Index("ix_task_open", "project_id", postgresql_where=text("completed_at is null and deleted_at is null")),
        Index("ix_task_completed", "project_id", "completed_at", postgresql_where=text("completed_at is not null")),
    )

    project_id: UUID = reference("project.id", on_delete="RESTRICT")
    title: str
    notes: str = Field(default="", sa_column_kwargs={"server_default": ""})
    priority: int = Field(default=4, sa_type=SmallInteger, sa_column_kwargs={"server_default": "4"})
    due_date: date | None = None
    due_at: datetime | None = timestamp()
    time_zone: str | None = None
    completed_at: datetime | None = timestamp()
    deleted_at: datetime | None = timestamp()
    created_by: UUID | None = reference("app_user.id", on_delete="SET NULL", optional=True)
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    updated_at: datetime = created_now()
