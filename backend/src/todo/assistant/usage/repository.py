"""SQL of what a person's answers cost on a day."""

from datetime import date

from todo.actor import Actor
from todo.database import Executor, Row


async def get_usage(db: Executor, actor: Actor, day: date) -> Row | None:
    """{tokens, milliseconds} of a day; None when nothing was used."""
    return await db.fetch_one(
        "select tokens, milliseconds from assistant_usage where user_id = $1 and day = $2", actor.user_id, day
    )


async def add_usage(db: Executor, actor: Actor, day: date, tokens: int, milliseconds: int) -> None:
    await db.fetch(
        """
        insert into assistant_usage (user_id, day, tokens, milliseconds) values ($1, $2, $3, $4)
        on conflict (user_id, day) do update
        set tokens = assistant_usage.tokens + excluded.tokens,
            milliseconds = assistant_usage.milliseconds + excluded.milliseconds
        """,
        actor.user_id,
        day,
        tokens,
        milliseconds,
    )
