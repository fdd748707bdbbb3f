"""What a person may spend on a model in a day, in tokens and in seconds. The built-in assistant costs nothing."""

from todo.actor import Actor
from todo.assistant.schemas import TokenUsage, UsageView
from todo.assistant.usage import repository
from todo.config import Settings
from todo.database import Database


async def usage_today(database: Database, settings: Settings, actor: Actor) -> UsageView:
    """What was spent on the person's own day, and the limits."""
    row = await repository.get_usage(database, actor, actor.now().date()) or {"tokens": 0, "milliseconds": 0}
    return UsageView(
        tokens_today=row["tokens"],
        token_limit=settings.assistant_daily_tokens or None,
        seconds_today=row["milliseconds"] / 1000,
        second_limit=settings.assistant_daily_seconds or None,
    )


def is_spent(usage: UsageView) -> bool:
    """Whether nothing is left for today."""
    return bool(
        (usage.token_limit and usage.tokens_today >= usage.token_limit)
        or (usage.second_limit and usage.seconds_today >= usage.second_limit)
    )


async def spend(database: Database, actor: Actor, usage: TokenUsage, seconds: float) -> None:
    """Add what an answer cost to the person's day."""
    tokens = usage.input_tokens + usage.output_tokens
    await repository.add_usage(database, actor, actor.now().date(), tokens, round(seconds * 1000))
