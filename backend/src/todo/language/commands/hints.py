"""What a sentence that no rule reads whole asks for: only the kind of request, so that the assistant can ask back.

The sentence must name the person's own list or ask to be reminded. Of the words that ask, add, delete, complete or
move, the first one decides.
"""

import re
from collections.abc import Callable

from todo.language.commands.context import Context
from todo.language.commands.filters import take_apart
from todo.language.commands.finding import LISTED
from todo.language.commands.intents import (
    AddTasks,
    Changes,
    Command,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    UpdateTasks,
)
from todo.language.commands.sentences import Sentence, may_name_list
from todo.language.text import fold

_KINDS = {
    "ask": (
        r"what|which|whats|read|tell me|show|see|know|hear|list out|go (?:over|thr?ough|though)|walk (?:me )?through"
        r"|run (?:me )?through|confirm|review|check|describe|recite|repeat|how many|need (?=my|our|the)|give me|details"
    ),
    "delete": (
        r"delete|remove|erase|clear|cancel|take (?:\S+ ){1,8}?(?:off|of|from|out)|get rid of|nuke|wipe|empty|blank"
        r"|scratch|strike|purge|scrap|drop|dump|no longer (?:need|want)|destroy|trash|discard|shorten"
        r"|throw (?:out|away)|gone|start over"
    ),
    "complete": (
        r"complete|completed|finished|check off|cross off|tick off|mark (?:\S+ ){1,6}?(?:done|complete|finished)"
    ),
    "move": (
        r"move|reschedule|postpone|change|switch|edit|update|correct|modify|push|shift|rename|replace|adjust"
        r"|swap|fix"
    ),
    "add": (
        r"add|put|write|set(?: up)?|create|make (?:a|an|me)|throw|include|enter|insert|remind me|schedule|place|note"
        r"|jot"
        r"|need (?!my|our|the)|record|get|book|pencil|mark|forget"
    ),
}
_WORDS = re.compile(r"\b(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()) + r")\b")
_REMIND = re.compile(r"\bremind me\b(?! of\b)|\breminders?\b|\bmy (?:\w+ )?(?:appointment|event|meeting)s?\b")
# A thought about the list is no request, and somebody else's list is none of ours.
_CHANGE = r"(?:add|put|delete|remove|clear|remind|take|complete|move|change)"
_NO_REQUEST = re.compile(
    r"\b(?:think|thought|wonder(?:ing)?|guess|why|should(?:n't)? i|(?:he|she|they|who)(?:'s)?)\b"
    rf"|\b(?:don't|do not|never|not|didn't|did not) (?:ever )?{_CHANGE}\b"
)
_COMMANDS: dict[str, Callable[[], Command]] = {
    "delete": lambda: DeleteTasks(None),
    "complete": lambda: CompleteTasks(None),
    "move": lambda: UpdateTasks(None, Changes()),
    "add": lambda: AddTasks(),
}


def read_hint(sentence: Sentence, context: Context) -> Command | None:
    """The kind of request that the words point to, without saying which tasks; for a question, its restrictions."""
    line = sentence.line
    folded = fold(line)
    names_list = may_name_list(folded) and LISTED.search(folded)
    if not (names_list or _REMIND.search(folded)) or _NO_REQUEST.search(folded):
        return None
    match = _WORDS.search(LISTED.sub(" my tasks ", folded))
    if not match or not match.lastgroup:
        return None
    return _question(folded, context) if match.lastgroup == "ask" else _COMMANDS[match.lastgroup]()


def _question(folded: str, context: Context) -> FindTasks:
    return take_apart(folded, context).query(context)
