"""SQL of labels, which are their person's alone."""

from collections.abc import Sequence
from uuid import UUID

from todo.actor import Actor
from todo.database import Executor, Row


async def list_labels(db: Executor, actor: Actor, label_id: UUID | None = None) -> list[Row]:
    """The person's labels (or the one named) in their order."""
    return await db.fetch(
        """
        select * from label
        where user_id = $1 and deleted_at is null and ($2::uuid is null or id = $2)
        order by position, id
        """,
        actor.user_id,
        label_id,
    )


async def hold_labels(db: Executor, actor: Actor) -> None:
    """Keep other requests of the person from making labels until the transaction ends."""
    await db.fetch("select id from app_user where id = $1 for no key update", actor.user_id)


async def named(db: Executor, actor: Actor, names: Sequence[str]) -> list[Row]:
    """For each of `names` {name, folded, id}, the id null when the person has none that reads like it."""
    return await db.fetch(
        """
        select wanted.name, fold_text(wanted.name) as folded, label.id
        from unnest($2::text[]) with ordinality wanted (name, place)
        left join label on label.user_id = $1 and label.deleted_at is null
                       and fold_text(label.name) = fold_text(wanted.name)
        order by wanted.place
        """,
        actor.user_id,
        list(names),
    )
