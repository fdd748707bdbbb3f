"""SQL of lists: a page of tasks in one of four orders. Goes through the acting person's membership ($1).

An index holds the tasks of one project in order, and a person has several projects, with tasks on days, at moments and
without a date. Each stretch of an index that is in order already is a run: a page takes from each run no more than it
can hold and sorts those. What no index has in order, such as what a filter finds, is found first and sorted as a whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from todo.actor import Actor
from todo.database import Executor, Row
from todo.tasks.repository import SELECTED

Order = Literal["due", "completed", "manual", "deleted"]
Place = Callable[[Any], str]
# The person's projects, to be named `mine`: their tasks are found by these, in whatever index.
MINE = """
    select project.id as project_id from project
    join project_member on project_member.project_id = project.id and project_member.user_id = $1
    where project.deleted_at is null
"""
# As the indexes have it: tasks with a moment are in another one.
ON_A_DAY = "task.due_at is null and task.due_date"
_DIRECTIONS: dict[Order, str] = {"due": "asc", "manual": "asc", "completed": "desc", "deleted": "desc"}
_OPEN = "task.completed_at is null and task.deleted_at is null"
# A day's undated hour sorts after its timed ones: at the day's end in the person's present offset from UTC.
_DAYS_END = "((task.due_date + 1)::timestamp - {offset}::interval) at time zone 'UTC'"
# As text, byte by byte: first by section.
_MANUAL = """({section} || ' ' || task.position) collate "C" """
_NEVER = "infinity"
_NOTHING = "select null::uuid as id, null::smallint as priority, null::text as sort_key where false"


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Conditions of a list, all of which hold. Days are resolved to moments (`*_at`) by the caller.

    `done` None leaves that open; `trashed` looks in the trash instead. `condition` writes one more condition, given
    what makes a parameter of a value.
    `after` is the sort key of the last row seen as text: (the order's own key, priority, id).
    `limit` stands in the statement itself: of one that is yet to come PostgreSQL expects a tenth of everything, and so
    plans each page anew, which takes as long as reading it.
    """

    project_id: UUID | None = None
    archived: bool = False
    trashed: bool = False
    parent_id: UUID | None = None
    done: bool | None = False
    order: Order = "due"
    condition: Callable[[Place], str] | None = None
    undated: bool = False
    from_date: date | None = None
    from_at: datetime | None = None
    until_date: date | None = None
    before_at: datetime | None = None
    completed_from_at: datetime | None = None
    completed_before_at: datetime | None = None
    words: tuple[str, ...] = ()
    after: tuple[str, str, str] | None = None
    utc_offset: timedelta = timedelta()
    limit: int = 50


async def list_tasks(db: Executor, actor: Actor, wanted: TaskFilter) -> list[Row]:
    """Tasks with `sort_key`; see `TaskFilter`."""
    arguments: list[Any] = [actor.user_id]

    def place(value: Any) -> str:
        arguments.append(value)
        return f"${len(arguments)}"

    direction = _DIRECTIONS[wanted.order]
    in_order = f"sort_key {direction}, priority {direction}, id {direction}"
    runs = _RUNS.get((wanted.order, wanted.done, wanted.trashed)) if _is_plain(wanted) else None
    found = runs(wanted, place) if runs else [_unsorted(wanted, place)]
    # One by one (`limit 1`): a page that is thought to be long would be looked for among the tasks of everybody.
    return await db.fetch(
        f"""
        with mine as materialized (
            {MINE} and {_which_projects(wanted, place)}
        ), page as materialized (
            {" union all ".join(found or [_NOTHING])} order by {in_order} limit {wanted.limit:d}
        )
        select {SELECTED}, page.sort_key::text as sort_key
        from page cross join lateral (select * from task where task.id = page.id limit 1) task
        order by page.{in_order.replace(", ", ", page.")}
        """,  # noqa: S608 - values are parameters
        *arguments,
    )


def _which_projects(wanted: TaskFilter, place: Place) -> str:
    if wanted.project_id:
        return f"project.id = {place(wanted.project_id)}"
    return "true" if wanted.archived else "project.archived_at is null"


# --- What an index has in order


def _is_plain(wanted: TaskFilter) -> bool:
    """Whether nothing narrows the list but what its order goes by."""
    has_days = wanted.undated or wanted.from_date or wanted.until_date
    return not (wanted.condition or wanted.words or wanted.parent_id or (has_days and wanted.order != "due"))


def _run(wanted: TaskFilter, place: Place, conditions: Sequence[str], key: str, *by: str, within: str = "") -> str:
    """The first tasks of each project, or of what is joined by `within`, in the order in which an index has them."""
    columns = ", ".join(f"task.{column} {_DIRECTIONS[wanted.order]}" for column in (*by, "priority", "id"))
    return f"""(select run.* from mine {within} cross join lateral (
        select task.id, task.priority, {key} as sort_key from task
        where task.project_id = mine.project_id and {" and ".join(conditions)}
        order by {columns} limit {wanted.limit:d}
    ) run)"""  # noqa: S608 - values are parameters


def _beyond(wanted: TaskFilter) -> str:
    return ">" if _DIRECTIONS[wanted.order] == "asc" else "<"


def _due_runs(wanted: TaskFilter, place: Place) -> list[str]:
    runs = []
    if not wanted.undated and (wanted.after is None or wanted.after[0] != _NEVER):
        runs += [_on_days(wanted, place), _at_moments(wanted, place)]
    if wanted.from_date is None and wanted.until_date is None:
        runs.append(_undated(wanted, place))
    return runs


def _on_days(wanted: TaskFilter, place: Place) -> str:
    conditions, offset = [_OPEN, "task.due_at is null", "task.due_date is not null"], place(wanted.utc_offset)
    if wanted.from_date:
        conditions.append(f"task.due_date >= {place(wanted.from_date)}")
    if wanted.until_date:
        conditions.append(f"task.due_date <= {place(wanted.until_date)}")
    if wanted.after:
        moment, priority, task_id = (place(part) for part in wanted.after)
        # The day that ended at that moment, or before it: of the former there may be more, of the latter nothing.
        ended = f"(({moment}::text::timestamptz at time zone 'UTC') + {offset}::interval - interval '1 day')"
        priority = (
            f"case when {ended} = date_trunc('day', {ended}) then {priority}::text::smallint else 5::smallint end"
        )
        behind = f"({ended}::date, {priority}, {task_id}::text::uuid)"
        conditions.append(f"(task.due_date, task.priority, task.id) > {behind}")
    return _run(wanted, place, conditions, _DAYS_END.format(offset=offset), "due_date")


def _at_moments(wanted: TaskFilter, place: Place) -> str:
    conditions = [_OPEN, "task.due_at is not null"]
    if wanted.from_at:
        conditions.append(f"task.due_at >= {place(wanted.from_at)}")
    if wanted.before_at:
        conditions.append(f"task.due_at < {place(wanted.before_at)}")
    return _run(wanted, place, [*conditions, *_behind(wanted, place, "due_at")], "task.due_at", "due_at")


def _undated(wanted: TaskFilter, place: Place) -> str:
    conditions = [_OPEN, "task.due_at is null", "task.due_date is null"]
    if wanted.after and wanted.after[0] == _NEVER:
        priority, task_id = (place(part) for part in wanted.after[1:])
        conditions.append(f"(task.priority, task.id) > ({priority}::text::smallint, {task_id}::text::uuid)")
    return _run(wanted, place, conditions, f"'{_NEVER}'::timestamptz", "due_date")


def _behind(wanted: TaskFilter, place: Place, column: str) -> list[str]:
    """What follows the last row seen, for a moment that is the sort key itself."""
    if wanted.after is None:
        return []
    key, priority, task_id = (place(part) for part in wanted.after)
    behind = f"({key}::text::timestamptz, {priority}::text::smallint, {task_id}::text::uuid)"
    return [f"(task.{column}, task.priority, task.id) {_beyond(wanted)} {behind}"]


def _manual_runs(wanted: TaskFilter, place: Place) -> list[str]:
    """Those in no section, then section by section: the key is the section's, a blank, and the task's own."""
    section, _, position = wanted.after[0].partition(" ") if wanted.after else ("", "", "")
    runs = [_in_sections(wanted, place, section, position)]
    if not section:
        runs.append(_in_none(wanted, place, position))
    return runs


def _in_none(wanted: TaskFilter, place: Place, position: str) -> str:
    conditions = [_OPEN, "task.section_id is null"]
    if wanted.after:
        last, priority, task_id = (place(part) for part in (position, *wanted.after[1:]))
        behind = f"({last}::text, {priority}::text::smallint, {task_id}::text::uuid)"
        conditions.append(f"(task.position, task.priority, task.id) > {behind}")
    return _run(wanted, place, conditions, _MANUAL.format(section="''"), "section_id", "position")


def _in_sections(wanted: TaskFilter, place: Place, section: str, position: str) -> str:
    conditions, within = [_OPEN, "task.section_id = section.id"], "join section on section.project_id = mine.project_id"
    if wanted.after:
        named, last, priority, task_id = (place(part) for part in (section, position, *wanted.after[1:]))
        within += f" and section.position >= {named}::text"
        # In the section of the last row what follows it, in those behind it all.
        is_there = f"section.position = {named}::text"
        behind = f"""(case when {is_there} then {last}::text else '' end,
            case when {is_there} then {priority}::text::smallint else 0::smallint end, {task_id}::text::uuid)"""
        conditions.append(f"(task.position, task.priority, task.id) > {behind}")
    return _run(wanted, place, conditions, _MANUAL.format(section="section.position"), "position", within=within)


def _done_runs(wanted: TaskFilter, place: Place) -> list[str]:
    conditions = ["task.deleted_at is null", "task.completed_at is not null"]
    if wanted.completed_from_at:
        conditions.append(f"task.completed_at >= {place(wanted.completed_from_at)}")
    if wanted.completed_before_at:
        conditions.append(f"task.completed_at < {place(wanted.completed_before_at)}")
    conditions += _behind(wanted, place, "completed_at")
    # All are null in the first column of the two, but PostgreSQL would not know the index's order without it.
    return [_run(wanted, place, conditions, "task.completed_at", "deleted_at", "completed_at")]


def _trashed_runs(wanted: TaskFilter, place: Place) -> list[str]:
    conditions = ["task.deleted_at is not null", *_behind(wanted, place, "deleted_at")]
    return [_run(wanted, place, conditions, "task.deleted_at", "deleted_at")]


_RUNS: dict[tuple[Order, bool | None, bool], Callable[[TaskFilter, Place], list[str]]] = {
    ("due", False, False): _due_runs,
    ("manual", False, False): _manual_runs,
    ("completed", True, False): _done_runs,
    ("deleted", None, True): _trashed_runs,
}


# --- What has to be found first


def _unsorted(wanted: TaskFilter, place: Place) -> str:
    conditions, (key, kind) = _conditions(wanted, place), _KEYS[wanted.order]
    key = key.format(offset=place(wanted.utc_offset)) if wanted.order == "due" else key
    if wanted.after:
        first, priority, task_id = (place(part) for part in wanted.after)
        last = f"({first}::text::{kind}, {priority}::text::smallint, {task_id}::text::uuid)"
        conditions.append(f"({key}, task.priority, task.id) {_beyond(wanted)} {last}")
    return f"""select task.id, task.priority, {key} as sort_key from task
        where task.project_id = any(array(select project_id from mine)) and {" and ".join(conditions)}"""  # noqa: S608 - values are parameters


# Where each order starts to sort, and the type of that. Priority and id follow.
_KEYS: dict[Order, tuple[str, str]] = {
    "due": (f"coalesce(task.due_at, {_DAYS_END}, '{_NEVER}')", "timestamptz"),
    "completed": ("task.completed_at", "timestamptz"),
    "manual": (
        _MANUAL.format(section="coalesce((select position from section where id = task.section_id), '')"),
        'text collate "C"',
    ),
    "deleted": ("task.deleted_at", "timestamptz"),
}


def _conditions(wanted: TaskFilter, place: Place) -> list[str]:
    conditions = [f"task.deleted_at is {'not null' if wanted.trashed else 'null'}"]
    if wanted.done is not None:
        conditions.append(f"task.completed_at is {'not null' if wanted.done else 'null'}")
    if wanted.condition is not None:
        conditions.append(wanted.condition(place))
    if wanted.parent_id:
        conditions.append(f"task.parent_id = {place(wanted.parent_id)}")
    if wanted.words:
        patterns = [f"%{_escape_like(word)}%" for word in wanted.words]
        conditions.append(f"task.title || ' ' || task.notes ilike all ({place(patterns)}::text[])")
    return conditions + _day_conditions(wanted, place)


def _day_conditions(wanted: TaskFilter, place: Any) -> list[str]:
    conditions = []
    if wanted.undated:
        conditions.append("task.due_date is null and task.due_at is null")
    if wanted.from_date:
        conditions.append(f"({ON_A_DAY} >= {place(wanted.from_date)} or task.due_at >= {place(wanted.from_at)})")
    if wanted.until_date:
        conditions.append(f"({ON_A_DAY} <= {place(wanted.until_date)} or task.due_at < {place(wanted.before_at)})")
    if wanted.completed_from_at:
        conditions.append(f"task.completed_at >= {place(wanted.completed_from_at)}")
    if wanted.completed_before_at:
        conditions.append(f"task.completed_at < {place(wanted.completed_before_at)}")
    return conditions


def _escape_like(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
