"""What was done to one task too many: "except the rent", "I still need the bread", "the invoice didn't go out yet"."""

import re

from todo.language.commands.context import Context
from todo.language.commands.intents import ByWords
from todo.language.commands.targets import read_target
from todo.language.conversation.requests import LeaveOut

_LEAD = r"(?:(?:no|nope|oh|oops|ah|argh|wait|sorry|hm+|actually|but|ok|okay|well)[\s,!.]+)*"
_NO_TITLE = (
    r"(?:it|that|this|them|those|these|done|finished|now|yet|really|sure"
    r"|what|who|why|how|if|there|you|he|she|we|they)\b"
)
_WHAT = rf"(?P<what>(?!{_NO_TITLE})\S+(?:\s+\S+){{0,4}}?)"
_NOT = r"(?:n[o']?t|\s+not|\s+never)"
_AFTER_ALL = r"(?:\s+(?:yet|after\s+all|though|actually|today))*"
_LONGEST = 120  # characters
# What takes it back in so many words may follow.
_TAKEN_BACK = (
    r"(?:[\s,;.]+(?:and\s+|so\s+|please\s+)*(?:undo|reopen|untick|uncheck|bring\s+back|put\s+back|re-?open)"
    r"(?:\s+(?:that|this|it)(?:\s+one)?)?(?:\s+back)?)?"
)
_EXCEPT = re.compile(
    rf"{_LEAD}(?:except|but\s+not|not|leave\s+out|apart\s+from|all\s+but)\s+(?:for\s+)?{_WHAT}{_TAKEN_BACK}[.!]*",
    re.IGNORECASE,
)
# "Except the rent, that one today"
_EXCEPT_WHEN = re.compile(
    rf"{_LEAD}(?:except|but\s+not|not|apart\s+from)\s+(?:for\s+)?{_WHAT}[\s,]+(?:that(?:\s+one|'?s)?|it|which)\s+"
    r"(?:is\s+|goes\s+|stays\s+)?(?:(?:on|to|for)\s+)?(?P<when>\S.*?)[.!]*",
    re.IGNORECASE,
)
_NOT_DONE = (
    re.compile(
        rf"{_LEAD}{_WHAT}\s+(?:did|has|have|was|were|is|are){_NOT}\s+(?:(?:been|really|actually)\s+)*"
        rf"(?:go(?:ne)?\s+out|paid|sent|bought|done|finished|made|called|written|booked|happen(?:ed)?){_AFTER_ALL}{_TAKEN_BACK}[.!]*",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LEAD}i\s+(?:did|have){_NOT}\s+(?:actually\s+|really\s+)?[a-z]+\s+(?!to\b){_WHAT}{_AFTER_ALL}{_TAKEN_BACK}[.!]*",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_LEAD}(?:i\s+)?still\s+need\s+(?:to\s+(?!to\b)[a-z]+\s+)?{_WHAT}{_AFTER_ALL}{_TAKEN_BACK}[.!]*",
        re.IGNORECASE,
    ),
)


def read_left_out(said: str, context: Context) -> LeaveOut | None:
    """The task that what was done last was not meant for; whether there is such a one, the conversation tells."""
    line = said.strip()
    if "?" in line or len(line) > _LONGEST:
        return None
    if (match := _EXCEPT_WHEN.fullmatch(line)) and context.due(match["when"]):
        return _of(match, context, when=match["when"])
    if match := _EXCEPT.fullmatch(line):
        return _of(match, context)
    match = next(filter(None, (pattern.fullmatch(line) for pattern in _NOT_DONE)), None)
    return _of(match, context, undone=True) if match else None


def _of(match: re.Match[str], context: Context, *, undone: bool = False, when: str | None = None) -> LeaveOut | None:
    target = read_target(match["what"], context)
    return LeaveOut(target.words, undone, when) if isinstance(target, ByWords) and target.day is None else None
