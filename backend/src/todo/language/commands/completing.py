"""Sentences that complete tasks or open them again: "complete pay rent", "I've finished the dishes", "reopen it"."""

import re

from todo.language.commands.context import Context
from todo.language.commands.intents import CompleteTasks, Matching, ReopenTasks, Target
from todo.language.commands.patterns import compiled
from todo.language.commands.sentences import LIST, Mood, Sentence
from todo.language.commands.targets import read_target

_OFF_LIST = rf"\s+(?:off|from|on|of)(?:\s+of)?\s+{LIST}"
_DONE = r"(?:done|complete|completed|finished)"
_OPEN = rf"(?:not\s+(?:yet\s+)?{_DONE}|undone|incomplete|uncompleted|unfinished|open|to\s?do|active)"
# Verbs that order it, and reports that it has been done.
_ORDERS = tuple(
    map(
        compiled,
        (
            rf"(?:complete|finish|(?:check|tick|cross)\s+off)\s+(?P<words>.+?)(?:{_OFF_LIST})?",
            rf"(?:check|tick|cross)\s+(?P<words>.+?)\s+off(?:{_OFF_LIST})?",
            rf"(?:check|tick|cross)\s+(?P<words>.+?)\s+off(?:\s+of)?\s+{LIST}",
            rf"(?:check|tick|cross)\s+(?P<words>.+?){_OFF_LIST}",
            rf"mark\s+(?P<words>.+?)\s+off(?:\s+of)?\s+{LIST}",
            rf"(?:mark|set|flag)\s+(?P<words>.+?)\s+(?:as\s+|to\s+)?{_DONE}(?:{_OFF_LIST})?",
            rf"mark\s+(?:off\s+)?(?P<words>.+?)\s+off(?:{_OFF_LIST})?",
        ),
    )
)
_REPORTS = tuple(
    map(
        compiled,
        (
            rf"(?:i'm|i\s+am|we're|we\s+are)?\s*(?:all\s+)?(?:done|finished)\s+with\s+(?P<words>.+?)(?:{_OFF_LIST})?",
            r"(?:i\s+)?(?:have\s+)?(?:just\s+|already\s+)?(?:finished|completed)\s+(?P<words>.+)",
            r"i(?:'ve|\s+have)\s+(?:just\s+|already\s+)?(?:done|finished|completed)\s+(?P<words>.+)",
            (
                r"(?P<words>it|that|this|the\s+\w+(?:\s+one)?|number\s+\w+|they|those|these)\s*(?:'s|\s+is|\s+are|'re)\s+"
                r"(?:all\s+|already\s+|now\s+)?(?:done|finished|completed)(?:\s+now)?"
            ),
        ),
    )
)
_REOPENS = tuple(
    map(
        compiled,
        (
            rf"(?:reopen|re-open|uncomplete|unfinish|unmark|reactivate|restore|un-?check|un-?tick)\s+(?P<words>.+?)(?:{_OFF_LIST})?",
            rf"(?:mark|set|flag)\s+(?P<words>.+?)\s+(?:as\s+|to\s+)?{_OPEN}(?:\s+again)?",
            rf"(?:put|bring|move)\s+(?P<words>.+?)\s+back\s+(?:to|on|onto|in|into)\s+{LIST}",
            r"(?P<words>it|that|this)(?:\s+is|'s)?\s+(?:not|n't)\s+(?:done|finished)(?:\s+(?:yet|after\s+all))?",
        ),
    )
)
_STARTS = re.compile(
    r"(?:complete|finish|check|tick|cross|mark|set|flag|i'?m|i|we'?re|we|all|done|finished|completed|it|that|this|the|number|they"
    r"|those|these|re-?open|un\S+|reactivate|restore|put|bring|move)\b",
    re.IGNORECASE,
)
_WHEN_DONE = compiled(
    r"(?:(?<!\bdue),?\s+(?:today|yesterday|now|already|just\s+now|this\s+(?:morning|afternoon|evening)|off|please|again))+\Z"
)


def read_complete(sentence: Sentence, context: Context) -> CompleteTasks | ReopenTasks | None:
    """The tasks to complete or to open again, or None. "I need to finish the report" is work to do, not an order."""
    if sentence.mood is not Mood.REQUEST or "\n" in sentence.text:
        return None
    if sentence.asks and not sentence.polite:
        return None
    line = sentence.line
    if not _STARTS.match(line):
        return None
    for pattern in _REOPENS:
        if match := pattern.fullmatch(line):
            target = _target(match["words"], context)
            return ReopenTasks(target) if target else None
    for pattern in (*_ORDERS, *_REPORTS):
        if match := pattern.fullmatch(line):
            target = _target(match["words"], context)
            return CompleteTasks(target) if target else None
    return None


def _target(said: str, context: Context) -> Target | None:
    whole = read_target(said, context)
    if isinstance(whole, Matching) and whole.query.done:
        # "Everything done today": here the day says which.
        return whole
    return read_target(_WHEN_DONE.sub("", said), context)
