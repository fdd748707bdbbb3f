"""Reminders as they cross the API."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from todo.boundary import Body
from todo.tasks.schemas import Moment

MinutesBefore = Annotated[int, Field(ge=0, le=525_600)]


class ReminderFields(Body):
    """Either a moment, or minutes before the task is due; a day without a time counts as 9:00 in your time zone."""

    at: Moment | None = None
    minutes_before: MinutesBefore | None = None

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Self:
        if (self.at is None) == (self.minutes_before is None):
            raise ValueError("give either at or minutes_before")
        return self


class ReminderCreate(ReminderFields):
    """A new reminder; an `id` of your own makes repeating harmless."""

    id: UUID | None = None


class ReminderView(BaseModel):
    """`fire_at` is the moment that it comes to; null while the task is done or has no date."""

    id: UUID
    task_id: UUID
    at: datetime | None
    minutes_before: int | None
    fire_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime


class ReminderList(BaseModel):
    """The next one first."""

    items: list[ReminderView]
