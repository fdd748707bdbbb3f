"""The activity of a task or a project: what anybody did to it, one entry for each row that a command changed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from todo.actor import Actor
from todo.changes import repository
from todo.changes.entities import UNTOLD
from todo.changes.schemas import ActivityEntry, ActivityPage, FieldChange, Person
from todo.database import Database, Row
from todo.errors import NotFoundError
from todo.paging import encode_cursor, number_of

Document = dict[str, Any]


async def of_task(database: Database, actor: Actor, task_id: UUID, *, cursor: str | None, limit: int) -> ActivityPage:
    """What happened to a task, newest first, in the trash too.

    Raises:
        NotFoundError: the person can't see such a task.
    """
    rows = await repository.list_task_activity(database, actor, task_id, number_of(cursor), limit + 1)
    if not rows and not await repository.sees_task(database, actor, task_id):
        raise NotFoundError("There is no such task of yours.")
    return _page(rows, limit)


async def of_project(
    database: Database, actor: Actor, project_id: UUID, *, cursor: str | None, limit: int
) -> ActivityPage:
    """What happened to a project and in it, newest first; what moved to another project is in both.

    Raises:
        NotFoundError: the person can't see such a project.
    """
    rows = await repository.list_project_activity(database, actor, project_id, number_of(cursor), limit + 1)
    if not rows and not await repository.sees_project(database, actor, project_id):
        raise NotFoundError("There is no such project of yours.")
    return _page(rows, limit)


def _page(rows: Sequence[Row], limit: int) -> ActivityPage:
    following = encode_cursor(str(rows[limit - 1]["id"])) if len(rows) > limit else None
    return ActivityPage(items=[_entry(row) for row in rows[:limit]], next_cursor=following)


def _entry(row: Row) -> ActivityEntry:
    """What the reader may see of one change: where a row came from or went to may be hidden from them."""
    entity = repository.entity_of(row["entity"])
    before, after = (_known(row[name], row["own_labels"]) for name in ("before", "after"))
    shown = after or before or {}
    return ActivityEntry(
        **{name: row[name] for name in ("id", "group", "undo_of", "via", "command", "created_at", "entity_id")},
        entity=row["entity"],
        kind=_kind(before, after),
        title=str(shown.get(entity.title_column, "")),
        person=Person(id=row["person_id"], name=row["person_name"]),
        fields=_fields(before, after, [name for name in entity.mutable if name not in UNTOLD]),
    )


def _known(state: Document | None, own_labels: Sequence[UUID]) -> Document | None:
    """A state with the reader's own labels only."""
    if state is None or "label_ids" not in state:
        return state
    own = {str(label) for label in own_labels}
    return state | {"label_ids": [label for label in state["label_ids"] or [] if label in own]}


def _kind(before: Document | None, after: Document | None) -> Any:
    was_there, is_there = (state is not None and state.get("deleted_at") is None for state in (before, after))
    return "update" if was_there and is_there else "create" if is_there else "delete"


def _fields(before: Document | None, after: Document | None, names: Sequence[str]) -> list[FieldChange]:
    """What differs; nothing of a row that is new to the reader or gone for them: its kind says all."""
    if before is None or after is None:
        return []
    differing = (name for name in names if before.get(name) != after.get(name))
    return [FieldChange(name=name, before=before.get(name), after=after.get(name)) for name in differing]
