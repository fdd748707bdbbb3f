"""The cheapest statement there is."""

from todo.database import Executor


async def ping(db: Executor) -> None:
    """Returns when the database answers."""
    await db.fetch_one("select 1")
