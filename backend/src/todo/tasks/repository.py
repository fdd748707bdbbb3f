"""SQL of tasks. Every query goes through the acting person's membership; each function is one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.changes.repository import log_changes
from todo.database import Executor, Row

COLUMNS = (
    "id",
    "project_id",
    "title",
    "notes",
    "priority",
    "due_date",
    "due_at",
    "time_zone",
    "completed_at",
    "deleted_at",
    "version",
    "created_at",
    "updated_at",
)
_SELECTED = ", ".join(f"task.{column}" for column in COLUMNS)

# A day's undated hour sorts after its timed ones: at the day's end in the person's present offset from UTC.
_DUE_ORDER = (
    "coalesce(task.due_at, ((task.due_date + 1)::timestamp - {offset}::interval) at time zone 'UTC', 'infinity')"
)
_READABLE = """
    task
    join project on project.id = task.project_id and project.deleted_at is null
    join project_member on project_member.project_id = task.project_id and project_member.user_id = $1
"""


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Conditions of a list, all of which hold. Days are resolved to moments (`*_at`) by the caller.

    `after` is the sort key of the last row seen: (due moment or completion, priority, id) as text.
    """

    project_id: UUID | None = None
    done: bool = False
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


async def get_task(db: Executor, actor: Actor, task_id: UUID) -> Row | None:
    """One task that is not in the trash."""
    return await db.fetch_one(
        f"select {_SELECTED} from {_READABLE} where task.id = $2 and task.deleted_at is null",  # noqa: S608
        actor.user_id,
        task_id,
    )


async def list_tasks(db: Executor, actor: Actor, wanted: TaskFilter) -> list[Row]:
    """Tasks with `sort_key`; see `TaskFilter`."""
    arguments: list[Any] = [actor.user_id]

    def place(value: Any) -> str:
        arguments.append(value)
        return f"${len(arguments)}"

    conditions = _conditions(wanted, place)
    order = "task.completed_at" if wanted.done else _DUE_ORDER.format(offset=place(wanted.utc_offset))
    direction = "desc" if wanted.done else "asc"
    if wanted.after:
        moment, priority, task_id = (place(part) for part in wanted.after)
        key = f"({moment}::text::timestamptz, {priority}::text::smallint, {task_id}::text::uuid)"
        conditions.append(f"({order}, task.priority, task.id) {'<' if wanted.done else '>'} {key}")
    return await db.fetch(
        f"""
        select {_SELECTED}, ({order})::text as sort_key from {_READABLE}
        where {" and ".join(conditions)}
        order by {order} {direction}, task.priority {direction}, task.id {direction}
        limit {place(wanted.limit)}
        """,  # noqa: S608 - values are parameters
        *arguments,
    )


def _conditions(wanted: TaskFilter, place: Any) -> list[str]:
    conditions = ["task.deleted_at is null", f"task.completed_at is {'not null' if wanted.done else 'null'}"]
    if wanted.project_id:
        conditions.append(f"task.project_id = {place(wanted.project_id)}")
    if wanted.undated:
        conditions.append("task.due_date is null and task.due_at is null")
    if wanted.from_date:
        conditions.append(f"(task.due_date >= {place(wanted.from_date)} or task.due_at >= {place(wanted.from_at)})")
    if wanted.until_date:
        conditions.append(f"(task.due_date <= {place(wanted.until_date)} or task.due_at < {place(wanted.before_at)})")
    if wanted.completed_from_at:
        conditions.append(f"task.completed_at >= {place(wanted.completed_from_at)}")
    if wanted.completed_before_at:
        conditions.append(f"task.completed_at < {place(wanted.completed_before_at)}")
    if wanted.words:
        patterns = [f"%{_escape_like(word)}%" for word in wanted.words]
        conditions.append(f"task.title || ' ' || task.notes ilike all ({place(patterns)}::text[])")
    return conditions


def _escape_like(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


async def create_tasks(db: Executor, command: Command, rows: Sequence[dict[str, Any]]) -> list[Row]:
    """Insert tasks where the person may write; ids that exist are left as they are.

    Args:
        rows: JSON rows with id, project_id, title, notes, priority, due_date, due_at, time_zone.

    Returns:
        The tasks in the order of `rows`, each with `is_new`; ids that could not be used are missing.
    """
    return await db.fetch(
        f"""
        with wanted as (
            select * from jsonb_populate_recordset(null::task, $5::jsonb)
        ), later as (
            insert into task (id, project_id, title, notes, priority, due_date, due_at, time_zone, created_by)
            select wanted.id, wanted.project_id, wanted.title, wanted.notes, wanted.priority, wanted.due_date,
                   wanted.due_at, wanted.time_zone, $1
            from wanted
            join project on project.id = wanted.project_id and project.deleted_at is null
            join project_member on project_member.project_id = project.id and project_member.user_id = $1
            where project_member.role <> 'viewer'
            on conflict (id) do nothing returning *
        ), changed as (select null::jsonb as before, to_jsonb(later) as after from later)
        {log_changes("task")}
        select {_SELECTED}, true as is_new from later as task
        union all
        select {_SELECTED}, false as is_new from {_READABLE} join wanted on wanted.id = task.id
        """,  # noqa: S608 - constants of this module
        *command.parameters,
        list(rows),
    )


async def update_tasks(
    db: Executor, command: Command, ids: Sequence[UUID], values: dict[str, Any], expected_version: int | None = None
) -> list[Row]:
    """Set columns of tasks that the person may read; only changes that they may write take effect.

    A row whose values are as wanted already, whose version is not the expected one, or whose new project the person
    may not write to, stays as it is.

    Returns:
        For each readable task its columns (new ones if changed), `role`, `earlier_version`, `changed`, `reachable`.
    """
    columns = sorted(values)
    numbered = list(enumerate(columns, start=7))
    assignments = ", ".join(f"{column} = ${number}" for number, column in numbered)
    differs = " or ".join(_differs(column, number) for number, column in numbered)
    reachable = _reachable({column: number for number, column in numbered}.get("project_id"))
    selected = ", ".join(f"case when later.id is null then earlier.{c} else later.{c} end as {c}" for c in COLUMNS)
    return await db.fetch(
        f"""
        with earlier as (
            select task.*, project_member.role from {_READABLE}
            where task.id = any($5::uuid[]) and task.deleted_at is null
            order by task.id for update of task
        ), later as (
            update task set {assignments}, version = task.version + 1, updated_at = now()
            from earlier
            where task.id = earlier.id and earlier.role <> 'viewer' and {reachable}
              and ($6::int is null or earlier.version = $6) and ({differs})
            returning task.*
        ), changed as (
            select to_jsonb(earlier) - 'role' as before, to_jsonb(later) as after from later join earlier using (id)
        )
        {log_changes("task")}
        select {selected}, earlier.role, earlier.version as earlier_version, later.id is not null as changed,
               {reachable} as reachable
        from earlier left join later on later.id = earlier.id
        order by array_position($5::uuid[], earlier.id)
        """,  # noqa: S608 - column names are those of TaskPatch and of this package's service
        *command.parameters,
        list(ids),
        expected_version,
        *(values[column] for column in columns),
    )


def _differs(column: str, number: int) -> str:
    # Completing what is done keeps the moment at which it was done.
    if column == "completed_at":
        return f"(earlier.completed_at is null) <> (${number}::timestamptz is null)"
    return f"earlier.{column} is distinct from ${number}"


def _reachable(parameter: int | None) -> str:
    """Whether the person may write to the project that a task is moved to."""
    if parameter is None:
        return "true"
    return f"""exists (
        select from project join project_member on project_member.project_id = project.id
        where project.id = ${parameter} and project.deleted_at is null
          and project_member.user_id = $1 and project_member.role <> 'viewer')"""


async def role_in(db: Executor, actor: Actor, project_id: UUID) -> str | None:
    """The person's role in a project; None when they can't see it."""
    row = await db.fetch_one(
        """
        select project_member.role from project
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        where project.id = $2 and project.deleted_at is null
        """,
        actor.user_id,
        project_id,
    )
    return row["role"] if row else None
