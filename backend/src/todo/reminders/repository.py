"""SQL of reminders, each a person's own on a task that they may see, and of their deliveries."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from todo.actor import Actor
from todo.database import Executor, Row

_COLUMNS = ("id", "task_id", "at", "minutes_before", "fire_at", "version", "created_at", "updated_at")
_SELECTED = ", ".join(f"reminder.{column}" for column in _COLUMNS)
_READABLE = """
    reminder
    join task on task.id = reminder.task_id and task.deleted_at is null
    join project on project.id = task.project_id and project.deleted_at is null
    join project_member on project_member.project_id = project.id and project_member.user_id = reminder.user_id
"""


async def list_reminders(db: Executor, actor: Actor, task_id: UUID) -> list[Row]:
    """The person's reminders of a task."""
    return await db.fetch(
        f"""
        select {_SELECTED} from {_READABLE}
        where reminder.user_id = $1 and reminder.task_id = $2 and reminder.deleted_at is null
        order by fire_at nulls last, reminder.id
        """,  # noqa: S608 - constants of this module
        actor.user_id,
        task_id,
    )


async def of_tasks(db: Executor, actor: Actor, task_ids: Sequence[UUID]) -> list[Row]:
    """The person's reminders of several tasks, in the trash or not, in order: {task_id, at, minutes_before}."""
    return await db.fetch(
        """
        select reminder.task_id, reminder.at, reminder.minutes_before
        from reminder join task on task.id = reminder.task_id
        join project_member on project_member.project_id = task.project_id and project_member.user_id = $1
        where reminder.user_id = $1 and reminder.task_id = any($2::uuid[]) and reminder.deleted_at is null
        order by reminder.task_id, reminder.id
        """,
        actor.user_id,
        list(task_ids),
    )


async def get_reminder(db: Executor, actor: Actor, reminder_id: UUID) -> Row | None:
    """One of the person's reminders."""
    return await db.fetch_one(
        f"""
        select {_SELECTED} from {_READABLE}
        where reminder.user_id = $1 and reminder.id = $2 and reminder.deleted_at is null
        """,  # noqa: S608 - constants of this module
        actor.user_id,
        reminder_id,
    )


async def queue_due(db: Executor, channels: Sequence[str], now: datetime, oldest: timedelta, limit: int) -> int:
    """Take up the moments that have come, one delivery a channel; the number of reminders.

    Any number of processes may do so at once: each moment is taken up by one of them.
    """
    row = await db.fetch_one(
        """
        with due as (
            select id, fire_at from reminder
            where fire_at <= $1 and fire_at > $1 - $3::interval and queued_for is distinct from fire_at
            order by fire_at limit $4 for update skip locked
        ), taken_up as (
            update reminder set queued_for = due.fire_at from due where reminder.id = due.id
        ), queued as (
            insert into reminder_delivery (reminder_id, channel, fire_at, next_attempt_at)
            select due.id, channel, due.fire_at, $1 from due, unnest($2::text[]) as channel
            on conflict do nothing
        )
        select count(*) as number from due
        """,
        now,
        list(channels),
        oldest,
        limit,
    )
    return int(row["number"]) if row else 0


async def claim_deliveries(
    db: Executor, channels: Sequence[str], now: datetime, lease: timedelta, limit: int
) -> list[Row]:
    """Deliveries whose time has come, held by the caller for the length of the lease.

    Returns:
        {reminder_id, channel, fire_at, attempts, user_id, task_id, title, is_wanted}: the last is false when meanwhile
        the task is done, moved to another time or out of the person's sight.
    """
    return await db.fetch(
        """
        with ready as (
            select reminder_id, channel, fire_at from reminder_delivery
            where next_attempt_at <= $1 and channel = any($2::text[])
            order by next_attempt_at limit $4 for update skip locked
        ), claimed as (
            update reminder_delivery set attempts = attempts + 1, next_attempt_at = $1 + $3::interval
            from ready where reminder_delivery.reminder_id = ready.reminder_id
                and reminder_delivery.channel = ready.channel and reminder_delivery.fire_at = ready.fire_at
            returning reminder_delivery.*
        )
        select claimed.reminder_id, claimed.channel, claimed.fire_at, claimed.attempts,
               reminder.user_id, task.id as task_id, task.title,
               reminder.fire_at is not distinct from claimed.fire_at and project.deleted_at is null
                   and project_member.user_id is not null as is_wanted
        from claimed join reminder on reminder.id = claimed.reminder_id
        join task on task.id = reminder.task_id join project on project.id = task.project_id
        left join project_member
            on project_member.project_id = project.id and project_member.user_id = reminder.user_id
        """,
        now,
        list(channels),
        lease,
        limit,
    )


async def settle_delivery(db: Executor, delivery: Row, sent_at: datetime | None, again_at: datetime | None) -> None:
    """Note that a claimed delivery was sent, is tried again, or (neither) is given up."""
    await db.fetch(
        """
        update reminder_delivery set sent_at = $4, next_attempt_at = $5
        where reminder_id = $1 and channel = $2 and fire_at = $3
        """,
        delivery["reminder_id"],
        delivery["channel"],
        delivery["fire_at"],
        sent_at,
        again_at,
    )
