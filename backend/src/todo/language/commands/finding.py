"""Sentences that ask for tasks: "what is due tomorrow?", "anything overdue?", "what did I finish this week?".

A question is read by what it holds: a period, a project, whether tasks are done. Every other word must be one that such
questions are made of, and one must show that tasks are meant. "What's on tonight?" asks for tasks, "what movies are on
tonight?" does not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from todo.language.clock import Clock
from todo.language.commands.intents import FindTasks
from todo.language.commands.lookups import read_lookup
from todo.language.commands.periods import Period, read_period
from todo.language.commands.plain_words import is_plain
from todo.language.commands.sentences import Sentence
from todo.language.symbols import ProjectName
from todo.language.text import fold

_DONE = re.compile(
    r"\b(?:did|have) (?:i|we)(?: already| just)? (?:finish|complete|accomplish|achieve|do|get done|check off)\b"
    r"|(?<!get )(?<!getting )(?<!to be )(?<!not )\b(?:done|completed|finished|accomplished|(?:check|tick)ed off)\b"
)
_STILL_OPEN = re.compile(
    r"\b(?:to be|get|getting|not) (?:done|completed|finished)\b|\byet to complete\b"
    r"|\b(?:un|in)(?:done|complete|finished)\b"
)
_NOUNS = r"tasks?|todos?|reminders?|agenda|schedule|calendar|plate|chores|errands|appointments?|events?|deadlines?"
# What shows that tasks are meant; and what does so only beside a period: "what's on tonight".
_EVIDENCE = re.compile(
    rf"\b(?:{_NOUNS}|due)\b|(?<=\w )lists?\b"
    r"|\b(?:have|need|left|got|anything|things|something|what) to (?:do|get done)\b|needs? to (?:be|get) done\b"
    r"|\bto (?:remember|be reminded|recall)\b|^what (?:do (?:i|we) have|have (?:i|we) got)$|^what've i got$"
)
_EVIDENCE_WITH_PERIOD = re.compile(
    r"^(?!how\b).*\b(?:i|my|we|our|me|i'm|i've)\b|^(?:is |is there |do i have )?anything\b|^(?:and )?what about$|^and$"
    r"|^what(?:'s|s| is)(?: \w+)? (?:on|up|planned|scheduled|happening|next|left|open)\b"
)
_DUE = re.compile(r"\bdue\b")
_STATEMENT = re.compile(r"(?:i|i'm|i've|i'd|you|we|it|it's|that|there|they)\b(?!.*\b(?:what|which)\b)")
_HOW_PERIOD = re.compile(
    r"how(?:'s| is| are| does| do| will)?(?: (?:my|the|things))?(?: (?:looking|look|going|shaping up|like|be))*"
)
_TO_DO = re.compile(r"\bto[- ]do'?s?\b(?=\s+(?:lists?|items?|tasks?))|\bto-dos?\b|\bto dos\b|\btodo'?s\b")
# "my shopping list" where there is no such project: what is about shopping.
_SPECIAL_LIST = re.compile(r"\b(?:(?:my|the) )?(?P<text>shopping|grocery|packing|reading|wish) lists?\b")


@dataclass(frozen=True, slots=True)
class _Question:
    """A question taken apart: `rest` are the words that are neither period nor project nor a special list."""

    rest: str
    period: Period
    has_period: bool
    project: ProjectName | None
    text: str | None


def read_find(sentence: Sentence, clock: Clock, projects: Sequence[ProjectName]) -> FindTasks | None:
    """What the sentence asks for, or None when it does not surely ask for tasks."""
    folded = _TO_DO.sub("todo", fold(sentence.line))
    if lookup := read_lookup(folded, clock):
        return lookup
    if _STATEMENT.match(folded) and not sentence.asks:
        return None
    question = _take_apart(folded, clock, projects)
    return _found(question, clock) if _asks_for_tasks(question) else None


def _take_apart(folded: str, clock: Clock, projects: Sequence[ProjectName]) -> _Question:
    rest, project = _without_project(folded, projects)
    special = _SPECIAL_LIST.search(rest)
    rest = _SPECIAL_LIST.sub("my list", rest, count=1)
    period = read_period(rest, clock)
    words = " ".join(re.sub(r"[,:;]", " ", period.rest).split())
    return _Question(words, period, period.rest != rest, project, special["text"] if special else None)


def _asks_for_tasks(question: _Question) -> bool:
    rest = question.rest
    if question.has_period and _HOW_PERIOD.fullmatch(rest):
        return True
    if not is_plain(_STILL_OPEN.sub(" ", _DONE.sub(" ", rest))):
        return False
    if question.project or question.period.scope in ("overdue", "upcoming", "none") or _EVIDENCE.search(rest):
        return True
    return question.has_period and bool(_DONE.search(rest) or _EVIDENCE_WITH_PERIOD.search(rest))


def _found(question: _Question, clock: Clock) -> FindTasks:
    done = bool(_DONE.search(question.rest))
    is_due_by_now = not question.has_period and not done and bool(_DUE.search(question.rest))
    return FindTasks(
        scope=question.period.scope,
        due_from=question.period.first,
        due_until=clock.today if is_due_by_now else question.period.last,
        text=question.text,
        project_id=question.project.id if question.project else None,
        done=done,
    )


def _without_project(question: str, projects: Sequence[ProjectName]) -> tuple[str, ProjectName | None]:
    """The question without the longest project name in it. A name made of plain words needs its `#`: "#Tasks"."""
    for project in sorted(projects, key=lambda project: -len(project.name)):
        name = " ".join(fold(project.name).split())
        sign = "#" if is_plain(name) else "#?"
        around = (
            rf"(?:(?:in|for|from|on|of|under)\s+)?(?:(?:the|my)\s+)?{sign}{re.escape(name)}(?:\s+(?:project|list))?"
        )
        if name and (match := re.search(rf"(?<!\S){around}(?![^\s,])", question)):
            return f"{question[: match.start()]} {question[match.end() :]}", project
    return question, None
