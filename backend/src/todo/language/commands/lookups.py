"""Questions about one task: "is milk on my list?", "when is the report due?", "find tasks about the garden"."""

import re

from todo.language.clock import Clock
from todo.language.commands.intents import FindTasks
from todo.language.commands.periods import read_period
from todo.language.commands.plain_words import is_plain
from todo.language.commands.sentences import LIST

_ON = rf"(?:on|in|to|onto|from|part\s+of|one\s+of)\s+{LIST}"
_BY_NOW = r"(?:\s+(?:already|currently|still|listed|added|coming\s+up))?"
_HAVE = r"(?:have|add|added|put|set|write|include|got)"
_ANY = r"(?:\s+(?:all|any|my|the|every))*(?:\s+open)?"
_TASKS = r"(?:tasks?|todos?|reminders?)"
_SOME = rf"(?:anything|something|(?:any|some)\s+{_TASKS})"
_HOLDING = r"(?:about|with|containing|mentioning|matching|named|called|like)"
_ENTRY = r"(?:a|an|any)\s+(?:task|todo|reminder|item|note|event)\s+(?:to|for|about|called|named)"
_MADE = r"(?:make|made|create|created|set(?:\s+up)?|add|added|request)"
_WHETHER = r"(?:(?:tell\s+me|let\s+me\s+know|check|see|know|confirm|look)(?:\s+to\s+see)?\s+(?:if|whether|that)\s+)"
_TEXT = r"(?P<text>\S.*?)"

_QUESTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:is|are|was)\s+{_TEXT}{_BY_NOW}\s+{_ON}(?:\s.*)?",
        rf"{_WHETHER}{_TEXT}\s+(?:is|are){_BY_NOW}\s+{_ON}(?:\s.*)?",
        rf"{_WHETHER}?(?:do\s+|did\s+|have\s+)?i\s+(?:remember\s+to\s+|already\s+)?{_HAVE}\s+{_TEXT}\s+{_ON}(?:\s.*)?",
        rf"(?:does\s+|will\s+|do\s+|{_WHETHER}){LIST}\s+(?:have|has|includes?|contains?)\s+{_TEXT}(?:\s+on\s+it)?",
        rf"(?:did|have)\s+i\s+{_MADE}\s+{_ENTRY}\s+{_TEXT}(?:\s+{_ON})?",
        rf"(?:is\s+there|do\s+i\s+have)\s+{_ENTRY}\s+{_TEXT}(?:\s+{_ON})?",
        rf"(?:is\s+there|do\s+i\s+have)\s+anything\s+{_ON}\s+(?:about|for)\s+{_TEXT}",
        rf"(?:search|check|look\s+(?:in|through|at))\s+{LIST}\s+for\s+{_TEXT}",
        rf"(?:search|find|look)\s+(?:for\s+)?{_TEXT}\s+{_ON}",
        rf"(?:search(?:\s+for)?|find|show|list|get|see)(?:\s+me)?{_ANY}\s+{_TASKS}\s+{_HOLDING}\s+{_TEXT}",
        rf"(?:are\s+there|is\s+there|do\s+i\s+have|show(?:\s+me)?)\s+{_SOME}\s+{_HOLDING}\s+{_TEXT}",
        rf"(?:anything|any\s+{_TASKS}|what\s+do\s+i\s+have)\s+about\s+{_TEXT}",
        rf"when\s+(?:is|are)\s+{_TEXT}\s+due",
    )
)
_ARTICLE = re.compile(r"(?:the|a|an|my|some)\s+")


def read_lookup(question: str, clock: Clock) -> FindTasks | None:
    """The task that a folded question on one line looks for, by words of its title."""
    for pattern in _QUESTIONS:
        match = pattern.fullmatch(question)
        # "is anything on my list for tomorrow" looks for no title: `finding.py` reads it.
        if match and not is_plain(read_period(match["text"], clock).rest):
            return FindTasks(text=_ARTICLE.sub("", match["text"], count=1).strip(" \"'"))
    return None
