"""SQL of tasks. Every query goes through the acting person's membership; each function is one statement."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.changes.entities import TASK
from todo.changes.repository import document, log_changes
from todo.database import Executor, Row

COLUMNS = ("id", *(c for c in TASK.mutable if c != "label_ids"), "version", "created_at", "updated_at")
# Each member sees their own labels only, and none that is in the trash.
_OWN_LABELS = """
    case when {all} = '{{}}' then {all}
         else array(select label.id from label where label.id = any({all}) and label.user_id = {person}
                                                     and label.deleted_at is null order by label.position, label.id)
    end as label_ids
"""
_ALL_COLUMNS = ", ".join(f"task.{column}" for column in COLUMNS)
SELECTED = _ALL_COLUMNS + "," + _OWN_LABELS.format(all="task.label_ids", person="$1")

READABLE = """
    task
    join project on project.id = task.project_id and project.deleted_at is null
    join project_member on project_member.project_id = task.project_id and project_member.user_id = $1
"""


async def get_task(db: Executor, actor: Actor, task_id: UUID) -> Row | None:
    """One task that is not in the trash."""
    return await db.fetch_one(
        f"select {SELECTED} from {READABLE} where task.id = $2 and task.deleted_at is null",  # noqa: S608
        actor.user_id,
        task_id,
    )


async def list_seen(db: Executor, user_ids: Sequence[UUID], task_ids: Sequence[UUID]) -> list[Row]:
    """Pairs of a person and a task, where they may see it and it is not in the trash: its columns and `user_id`."""
    labels = _OWN_LABELS.format(all="task.label_ids", person="wanted.user_id")
    return await db.fetch(
        f"""
        select wanted.user_id, {_ALL_COLUMNS}, {labels}
        from unnest($1::uuid[], $2::uuid[]) as wanted (user_id, task_id)
        join task on task.id = wanted.task_id and task.deleted_at is null
        join project on project.id = task.project_id and project.deleted_at is null
        join project_member member on member.project_id = task.project_id and member.user_id = wanted.user_id
        """,  # noqa: S608 - constants of this module
        list(user_ids),
        list(task_ids),
    )


_OWN_LABEL_IDS = "array(select label.id from label where label.user_id = $1 and label.deleted_at is null)"


async def create_tasks(db: Executor, command: Command, rows: Sequence[dict[str, Any]]) -> list[Row]:
    """Insert tasks where the person may write; ids that exist are left as they are.

    Args:
        rows: whole JSON rows. Whoever puts tasks below others or into sections holds the project.

    Returns:
        The tasks in the order of `rows`, each with `is_new`; ids that could not be used are missing.
    """
    columns = ", ".join(TASK.columns)
    return await db.fetch(
        f"""
        with wanted as (
            select * from jsonb_populate_recordset(null::task, $5::jsonb)
        ), later as (
            insert into task ({columns})
            select {", ".join("$1" if c == "created_by" else f"wanted.{c}" for c in TASK.columns)} from wanted
            join project on project.id = wanted.project_id and project.deleted_at is null
            join project_member on project_member.project_id = project.id and project_member.user_id = $1
            where project_member.role <> 'viewer'
              and (wanted.label_ids = '{{}}' or wanted.label_ids <@ {_OWN_LABEL_IDS})
            on conflict (id) do nothing returning *
        ), changed as (select null::jsonb as before, {document("later")} as after from later)
        {log_changes("task")}
        select {SELECTED}, true as is_new from later as task
        union all
        select {SELECTED}, false as is_new from {READABLE} where task.id = any(array(select id from wanted))
        """,  # noqa: S608 - constants of this module
        *command.parameters,
        list(rows),
    )


async def update_tasks(
    db: Executor,
    command: Command,
    ids: Sequence[UUID],
    values: dict[str, Any],
    expected_version: int | None = None,
    *,
    closing: bool = False,
) -> list[Row]:
    """Set columns of tasks that the person may read; only changes that they may write take effect.

    A row whose values are as wanted already, whose version is not the expected one, or whose new project or labels are
    not the person's to use, stays as it is. With `closing` the open subtasks get the values too, and a task that recurs
    gets none: its completion is worked out elsewhere.

    Returns:
        For each readable task its columns (new ones if changed), `role`, `earlier_version`, `changed`, `reachable`,
        `labels_known`.
    """
    numbered = list(enumerate(sorted(values), start=7))
    numbers = {column: number for number, column in numbered}
    reachable, labels_known = _reachable(numbers.get("project_id")), _labels_known(numbers.get("label_ids"))
    selected = ", ".join(f"case when later.id is null then earlier.{c} else later.{c} end as {c}" for c in COLUMNS)
    return await db.fetch(
        f"""
        with {_FAMILY if closing else ""} earlier as (
            select task.*, project_member.role from {READABLE}
            where {_IN_FAMILY if closing else "task.id = any($5::uuid[])"} and task.deleted_at is null
            order by task.id for update of task
        ), later as (
            update task set {", ".join(_assigned(column, number) for number, column in numbered)},
                   version = task.version + 1, updated_at = now()
            from earlier
            where task.id = earlier.id and earlier.role <> 'viewer' and {reachable} and {labels_known}
              and {_NOT_RECURRING if closing else "true"}
              and ($6::int is null or not exists (
                      select from earlier named where named.id = any($5::uuid[]) and named.version <> $6))
              and ({" or ".join(_differs(column, number) for number, column in numbered)})
            returning task.*
        ), changed as (
            select {document("earlier")} - 'role' as before, {document("later")} as after
            from later join earlier using (id)
        )
        {log_changes("task")}
        select {selected}, {_OWN_LABELS.format(all="coalesce(later.label_ids, earlier.label_ids)", person="$1")},
               earlier.role, earlier.version as earlier_version, later.id is not null as changed,
               {reachable} as reachable, {labels_known} as labels_known
        from earlier left join later on later.id = earlier.id
        where earlier.id = any($5::uuid[])
        order by array_position($5::uuid[], earlier.id)
        """,  # noqa: S608 - column names are those of TaskPatch and of this package's service
        *command.parameters,
        list(ids),
        expected_version,
        *(values[column] for column in sorted(values)),
    )


_FAMILY = """
    recursive family as (
        select id from task where id = any($5::uuid[]) and recurrence is null
        union
        select task.id from task join family on task.parent_id = family.id
    ),"""
# One array, as for an `or` of the two every task of everybody would be read.
_IN_FAMILY = "task.id = any($5::uuid[] || array(select id from family))"
_NOT_RECURRING = "(earlier.recurrence is null or earlier.id <> all($5::uuid[]))"
_OWN_OF = f"array(select unnest(earlier.label_ids) intersect select unnest({_OWN_LABEL_IDS}))"


def _assigned(column: str, number: int) -> str:
    if column == "label_ids":  # other members' labels stay
        others = f"array(select unnest(earlier.label_ids) except select unnest({_OWN_LABEL_IDS}))"
        return f"label_ids = {others} || ${number}::uuid[]"
    if column == "completed_at":  # a series that has ended goes on when its task is opened again
        ended = f"case when ${number}::timestamptz is null then '{{\"ended\": null}}' else '{{}}' end::jsonb"
        return f"completed_at = ${number}::timestamptz, recurrence = earlier.recurrence || {ended}"
    return f"{column} = ${number}"


def _differs(column: str, number: int) -> str:
    if column == "label_ids":
        given = f"${number}::uuid[]"
        return f"not ({given} <@ {_OWN_OF} and {_OWN_OF} <@ {given})"
    # Completing what is done keeps the moment at which it was done.
    if column == "completed_at":
        return f"(earlier.completed_at is null) <> (${number}::timestamptz is null)"
    return f"earlier.{column} is distinct from ${number}"


def _labels_known(parameter: int | None) -> str:
    return "true" if parameter is None else f"${parameter}::uuid[] <@ {_OWN_LABEL_IDS}"


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


async def hold_projects_of(db: Executor, actor: Actor, task_ids: Sequence[UUID], project_ids: Sequence[UUID]) -> None:
    """Lock the projects of tasks, and those named, as far as the person may see them."""
    await db.fetch(
        """
        select project.id from project
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        where project.deleted_at is null
          and project.id = any($3::uuid[] || array(select project_id from task where id = any($2::uuid[])))
        order by project.id for no key update of project
        """,
        actor.user_id,
        list(task_ids),
        list(project_ids),
    )


async def family(db: Executor, actor: Actor, ids: Sequence[UUID]) -> list[Row]:
    """Tasks with all that is below them and not in the trash, locked in order of id: {row, role}."""
    return await db.fetch(
        f"""
        with recursive family as (
            select id from task where id = any($2::uuid[]) and deleted_at is null
            union
            select task.id from task join family on task.parent_id = family.id where task.deleted_at is null
        )
        select {document("task.*")} as row, project_member.role from {READABLE}
        where task.id = any(array(select id from family)) and task.deleted_at is null
        order by task.id for update of task
        """,  # noqa: S608 - constants of this module
        actor.user_id,
        list(ids),
    )


async def place(db: Executor, actor: Actor, section_id: UUID | None, parent_id: UUID | None) -> Row | None:
    """Where a task below `parent_id`, or else in `section_id`, would be: {project_id, section_id, depth}.

    `depth` counts the tasks above it. None when the person can't see such a task or section.
    """
    return await db.fetch_one(
        f"""
        with recursive above (id, next, depth) as (
            select task.id, task.parent_id, 1 from {READABLE} where task.id = $3 and task.deleted_at is null
            union all
            select task.id, task.parent_id, above.depth + 1 from above join task on task.id = above.next
            where above.depth < 100
        )
        select task.project_id, task.section_id, (select max(depth) from above) as depth from {READABLE}
        where task.id = $3 and task.deleted_at is null
        union all
        select section.project_id, section.id, 0 from section
        join project_member on project_member.project_id = section.project_id and project_member.user_id = $1
        where $3::uuid is null and section.id = $2 and section.deleted_at is null
        """,  # noqa: S608 - constants of this module
        actor.user_id,
        section_id,
        parent_id,
    )


async def siblings(
    db: Executor, actor: Actor, project_id: UUID, section_id: UUID | None, parent_id: UUID | None
) -> list[Row]:
    """Ids and keys of the tasks that stand side by side, open and done, in order: {id, position}."""
    return await db.fetch(
        f"""
        select task.id, task.position from {READABLE}
        where task.project_id = $2 and task.section_id is not distinct from $3
          and task.parent_id is not distinct from $4 and task.deleted_at is null
        order by task.position, task.id
        """,  # noqa: S608 - constants of this module
        actor.user_id,
        project_id,
        section_id,
        parent_id,
    )


async def unknown_labels(db: Executor, actor: Actor, ids: Sequence[UUID]) -> bool:
    """Whether one of `ids` is no label of the person's."""
    row = await db.fetch_one(f"select not ($2::uuid[] <@ {_OWN_LABEL_IDS}) as unknown", actor.user_id, list(ids))
    return bool(row and row["unknown"])


async def list_completions(db: Executor, actor: Actor, task_id: UUID) -> list[Row]:
    """Completions of a task that are not undone, newest first: {change_group, completed_at, due_date, due_at}."""
    return await db.fetch(
        f"""
        select change_group.id as change_group, change_group.created_at as completed_at,
               (change.before ->> 'due_date')::date as due_date, (change.before ->> 'due_at')::timestamptz as due_at
        from {READABLE} join change on change.entity = 'task' and change.entity_id = task.id
        join change_group on change_group.id = change.group_id
        where task.id = $2
          and not exists (select from change_group undoing where undoing.undo_of = change_group.id)
          and change_group.undo_of is null
          and ((change.after ->> 'completion_count')::int > (change.before ->> 'completion_count')::int
               or (change.before ->> 'completed_at' is null and change.after ->> 'completed_at' is not null))
        order by change.id desc limit 500
        """,  # noqa: S608 - constants of this module
        actor.user_id,
        task_id,
    )
