"""Tasks: create, find, change, delete. The one door for writes of all callers, with `places` and `completing`."""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import new_id
from todo.changes import writing
from todo.changes.entities import TASK
from todo.changes.service import Written
from todo.database import Database, Executor, Row, Transaction
from todo.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError, StaleVersionError
from todo.ordering import end_key
from todo.paging import decode_cursor, encode_cursor, invalid_cursor
from todo.tasks import places, recurring, repository
from todo.tasks.days import between, completed_between, within
from todo.tasks.finding.conditions import narrowed
from todo.tasks.listing import repository as listing
from todo.tasks.listing.repository import Order, TaskFilter
from todo.tasks.schemas import DetailFields, TaskCreate, TaskMove, TaskPage, TaskPatch, TaskQuery, TaskView, task_views

EVERY_PAGE = 500  # tasks


async def get_task(database: Executor, actor: Actor, task_id: UUID) -> TaskView:
    """One task.

    Raises:
        NotFoundError: there is none that the person may see.
    """
    row = await repository.get_task(database, actor, task_id)
    if row is None:
        raise not_found()
    return TaskView.model_validate(row)


async def seen_by(database: Executor, pairs: Collection[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], TaskView]:
    """Tasks as each of several people sees them, by person and task; what they can't see is left out."""
    rows = await repository.list_seen(database, [pair[0] for pair in pairs], [pair[1] for pair in pairs])
    return {(row["user_id"], row["id"]): TaskView.model_validate(row) for row in rows}


async def list_tasks(database: Database, actor: Actor, query: TaskQuery) -> TaskPage:
    """A page of tasks."""
    return await list_page(database, actor, _filter(actor, query), query.cursor, query.limit)


async def list_trashed(
    database: Database, actor: Actor, *, matching: str | None = None, cursor: str | None = None, limit: int = 50
) -> TaskPage:
    """A page of the tasks in the trash, what was deleted last first, maybe only what a filter finds.

    Raises:
        InvalidInputError: the filter can't be read (`invalid-filter`), or a bad cursor.
    """
    wanted = TaskFilter(trashed=True, archived=True)
    wanted = narrowed(wanted, matching, actor) if matching else wanted
    return await list_page(database, actor, replace(wanted, order="deleted", done=None), cursor, limit)


async def list_below(database: Database, actor: Actor, task_id: UUID, limit: int = 200) -> list[TaskView]:
    """The tasks right below one in their manual order, done ones too; none below what the person can't see."""
    wanted = TaskFilter(parent_id=task_id, archived=True, done=None, order="manual")
    return (await list_page(database, actor, wanted, None, limit)).items


async def list_page(database: Database, actor: Actor, wanted: TaskFilter, cursor: str | None, limit: int) -> TaskPage:
    """A page of the tasks that meet the conditions.

    Raises:
        InvalidInputError: the cursor is not one of a list in that order.
    """
    offset = actor.now().utcoffset() or timedelta()
    wanted = replace(wanted, after=_position(cursor, wanted.order), utc_offset=offset, limit=limit + 1)
    rows = await listing.list_tasks(database, actor, wanted)
    page = rows[:limit]
    last = page[-1] if len(rows) > limit else None
    following = encode_cursor(last["sort_key"], str(last["priority"]), str(last["id"])) if last else None
    return TaskPage(items=task_views(page), next_cursor=following)


async def every_page(
    database: Database, actor: Actor, project_id: UUID | None = None, *, completed: bool
) -> AsyncIterator[list[TaskView]]:
    """All tasks of the person, or of a project, in their manual order, page by page; the archive's too."""
    done = None if completed else False
    wanted = TaskFilter(project_id=project_id, archived=True, done=done, order="manual")
    async for page in _all_pages(lambda cursor: list_page(database, actor, wanted, cursor, EVERY_PAGE)):
        yield page


async def every_trashed_page(database: Database, actor: Actor) -> AsyncIterator[list[TaskView]]:
    """All tasks in the person's trash, what was deleted last first, page by page."""
    async for page in _all_pages(lambda cursor: list_trashed(database, actor, cursor=cursor, limit=EVERY_PAGE)):
        yield page


async def _all_pages(load: Callable[[str | None], Awaitable[TaskPage]]) -> AsyncIterator[list[TaskView]]:
    page = await load(None)
    yield page.items
    while page.next_cursor is not None:
        page = await load(page.next_cursor)
        yield page.items


async def create_task(database: Database, actor: Actor, body: TaskCreate) -> Written[TaskView]:
    """One new task; an id that is there already gives the task that is there.

    Raises:
        NotFoundError: a project, section, task above or label that the person can't see.
        ForbiddenError: a project that is only theirs to read.
        ConflictError: the id is in use elsewhere (`id-taken`), or too many levels (`too-deep`).
        InvalidInputError: a recurrence rule that can't be read.
    """
    command = Command(actor, "add_task")
    if not _is_placed(body):
        written = await _create(database, command, [body])
    else:
        async with database.transaction() as transaction:
            written = await create_in(transaction, command, [body])
    return Written(written.value[0], written.group_id)


async def create_tasks(database: Database, actor: Actor, bodies: Sequence[TaskCreate]) -> Written[list[TaskView]]:
    """All of them in one group, or none; see `create_task`."""
    async with database.transaction() as transaction:
        return await create_in(transaction, Command(actor, "add_task" if len(bodies) == 1 else "add_tasks"), bodies)


async def create_in(
    transaction: Transaction, command: Command, bodies: Sequence[TaskCreate]
) -> Written[list[TaskView]]:
    """As a part of a command; see `create_task`."""
    placed = [await _placed(transaction, command.actor, body) if _is_placed(body) else body for body in bodies]
    return await _create(transaction, command, placed)


def _is_placed(body: TaskCreate) -> bool:
    return body.section_id is not None or body.parent_id is not None


async def _placed(transaction: Transaction, actor: Actor, body: TaskCreate) -> TaskCreate:
    """The task with the project and section of where it goes, which stays there until the transaction ends."""
    place = await places.hold(transaction, actor, body.section_id, body.parent_id)
    if body.project_id not in (None, place.project_id):
        raise InvalidInputError("project_id is not the project of that section or task. Leave it out.")
    return body.model_copy(update={"project_id": place.project_id, "section_id": place.section_id})


async def update_task(
    database: Database, actor: Actor, task_id: UUID, body: TaskPatch, expected_version: int | None = None
) -> Written[TaskView]:
    """Change what was sent.

    Raises:
        NotFoundError, ForbiddenError, StaleVersionError: unseen (task, target project, label), read-only, newer.
        InvalidInputError: a recurrence rule that can't be read.
    """
    values = _patch_values(actor, body)
    if not values:
        return Written(await get_task(database, actor, task_id), None)
    command = Command(actor, "edit_task")
    if "project_id" not in values and values.get("recurrence") is None:
        return await _change_one(database, command, task_id, values, expected_version)
    async with database.transaction() as transaction:
        return await update_in(transaction, command, task_id, body, expected_version)


async def update_in(
    transaction: Transaction, command: Command, task_id: UUID, body: TaskPatch, expected_version: int | None = None
) -> Written[TaskView]:
    """As a part of a command; see `update_task`."""
    actor, values = command.actor, _patch_values(command.actor, body)
    moved = False
    if (project_id := values.pop("project_id", None)) is not None:
        move = TaskMove(project_id=project_id)
        moved = await places.move(transaction, command, task_id, move, expected_version, only_if_elsewhere=True)
        expected_version = None
    if values.get("recurrence") is not None:
        row = await writing.present(transaction, actor, TASK, task_id, expected_version)
        values |= _series_values(actor, body, row, values)
    if not values:
        return Written(await get_task(transaction, actor, task_id), command.group_id if moved else None)
    written = await _change_one(transaction, command, task_id, values, expected_version)
    return Written(written.value, command.group_id if moved else written.group_id)


async def reopen_task(
    database: Executor,
    actor: Actor,
    task_id: UUID,
    expected_version: int | None = None,
    *,
    command: Command | None = None,
) -> Written[TaskView]:
    """Not done after all."""
    command = command or Command(actor, "reopen_task")
    return await _change_one(database, command, task_id, {"completed_at": None}, expected_version)


async def delete_task(
    database: Database, actor: Actor, task_id: UUID, expected_version: int | None = None
) -> Written[None]:
    """To the trash with all below it; undo brings it back.

    Raises:
        NotFoundError, ForbiddenError, StaleVersionError: unseen, read-only, newer.
    """
    async with database.transaction() as transaction:
        command = Command(actor, "delete_task")
        await places.delete(transaction, command, task_id, expected_version)
    return Written(None, command.group_id)


async def move_task(
    database: Database, actor: Actor, task_id: UUID, body: TaskMove, expected_version: int | None = None
) -> Written[TaskView]:
    """Elsewhere, or to another place in the order, with all below it; see `places.move` for errors."""
    command = Command(actor, "move_task")
    async with database.transaction() as transaction:
        before = await get_task(transaction, actor, task_id)
        await places.move(transaction, command, task_id, body, expected_version)
        after = await get_task(transaction, actor, task_id)
    return Written(after, command.group_id if after.version != before.version else None)


async def copy_task(database: Database, actor: Actor, task_id: UUID, copy_id: UUID | None) -> Written[TaskView]:
    """A copy with all below it; the same `copy_id` again gives the copy that is there. See `places.copy` for errors."""
    command, copy_id = Command(actor, "duplicate_task"), copy_id or new_id()
    async with database.transaction() as transaction:
        is_new = await places.copy(transaction, command, task_id, copy_id)
        try:
            return Written(await get_task(transaction, actor, copy_id), command.group_id if is_new else None)
        except NotFoundError:
            raise writing.id_taken() from None


async def _change_one(
    database: Executor, command: Command, task_id: UUID, values: dict[str, Any], expected_version: int | None
) -> Written[TaskView]:
    rows = await repository.update_tasks(database, command, [task_id], values, expected_version)
    if not rows:
        raise not_found()
    check_written(rows[0], expected_version)
    return Written(TaskView.model_validate(rows[0]), command.group_id if rows[0]["changed"] else None)


def check_written(row: Row, expected_version: int | None) -> None:
    if row["role"] == "viewer":
        raise ForbiddenError(writing.READ_ONLY)
    if not row["labels_known"]:
        raise NotFoundError("There is no such label of yours.")
    if expected_version not in (None, row["earlier_version"]):
        raise StaleVersionError(f"The task was changed meanwhile; it is at version {row['earlier_version']} now.")


def not_found() -> NotFoundError:
    return NotFoundError("There is no such task of yours.")


async def _create(db: Executor, command: Command, bodies: Sequence[TaskCreate]) -> Written[list[TaskView]]:
    rows = [_new_row(command.actor, body) for body in bodies]
    found = {row["id"]: row for row in await repository.create_tasks(db, command, rows)}
    if missing := _not_in(found, rows):
        # A replay that came at the same moment waited for the first one, whose task only a later statement sees.
        found |= {row["id"]: row for row in await repository.create_tasks(db, command, missing)}
    if missing := _not_in(found, rows):
        raise await _why_not_created(db, command.actor, missing[0])
    tasks = [TaskView.model_validate(found[UUID(row["id"])]) for row in rows]
    is_new = any(row["is_new"] for row in found.values())
    return Written(tasks, command.group_id if is_new else None)


def _not_in(found: Mapping[UUID, Row], rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if UUID(row["id"]) not in found]


def _new_row(actor: Actor, body: TaskCreate) -> dict[str, Any]:
    row = body.model_dump(mode="json")
    row["id"] = str(body.id or new_id())
    row["project_id"] = str(body.project_id or actor.inbox_project_id)
    row["time_zone"] = (body.time_zone or actor.time_zone) if body.due_at else None
    row |= {"position": end_key(), "completion_count": 0, "label_ids": list(dict.fromkeys(row["label_ids"]))}
    if body.recurrence is not None:
        now = actor.now()
        row["recurrence"] = series = recurring.started(
            body.recurrence, body.due_date or body.due_at, _zone(body, actor), now
        )
        if body.due_date is None and body.due_at is None:
            row["due_date"] = series["start"]
    return row


def _zone(body: DetailFields, actor: Actor) -> str:
    return body.time_zone or actor.time_zone


def _series_values(actor: Actor, body: TaskPatch, row: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """A new series begins at the due date that is set with it, or else at the one that the task has."""
    assert body.recurrence is not None
    if body.due_date is None and body.due_at is None and not {"due_date", "due_at"} & values.keys():
        day, moment = row["due_date"], row["due_at"]
        due = date.fromisoformat(day) if day else datetime.fromisoformat(moment) if moment else None
    else:
        due = body.due_date or body.due_at
    zone = body.time_zone or row["time_zone"] or actor.time_zone
    series = recurring.started(body.recurrence, due, zone, actor.now())
    return {"recurrence": series} | ({} if due else {"due_date": date.fromisoformat(series["start"])})


async def _why_not_created(
    db: Executor, actor: Actor, row: dict[str, Any]
) -> NotFoundError | ForbiddenError | ConflictError:
    role = await repository.role_in(db, actor, UUID(row["project_id"]))
    if role is None:
        return NotFoundError("There is no such project of yours.")
    if role == "viewer":
        return ForbiddenError(writing.READ_ONLY)
    if await repository.unknown_labels(db, actor, [UUID(label) for label in row["label_ids"]]):
        return NotFoundError("There is no such label of yours.")
    return writing.id_taken()


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
        archived=query.archived,
        done=query.done,
        words=tuple((query.text or "").split()),
    )
    if query.filter is not None:
        wanted = narrowed(wanted, query.filter, actor, done=query.done if "done" in query.model_fields_set else None)
    wanted = replace(wanted, order="completed" if wanted.done else "due")
    if (query.completed_from or query.completed_until) and not query.done:
        raise InvalidInputError("completed_from and completed_until belong to done=true.")
    wanted = completed_between(wanted, actor.time_zone, query.completed_from, query.completed_until)
    if query.due is not None:
        if query.due_from or query.due_until:
            raise InvalidInputError("Give due, or due_from and due_until, not both.")
        return within(wanted, actor.time_zone, query.due, now)
    return between(wanted, actor.time_zone, query.due_from, query.due_until)


def _position(cursor: str | None, order: Order) -> tuple[str, str, str] | None:
    if cursor is None:
        return None
    key, priority, task_id = decode_cursor(cursor, 3)
    try:
        if order == "manual":
            _check_key(key)
        elif key != "infinity":
            key = str(datetime.fromisoformat(key))  # which reads forms that PostgreSQL does not
        return key, str(range(5)[int(priority)]), str(UUID(task_id))
    except (ValueError, IndexError):
        raise invalid_cursor() from None


def _check_key(key: str) -> None:
    if not (key.isascii() and key.isprintable()):
        raise ValueError("no key of an order")
