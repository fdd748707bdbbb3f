"""The ways a reminder reaches a person. What sends mail or pushes to phones is one more `Channel`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from todo.database import Database
from todo.live import service as live


@dataclass(frozen=True, slots=True)
class DueReminder:
    """What is to be told: at `fire_at` a person wanted to be reminded of a task."""

    id: UUID
    user_id: UUID
    task_id: UUID
    title: str
    fire_at: datetime

    def content(self) -> dict[str, str]:
        """JSON-ready data; the same reminder at the same moment is the same whenever it is sent."""
        return {
            "reminder_id": str(self.id),
            "task_id": str(self.task_id),
            "title": self.title,
            "fire_at": self.fire_at.isoformat(),
        }


class DeliveryError(Exception):
    """It did not get through; the message, which goes to the log, says why. Trying again later may help."""


class Channel(Protocol):
    """A way to reach people. Its `name` is kept with what was sent."""

    name: str

    async def deliver(self, reminder: DueReminder) -> None:
        """Send it, within seconds.

        Raises:
            DeliveryError: it did not get through.
        """


class LiveChannel:
    """Every open tab of the person, at whatever process."""

    name = "live"

    def __init__(self, database: Database) -> None:
        self._database = database

    async def deliver(self, reminder: DueReminder) -> None:
        await live.tell_people(self._database, [reminder.user_id], "reminder", reminder.content())
