"""Sentences that complete a task: "complete pay rent", "mark the report as done", "I've finished the dishes"."""

import re

from todo.language.intents import CompleteTasks
from todo.language.sentences import Mood, Sentence


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FROM_LIST = r"(?:\s+(?:off|from|on)(?:\s+of)?\s+(?:my|the|our)\s+(?:[\w-]+\s+){0,3}?(?:list|tasks))?"
_DONE = r"(?:done|complete|completed|finished)"
# Verbs that order it, and reports that it has been done.
_ORDERS = tuple(
    map(
        _pattern,
        (
            rf"(?:complete|finish|(?:check|tick|cross)\s+off)\s+(?P<words>.+?){_FROM_LIST}",
            rf"(?:check|tick|cross)\s+(?P<words>.+?)\s+off{_FROM_LIST[:-1]}?",
            rf"(?:check|tick|cross)\s+(?P<words>.+?){_FROM_LIST[:-1]}",
            rf"(?:mark|set)\s+(?P<words>.+?)\s+(?:as\s+|to\s+)?{_DONE}{_FROM_LIST}",
        ),
    )
)
_REPORTS = tuple(
    map(
        _pattern,
        (
            rf"(?:i'm|i\s+am|we're|we\s+are)?\s*(?:all\s+)?(?:done|finished)\s+with\s+(?P<words>.+?){_FROM_LIST}",
            r"i\s+(?:have\s+)?(?:just\s+|already\s+)?(?:finished|completed)\s+(?P<words>.+)",
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
_NOT_A_TITLE = frozenset(
    (
        *("it", "that", "this", "them", "these", "those", "one", "ones", "both", "all", "each", "every", "none"),
        *("everything", "anything", "nothing", "something", "task", "tasks", "todos", "list", "lists", "not", "never"),
    )
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
    if not plain or plain[0] in _NOT_A_TITLE or all(word in _NOT_A_TITLE for word in plain) or _CONDITION.match(words):
        return None
    return CompleteTasks(words)
