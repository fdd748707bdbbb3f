"""What the built-in assistant says without a tool: what it can do, what it needs to know, what it can't do."""

from collections.abc import Sequence
from typing import Any

from todo.assistant.memory import Named
from todo.language import (
    AddTasks,
    CompleteTasks,
    DeleteTasks,
    Greeting,
    Help,
    OutOfScope,
    ReopenTasks,
    Unknown,
    UpdateTasks,
)
from todo.language.conversation import Dismiss, Restore

ABILITIES = (
    "I can add tasks (“add pay rent tomorrow at 5pm p1”), tell what is due (“what is due this week?”) or what to do "
    "next (“what should I do today?”), change tasks (“move pay rent to friday”, “make it p1”), complete, reopen or "
    "delete them (“complete the second one”), look after projects and labels (“create a project called Garden”), and "
    "undo the last change."
)
DISMISSED = "Fine. I changed nothing."
LEFT_OUT = "I left out what was to come after that."
NOTHING_SPOKEN_OF = "I don't know which task you mean. Say words of its title, such as “complete pay rent”."
TOO_MANY = "That is more than 100 tasks, so I changed nothing. Narrow it down, such as by project or day."
NOTHING_TO_LEAVE_OUT = (
    "I found nothing like that to leave out, so I changed nothing. Say words of its title, such as “move everything "
    "due today to friday except call mum”."
)
TAKEN_BACK = "I took that back. Which task do you mean?"
_LONGEST_LIST = 10


# What an answer begins with for people who write in another language than sentences are read in.
_IN_ENGLISH = {
    "de": "Das habe ich nicht verstanden und nichts geändert. Ich verstehe einfache Sätze wie „füge Miete zahlen "
    "morgen hinzu“, „was ist heute fällig?“, „erledige Miete“, „verschiebe Miete auf Freitag“, „lösche Miete“ und "
    "„rückgängig“, alles andere auf Englisch.",
    "es": "No lo he entendido y no he cambiado nada. Entiendo frases sencillas como «añade pagar el alquiler mañana», "
    "«¿qué hay para hoy?», «completa alquiler», «mueve alquiler al viernes», «borra alquiler» y «deshacer»; "
    "todo lo demás, en inglés.",
}


def without_tool(request: Any, language: str = "en") -> str:
    """The answer to a sentence that no tool is for."""
    if isinstance(request, OutOfScope | Unknown) and language in _IN_ENGLISH:
        return f"{_IN_ENGLISH[language]}{_maybe_a_task(request.text)}"
    match request:
        case Greeting(kind="thanks"):
            return "You are welcome."
        case Greeting(kind="goodbye"):
            return "Goodbye!"
        case Greeting():
            return f"Hello! {ABILITIES}"
        case Help():
            return ABILITIES
        case Dismiss():
            return DISMISSED
        case AddTasks():
            return "What should I add? Say it with the task, such as “add pay rent tomorrow at 5pm p1”."
        case OutOfScope(text=text):
            return f"I only look after your tasks, so I changed nothing.{_maybe_a_task(text)} {ABILITIES}"
        case Unknown(text=text):
            return f"I did not understand that, so I changed nothing.{_maybe_a_task(text)} {ABILITIES}"
    return f"I did not understand that, so I changed nothing. {ABILITIES}"


def which_tasks(request: Any) -> str:
    """The question where a sentence does not say which tasks it is about."""
    match request:
        case CompleteTasks():
            return "Which task is done? Say words of its title, such as “complete pay rent”."
        case ReopenTasks():
            return "Which task is open again? Say words of its title, such as “reopen pay rent”."
        case DeleteTasks():
            return "Which task should I delete? Say words of its title, such as “delete pay rent”."
        case Restore():
            return "Which task should I take out of the trash? Say words of its title, such as “restore pay rent”."
        case UpdateTasks():
            return "What should I change? Say which task and how, such as “move pay rent to friday”."
    return NOTHING_SPOKEN_OF


def which_of(named: Sequence[Named]) -> str:
    """The question where several tasks fit."""
    lines = [f"{number}. {one.title}" for number, one in enumerate(named[:_LONGEST_LIST], 1)]
    return "\n".join(["Which one do you mean?", *lines])


def no_such_number(count: int) -> str:
    """The answer to a number that the last list does not have."""
    if not count:
        return "I have shown no list yet. Ask for one first, such as “what is due today?”."
    return f"The last list has {count} task{'' if count == 1 else 's'}. Say a number up to {count}."


def nothing_to_change() -> str:
    """The answer where no task fits."""
    return "No task fits that, so I changed nothing."


def no_such(kind: str, name: str) -> str:
    """The answer where there is no project or label of that name."""
    return f"You have no {kind} called “{name}”, so I changed nothing."


def there_already(kind: str, name: str) -> str:
    """The answer where a new project or label has a name that is in use."""
    return f"You have a {kind} called “{name}” already: that name is in use, so I changed nothing."


def on_the_list(texts: Sequence[str]) -> str:
    """The answer where something to add is there already."""
    return "On your list already: " + ", ".join(f"“{text}”" for text in texts) + "."


def _maybe_a_task(text: str) -> str:
    """A short statement may be meant as a task; it is not added unasked."""
    line = " ".join(text.split())
    is_short = 1 < len(line.split()) <= 8 and not line.endswith("?")
    return f" If it is a task, say “add {line.rstrip('.!')}”." if is_short else ""
