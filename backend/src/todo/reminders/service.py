"""Reminders of tasks: each person's own. When they are due they are sent by `delivery`."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import new_id
from todo.changes import writing
from todo.changes.entities import REMINDER
from todo.changes.service import Written
from todo.clock import utc_now
from todo.database import Database, Executor
from todo.errors import ConflictError
from todo.reminders import repository
from todo.reminders.schemas import ReminderCreate, ReminderFields, ReminderList, ReminderView
from todo.tasks import service as tasks

MAX_PER_TASK = 20


async def list_reminders(database: Database, actor: Actor, task_id: UUID) -> ReminderList:
    """The person's reminders of a task, the next one first.

    Raises:
        NotFoundError: there is no such task that the person may see.
    """
    rows = await repository.list_reminders(database, actor, task_id)
    if not rows:
        await tasks.get_task(database, actor, task_id)
    return ReminderList(items=[ReminderView.model_validate(row) for row in rows])


async def of_tasks(database: Executor, actor: Actor, task_ids: Sequence[UUID]) -> dict[UUID, list[ReminderFields]]:
    """The moments of the person's reminders of those tasks that have any."""
    found: dict[UUID, list[ReminderFields]] = {}
    for row in await repository.of_tasks(database, actor, task_ids):
        moment = ReminderFields(at=row["at"], minutes_before=row["minutes_before"])
        found.setdefault(row["task_id"], []).append(moment)
    return found


async def create_reminder(
    database: Database, actor: Actor, task_id: UUID, body: ReminderCreate
) -> Written[ReminderView]:
    """A new reminder; an id that is there already gives the one that is there. A moment that has passed never fires.

    Raises:
        NotFoundError: there is no such task that the person may see.
        ConflictError: too many on this task (`too-many-reminders`), or the id is another's (`id-taken`).
    """
    command, reminder_id = Command(actor, "add_reminder"), body.id or new_id()
    async with database.transaction() as transaction:
        await tasks.get_task(transaction, actor, task_id)
        if len(await repository.list_reminders(transaction, actor, task_id)) >= MAX_PER_TASK:
            raise ConflictError(f"A task has at most {MAX_PER_TASK} reminders.", slug="too-many-reminders")
        ids = {"id": str(reminder_id), "user_id": str(actor.user_id), "task_id": str(task_id)}
        is_new = await writing.insert(transaction, command, REMINDER, [ids | _moment(body)])
        row = await repository.get_reminder(transaction, actor, reminder_id)
    if row is None or row["task_id"] != task_id:
        raise writing.id_taken()
    return Written(ReminderView.model_validate(row), command.group_id if is_new else None)


async def update_reminder(
    database: Database, actor: Actor, reminder_id: UUID, body: ReminderFields, expected_version: int | None = None
) -> Written[ReminderView]:
    """Another moment.

    Raises:
        NotFoundError, StaleVersionError: none of theirs, newer.
    """
    command = Command(actor, "edit_reminder")
    async with database.transaction() as transaction:
        row = await writing.present(transaction, actor, REMINDER, reminder_id, expected_version)
        await writing.write(transaction, command, REMINDER, [row | _moment(body)])
        view = await _get(transaction, actor, reminder_id)
    return Written(view, command.group_id if view.version != row["version"] else None)


async def delete_reminder(
    database: Database, actor: Actor, reminder_id: UUID, expected_version: int | None = None
) -> Written[None]:
    """Gone; undo brings it back. Errors as of `update_reminder`."""
    command = Command(actor, "delete_reminder")
    async with database.transaction() as transaction:
        row = await writing.present(transaction, actor, REMINDER, reminder_id, expected_version)
        await writing.write(transaction, command, REMINDER, [row | {"deleted_at": utc_now().isoformat()}])
    return Written(None, command.group_id)


async def _get(db: Executor, actor: Actor, reminder_id: UUID) -> ReminderView:
    row = await repository.get_reminder(db, actor, reminder_id)
    if row is None:
        raise writing.not_found(REMINDER)
    return ReminderView.model_validate(row)


def _moment(body: ReminderFields) -> dict[str, Any]:
    return {"at": body.at and body.at.isoformat(), "minutes_before": body.minutes_before, "deleted_at": None}
