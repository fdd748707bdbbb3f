"""`find_tasks`, `get_task` and `overview`: nothing here changes anything."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import Field

from todo.actor import Actor
from todo.boundary import FilterText, Name, SearchText
from todo.errors import InvalidInputError
from todo.mcp import names
from todo.mcp.desk import Desk, count, told
from todo.mcp.reading import read_task
from todo.mcp.reasons import Pressing
from todo.mcp.schemas import DayLoad, More, NextStep, Overview, OwnWords, ProjectWords, ToolOutput, View
from todo.tasks import service as tasks
from todo.tasks.finding import views
from todo.tasks.finding.schemas import PageQuery, UpcomingQuery
from todo.tasks.schemas import DueScope, Priority, TaskPage, TaskQuery, TaskView

MAX_FOUND, MAX_STEPS, OLD = 200, 5, timedelta(days=14)


class Looking:
    """Tools that read; docstrings and descriptions are what a model reads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @told
    async def find_tasks(
        self,
        filter: Annotated[
            FilterText | None, Field(description="Such as '(today | overdue) & @work & !#Errands', 'search: milk & p1'")
        ] = None,
        text: Annotated[SearchText | None, Field(description="Words of title or notes")] = None,
        view: Annotated[View | None, Field(description="A list of the app; 'today' has what is overdue too")] = None,
        project: ProjectWords = None,
        label: Annotated[Name | None, Field(description="Name or id of a label")] = None,
        priority: Annotated[Priority | None, Field(description="1 is highest, 4 is none")] = None,
        done: Annotated[
            bool, Field(description="Completed tasks instead of open ones; days are then those of completion")
        ] = False,
        due: Annotated[DueScope | None, Field(description="A named span of days; 'none' finds undated tasks")] = None,
        due_from: OwnWords = None,
        due_until: OwnWords = None,
        limit: Annotated[int, Field(ge=1, le=MAX_FOUND)] = 50,
    ) -> ToolOutput:
        """Find tasks; all conditions that are given hold at once. Without any: every open task, by due date.

        Days may be in the person's own words. Both days of due_from and due_until count.
        """
        actor, database = self._desk.actor, self._desk.database
        if view == "trash":
            _alone(filter, text, project, label, priority, due, due_from, due_until, done or None)
            page = await tasks.list_trashed(database, actor, limit=limit)
            return self._found(page)
        done = done or view == "completed"
        conditions = [filter, f"p{priority}" if priority else None, _view(view)]
        conditions.append(f"@{_quoted((await names.label(database, actor, label)).name)}" if label else None)
        query: dict[str, Any] = {"text": text, "filter": _joined(conditions), "limit": limit}
        query["project_id"] = await self._project(project, view)
        if done:
            query["done"] = True
        query |= self._days(due, due_from, due_until, done=done)
        return self._found(await tasks.list_tasks(database, actor, TaskQuery(**query)))

    @told
    async def get_task(self, id: Annotated[UUID, Field(description="From find_tasks")]) -> ToolOutput:
        """One task with its notes, subtasks, reminders, and its rule in words."""
        task, more = await read_task(self._desk, id)
        return ToolOutput(title=task.title, tasks=self._desk.shown([task]), more=More(task=more))

    @told
    async def overview(self, days: Annotated[int, Field(ge=1, le=31)] = 7) -> ToolOutput:
        """Where things stand: what is overdue and due today, how much is due on each day, what to do next and why."""
        actor, database = self._desk.actor, self._desk.database
        counts = await views.counts(database, actor)
        pressing = await views.today(database, actor, PageQuery(limit=MAX_FOUND))
        ahead = await views.upcoming(database, actor, UpcomingQuery(days=days, limit=MAX_FOUND))
        urgent = await tasks.list_tasks(database, actor, TaskQuery(filter="p1 | p2 | no date", limit=MAX_FOUND))
        ranked = ranked_steps([*pressing.items, *urgent.items], actor)[:MAX_STEPS]
        load = {day.day: day.tasks for day in ahead.days}
        first = actor.now().date()
        overview = Overview(
            overdue=counts.overdue,
            today=counts.today - counts.overdue,
            inbox=counts.inbox,
            days=[_load(day, load.get(day, [])) for day in (first + timedelta(days=n) for n in range(days))],
            next_steps=[NextStep(task_id=task.id, title=task.title, reason=reason) for task, reason in ranked],
        )
        title = f"{count(overview.overdue)} overdue, {count(overview.today)} due today".capitalize()
        return ToolOutput(
            title=title, tasks=self._desk.shown([task for task, _ in ranked]), more=More(overview=overview)
        )

    def _found(self, page: TaskPage) -> ToolOutput:
        more = "There are more; narrow the search." if page.next_cursor else None
        return ToolOutput(title=f"Found {count(len(page.items))}", tasks=self._desk.shown(page.items), detail=more)

    async def _project(self, said: str | None, view: View | None) -> UUID | None:
        actor = self._desk.actor
        if view == "inbox":
            _alone(said)
            return actor.inbox_project_id
        return (await names.project(self._desk.database, actor, said)).id if said else None

    def _days(self, due: DueScope | None, first: str | None, last: str | None, *, done: bool) -> dict[str, Any]:
        """The conditions on days of a `TaskQuery`; of completed tasks people ask when they were completed."""
        days = self._desk.day(first) if first else None, self._desk.day(last) if last else None
        if not done:
            return {"due": due, "due_from": days[0], "due_until": days[1]}
        if due == "today":
            days = (self._desk.actor.now().date(),) * 2
        elif due is not None:
            raise InvalidInputError(
                "Completed tasks have days of completion: give due 'today', or due_from and due_until."
            )
        return {"completed_from": days[0], "completed_until": days[1]}


def _alone(*others: object) -> None:
    if any(other is not None for other in others):
        raise InvalidInputError("This view takes no such further conditions. Leave them out, or the view.")


def _view(view: View | None) -> str | None:
    return {"today": "overdue | today", "overdue": "overdue", "upcoming": "next 7 days"}.get(view or "")


def _joined(conditions: Sequence[str | None]) -> str | None:
    given = [condition for condition in conditions if condition]
    return given[0] if len(given) == 1 else " & ".join(f"({condition})" for condition in given) or None


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _load(day: date, found: Sequence[TaskView]) -> DayLoad:
    return DayLoad(day=day, tasks=len(found), minutes=sum(task.duration_minutes or 0 for task in found))


# --- What to do next


def ranked_steps(found: Sequence[TaskView], actor: Actor) -> list[tuple[TaskView, str]]:
    """Open tasks, the most pressing first, each with the reason: by due day, then priority, then age."""
    today = actor.now().date()
    once = {task.id: task for task in found}.values()
    ranked = sorted(once, key=lambda task: _rank(task, actor, today))
    return [(task, ", ".join(map(say_pressing, pressing(task, actor)))) for task in ranked]


def _rank(task: TaskView, actor: Actor, today: date) -> tuple[int, int, str, str]:
    last = min((day for day in (_due_day(task, actor), task.deadline) if day), default=None)
    lateness = 0 if last is None or last > today else 2 if last < today else 1
    # Of what is not due yet, only what is important comes before what is due today.
    pressing = lateness + max(0, 3 - task.priority)
    return -pressing, task.priority, str(last or "9999"), task.created_at.isoformat()


def pressing(task: TaskView, actor: Actor) -> list[Pressing]:
    """Why an open task comes before others, at least one reason."""
    today, due, age = actor.now().date(), _due_day(task, actor), actor.now() - task.created_at
    reasons = [_lateness(due, today), _deadline(task.deadline, today)]
    reasons.append(Pressing("priority", task.priority) if task.priority < 4 else None)
    reasons.append(Pressing("waiting", age.days) if due is None and age >= OLD else None)
    return [reason for reason in reasons if reason] or [Pressing("free")]


def _lateness(due: date | None, today: date) -> Pressing | None:
    if due is None or due > today:
        return None
    return Pressing("overdue", (today - due).days) if due < today else Pressing("due-today")


def _deadline(deadline: date | None, today: date) -> Pressing | None:
    if deadline is None or (deadline - today).days > 7:
        return None
    left = (deadline - today).days
    if left < 0:
        return Pressing("past-deadline")
    return Pressing("deadline-ahead", left) if left else Pressing("deadline-today")


def say_pressing(reason: Pressing) -> str:
    """The reason in English."""
    days = count(reason.number, "day")
    return {
        "overdue": f"overdue by {days}",
        "due-today": "due today",
        "past-deadline": "past its deadline",
        "deadline-today": "deadline today",
        "deadline-ahead": f"deadline in {days}",
        "priority": f"priority {reason.number}",
        "waiting": f"waiting for {days}",
        "free": "no date, and nothing is more urgent",
    }[reason.kind]


def _due_day(task: TaskView, actor: Actor) -> date | None:
    return task.due_at.astimezone(ZoneInfo(actor.time_zone)).date() if task.due_at else task.due_date
