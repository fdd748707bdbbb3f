"""Questions about one task: "is milk on my list?", "when is the report due?", "find tasks about the garden"."""

import re

from todo.language.commands.context import Context
from todo.language.commands.intents import FindTasks
from todo.language.commands.periods import read_period
from todo.language.commands.plain_words import is_plain
from todo.language.commands.sentences import LIST

_ON = rf"(?:on|in|to|onto|into|from|part\s+of|one\s+of)\s+{LIST}"
_BY_NOW = r"(?:\s+(?:already|currently|still|listed|added|coming\s+up|written|put|noted|scheduled))?"
_HAVE = r"(?:have|add|added|put|set|write|include|included|got|list|listed|note|noted|(?:tell|told)\s+you\s+to\s+add)"
_ANY = r"(?:\s+(?:all|any|my|the|every))*(?:\s+open)?"
_TASKS = r"(?:tasks?|todos?|reminders?|events?|appointments?)"
_SOME = rf"(?:anything|something|(?:any|some)\s+{_TASKS})"
_HOLDING = r"(?:about|with|containing|mentioning|matching|named|called|like)"
_ENTRY = r"(?:a|an|any)\s+(?:task|todo|reminder|item|note|event|entry|appointment)\s+(?:to|for|about|called|named)"
_ENTRY_ON = rf"(?:a|an)\s+(?:note|task|reminder|item|entry)\s+{_ON}\s+(?:to|for|about)"
_MADE = r"(?:make|made|create|created|set(?:\s+up)?|add|added|request|requested|write|put|leave)"
_WHETHER = (
    r"(?:(?:tell\s+me|let\s+me\s+know|check|see|know|confirm|look|remind\s+me|verify|find\s+out)(?:\s+to\s+see)?"
    r"\s+(?:if|whether|that)\s+)"
)
_BUY = r"(?:buy|get|pick\s+up|purchase|order)"
_NEED_TO = r"(?:need|have|want(?:ed)?)\s+to\s+"
_HOLDS = r"(?:have|has|hold|holds|includes?|contains?|lists?|shows?|says?|consists?\s+of|mentions?)"
_TEXT = r"(?P<text>\S.*?)"

_QUESTIONS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WHETHER}?(?:is|are|was|were)\s+(?:there\s+)?{_TEXT}{_BY_NOW}\s+{_ON}(?:\s.*)?",
        rf"{_WHETHER}(?:there\s+(?:is|are)\s+)?{_TEXT}\s+(?:is|are){_BY_NOW}\s+{_ON}(?:\s.*)?",
        rf"{_WHETHER}there\s+(?:is|are)\s+{_TEXT}\s+{_ON}(?:\s.*)?",
        rf"{_WHETHER}?(?:(?:do|did|have|had)\s+)?i\s+(?:remember\s+to\s+|already\s+|ever\s+)?{_HAVE}\s+{_TEXT}\s+{_ON}(?:\s.*)?",
        rf"(?:does\s+|will\s+|do\s+|did\s+|{_WHETHER}){LIST}\s+{_HOLDS}\s+{_TEXT}(?:\s+(?:written\s+)?on\s+it)?",
        rf"{_ON},?\s+(?:did|do|have)\s+i\s+{_HAVE}\s+{_TEXT}",
        rf"(?:did|have)\s+i\s+add\s+{_ON}\s+(?:that\s+i\s+(?:need|have)\s+to\s+|to\s+)?{_TEXT}",
        rf"(?:did|have)\s+i\s+{_MADE}\s+{_ENTRY_ON}\s+{_TEXT}",
        rf"(?:did|have)\s+i\s+{_MADE}\s+{_ENTRY}\s+{_TEXT}(?:\s+{_ON})?",
        rf"(?:is\s+there|do\s+i\s+have)\s+{_ENTRY}\s+{_TEXT}(?:\s+{_ON})?",
        rf"(?:is\s+there|do\s+i\s+have)\s+anything\s+{_ON}\s+(?:about|for)\s+{_TEXT}",
        rf"(?:search|check|look\s+(?:in|through|at|on))\s+{LIST}\s+for\s+{_TEXT}",
        rf"(?:search|find|look)\s+(?:for\s+)?{_TEXT}\s+{_ON}",
        rf"(?:search(?:\s+for)?|find|show|list|get|see)(?:\s+me)?{_ANY}\s+{_TASKS}\s+{_HOLDING}\s+{_TEXT}",
        rf"(?:are\s+there|is\s+there|do\s+i\s+have|show(?:\s+me)?)\s+{_SOME}\s+{_HOLDING}\s+{_TEXT}",
        rf"(?:anything|any\s+{_TASKS}|what\s+do\s+i\s+have)\s+about\s+{_TEXT}",
        rf"when\s+(?:is|are)\s+{_TEXT}\s+due",
        rf"(?:when|what\s+(?:time|day))(?:\s+(?:is|are)|'s)\s+my\s+(?:next\s+)?{_TEXT}(?:\s+(?:appointment|reminder|task))?",
        rf"is\s+{_TEXT}\s+(?:one|something|among\s+the\s+things)\s+(?:of\s+the\s+things\s+)?(?:that\s+)?i\s+{_NEED_TO}{_BUY}",
        rf"do\s+i\s+{_NEED_TO}{_BUY}\s+(?:any\s+|some\s+|more\s+)?{_TEXT}",
        rf"do\s+i\s+need\s+(?:any\s+|some\s+|more\s+)?{_TEXT}\s+(?:at|from)\s+the\s+(?:store|shop|supermarket|market)",
    )
)
_STARTS = re.compile(
    r"(?:is|are|was|were|do|did|does|will|have|had|has|i|tell|let|check|see|know|confirm|look|remind|verify|find|on|in|search"
    r"|show|list|get|anything|any|what|when)\b"
)
_ARTICLE = re.compile(r"(?:(?:the|a|an|my|some)\s+)?(?:(?:event|task|reminder|item|entry)\s+(?:called|named)\s+)?")


def read_lookup(question: str, context: Context) -> FindTasks | None:
    """The task that a folded question on one line looks for, by words of its title."""
    if not _STARTS.match(question):
        return None
    for pattern in _QUESTIONS:
        match = pattern.fullmatch(question)
        # "is anything on my list for tomorrow" looks for no title: `finding.py` reads it.
        if match and not is_plain(read_period(match["text"], context).rest):
            return FindTasks(text=_ARTICLE.sub("", match["text"], count=1).strip(" \"'"))
    return None
