"""`add_tasks`."""

from typing import Annotated

from pydantic import Field

from todo.mcp import names
from todo.mcp.desk import Desk, headline, told
from todo.mcp.schemas import MAX_BATCH, DryRun, NewTask, ProjectWords, ToolOutput
from todo.tasks import quick_add
from todo.tasks.quick_add import Line


class Adding:
    """Tools that make tasks; docstrings and descriptions are what a model reads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @told
    async def add_tasks(
        self,
        items: Annotated[list[NewTask], Field(min_length=1, max_length=MAX_BATCH)],
        project: ProjectWords = None,
        dry_run: DryRun = False,
    ) -> ToolOutput:
        """Add one or more tasks. All of them are one change and can be undone together.

        `project` is for all items that name none with #. Put dates into each text, in the person's own words.
        """
        actor = self._desk.actor
        lines = [Line(item.text, item.notes, item.parent_id) for item in items]
        async with self._desk.opened(dry_run=dry_run) as database:
            goal = (await names.project(database, actor, project)).id if project else None
            written = await quick_add.add_lines(database, actor, lines, goal)
        return ToolOutput(
            title=headline("Added", len(written.value), dry_run=dry_run),
            tasks=self._desk.shown(written.value),
            change_group=None if dry_run else written.group_id,
        )
