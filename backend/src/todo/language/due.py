"""When a task is due, from the phrases of its text: which of them count, and the day and time they make together.

Of several days, and of several times, the last counts; the others stay in the title. Days or times joined by "and",
"to" or a comma are a list or a range, which a single due date cannot hold: none is read. A line that recurs ("every
monday") is not read at all, because a single date would be less than it says.
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from todo.language.clock import Clock
from todo.language.dates import date_rules
from todo.language.phrases import Day, DayPart, Moment, Phrase, Surroundings, WallTime, find_phrases
from todo.language.text import LEFT, PROTECTED, SPACE, TAKEN
from todo.language.times import of_part, time_rules
from todo.language.vocabulary import PartOfDay, Vocabulary, one_of, phrase_pattern

_HALF_DAY = 12 * 60


@dataclass(frozen=True, slots=True)
class Due:
    """A day without a time, or an instant on the person's clock: exactly one of the two is set."""

    date: dt.date | None = None
    at: dt.datetime | None = None

    def __post_init__(self) -> None:
        if (self.date is None) == (self.at is None):
            raise ValueError("exactly one of date and at must be set")

    @property
    def day(self) -> dt.date:
        """The day it falls on, on the person's calendar."""
        if self.at:
            return self.at.date()
        assert self.date is not None
        return self.date


@dataclass(frozen=True, slots=True)
class DueReading:
    """`day` and `time` are the phrases that were used; neither when `due` is None."""

    due: Due | None = None
    day: Phrase | None = None
    time: Phrase | None = None

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        used = [phrase for phrase in (self.day, self.time) if phrase]
        return tuple(sorted(used, key=lambda phrase: phrase.start))


def read_due(text: str, clock: Clock, words: Vocabulary) -> DueReading:
    """`text` is a reading copy (`text.reading_copy`): its offsets are those of what the person wrote."""
    if _recurrence(words).search(text):
        return DueReading()
    found = _find(text, clock, words)
    listed = _listed(found, text, words)
    listed_days = any(not phrase.is_time for phrase in listed)
    phrases = list(_believable(found, listed, text, words))
    days = [phrase for phrase in phrases if not phrase.is_time]
    times = [phrase for phrase in phrases if phrase.is_time]
    if not days and (listed_days or _unread_day(words).search(text)):
        return DueReading()
    return _combine(days[-1] if days else None, times[-1] if times else None, clock, words)


def _find(text: str, clock: Clock, words: Vocabulary) -> list[Phrase]:
    named = _names(words).sub(lambda match: PROTECTED * len(match[0]), text)
    return find_phrases(named, (*date_rules(words), *time_rules(words)), clock)


@cache
def _recurrence(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(LEFT + words.recurrence, re.IGNORECASE)


@cache
def _unread_day(words: Vocabulary) -> re.Pattern[str]:
    return phrase_pattern(words.unread_day)


@cache
def _names(words: Vocabulary) -> re.Pattern[str]:
    return phrase_pattern(one_of(words.names))


# --- Which phrases are believed


def _believable(phrases: Sequence[Phrase], listed: set[Phrase], text: str, words: Vocabulary) -> Iterable[Phrase]:
    starts = {phrase.start for phrase in phrases}
    for phrase in phrases:
        if phrase in listed or _is_blocked(phrase, text, words) or not _fits(phrase, text, starts, words):
            continue
        yield _without_phrasal_link(phrase, text, words)


def _listed(phrases: Sequence[Phrase], text: str, words: Vocabulary) -> set[Phrase]:
    listed: set[Phrase] = set()
    for one, next_one in itertools.pairwise(phrases):
        between = text[one.end : next_one.start].strip().lower()
        if one.is_time == next_one.is_time and (between in words.list_words or between in tuple(",/&-–—")):
            listed |= {one, next_one}
    return listed


def _is_blocked(phrase: Phrase, text: str, words: Vocabulary) -> bool:
    if phrase.is_time and _word_after(text, phrase.end) in words.time_zones:
        return True
    return not phrase.linked and _word_before(text, phrase.start) in words.blockers


def _word_before(text: str, position: int) -> str:
    """The last word before the position, lower case; nothing if punctuation stands between."""
    match = _LAST_WORD.search(text, max(0, position - 40), position)
    return match[0].strip().lower() if match else ""


def _word_after(text: str, position: int) -> str:
    match = _NEXT_WORD.match(text, position)
    return match["word"].lower() if match else ""


_NEXT_WORD = re.compile(r"\s++[(\[]?(?P<word>\w++)")
_LAST_WORD = re.compile(r"[^\s]++\s++\Z")


def _fits(phrase: Phrase, text: str, starts: set[int], words: Vocabulary) -> bool:
    if phrase.surroundings is Surroundings.ANY:
        return True
    following = _following(text, phrase.end)
    position = phrase.end + len(following)
    if position == len(text) or not following or position in starts or text[position] == TAKEN:
        return True
    word, _, rest = text[position : position + 40].lower().partition(" ")
    counts = rest[:1].isdigit()  # "at 3 and 4"
    return phrase.surroundings is Surroundings.CLAUSE_END and word in words.continuations and not counts


def _following(text: str, position: int) -> str:
    """The white space at the position; nothing where punctuation ends the clause."""
    match = _SPACE.match(text, position)
    return match[0] if match else ""


_SPACE = re.compile(SPACE)


def _without_phrasal_link(phrase: Phrase, text: str, words: Vocabulary) -> Phrase:
    """The phrase without a link that is part of the verb: "Stop by tomorrow" keeps its "by"."""
    if not phrase.linked:
        return phrase
    link = re.match(r"\S++\s++", text[phrase.start : phrase.end])
    if link and _word_before(text, phrase.start) in words.phrasal.get(link[0].strip().lower(), ()):
        return replace(phrase, start=phrase.start + link.end())
    return phrase


# --- What the believed phrases mean together


def _combine(day: Phrase | None, time: Phrase | None, clock: Clock, words: Vocabulary) -> DueReading:
    if day is None:
        return DueReading(Due(at=_next_occurrence(time, clock, words)), time=time) if time else DueReading()
    if isinstance(day.value, Moment):
        return DueReading(Due(at=day.value.at), day)
    assert isinstance(day.value, Day)
    at = _moment(day.value, time, clock, words)
    if at is None:  # "today at 9am" said at noon: the day holds, the time stays in the title
        return DueReading(Due(date=day.value.date), day)
    return DueReading(Due(at=at), day, time)


def _next_occurrence(time: Phrase, clock: Clock, words: Vocabulary) -> dt.datetime:
    days = (Day(clock.today), Day(clock.today + dt.timedelta(days=1)), Day(clock.today + dt.timedelta(days=2)))
    return next(moment for day in days if (moment := _moment(day, time, clock, words)))


def _moment(day: Day, time: Phrase | None, clock: Clock, words: Vocabulary) -> dt.datetime | None:
    """The first meaning of the time on that day that is not past; on a past day (its year was said) any will do."""
    moments = [clock.moment(day.date, minutes) for minutes in _meanings(day.part, time, words)]
    return next((moment for moment in moments if day.date < clock.today or not clock.is_past(moment)), None)


def _meanings(part: PartOfDay | None, time: Phrase | None, words: Vocabulary) -> list[int]:
    value = time.value if time else None
    if isinstance(value, WallTime):
        if part:
            return [of_part(value, part).minutes]
        is_before_noon = value.open and value.minutes < _HALF_DAY
        return [value.minutes, value.minutes + _HALF_DAY] if is_before_noon else [value.minutes]
    part = value.part if isinstance(value, DayPart) else part
    return [words.part_minutes[part]] if part else []
