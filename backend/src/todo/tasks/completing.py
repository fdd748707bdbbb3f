"""Completing tasks: once, or an occurrence of one that recurs; skipping; completing for good; the history."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.changes import writing
from todo.changes.entities import TASK
from todo.changes.service import Written
from todo.clock import utc_now
from todo.database import Database, Executor, Row, Transaction
from todo.errors import ConflictError
from todo.tasks import places, recurring, repository
from todo.tasks.schemas import CompletionList, CompletionView, TaskView
from todo.tasks.service import check_written, get_task, not_found

Document = dict[str, Any]
Advance = Callable[[Document, datetime], Document]


async def complete_task(
    database: Database, actor: Actor, task_id: UUID, expected_version: int | None = None
) -> Written[TaskView]:
    """Done now, with the open tasks below. A task that is done stays as it is; one that recurs gets its next date.

    Raises:
        NotFoundError, ForbiddenError, StaleVersionError: unseen, read-only, newer.
    """
    command = Command(actor, "complete_task")
    # One statement for most tasks; only one that recurs has to be looked at first.
    [row] = await _close(database, command, [task_id], expected_version)
    if not _recurs(row):
        return Written(TaskView.model_validate(row), command.group_id if row["changed"] else None)
    return await _advance(database, command, task_id, expected_version, recurring.completed)


async def complete_forever(
    database: Database, actor: Actor, task_id: UUID, expected_version: int | None = None
) -> Written[TaskView]:
    """Done for good: no further occurrence of a task that recurs. Errors as of `complete_task`."""
    command = Command(actor, "complete_task_for_good")
    [row] = await _close(database, command, [task_id], expected_version)
    if not _recurs(row):
        return Written(TaskView.model_validate(row), command.group_id if row["changed"] else None)
    return await _advance(database, command, task_id, expected_version, recurring.stopped)


async def skip_occurrence(
    database: Database, actor: Actor, task_id: UUID, expected_version: int | None = None
) -> Written[TaskView]:
    """On to the next occurrence without completing this one. Errors as of `complete_task`.

    Raises:
        ConflictError: the task does not recur, or is done.
    """
    command = Command(actor, "skip_occurrence")
    return await _advance(database, command, task_id, expected_version, recurring.skipped)


async def complete_tasks(database: Database, actor: Actor, ids: Sequence[UUID]) -> Written[list[TaskView]]:
    """All of them, in one group.

    Raises:
        NotFoundError, ForbiddenError: for the first that the person can't see or change; nothing is changed then.
    """
    command = Command(actor, "complete_task" if len(ids) == 1 else "complete_tasks")
    async with database.transaction() as transaction:
        return await complete_in(transaction, command, ids)


async def complete_in(
    transaction: Transaction,
    command: Command,
    ids: Sequence[UUID],
    expected_version: int | None = None,
    advance: Advance = recurring.completed,
) -> Written[list[TaskView]]:
    """As a part of a command; see `complete_tasks`. `advance` is what becomes of those that recur."""
    rows = await _close(transaction, command, ids, expected_version)
    changed = any(row["changed"] for row in rows)
    tasks = []
    for row in rows:
        if _recurs(row):
            await advance_in(transaction, command, row["id"], None, advance)
            changed = True
            tasks.append(await get_task(transaction, command.actor, row["id"]))
        else:
            tasks.append(TaskView.model_validate(row))
    return Written(tasks, command.group_id if changed else None)


async def list_completions(database: Database, actor: Actor, task_id: UUID) -> CompletionList:
    """When a task was completed, newest first, as the change log has it; what was undone is left out."""
    await get_task(database, actor, task_id)
    rows = await repository.list_completions(database, actor, task_id)
    return CompletionList(items=[CompletionView.model_validate(row) for row in rows])


async def _close(db: Executor, command: Command, ids: Sequence[UUID], expected_version: int | None) -> list[Row]:
    values = {"completed_at": utc_now()}
    rows = await repository.update_tasks(db, command, ids, values, expected_version, closing=True)
    if len(rows) < len(set(ids)):
        raise not_found()
    for row in rows:
        check_written(row, expected_version)
    return rows


def _recurs(row: Row) -> bool:
    return row["recurrence"] is not None and row["completed_at"] is None


async def _advance(
    database: Database, command: Command, task_id: UUID, expected_version: int | None, advance: Advance
) -> Written[TaskView]:
    async with database.transaction() as transaction:
        await advance_in(transaction, command, task_id, expected_version, advance)
        return Written(await get_task(transaction, command.actor, task_id), command.group_id)


async def advance_in(
    transaction: Transaction, command: Command, task_id: UUID, expected_version: int | None, advance: Advance
) -> None:
    """Give a recurring task its next date and open what is below it again; when the series ends, close them all."""
    row, *below = await places.family(transaction, command.actor, task_id)
    writing.check_version(TASK, row["version"], expected_version)
    if row["recurrence"] is None or row["completed_at"] is not None:
        raise ConflictError("This task has no occurrence to come.", slug="not-recurring")
    after = row | advance(row, command.actor.now())
    closed = after["completed_at"]
    rows = [after] + [task | {"completed_at": closed and (task["completed_at"] or closed)} for task in below]
    await writing.write(transaction, command, TASK, rows)
