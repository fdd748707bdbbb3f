"""The cheapest statement there is, and one that makes a connection ready for the others."""

from uuid import UUID

from todo.database import Executor


async def ping(db: Executor) -> None:
    """Returns when the database answers."""
    await db.fetch_one("select 1")


async def touch(db: Executor) -> None:
    """Have a connection read what every request needs of the tables' descriptions; finds nobody's things."""
    await db.fetch(
        """
        select task.id from app_user
        join project_member on project_member.user_id = app_user.id
        join project on project.id = project_member.project_id
        join task on task.project_id = project.id
        join session on session.user_id = app_user.id
        join change_group on change_group.user_id = app_user.id
        join change on change.group_id = change_group.id and change.entity_id = task.id
        where project_member.user_id = $1
        """,
        UUID(int=0),
    )
