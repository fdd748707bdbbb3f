"""SQL of projects. Every query goes through the acting person's membership."""

from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.changes.repository import log_changes
from todo.database import Executor, Row

_COLUMNS = "id, name, color, inbox_of_user_id is not null as is_inbox, version, created_at, updated_at"


async def list_projects(db: Executor, actor: Actor, project_id: UUID | None = None) -> list[Row]:
    """The person's projects (or the one named) with their role and the count of open tasks, Inbox first."""
    return await db.fetch(
        """
        select project.id, project.name, project.color, project.inbox_of_user_id is not null as is_inbox,
               project.version, project.created_at, project.updated_at, project_member.role,
               (select count(*) from task where task.project_id = project.id
                    and task.completed_at is null and task.deleted_at is null) as open_task_count
        from project
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        where project.deleted_at is null and ($2::uuid is null or project.id = $2)
        order by project.inbox_of_user_id is null, project.created_at, project.id
        """,
        actor.user_id,
        project_id,
    )


async def create_project(db: Executor, command: Command, project_id: UUID, name: str, color: str) -> Row | None:
    """The new project, or None when the id exists (it may be another's)."""
    return await db.fetch_one(
        f"""
        with later as (
            insert into project (id, name, color) values ($5, $6, $7) on conflict (id) do nothing returning *
        ), membership as (
            insert into project_member (project_id, user_id, role) select id, $1, 'owner' from later
        ), changed as (select null::jsonb as before, to_jsonb(later) as after from later)
        {log_changes("project")}
        select {_COLUMNS}, 'owner' as role, 0 as open_task_count from later
        """,  # noqa: S608 - constants of this module
        *command.parameters,
        project_id,
        name,
        color,
    )


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
