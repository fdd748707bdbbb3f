"""What the person tells to have done: "I've paid the rent", "rent paid", "call mum done", and what is not done yet."""

import re

from todo.language.commands.context import Context
from todo.language.commands.intents import ByNumber, ByWords, Command, CompleteTasks, Mentioned, ReopenTasks
from todo.language.commands.targets import read_target

# "I've paid the rent": what was done is told with the verb of the title.
_REPORT = re.compile(
    r"(?:i(?:'ve|\s+have)?\s+(?:just\s+|already\s+|finally\s+)?|just\s+|already\s+)"
    r"(?P<verb>\w+(?:ed|id|ade|ent|ote|ook|ought|ead|old|ut|ung|ept))\s+(?P<what>\S.*)",
    re.IGNORECASE,
)
_PRESENT = {"paid": "pay", "made": "make", "sent": "send", "wrote": "write", "took": "take", "bought": "buy"}
_PRESENT |= {"brought": "bring", "told": "tell", "sold": "sell", "hung": "hang", "swept": "sweep"}
# Without "I" only verbs that are surely in the past.
_BARE_REPORT = re.compile(rf"(?P<verb>{'|'.join(_PRESENT)})\s+(?P<what>\S.*)", re.IGNORECASE)
_DID = re.compile(
    r"i(?:'ve|\s+have)?\s+(?:just\s+|already\s+|finally\s+)?(?:did|done)\s+(?P<what>\S.*)",
    re.IGNORECASE,
)
_DONE = r"(?:all\s+)?(?:done|finished|completed?)"
_IS_DONE = re.compile(
    rf"(?P<what>\S.*?)(?:'s)?\s+(?:(?:is|are|has\s+been|have\s+been|was|were)\s+)?(?:now\s+|already\s+)?{_DONE}"
    r"(?:\s+now)?",
    re.IGNORECASE,
)
_PARTICIPLES = {"written": "write", "taken": "take"}
_PAST = "|".join([*_PRESENT, *_PARTICIPLES])
_WAS_DONE = re.compile(
    rf"(?P<what>\S.*?)(?:'s|\s+(?:is|are|was|were|has\s+been|got))?\s+(?:now\s+|already\s+)?(?P<verb>{_PAST})",
    re.IGNORECASE,
)
# What went out was sent, and what somebody has was bought.
_WENT_OUT = re.compile(
    r"(?P<what>\S.*?)\s+(?:(?:has|have)\s+(?:just\s+|already\s+)?gone|(?:just\s+|already\s+|finally\s+)?went)\s+out"
    r"(?:\s+(?:already|today|yesterday|this\s+\w+))?",
    re.IGNORECASE,
)
_GOT = re.compile(
    r"(?:i(?:'ve|\s+have)?\s+)?(?:just\s+|already\s+)?got\s+(?P<what>(?!(?:it|that|this|them|to|a|an|you|no)\b)\S.*?)"
    r"(?:\s+already)?|i\s+already\s+have\s+(?P<what2>\S.*)|i\s+have\s+(?P<what3>\S.*?)\s+already",
    re.IGNORECASE,
)
# A time that is over says nothing of which task it is.
_JUST_NOW = re.compile(
    r"\s+(?:just\s+now|earlier(?:\s+today)?|this\s+(?:morning|afternoon)|last\s+night)\Z", re.IGNORECASE
)
_ALSO = re.compile(r",?\s+(?:too|also|as\s+well)\Z", re.IGNORECASE)
# "Mum's been called": here any verb tells of something done.
_HAS_BEEN = re.compile(
    rf"(?P<what>\S.*?)(?:'?s|\s+(?:has|have))\s+(?:now\s+|already\s+)?been\s+(?P<verb>{_PAST}|\w+ed)", re.IGNORECASE
)
_NOT_DONE = re.compile(
    rf"(?P<what>\S.*?)\s+(?:(?:is|are|was|were)\s*(?:n'?t|\s+not)|not|still\s+not)\s+(?:really\s+|actually\s+)?{_DONE}"
    r"(?:\s+(?:yet|after\s+all))?",
    re.IGNORECASE,
)
# What begins so, or holds such a word, tells of no task that is done.
_NO_REPORT = re.compile(
    r"(?:what|who|which|when|where|why|how|is|are|was|were|do|does|did|have|has|get|getting|if|until|unless|to|be|i|we|you"
    r"|let|make|want|need|well|nicely|almost|nearly|half|not)\b|.*\b(?:not|n't|never|nothing|un\w+)\Z",
    re.IGNORECASE,
)
_LONGEST = 80
# After one verb another begins a title: "complete delete all tasks", "delete all tasks is done".
_ORDER = re.compile(r"(?:add|delete|remove|complete|move|undo|finish|show|create|rename|reopen)\s+\S", re.IGNORECASE)
_TITLE_IS_DONE = re.compile(
    r"(?P<what>(?:add|delete|remove|move|undo|show|create|rename|reopen)\s+\S.*?)\s+(?:is|has\s+been)\s+(?:now\s+)?"
    r"(?:done|finished|completed)",
    re.IGNORECASE,
)


def read_title_report(line: str) -> Command | None:
    """ "Delete all tasks is done" tells of a task whose title is an order: what ends so orders nothing."""
    match = _TITLE_IS_DONE.fullmatch(line)
    return CompleteTasks(ByWords(match["what"])) if match else None


def read_is_done(line: str, context: Context) -> Command | None:
    """ "The report is done", "call mum done", "first one done", "milk isn't done"."""
    if len(line) > _LONGEST:
        return None
    if match := _NOT_DONE.fullmatch(line):
        target = read_target(match["what"], context)
        return ReopenTasks(target) if isinstance(target, ByWords | ByNumber) else None
    match = _IS_DONE.fullmatch(line)
    if not match or _NO_REPORT.match(match["what"]):
        return None
    target = read_target(match["what"], context)
    if target is None and _ORDER.match(match["what"]):
        target = ByWords(match["what"])
    return CompleteTasks(target) if isinstance(target, ByWords | ByNumber) else None


def read_report(line: str, context: Context) -> Command | None:
    """What the person says to have done, if that may be a task's title in the past tense."""
    line = _JUST_NOW.sub("", _ALSO.sub("", line))
    if match := _DID.fullmatch(line):
        words = match["what"]
    elif match := _WENT_OUT.fullmatch(line):
        words = f"send {match['what']}"
    elif match := _GOT.fullmatch(line):
        got = match["what"] or match["what2"] or match["what3"]
        if isinstance(pointed := read_target(got, context), ByNumber):
            return CompleteTasks(pointed)
        words = f"buy {got}"
    elif match := _REPORT.fullmatch(line) or _BARE_REPORT.fullmatch(line) or _passive(line):
        if isinstance(pointed := read_target(match["what"], context), Mentioned | ByNumber):
            return CompleteTasks(pointed)  # "bought both"
        verb = match["verb"].lower()
        words = f"{(_PRESENT | _PARTICIPLES).get(verb, verb)} {match['what']}"
    else:
        return None
    target = read_target(words, context)
    return CompleteTasks(target) if isinstance(target, ByWords | Mentioned) else None


def _passive(line: str) -> re.Match[str] | None:
    """ "Rent paid", "the milk is bought"."""
    match = (_HAS_BEEN.fullmatch(line) or _WAS_DONE.fullmatch(line)) if len(line) <= _LONGEST else None
    return None if match is None or _NO_REPORT.match(match["what"]) else match
