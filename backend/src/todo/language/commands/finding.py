"""Sentences that ask for tasks: "what is due tomorrow?", "anything overdue?", "what did I finish this week?".

A question is read by what it holds: a period, a project, whether tasks are done. Every other word must be one that such
questions are made of, and one must show that tasks are meant. "What's on tonight?" asks for tasks, "what movies are on
tonight?" does not. A question that names the person's own list ("which purchases are on my shopping list") may hold any
word.
"""

import re
from dataclasses import replace

from todo.language.commands.context import Context
from todo.language.commands.filters import DONE, Phrase, take_apart
from todo.language.commands.intents import FindTasks, ListProjects
from todo.language.commands.lookups import read_lookup
from todo.language.commands.sentences import OWN_LIST, Mood, Sentence, may_name_list
from todo.language.text import fold

_NOUNS = r"tasks?|todos?|reminders?|agenda|schedule|calendar|plate|chores|errands|appointments?|events?|deadlines?"
# What shows that tasks are meant; and what does so only beside a period: "what's on tonight".
_EVIDENCE = re.compile(
    rf"\b(?:{_NOUNS}|due)\b|(?<=\w )lists?\b"
    r"|\b(?:have|need|left|got|anything|things|something|what) to (?:do|get done)\b|needs? to (?:be|get) done\b"
    r"|\bto (?:remember|be reminded|recall)\b|^what (?:do (?:i|we) have|have (?:i|we) got)$|^what've i got$"
    r"|^what should (?:i|we) (?:do|start|begin|work on)(?: with| on)?(?: first| next| now)?$"
)
_EVIDENCE_WITH_PERIOD = re.compile(
    r"^(?!how\b).*\b(?:i|my|we|our|me|i'm|i've)\b|^(?:is |is there |do i have )?anything\b|^(?:and )?what about$|^and$"
    r"|^what(?:'s|s| is)(?: \w+)? (?:on|up|planned|scheduled|happening|next|left|open)\b"
)
_STATEMENT = re.compile(r"(?:i|i'm|i've|i'd|you|we|it|it's|that|there|they)\b(?!.*\b(?:what|which)\b)")
_HOW_PERIOD = re.compile(
    r"how(?:'s| is| are| does| do| will)?(?: (?:my|the|things))?(?: (?:looking|look|going|shaping up|like|be))*"
)
_TO_DO = re.compile(r"\bto[- ]do'?s?\b(?=\s+(?:lists?|items?|tasks?))|\bto-dos?\b|\bto dos\b|\btodo'?s\b")
_PROJECTS = re.compile(
    r"(?:(?:show|list|see|view|display|name|give|tell|what|which|read)(?:'s|s| is| are)?(?: me)?(?: all)?(?: of)? )?"
    r"(?:(?:my|our|the|all) )*(?:projects|lists)(?: (?:do (?:i|we) have|are there|have i got|exist))?"
)
# A request to be shown something, or a question: what stands before the list that is named.
_ASKS = re.compile(
    r"(?:what|which|when|where|how|who|is|are|was|were|do|does|did|have|has|will|any|anything|show|tell|read|list|check|see"
    r"|look|display|give|let|pull|bring|open|view|repeat|recite|go (?:over|through)|say|name|find|search|get|remind me"
    r"|inform|print|review|know|hear|browse|scan|describe|recap|summari[sz]e|fill me in|run (?:through|by))\b"
)
# What people need to do with a list to be shown it; "I need to do the dishes" asks for nothing.
_SHOWS = re.compile(
    r"(?:know|see|hear|read|check|view|look|review|find out|be (?:told|shown)|get|go (?:over|through))\b"
)
_WANTS_LIST = re.compile(
    rf"i (?:just )?(?:want|need|would like|'d like|wish) {OWN_LIST}(?: (?:read|shown|told|listed).*| (?:for|on|of) .*)?"
)
_CHANGES = re.compile(r"\b(?:if not|add(?! to)|put|remove|delete|erase|clear|cancel)\b(?!.*\bdid i\b)(?!.* have i\b)")
LISTED = re.compile(rf"(?:(?:according )?(?:on|in|from|to|of|onto|off) )?{OWN_LIST}")
_ENDS_ASKING = re.compile(rf"{OWN_LIST} .*\b(?:what|which)(?: (?:again|exactly|now))?")
# What people set out to keep in mind is what they noted as tasks.
_MEMORY = re.compile(
    r"(?:.*\b)?(?:what|which|the (?:things|items|stuff))\b"
    r".*\b(?:i|me|am|wanted|supposed|need(?:ed)?|asked|things|stuff)\b"
    r".*\b(?:remember|recall|(?:bear|keep) in mind|(?:be )?remind(?:ed)?(?: me)?|(?:not|n't|never|to) (?:to )?forget)\b"
    r"(?: (?:of|about|again|earlier|before|today|for|to do|by you|you))*"
)
_TO_BUY = re.compile(
    r"what (?:else )?(?:do i (?:still )?(?:need|have)|should i|did i want|was i going|am i supposed) (?:to )?"
    r"(?:buy|get|pick up|purchase|go shopping|shop)(?: for)?"
    r"(?: (?:at|from) the \w+| (?:when|while|for|next time) i .*| today| tomorrow)?"
)


def read_find(sentence: Sentence, context: Context) -> FindTasks | ListProjects | None:
    """What the sentence asks for, or None when it does not surely ask for tasks."""
    line = sentence.line
    if sentence.mood is Mood.NEED and not _SHOWS.match(line.lower()):
        return None
    folded = _TO_DO.sub("todo", fold(line)).strip(" \"'")
    if _PROJECTS.fullmatch(folded):
        return ListProjects()
    if lookup := read_lookup(folded, context):
        return lookup
    if _MEMORY.fullmatch(folded) or _TO_BUY.fullmatch(folded):
        return FindTasks()
    is_statement = bool(_STATEMENT.match(folded)) and not sentence.asks
    phrase = take_apart(folded, context)
    if not is_statement and _asks_for_tasks(phrase):
        return phrase.query(context)
    return _named_list(folded, phrase, context)


def _asks_for_tasks(phrase: Phrase) -> bool:
    rest = phrase.rest
    if phrase.has_period and _HOW_PERIOD.fullmatch(rest):
        return True
    if not phrase.is_plain:
        return False
    if phrase.restricts or _EVIDENCE.search(rest):
        return True
    return phrase.has_period and bool(DONE.search(rest) or _EVIDENCE_WITH_PERIOD.search(rest))


def _named_list(folded: str, phrase: Phrase, context: Context) -> FindTasks | None:
    """What a question about the person's own list asks for, whatever its other words are."""
    named = LISTED.search(folded) if may_name_list(folded) else None
    if not named or _CHANGES.match(folded):
        return None
    asks = _ASKS.match(folded) or _WANTS_LIST.fullmatch(folded) or _ENDS_ASKING.fullmatch(folded)
    if not asks and not _ASKS.match(folded[named.end() :].lstrip(" ,")):
        return None
    return replace(phrase.query(context), done=False)
