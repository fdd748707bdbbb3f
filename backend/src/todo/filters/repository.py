"""SQL of saved filters, which are their person's alone."""

from uuid import UUID

from todo.actor import Actor
from todo.database import Executor, Row


async def list_filters(db: Executor, actor: Actor, filter_id: UUID | None = None) -> list[Row]:
    """The person's filters in their order, or the one named."""
    return await db.fetch(
        """
        select id, name, query, color, is_favorite, position, version, created_at, updated_at from saved_filter
        where user_id = $1 and deleted_at is null and ($2::uuid is null or id = $2)
        order by position, id
        """,
        actor.user_id,
        filter_id,
    )
