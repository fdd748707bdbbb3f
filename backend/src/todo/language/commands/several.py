"""Sentences that ask for several changes: "take bread off my list and add milk"."""

import re
from collections.abc import Callable

from todo.language.commands.intents import AddTasks, Change, CompleteTasks, Mentioned, Several
from todo.language.commands.sentences import Mood, Sentence

# A clause begins where a word joins it to a verb that orders a change. Titles hold "and" too: "add wash and iron".
_JOINT = re.compile(
    r"\s*(?:[,;.]\s*|\s)(?:and|then|but|so|also|plus|while\s+you'?re\s+at\s+it)\b[\s,]*"
    r"(?:(?:and|then|also|please|while\s+you'?re\s+at\s+it|can\s+you|could\s+you)[\s,]+)*"
    r"(?=(?:add|put|remove|delete|erase|cross|tick|check\s+off|mark|clear|undo|take\s+\S.*\s(?:off|from|out\s+of))\s)",
    re.IGNORECASE,
)
_MOST_CLAUSES = 5


def read_several(sentence: Sentence, read: Callable[[Sentence], object]) -> Several | Change | None:
    """The changes of a sentence whose clauses each ask for one; None when any of them does not."""
    clauses = _JOINT.split(sentence.text, maxsplit=_MOST_CLAUSES)
    if len(clauses) < 2:
        return None
    changes: list[Change] = []
    for clause in clauses:
        found = read(Sentence(clause.strip(" ,"), Mood.REQUEST if changes else sentence.mood, False, sentence.polite))
        if not isinstance(found, Change) or (isinstance(found, AddTasks) and not found.texts):
            return None
        _join(changes, found)
    return changes[0] if len(changes) == 1 else Several(tuple(changes))


def _join(changes: list[Change], found: Change) -> None:
    """Add a change; one that goes on with the one before ("and add eggs", "so cross it off") becomes part of it."""
    last = changes[-1] if changes else None
    if isinstance(last, AddTasks) and isinstance(found, AddTasks) and last.unless_present == found.unless_present:
        changes[-1] = AddTasks((*last.texts, *found.texts), found.unless_present)
    elif not (
        isinstance(found, CompleteTasks) and isinstance(last, CompleteTasks) and isinstance(found.target, Mentioned)
    ):
        changes.append(found)
