"""`activity` and `undo`."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from pydantic import Field

from todo.changes import history
from todo.changes import service as changes
from todo.changes.schemas import ActivityEntry, ChangeGroupView
from todo.errors import InvalidInputError, NotFoundError, ProblemError
from todo.mcp import names
from todo.mcp.desk import Desk, UnclearError, count, told, why_of
from todo.mcp.schemas import Activity, More, ProjectWords, ToolOutput

MAX_LISTED, MAX_NAMED, LOOKED_AT = 50, 20, 100


class History:
    """Tools for what happened; docstrings and descriptions are what a model reads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @told
    async def activity(
        self,
        limit: Annotated[int, Field(ge=1, le=MAX_LISTED)] = 20,
        project: ProjectWords = None,
        task_id: Annotated[UUID | None, Field(description="Only what happened to this task")] = None,
    ) -> ToolOutput:
        """What was changed, newest first, with the change_group that undo takes."""
        found = await self._found(limit, project, task_id)
        return ToolOutput(title=f"{count(len(found), 'change')}".capitalize(), more=More(activity=found))

    @told
    async def undo(
        self,
        change_group: Annotated[
            UUID | None, Field(description="The change_group of an earlier answer; the last change when left out")
        ] = None,
        redo: Annotated[bool, Field(description="Do again what was undone")] = False,
    ) -> ToolOutput:
        """Take back a change with everything that belonged to it, or with `redo` make it again."""
        database, actor = self._desk.database, self._desk.actor
        try:
            target = await self._undone(change_group) if redo else change_group
            if target is None:
                group = await changes.undo_last(database, actor)
            else:
                group = await changes.undo(database, actor, target)
        except ProblemError as error:
            title = "Nothing was redone" if redo else "Nothing was undone"
            raise UnclearError(title, error.detail, why_of(error)) from None
        titles = ", ".join(change.title for change in group.changes[:5])
        return ToolOutput(title="Redone" if redo else "Undone", detail=titles or None, change_group=group.id)

    async def _found(self, limit: int, project: str | None, task_id: UUID | None) -> list[Activity]:
        database, actor = self._desk.database, self._desk.actor
        if project is not None and task_id is not None:
            raise InvalidInputError("Give project or task_id, not both.")
        if project is not None:
            goal = await names.project(database, actor, project)
            return _grouped((await history.of_project(database, actor, goal.id, cursor=None, limit=LOOKED_AT)).items)[
                :limit
            ]
        if task_id is not None:
            return _grouped((await history.of_task(database, actor, task_id, cursor=None, limit=LOOKED_AT)).items)[
                :limit
            ]
        page = await changes.activity(database, actor, cursor=None, limit=limit)
        return [_activity(group) for group in page.items]

    async def _undone(self, change_group: UUID | None) -> UUID:
        """The undo to take back: the newest, or that of a change."""
        page = await changes.activity(self._desk.database, self._desk.actor, cursor=None, limit=LOOKED_AT)
        for group in page.items:
            is_meant = change_group is None or change_group in (group.id, group.undo_of)
            if is_meant and group.command == "undo" and group.undone_by is None:
                return group.id
        raise NotFoundError("There is nothing to redo.", slug="nothing-to-redo")


def _activity(group: ChangeGroupView) -> Activity:
    return Activity(
        change_group=group.id,
        at=group.created_at,
        via=group.via,
        summary=group.summary,
        changes=[f"{change.kind} {change.entity}: {change.title}" for change in group.changes[:MAX_NAMED]],
        undone=group.undone_by is not None,
        is_undo=group.undo_of is not None,
    )


def _grouped(entries: Sequence[ActivityEntry]) -> list[Activity]:
    """Entries of the log by the command that made them."""
    groups: dict[UUID, Activity] = {}
    for entry in entries:
        said = f"{entry.kind} {entry.entity}: {entry.title}"
        known = groups.setdefault(
            entry.group,
            Activity(
                change_group=entry.group,
                at=entry.created_at,
                via=entry.via,
                summary=entry.command.replace("_", " ").capitalize(),
                changes=[],
                is_undo=entry.undo_of is not None,
            ),
        )
        known.changes.append(said)
    return list(groups.values())
