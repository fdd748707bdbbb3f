"""What a tool did as a person reads it: the head of its card, and the words for a call that they have approved.

The tools tell it in English, for programs and models; here the same is said from what they did.
"""

from typing import Any, cast

from todo.assistant.wording.voice import Voice
from todo.assistant.wording.words import Deed, Kind, Ordering, Words
from todo.mcp.reasons import (
    Gone,
    NoDate,
    NoSuchName,
    NoSuchTask,
    NothingMatches,
    Other,
    SeveralNamed,
    SeveralTasks,
    Why,
)
from todo.mcp.schemas import Organized, ToolOutput

MOST_NAMES = 30  # of those that there are
_DEEDS: dict[str, Deed] = {
    "add_tasks": "add",
    "complete_tasks": "complete",
    "delete_tasks": "delete",
    "reschedule_tasks": "reschedule",
    "update_tasks": "change",
}


def deed_of(name: str, arguments: dict[str, Any]) -> Deed | None:
    """What a call does to tasks; None when it does nothing to any."""
    if name == "complete_tasks" and arguments.get("reopen"):
        return "reopen"
    if name == "delete_tasks" and arguments.get("restore"):
        return "restore"
    return _DEEDS.get(name)


def of_tool(name: str, arguments: dict[str, Any], output: ToolOutput, voice: Voice) -> str:
    """What was done after an approval."""
    if not output.ok:
        return output.detail or output.title
    deed = deed_of(name, arguments)
    return voice.listed(voice.words.LEADS[deed], output.tasks) if deed and output.tasks else f"{output.title}."


def told(name: str, arguments: dict[str, Any], output: ToolOutput, why: Why | None, voice: Voice) -> ToolOutput:
    """What a tool gave, its title and detail in the person's words."""
    if not output.ok:
        said = refused(why or Other("", output.detail or output.title), voice.words)
        return output.model_copy(update={"title": _refusal(name, why, voice.words), "detail": said})
    title, detail = _title(name, arguments, output, voice), _detail(name, output, voice)
    return output.model_copy(update={"title": title, "detail": detail})


def refused(why: Why, words: Words) -> str:
    """Why nothing was done, and what to do; it ends in a colon where tasks to choose from follow."""
    match why:
        case NoSuchTask(said, pool, near):
            return words.none_has(said, pool) + (f" {words.THIS_ONE}" if near else "")
        case SeveralTasks():
            return words.SEVERAL_FIT
        case NothingMatches():
            return words.NOTHING_FITS
        case Gone():
            return words.GONE
        case NoSuchName(noun, name, known):
            return words.no_such(noun, name) + (f" {words.there_are(known[:MOST_NAMES])}" if known else "")
        case SeveralNamed(noun, name):
            return words.several_named(noun, name)
        case NoDate(said):
            return words.no_date(said)
        case Other(slug, detail):
            return words.trouble(slug, detail)


def _refusal(name: str, why: Why | None, words: Words) -> str:
    match why:
        case NoSuchTask() | NothingMatches() | Gone():
            return words.NO_SUCH_TASK
        case SeveralTasks():
            return words.SEVERAL_TASKS
    return words.NOTHING_UNDONE if name == "undo" and why else words.FAILED


def _title(name: str, arguments: dict[str, Any], output: ToolOutput, voice: Voice) -> str:
    words, more = voice.words, output.more
    if deed := deed_of(name, arguments):
        return words.did(deed, len(output.tasks), would=bool(arguments.get("dry_run")))
    match name:
        case "find_tasks":
            return words.counted(len(output.tasks))
        case "undo":
            return words.PAST["redo" if arguments.get("redo") else "undo"]
        case "organize":
            return _organized(arguments, output, voice)
        case "overview" if more and more.overview:
            return words.standing(more.overview.overdue, more.overview.today).rstrip(".")
        case "activity" if more:
            return words.changes(len(more.activity or []))
    return output.title


def _organized(arguments: dict[str, Any], output: ToolOutput, voice: Voice) -> str:
    kind, action = cast(Kind, arguments.get("kind")), arguments.get("action")
    found: list[Organized] = (getattr(output.more, f"{kind}s", None) or []) if output.more else []
    if action == "list":
        return voice.words.things(kind, len(found))
    if not found:
        return output.title
    return voice.words.organized(cast(Ordering, action), kind, found[0].name, would=bool(arguments.get("dry_run")))


def _detail(name: str, output: ToolOutput, voice: Voice) -> str | None:
    """What else a tool says: titles of what was undone stay, the rest is said anew."""
    if output.detail is None or name == "undo":
        return output.detail
    return voice.words.MORE_THAN_SHOWN if name == "find_tasks" else voice.words.ALREADY_SO
