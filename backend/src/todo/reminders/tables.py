"""Tables of reminders and of their deliveries."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from todo.columns import TIMESTAMP, Row, created_now, key_reference, reference, timestamp, version_count


class Reminder(Row, table=True):
    """A person's wish to be reminded of a task: at a moment, or some minutes before it is due.

    `fire_at` is the moment that this comes to (null: the task is done, gone or without a date). The database keeps it
    up to date whatever changes it (migration 0003); `queued_for` is the last such moment that was taken up.
    """

    __tablename__ = "reminder"
    __table_args__ = (
        CheckConstraint("(at is null) <> (minutes_before is null)", name="one_moment"),
        CheckConstraint("minutes_before between 0 and 525600", name="minutes_before"),
        Index("ix_reminder_fire_at", "fire_at", postgresql_where=text("queued_for is distinct from fire_at")),
    )

    user_id: UUID = reference("app_user.id", index=True)
    task_id: UUID = reference("task.id", index=True)
    at: datetime | None = timestamp()
    minutes_before: int | None = None
    fire_at: datetime | None = timestamp()
    queued_for: datetime | None = timestamp()
    deleted_at: datetime | None = timestamp()
    version: int = version_count()
    updated_at: datetime = created_now()


class ReminderDelivery(SQLModel, table=True):
    """One moment of a reminder on its way through one channel; `next_attempt_at` is null when that is over."""

    __tablename__ = "reminder_delivery"
    __table_args__ = (
        Index("ix_reminder_delivery_next", "next_attempt_at", postgresql_where=text("next_attempt_at is not null")),
    )

    reminder_id: UUID = key_reference("reminder.id")
    channel: str = Field(primary_key=True)
    fire_at: datetime = Field(primary_key=True, sa_type=TIMESTAMP)
    attempts: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    next_attempt_at: datetime | None = timestamp()
    sent_at: datetime | None = timestamp()
