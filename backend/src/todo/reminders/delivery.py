"""Sends reminders that are due, each once by each channel, however many processes do so at once."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import structlog

from todo.clock import utc_now
from todo.config import Settings
from todo.database import Database, Row
from todo.errors import DatabaseUnavailableError
from todo.reminders import repository
from todo.reminders.channels import Channel, DeliveryError, DueReminder, LiveChannel
from todo.reminders.webhook import WebhookChannel

BATCH = 50
# After a longer outage nobody wants to hear of it.
OLDEST = timedelta(days=1)
# Longer than any channel may take: a process that dies while sending leaves its deliveries to others after this.
LEASE = timedelta(seconds=60)
FIRST_PAUSE, MAX_ATTEMPTS = timedelta(seconds=30), 6
log = structlog.get_logger(__name__)


def channels_of(settings: Settings, database: Database) -> list[Channel]:
    """The channels that the settings ask for."""
    channels: list[Channel] = [LiveChannel(database)]
    if settings.reminder_webhook_url:
        secret = settings.reminder_webhook_secret.get_secret_value()
        channels.append(
            WebhookChannel(settings.reminder_webhook_url, secret, allow_private=settings.reminder_webhook_private)
        )
    return channels


class Deliverer:
    """The delivery loop of one process."""

    def __init__(self, database: Database, channels: Sequence[Channel], seconds: float) -> None:
        self._database, self._seconds = database, seconds
        self._channels = {channel.name: channel for channel in channels}

    async def run(self) -> None:
        """Deliver until cancelled."""
        while True:
            try:
                await self.deliver_due()
            except DatabaseUnavailableError:
                log.warning("reminders_wait_for_the_database")
            except Exception as error:
                # Whatever it was, the next reminders must not suffer for it.
                log.error("reminders_failed", exc_info=error)
            await asyncio.sleep(self._seconds)

    async def deliver_due(self) -> None:
        """Take up what is due now and send all that waits to be sent."""
        names = list(self._channels)
        while await repository.queue_due(self._database, names, utc_now(), OLDEST, BATCH) == BATCH:
            pass
        while deliveries := await repository.claim_deliveries(self._database, names, utc_now(), LEASE, BATCH):
            await asyncio.gather(*(self._deliver(delivery) for delivery in deliveries))

    async def _deliver(self, delivery: Row) -> None:
        if not delivery["is_wanted"]:
            await repository.settle_delivery(self._database, delivery, None, None)
            return
        names = ("user_id", "task_id", "title", "fire_at")
        reminder = DueReminder(id=delivery["reminder_id"], **{name: delivery[name] for name in names})
        try:
            await self._channels[delivery["channel"]].deliver(reminder)
        except DeliveryError as error:
            log.warning("reminder_not_delivered", channel=delivery["channel"], reason=str(error))
            pause = FIRST_PAUSE * 2 ** (delivery["attempts"] - 1)
            again_at = utc_now() + pause if delivery["attempts"] < MAX_ATTEMPTS else None
            await repository.settle_delivery(self._database, delivery, None, again_at)
        else:
            await repository.settle_delivery(self._database, delivery, utc_now(), None)
