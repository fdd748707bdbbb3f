"""Where tasks stand: below others, in sections and projects, in an order. Moving, copying, deleting with all below."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.boundary import new_id
from todo.changes import writing
from todo.changes.entities import TASK
from todo.clock import utc_now
from todo.database import Transaction
from todo.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from todo.tasks import repository
from todo.tasks.schemas import TaskMove

Document = dict[str, Any]
MAX_DEPTH = 8  # levels of tasks below one another
MAX_COPIED = 2_000


@dataclass(frozen=True, slots=True)
class Place:
    """`depth` counts the tasks above."""

    project_id: UUID
    section_id: UUID | None = None
    parent_id: UUID | None = None
    depth: int = 0


async def hold(
    transaction: Transaction,
    actor: Actor,
    section_id: UUID | None,
    parent_id: UUID | None,
    others: Iterable[UUID] = (),
) -> Place:
    """The place in a section or below a task, which stays where it is until the transaction ends.

    Args:
        others: further projects to hold.

    Raises:
        NotFoundError, ForbiddenError: a place that the person can't see, or may only read.
        ConflictError: it was moved at this moment (`busy`), or lies too deep (`too-deep`).
    """
    seen = await _place(transaction, actor, section_id, parent_id)
    await writing.hold_projects(transaction, actor, {seen.project_id, *others})
    now = await _place(transaction, actor, section_id, parent_id)
    if now.project_id != seen.project_id:
        raise writing.busy()
    if now.depth >= MAX_DEPTH:
        raise _too_deep()
    return now


async def hold_all(
    transaction: Transaction, actor: Actor, task_ids: Sequence[UUID], project_ids: Sequence[UUID]
) -> None:
    """Lock what a command of many parts names, in one order for all, so that two such don't wait for each other.

    What the person can't see is left to the part that names it.
    """
    await repository.hold_projects_of(transaction, actor, task_ids, project_ids)
    await repository.family(transaction, actor, task_ids)


async def _place(transaction: Transaction, actor: Actor, section_id: UUID | None, parent_id: UUID | None) -> Place:
    row = await repository.place(transaction, actor, section_id, parent_id)
    if row is None:
        raise NotFoundError(f"There is no such {'task' if parent_id else 'section'} of yours.")
    if section_id is not None and section_id != row["section_id"]:
        raise InvalidInputError("section_id is not the section of that task. Leave it out.")
    return Place(row["project_id"], row["section_id"], parent_id, row["depth"])


async def family(transaction: Transaction, actor: Actor, task_id: UUID) -> list[Document]:
    """A task and all below it that is not in the trash, locked, the task first.

    Raises:
        NotFoundError, ForbiddenError: unseen, read-only.
    """
    rows = await repository.family(transaction, actor, [task_id])
    if not any(row["row"]["id"] == str(task_id) for row in rows):
        raise writing.not_found(TASK)
    if rows[0]["role"] == "viewer":
        raise ForbiddenError(writing.READ_ONLY)
    return sorted((row["row"] for row in rows), key=lambda row: row["id"] != str(task_id))


async def delete(
    transaction: Transaction, command: Command, task_id: UUID, expected_version: int | None = None
) -> list[Document]:
    """To the trash with all below; the rows as they are then. Errors as of `family`, and StaleVersionError."""
    project_id = await _project_of(transaction, command.actor, task_id)
    await writing.hold_projects(transaction, command.actor, [project_id])
    rows = await family(transaction, command.actor, task_id)
    _check_unmoved(rows[0], project_id)
    writing.check_version(TASK, rows[0]["version"], expected_version)
    moment = utc_now().isoformat()
    gone = [row | {"deleted_at": moment} for row in rows]
    await writing.write(transaction, command, TASK, gone)
    return gone


async def move(
    transaction: Transaction,
    command: Command,
    task_id: UUID,
    body: TaskMove,
    expected_version: int | None = None,
    *,
    only_if_elsewhere: bool = False,
) -> bool:
    """Put a task, with all below it, elsewhere or at another place in the order. False when nothing was to do.

    Raises:
        NotFoundError, ForbiddenError, StaleVersionError: unseen, read-only, newer.
        ConflictError: below itself (`circle`), too many levels (`too-deep`), or moved by others now (`busy`).
    """
    actor = command.actor
    project_id = await _project_of(transaction, actor, task_id)
    target = await _target(transaction, actor, task_id, body, project_id)
    rows = await family(transaction, actor, task_id)
    _check_unmoved(rows[0], project_id)
    writing.check_version(TASK, rows[0]["version"], expected_version)
    if only_if_elsewhere and target.project_id == project_id:
        return False
    if target.parent_id and str(target.parent_id) in {row["id"] for row in rows}:
        raise ConflictError("A task can't be below itself.", slug="circle")
    if target.depth + _height(rows) > MAX_DEPTH:
        raise _too_deep()
    position, pushed = await _position(transaction, actor, task_id, target, body)
    moved = [row | _placed(target) for row in rows]
    moved[0] |= {"parent_id": target.parent_id and str(target.parent_id), "position": position}
    await writing.write(transaction, command, TASK, moved + pushed)
    return True


async def copy(transaction: Transaction, command: Command, task_id: UUID, copy_id: UUID) -> bool:
    """A copy of a task and all below it, right after it, open and by the person. False when the id was there.

    Raises:
        NotFoundError, ForbiddenError: unseen, read-only.
    """
    actor = command.actor
    project_id = await _project_of(transaction, actor, task_id)
    await writing.hold_projects(transaction, actor, [project_id])
    rows = await family(transaction, actor, task_id)
    _check_unmoved(rows[0], project_id)
    copies = copied(rows, actor, {rows[0]["id"]: str(copy_id)})
    target = Place(project_id, _id(rows[0]["section_id"]), _id(rows[0]["parent_id"]))
    copies[0]["position"], pushed = await _position(transaction, actor, copy_id, target, TaskMove(after_id=task_id))
    is_new = await writing.insert(transaction, command, TASK, copies)
    await writing.write(transaction, command, TASK, pushed if is_new else [])
    return is_new


def copied(rows: Sequence[Document], actor: Actor, ids: dict[str, str]) -> list[Document]:
    """Copies of rows with new ids (those in `ids` are given), below one another as the rows are.

    Raises:
        ConflictError: there are too many.
    """
    if len(rows) > MAX_COPIED:
        raise ConflictError(f"At most {MAX_COPIED} tasks can be copied at once.", slug="too-many")
    ids = {row["id"]: str(new_id()) for row in rows} | ids
    fresh = {"created_by": str(actor.user_id), "completed_at": None, "completion_count": 0}
    return [
        row | fresh | {"id": ids[row["id"]], "parent_id": ids.get(row["parent_id"], row["parent_id"])} for row in rows
    ]


def unfinished(rows: Sequence[Document]) -> list[Document]:
    """Of the rows of whole families those that are neither in the trash nor below something that is done."""
    waiting = [row for row in rows if row["deleted_at"] is None and row["completed_at"] is None]
    open_ids = {row["id"] for row in waiting}
    while True:
        kept = [row for row in waiting if row["parent_id"] is None or row["parent_id"] in open_ids]
        if len(kept) == len(waiting):
            return kept
        waiting, open_ids = kept, {row["id"] for row in kept}


async def _project_of(transaction: Transaction, actor: Actor, task_id: UUID) -> UUID:
    row = await repository.get_task(transaction, actor, task_id)
    if row is None:
        raise writing.not_found(TASK)
    project_id: UUID = row["project_id"]
    return project_id


def _check_unmoved(row: Document, project_id: UUID) -> None:
    if row["project_id"] != str(project_id):
        raise writing.busy()


async def _target(transaction: Transaction, actor: Actor, task_id: UUID, body: TaskMove, project_id: UUID) -> Place:
    sent = body.model_fields_set
    if body.parent_id or body.section_id:
        return await hold(transaction, actor, body.section_id, body.parent_id, [project_id])
    goal = body.project_id or project_id
    await writing.hold_projects(transaction, actor, {goal, project_id}, target=body.project_id)
    if goal != project_id or {"section_id", "parent_id"} <= sent:
        return Place(goal)
    row = await repository.get_task(transaction, actor, task_id)
    if row is None:
        raise writing.not_found(TASK)
    parent_id = None if "parent_id" in sent else row["parent_id"]
    if parent_id:
        return await hold(transaction, actor, None, parent_id)
    return Place(project_id, None if "section_id" in sent else row["section_id"])


async def _position(
    transaction: Transaction, actor: Actor, task_id: UUID, target: Place, body: TaskMove
) -> tuple[str, list[Document]]:
    """The key at the wanted place, and the tasks that need other keys because theirs leave no room."""
    place = target.project_id, target.section_id, target.parent_id
    found = [row for row in await repository.siblings(transaction, actor, *place) if row["id"] != task_id]
    return await writing.position(transaction, actor, TASK, found, body)


def _placed(target: Place) -> Document:
    return {"project_id": str(target.project_id), "section_id": target.section_id and str(target.section_id)}


def _height(rows: Sequence[Document]) -> int:
    """How many levels a family has, the first row being its top."""
    below: dict[str, list[str]] = {}
    for row in rows[1:]:
        below.setdefault(row["parent_id"], []).append(row["id"])
    level, height = [rows[0]["id"]], 0
    while level:
        level, height = [child for one in level for child in below.get(one, [])], height + 1
    return height


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _too_deep() -> ConflictError:
    return ConflictError(f"Tasks go at most {MAX_DEPTH} levels deep.", slug="too-deep")
