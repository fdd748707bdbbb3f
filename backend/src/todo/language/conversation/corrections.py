"""Second thoughts: "no, friday", "actually make that 5pm", "never mind"."""

import re

from todo.language.commands.context import Context
from todo.language.conversation.requests import Correct, Dismiss, Request

_LEAD = re.compile(
    r"(?:(?:no|nope|nah|sorry|oops|wait|actually|rather|i\s+mean(?:t)?|i\s+said|make\s+(?:it|that)|better|instead)\b[\s,.:;!-]*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s,]+(?:instead|rather|please|i\s+mean(?:t)?|actually)\Z", re.IGNORECASE)
_RULE = re.compile(r"(?:every|each|daily|weekly|monthly|yearly)\b.*", re.IGNORECASE)
_DISMISS = re.compile(
    r"(?:no|nope|nah|no\s+thanks?|no\s+thank\s+you|never\s?mind|forget\s+(?:it|that|about\s+it)|cancel(?:\s+(?:it|that))?|stop"
    r"|none(?:\s+of\s+(?:them|those|these))?|neither|don'?t|leave\s+it|nothing|not\s+now)[\s.!]*",
    re.IGNORECASE,
)


def is_dismissal(said: str) -> bool:
    """Whether nothing is wanted after all."""
    return bool(_DISMISS.fullmatch(said.strip()))


def read_correction(said: str, context: Context) -> Request | None:
    """What a text without any command corrects: only a date, which the last answer's tasks shall have."""
    if is_dismissal(said):
        return Dismiss()
    lead = _LEAD.match(said.strip())
    rest = said.strip()[lead.end() :] if lead else said.strip()
    rest = _TAIL.sub("", rest.strip(" .!?"))
    for words in (rest, re.sub(r"^(?:on|to|at|for|by)\s+", "", rest, flags=re.IGNORECASE)):
        if context.due(words) or (_RULE.fullmatch(words) and len(words) < 60):
            return Correct(words)
    return None
