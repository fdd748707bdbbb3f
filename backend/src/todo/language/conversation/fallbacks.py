"""What is read only where nothing else understands the sentence, so that it never takes a reading from another rule."""

import re

from todo.language.commands.context import Context
from todo.language.commands.intents import AddTasks, ByWords, Changes, Command, CompleteTasks, FindTasks, UpdateTasks
from todo.language.commands.targets import read_target

_ADD = r"(?:add|put|place|throw|stick|write|jot\s+down|note\s+down)"
_ONTO = re.compile(rf"{_ADD}\s+(?P<what>\S.*?)\s+(?:on|onto|in|into|to|under)\s+(?P<where>\S.*)", re.IGNORECASE)
_BARE_ADD = re.compile(rf"{_ADD}(?:\s+(?:something|a\s+task|a\s+new\s+task|one|it))?", re.IGNORECASE)
_QUOTED_ADD = re.compile(rf"{_ADD}\s+(?P<what>[\"“].+[\"”])", re.IGNORECASE)
_NOTED = re.compile(r"(?:note|task|to-?\s?do|reminder|idea)\s*:\s*(?P<what>\S.*)", re.IGNORECASE)
_SCHEDULE = re.compile(r"(?:schedule|plan)\s+(?P<what>\S.*)", re.IGNORECASE)
_HOLDS = re.compile(
    r"(?:what(?:'s|\s+is|\s+are)?|which\s+tasks\s+are|anything)\s+(?:still\s+)?(?:left\s+)?(?:in|on|under)\s+(?P<where>\S.*)",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"what\s+(?:have|did)\s+i\s+(?:already\s+|just\s+)?(?:finish|complete|do|accomplish|get\s+done|tick\s+off)(?:ed|d)?",
    re.IGNORECASE,
)
_COMPLETE = re.compile(r"(?:complete|tick\s+off|check\s+off|cross\s+off)\s+(?P<what>\S+\s+\S.*)", re.IGNORECASE)
_RECURRING = re.compile(
    r"(?:(?:set|make|have|let|schedule|repeat|change)\s+(?P<what>.+?)\s+(?:to\s+)?(?:be\s+|repeat\s+|recur(?:ring)?\s+"
    r"|happen\s+|go\s+)?(?P<rule>(?:every|each|daily|weekly|monthly|yearly|once\s+a)\b.*))",
    re.IGNORECASE,
)
_REPEATING_TAIL = re.compile(r"\s+(?:recur(?:ring)?|repeat(?:ing)?|happen(?:ing)?|due|again)\Z", re.IGNORECASE)


def read_fallback(line: str, context: Context) -> Command | None:
    """What a line without its politeness asks for."""
    return _adding(line, context) or _asking(line, context) or _recurring(line, context) or _completing(line, context)


def _adding(line: str, context: Context) -> Command | None:
    if _BARE_ADD.fullmatch(line):
        return AddTasks()
    if match := _QUOTED_ADD.fullmatch(line) or _NOTED.fullmatch(line):
        return AddTasks((match["what"],))
    if (match := _ONTO.fullmatch(line)) and (project := context.project(match["where"])):
        return AddTasks((f"{match['what']} #{project.name}",))
    if (match := _SCHEDULE.fullmatch(line)) and context.split_due(match["what"])[1] is not None:
        return AddTasks((match["what"],))
    return None


def _asking(line: str, context: Context) -> Command | None:
    if _FINISHED.fullmatch(line):
        return FindTasks(done=True)
    match = _HOLDS.fullmatch(line)
    project = context.project(match["where"]) if match else None
    return FindTasks(project_id=project.id) if project else None


def _recurring(line: str, context: Context) -> Command | None:
    """ "Set pay rent to every monday": a rule, which alone is no date."""
    match = _RECURRING.fullmatch(line)
    target = read_target(_REPEATING_TAIL.sub("", match["what"]), context) if match else None
    return UpdateTasks(target, Changes(when=match["rule"])) if match and target else None


def _completing(line: str, context: Context) -> Command | None:
    """A title that begins with a verb: "complete delete the backups"."""
    match = _COMPLETE.fullmatch(line)
    target = read_target(match["what"], context) if match else None
    return CompleteTasks(target) if isinstance(target, ByWords) else None
