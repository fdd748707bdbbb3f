"""Sentences that ask for tasks: "what is due tomorrow?", "anything overdue?", "is milk on my shopping list?".

A question is read by what it holds: a period, a project, whether tasks are done. Every other word must be one that such
questions are made of, and one must show that tasks are meant. "What's on tonight?" asks for tasks, "what movies are on
tonight?" does not.
"""

import re
from collections.abc import Sequence

from todo.language.clock import Clock
from todo.language.intents import FindTasks
from todo.language.periods import Period, read_period
from todo.language.sentences import LIST, Mood, Sentence
from todo.language.symbols import ProjectName
from todo.language.text import fold

# Words that may surround the rest of a question and change nothing.
_PLAIN = frozenset(
    word
    for line in (
        "a about again all already also am an and any anything are as at back be been by can check could current",
        "currently did display do does every everything exactly far for from get give go going got had happening has",
        "have hear how i in is it items item know left let like list lists look looking looks lot many me moment much",
        "must my need needs next now of off on open out outstanding over pending plan planned plans plate please pull",
        "read remaining right scheduled see set should show so some something still stuff tell that the there they",
        "thing things this through to todo todos up us view was we were what what's whats which will with work would",
        "written yet you i'm i've i'd what've busy free",
        "active agenda appointment appointments calendar chores date day deadline deadlines due entries errands event",
        "events reminder reminders schedule task tasks",
    )
    for word in line.split()
)
_DONE = re.compile(
    r"\b(?:done|completed|finished|accomplished|achieved|checked off|ticked off)\b"
    r"|\b(?:did|have) (?:i|we)(?: already| just)? (?:finish|complete|accomplish|achieve|do|get done|check off)\b"
)
_STILL_OPEN = re.compile(
    r"\b(?:to be|get|getting|not|yet to be) (?:done|completed|finished)\b|\b(?:un|in)(?:done|complete|finished)\b"
)
_TASK_WORDS = (
    r"tasks?|todos?|reminders?|agenda|schedule|calendar|plate|chores|errands|appointments?|events?|deadlines?|due"
)
# What shows that tasks are meant, when a period is given and when none is.
_EVIDENCE = re.compile(
    rf"\b(?:{_TASK_WORDS}|(?:have|need|left|got|anything|things|something|what) to (?:do|get done)|(?<=\w )lists?)\b"
    r"|^(?:what do (?:i|we) have|what(?:'ve| have) (?:i|we) got)(?: to do)?$"
)
_EVIDENCE_WITH_PERIOD = re.compile(
    r"\b(?:i|my|we|our|me|i'm|i've)\b|^what(?:'s|s| is)(?: \w+)? (?:on|up|planned|scheduled|happening|next|left|open)\b"
    r"|^(?:is there )?anything(?: \w+)?$|^(?:and )?what(?:'s| is| about)$|^(?:any )?(?:tasks)$"
)
_STATEMENT = re.compile(r"(?:i|i'm|i've|i'd|you|we|it|it's|that|there|they)\b(?!.*\b(?:what|which)\b)")
_HOW_PERIOD = re.compile(
    r"how(?:'s| is| are| does| do| will)? (?:my|the|things) ?(?:looking|look|going|shaping up|like|be)*"
)
_TO_DO = re.compile(r"\bto[- ]do'?s?\b(?=\s+(?:lists?|items?|tasks?))|\bto-dos?\b|\bto dos\b|\btodo'?s\b")

_ON = rf"(?:on|in|to|onto|from|part\s+of|one\s+of)\s+{LIST}"
_HAVE = r"(?:have|add|added|put|set|write|include|got)"
_ANY = r"(?:\s+(?:all|any|my|the|every))*(?:\s+open)?"
_TASKS = r"(?:tasks?|todos?|reminders?)"
_HOLDING = r"(?:about|with|containing|mentioning|matching|named|called|like)"
_CONTENT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:is|are|was)\s+(?P<text>.+?)(?:\s+(?:already|currently|still|listed|added|coming\s+up))?\s+{_ON}(?:\s.*)?",
        rf"(?:do|did|have)\s+i\s+(?:remember\s+to\s+|already\s+)?{_HAVE}\s+(?P<text>.+?)\s+{_ON}(?:\s.*)?",
        rf"(?:does|will|do)\s+{LIST}\s+(?:have|include|contain|consist\s+of|say)\s+(?P<text>.+?)(?:\s+on\s+it)?",
        rf"(?:search|check|look\s+(?:in|through|at))\s+{LIST}\s+for\s+(?P<text>.+)",
        rf"(?:search|find|look)\s+(?:for\s+)?(?P<text>.+?)\s+{_ON}",
        rf"(?:search(?:\s+for)?|find|show|list|get|see)(?:\s+me)?{_ANY}\s+{_TASKS}\s+{_HOLDING}\s+(?P<text>.+)",
        rf"(?:are\s+there|do\s+i\s+have|is\s+there|show(?:\s+me)?)\s+(?:any|some)(?:thing|\s+{_TASKS})\s+{_HOLDING}\s+(?P<text>.+)",
        rf"(?:anything|any\s+{_TASKS}|what\s+do\s+i\s+have)\s+about\s+(?P<text>.+)",
        r"when\s+(?:is|are)\s+(?P<text>.+?)\s+due",
    )
)


def read_find(sentence: Sentence, clock: Clock, projects: Sequence[ProjectName]) -> FindTasks | None:
    """What the sentence asks for, or None when it does not surely ask for tasks."""
    question = _TO_DO.sub("todo", fold(sentence.line))
    if sentence.mood is Mood.REQUEST and (found := _by_content(question)):
        return found
    if _STATEMENT.match(question) and not sentence.asks:
        return None
    question, project = _without_project(question, projects)
    period = read_period(question, clock)
    has_period = period.rest != question or bool(project)
    rest = " ".join(re.sub(r"[,:;]", " ", period.rest).split())
    return _found(rest, period, project) if _asks_for_tasks(rest, period, has_period) else None


def _by_content(question: str) -> FindTasks | None:
    for pattern in _CONTENT:
        if (match := pattern.fullmatch(question)) and not _is_plain(match["text"]):
            return FindTasks(text=re.sub(r"^(?:the|a|an|my|some)\s+", "", match["text"]).strip(" \"'"))
    return None


def _is_plain(words: str) -> bool:
    return all(word in _PLAIN for word in words.split())


def _asks_for_tasks(rest: str, period: Period, has_period: bool) -> bool:
    plain = _DONE.sub(" ", _STILL_OPEN.sub(" ", rest))
    if has_period and _HOW_PERIOD.fullmatch(rest):
        return True
    if not _is_plain(plain):
        return False
    is_done = bool(_DONE.search(rest)) and has_period
    if period.scope in ("overdue", "none") or is_done or _EVIDENCE.search(rest):
        return True
    return has_period and bool(_EVIDENCE_WITH_PERIOD.search(rest))


def _found(rest: str, period: Period, project: ProjectName | None) -> FindTasks:
    done = bool(_DONE.search(_STILL_OPEN.sub(" ", rest)))
    first, last = period.first, period.last
    return FindTasks(period.scope, first, last, None, project.id if project else None, done)


def _without_project(question: str, projects: Sequence[ProjectName]) -> tuple[str, ProjectName | None]:
    """The question without the longest project name in it. A name made of plain words needs its `#`: "#Tasks"."""
    for project in sorted(projects, key=lambda project: -len(project.name)):
        name = " ".join(fold(project.name).split())
        sign = "#" if _is_plain(name) else "#?"
        around = (
            rf"(?:(?:in|for|from|on|of|under)\s+)?(?:(?:the|my)\s+)?{sign}{re.escape(name)}(?:\s+(?:project|list))?"
        )
        if name and (match := re.search(rf"(?<!\S){around}(?!\S)", question)):
            return f"{question[: match.start()]} {question[match.end() :]}", project
    return question, None
