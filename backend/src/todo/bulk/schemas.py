"""Body and answer of `/api/tasks/bulk`."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from todo.boundary import Body
from todo.changes.schemas import ChangeView
from todo.tasks.schemas import TaskCreate, TaskMove, TaskPatch, TaskView

MAX_OPERATIONS = 100


class Create(Body):
    op: Literal["create"]
    task: TaskCreate


class _OnTask(Body):
    """An operation on a task that is there, or that an earlier one makes."""

    id: UUID
    version: Annotated[int | None, Field(ge=1, le=2**31 - 1, description="As with If-Match: refused if newer")] = None


class Patch(_OnTask):
    op: Literal["patch"]
    changes: TaskPatch


class Complete(_OnTask):
    op: Literal["complete"]
    forever: Annotated[bool, Field(strict=True, description="End the series of a task that recurs")] = False


class Reopen(_OnTask):
    op: Literal["reopen"]


class Move(_OnTask):
    op: Literal["move"]
    to: TaskMove


class Delete(_OnTask):
    op: Literal["delete"]


Operation = Annotated[Create | Patch | Complete | Reopen | Move | Delete, Field(discriminator="op")]


class Bulk(Body):
    """Operations in their order: all take effect, or none."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"operations": [{"op": "create", "task": {"title": "Pay rent"}}], "dry_run": True}]
        }
    )

    operations: Annotated[list[Operation], Field(min_length=1, max_length=MAX_OPERATIONS)]
    dry_run: Annotated[bool, Field(strict=True, description="Answer what would change and write nothing")] = False


class OperationResult(BaseModel):
    """What became of the task of one operation; null when it went to the trash."""

    op: Literal["create", "patch", "complete", "reopen", "move", "delete"]
    id: UUID
    changed: bool
    task: TaskView | None


class BulkResult(BaseModel):
    """`results` are in the order of the operations; `changes` is all that they wrote, tasks below others too."""

    dry_run: bool
    results: list[OperationResult]
    changes: list[ChangeView]
