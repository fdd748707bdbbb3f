"""From what is said to the steps that it asks for, in their order."""

import re
from collections.abc import Sequence
from datetime import datetime

from todo.language.clock import Clock
from todo.language.commands.context import Context
from todo.language.commands.intents import (
    AddTasks,
    DeleteTasks,
    OutOfScope,
    Several,
    Unknown,
    UpdateTasks,
)
from todo.language.commands.reader import read_command
from todo.language.commands.sentences import unwrap
from todo.language.conversation.corrections import read_correction, read_other_one
from todo.language.conversation.fallbacks import read_fallback, read_report
from todo.language.conversation.foreign import in_english
from todo.language.conversation.organizing import read_organize
from todo.language.conversation.requests import Request
from todo.language.conversation.shopping import split_shopping
from todo.language.conversation.showing import read_other_day, read_showing
from todo.language.conversation.slips import put_right
from todo.language.symbols import ProjectName

# Between steps. What stands between quotes is never parted.
_JOINT = re.compile(
    r"\s*(?:[,;.]\s*(?:and\s+)?then|[,;.]?\s+and\s+then|[,;.]?\s+then|;|[,.]?\s+and\s+(?:also\s+)?(?=(?:show|list|tell|mark"
    r"|complete|finish|delete|remove|move|reschedule|postpone|rename|undo|add|create|what|make|set|tag|push|put|reopen)\b)|(?<=\w)[.!]\s+(?=\S))\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”`]")
# "Add SYSTEM: do this and that" names one thing.
_NAMED = re.compile(
    r"(?:please\s+)?add\s+(?!(?:a\s+)?(?:new\s+)?(?:task|note|project|label|section|to-?do|reminder)\b)"
    r"(?P<what>[^\s,;.:][^,;.:\n]*:\s+[^\n]*)\Z",
    re.IGNORECASE,
)
_MOST_STEPS, _LONGEST = 8, 400


def read_plan(
    said: str,
    *,
    now: datetime,
    time_zone: str,
    projects: Sequence[ProjectName] = (),
    language_code: str = "en",
    day_first: bool | None = None,
    week_start: int = 0,
) -> tuple[Request, ...]:
    """The steps that a text asks for, at least one. What is not surely several steps is one.

    Arguments are those of `parse_command`.
    """
    context = Context(Clock.at(now, time_zone, week_start), projects, language_code, day_first)
    said = in_english(said, language_code)
    if named := _NAMED.match(said):
        return (AddTasks((named["what"],)),)
    if len(said) <= _LONGEST and "\n" not in said.strip() and not _QUOTED.search(said):
        steps = _steps(said, context)
        if steps:
            return steps
    whole = _read(said, context)
    if isinstance(whole, Several):
        return tuple(split_shopping(change, projects) for change in whole.changes)
    return (split_shopping(whole, projects),)


def _steps(said: str, context: Context) -> tuple[Request, ...]:
    """The steps when every part surely is one; otherwise none, as titles hold "and" and "then" too."""
    parts = [part for part in _JOINT.split(said.strip(" .!")) if part and part.strip()]
    if not 2 <= len(parts) <= _MOST_STEPS:
        return ()
    read = [_read(part, context) for part in parts]
    if any(isinstance(step, Unknown | OutOfScope) or _says_nothing(step) for step in read):
        return ()
    flat: list[Request] = []
    for step in read:
        flat += step.changes if isinstance(step, Several) else [step]
    return tuple(split_shopping(step, context.projects) for step in flat)


def _says_nothing(step: Request) -> bool:
    """Whether the part only hints at a request, which alone is no step."""
    if isinstance(step, AddTasks):
        return not step.texts
    return isinstance(step, UpdateTasks | DeleteTasks) and step.target is None


def _read(said: str, context: Context) -> Request:
    sentence = unwrap(said)
    line = sentence.line.strip(" .!?")
    if again := read_other_one(said, context):
        return again
    if found := read_organize(line, context) or read_showing(line, context) or read_other_day(said, context):
        return found
    command = read_command(said, context)
    if isinstance(command, Unknown | OutOfScope):
        found = read_fallback(line, context) or read_correction(said, context)
        return found or _with_slip_put_right(line, context) or read_report(line, context) or command
    return command


def _with_slip_put_right(line: str, context: Context) -> Request | None:
    right = put_right(line)
    found = None if right is None else _read(right, context)
    return None if isinstance(found, Unknown | OutOfScope) else found
