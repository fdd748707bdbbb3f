"""SQL of sections. Every query goes through the acting person's membership in the project."""

from uuid import UUID

from todo.actor import Actor
from todo.changes.repository import document
from todo.database import Executor, Row

_READABLE = """
    project
    join project_member on project_member.project_id = project.id and project_member.user_id = $1
"""


async def list_sections(db: Executor, actor: Actor, project_id: UUID) -> list[Row] | None:
    """The sections of a project in their order; None when the person can't see such a project."""
    rows = await db.fetch(
        f"""
        select section.* from {_READABLE}
        left join section on section.project_id = project.id and section.deleted_at is null
        where project.id = $2 and project.deleted_at is null
        order by section.position, section.id
        """,  # noqa: S608 - constants of this module
        actor.user_id,
        project_id,
    )
    return [row for row in rows if row["id"] is not None] if rows else None


async def get_section(db: Executor, actor: Actor, section_id: UUID) -> Row | None:
    """One section that is not in the trash, nor its project."""
    return await db.fetch_one(
        f"""
        select section.* from {_READABLE} join section on section.project_id = project.id
        where section.id = $2 and section.deleted_at is null and project.deleted_at is null
        """,  # noqa: S608 - constants of this module
        actor.user_id,
        section_id,
    )


async def tasks_of(db: Executor, actor: Actor, section_id: UUID) -> list[Row]:
    """All tasks of a section, trash included, locked in order of id: {row}."""
    return await db.fetch(
        f"""
        select {document("task.*")} as row from {_READABLE} join task on task.project_id = project.id
        where task.section_id = $2 and project.deleted_at is null
        order by task.id for update of task
        """,  # noqa: S608 - constants of this module
        actor.user_id,
        section_id,
    )
