"""SQL of the names that a person's words may mean. Every query goes through the acting person's membership."""

from todo.actor import Actor
from todo.database import Executor, Row


async def list_names(db: Executor, actor: Actor) -> list[Row]:
    """Projects and sections that the person may write to, and their labels, each kind in its order:
    {kind, id, name, project_id (of a section)}.
    """
    return await db.fetch(
        """
        with writable as (
            select project.* from project
            join project_member on project_member.project_id = project.id and project_member.user_id = $1
            where project.deleted_at is null and project.archived_at is null and project_member.role <> 'viewer'
        )
        select 'project' as kind, id, name, null::uuid as project_id, position from writable
        union all
        select 'section', section.id, section.name, section.project_id, section.position
        from section join writable on writable.id = section.project_id where section.deleted_at is null
        union all
        select 'label', id, name, null, position from label where user_id = $1 and deleted_at is null
        order by kind, position, id
        """,
        actor.user_id,
    )
