"""Which tasks a step is about, as the tools take them."""

from collections.abc import Generator, Sequence
from typing import Any

from todo.assistant.builtin.calls import Call, Outcome
from todo.assistant.builtin.searching import search
from todo.assistant.memory import Named
from todo.assistant.talk import Talk
from todo.assistant.wording import plain
from todo.language import ByNumber, ByWords, FindTasks, Matching, Mentioned, ReopenTasks
from todo.language.conversation import Restore
from todo.language.conversation.replies import places
from todo.mcp.schemas import ToolOutput

MOST = 100
Chosen = dict[str, Any]


def choose(talk: Talk, request: Any, chosen: Sequence[Named] | None) -> Generator[Call, ToolOutput, Chosen | Outcome]:
    """The arguments that name the tasks of a request, or why nobody can name them."""
    if chosen:
        return _ids(chosen)
    match request.target:
        case ByNumber(numbers=numbers):
            return _numbered(talk.memory.shown, numbers)
        case Mentioned(several=several):
            return _mentioned(talk, several=several)
        case Matching(query=query):
            return (yield from _matching(talk, request, query))
        case ByWords(words=words, day=None):
            return {"words": words}
        case ByWords(words=words, day=day):
            return (yield from _on_day(words, day))
    return Outcome(plain.which_tasks(request), ok=False)


def _ids(named: Sequence[Named]) -> Chosen:
    return {"ids": [str(one.id) for one in named]}


def _numbered(shown: Sequence[Named], numbers: Sequence[int]) -> Chosen | Outcome:
    found = places(numbers, len(shown))
    if found is None:
        return Outcome(plain.no_such_number(len(shown)), ok=False)
    return _ids([shown[place] for place in found])


def _mentioned(talk: Talk, *, several: bool) -> Chosen | Outcome:
    """ "It" is one task: where several were spoken of, the person must say which."""
    named = talk.memory.spoken_of
    if not named:
        return Outcome(plain.NOTHING_SPOKEN_OF, ok=False)
    if len(named) > 1 and not several:
        return Outcome(plain.which_of(named), candidates=tuple(named))
    return _ids(named)


def _matching(talk: Talk, request: Any, query: FindTasks) -> Generator[Call, ToolOutput, Chosen | Outcome]:
    arguments = search(talk, query) | {"limit": MOST + 1}
    if isinstance(request, ReopenTasks):
        arguments["done"] = True
    if isinstance(request, Restore):
        arguments = {"view": "trash", "limit": MOST + 1}
    found = yield Call("find_tasks", arguments)
    if not found.ok:
        return Outcome(found.detail or found.title, ok=False)
    if not found.tasks:
        return Outcome(plain.nothing_to_change(), ok=False)
    if len(found.tasks) > MOST:
        return Outcome(plain.TOO_MANY, ok=False)
    return {"ids": [str(task.id) for task in found.tasks]}


def _on_day(words: str, day: Any) -> Generator[Call, ToolOutput, Chosen | Outcome]:
    """The task of that day with the words; the words alone when that day has none."""
    found = yield Call("find_tasks", {"text": words, "due_from": day.isoformat(), "due_until": day.isoformat()})
    if found.ok and len(found.tasks) == 1:
        return {"ids": [str(found.tasks[0].id)]}
    if found.ok and found.tasks:
        named = [Named(id=task.id, title=task.title) for task in found.tasks]
        return Outcome(plain.which_of(named), candidates=tuple(named))
    return {"words": words}
