"""What is read only where nothing else understands the sentence, so that it never takes a reading from another rule.

The patterns are English; what German and Spanish say instead stands last in their tables of orders (`foreign.py`).
"""

import re

from todo.language.commands.context import Context
from todo.language.commands.intents import (
    AddTasks,
    ByWords,
    Changes,
    Command,
    CompleteTasks,
    FindTasks,
    Matching,
    Mentioned,
    UpdateTasks,
)
from todo.language.commands.priorities import PRIORITY, level
from todo.language.commands.targets import read_target
from todo.language.symbols import ProjectName

_LONGEST_STATEMENT = 200  # characters
# What begins so asks, doubts or tells of something else.
_NO_TITLE = re.compile(
    r"(?:what|who|which|when|where|why|how|is|are|was|were|has|have|had|do|does|did|if|i|i'm|we|you|he|she|they|there|maybe|perhaps|not|never)\b",
    re.IGNORECASE,
)
# What somebody else says in any of the languages is no order.
_REPORTED = re.compile(
    r"\b(?:sa(?:id|ys)|t(?:old|ells?)|th(?:inks?|ought)|heard|ask(?:s|ed)|wants?|hopes?|sag(?:t|te)|mein(?:t|te)|glaubt|will"
    r"|fragt|dice|dijo|cree|quiere|pregunta)\b",
    re.IGNORECASE,
)
_IS_WHEN = re.compile(
    r"(?P<what>\S.*?)\s+(?:is|are)\s+(?:now\s+|actually\s+)?(?P<when>\S.*?)"
    r"(?:,?\s+(?:and\s+)?not|,?\s+instead\s+of|,?\s+rather\s+than)\s+\S.*",
    re.IGNORECASE,
)
_IS_NOW = re.compile(r"(?P<what>\S.*?)\s+(?:is|are)\s+(?:(?:now|actually)\s+)+(?P<when>\S.*)", re.IGNORECASE)
_WAS_MOVED = re.compile(
    r"(?P<what>\S.*?)\s+(?:(?:is|are|was|were|got|has\s+been|have\s+been)\s+)?(?:now\s+)?(?:moved|pushed|shifted|rescheduled"
    r"|postponed)\s+(?:back\s+)?(?:to|until)\s+(?P<when>\S.*)",
    re.IGNORECASE,
)
_CAN_WAIT = re.compile(
    r"(?P<what>\S.*?)\s+(?:can|has\s+to|have\s+to|must|should)\s+(?:all\s+)?wait\s+(?:until|till|til|for)\s+(?P<when>\S.*)",
    re.IGNORECASE,
)
_NOT_UNTIL = re.compile(
    r"(?:i|we)\s+(?:do\s*n[o']?t|don'?t)\s+(?:need|have)\s+to\s+(?P<what>\S.*?)\s+(?:until|till|til|before)\s+(?P<when>\S.*)",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"(?P<what>\S.*?)\s+(?P<when>(?:on|at|next|this|tomorrow|today)\b.*?)\s+instead",
    re.IGNORECASE,
)
_IS_URGENT = re.compile(rf"(?P<what>\S.*?)\s+(?:is|are)\s+(?:now\s+|very\s+|really\s+)?{PRIORITY}", re.IGNORECASE)
_STAYS = re.compile(
    r"(?:but\s+)?(?P<what>\S.*?)\s+(?:stays?|remains?|(?:should|can)\s+stay)\s+(?:(?:on|at|for)\s+)?(?P<when>\S.*)",
    re.IGNORECASE,
)
# "Everything overdue to friday": what is to be done with it needs no verb.
_GROUP_TO = re.compile(r"(?P<what>(?:everything|all)\b.*?)\s+(?:to|till|until)\s+(?P<when>\S.*)", re.IGNORECASE)
_ADD = r"(?:add|put|place|throw|stick|write(?:\s+down)?|jot\s+down|note\s+down)"
_ONTO = re.compile(
    rf"(?P<verb>{_ADD})\s+(?P<what>\S.*?)\s+(?:on|onto|in|into|to|under)\s+(?P<where>\S.*)", re.IGNORECASE
)
_BARE_ADD = re.compile(rf"{_ADD}(?:\s+(?:something|a\s+task|a\s+new\s+task|one|it))?", re.IGNORECASE)
_QUOTED_ADD = re.compile(rf"{_ADD}\s+(?P<what>[\"“].+[\"”])", re.IGNORECASE)
_NOTED = re.compile(
    r"(?:note|task|to-?\s?do|reminder|idea|(?:jot|note|write)\s+down)\s*:\s*(?P<what>\S.*)", re.IGNORECASE
)
_WHEN_IS = re.compile(
    r"(?:when(?:'s|s|\s+is|\s+are)|(?:what|which)\s+(?:time|day|date)(?:'s|\s+is|\s+are))\s+(?:the(?!\s+(?:next|best|last|first)\b)|my(?:\s+next)?|our)"
    r"\s+(?P<text>\S+(?:\s+\S+){0,2}?)(?:\s+(?:again|due|on|at))?",
    re.IGNORECASE,
)
_ON_DAY = re.compile(r"(?P<day>[^:]{3,30}):\s+(?P<what>\S.*)")
_SCHEDULE = re.compile(r"(?:schedule|plan)\s+(?P<what>\S.*)", re.IGNORECASE)
_HOLDS = re.compile(
    r"(?:what(?:'s|\s+is|\s+are)?|which\s+tasks\s+are|anything)\s+(?:still\s+)?(?:left\s+)?(?:in|on|under|for)\s+(?P<where>\S.*)",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"what\s+(?:have|did)\s+i\s+(?:already\s+|just\s+)?(?:finish(?:ed)?|completed?|do|done|accomplish(?:ed)?"
    r"|(?:get|got)\s+done|tick(?:ed)?\s+off)",
    re.IGNORECASE,
)
_LIST_FINISHED = re.compile(
    r"(?:list|show)\s+(?:me\s+)?(?:everything|all|what|the\s+tasks)\s+(?:that\s+)?(?:i\s+have|i've|i)\s+"
    r"(?:already\s+)?(?:finished|completed|done|accomplished)",
    re.IGNORECASE,
)
_DID_I = re.compile(
    r"did\s+i\s+(?:already\s+|ever\s+)?(?P<what>(?!(?:do|have|get|miss|forget|say|mention)\b)\S+\s\S.*?)(?:\s+(?:already|yet))?",
    re.IGNORECASE,
)
_IS_LATE = re.compile(
    r"(?:is|are)\s+(?:the\s+|my\s+|our\s+)?(?P<text>(?!(?:any|some|every|it|that|this|there|he|she|they|you|all)\w*\b)\S+"
    r"(?:\s+\S+){0,2}?)\s+(?:still\s+|already\s+)?(?:late|overdue|due|open)(?:\s+(?:yet|already|now))?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?<=\s)(?:the|my|our|an?)\s+", re.IGNORECASE)
_SET = re.compile(
    r"(?:set|give|put)\s+(?P<what>\S.*?)\s+(?:to|for|on|due|a\s+due\s+date\s+of|the\s+date)\s+(?P<when>\S.*)",
    re.IGNORECASE,
)
_COMPLETE = re.compile(r"(?:complete|tick\s+off|check\s+off|cross\s+off)\s+(?P<what>\S+\s+\S.*)", re.IGNORECASE)
_ORDER = re.compile(r"(?:add|delete|remove|complete|move|undo|finish|show|create|rename|reopen)\s+\S", re.IGNORECASE)
_RECURRING = re.compile(
    r"(?:(?:set|make|have|let|schedule|repeat|change)\s+(?P<what>.+?)\s+(?:to\s+)?(?:be\s+|repeat\s+|recur(?:ring)?\s+"
    r"|happen\s+|go\s+)?(?P<rule>(?:every|each|daily|weekly|monthly|yearly|once\s+a|jede[nrs]?|alle|täglich|wöchentlich"
    r"|monatlich|jährlich|cada|todos\s+los|todas\s+las)\b.*))",
    re.IGNORECASE,
)
_REPEATING_TAIL = re.compile(r"\s+(?:recur(?:ring)?|repeat(?:ing)?|happen(?:ing)?|due|again)\Z", re.IGNORECASE)


def read_fallback(line: str, context: Context) -> Command | None:
    """What a line without its politeness asks for."""
    for read in (_adding, _asking, _recurring, _changing, _moving_all, _completing):
        if found := read(line, context):
            return found
    return None


def _adding(line: str, context: Context) -> Command | None:
    if _BARE_ADD.fullmatch(line):
        return AddTasks()
    if match := _QUOTED_ADD.fullmatch(line) or _NOTED.fullmatch(line):
        return AddTasks((match["what"],))
    if (match := _ONTO.fullmatch(line)) and (project := context.project(match["where"])):
        return _into_project(match, project, context)
    if (match := _ON_DAY.fullmatch(line)) and context.due(match["day"]):
        things = [thing for thing in re.split(r"\s*[,;]\s*", match["what"].strip(" ,;")) if thing]
        return AddTasks(tuple(f"{thing} {match['day']}" for thing in things))
    match = _SCHEDULE.fullmatch(line)
    return _scheduling(match["what"], context) if match else None


def _scheduling(what: str, context: Context) -> Command | None:
    """A task with a date: to add, unless one is there that is called so."""
    found = context.read_quick_add(what)
    if found.due is None or found.title == what:
        return None
    when = " ".join(span.text for span in found.spans if span.kind in ("date", "time"))
    move = UpdateTasks(ByWords(found.title), Changes(when=when, due=found.due)) if context.due(when) else None
    return AddTasks((what,), if_present=move)


def _into_project(match: re.Match[str], project: ProjectName, context: Context) -> Command:
    """ "Put call dad in the work project": a task to add, unless one is there that is called so; "it" is there."""
    target = read_target(match["what"], context)
    move = UpdateTasks(target or ByWords(match["what"]), Changes(project_id=project.id))
    if isinstance(target, Mentioned):
        return move
    is_put = not match["verb"].lower().startswith(("add", "jot", "note", "write"))
    name = f'"{project.name}"' if " " in project.name else project.name
    return AddTasks((f"{match['what']} #{name}",), if_present=move if is_put else None)


def read_statement(line: str, context: Context) -> Command | None:
    """How things are from now on: "the dentist is at 10, not 9", "call dad on sunday instead", "the rest can wait
    until monday".
    """
    if len(line) > _LONGEST_STATEMENT or _REPORTED.search(line):
        return None
    if (match := _IS_URGENT.fullmatch(line)) and not _NO_TITLE.match(match["what"]):
        target = read_target(match["what"], context)
        return UpdateTasks(target, Changes(priority=level(match))) if isinstance(target, ByWords) else None
    matches = (
        pattern.fullmatch(line) for pattern in (_NOT_UNTIL, _IS_WHEN, _IS_NOW, _WAS_MOVED, _CAN_WAIT, _STAYS, _INSTEAD)
    )
    match = next(filter(None, matches), None)
    if match is None or _NO_TITLE.match(match["what"]):
        return None
    due, target = context.due(match["when"]), read_target(match["what"], context)
    return UpdateTasks(target, Changes(when=match["when"], due=due)) if due and target else None


def _asking(line: str, context: Context) -> Command | None:
    if _FINISHED.fullmatch(line) or _LIST_FINISHED.fullmatch(line):
        return FindTasks(done=True)
    if match := _WHEN_IS.fullmatch(line) or _IS_LATE.fullmatch(line):
        return FindTasks(text=match["text"])
    did = _DID_I.fullmatch(line)
    target = read_target(did["what"], context) if did else None
    if isinstance(target, ByWords):
        return FindTasks(text=_ARTICLE.sub("", target.words), done=True)
    match = _HOLDS.fullmatch(line)
    project = context.project(match["where"]) if match else None
    return FindTasks(project_id=project.id) if project else None


def _recurring(line: str, context: Context) -> Command | None:
    """ "Set pay rent to every monday": a rule, which alone is no date."""
    match = _RECURRING.fullmatch(line)
    target = read_target(_REPEATING_TAIL.sub("", match["what"]), context) if match else None
    return UpdateTasks(target, Changes(when=match["rule"])) if match and target else None


def _changing(line: str, context: Context) -> Command | None:
    """ "Set pay rent to friday"."""
    match = _SET.fullmatch(line)
    target = read_target(match["what"], context) if match else None
    if match is None or target is None:
        return None
    due = context.due(match["when"])
    return UpdateTasks(target, Changes(when=match["when"], due=due)) if due else None


def _moving_all(line: str, context: Context) -> Command | None:
    """ "All work stuff to monday": of all that there is, nobody moves everything with so few words."""
    match = _GROUP_TO.fullmatch(line)
    due = context.due(match["when"]) if match else None
    target = read_target(match["what"], context) if match and due else None
    is_some = isinstance(target, Matching) and target.query != FindTasks()
    return UpdateTasks(target, Changes(when=match["when"], due=due)) if match and is_some else None


def _completing(line: str, context: Context) -> Command | None:
    """A title that begins with a verb: "complete delete the backups"."""
    match = _COMPLETE.fullmatch(line)
    target = read_target(match["what"], context) if match else None
    if match and target is None and _ORDER.match(match["what"]):
        # "Complete delete all tasks": after one verb another begins a title.
        target = ByWords(match["what"])
    return CompleteTasks(target) if isinstance(target, ByWords) else None
