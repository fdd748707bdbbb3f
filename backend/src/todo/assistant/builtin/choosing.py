"""Which tasks a step is about, as the tools take them."""

import re
from collections.abc import Generator, Sequence
from typing import Any

from todo.assistant.builtin.calls import Call, Outcome
from todo.assistant.builtin.searching import search
from todo.assistant.memory import Named
from todo.assistant.talk import Talk
from todo.assistant.wording import plain
from todo.language import (
    ByNumber,
    ByWords,
    Except,
    FindTasks,
    Matching,
    Mentioned,
    ReopenTasks,
    match_title,
    sure_match,
)
from todo.language.conversation import Restore
from todo.language.conversation.replies import places
from todo.mcp.schemas import ToolOutput

MOST, MOST_READ = 100, 200
# Not among the open tasks.
_ELSEWHERE = (ReopenTasks, Restore)
_JOINT = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|n|'n'?|und|y|e)\s+", re.IGNORECASE)
Chosen = dict[str, Any]
Found = Sequence[Named] | Outcome


def choose(talk: Talk, request: Any, chosen: Sequence[Named] | None) -> Generator[Call, ToolOutput, Chosen | Outcome]:
    """The arguments that name the tasks of a request, or why nobody can name them."""
    if chosen:
        return _ids(chosen)
    match request.target:
        case ByNumber(numbers=numbers):
            return _as_chosen(_numbered(talk, numbers))
        case Mentioned(other=True):
            return _as_chosen(_other(talk))
        case Mentioned(several=several):
            return _as_chosen(_mentioned(talk, several=several))
        case Matching(query=query):
            return _as_chosen((yield from _matching(talk, request, query)))
        case Except() as target:
            return (yield from _all_but(talk, request, target))
        case ByWords(words=words, day=None) if _JOINT.search(words) and not isinstance(request, _ELSEWHERE):
            return (yield from _each(words))
        case ByWords(words=words, day=None):
            return {"words": words}
        case ByWords(words=words, day=day):
            return (yield from _on_day(talk, words, day))
    return Outcome(plain.which_tasks(request, talk.words), ok=False)


def _ids(named: Sequence[Named]) -> Chosen:
    return {"ids": [str(one.id) for one in named]}


def _as_chosen(found: Found) -> Chosen | Outcome:
    return found if isinstance(found, Outcome) else _ids(found)


def _all_but(talk: Talk, request: Any, target: Except) -> Generator[Call, ToolOutput, Chosen | Outcome]:
    """Several tasks without some; nothing is done when nobody can say which are to be left out."""
    match target.base:
        case Matching(query=query):
            found = yield from _matching(talk, request, query)
        case ByNumber(numbers=numbers):
            found = _numbered(talk, numbers)
        case Mentioned():
            found = _mentioned(talk, several=True)
    if isinstance(found, Outcome):
        return found
    without = _left_out(talk, target.without, found)
    if not without:
        return Outcome(talk.words.NOTHING_TO_LEAVE_OUT, ok=False)
    kept = [one for one in found if one not in without]
    return _ids(kept) if kept else Outcome(talk.words.NOTHING_FITS, ok=False)


def _left_out(talk: Talk, target: ByWords | ByNumber | Mentioned, found: Sequence[Named]) -> list[Named]:
    """All that the words fit; empty when any part of them fits nothing."""
    match target:
        case ByNumber(numbers=numbers):
            return [found[place] for place in places(numbers, len(found)) or ()]
        case Mentioned():
            return [one for one in found if one in talk.memory.spoken_of]
    titles = [one.title for one in found]
    matches = [match_title(part, titles) for part in _JOINT.split(target.words)]
    return [found[match.index] for part in matches for match in part] if all(matches) else []


def _numbered(talk: Talk, numbers: Sequence[int]) -> Found:
    # "The second" after two orders of one sentence, where no list was shown.
    shown = talk.memory.shown or talk.memory.changed
    found = places(numbers, len(shown))
    if found is None:
        return Outcome(plain.no_such_number(len(shown), talk.words), ok=False)
    return [shown[place] for place in found]


def _mentioned(talk: Talk, *, several: bool) -> Found:
    """ "It" is one task: where several were spoken of, the person must say which."""
    named = talk.memory.spoken_of
    if not named:
        return Outcome(talk.words.NOTHING_SPOKEN_OF, ok=False)
    if len(named) > 1 and not several:
        return Outcome(plain.which_of(named, talk.words), candidates=tuple(named))
    return named


def _other(talk: Talk) -> Found:
    """ "The other one": of two that were shown, the one that was not spoken of since."""
    spoken = {one.id for one in talk.memory.spoken_of}
    left = [one for one in talk.memory.shown if one.id not in spoken]
    if len(left) == 1 and len(talk.memory.shown) > 1:
        return left
    return Outcome(talk.words.NOTHING_SPOKEN_OF, ok=False)


def sure_one(talk: Talk, words: str) -> Generator[Call, ToolOutput, list[Named]]:
    """The one open task that the words surely mean; none where that is not sure."""
    found = yield Call("find_tasks", {"limit": MOST_READ})
    sure = sure_match(match_title(words, [task.title for task in found.tasks]))
    return [Named.of(found.tasks[sure.index])] if sure else []


def _matching(talk: Talk, request: Any, query: FindTasks) -> Generator[Call, ToolOutput, Found]:
    arguments = search(talk, query) | {"limit": MOST + 1}
    if isinstance(request, ReopenTasks):
        arguments["done"] = True
    if isinstance(request, Restore):
        arguments = {"view": "trash", "limit": MOST + 1}
    found = yield Call("find_tasks", arguments)
    if not found.ok:
        return Outcome(found.detail or found.title, ok=False)
    if not found.tasks:
        return Outcome(talk.words.NOTHING_FITS, ok=False)
    if len(found.tasks) > MOST:
        return Outcome(talk.words.TOO_MANY, ok=False)
    return [Named.of(task) for task in found.tasks]


def _each(words: str) -> Generator[Call, ToolOutput, Chosen]:
    """Titles joined by "and", unless they are words of one title: only if each part surely is a task."""
    found = yield Call("find_tasks", {"limit": MOST_READ})
    titles = [task.title for task in found.tasks]
    if match_title(words, titles):
        return {"words": words}
    sure = [sure_match(match_title(part, titles)) for part in _JOINT.split(words)]
    if not all(sure):
        return {"words": words}
    return {"ids": [str(found.tasks[one.index].id) for one in sure if one is not None]}


def _on_day(talk: Talk, words: str, day: Any) -> Generator[Call, ToolOutput, Chosen | Outcome]:
    """The task of that day with the words; the words alone when that day has none."""
    found = yield Call("find_tasks", {"text": words, "due_from": day.isoformat(), "due_until": day.isoformat()})
    if found.ok and len(found.tasks) == 1:
        return {"ids": [str(found.tasks[0].id)]}
    if found.ok and found.tasks:
        named = [Named.of(task) for task in found.tasks]
        return Outcome(plain.which_of(named, talk.words), candidates=tuple(named))
    return {"words": words}
