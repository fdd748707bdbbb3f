"""Commands: what a sentence of the chat asks for. Precise rather than greedy: what is not sure is `Unknown`."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from todo.language.clock import Clock
from todo.language.commands.adding import read_add
from todo.language.commands.changing import read_change
from todo.language.commands.completing import read_complete
from todo.language.commands.context import Context
from todo.language.commands.deleting import read_delete
from todo.language.commands.finding import read_find
from todo.language.commands.hints import read_hint
from todo.language.commands.intents import Command, OutOfScope, Unknown
from todo.language.commands.sentences import Sentence, unwrap
from todo.language.commands.several import read_several
from todo.language.commands.small_talk import read_small_talk, read_undo_or_help
from todo.language.symbols import ProjectName
from todo.language.text import has_words

_NEGATION = re.compile(r"(?:don'?t|do not|never|not|please don'?t)\s+(?!(?:let\s+me\s+)?forget\b)", re.IGNORECASE)
# Words without which a sentence is not about tasks.
_ABOUT_TASKS = re.compile(
    r"\b(?:tasks?|to-?\s?dos?|lists?|remind\w*|due|overdue|deadlines?|calendar|agenda|schedule\w*|projects?|complet\w*|finish\w*"
    r"|done|undo|undone|redo|add\w*|mark|delete|remove|reopen|postpone|rename|move|ones?|priorit\w*|don'?t|never|not|it|that|them)\b",
    re.IGNORECASE,
)
# Verbs that never ask: a sentence that begins with one is no question, whatever its other words are.
_ADDS = re.compile(r"(?:add|put|write|set|create|make|schedule|throw|place|include|remind|don'?t|jot)\b", re.IGNORECASE)
# "Is milk on my list? If not, add it" is a question only in its first half.
_IF_NOT = re.compile(r"\bif (?:not|it is ?n.t|it'?s not|they are ?n.t)\b", re.IGNORECASE)
# Characters of an order or a question. What is longer can only be tasks to add, such as a pasted list.
_LONGEST = 400

_Reader = Callable[[Sentence, Context], Command | None]


def parse_command(
    text: str,
    *,
    now: datetime,
    time_zone: str,
    projects: Sequence[ProjectName] = (),
    language_code: str = "en",
    day_first: bool | None = None,
    week_start: int = 0,
) -> Command:
    """What `text` asks for. `now` is aware; days count from it in `time_zone`. No text raises.

    Sentences are English. The dates in them may be in the language of `language_code` too; `day_first` is whether 3/4
    is 3 April (None: as usual in that language), `week_start` the first day of the person's weeks (0 is Monday).

    What is not surely understood is `Unknown` where it may be about tasks, `OutOfScope` where nothing says so.
    """
    return read_command(text, Context(Clock.at(now, time_zone, week_start), projects, language_code, day_first))


def read_command(text: str, context: Context) -> Command:
    """What `text` asks for in a context; see `parse_command`."""
    if small_talk := read_small_talk(text):
        return small_talk
    sentence = unwrap(text)
    if not has_words(sentence.text) or _NEGATION.match(sentence.text):
        return Unknown(text)
    return _read(sentence, context) or _not_understood(text)


def _read(sentence: Sentence, context: Context) -> Command | None:
    if len(sentence.text) > _LONGEST:
        return read_add(sentence, context)
    if asked := read_undo_or_help(sentence.line):
        return asked
    several = read_several(sentence, lambda clause: _read_one(clause, context))
    return several or _read_one(sentence, context) or read_hint(sentence, context)


def _read_one(sentence: Sentence, context: Context) -> Command | None:
    adds_first = _ADDS.match(sentence.text) or _IF_NOT.search(sentence.text)
    last: tuple[_Reader, ...] = (read_add, read_find) if adds_first else (read_find, read_add)
    for read in (read_complete, read_change, read_delete, *last):
        if found := read(sentence, context):
            return found
    return None


def _not_understood(text: str) -> Unknown | OutOfScope:
    return Unknown(text) if _ABOUT_TASKS.search(text[:_LONGEST]) or not has_words(text) else OutOfScope(text)
