"""Sentences that delete tasks: "delete pay rent", "take milk off my shopping list", "clear my calendar for friday"."""

import re

from todo.language.commands.context import Context
from todo.language.commands.filters import read_query
from todo.language.commands.intents import ByWords, DeleteTasks, FindTasks, Matching, Target
from todo.language.commands.patterns import compiled
from todo.language.commands.sentences import LIST, NO_THING, OWN_LIST, Mood, Sentence, may_name_list
from todo.language.commands.targets import read_target
from todo.language.text import fold

_VERB = (
    r"(?:delete|remove|erase|get\s+rid\s+of|cancel|scratch|strike|scrap|drop|clear|eliminate|purge|discard|dump|ditch|cut"
    r"|wipe|nix|kill|pull|toss|throw\s+out|throw\s+away|take\s+out|take\s+off|rub\s+out|cross\s+out|dismiss)"
)
_SURE_VERB = r"(?:delete|remove|erase|get\s+rid\s+of)"
_TAKE = r"(?:take|edit|move|pull|knock|drop|strike|scratch|get|cut|leave)"
_OFF = r"(?:from|off(?:\s+of)?|out\s+of|of|on|in)"
_EMPTY_VERB = (
    r"(?:clear|empty|wipe|blank|reset|purge|erase|delete|remove|clean|get\s+rid\s+of|cancel|scrap|trash|dump|scratch"
    r"|clean\s+up)"
)
_CONTENTS = (
    r"(?:(?:the\s+)?(?:contents|content|items|entries|things|tasks|events|appointments|reminders|rest)\s+(?:of|on|from|in)\s+"
    r"|(?:everything|anything)(?:\s+(?:that(?:'s|\s+is)|i\s+have))?\s+(?:on|from|in|off|out\s+of)\s+"
    r"|(?:all|every)(?:\s+(?:of|the|my))*\s+(?:\w+\s+)?(?:contents|items?|entries|things?|tasks?|events?|appointments?"
    r"|reminders?|stuff)\s+(?:that\s+are\s+)?(?:of|on|from|in|off)\s+|all\s+(?:of\s+)?)"
)
_REMOVED = r"(?:removed|deleted|erased|cleared|taken\s+(?:off|out)|cancell?ed|gone|off|dropped|struck|scratched|wiped)"
_NO_MORE = r"(?:\s+(?:any\s?more|any\s+longer|now))?"

# All of a list, or what a date or words restrict it to.
_WHOLE = tuple(
    map(
        compiled,
        (
            rf"(?:just\s+)?{_EMPTY_VERB}\s+(?:out\s+|off\s+|away\s+)?{_CONTENTS}?(?P<list>{LIST})(?P<rest>\W.*)?",
            rf"(?:make|leave)\s+(?P<list>{LIST})\s+(?:completely\s+)?(?:blank|empty|clear|free)(?P<rest>\W.*)?",
            rf"(?:start|restart)\s+(?P<list>{LIST})\s+(?:over|afresh|anew|again|from\s+scratch)(?P<rest>\W.*)?",
            (
                rf"(?:i\s+)?(?:want|need|would\s+like|'d\s+like)\s+{_CONTENTS}?(?P<list>{LIST})(?P<rest>\W.*?)?\s+(?:to\s+be\s+)?"
                r"(?:cleared|emptied|erased|wiped|blank(?:ed)?|empty|deleted|removed)(?:\s+out)?"
            ),
        ),
    )
)
# One thing; each names the list that it stands on.
_LISTED = tuple(
    map(
        compiled,
        (
            rf"{_VERB}\s+(?P<what>.+?)\s+{_OFF}\s+(?P<list>{LIST})(?P<rest>\W.*)?",
            rf"{_TAKE}\s+(?P<what>.+?)\s+(?:from|off(?:\s+of)?|out\s+of|of)\s+(?P<list>{LIST})(?P<rest>\W.*)?",
            rf"{_VERB}\s+(?P<what>.+?)\s+(?:i\s+(?:had|have)\s+)?(?:scheduled|planned)?\s*{_OFF}\s+(?P<list>{LIST})",
            (
                rf"(?:{_OFF}|update|edit|change|fix)\s+(?P<list>{LIST})[,:;]?\s+(?:and\s+|please\s+|by\s+)*"
                rf"(?:{_VERB}|taking\s+off|removing|deleting)\s+(?P<what>.+)"
            ),
            (
                rf"i\s+(?:do\s+not|don'?t|no\s+longer|never)\s+(?:need|want|have)(?:\s+to\s+see)?\s+(?P<what>.+?)\s+(?:on|in)"
                rf"\s+(?P<list>{LIST}){_NO_MORE}"
            ),
            (
                rf"i\s+(?:want|need|would\s+like|'d\s+like)\s+(?P<what>.+?)\s+(?:to\s+be\s+)?{_REMOVED}(?:\s+{_OFF})?"
                rf"\s+(?P<list>{LIST})(?P<rest>\W.*)?"
            ),
            (
                rf"i\s+(?:want|need|would\s+like|'d\s+like)\s+(?P<what>.+?)\s+{_OFF}\s+(?P<list>{LIST})(?P<rest>\W.*?)?\s+to\s+be"
                rf"\s+{_REMOVED}"
            ),
            (
                rf"(?!{NO_THING}\b)(?P<what>.+?)\s+(?:should(?:\s+not|n'?t)?|needs?\s+to|must|can|has\s+to|have\s+to)\s+(?:be\s+|come\s+|go\s+)?"
                rf"{_REMOVED}\s+(?:{_OFF}\s+)?(?P<list>{LIST})"
            ),
            (
                rf"(?!{NO_THING}\b)(?P<what>.+?)\s+(?:should\s+not|shouldn'?t|does\s+not|doesn'?t|no\s+longer)\s+(?:be|belongs?)\s+(?:on|in)"
                rf"\s+(?P<list>{LIST}){_NO_MORE}"
            ),
        ),
    )
)
_NO_LONGER = compiled(
    r"i\s+(?:no\s+longer\s+(?:need|have|want)(?:\s+to)?\s+(?P<what>.+?)"
    r"|(?:don'?t|do\s+not)\s+(?:need|have|want)(?:\s+to)?\s+(?P<other>.+?)\s+any\s?more)"
)
_BARE = compiled(rf"(?:{_SURE_VERB}|cancel|drop|scratch|clear|scrap)\s+(?P<what>.+)")
_SURE = compiled(rf"{_SURE_VERB}\b")
# A verb that means many things deletes a task only when what it names is one.
_SCHEDULED = compiled(
    r".*\b(?:task|to-?do|reminder|event|appointment|meeting|item|plans|everything|overdue|due|party|birthday)\b.*"
)
_DATE_OF = re.compile(r"\b(?:the\s+)?dates?\s+(?:of\s+)?", re.IGNORECASE)
_EXCUSE = re.compile(r"\s+(?:so|because|since|as)\s+.*\Z", re.IGNORECASE)
_STARTS = re.compile(
    rf"(?:just\s+)?(?:{_VERB}|{_TAKE}|{_EMPTY_VERB}|make|start|restart|update|change|fix|i)\b|{_OFF}\s",
    re.IGNORECASE,
)
_NAMES_LIST = compiled(rf".*{OWN_LIST}")


def read_delete(sentence: Sentence, context: Context) -> DeleteTasks | None:
    """The tasks to delete, or None. "I need to delete old mails" is work to do unless it names the list."""
    line = sentence.line
    if "\n" in sentence.text or (sentence.asks and not sentence.polite):
        return None
    if not _STARTS.match(line) and not (may_name_list(line) and _NAMES_LIST.match(line)):
        return None
    target = _whole(line, context) or _listed(line, context)
    if target is None and sentence.mood is not Mood.NEED:
        target = _bare(line, context)
    return DeleteTasks(target) if target else None


def _whole(line: str, context: Context) -> Target | None:
    for pattern in _WHOLE:
        if match := pattern.fullmatch(line):
            rest = _rest(match)
            query = read_query(fold(f"everything on {match['list']} {rest}"), context)
            return Matching(query) if query else None
    return None


def _listed(line: str, context: Context) -> Target | None:
    for pattern in _LISTED:
        if match := pattern.fullmatch(line):
            rest = _rest(match)
            if target := _with_rest(match["what"], rest, match["list"], context):
                return target
    return None


def _rest(match: re.Match[str]) -> str:
    """What follows the list, without an excuse: a day, or what the tasks hold."""
    rest = _EXCUSE.sub("", match.groupdict().get("rest") or "")
    return _DATE_OF.sub("", rest).strip(" ,.")


def _with_rest(what: str, rest: str, list_name: str, context: Context) -> Target | None:
    target = read_target(what, context)
    if isinstance(target, Matching):
        query = read_query(fold(f"{what} on {list_name} {rest}"), context)
        return Matching(query) if query else target
    due = context.due(rest) if rest else None
    if isinstance(target, ByWords) and due and not target.day:
        return ByWords(target.words, due.day)
    return target


def _bare(line: str, context: Context) -> Target | None:
    if dropped := _NO_LONGER.fullmatch(line):
        return read_target(dropped["what"] or dropped["other"], context)
    match = _BARE.fullmatch(line)
    if not match:
        return None
    target = read_target(match["what"], context)
    if target == Matching(FindTasks()) and not _SCHEDULED.fullmatch(match["what"]):
        return None
    is_sure = not isinstance(target, ByWords) or bool(_SURE.match(line)) or _SCHEDULED.fullmatch(match["what"])
    return target if is_sure else None
