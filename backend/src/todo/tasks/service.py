"""Tasks: create, find, change, complete, delete. The one door for writes of all callers."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import new_id
from todo.changes.service import Written
from todo.clock import utc_now
from todo.database import Database, Executor, Row
from todo.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError, StaleVersionError
from todo.paging import decode_cursor, encode_cursor, invalid_cursor
from todo.tasks import repository
from todo.tasks.days import between, completed_between, within
from todo.tasks.repository import TaskFilter
from todo.tasks.schemas import TaskCreate, TaskPage, TaskPatch, TaskQuery, TaskView


async def get_task(database: Database, actor: Actor, task_id: UUID) -> TaskView:
    """One task.

    Raises:
        NotFoundError: there is none that the person may see.
    """
    row = await repository.get_task(database, actor, task_id)
    if row is None:
        raise _not_found()
    return TaskView.model_validate(row)


async def list_tasks(database: Database, actor: Actor, query: TaskQuery) -> TaskPage:
    """A page of tasks."""
    wanted = _filter(actor, query)
    rows = await repository.list_tasks(database, actor, wanted)
    page = rows[: query.limit]
    more = len(rows) > query.limit
    last = page[-1] if page else None
    cursor = encode_cursor(last["sort_key"], str(last["priority"]), str(last["id"])) if more and last else None
    return TaskPage(items=[TaskView.model_validate(row) for row in page], next_cursor=cursor)


async def create_task(database: Database, actor: Actor, body: TaskCreate) -> Written[TaskView]:
    """One new task; an id that is there already gives the task that is there.

    Raises:
        NotFoundError: a project that the person can't see.
        ForbiddenError: a project that is only theirs to read.
        ConflictError: the id is in use elsewhere (`id-taken`).
    """
    written = await _create(database, Command(actor, "add_task"), [body])
    return Written(written.value[0], written.group_id)


async def create_tasks(database: Database, actor: Actor, bodies: Sequence[TaskCreate]) -> Written[list[TaskView]]:
    """All of them in one group, or none; see `create_task`."""
    async with database.transaction() as transaction:
        return await _create(transaction, Command(actor, "add_task" if len(bodies) == 1 else "add_tasks"), bodies)


async def update_task(
    database: Database, actor: Actor, task_id: UUID, body: TaskPatch, expected_version: int | None = None
) -> Written[TaskView]:
    """Change what was sent.

    Raises:
        NotFoundError, ForbiddenError, StaleVersionError: unseen (task or target project), read-only, newer.
    """
    values = _patch_values(actor, body)
    if not values:
        return Written(await get_task(database, actor, task_id), None)
    return await _change_one(database, Command(actor, "edit_task"), task_id, values, expected_version)


async def complete_task(
    database: Database, actor: Actor, task_id: UUID, expected_version: int | None = None
) -> Written[TaskView]:
    """Done now. A task that is done stays as it is."""
    command = Command(actor, "complete_task")
    return await _change_one(database, command, task_id, {"completed_at": utc_now()}, expected_version)


async def complete_tasks(database: Database, actor: Actor, ids: Sequence[UUID]) -> Written[list[TaskView]]:
    """All of them, in one group.

    Raises:
        NotFoundError, ForbiddenError: for the first that the person can't see or change; nothing is changed then.
    """
    command = Command(actor, "complete_task" if len(ids) == 1 else "complete_tasks")
    async with database.transaction() as transaction:
        rows = await repository.update_tasks(transaction, command, ids, {"completed_at": utc_now()})
        if len(rows) < len(set(ids)):
            raise _not_found()
        for row in rows:
            _check(row, None)
    changed = any(row["changed"] for row in rows)
    return Written([TaskView.model_validate(row) for row in rows], command.group_id if changed else None)


async def reopen_task(
    database: Database, actor: Actor, task_id: UUID, expected_version: int | None = None
) -> Written[TaskView]:
    """Not done after all."""
    return await _change_one(database, Command(actor, "reopen_task"), task_id, {"completed_at": None}, expected_version)


async def delete_task(
    database: Database, actor: Actor, task_id: UUID, expected_version: int | None = None
) -> Written[TaskView]:
    """To the trash; undo brings it back."""
    command = Command(actor, "delete_task")
    return await _change_one(database, command, task_id, {"deleted_at": utc_now()}, expected_version)


async def _change_one(
    database: Database, command: Command, task_id: UUID, values: dict[str, Any], expected_version: int | None
) -> Written[TaskView]:
    rows = await repository.update_tasks(database, command, [task_id], values, expected_version)
    if not rows:
        raise _not_found()
    _check(rows[0], expected_version)
    return Written(TaskView.model_validate(rows[0]), command.group_id if rows[0]["changed"] else None)


def _check(row: Row, expected_version: int | None) -> None:
    if row["role"] == "viewer":
        raise ForbiddenError("This project is only yours to read.")
    if not row["reachable"]:
        raise NotFoundError("There is no such project of yours to move it to.")
    if expected_version not in (None, row["earlier_version"]):
        raise StaleVersionError(f"The task was changed meanwhile; it is at version {row['earlier_version']} now.")


def _not_found() -> NotFoundError:
    return NotFoundError("There is no such task of yours.")


async def _create(db: Executor, command: Command, bodies: Sequence[TaskCreate]) -> Written[list[TaskView]]:
    rows = [_new_row(command.actor, body) for body in bodies]
    found = {row["id"]: row for row in await repository.create_tasks(db, command, rows)}
    missing = [row for row in rows if UUID(row["id"]) not in found]
    if missing:
        raise await _why_not_created(db, command.actor, missing[0])
    tasks = [TaskView.model_validate(found[UUID(row["id"])]) for row in rows]
    is_new = any(row["is_new"] for row in found.values())
    return Written(tasks, command.group_id if is_new else None)


def _new_row(actor: Actor, body: TaskCreate) -> dict[str, Any]:
    row = body.model_dump(mode="json")
    row["id"] = str(body.id or new_id())
    row["project_id"] = str(body.project_id or actor.inbox_project_id)
    row["time_zone"] = (body.time_zone or actor.time_zone) if body.due_at else None
    return row


async def _why_not_created(
    db: Executor, actor: Actor, row: dict[str, Any]
) -> NotFoundError | ForbiddenError | ConflictError:
    role = await repository.role_in(db, actor, UUID(row["project_id"]))
    if role is None:
        return NotFoundError("There is no such project of yours.")
    if role == "viewer":
        return ForbiddenError("This project is only yours to read.")
    return ConflictError("This id can't be used. Choose another.", slug="id-taken")


def _patch_values(actor: Actor, body: TaskPatch) -> dict[str, Any]:
    """Columns to set; a due day takes the place of a due moment, and the other way round."""
    values = body.model_dump(exclude_unset=True)
    if "due_date" in values or "due_at" in values:
        zone = (body.time_zone or actor.time_zone) if body.due_at else None
        values |= {"due_date": body.due_date, "due_at": body.due_at, "time_zone": zone}
    return values


def _filter(actor: Actor, query: TaskQuery) -> TaskFilter:
    now = actor.now()
    wanted = TaskFilter(
        project_id=query.project_id,
        done=query.done,
        words=tuple((query.text or "").split()),
        after=_position(query.cursor),
        utc_offset=now.utcoffset() or timedelta(),
        limit=query.limit + 1,
    )
    if (query.completed_from or query.completed_until) and not query.done:
        raise InvalidInputError("completed_from and completed_until belong to done=true.")
    wanted = completed_between(wanted, actor.time_zone, query.completed_from, query.completed_until)
    if query.due is not None:
        if query.due_from or query.due_until:
            raise InvalidInputError("Give due, or due_from and due_until, not both.")
        return within(wanted, actor.time_zone, query.due, now)
    return between(wanted, actor.time_zone, query.due_from, query.due_until)


def _position(cursor: str | None) -> tuple[str, str, str] | None:
    if cursor is None:
        return None
    moment, priority, task_id = decode_cursor(cursor, 3)
    try:
        if moment != "infinity":
            datetime.fromisoformat(moment)
        return moment, str(range(5)[int(priority)]), str(UUID(task_id))
    except (ValueError, IndexError):
        raise invalid_cursor() from None
