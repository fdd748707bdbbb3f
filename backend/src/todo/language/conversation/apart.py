"""Two things in one breath: "call the bank and book the hotel" are two tasks, "buy bread and butter" is one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from todo.language.commands.context import Context
from todo.language.commands.intents import AddTasks
from todo.language.conversation.requests import Request
from todo.language.symbols import read_project
from todo.language.text import fold
from todo.language.vocabulary import word_set

_PARTS = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)
# Verbs that begin a task of their own. Not those that go on with what came before: "go, get, take, ask, tell, bring".
_VERBS = word_set(
    "book buy call cancel change charge check clean collect cook email feed file finish fix install iron mail",
    "message mow order pack paint pay phone pick plan plant post prepare print read rent renew repair reply reserve",
    "return review ring sell send sew sign sort study submit text update vacuum wash water wipe write",
)
# What points back makes the part one with the one before.
_BACK = re.compile(r"\b(?:it|them|that|this|these|those|him|her|there|then|both|together|one|ones|if|so)\b")
_NO_OBJECT = word_set("about after at back by for from in into on to until up with")
_PARTICLE = re.compile(r"pick\s+up\s+")
# "And to book a test", "and on friday to pay": the words before were said once.
_TO = re.compile(r"to\s+(?=\w)", re.IGNORECASE)
_WHEN_TO = re.compile(
    r"(?P<when>(?:on|next|this|tomorrow|today|tonight)\b.{0,30}?)\s+to\s+(?P<what>\S.*)", re.IGNORECASE
)
_WHOLE = re.compile(r"//|[\"“”`;\n]")
_LONGEST = 200
# Said once at the end, these hold for each of the things.
_WHEN: set[str] = {"date", "time", "recurrence"}
_SHARED = {*_WHEN, "label", "priority"}


def split_apart(request: Request, context: Context) -> Request:
    """The request with a task for each thing to do, where each part surely is one; others as they are."""
    if not isinstance(request, AddTasks) or len(request.texts) != 1:
        return request
    [text] = request.texts
    parts = _PARTS.split(text) if len(text) <= _LONGEST and not _WHOLE.search(text) else []
    parts = [*parts[:1], *(_alone(part, context) for part in parts[1:])]
    if (
        len(parts) < 2
        or not all(_is_task(part) for part in parts)
        or any(_BACK.search(fold(part)) for part in parts[1:])
    ):
        return request
    return replace(request, texts=tuple(_sharing(parts, context)))


def _alone(part: str, context: Context) -> str:
    """A later part as it would be said first."""
    match = _WHEN_TO.fullmatch(part)
    if match and context.due(match["when"]):
        return f"{match['what']} {match['when']}"
    return _TO.sub("", part, count=1) if _TO.match(part) else part


def _is_task(part: str) -> bool:
    words = _PARTICLE.sub("pick ", fold(part)).split()
    return len(words) > 1 and words[0] in _VERBS and words[1] not in _NO_OBJECT


def _sharing(parts: list[str], context: Context) -> list[str]:
    """The parts, each with what only the last of them says."""
    shared = _said(parts[-1], context)
    return [*(" ".join([part, *_lacking(part, shared, context)]) for part in parts[:-1]), parts[-1]]


def _said(part: str, context: Context) -> list[tuple[str, str]]:
    """What a part says of its task: kinds and words."""
    spans = [(span.kind, span.start, span.end) for span in context.read_quick_add(part).spans if span.kind in _SHARED]
    project = read_project(part, context.projects)
    spans += [("project", project.start, project.end)] if project else []
    return [(kind, part[start:end]) for kind, start, end in spans]


def _lacking(part: str, shared: Sequence[tuple[str, str]], context: Context) -> list[str]:
    """What is shared and the part does not say for itself. What says when is taken whole or not at all."""
    told = {kind for kind, _ in _said(part, context)}
    own = told | _WHEN if told & _WHEN else told
    return [said for kind, said in shared if kind not in own]
