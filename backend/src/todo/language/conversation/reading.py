"""From what is said to the steps that it asks for, in their order."""

import re
from collections.abc import Sequence
from datetime import datetime

from todo.language.clock import Clock
from todo.language.commands.context import Context
from todo.language.commands.intents import (
    AddTasks,
    Changes,
    Command,
    DeleteTasks,
    OutOfScope,
    Several,
    Unknown,
    UpdateTasks,
)
from todo.language.commands.reader import parse_command
from todo.language.commands.sentences import unwrap
from todo.language.commands.targets import read_target
from todo.language.conversation.corrections import read_correction
from todo.language.conversation.organizing import read_organize
from todo.language.conversation.requests import Request
from todo.language.conversation.shopping import split_shopping
from todo.language.conversation.showing import read_other_day, read_showing
from todo.language.symbols import ProjectName

# Between steps. What stands between quotes is never parted.
_JOINT = re.compile(
    r"\s*(?:[,;.]\s*(?:and\s+)?then|[,;.]?\s+and\s+then|[,;.]?\s+then|;|[,.]?\s+and\s+(?:also\s+)?(?=(?:show|list|tell|mark"
    r"|complete|finish|delete|remove|move|reschedule|postpone|rename|undo|add|create|what|make|set|tag|push|put|reopen)\b)|(?<=\w)[.!]\s+(?=\S))\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”`]")
_MOST_STEPS, _LONGEST = 8, 400
_RECURRING = re.compile(
    r"(?:(?:set|make|have|let|schedule|repeat|change)\s+(?P<what>.+?)\s+(?:to\s+)?(?:be\s+|repeat\s+|recur(?:ring)?\s+"
    r"|happen\s+|go\s+)?(?P<rule>(?:every|each|daily|weekly|monthly|yearly|once\s+a)\b.*))",
    re.IGNORECASE,
)
_REPEATING_TAIL = re.compile(r"\s+(?:recur(?:ring)?|repeat(?:ing)?|happen(?:ing)?|due|again)\Z", re.IGNORECASE)


def read_plan(said: str, *, now: datetime, time_zone: str, projects: Sequence[ProjectName] = ()) -> tuple[Request, ...]:
    """The steps that a text asks for, at least one. What is not surely several steps is one."""
    if len(said) <= _LONGEST and "\n" not in said.strip() and not _QUOTED.search(said):
        steps = _steps(said, now, time_zone, projects)
        if steps:
            return steps
    whole = _read(said, now, time_zone, projects)
    if isinstance(whole, Several):
        return tuple(split_shopping(change, projects) for change in whole.changes)
    return (split_shopping(whole, projects),)


def _steps(said: str, now: datetime, time_zone: str, projects: Sequence[ProjectName]) -> tuple[Request, ...]:
    """The steps when every part surely is one; otherwise none, as titles hold "and" and "then" too."""
    parts = [part for part in _JOINT.split(said.strip(" .!")) if part and part.strip()]
    if not 2 <= len(parts) <= _MOST_STEPS:
        return ()
    read = [_read(part, now, time_zone, projects) for part in parts]
    if any(isinstance(step, Unknown | OutOfScope) or _says_nothing(step) for step in read):
        return ()
    flat: list[Request] = []
    for step in read:
        flat += step.changes if isinstance(step, Several) else [step]
    return tuple(split_shopping(step, projects) for step in flat)


def _says_nothing(step: Request) -> bool:
    """Whether the part only hints at a request, which alone is no step."""
    if isinstance(step, AddTasks):
        return not step.texts
    return isinstance(step, UpdateTasks | DeleteTasks) and step.target is None


def _read(said: str, now: datetime, time_zone: str, projects: Sequence[ProjectName]) -> Request:
    context = Context(Clock.at(now, time_zone), projects)
    sentence = unwrap(said)
    line = sentence.line.strip(" .!?")
    if found := read_organize(line, context) or read_showing(line, context) or read_other_day(said, context):
        return found
    command = parse_command(said, now=now, time_zone=time_zone, projects=projects)
    if isinstance(command, Unknown | OutOfScope):
        return _recurring(line, context) or read_correction(said, context) or command
    return command


def _recurring(line: str, context: Context) -> Command | None:
    """ "Set pay rent to every monday": a rule, which alone is no date."""
    match = _RECURRING.fullmatch(line)
    if not match:
        return None
    target = read_target(_REPEATING_TAIL.sub("", match["what"]), context)
    if target is None:
        return None
    return UpdateTasks(target, Changes(when=match["rule"]))
