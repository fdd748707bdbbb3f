"""What the built-in assistant says without a tool: what it can do, what it needs to know, what it can't do."""

from collections.abc import Sequence
from typing import Any

from todo.assistant.memory import Named
from todo.assistant.wording.answers import deed_of
from todo.assistant.wording.words import Words
from todo.language import AddTasks, Greeting, Help, OutOfScope, Unknown
from todo.language.conversation import Dismiss, HalfUnderstood

_LONGEST_LIST = 10


def without_tool(request: Any, words: Words) -> str:
    """The answer to a sentence that no tool is for."""
    match request:
        case Greeting(kind="thanks"):
            return words.WELCOME
        case Greeting(kind="goodbye"):
            return words.GOODBYE
        case Greeting():
            return f"{words.HELLO} {words.ABILITIES}"
        case Help():
            return words.ABILITIES
        case Dismiss():
            return words.DISMISSED
        case HalfUnderstood(text=text):
            return words.half_understood(text)
        case AddTasks():
            return words.WHAT_TO_ADD
        case OutOfScope(text=text):
            return _not_done(words.ONLY_TASKS, text, words)
        case Unknown(text=text):
            return _not_done(words.NOT_UNDERSTOOD, text, words)
    return f"{words.NOT_UNDERSTOOD} {words.ABILITIES}"


def which_tasks(request: Any, words: Words) -> str:
    """The question where a sentence does not say which tasks it is about."""
    deed = deed_of(request)
    return words.WHICH.get(deed, words.NOTHING_SPOKEN_OF) if deed else words.NOTHING_SPOKEN_OF


def which_of(named: Sequence[Named], words: Words) -> str:
    """The question where several tasks fit."""
    lines = [f"{number}. {one.title}" for number, one in enumerate(named[:_LONGEST_LIST], 1)]
    return "\n".join([words.WHICH_ONE, *lines])


def no_such_number(count: int, words: Words) -> str:
    """The answer to a number that the last list does not have."""
    return words.too_high(count) if count else words.NO_LIST_YET


def _not_done(lead: str, text: str, words: Words) -> str:
    """A short statement may be meant as a task; it is not added unasked."""
    line = " ".join(text.split())
    is_short = 1 < len(line.split()) <= 8 and not line.endswith("?")
    offer = [words.maybe_a_task(line.rstrip(".!"))] if is_short else []
    return " ".join([lead, *offer, words.ABILITIES])
