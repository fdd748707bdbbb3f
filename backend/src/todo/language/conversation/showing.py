"""Sentences that ask to see something: a summary, what was spoken of, the trash, labels, what changed, a title."""

import re

from todo.language.commands.context import Context
from todo.language.commands.intents import ByNumber, ByWords, FindTasks, Mentioned
from todo.language.commands.small_talk import read_undo_or_help
from todo.language.commands.targets import read_target
from todo.language.conversation.requests import (
    ListLabels,
    Request,
    Restore,
    ShowActivity,
    ShowMentioned,
    ShowTrash,
    Summarize,
)
from todo.language.text import fold

_TODAY = r"(?: (?:today|now|right now|first|next|this (?:morning|afternoon|evening)|first today|next today))"
_PERIOD = r"(?:day|week|tasks|today|this week)"
_SUMMARY = re.compile(
    rf"what (?:should|shall|can|do) (?:i|we) (?:do|start|begin|work on|focus on|tackle|prioriti[sz]e)"
    rf"(?: with| on)?{_TODAY}*|what(?:'s| is| are)?(?: my| the)? (?:most |top )?"
    r"(?:important|urgent|priorit(?:y|ies)|pressing)"
    rf"(?: things?| tasks?)?{_TODAY}*|where (?:should|do|shall) (?:i|we) (?:start|begin){_TODAY}*"
    r"|(?:plan|organi[sz]e|prioriti[sz]e|summari[sz]e|sum up|recap|review) (?:my|the|our) (?:day|week|tasks|list)"
    r"(?: for me)?|(?:give me |show me |i(?:'d like| want| need) )?(?:a |an |my |the )?(?:daily |weekly )?"
    rf"(?:summary|overview|briefing|recap|rundown)(?: (?:of|for) (?:my |the )?{_PERIOD})?"
    r"|what(?:'s| is) (?:my )?next(?: up)?|how(?:'s| is) my day looking"
    r"|how (?:am i doing|do things look|does my day look)"
    r"|help me (?:plan|start|prioriti[sz]e)(?: my day)?|what now"
)
_SHOW = (
    r"(?:show|open|see|view|display|list|read|describe|tell me (?:more )?about|what about|details? (?:of|on|about|for))"
)
_MENTIONED = re.compile(
    rf"{_SHOW}(?: me)? (?:it|that|this|them|those|these|all of them|(?:the )?(?:list|result)(?: again)?"
    r"|(?:it|them|that|those)(?: to me)?(?: again)?)"
)
_ONE_OF = re.compile(rf"{_SHOW}(?: me)? (?P<which>.+)")
_SEVERAL = re.compile(r"\b(?:them|those|these|list|result)\b")
# When what was spoken of is due; "what time is it now" asks for the time of day.
_WHEN_NOW = re.compile(
    r"(?:so )?(?:for )?(?:(?:when|what (?:day|date))(?: is| are| was|'?s) (?:it|that|this|they|those|these|them|both)"
    r"|what time (?:is|was) (?:that|this))(?: (?:due|set for|scheduled|now|again|then|for))*"
)
_WHEN_ONE = re.compile(
    r"(?:when|what (?:day|date))(?: is| are| was|'?s) (?P<which>.+?)(?: (?:due|now|again|then|for))*"
)
_TRASH = re.compile(
    rf"(?:{_SHOW} |what(?:'s| is| are)? )?(?:me )?(?:in )?(?:my |the )?(?:trash|bin|deleted (?:tasks|items|ones))"
    r"|what (?:did i|have i|was) delete[d]?"
)
_LABELS = re.compile(
    rf"(?:{_SHOW} |what |which )?(?:me )?(?:are )?(?:all )?(?:of )?(?:my |the )?(?:labels|tags)"
    r"(?: do i have| are there| have i got)?"
)
_ACTIVITY = re.compile(
    r"(?:show me |show |see |what(?:'s| is| was| has)? )(?:my |the )?(?:been )?(?:activity|history|changed|changes"
    r"|recent changes|change log)(?: (?:today|lately|recently|so far))?"
    r"|what did (?:i|you|we) (?:just )?(?:do|change)(?: (?:today|last|recently))?"
)
_RESTORE = re.compile(
    r"(?:restore|undelete|bring back|recover|get back|put back|take out of the trash)\s+(?P<what>.+?)"
    r"(?:\s+(?:from|out\s+of)\s+(?:the\s+)?(?:trash|bin))?",
    re.IGNORECASE,
)
_BACK = re.compile(r"(?:bring|get|put|take)\s+(?P<what>it|that|this|them|those|these|both)\s+back", re.IGNORECASE)
_FIND = re.compile(
    r"(?:find|search(?:\s+for)?|look\s+(?:for|up)|where\s+is|where's)\s+(?:me\s+)?"
    r"(?:(?:everything|anything|something|all|tasks?)\s+(?:about|with|on|for|containing|mentioning)\s+)?"
    r"(?:(?:the|my|a)\s+)?(?P<text>\S.{0,60})",
    re.IGNORECASE,
)
_NO_TEXT = re.compile(
    r"\b(?:overdue|due|today|tomorrow|tasks?|done|completed|p[1-4]|week|priority)\b|@|#", re.IGNORECASE
)
_OTHER_DAY = re.compile(
    r"(?:(?:and|or|how about|what about|and what about|and on|and for)\s+)?(?P<day>[^?]+)\?", re.IGNORECASE
)
_LEFT = re.compile(
    rf"(?:{_SHOW} (?:me )?)?what(?:'s| is)? (?:still )?(?:left|open|remain(?:s|ing))(?: to do| to be done| now)?"
)


def read_showing(line: str, context: Context) -> Request | None:
    """What a line without its politeness asks to see."""
    folded = " ".join(fold(line).split())
    if read_undo_or_help(line):
        return None
    if _SUMMARY.fullmatch(folded):
        return Summarize(7)
    if _LABELS.fullmatch(folded):
        return ListLabels()
    if _TRASH.fullmatch(folded):
        return ShowTrash()
    if _ACTIVITY.fullmatch(folded):
        return ShowActivity()
    return _mentioned(folded, context) or _restore(line, context) or _left(folded) or _text(line)


def read_other_day(said: str, context: Context) -> Request | None:
    """ "And friday?" after a question about another day."""
    match = _OTHER_DAY.fullmatch(said.strip())
    due = context.due(match["day"].strip()) if match else None
    return FindTasks(due_from=due.day, due_until=due.day) if due and due.day else None


def _mentioned(folded: str, context: Context) -> Request | None:
    if _MENTIONED.fullmatch(folded):
        return ShowMentioned(Mentioned(several=bool(_SEVERAL.search(folded))))
    if _WHEN_NOW.fullmatch(folded):
        return ShowMentioned(Mentioned(several=True))
    match = _ONE_OF.fullmatch(folded) or _WHEN_ONE.fullmatch(folded)
    if match and match.re is _ONE_OF and (project := context.project(match["which"])):
        return FindTasks(project_id=project.id)
    target = read_target(match["which"] if match else folded, context)
    # A number alone picks from the last list; "it" alone asks for nothing.
    if target is None or isinstance(target, ByWords) or (match is None and isinstance(target, Mentioned)):
        return None
    return ShowMentioned(target) if isinstance(target, ByNumber) else None


def _restore(line: str, context: Context) -> Request | None:
    match = _RESTORE.fullmatch(line) or _BACK.fullmatch(line)
    target = read_target(match["what"], context) if match else None
    return Restore(target) if target else None


def _left(folded: str) -> Request | None:
    return FindTasks() if _LEFT.fullmatch(folded) else None


def _text(line: str) -> Request | None:
    match = _FIND.fullmatch(line)
    return FindTasks(text=match["text"].strip(" \"“”'")) if match and not _NO_TEXT.search(match["text"]) else None
