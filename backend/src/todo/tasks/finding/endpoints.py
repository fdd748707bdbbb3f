"""`/api/search`, `/api/views` and `/api/counts`."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from todo.accounts.dependencies import CurrentActor
from todo.dependencies import CurrentDatabase, problems
from todo.tasks.finding import service, views
from todo.tasks.finding.schemas import (
    CompletedQuery,
    CountsView,
    PageQuery,
    SearchPage,
    SearchQuery,
    UpcomingPage,
    UpcomingQuery,
)
from todo.tasks.schemas import TaskPage

router = APIRouter(prefix="/api", tags=["finding"], responses=problems(401, 422))
Page = Annotated[PageQuery, Query()]


@router.get("/search")
async def search(database: CurrentDatabase, actor: CurrentActor, query: Annotated[SearchQuery, Query()]) -> SearchPage:
    """Tasks that hold all words, the best first, with the places to highlight."""
    return await service.search(database, actor, query)


@router.get("/views/today")
async def view_today(database: CurrentDatabase, actor: CurrentActor, query: Page) -> TaskPage:
    """What is overdue, then what is due today."""
    return await views.today(database, actor, query)


@router.get("/views/upcoming")
async def view_upcoming(
    database: CurrentDatabase, actor: CurrentActor, query: Annotated[UpcomingQuery, Query()]
) -> UpcomingPage:
    """What is due on some days, by day."""
    return await views.upcoming(database, actor, query)


@router.get("/views/inbox")
async def view_inbox(database: CurrentDatabase, actor: CurrentActor, query: Page) -> TaskPage:
    """The open tasks of your Inbox in manual order."""
    return await views.project(database, actor, actor.inbox_project_id, query)


@router.get("/views/projects/{project_id}", responses=problems(404))
async def view_project(database: CurrentDatabase, actor: CurrentActor, project_id: UUID, query: Page) -> TaskPage:
    """The open tasks of a project in manual order: those without a section first, then section by section."""
    return await views.project(database, actor, project_id, query)


@router.get("/views/labels/{label_id}", responses=problems(404))
async def view_label(database: CurrentDatabase, actor: CurrentActor, label_id: UUID, query: Page) -> TaskPage:
    """The open tasks with a label, by due date."""
    return await views.label(database, actor, label_id, query)


@router.get("/views/completed")
async def view_completed(
    database: CurrentDatabase, actor: CurrentActor, query: Annotated[CompletedQuery, Query()]
) -> TaskPage:
    """What was completed, newest first."""
    return await views.completed(database, actor, query)


@router.get("/counts")
async def counts(database: CurrentDatabase, actor: CurrentActor) -> CountsView:
    """How many open tasks each view, project and label has, and how many tasks each saved filter finds."""
    return await views.counts(database, actor)
