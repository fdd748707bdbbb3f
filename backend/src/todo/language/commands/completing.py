"""Sentences that complete a task: "complete pay rent", "mark the report as done", "I've finished the dishes"."""

import re

from todo.language.commands.intents import CompleteTasks
from todo.language.commands.sentences import LIST, Mood, Sentence
from todo.language.commands.words import word_set


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_OFF_LIST = rf"\s+(?:off|from|on)(?:\s+of)?\s+{LIST}"
_DONE = r"(?:done|complete|completed|finished)"
# Verbs that order it, and reports that it has been done.
_ORDERS = tuple(
    map(
        _pattern,
        (
            rf"(?:complete|finish|(?:check|tick|cross)\s+off)\s+(?P<words>.+?)(?:{_OFF_LIST})?",
            rf"(?:check|tick|cross)\s+(?P<words>.+?)\s+off(?:{_OFF_LIST})?",
            rf"(?:check|tick|cross)\s+(?P<words>.+?){_OFF_LIST}",
            rf"(?:mark|set)\s+(?P<words>.+?)\s+(?:as\s+|to\s+)?{_DONE}(?:{_OFF_LIST})?",
        ),
    )
)
_REPORTS = tuple(
    map(
        _pattern,
        (
            rf"(?:i'm|i\s+am|we're|we\s+are)?\s*(?:all\s+)?(?:done|finished)\s+with\s+(?P<words>.+?)(?:{_OFF_LIST})?",
            r"(?:i\s+)?(?:have\s+)?(?:just\s+|already\s+)?(?:finished|completed)\s+(?P<words>.+)",
            r"i(?:'ve|\s+have)\s+(?:just\s+|already\s+)?(?:done|finished|completed)\s+(?P<words>.+)",
        ),
    )
)
_WRAPPING = _pattern(
    r"(?:(?:the|my|a)\s+)?(?:task|to-?do|reminder)(?:\s+(?:called|named|titled))?\s*:?\s+(?=\S)|(?:the|my)\s+(?=\S)"
)
_WHEN_DONE = _pattern(
    r"(?:,?\s+(?:today|yesterday|now|already|just\s+now|this\s+(?:morning|afternoon|evening)|off|please))+\Z"
)
# One task is meant by its title: never all of them, nor one that only the conversation would tell.
_SEVERAL = word_set("all both each every everything anything nothing not never")
_NOT_A_TITLE = _SEVERAL | word_set(
    "it that this them these those one ones none something task tasks todos list lists you"
)
_CONDITION = _pattern(r".*\b(?:if|unless|when|until|before)\b")


def read_complete(sentence: Sentence) -> CompleteTasks | None:
    """The words of the title to complete, or None. "I need to finish the report" is work to do, not an order."""
    if sentence.mood is not Mood.REQUEST or "\n" in sentence.text:
        return None
    if sentence.asks and not sentence.polite:
        return None
    matches = (pattern.fullmatch(sentence.line) for pattern in (*_ORDERS, *_REPORTS))
    match = next((match for match in matches if match), None)
    return _complete(match["words"]) if match else None


def _complete(said: str) -> CompleteTasks | None:
    words = _WHEN_DONE.sub("", said)
    words = words[match.end() :] if (match := _WRAPPING.match(words)) else words
    words = words.strip(" \"'“”`")
    plain = words.lower().split()
    names_a_title = any(word not in _NOT_A_TITLE for word in plain) and plain[0] not in _SEVERAL
    return CompleteTasks(words) if names_a_title and not _CONDITION.match(words) else None
