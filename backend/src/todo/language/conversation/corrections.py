"""Second thoughts: "no, friday", "actually make that 5pm", "never mind"."""

import re

from todo.language.commands.context import Context
from todo.language.commands.intents import ByNumber, ByWords, Changes, Mentioned, Undo, UpdateTasks
from todo.language.commands.priorities import read_level
from todo.language.commands.targets import read_target
from todo.language.conversation.requests import Correct, Dismiss, Instead, Request

_LEAD = re.compile(
    r"(?:(?:no|nope|nah|and|also|sorry|oops|wait|hm+|oh|actually|rather|i\s+mean(?:t)?|i\s+said|make\s+(?:it|that)|better|instead)\b[\s,.:;!-]*)+",
    re.IGNORECASE,
)
_ONE = ("it", "that", "this")
_ALSO = re.compile(
    r"(?:(?:and|also|plus)\s+)+(?:make\s+(?:it|that)\s+)?(?P<level>p[1-4]|(?:high|low|medium)\s+priority|priority\s+\S+|urgent)"
    r"|(?:(?:and|also|then)\s+)*put\s+(?P<which>it|that|this|them|those|these|both)\s+(?:in|into|under|on)\s+(?P<where>\S.*)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s,]+(?:instead|rather|please|i\s+mean(?:t)?|actually)\Z", re.IGNORECASE)
_BUT_AT = re.compile(r",?\s+but\s+(?=at\b)", re.IGNORECASE)
_RULE = re.compile(r"(?:every|each|daily|weekly|monthly|yearly)\b.*", re.IGNORECASE)
_DISMISS = re.compile(
    r"(?:no|nope|nah|no\s+thanks?|no\s+thank\s+you|never\s?mind|forget\s+(?:it|that|about\s+it)|cancel(?:\s+(?:it|that))?|stop"
    r"|none(?:\s+of\s+(?:them|those|these))?|neither|don'?t|leave\s+it|nothing|not\s+now)[\s.!]*",
    re.IGNORECASE,
)

_INSTEAD = re.compile(
    r"(?P<lead>no|nope|sorry|wait|oops|actually|i\s+mean(?:t)?|now|then|and|next)[\s,]+(?:also\s+|i\s+mean(?:t)?\s+)?"
    r"(?P<which>\S.*?)[.!]*",
    re.IGNORECASE,
)
# Another task than the one that was named, in so many words: "oops, I meant bread", "no, the bread one".
_MEANT = re.compile(
    r"(?:(?:no|nope|nah|sorry|wait|oops|actually|oh|ah|argh)[\s,!.]+)*(?:not\s+\S+(?:\s+\S+){0,3}?[\s,]+)?"
    r"i\s+mean(?:t)?\s+(?P<what>(?!to\b)\S.*?)[.!]*|(?:no|nope|sorry|wait|oops|actually)[\s,]+(?P<kind>(?:the|that)\s+\S.*\sone)[.!]*"
    r"|(?:(?:no|nope|sorry|wait|oops|actually|undo(?:\s+(?:that|it))?)[\s,]+)+(?:it|that)\s+was\s+(?:actually\s+)?(?P<was>(?:the|my)\s+\S.*)",
    re.IGNORECASE,
)
_TOO = re.compile(
    r"(?:(?:and|also|plus|oh)[\s,]+)+(?P<more>\S.*?)(?:[\s,]+(?:too|also|as\s+well))?[.!]*"
    r"|(?P<too>\S.*?)[\s,]+(?:too|as\s+well)[.!]*",
    re.IGNORECASE,
)
_TO_ANOTHER_DAY = re.compile(r"(?:(?:and|also|then)[\s,]+)+(?P<what>\S.*?)\s+to\s+(?P<when>\S.*)", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"(?:(?:the\s+)?same|dasselbe|das\s+gleiche|lo\s+mismo|another|more|thanks?|thx|great|cool|nice|good|ok|okay|yes|please|now|maybe|let|don't|i|i'm|you|he|she|we|they|it|this|that|what|when|which|who|why|how|is|are|do|does|did|so|then|there|to|not|no|if|me)\b",
    re.IGNORECASE,
)
_ALSO_SAID = re.compile(r"\A(?:and\s+)?also\b|\b(?:too|also|as\s+well)\Z", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:it|them|that|this|these|those|him|her)\b", re.IGNORECASE)
_MOST_WORDS = 5  # of a title that is named so
_AS_IT_WAS = re.compile(
    r"(?:(?:no|nah|nope|actually|oh|wait|hm+|sorry|on\s+second\s+thoughts?)[\s,.]+)*"
    r"(?:(?:just\s+|please\s+)*(?:leave|keep)\s+(?:it|that|them|this)\s+(?:where|as|how|the\s+way|like)\s+(?:it|they|that)\s+(?:was|were)(?:\s+before)?"
    r"|(?:put|change|set)\s+(?:it|that|them)\s+back(?:\s+(?:to\s+)?(?:where|how|what|as|the\s+way)\s+(?:it|they)\s+(?:was|were)(?:\s+before)?)?"
    r"|scrap\s+that)"
    r"|(?:(?:no|nah|nope|actually|oh|wait|oops|sorry)[\s,.]+)+(?:(?:it|that|they)\s*(?:'?s|\s+is|\s+are|\s+was)?\s*(?:isn'?t|aren'?t|wasn'?t|not)"
    r"(?:\s+(?:really\s+)?(?:done|finished|bought|paid|sent))?(?:\s+yet)?|i\s+(?:didn'?t|haven'?t)(?:\s+(?:yet|actually))?|not\s+yet)"
    r"|(?:actually|on\s+second\s+thoughts?)[\s,]+(?:don'?t|no|better\s+not|rather\s+not)",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(r"(?:the\s+)?(?:[12]?[0-9]|3[01])(?:st|nd|rd|th)", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:no[\s,]+)?(?:not\s+(?:that|this)(?:\s+one)?|(?:no|wait|sorry)[\s,]+the\s+other(?:\s+one)?|the\s+other\s+one"
    r"|wrong\s+(?:one|task))[.!]*",
    re.IGNORECASE,
)


def is_dismissal(said: str) -> bool:
    """Whether nothing is wanted after all."""
    return bool(_DISMISS.fullmatch(said.strip()))


def read_other_one(said: str, context: Context) -> Instead | None:
    """ "No, the second one", "now the third one", "not that one"."""
    if _OTHER.fullmatch(said.strip()):
        return Instead(None)
    if match := _INSTEAD.fullmatch(said.strip()):
        target = read_target(match["which"], context)
        if isinstance(target, ByNumber):
            when = match["which"] if _DAY_OF_MONTH.fullmatch(match["which"]) else None
            return Instead(target, match["lead"].lower() not in ("now", "then", "and", "next"), when)
    return None


def read_as_it_was(said: str) -> Undo | None:
    """ "Actually leave it where it was"."""
    return Undo(just_now=True) if _AS_IT_WAS.fullmatch(said.strip(" .!")) else None


def read_meant(said: str, context: Context) -> Instead | None:
    """ "Oops, I meant bread", and "and call mum too": the last request for the task that these words name."""
    line = said.strip(" .!")
    match = _MEANT.fullmatch(line) or _TOO.fullmatch(line)
    if match is None or "?" in line:
        return None
    words = next(text for text in match.groupdict().values() if text)
    is_short = len(words.split()) <= _MOST_WORDS and not _NO_TITLE.match(words)
    target = read_target(words, context) if is_short and not context.due(words) else None
    is_meant = match.re is _MEANT
    if not isinstance(target, ByWords) or (is_meant and target.day):
        return None
    if is_meant:
        return Instead(target)
    is_more = bool(match["more"]) and not _POINTS_BACK.search(words)
    when = words if target.day else None
    return Instead(target, undo=False, when=when, more=is_more, also=bool(_ALSO_SAID.search(line)))


def read_another_move(said: str, context: Context) -> UpdateTasks | None:
    """ "And the dentist to monday": the verb was said before."""
    match = _TO_ANOTHER_DAY.fullmatch(said.strip(" .!"))
    due = context.due(match["when"]) if match else None
    target = read_target(match["what"], context) if match and due else None
    return UpdateTasks(target, Changes(when=match["when"], due=due)) if match and isinstance(target, ByWords) else None


def read_addition(said: str, context: Context) -> UpdateTasks | None:
    """What else the task that was spoken of shall have: "and p2", "and put it in home"."""
    match = _ALSO.fullmatch(said.strip(" .!"))
    if match is None:
        return None
    if match["level"]:
        level = read_level(match["level"])
        return UpdateTasks(Mentioned(), Changes(priority=level)) if level else None
    project = context.project(match["where"])
    target = Mentioned(several=match["which"].lower() not in _ONE)
    return UpdateTasks(target, Changes(project_id=project.id)) if project else None


def read_correction(said: str, context: Context) -> Request | None:
    """What a text without any command corrects: only a date, which the last answer's tasks shall have."""
    if is_dismissal(said):
        return Dismiss()
    lead = _LEAD.match(said.strip())
    rest = said.strip()[lead.end() :] if lead else said.strip()
    rest = _TAIL.sub("", rest.strip(" .!?"))
    # "Wednesday, but at 3pm" is one moment.
    rest = _BUT_AT.sub(" ", rest)
    for words in (rest, re.sub(r"^(?:on|to|at|for|by)\s+", "", rest, flags=re.IGNORECASE)):
        if context.due(words) or (_RULE.fullmatch(words) and len(words) < 60):
            return Correct(words)
    return None
