"""The wrapping around a request: greetings, politeness, "can you", "I need to". What is left is the request itself."""

import re
from dataclasses import dataclass
from enum import Enum

from todo.language.commands.patterns import holds

# What people call their tasks: "my list", "the shopping list", "my list of things to do", "my calendar".
# "The guest list" is none of those.
_KIND = (
    r"(?:to-?\s?do|things\s+to\s+do|tasks?|reminders?|chores?|errands?|shopping|grocery|packing|house|current|new"
    r"|agenda)"
)
_TO_DOS = r"to-?\s?dos?(?!\s+(?:\w+\s+)?(?:lists?|items?|tasks?)\b)"
_BAG = r"(?:shopping|grocery)\s+(?:bag|cart|basket)"
_NOUN = rf"(?:lists?|calendar|agenda|schedule|planner|diary|tasks|{_TO_DOS}|reminders|chores)\b"
_OF_WHAT = (
    r"(?:\s+(?:of|for)\s+(?:things|tasks|groceries|chores|reminders|shopping|items)"
    r"(?:\s+(?:to|i\s+(?:have|need)\s+to)\s+(?:do|buy|get|remember|complete|accomplish))?)?"
)
# One that is the person's for sure: "my list", "the to-do list", "shopping list", not any list.
OWN_LIST = (
    rf"(?:(?:my|our)\s+(?:[\w'-]+\s+){{0,3}}?{_NOUN}|(?:my|our|the|this|that)\s+(?:{_KIND}\s+){{0,2}}?{_NOUN}"
    rf"|(?:{_KIND}\s+){{1,2}}{_NOUN}|(?:(?:my|our|the)\s+)?{_BAG}){_OF_WHAT}"
)
LIST = (
    rf"(?:(?:my|our)\s+(?:[\w'-]+\s+){{0,3}}?{_NOUN}|(?:(?:the|this|that)\s+)?(?:{_KIND}\s+){{0,2}}?{_NOUN}"
    rf"|(?:(?:my|our|the)\s+)?{_BAG}){_OF_WHAT}"
)
# One of these stands in whatever `LIST` and `OWN_LIST` match: to look for them costs a tenth.
_LIST_MARKS = (
    *("list", "calendar", "agenda", "schedule", "planner", "diary", "tasks", "reminders", "chores"),
    *("bag", "cart", "basket", "todo", "to-do", "to do", "to- do"),
)
# "milk should be on my list" names a thing; "I don't think milk should be on my list" does not.
NO_THING = r"(?:i|you|we|he|she|they|it|that|this|do|don'?t|does|doesn'?t|what|why|which|how|if|not|never|nothing)"

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_BLANKS = re.compile(r"[^\S\n]+")
_OPENING = re.compile(
    r"(?:hey|hi|hello|okay|ok|please|pls|kindly|so|well|um|uh|and|also|then|just|oops|sorry|yes|yeah|actually|oh(?:\s+no)?|ugh|argh|(?:i\s+)?forgot(?=,)|hurry\s+up|quickly)"
    r"(?:\s+there|\s+assistant)?(?:[,!.:]+\s+|[,!.:]*\Z|\s+)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"(?:(?:can|could|would|will) (?:you|u|we|i)"
    r"(?: (?:please|kindly|just|also|maybe|be so (?:kind|nice) (?:as to|and|to)))*"
    r"|(?:you|u) (?:can|may|should|could)(?: now| just| please)?|feel free to"
    r"|(?:are you able|is it possible) to|(?:i'd|i would|i) (?:like|want|need) (?:for )?you to"
    r"|go ahead and|if you could)\s+",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"(?:(?:i'd|i would)(?: really)? like to(?: just)?|i(?: really| just)? want to|i wanna|you (?:need|have) to"
    r"|let's|let us)\s+",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"(?:(?:i|we)(?:'ve| have)?(?: (?:really|also|still|just))? (?:need to|have to|got to|gotta|must|shall)"
    r"|(?:make|be) sure to)\s+",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:,?\s+)(?:please|pls|pleae|thanks|thank you|thx|ok|okay|for me|if you (?:can|could|would)|right now)"
    r"(?:,?\s+(?:please|thanks))?\Z",
    re.IGNORECASE,
)


class Mood(Enum):
    """How the request was put. A wish or a need may describe work to do ("I need to finish the report")."""

    REQUEST = "request"
    WISH = "wish"
    NEED = "need"


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` keeps the person's own letters and line breaks; `asks` says that a question mark stood at its end."""

    text: str
    mood: Mood = Mood.REQUEST
    asks: bool = False
    polite: bool = False

    @property
    def line(self) -> str:
        """The request on one line."""
        return " ".join(self.text.split())


def may_name_list(text: str) -> bool:
    """False where no list is named for sure; the patterns tell the rest."""
    return holds(" ".join(text.lower().split()), _LIST_MARKS)


def unwrap(text: str) -> Sentence:
    """The request without its wrapping."""
    text = _BLANKS.sub(" ", text.translate(_STRAIGHT)).strip()
    text = text[1:] if text.count('"') == 1 and text[0] == '"' else text
    text, asks = _without_ending(text)
    text, polite = _without_opening(text)
    for mood, pattern in ((Mood.WISH, _WISH), (Mood.NEED, _NEED)):
        if match := pattern.match(text):
            inner, _ = _without_opening(text[match.end() :])
            return Sentence(inner, mood, asks, polite)
    return Sentence(text, Mood.REQUEST, asks, polite)


def _without_ending(text: str) -> tuple[str, bool]:
    bare = text.rstrip("?!. \t\n")
    asks = "?" in text[len(bare) :]
    if match := _CLOSING.search(bare[-40:]):
        return bare[: len(bare) - len(match[0])].rstrip(" ,"), asks
    is_sentence = asks or (text.endswith(".") and not text.endswith(".."))
    return (bare if is_sentence else text), asks


def _without_opening(text: str) -> tuple[str, bool]:
    polite = False
    for _ in range(6):
        opening = _OPENING.match(text)
        request = None if opening else _REQUEST.match(text)
        match = opening or request
        if not match:
            break
        polite = polite or bool(request)
        text = text[match.end() :]
    return text, polite
