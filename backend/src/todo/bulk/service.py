"""Many operations on tasks in one transaction and one group of changes: all take effect, or none."""

from collections.abc import Sequence
from typing import Any, assert_never
from uuid import UUID

from todo.actor import Actor, Command
from todo.bulk.schemas import (
    Bulk,
    BulkResult,
    Complete,
    Create,
    Delete,
    Move,
    Operation,
    OperationResult,
    Patch,
    Reopen,
)
from todo.changes import service as changes
from todo.changes.service import Written
from todo.database import Database, Transaction
from todo.errors import ProblemError
from todo.tasks import completing, places, recurring, service
from todo.tasks.schemas import TaskView

_PLURALS = {
    "create": "add_tasks",
    "patch": "edit_tasks",
    "complete": "complete_tasks",
    "reopen": "reopen_tasks",
    "move": "move_tasks",
    "delete": "delete_tasks",
}


class _DryRunError(Exception):
    """Ends a transaction that is not to be kept, with what it would have done."""

    def __init__(self, result: BulkResult) -> None:
        super().__init__()
        self.result = result


async def run(database: Database, actor: Actor, body: Bulk) -> Written[BulkResult]:
    """Do all operations in their order, or with `dry_run` say what would become of them.

    Raises:
        ProblemError: an operation can't be done. It has the type of the first such; its `errors` have the place of all.
    """
    kinds = {operation.op for operation in body.operations}
    command = Command(actor, _PLURALS[kinds.pop()] if len(kinds) == 1 else "change_tasks")
    try:
        async with database.transaction() as transaction:
            await places.hold_all(transaction, actor, *_named(body.operations))
            results = await _perform(transaction, command, body.operations)
            written = await changes.changes_of(transaction, command)
            result = BulkResult(dry_run=body.dry_run, results=results, changes=written)
            if body.dry_run:
                raise _DryRunError(result)
    except _DryRunError as dry:
        return Written(dry.result, None)
    return Written(result, command.group_id if written else None)


async def _perform(
    transaction: Transaction, command: Command, operations: Sequence[Operation]
) -> list[OperationResult]:
    results, refused = [], []
    for index, operation in enumerate(operations):
        try:
            results.append(await _one(transaction, command, operation))
        except ProblemError as problem:
            refused.append((index, problem))
    if refused:
        raise _refusal(refused)
    return results


async def _one(transaction: Transaction, command: Command, operation: Operation) -> OperationResult:
    written = await _written(transaction, command, operation)
    task = written.value
    task_id = operation.id if not isinstance(operation, Create) else task and task.id
    assert task_id is not None
    return OperationResult(op=operation.op, id=task_id, changed=written.group_id is not None, task=task)


async def _written(transaction: Transaction, command: Command, operation: Operation) -> Written[TaskView | None]:
    match operation:
        case Create(task=body):
            return _first(await service.create_in(transaction, command, [body]))
        case Patch(id=task_id, changes=body, version=version):
            return _same(await service.update_in(transaction, command, task_id, body, version))
        case Complete(id=task_id, version=version, forever=forever):
            advance = recurring.stopped if forever else recurring.completed
            return _first(await completing.complete_in(transaction, command, [task_id], version, advance))
        case Reopen(id=task_id, version=version):
            again = await service.reopen_task(transaction, command.actor, task_id, version, command=command)
            return _same(again)
        case Move(id=task_id, to=place, version=version):
            await places.move(transaction, command, task_id, place, version)
            return Written(await service.get_task(transaction, command.actor, task_id), command.group_id)
        case Delete(id=task_id, version=version):
            await places.delete(transaction, command, task_id, version)
            return Written(None, command.group_id)
        case _:
            assert_never(operation)


def _same(written: Written[TaskView]) -> Written[TaskView | None]:
    return Written(written.value, written.group_id)


def _first(written: Written[list[TaskView]]) -> Written[TaskView | None]:
    return Written(written.value[0], written.group_id)


def _named(operations: Sequence[Operation]) -> tuple[list[UUID], list[UUID]]:
    """Tasks and projects that operations name."""
    tasks = [operation.id for operation in operations if not isinstance(operation, Create)]
    goals: list[UUID | None] = []
    for operation in operations:
        match operation:
            case Create(task=body):
                tasks += [body.parent_id] if body.parent_id else []
                goals.append(body.project_id)
            case Patch(changes=changed):
                goals.append(changed.project_id if "project_id" in changed.model_fields_set else None)
            case Move(to=place):
                tasks += [place.parent_id] if place.parent_id else []
                goals.append(place.project_id)
    return tasks, [goal for goal in goals if goal is not None]


def _refusal(refused: Sequence[tuple[int, ProblemError]]) -> ProblemError:
    index, first = refused[0]
    errors = [error for number, problem in refused for error in _errors(number, problem)]
    detail = f"Nothing was changed. Operation {index + 1}: {first.detail}"
    return type(first)(detail, slug=first.slug, **(first.extra | {"errors": errors}))


def _errors(index: int, problem: ProblemError) -> list[dict[str, Any]]:
    """The errors of an operation, at their place in the request."""
    place = ["body", "operations", index]
    inner = problem.extra.get("errors")
    if not inner:
        return [{"location": place, "message": problem.detail, "code": problem.slug}]
    return [error | {"location": place + list(error["location"][1:])} for error in inner]
