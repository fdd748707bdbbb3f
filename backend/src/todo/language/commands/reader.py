"""Commands: what a sentence of the chat asks for. Precise rather than greedy: what is not sure is `Unknown`."""

import re
from collections.abc import Sequence
from datetime import datetime

from todo.language.clock import Clock
from todo.language.commands.adding import read_add
from todo.language.commands.completing import read_complete
from todo.language.commands.finding import read_find
from todo.language.commands.intents import Command, Greeting, Help, Undo, Unknown
from todo.language.commands.sentences import Sentence, unwrap
from todo.language.symbols import ProjectName
from todo.language.text import has_words

_CHANGE = r"(?:that|it|this|(?:the|my|your) last (?:change|action|one|thing|command|step)|what you (?:just )?did)"
_UNDO = re.compile(
    rf"(?:undo|revert|reverse|roll back)(?: {_CHANGE})?|(?:take|put) {_CHANGE} back|undo please", re.IGNORECASE
)
_HELP = re.compile(
    r"(?:help|commands|help me|what can (?:you|i) (?:do|say|ask)(?: here| for me)?|what do you do|how does this work"
    r"|how do (?:i use (?:this|you)|you work)|what are you able to do|show (?:me )?(?:the )?(?:help|commands))",
    re.IGNORECASE,
)
_HELLO = re.compile(
    r"(?:hi|hiya|hey|hello|yo|howdy|good (?:morning|afternoon|evening|day))(?: there| again| assistant)?", re.I
)
_THANKS = re.compile(r"(?:many |great,? )?(?:thanks|thank you|thx|cheers)(?: (?:a lot|so much|very much|you))?", re.I)
_GOODBYE = re.compile(r"(?:good ?bye|bye(?: bye)?|see you(?: later)?|good night)", re.I)
_NEGATION = re.compile(r"(?:don'?t|do not|never|not|please don'?t)\s+(?!(?:let\s+me\s+)?forget\b)", re.IGNORECASE)


def parse_command(text: str, *, now: datetime, time_zone: str, projects: Sequence[ProjectName] = ()) -> Command:
    """What `text` asks for. `now` is aware; days count from it in `time_zone`. No text raises."""
    small_talk = _read_small_talk(text)
    if small_talk:
        return small_talk
    sentence = unwrap(text)
    if not has_words(sentence.text) or _NEGATION.match(sentence.text):
        return Unknown(text)
    return _read(sentence, Clock.at(now, time_zone), projects) or Unknown(text)


def _read(sentence: Sentence, clock: Clock, projects: Sequence[ProjectName]) -> Command | None:
    line = sentence.line.rstrip(" !")
    if _UNDO.fullmatch(line):
        return Undo()
    if _HELP.fullmatch(line):
        return Help()
    return read_complete(sentence) or read_find(sentence, clock, projects) or read_add(sentence, clock, projects)


def _read_small_talk(text: str) -> Greeting | Help | None:
    line = " ".join(text.split()).strip(" .,!")
    if line and not line.strip("?"):
        return Help()
    if _HELLO.fullmatch(line):
        return Greeting("hello")
    if _THANKS.fullmatch(line):
        return Greeting("thanks")
    return Greeting("goodbye") if _GOODBYE.fullmatch(line) else None
