"""What a person may know of the assistant: the model, what it cost today, and what would be worth saying now."""

from todo.actor import Actor
from todo.assistant.connection import describe_connection
from todo.assistant.schemas import AssistantView
from todo.assistant.usage import service as usage
from todo.assistant.wording.catalogue import words_of
from todo.assistant.wording.words import Suggested, Words
from todo.config import Settings
from todo.database import Database
from todo.tasks import service as tasks
from todo.tasks.schemas import DueScope, TaskQuery


async def describe_assistant(database: Database, settings: Settings, actor: Actor) -> AssistantView:
    """The answer of `GET /api/assistant`. Asks no model anything."""
    model, tools = describe_connection(settings)
    spent = await usage.usage_today(database, settings, actor)
    overdue = await _any(database, actor, "overdue")
    today = await _any(database, actor, "today")
    suggestions = suggest(words_of(actor.habits.language), overdue=overdue, today=today)
    return AssistantView(model=model, tools=tools, usage=spent, suggestions=suggestions)


def suggest(words: Words, *, overdue: bool, today: bool) -> list[str]:
    """Up to four things to say that fit the day."""
    day: Suggested = "today" if overdue or today else "ahead"
    late: list[Suggested] = ["overdue", "catch-up"] if overdue else []
    return [words.SUGGESTIONS[one] for one in (day, *late, "add", "finished")][:4]


async def _any(database: Database, actor: Actor, due: DueScope) -> bool:
    page = await tasks.list_tasks(database, actor, TaskQuery(due=due, limit=1))
    return bool(page.items)
