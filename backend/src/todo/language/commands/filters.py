"""What restricts the tasks that are meant: days, a project, a priority, a label, words of the title, done or not.

A phrase is taken apart: each restriction is cut out, and what remains are the words around them.
"""

import re
from dataclasses import dataclass, replace

from todo.language.commands.context import Context
from todo.language.commands.intents import FindTasks
from todo.language.commands.patterns import cut, holds
from todo.language.commands.periods import Period, read_period
from todo.language.commands.plain_words import is_plain
from todo.language.commands.priorities import PRIORITY, level
from todo.language.symbols import ProjectName
from todo.language.text import fold
from todo.language.vocabulary import word_set

DONE = re.compile(
    r"\b(?:did|have) (?:i|we)(?: already| just)? (?:finish|complete|accomplish|achieve|do|get done|check off)\b"
    r"|(?<!get )(?<!getting )(?<!to be )(?<!not )\b(?:done|completed|finished|accomplished|(?:check|tick)ed off)\b"
)
STILL_OPEN = re.compile(
    r"\b(?:to be|get|getting|not) (?:done|completed|finished)\b|\byet to complete\b"
    r"|\b(?:un|in)(?:done|complete|finished)\b"
)
_DUE = re.compile(r"\bdue\b")
# "my shopping list" where there is no such project: what is about shopping.
_SPECIAL_LIST = re.compile(
    r"\b(?:(?:my|the) )?(?P<text>shopping|grocery|packing|reading|wish) (?:lists?|bag|cart|basket)\b"
)
_PRIORITY = re.compile(rf"(?:\b(?:with|of|has|have|having|at|marked(?: as)?) (?:an? )?)?(?<!\S){PRIORITY}(?!\S)")
_PRIORITY_MARKS = ("priority", "urgent", "important", "critical", "!", "p1", "p2", "p3", "p4")
_LABEL = re.compile(
    r"(?:\b(?:with|in|for|under|tagged|labell?ed|marked) )?(?<!\S)@(?P<sign>[\w-]+)"
    r"|\b(?:(?:with|in|under) )?(?:the )?(?:label|tag) @?(?P<after>[\w-]+)"
    r"|\b(?:labell?ed|tagged)(?: as| with)? @?(?P<name>[\w-]+)"
)
_MAY_BE_LABEL = re.compile("@|label|tag")  # most phrases hold none, which this finds out sooner
_HOLDING = re.compile(
    r"\b(?:(?:that|which) )?(?:about|mention(?:ing)?|contain(?:ing)?|includ(?:e|ing)|named|called"
    r"|(?:that|which|with|have|has)(?: (?:have|has|having))? the words?) (?:the words? )?(?P<text>\S.*?)"
    r"(?: in (?:them|it|the (?:title|name)s?))?\Z"
)


_PLACED = r"(?:(?:in|for|from|on|of|under)\s+)(?:(?:the|my)\s+)?"
# What may stand after "for" and "in" where no project is called so.
_NO_PLACE = word_set(
    "agenda all any anything calendar chores day errands event events everything it item items list lists me my now",
    "plan plans reminder reminders schedule something stuff task tasks thing things this today todo todos us what",
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase taken apart: `rest` are the words that restrict nothing."""

    rest: str
    period: Period
    has_period: bool
    project: ProjectName | None
    text: str | None
    priority: int | None
    label: str | None

    @property
    def is_plain(self) -> bool:
        """Whether nothing is said besides the restrictions."""
        return is_plain(STILL_OPEN.sub(" ", DONE.sub(" ", self.rest)))

    @property
    def restricts(self) -> bool:
        """Whether something is named that only tasks have."""
        named = self.project, self.priority, self.label
        return any(value is not None for value in named) or self.period.scope in ("overdue", "upcoming", "none")

    def query(self, context: Context) -> FindTasks:
        """The tasks that it means. What is "due" without a day is due by now."""
        done = bool(DONE.search(self.rest))
        is_due_by_now = not self.has_period and not done and bool(_DUE.search(self.rest))
        return FindTasks(
            scope=self.period.scope,
            due_from=self.period.first,
            due_until=context.today if is_due_by_now else self.period.last,
            text=self.text,
            project_id=self.project.id if self.project else None,
            done=done,
            priority=self.priority,
            label=self.label,
        )


def take_apart(folded: str, context: Context) -> Phrase:
    """The restrictions of a folded phrase on one line."""
    rest, project = _without_project(folded, context)
    rest, priority = _without_priority(rest)
    rest, label = _without_label(rest)
    special = _SPECIAL_LIST.search(rest)
    if special:
        rest = f"{rest[: special.start()]}my list{rest[special.end() :]}"
    period = read_period(rest, context)
    words = " ".join(re.sub(r"[,:;]", " ", period.rest).split())
    return Phrase(words, period, period.rest != rest, project, special["text"] if special else None, priority, label)


def read_query(folded: str, context: Context) -> FindTasks | None:
    """The tasks that a phrase such as "everything due today in home" means; None when it says anything else."""
    text = None
    if (match := _HOLDING.search(folded)) and not is_plain(match["text"]):
        folded, text = folded[: match.start()], match["text"].strip(" \"'")
    phrase = take_apart(folded, context)
    if not phrase.is_plain:
        return None
    query = phrase.query(context)
    return replace(query, text=text) if text else query


def _without_priority(phrase: str) -> tuple[str, int | None]:
    match = _PRIORITY.search(phrase) if holds(phrase, _PRIORITY_MARKS) else None
    return (cut(phrase, *match.span()), level(match)) if match else (phrase, None)


def _without_label(phrase: str) -> tuple[str, str | None]:
    match = _LABEL.search(phrase) if _MAY_BE_LABEL.search(phrase) else None
    return (cut(phrase, *match.span()), match["sign"] or match["after"] or match["name"]) if match else (phrase, None)


def _without_project(phrase: str, context: Context) -> tuple[str, ProjectName | None]:
    """The phrase without the longest project name in it. A name made of plain words needs "for" or "in" before it ("for
    work"), or its `#` if it may stand there too: "#Tasks".
    """
    for project in sorted(context.projects, key=lambda project: -len(project.name)):
        name = " ".join(fold(project.name).split())
        if not name or name not in phrase:
            continue
        opening = rf"(?:{_PLACED}|(?:(?:the|my)\s+))?#?"
        if is_plain(name):
            is_place = not all(word in _NO_PLACE for word in name.split())
            opening = rf"(?:(?:{_PLACED})?#|{_PLACED})" if is_place else rf"(?:{_PLACED})?#"
        if match := re.search(rf"(?<!\S){opening}{re.escape(name)}(?:\s+(?:project|list))?(?![^\s,])", phrase):
            return cut(phrase, *match.span()), project
    return phrase, None
