"""Sentences that change tasks: "move it to friday", "push everything due today a week", "rename that to buy tea"."""

import re
from datetime import timedelta

from todo.language.commands.context import Context
from todo.language.commands.intents import Changes, Matching, Target, UpdateTasks
from todo.language.commands.patterns import compiled
from todo.language.commands.priorities import PRIORITY, level, read_level
from todo.language.commands.sentences import LIST, Mood, Sentence
from todo.language.commands.targets import read_target
from todo.language.commands.words import NUMBERS

_MOVE = (
    r"(?:move|reschedule|postpone|push|delay|bump|shove|shift|defer|put\s+off|snooze|bring\s+forward|bring|switch|transfer|change"
    r"|pull\s+forward)"
)
_WHERE = r"(?:\s+(?:back|forward|out|over|up))?"
_FIELD = (
    r"(?P<field>due\s+date|date|deadline|time|day|priority|title|name|notes?|description|comment|project|label|tag)"
)
_UNITS = {"minute": 1, "min": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}
_COUNT = rf"(?:by\s+)?(?P<count>an?|one|another|[0-9]{{1,3}}|{'|'.join(NUMBERS)}|a\s+couple(?:\s+of)?|a\s+few)"
_AMOUNT = rf"{_COUNT}\s+(?:more\s+)?(?P<unit>minute|min|hour|day|week)s?"
_SMALL = {"a": 1, "an": 1, "one": 1, "another": 1, "a couple": 2, "a couple of": 2, "a few": 3, **NUMBERS}
_NAME = r"[#@]?(?P<name>[\w-]+)"

_SHIFT = compiled(
    rf"(?:{_MOVE})\s+(?P<what>.+?){_WHERE}\s+{_AMOUNT}(?:\s+(?P<which>later|earlier|sooner|back|forward|ahead|on))?"
)
_EARLIER = compiled(r"(?:bring|pull)\s+forward\b|.*\b(?:earlier|sooner)\Z|(?:bring|pull)\s.*\bforward\s.*")
_MOVE_TO = compiled(rf"{_MOVE}\s+(?P<what>.+){_WHERE}\s+(?:to|until|till|for|into|onto|on)\s+(?P<to>.+)")
_MOVE_WHEN = compiled(rf"{_MOVE}\s+(?P<what>.+)")
_FIELD_OF = compiled(
    rf"(?:set|change|update|edit|make|move)\s+(?:the\s+)?{_FIELD}\s+(?:of|for|on)\s+(?P<what>.+?)"
    r"(?:\s+from\s+(?P<from>.+?))?\s+(?:to|as|=)\s+(?P<to>.+)"
)
_ITS_FIELD = compiled(
    rf"(?:set|change|update|edit|make)\s+(?:(?P<its>its)|(?P<what>.+?)'s)\s+{_FIELD}(?:\s+from\s+(?P<from>.+?))?\s+(?:to|as|=)\s+(?P<to>.+)"
)
_FROM_TO = compiled(rf"{_MOVE}\s+(?P<what>.+?)\s+from\s+(?P<from>.+?)\s+to\s+(?P<to>.+)")
_MAKE_DUE = compiled(r"(?:make|set|have)\s+(?P<what>.+?)\s+(?:be\s+)?due\s+(?:on\s+|by\s+|at\s+)?(?P<to>.+)")
_PRIORITY = compiled(
    rf"(?:make|mark|set|flag|give|change|bump)\s+(?P<what>.+?)\s+(?:as\s+|(?:up\s+|down\s+)?to\s+|with\s+|be\s+)?(?:an?\s+)?{PRIORITY}"
)
_PRIORITIZE = compiled(r"(?P<lower>de)?-?prioriti[sz]e\s+(?P<what>.+)")
_RENAME = compiled(r"(?:rename|retitle|reword)\s+(?P<what>.+?)\s+(?:to|as|into)\s+(?P<to>.+)")
_CALL = compiled(
    r"(?:call|name)\s+(?P<what>.+?)\s+(?P<to>[\"'“].+[\"'”])|call\s+(?P<it>it|that|this(?:\s+one)?)\s+(?P<name>.+)"
)
_LABEL = compiled(
    rf"(?:tag|label)\s+(?P<what>.+)\s+(?:with|as)\s+{_NAME}|add\s+(?:the\s+)?(?:label|tag)\s+[#@]?(?P<added>[\w-]+)\s+to\s+"
    r"(?P<to>.+)|add\s+@(?P<sign>[\w-]+)\s+to\s+(?P<onto>.+)"
)
_UNLABEL = compiled(
    r"(?:remove|delete|take|drop)\s+(?:off\s+)?(?:(?:the\s+)?(?:label|tag)\s+[#@]?(?P<name>[\w-]+)|@(?P<sign>[\w-]+))\s+"
    r"(?:from|off|off\s+of)\s+(?P<what>.+)"
)
_NOTE = compiled(
    r"(?:(?:add|write|leave|put)\s+)?(?:a\s+|the\s+|this\s+)?(?:note|comment)\s+(?:to|on|for)\s+(?!self\b)(?P<what>.+?)"
    r"(?:\s*:\s*|,?\s+(?:saying|that\s+says|that|with)\s+)(?P<notes>.+)"
    r"|add\s+(?P<quoted>[\"“].+[\"”])\s+to\s+the\s+(?:notes?|description)\s+(?:of|for)\s+(?P<of>.+)"
)
_UNDATE = compiled(
    r"(?:remove|clear|delete|drop|take\s+away|unset)\s+(?:the\s+|its\s+)?(?:due\s+)?(?:date|deadline|due\s+date)"
    r"(?:\s+(?:of|from|for|on)\s+(?P<what>.+))?|unschedule\s+(?P<it>.+)"
    r"|take\s+(?:the\s+|its\s+)?(?:due\s+)?(?:date|deadline)\s+(?:off|from|away\s+from)\s+(?:of\s+)?(?P<off>.+)"
)
_NO_DATE = compiled(r"(?:no\s+(?:due\s+)?date|no\s+deadline|someday|nothing|none|never)")
_STARTS = re.compile(
    r"(?:move|reschedule|postpone|push|delay|bump|shove|shift|defer|put|snooze|bring|switch|transfer|change|pull|set|update|edit|make"
    r"|have|mark|flag|give|de-?prio|prio|rename|retitle|reword|call|name|tag|label|add|remove|delete|take|drop|clear|unset"
    r"|unschedule|write|leave|note|comment|a\s+note)",
    re.IGNORECASE,
)
_ON_LIST = compiled(rf"\s+(?:on|in|from)\s+{LIST}\Z")


def read_change(sentence: Sentence, context: Context) -> UpdateTasks | None:
    """The change of tasks that are there, or None. "I need to move the couch" is work to do."""
    line = sentence.line
    if "\n" in sentence.text or not _STARTS.match(line):
        return None
    if sentence.mood is Mood.NEED or (sentence.asks and not sentence.polite):
        return None
    readers = (_note, _label, _unlabel, _undate, _field, _rename, _priority, _shift, _move)
    return next((found for read in readers if (found := read(line, context))), None)


def _update(what: str, changes: Changes | None, context: Context) -> UpdateTasks | None:
    target = _target(what, context) if changes else None
    return UpdateTasks(target, changes) if target and changes else None


def _target(what: str, context: Context) -> Target | None:
    return read_target(_ON_LIST.sub("", what), context)


def _note(line: str, context: Context) -> UpdateTasks | None:
    match = _NOTE.fullmatch(line)
    if not match:
        return None
    notes = (match["notes"] or match["quoted"]).strip(' "“”')
    return _update(match["what"] or match["of"], Changes(notes=notes), context)


def _label(line: str, context: Context) -> UpdateTasks | None:
    match = _LABEL.fullmatch(line)
    if not match:
        return None
    name = match["name"] or match["added"] or match["sign"]
    return _update(match["what"] or match["to"] or match["onto"], Changes(labels=(name,)), context)


def _unlabel(line: str, context: Context) -> UpdateTasks | None:
    match = _UNLABEL.fullmatch(line)
    return _update(match["what"], Changes(without_labels=(match["name"] or match["sign"],)), context) if match else None


def _undate(line: str, context: Context) -> UpdateTasks | None:
    match = _UNDATE.fullmatch(line)
    return (
        _update(match["what"] or match["it"] or match["off"] or "it", Changes(without_due=True), context)
        if match
        else None
    )


def _field(line: str, context: Context) -> UpdateTasks | None:
    match = _FIELD_OF.fullmatch(line) or _ITS_FIELD.fullmatch(line)
    if not match:
        return None
    return _update(match["what"] or "it", _field_change(match["field"], match["to"], context), context)


def _field_change(field: str, to: str, context: Context) -> Changes | None:
    match field.lower().split():
        case ["priority"]:
            priority = read_level(to)
            return Changes(priority=priority) if priority else None
        case ["title" | "name"]:
            return Changes(title=to.strip(" \"'“”"))
        case ["note" | "notes" | "description" | "comment"]:
            return Changes(notes=to.strip(' "“”'))
        case ["label" | "tag"]:
            return Changes(labels=(to.lstrip("@#"),)) if " " not in to else None
        case ["project"]:
            project = context.project(to)
            return Changes(project_id=project.id) if project else None
    return _when(to, context)


def _rename(line: str, context: Context) -> UpdateTasks | None:
    if match := _RENAME.fullmatch(line):
        return _update(match["what"], Changes(title=match["to"].strip(" \"'“”")), context)
    if match := _CALL.fullmatch(line):
        title = (match["to"] or match["name"]).strip(" \"'“”")
        return _update(match["what"] or match["it"], Changes(title=title), context)
    return None


def _priority(line: str, context: Context) -> UpdateTasks | None:
    if match := _PRIORITIZE.fullmatch(line):
        return _update(match["what"], Changes(priority=4 if match["lower"] else 1), context)
    match = _PRIORITY.fullmatch(line)
    return _update(match["what"], Changes(priority=level(match)), context) if match else None


def _shift(line: str, context: Context) -> UpdateTasks | None:
    match = _SHIFT.fullmatch(line)
    # "Move it to 3 days from now" names a day.
    if not match or re.search(r"\b(?:to|in|for|until)\Z", match["what"], re.IGNORECASE):
        return None
    said = " ".join(match["count"].lower().split())
    count = int(said) if said.isdigit() else _SMALL[said]
    minutes = count * _UNITS[match["unit"].lower()]
    shift = timedelta(minutes=-minutes if _EARLIER.match(line) else minutes)
    return _update(match["what"], Changes(shift=shift), context)


def _move(line: str, context: Context) -> UpdateTasks | None:
    if (match := _FROM_TO.fullmatch(line)) and (changes := _destination(match["to"], context)):
        # Of several tasks, where they are now tells which: "everything from today".
        is_several = isinstance(_target(match["what"], context), Matching)
        return _update(f"{match['what']} from {match['from']}" if is_several else match["what"], changes, context)
    if match := _MAKE_DUE.fullmatch(line):
        return _update(match["what"], _when(match["to"], context), context)
    if (match := _MOVE_TO.fullmatch(line)) and (changes := _destination(match["to"], context)):
        return _update(match["what"], changes, context)
    return _move_without_word(line, context)


def _move_without_word(line: str, context: Context) -> UpdateTasks | None:
    """ "Reschedule pay rent tomorrow": the date at the end is the new one."""
    match = _MOVE_WHEN.fullmatch(line)
    if not match:
        return None
    words = match["what"].split()
    for count in range(min(5, len(words) - 1), 0, -1):
        said = " ".join(words[-count:])
        if (due := context.due(said)) is not None:
            what = re.sub(r"\s+(?:to(?:\s+be)?|until|till|for|on)\Z", "", " ".join(words[:-count]))
            return _update(what, Changes(when=said, due=due), context)
    return None


def _destination(to: str, context: Context) -> Changes | None:
    """A day, a project or a priority that tasks are moved to."""
    if project := context.project(to):
        return Changes(project_id=project.id)
    if priority := read_level(to) if re.search(r"[a-z]", to, re.IGNORECASE) else None:
        return Changes(priority=priority)
    return _when(to, context)


def _when(to: str, context: Context) -> Changes | None:
    if _NO_DATE.fullmatch(to):
        return Changes(without_due=True)
    due = context.due(to)
    return Changes(when=to, due=due) if due else None
