"""Places of a list, each with a day of its own: "do the first one tomorrow and the second on friday"."""

import re
from collections.abc import Callable, Sequence

from todo.language.commands.context import Context
from todo.language.commands.intents import (
    ByNumber,
    Changes,
    CompleteTasks,
    DeleteTasks,
    Mentioned,
    Target,
    UpdateTasks,
)
from todo.language.commands.sentences import unwrap
from todo.language.commands.targets import read_target
from todo.language.commands.words import ORDINALS
from todo.language.conversation.requests import HalfUnderstood, Request

_VERB = r"(?:move|reschedule|postpone|push|shift|bump|delay|do|put|set|make|have|schedule|leave|keep)"
_ORDER = re.compile(rf"{_VERB}\s+", re.IGNORECASE)
_PARTS = re.compile(r"\s*,\s*(?:(?:and|but)\s+)?(?:then\s+)?|\s+(?:and|but)\s+(?:then\s+)?", re.IGNORECASE)
# "The 3rd" is a day, and "first thing" an hour.
_NAME = rf"(?:{'|'.join(ORDINALS)}|other)"
_POINTER = re.compile(
    rf"(?:(?:the\s+)?(?:numbers?|no\.?)\s+|#)?(?P<digits>[1-9][0-9]?)(?![\w:.])"
    rf"|(?:the\s+)?{_NAME}\s+(?P<noun>one|task|item)\b|the\s+{_NAME}\b(?!\s+thing)|numbers?\s+{_NAME}\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s+(?:to|on|for|till|til|until|by|at)\s+", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\s+(?:today|tonight|tomorrow|tmrw|tmr|day\s+after\s+tomorrow)\b", re.IGNORECASE)
_LONGEST = 200
_MOST = 8

_Read = Callable[[str], Request]


def read_pairs(said: str, context: Context, read: _Read) -> tuple[Request, ...]:
    """A step for each part, where each begins with a place of the list. Where only some say what they want, nothing
    is to be done but to ask for the rest. `read` says what a part alone asks for.
    """
    sentence = unwrap(said)
    line = sentence.line.strip(" .!")
    parts = _PARTS.split(line) if len(line) <= _LONGEST else []
    if not 2 <= len(parts) <= _MOST or (sentence.asks and not sentence.polite):
        return ()
    placed = _placed([_ORDER.sub("", part, count=1) if _ORDER.match(part) else part for part in parts])
    if len(placed) < 2:
        return ()
    steps = [_step(places, match, context, read) for places, match in placed]
    if not any(steps):
        return ()
    unclear = [_rest(match) for (_, match), step in zip(placed, steps, strict=True) if step is None]
    return (HalfUnderstood(unclear[0].strip()),) if unclear else tuple(step for step in steps if step)


def read_place_when(line: str, context: Context) -> Request | None:
    """ "The second one on friday": a place that is named in words, and a day."""
    match = _POINTER.match(line)
    if match is None or (match["digits"] and match[0] == match["digits"]) or len(line) > _LONGEST:
        return None
    target = read_target(match[0], context)
    return _moved(target, match, context) if target else None


_Placed = tuple[tuple[str, ...], re.Match[str]]


def _placed(parts: Sequence[str]) -> list[_Placed]:
    """The places that each part is about, and the last of them as it was found in the part; empty where one has none.
    "The first and the third tomorrow": what is only a place belongs to the next.
    """
    placed: list[_Placed] = []
    before: tuple[str, ...] = ()
    for part in parts:
        match = _POINTER.match(part)
        if match is None:
            return []
        if match.end() == len(part):
            before += (match[0],)
        else:
            placed.append(((*before, match[0]), match))
            before = ()
    return [] if before else placed


def _rest(match: re.Match[str]) -> str:
    """What is said of the place that a part begins with."""
    return match.string[match.end() :]


def _step(places: tuple[str, ...], match: re.Match[str], context: Context, read: _Read) -> Request | None:
    targets = [read_target(place, context) for place in places]
    if len(targets) > 1 and not all(isinstance(target, ByNumber) for target in targets):
        return None
    target = _joined(targets) if len(targets) > 1 else targets[0]
    if target and (moved := _moved(target, match, context)):
        return moved
    found = read(match.string) if len(places) == 1 else None
    if isinstance(found, CompleteTasks | DeleteTasks | UpdateTasks) and isinstance(found.target, ByNumber | Mentioned):
        return found
    return None


def _joined(targets: Sequence[Target | None]) -> ByNumber:
    return ByNumber(tuple(number for target in targets if isinstance(target, ByNumber) for number in target.numbers))


def _moved(target: Target, match: re.Match[str], context: Context) -> UpdateTasks | None:
    """The day that stands after a place. "The first friday" is a day, unless something stands between."""
    rest = _rest(match)
    link = _LINK.match(rest)
    if not (link or match["noun"] or match["digits"] or _DAY_FIRST.match(rest)):
        return None
    for when in (rest[link.end() :] if link else rest, rest):
        if due := context.due(when.strip()):
            return UpdateTasks(target, Changes(when=when.strip(), due=due))
    return None
