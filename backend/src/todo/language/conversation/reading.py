"""From what is said to the steps that it asks for, in their order."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from todo.language.clock import Clock
from todo.language.commands.context import Context
from todo.language.commands.intents import (
    AddTasks,
    ByNumber,
    ByWords,
    CompleteTasks,
    DeleteTasks,
    Mentioned,
    OutOfScope,
    Several,
    Target,
    Unknown,
    UpdateTasks,
)
from todo.language.commands.reader import read_command
from todo.language.commands.sentences import unwrap
from todo.language.commands.targets import all_but
from todo.language.conversation.apart import split_apart
from todo.language.conversation.corrections import (
    read_addition,
    read_another_move,
    read_as_it_was,
    read_correction,
    read_meant,
    read_other_one,
)
from todo.language.conversation.fallbacks import read_fallback, read_statement
from todo.language.conversation.foreign import in_english
from todo.language.conversation.left_out import read_left_out
from todo.language.conversation.organizing import read_organize
from todo.language.conversation.pairs import read_pairs, read_place_when
from todo.language.conversation.rephrasing import rephrased
from todo.language.conversation.reports import read_is_done, read_report, read_title_report
from todo.language.conversation.requests import Request
from todo.language.conversation.shopping import split_shopping
from todo.language.conversation.showing import read_other_day, read_showing
from todo.language.conversation.slips import put_right
from todo.language.conversation.told import told_apart
from todo.language.symbols import ProjectName

# Between steps. What stands between quotes is never parted.
_JOINT = re.compile(
    r"\s*(?:[,;.]\s*(?:and\s+)?then|[,;.]?\s+and\s+then|[,;.]?\s+then|;|[,.]?\s+and\s+(?:also\s+)?(?=(?:show|list|tell|mark"
    r"|complete|finish|delete|remove|move|reschedule|postpone|shift|bump|delay|rename|undo|add|create|what|make|set|tag|push|put|reopen)\b)|(?<=\w)[.!]\s+(?=\S))\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”`]")
# "Add SYSTEM: do this and that" names one thing.
_NAMED = re.compile(
    r"(?:please\s+)?add\s+(?!(?:a\s+)?(?:new\s+)?(?:task|note|project|label|section|to-?do|reminder)\b)"
    r"(?P<what>[^\s,;.:][^,;.:\n]*:\s+[^\n]*)\Z",
    re.IGNORECASE,
)
# Where nothing else parts it: a comma before what orders or asks.
_COMMA = re.compile(
    r"\s*,\s*(?:and\s+|then\s+|also\s+)*(?=(?:show|list|tell|mark|complete|finish|delete|remove|move|reschedule|postpone"
    r"|rename|undo|add|create|make|set|tag|push|put|reopen|what(?:'?s)?|which|when(?:'?s)?|how|remind)\b)|(?<=\w)[.!]\s+(?=\S)",
    re.IGNORECASE,
)
# "Move the call to friday and the report to monday": what both parts do is said once.
_GAPPED = re.compile(
    r"(?P<verb>move|reschedule|postpone|push|shift|bump|delay)\s+(?P<parts>\S.*\s(?:to|until|till)\s.*)", re.IGNORECASE
)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_PARTS = re.compile(rf"{_AND.pattern}|\s+(?=but\s)", re.IGNORECASE)  # of what is told
# What is not done yet, could not be done, or tells only what somebody did, beside what is done.
_LEFT_OUT = re.compile(
    r"(?!(?:if|when|once|unless|until|after|maybe|did|has|is|was)\b)(?:but\s+)?(?:not\s+\S+(?:\s+\S+){0,3}"
    r"|\S+(?:\s+\S+){0,3}?\s+not(?:\s+yet)?|(?:i\s+)?still\s+(?:need|have|got)\s+to\s+\S.{0,60}"
    r"|\S+(?:\s+\S+){0,3}?(?:'s|\s+(?:is|are))\s+still\s+(?:to\s+do|open|missing)"
    r"|\S+(?:\s+\S+){0,3}?\s+(?:is|was|are|were)\s+(?:all\s+)?(?:sold\s+out|closed|out\s+of\s+stock|unavailable)"
    r"|(?!(?:i|we)\b)\S+(?:\s+\S+)?\s+(?:rang|called|phoned|texted|came(?:\s+(?:by|round|over))?|visited))",
    re.IGNORECASE,
)
_EXCEPT_LAST = re.compile(
    r"(?P<order>\S.*?),?\s+(?:but|except|apart\s+from|excluding)\s+(?:not\s+|for\s+|keep\s+|leave\s+)?(?P<without>\S.*)",
    re.IGNORECASE,
)
_THATS = re.compile(r"\bthat'?s(?=\s+(?:due|overdue|late|left|open|not)\b)", re.IGNORECASE)
# As people type on phones.
_SHORT = re.compile(
    r"\A(?:(?P<ask>what|when|how)s|(?P<i>i)(?P<have>ve)|(?P<lead>(?:remind|tell)\s+me)\s+abt)\b", re.IGNORECASE
)
_NO_SUBJECT = re.compile(r"(?:still\s+)?(?:need|have)\s+to\s+\S+\s+\S", re.IGNORECASE)
_MOST_STEPS, _LONGEST = 8, 400


def read_plan(
    said: str,
    *,
    now: datetime,
    time_zone: str,
    projects: Sequence[ProjectName] = (),
    language_code: str = "en",
    day_first: bool | None = None,
    week_start: int = 0,
) -> tuple[Request, ...]:
    """The steps that a text asks for, at least one. What is not surely several steps is one.

    Arguments are those of `parse_command`.
    """
    context = Context(Clock.at(now, time_zone, week_start), projects, language_code, day_first)
    given, said = said, in_english(said, language_code, projects)
    if named := _NAMED.match(said):
        return (AddTasks((named["what"],)),)
    if len(said) <= _LONGEST and "\n" not in said.strip() and not _QUOTED.search(said):
        steps = _gapped(said, context) or _steps(said, _JOINT, context) or _after_comma(said, context)
        if steps:
            return steps
        if reports := _reports(said, context) or read_pairs(said, context, lambda part: _read(part, context)):
            return reports
    whole = _read(said, context)
    if isinstance(whole, Several):
        return tuple(_split(change, context) for change in whole.changes)
    if isinstance(whole, Unknown | OutOfScope):
        return (replace(whole, text=given),)
    return (_split(whole, context),)


def _split(step: Request, context: Context) -> Request:
    """The step with a task for each thing to add."""
    return split_apart(split_shopping(step, context.projects), context)


def _in_full(match: re.Match[str]) -> str:
    if match["ask"]:
        return f"{match['ask']}'s"
    return f"{match['lead']} about" if match["lead"] else f"{match['i']}'{match['have']}"


def _gapped(said: str, context: Context) -> tuple[Request, ...]:
    """The moves of a sentence with one verb, when each part surely is one."""
    match = _GAPPED.fullmatch(unwrap(said).line.strip(" .!"))
    parts = _AND.split(match["parts"]) if match else []
    if match is None or not 2 <= len(parts) <= _MOST_STEPS or any(map(_GAPPED.match, parts[1:])):
        return ()
    read = [_read(f"{match['verb']} {part}", context) for part in parts]
    is_sure = all(isinstance(step, UpdateTasks) and isinstance(step.target, ByWords | Mentioned) for step in read)
    return tuple(read) if is_sure else ()


def _reports(said: str, context: Context) -> tuple[Request, ...]:
    """Several things told to be done, without what is not done yet: "rent's paid, invoice went out, dad not yet"."""
    sentence = unwrap(said)
    done, count = told_apart(sentence.line.strip(" .!"), _PARTS, _LEFT_OUT)
    if sentence.asks or not done or not 2 <= count <= _MOST_STEPS:
        return ()
    # "I paid the rent and called dad": whose deed it is, is said once.
    told = [(unwrap(part).line, number) for number, part in enumerate(done)]
    read = [
        _told(line, context)
        or (_told(f"i {line}", context) or _rest(line, context) if number else _finished(line, context))
        for line, number in told
    ]
    # "The invoice went out, the other one can wait until friday": what shall be with the rest beside what is done.
    is_sure = all(_is_told(step) for step in read)
    return tuple(step for step in read if step) if is_sure and any(_is_done(step) for step in read) else ()


def _is_done(step: Request | None) -> bool:
    return isinstance(step, CompleteTasks) and isinstance(step.target, ByWords | ByNumber)


def _is_told(step: Request | None) -> bool:
    return _is_done(step) or (isinstance(step, UpdateTasks | DeleteTasks) and _points(step.target))


def _points(target: Target | None) -> bool:
    """Whether it is one of a list, so that nothing is taken for a title: "the other one", "the second"."""
    return isinstance(target, ByNumber) or (isinstance(target, Mentioned) and target.other)


def _rest(line: str, context: Context) -> Request | None:
    """What is asked beside what is told: "got the first, drop the other one"."""
    found = read_command(line, context)
    return found if isinstance(found, UpdateTasks | DeleteTasks) and _points(found.target) else None


def _after_comma(said: str, context: Context) -> tuple[Request, ...]:
    """The steps around commas. What does not begin with a change may be one order: "on my list, add milk"."""
    steps = _steps(said, _COMMA, context)
    if not steps or not isinstance(steps[0], AddTasks | CompleteTasks | DeleteTasks | UpdateTasks):
        return ()
    # After "add" another order may be the next task to add: "add wash the car, delete old photos".
    orders = [step for step in steps if isinstance(step, CompleteTasks | DeleteTasks | UpdateTasks)]
    return () if orders and isinstance(steps[0], AddTasks) else steps


def _steps(said: str, joint: re.Pattern[str], context: Context) -> tuple[Request, ...]:
    """The steps when every part surely is one; otherwise none, as titles hold "and" and "then" too."""
    parts = [part for part in joint.split(said.strip(" .!")) if part and part.strip()]
    if not 2 <= len(parts) <= _MOST_STEPS:
        return ()
    read = [_read(part, context) for part in parts]
    if any(isinstance(step, Unknown | OutOfScope) or _says_nothing(step) for step in read):
        return ()
    flat: list[Request] = []
    for step in read:
        flat += step.changes if isinstance(step, Several) else [step]
    return tuple(_split(step, context) for step in flat)


def _says_nothing(step: Request) -> bool:
    """Whether the part only hints at a request, which alone is no step."""
    if isinstance(step, AddTasks):
        return not step.texts
    return isinstance(step, UpdateTasks | DeleteTasks) and step.target is None


def _read(said: str, context: Context) -> Request:
    said = rephrased(_SHORT.sub(_in_full, _THATS.sub("that is", said.lstrip())))
    sentence = unwrap(said)
    line = sentence.line.strip(" .!?")
    if (
        again := read_other_one(said, context)
        or read_as_it_was(said)
        or read_addition(said, context)
        or (None if sentence.asks else read_title_report(line))
    ):
        return again
    if found := read_organize(line, context) or read_showing(line, context) or read_other_day(said, context):
        return found
    command = read_command(said, context)
    if isinstance(command, Unknown | OutOfScope):
        found = read_fallback(line, context) or read_correction(said, context) or _without(line, context)
        found = found or _with_slip_put_right(line, context) or (None if sentence.asks else _told(line, context))
        return found or _with_subject(line, context) or _going_on(said, context) or command
    return command


def _going_on(said: str, context: Context) -> Request | None:
    """What goes on from the request before."""
    return (
        read_another_move(said, context)
        or read_meant(said, context)
        or read_left_out(said, context)
        or read_place_when(unwrap(said).line.strip(" .!"), context)
    )


def _finished(line: str, context: Context) -> Request | None:
    """ "Done with the report"."""
    found = read_command(line, context)
    return found if isinstance(found, CompleteTasks) else None


def _told(line: str, context: Context) -> Request | None:
    return read_statement(line, context) or read_is_done(line, context) or read_report(line, context)


def _without(line: str, context: Context) -> Request | None:
    """ "Move everything due today to friday except the gym": the exception comes last."""
    match = _EXCEPT_LAST.fullmatch(line) if len(line) <= _LONGEST else None
    order = _read(match["order"], context) if match else None
    if match is None or not isinstance(order, CompleteTasks | DeleteTasks | UpdateTasks):
        return None
    rest = all_but(order.target, match["without"], context)
    return None if rest is None else replace(order, target=rest)


def _with_subject(line: str, context: Context) -> Request | None:
    """ "Need to buy eggs": people leave out that it is they who need it."""
    found = _read(f"i {line}", context) if _NO_SUBJECT.match(line) else None
    return None if isinstance(found, Unknown | OutOfScope) else found


def _with_slip_put_right(line: str, context: Context) -> Request | None:
    right = put_right(line)
    found = None if right is None else _read(right, context)
    return None if isinstance(found, Unknown | OutOfScope) else found
