"""What a person has, as an export reads it: the little things at once, the tasks page by page."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

from todo.actor import Actor
from todo.database import Database
from todo.filters import service as filters
from todo.filters.schemas import FilterView
from todo.labels import service as labels
from todo.labels.schemas import LabelView
from todo.projects import service as projects
from todo.projects.schemas import ProjectView
from todo.reminders import service as reminders
from todo.reminders.schemas import ReminderFields
from todo.sections import service as sections
from todo.sections.schemas import SectionView
from todo.tasks import service as tasks
from todo.tasks.schemas import TaskView

Page = list[tuple[TaskView, list[ReminderFields]]]


@dataclass(frozen=True, slots=True)
class Contents:
    """All but the tasks, each kind in its order; `projects` has the Inbox first and those in the archive last."""

    projects: list[ProjectView]
    sections: list[SectionView]
    labels: list[LabelView]
    filters: list[FilterView]


async def contents(database: Database, actor: Actor, project_id: UUID | None = None) -> Contents:
    """What the person has, or what a project of theirs has.

    Raises:
        NotFoundError: there is no such project that they may see.
    """
    if project_id is not None:
        found = [await projects.get_project(database, actor, project_id)]
    else:
        shown = await projects.list_projects(database, actor)
        found = shown + await projects.list_projects(database, actor, archived=True)
    headings = [one for project in found for one in await sections.list_sections(database, actor, project.id)]
    return Contents(
        projects=found,
        # Of all projects in one order, as tasks come by it: then an import of the export stands in the same.
        sections=sorted(headings, key=lambda section: (section.position.encode(), section.id)),
        labels=await labels.list_labels(database, actor),
        filters=await filters.list_filters(database, actor),
    )


async def pages(
    database: Database, actor: Actor, project_id: UUID | None = None, *, completed: bool, trash: bool = False
) -> AsyncIterator[Page]:
    """The tasks with their reminders. No connection is held from one page to the next."""
    async for page in tasks.every_page(database, actor, project_id, completed=completed):
        yield await _with_reminders(database, actor, page)
    if trash:
        async for page in tasks.every_trashed_page(database, actor):
            yield await _with_reminders(database, actor, page)


async def _with_reminders(database: Database, actor: Actor, page: list[TaskView]) -> Page:
    found = await reminders.of_tasks(database, actor, [task.id for task in page])
    return [(task, found.get(task.id, [])) for task in page]
