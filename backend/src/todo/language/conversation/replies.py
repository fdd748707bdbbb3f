"""Replies to "which one do you mean?": a number, words of a title, all of them, none."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from todo.language.clock import Clock
from todo.language.commands.context import Context
from todo.language.commands.filters import read_query
from todo.language.commands.intents import ByNumber, FindTasks, Mentioned
from todo.language.commands.sentences import unwrap
from todo.language.commands.targets import read_target
from todo.language.conversation.corrections import is_dismissal
from todo.language.conversation.foreign import day_in_english
from todo.language.conversation.pointers import reply
from todo.language.matching import match_title, sure_match
from todo.language.text import fold

_FILLING = re.compile(
    r"\b(?:the\s+)?ones?\b|\b(?:i\s+mean(?:t)?|i\s+want|that\s+is|that's|it's|please|about|with|for)\b", re.IGNORECASE
)
_ALL = re.compile(r"(?:all|both|every one|each|all of (?:them|those)|both of (?:them|those)|everything)[\s.!]*", re.I)


def choose(
    said: str,
    titles: Sequence[str],
    *,
    now: datetime,
    time_zone: str,
    language_code: str = "en",
    day_first: bool | None = None,
    week_start: int = 0,
    due: Sequence[date | None] = (),
) -> tuple[int, ...] | None:
    """The places (from 0) that a reply picks among `titles`; empty for none of them, None when it is no reply.

    How it is read is told as in `parse_command`; `due` are the days on which they are due, where those are known.
    """
    context = Context(Clock.at(now, time_zone, week_start), (), language_code, day_first)
    given = reply(said, language_code)
    if given == "none" or is_dismissal(said):
        return ()
    line = unwrap(given).line.strip(" .!?")
    if _ALL.fullmatch(line):
        return tuple(range(len(titles)))
    target = read_target(line, context)
    if isinstance(target, ByNumber):
        return places(target.numbers, len(titles))
    if isinstance(target, Mentioned):
        return tuple(range(len(titles))) if target.several else None
    # Words of a title may be those that only fill a reply, so they are looked for as they were said too.
    sure = sure_match(match_title(_FILLING.sub(" ", line), titles)) or sure_match(match_title(said, titles))
    return (sure.index,) if sure else _by_day(day_in_english(given, language_code) or line, due, context)


def _by_day(words: str, due: Sequence[date | None], context: Context) -> tuple[int, ...] | None:
    """ "The one for tomorrow", "next week": those that are due then; None when none is, or no days are said."""
    query = read_query(" ".join(fold(_FILLING.sub(" ", words)).split()), context)
    if query is None or query != FindTasks(query.scope, query.due_from, query.due_until):
        return None
    named = {"today": 0, "tomorrow": 1}.get(query.scope or "")
    day = None if named is None else context.today + timedelta(days=named)
    first, last = (day, day) if day else (query.due_from, query.due_until)
    if (query.scope is not None and day is None) or not (first or last):
        return None
    fits = [place for place, on in enumerate(due) if on and (first or on) <= on <= (last or on)]
    return tuple(fits) or None


def places(numbers: Sequence[int], count: int) -> tuple[int, ...] | None:
    """Places (from 0) of numbers (from 1; -1 is the last); None when there is no such place."""
    found = tuple(number - 1 if number > 0 else count + number for number in numbers)
    return found if found and all(0 <= place < count for place in found) else None
