"""SQL of imports: that a person has one at a time, whichever processes they go to."""

from todo.actor import Actor
from todo.database import Executor


async def begin_import(db: Executor, actor: Actor) -> bool:
    """Mark an import of the person as running until the transaction ends; False when one is."""
    row = await db.fetch_one(
        "select pg_try_advisory_xact_lock(hashtextextended('import of user_id ' || $1::uuid, 0)) as is_ours",
        actor.user_id,
    )
    assert row is not None
    return bool(row["is_ours"])
