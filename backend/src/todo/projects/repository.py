"""SQL of projects. Every query goes through the acting person's membership."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.changes.repository import document, log_changes
from todo.database import Executor, Row


async def list_projects(
    db: Executor, actor: Actor, project_id: UUID | None = None, *, archived: bool = False
) -> list[Row]:
    """The person's projects, or those in the archive, or the one named; Inbox first.

    Each with their role and the count of open tasks. `parent_id` is null where the project above is not theirs to see.
    """
    return await db.fetch(
        """
        select project.id, project.name, project.color, parent.project_id as parent_id, project.position,
               project.is_favorite, project.inbox_of_user_id is not null as is_inbox, project.archived_at,
               project.version, project.created_at, project.updated_at, project_member.role,
               (select count(*) from task where task.project_id = project.id
                    and task.completed_at is null and task.deleted_at is null) as open_task_count
        from project
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        left join project_member parent on parent.project_id = project.parent_id and parent.user_id = $1
        where project.deleted_at is null
          and case when $2::uuid is null then (project.archived_at is not null) = $3 else project.id = $2 end
        order by project.inbox_of_user_id is null, project.position, project.id
        """,
        actor.user_id,
        project_id,
        archived,
    )


async def create_project(db: Executor, command: Command, row: dict[str, Any]) -> bool:
    """Make a project from a JSON row; False when the id exists (it may be another's). Whoever gives it a project above
    holds that.
    """
    found = await db.fetch_one(
        f"""
        with later as (
            insert into project (id, name, color, parent_id, position, is_favorite)
            select id, name, color, parent_id, position, is_favorite from jsonb_populate_record(null::project, $5)
            on conflict (id) do nothing returning *
        ), membership as (
            insert into project_member (project_id, user_id, role) select id, $1, 'owner' from later
        ), changed as (select null::jsonb as before, to_jsonb(later) as after from later)
        {log_changes("project")}
        select id from later
        """,  # noqa: S608 - constants of this module
        *command.parameters,
        row,
    )
    return found is not None


async def update_project(
    db: Executor, command: Command, project_id: UUID, values: dict[str, Any], expected_version: int | None
) -> Row | None:
    """Set columns of a project that the person may read; only an owner's change takes effect.

    Returns:
        {role, version, is_inbox, changed} of the project, or None when the person can't see it.
    """
    columns = sorted(values)
    assignments = ", ".join(f"{column} = ${number}" for number, column in enumerate(columns, start=7))
    differs = " or ".join(f"project.{column} is distinct from ${number}" for number, column in enumerate(columns, 7))
    return await db.fetch_one(
        f"""
        with earlier as (
            select project.*, project_member.role from project
            join project_member on project_member.project_id = project.id and project_member.user_id = $1
            where project.id = $5 and project.deleted_at is null for update of project
        ), later as (
            update project set {assignments}, version = project.version + 1, updated_at = now()
            from earlier
            where project.id = earlier.id and earlier.role = 'owner' and earlier.inbox_of_user_id is null
              and ($6::int is null or earlier.version = $6) and ({differs})
            returning project.*
        ), changed as (
            select to_jsonb(earlier) - 'role' as before, to_jsonb(later) as after from later join earlier using (id)
        )
        {log_changes("project")}
        select earlier.role, earlier.version, earlier.inbox_of_user_id is not null as is_inbox,
               exists (select from later) as changed
        from earlier
        """,  # noqa: S608 - column names are those of ProjectPatch
        *command.parameters,
        project_id,
        expected_version,
        *(values[column] for column in columns),
    )


async def hold_tree(db: Executor, actor: Actor) -> None:
    """Keep the person's projects from being restructured until the transaction ends.

    All and not only those that a command names, so that two moves at once can't make a circle.
    """
    await db.fetch(
        """
        select project.id from project
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        where project.deleted_at is null
        order by project.id for no key update of project
        """,
        actor.user_id,
    )


async def tree(db: Executor, actor: Actor) -> list[Row]:
    """All projects of the person that are not in the trash: {row, role}."""
    return await db.fetch(
        """
        select to_jsonb(project.*) as row, project_member.role from project
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        where project.deleted_at is null
        """,
        actor.user_id,
    )


async def add_owner(db: Executor, actor: Actor, project_ids: Sequence[UUID]) -> None:
    """Make the person the owner of projects that were made in this transaction and have no members yet."""
    await db.fetch(
        """
        insert into project_member (project_id, user_id, role)
        select project.id, $1, 'owner' from project
        where project.id = any($2::uuid[])
          and not exists (select from project_member where project_member.project_id = project.id)
        """,
        actor.user_id,
        list(project_ids),
    )


async def contents(db: Executor, actor: Actor, project_ids: Sequence[UUID], entity: str) -> list[dict[str, Any]]:
    """The rows of an entity (`section` or `task`) in projects, without those in the trash."""
    rows = await db.fetch(
        f"""
        select {document("content.*")} as row from {entity} content
        join project_member on project_member.project_id = content.project_id and project_member.user_id = $1
        where content.project_id = any($2::uuid[]) and content.deleted_at is null
        order by content.id
        """,  # noqa: S608 - the entity is a constant of this package
        actor.user_id,
        list(project_ids),
    )
    return [row["row"] for row in rows]
