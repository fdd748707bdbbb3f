"""Views: the lists that a person goes through each day, and how much is in each."""

from collections import defaultdict
from datetime import date, timedelta
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from todo.actor import Actor
from todo.database import Database
from todo.errors import InvalidInputError, NotFoundError
from todo.filters import service as filters
from todo.tasks import repository as tasks
from todo.tasks.days import between, completed_between, start_of
from todo.tasks.finding import repository
from todo.tasks.finding.conditions import condition_of, read_filter, wants_done
from todo.tasks.finding.repository import Condition, Counted, Present, condition_sql
from todo.tasks.finding.schemas import (
    CompletedQuery,
    CountsView,
    PageQuery,
    UpcomingDay,
    UpcomingPage,
    UpcomingQuery,
)
from todo.tasks.listing.repository import TaskFilter
from todo.tasks.schemas import TaskPage, TaskView
from todo.tasks.service import list_page


async def today(database: Database, actor: Actor, query: PageQuery) -> TaskPage:
    """What is overdue, then what is due today."""
    wanted = between(TaskFilter(), actor.time_zone, None, actor.now().date())
    return await list_page(database, actor, wanted, query.cursor, query.limit)


async def upcoming(database: Database, actor: Actor, query: UpcomingQuery) -> UpcomingPage:
    """What is due on some days, by day."""
    first = query.first or actor.now().date()
    wanted = between(TaskFilter(), actor.time_zone, first, first + timedelta(days=query.days - 1))
    page = await list_page(database, actor, wanted, query.cursor, query.limit)
    by_day: dict[date, list[TaskView]] = defaultdict(list)
    for task in page.items:
        by_day[_day(task, actor)].append(task)
    days = [UpcomingDay(day=day, tasks=found) for day, found in sorted(by_day.items())]
    return UpcomingPage(days=days, next_cursor=page.next_cursor)


def _day(task: TaskView, actor: Actor) -> date:
    if task.due_at is not None:
        return task.due_at.astimezone(ZoneInfo(actor.time_zone)).date()
    assert task.due_date is not None
    return task.due_date


async def project(database: Database, actor: Actor, project_id: UUID, query: PageQuery) -> TaskPage:
    """The open tasks of a project in manual order: those without a section first, then section by section.

    Raises:
        NotFoundError: there is no such project that the person may see.
    """
    wanted = TaskFilter(project_id=project_id, order="manual")
    page = await list_page(database, actor, wanted, query.cursor, query.limit)
    if not page.items and await tasks.role_in(database, actor, project_id) is None:
        raise NotFoundError("There is no such project of yours.")
    return page


async def label(database: Database, actor: Actor, label_id: UUID, query: PageQuery) -> TaskPage:
    """The open tasks with a label, by due date.

    Raises:
        NotFoundError: there is no such label of the person's.
    """
    wanted = TaskFilter(condition=partial(condition_sql, Condition("label id", (label_id,))))
    page = await list_page(database, actor, wanted, query.cursor, query.limit)
    if not page.items and await tasks.unknown_labels(database, actor, [label_id]):
        raise NotFoundError("There is no such label of yours.")
    return page


async def completed(database: Database, actor: Actor, query: CompletedQuery) -> TaskPage:
    """What was completed, newest first."""
    wanted = TaskFilter(project_id=query.project_id, done=True, order="completed")
    wanted = completed_between(wanted, actor.time_zone, query.first, query.last)
    return await list_page(database, actor, wanted, query.cursor, query.limit)


async def counts(database: Database, actor: Actor) -> CountsView:
    """How much is in each view, project, label and saved filter: one statement for the filters, one for all numbers."""
    saved = await filters.list_filters(database, actor)
    asked = {one.id: _counted(one.query, actor) for one in saved}
    known = {filter_id: counted for filter_id, counted in asked.items() if counted is not None}
    row = await repository.count_tasks(database, actor, _present(actor), list(known.values()))
    return CountsView(
        today=row["due"],
        overdue=row["overdue"],
        inbox=row["projects"].get(str(actor.inbox_project_id), 0),
        projects=row["projects"],
        labels=row["labels"],
        filters=dict.fromkeys(asked) | dict(zip(known, row["counts"], strict=True)),
    )


def _present(actor: Actor) -> Present:
    now = actor.now()
    return Present(now.date(), now, start_of(now.date() + timedelta(days=1), actor.time_zone))


def _counted(text: str, actor: Actor) -> Counted | None:
    """What a saved filter counts; None when it can't be read any more."""
    try:
        tree = read_filter(text, actor)
    except InvalidInputError:
        return None
    return Counted(condition_of(tree, actor), wants_done(tree))
