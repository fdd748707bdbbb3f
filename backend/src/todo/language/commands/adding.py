"""Sentences that add tasks: "add buy milk", "remind me on friday to call mum", "put eggs on my shopping list"."""

import re
from dataclasses import replace

from todo.language.commands.context import Context
from todo.language.commands.intents import AddTasks
from todo.language.commands.patterns import compiled
from todo.language.commands.sentences import LIST, NO_THING, Mood, Sentence, may_name_list
from todo.language.text import blank, fold, has_words
from todo.language.vocabulary import word_set

_INTO = r"(?:to|on|onto|in|into)"
_PUT = (
    r"(?:add|put|throw|place|stick|include|insert|enter|write|note|jot|record|list|log|get|tack\s+on|pop|slap|drop|toss"
    r"|append|save|type|mark\s+down|schedule|pencil\s+in|pen\s+in)"
)
_WANT = r"(?:i|we)(?:'d|\s+would)?\s+(?:need|want|like)"
_NOUN = r"(?:task|to-?\s?do|reminder)(?:\s+(?:alarm|item|set))?"
_SOME = r"(?:(?:an?|another|one|the|some|these)\s+)?(?:(?:new|more|quick)\s+)?"
_MAKE = rf"(?:add|create|make|set(?:\s+up)?|write|new|schedule|start|put\s+in)\s+(?:me\s+)?{_SOME}"
_HAVE = rf"(?:have|get|give\s+me|{_WANT})\s+(?:a|another)\s+(?:new\s+)?"
_NEW = rf"(?:{_MAKE}{_NOUN}s?|{_HAVE}{_NOUN})(?:\s+for\s+(?:me|myself|us))?"
_LEAD = r"(?:\s*[:,–—-]\s*|\s+(?:to|that\s+says|saying|called|named|titled|for|about|that)\s+)"
_ALSO = r"(?:\s+also)?"
_PLEASE = r"(?:(?:can|could|will|would)\s+you\s+|go\s+ahead\s+and\s+)?(?:please\s+)?"


def _pattern(text: str) -> re.Pattern[str]:
    return compiled(text, re.DOTALL)  # what is to be added may stand on several lines


# Tried in order. `what` is what to add, `when` a date said before it and `rest` what follows the list; `open` is what
# to add and perhaps where to. A pattern with neither does not say what to add.
_ORDERS = tuple(
    map(
        _pattern,
        (
            rf"{_PUT}\s+(?:down\s+)?(?P<what>\S.*?)\s+(?:down\s+|in\s+)?{_INTO}\s+{LIST}(?P<rest>\W.*)?",
            rf"(?:add|put|write|note)\s+(?:down\s+)?{_INTO}\s+{LIST}\s*[:,]?\s+(?:to\s+)?(?P<what>.+)",
            rf"update\s+{LIST}\s+(?:with|to\s+(?:include|add|have))\s+(?P<what>.+)",
            rf"{_NEW}\s+(?:for\s+)?(?P<when>(?!to\s)(?:(?!\sto\s).){{1,60}})\s+to\s+(?P<what>.+)",
            rf"{_NEW}{_LEAD}(?P<what>.+)",
            (
                rf"{_NEW}\s+(?P<when>(?:on|at|for|in|by|this|next|tomorrow|today|tonight)\b.{{1,60}}?)[,:]?\s+(?:that\s+)?"
                r"(?P<what>i\s.+)"
            ),
            rf"{_NEW}",
            r"(?:add|new)\s+(?:(?:a|another)\s+)?(?:new\s+)?(?:task|todo)\s+(?P<what>.+)",
            r"(?:task|todo|to-do|reminder|note\s+to\s+self)\s*:\s*(?P<what>.+)",
            r"add\s*[:\n]\s*(?P<what>.+)",
            r"add\s+(?P<open>.+)",
            r"(?:remind|tell)\s+me\s+(?:(?P<when>(?!to\s)(?:(?!\s(?:to|about)\s).){1,60}?)\s+)?to\s+(?P<what>.+)",
            r"remind\s+me\s+(?:(?P<when>(?!about\s)(?:(?!\sabout\s).){1,60})\s+)?about\s+(?P<what>.+)",
            r"remind\s+me\s+(?P<moment>(?:when|whenever|after|before|once|if|the\s+next\s+time)\s.{2,80}?)\s+to\s+(?P<event>.+)",
            r"remind\s+me\s+(?:that|when(?=\s+it'?s\s+time))\s+(?P<what>.+)",
            r"remind\s+me\s+of\s+(?P<what>some(?:thing|\s+stuff)|it|this|that)",
            r"remind\s+me",
            r"(?:do\s+not|don'?t)\s+(?:let\s+me\s+)?forget\s+(?:to|about)\s+(?P<what>.+)",
            r"(?:help\s+me\s+)?remember\s+to\s+(?P<what>.+)",
            rf"(?:make\s+sure|see\s+to\s+it|ensure)\s+(?:that\s+)?(?P<what>.+?)\s+(?:is|are|gets?|gets?\s+put)\s+{_INTO}\s+{LIST}",
            r"make\s+sure\s+(?:that\s+)?i\s+(?:remember\s+to\s+|don'?t\s+forget\s+to\s+)?(?P<what>.+)",
        ),
    )
)
# These begin with anything, and name the list or "remind me" somewhere.
_STATEMENTS = tuple(
    map(
        _pattern,
        (
            rf"{_INTO}\s+{LIST},?\s+(?:please\s+)?(?:add|put|include|write)\s+(?P<what>.+)",
            rf"{_WANT}\s+(?P<what>.+?)(?:\s+(?:to\s+be\s+)?(?:put|added|noted|written))?\s+{_INTO}\s+{LIST}(?P<rest>\W.*)?",
            (
                rf"(?!{NO_THING}\b)(?P<what>.+?)\s+(?:should|needs?\s+to|must|has\s+to|have\s+to|belongs?){_ALSO}\s+"
                rf"(?:(?:be|go|get)\s+)?(?:put\s+|added\s+)?{_INTO}\s+{LIST}"
            ),
            rf"{LIST}\s+(?:should|needs\s+to|need\s+to|must|has\s+to){_ALSO}\s+(?:have|include|contain|say|list)\s+(?P<what>.+)",
            rf"{LIST}\s+needs?\s+(?P<what>(?!to\b).+)",
            (
                rf"(?:i'm|i\s+am|we're|we\s+are|i'm\s+running|we're\s+running)\s+(?:almost\s+|nearly\s+|all\s+)?(?:out\s+of|low\s+on"
                rf"|short\s+on)\s+(?P<what>.+?)(?:,|\s+and|\s+so)\s+.*{LIST}.*"
            ),
            (
                rf"(?:(?:is|are)|(?:do|did|have)\s+i\s+(?:have|put|get|got|add|added))\s+(?P<absent>.+?)(?:\s+already)?\s+{_INTO}\s+{LIST}"
                rf"[,.?;]*\s+(?:and\s+|but\s+)?if\s+(?:not|it\s?is\s?n[o']t|it'?s\s+not|they\s?are\s?n[o']t)[,.]?\s+(?:then\s+)?"
                rf"{_PLEASE}(?:add|put|include).*"
            ),
            rf"(?:i\s+)?(?:need|have|want)\s+to\s+(?P<what>.+?)[,.;]?\s+(?:so\s+|and\s+)?{_PLEASE}remind\s+me(?:\s+.*)?",
            r"(?P<when>\S(?:(?!\sremind\s).){0,60}?),?\s+remind\s+me\s+to\s+(?P<what>.+)",
            r"(?P<moment>(?:when|the\s+next\s+time|next\s+time)\s.{2,80}?),?\s+remind\s+me\s+to\s+(?P<event>.+)",
        ),
    )
)
_REMINDED = _pattern(r"(?:be|get)\s+reminded(?:\s+(?:to|about|of)\s+(?P<what>.+))?")
_REMIND = _pattern(r"remember\s+to\s+(?P<what>.+)")
_ASKED_TO_REMIND = _pattern(rf"(?P<what>.+?)[,.;]?\s+(?:so\s+|and\s+)?{_PLEASE}remind\s+me(?:\s+.*)?")
_ABOUT_THE_APP = _pattern(
    rf"(?:know|see|hear|read|check|view)\b.*(?:\b(?:what|if|whether|which)\b|{LIST})"
    rf"|(?:delete|remove|clear|cancel|edit|change|move|take|erase|wipe|empty)\b.*{LIST}"
)
_DESTINATION = _pattern(
    r"(?P<what>.+?)\s+(?:to|in|into|under)\s+(?P<owner>(?:the|my|our)\s+)?(?P<where>[^\n;]{1,100})\Z"
)
_VAGUE = word_set(
    "it that this them these those something anything stuff things thing one do make a an event appointment item entry",
    "task reminder some later me in bit",
)
_OTHER_WISHES = _pattern(
    r".*\b(?:and|then|but)\s+(?:(?:also|please)\s+)?(?:remove|delete|take\s+(?!care|part|place)|erase|cross|clear|complete|undo)\b"
)
_UNLESS_PRESENT = _pattern(
    r",?\s+(?:(?:but\s+)?only\s+)?(?:if|unless|in\s+case)\s+(?:it|they|that|those|there)(?:'s|'re|\s)?[^,;\n]{0,40}"
    r"\b(?:not|n't|isn'?t|aren'?t|already|there|on\s+it)\b[^,;\n]{0,60}\Z"
)
_TRAILING = re.compile(
    r"(?:for|on|at|in|by|this|next|tomorrow|today|tonight|every|from|until|as|called|with)\b", re.IGNORECASE
)
_AS_IT_IS = re.compile(r"as\s+(?:i|we)\b|anymore", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-*•–]\s+|\[[ x]?\]\s*|[0-9]{1,2}[.)]\s+)*")
_LONGEST_STATEMENT, _LONGEST_VAGUE = 400, 80  # characters


def read_add(sentence: Sentence, context: Context) -> AddTasks | None:
    """What the sentence adds, or None when it does not surely add anything."""
    text, condition = sentence.text, _UNLESS_PRESENT.search(sentence.text[-140:])
    if condition:
        text = text[: len(text) - len(condition[0])]
    found = _read(replace(sentence, text=text), context)
    return replace(found, unless_present=True) if found and condition else found


def _read(sentence: Sentence, context: Context) -> AddTasks | None:
    if sentence.mood is Mood.NEED:
        return _read_need(sentence, context)
    if sentence.mood is Mood.WISH and (match := _REMINDED.fullmatch(sentence.text)):
        return _tasks(match["what"] or "")
    return _read_request(sentence.text, context)


def _read_request(text: str, context: Context) -> AddTasks | None:
    patterns = _ORDERS
    if len(text) <= _LONGEST_STATEMENT and (may_name_list(text) or "remind" in text.lower()):
        patterns = (*_ORDERS, *_STATEMENTS)
    for pattern in patterns:
        match = pattern.fullmatch(text)
        if match and (found := _read_match(match, context)):
            return found
        if match and match.groupdict().get("open"):
            return None
    return None


def _read_need(sentence: Sentence, context: Context) -> AddTasks | None:
    """What "I need to X" adds: X, unless X itself is about adding or about the lists."""
    text = sentence.text
    patterns = (_REMINDED, _REMIND, _ASKED_TO_REMIND) if len(text) <= _LONGEST_STATEMENT else (_REMIND,)
    if match := next((match for pattern in patterns if (match := pattern.fullmatch(text))), None):
        return _tasks(match["what"] or "")
    if asked := _read_request(text, context):
        return asked
    return None if sentence.asks or _ABOUT_THE_APP.match(text) else _tasks(text)


def _read_match(match: re.Match[str], context: Context) -> AddTasks | None:
    groups = match.groupdict()
    if absent := groups.get("absent"):
        return replace(_tasks(absent), unless_present=True)
    if event := groups.get("event"):
        return _tasks(event, groups["moment"])
    if groups.get("open"):
        what = _with_destination(groups["open"], context)
        return _tasks(what) if what and not _OTHER_WISHES.match(what) else None
    what, when, rest = groups.get("what"), groups.get("when"), (groups.get("rest") or "").strip(" ,.!?")
    if what is None:
        return AddTasks()
    if _OTHER_WISHES.match(what) or (when and not context.due(when)):
        return None
    rest = "" if _AS_IT_IS.match(rest) else rest
    return _tasks(what, when or "", rest) if not has_words(rest) or _TRAILING.match(rest) or context.due(rest) else None


def _with_destination(what: str, context: Context) -> str | None:
    """The text with "to Groceries" as "#Groceries"; None when it should go into something that is not here."""
    match = _DESTINATION.fullmatch(what)
    if not match:
        return what
    if project := context.project(match["where"]):
        return f"{match['what']} #{project.name}"
    where, _, rest = match["where"].partition(",")
    if rest and (project := context.project(where)) and _is_all_read(rest, context):
        return f"{match['what']} #{project.name} {rest.strip()}"
    return None if match["owner"] else what


def _is_all_read(text: str, context: Context) -> bool:
    """Whether a text says when, how urgent and so on, and nothing else: "p2, next friday"."""
    spans = context.read_quick_add(text).spans
    return bool(spans) and not has_words(blank(text, [(span.start, span.end) for span in spans], " "))


def _tasks(what: str, *around: str) -> AddTasks:
    """A task for each line or part between semicolons; never for an "and", which titles hold too often."""
    lines = [_BULLET.sub("", line, count=1).strip(" ,") for line in re.split(r"[\n;]", what)]
    texts = [line for line in lines if has_words(line) and not _is_vague(line)]
    said = [text.strip(" ,.") for text in around if has_words(text)]
    return AddTasks(tuple(" ".join((text, *said)) for text in texts))


def _is_vague(text: str) -> bool:
    return len(text) < _LONGEST_VAGUE and all(word in _VAGUE for word in fold(text).split())
