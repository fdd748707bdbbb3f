"""The events of the live stream."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel

from todo.tasks.schemas import TaskView


class LiveChange(BaseModel):
    """One row that a command made, changed or took away, as far as the listener may see it.

    `id` grows; `group` is the command, as in the header `Change-Group`. `task` is the task as the listener sees it by
    now, in this version or a later one; null when it is gone or no task, is large, or when much changes at once.
    """

    id: int
    entity: Literal["task", "project", "section", "label", "saved_filter", "reminder"]
    entity_id: UUID
    version: int
    kind: Literal["create", "update", "delete"]
    group: UUID
    task: TaskView | None = None


@dataclass(frozen=True, slots=True)
class LiveEvent:
    """One server-sent event of `GET /api/events`; without a name it is a sign of life that browsers don't report.

    `ready` {}: listening from here on; `change` LiveChange; `reminder` {reminder_id, task_id, title, fire_at} and
    `purge` {}, something is gone from the trash for good, have no id: they are not sent again to who resumes;
    `reset` {}: events are lost, load everything again.
    """

    name: Literal["ready", "change", "reminder", "purge", "reset"] | None
    id: int | None = None
    payload: str = "{}"

    def encode(self) -> bytes:
        """The event on the wire (WHATWG HTML, server-sent events)."""
        number = f"id: {self.id}\n" if self.id is not None else ""
        content = f"event: {self.name}\ndata: {self.payload}\n" if self.name else ": alive\n"
        return f"{number}{content}\n".encode()


def event_for(user_id: UUID, row: Mapping[str, Any], task: TaskView | None = None) -> LiveEvent:
    """What a change is to one of those who saw the row before it or see it now.

    To who could not see it before it is new, and to who can't see it any longer, gone. A `task` may be another by now
    than the one that the change left: older ones are never sent.
    """
    was_there, is_there = row["was_there"] and user_id in row["saw"], row["is_there"] and user_id in row["sees"]
    kind = "update" if was_there and is_there else "create" if is_there else "delete"
    # Read after the change; one that was moved out of sight since has no task to send.
    shown = task if kind != "delete" and task is not None and task.version >= row["version"] else None
    change = LiveChange.model_validate({**row, "kind": kind, "task": shown})
    return LiveEvent("change", change.id, change.model_dump_json())
