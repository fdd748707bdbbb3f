"""Sentences that add tasks: "add buy milk", "remind me on friday to call mum", "put eggs on my shopping list"."""

import re
from collections.abc import Sequence

from todo.language.clock import Clock
from todo.language.commands.intents import AddTasks
from todo.language.commands.sentences import LIST, Mood, Sentence
from todo.language.commands.words import word_set
from todo.language.quick_add import parse_quick_add
from todo.language.symbols import ProjectName
from todo.language.text import blank, fold, has_words

_INTO = r"(?:to|on|onto|in|into)"
_PUT = r"(?:add|put|throw|place|stick|include|insert|enter|write|note|jot|record|list|log|get|tack\s+on)"
_WANT = r"(?:i|we)\s+(?:need|want)"
_NOUN = r"(?:task|to-?\s?do|reminder)(?:\s+(?:alarm|item))?"
_SOME = r"(?:(?:an?|another|one|the|some|these)\s+)?(?:(?:new|more)\s+)?"
_MAKE = rf"(?:add|create|make|set(?:\s+up)?|write|new)\s+(?:me\s+)?{_SOME}"
_HAVE = rf"(?:have|get|give\s+me|{_WANT})\s+(?:a|another)\s+(?:new\s+)?"
_NEW = rf"(?:{_MAKE}{_NOUN}s?|{_HAVE}{_NOUN})"
# "milk should be on my list" names a thing; "I don't think milk should be on my list" does not.
_NO_THING = r"(?:i|you|we|he|she|they|it|that|this|do|don'?t|does|doesn'?t|what|why|which|how|if|not|never|nothing)"
_LEAD = r"(?:\s*[:,–—-]\s*|\s+(?:(?:for\s+me\s+)?to|that\s+says|saying|called|named|titled|for|about|that)\s+)"


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


# Tried in order. `what` is what to add, `when` and `rest` a date said before or after it; `open` is what to add and
# perhaps where to. A pattern with neither does not say what to add.
_PATTERNS = tuple(
    map(
        _pattern,
        (
            rf"{_PUT}\s+(?:down\s+)?(?P<what>\S.*?)\s+(?:down\s+)?{_INTO}\s+{LIST}(?P<rest>\W.*)?",
            rf"(?:add|put|write)\s+{_INTO}\s+{LIST}\s*[:,]?\s+(?P<what>.+)",
            rf"{_INTO}\s+{LIST},?\s+(?:please\s+)?(?:add|put|include|write)\s+(?P<what>.+)",
            rf"{_WANT}\s+(?P<what>.+?)(?:\s+(?:put|added))?\s+{_INTO}\s+{LIST}(?P<rest>\W.*)?",
            rf"(?!{_NO_THING}\b)(?P<what>.+?)\s+(?:should|needs?\s+to|must)\s+be\s+(?:put\s+|added\s+)?{_INTO}\s+{LIST}",
            rf"{_NEW}{_LEAD}(?P<what>.+)",
            rf"{_NEW}",
            r"(?:add|new)\s+(?:(?:a|another)\s+)?(?:new\s+)?(?:task|todo)\s+(?P<what>.+)",
            r"(?:task|todo|to-do|reminder|note\s+to\s+self)\s*:\s*(?P<what>.+)",
            r"add\s*[:\n]\s*(?P<what>.+)",
            r"add\s+(?P<open>.+)",
            r"(?:remind|tell)\s+me\s+(?:(?P<when>(?!to\s)(?:(?!\s(?:to|about)\s).){1,60}?)\s+)?to\s+(?P<what>.+)",
            r"remind\s+me\s+(?:(?P<when>(?!about\s)(?:(?!\sabout\s).){1,60})\s+)?about\s+(?P<what>.+)",
            r"remind\s+me\s+that\s+(?P<what>.+)",
            r"(?P<when>\S(?:(?!\sremind\s).){0,60}?),?\s+remind\s+me\s+to\s+(?P<what>.+)",
            r"remind\s+me",
            r"(?:do\s+not|don'?t)\s+(?:let\s+me\s+)?forget\s+to\s+(?P<what>.+)",
            r"remember\s+to\s+(?P<what>.+)",
            r"make\s+sure\s+(?:that\s+)?i\s+(?:remember\s+to\s+|don'?t\s+forget\s+to\s+)?(?P<what>.+)",
        ),
    )
)
_REMINDED = _pattern(r"(?:be|get)\s+reminded(?:\s+(?:to|about|of)\s+(?P<what>.+))?")
_REMIND = _pattern(r"remember\s+to\s+(?P<what>.+)")
_ABOUT_THE_APP = _pattern(
    rf"(?:know|see|hear|read)\b.*(?:\b(?:what|if|whether|which)\b|{LIST})"
    rf"|(?:delete|remove|clear|cancel|edit|change|move|take)\b.*{LIST}"
)
_DESTINATION = _pattern(
    r"(?P<what>.+?)\s+(?:to|in|into|under)\s+(?P<owner>(?:the|my|our)\s+)?(?P<where>[^\n;]{1,100})\Z"
)
_VAGUE = word_set(
    "it that this them these those something anything stuff things one do make a an event appointment item entry task",
    "reminder",
)
_OTHER_WISHES = _pattern(r".*\b(?:and|then)\s+(?:remove|delete|take|erase|cross|clear|complete|undo)\b")
_BULLET = re.compile(r"\s*(?:[-*•–]\s+|\[[ x]?\]\s*|[0-9]{1,2}[.)]\s+)*")


def read_add(sentence: Sentence, clock: Clock, projects: Sequence[ProjectName]) -> AddTasks | None:
    """What the sentence adds, or None when it does not surely add anything."""
    if sentence.mood is Mood.NEED:
        return _read_need(sentence, clock, projects)
    if sentence.mood is Mood.WISH and (match := _REMINDED.fullmatch(sentence.text)):
        return _tasks(match["what"] or "")
    return _read_request(sentence.text, clock, projects)


def _read_request(text: str, clock: Clock, projects: Sequence[ProjectName]) -> AddTasks | None:
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(text):
            return _read_match(match, clock, projects)
    return None


def _read_need(sentence: Sentence, clock: Clock, projects: Sequence[ProjectName]) -> AddTasks | None:
    """What "I need to X" adds: X, unless X itself is about adding or about the lists."""
    if match := _REMINDED.fullmatch(sentence.text) or _REMIND.fullmatch(sentence.text):
        return _tasks(match["what"] or "")
    if asked := _read_request(sentence.text, clock, projects):
        return asked
    return None if sentence.asks or _ABOUT_THE_APP.match(sentence.text) else _tasks(sentence.text)


def _read_match(match: re.Match[str], clock: Clock, projects: Sequence[ProjectName]) -> AddTasks | None:
    groups = match.groupdict()
    what, dates = groups.get("what"), [date for date in (groups.get("when"), groups.get("rest")) if date]
    if groups.get("open"):
        what = _with_destination(groups["open"], projects)
        return _tasks(what) if what and not _OTHER_WISHES.match(what) else None
    if what is None:
        return AddTasks()
    if _OTHER_WISHES.match(what) or not all(_is_when(date, clock) for date in dates if has_words(date)):
        return None
    return _tasks(what, *(date.strip(" ,.") for date in dates))


def _with_destination(what: str, projects: Sequence[ProjectName]) -> str | None:
    """The text with "to Groceries" as "#Groceries"; None when it should go into something that is not here."""
    match = _DESTINATION.fullmatch(what)
    if not match:
        return what
    names = {fold(project.name): project.name for project in projects}
    where = fold(match["where"])
    name = names.get(where) or names.get(where.removesuffix(" project")) or names.get(where.removesuffix(" list"))
    if name:
        return f"{match['what']} #{name}"
    return None if match["owner"] else what


def _is_when(text: str, clock: Clock) -> bool:
    """Whether the text is a due date and nothing else."""
    reading = parse_quick_add(text, now=clock.now, time_zone=clock.zone.key)
    return bool(reading.due) and not has_words(blank(text, [(span.start, span.end) for span in reading.spans], " "))


def _tasks(what: str, *dates: str) -> AddTasks:
    """A task for each line or part between semicolons; never for an "and", which titles hold too often."""
    lines = [_BULLET.sub("", line, count=1).strip(" ,") for line in re.split(r"[\n;]", what)]
    texts = [line for line in lines if has_words(line) and not _is_vague(line)]
    return AddTasks(tuple(" ".join((text, *dates)).rstrip() for text in texts))


def _is_vague(text: str) -> bool:
    return all(word in _VAGUE for word in fold(text).split())
