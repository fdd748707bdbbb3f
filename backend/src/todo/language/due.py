"""When a task is due, from the phrases of its text: which of them count, and what they make together.

Of several days, and of several times, the last counts; the others stay in the title. Days joined by "and" or a comma
are a list, which a single due date cannot hold: none is read. Days joined by "to" are a range: due on the first, with
the last as its deadline where the caller can take one. A recurring phrase (`recurrence/placing.py`) takes all of them.
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from todo.language.clock import Clock
from todo.language.dates import DAY_READERS
from todo.language.grammar import Language
from todo.language.lexicon import Tokens
from todo.language.phrases import (
    Context,
    Day,
    DayPart,
    Moment,
    Phrase,
    Read,
    Surroundings,
    TimeRange,
    WallTime,
    find_phrases,
)
from todo.language.recurrence.reading import RULE_READERS, RulePhrase
from todo.language.recurrence.rule import RuleError, parse_rule
from todo.language.text import PROTECTED, SPACE, TAKEN, blank, fold
from todo.language.times import TIME_READERS, TimeList, of_part
from todo.language.vocabulary import PartOfDay

_HALF_DAY = 12 * 60
_READERS: Mapping[str, Read] = {**DAY_READERS, **TIME_READERS, **RULE_READERS}


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


@dataclass(slots=True)
class DueReading:
    """`day` and `time` are the phrases that were used; neither when `due` is None."""

    due: Due | None = None
    day: Phrase | None = None
    time: Phrase | None = None

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        used = [phrase for phrase in (self.day, self.time) if phrase]
        return tuple(sorted(used, key=lambda phrase: phrase.start))


def read_due(text: str, clock: Clock, words: Language, day_first: bool | None = None) -> DueReading:
    """`text` is a reading copy (`text.reading_copy`): its offsets are those of what the person wrote.

    A line that recurs is not read at all, because a single date would be less than it says.
    """
    context = Context.of(clock, words, day_first)
    _, phrases = scan(text, context)
    if recurs(phrases, text, words):
        return DueReading()
    return single_due(phrases, text, context, frozenset())


def scan(text: str, context: Context) -> tuple[Tokens, list[Phrase]]:
    """The tokens of a reading copy and all phrases in it, believed or not."""
    written = list(_written_rules(text)) if "RRULE:" in text else []
    text = blank(text, [(phrase.start, phrase.end) for phrase in written], PROTECTED) if written else text
    text = _without_persons(text, context.words)
    tokens = context.words.lexicon.read(text)
    phrases = [*find_phrases(tokens, context, _READERS), *written]
    return tokens, sorted(phrases, key=lambda phrase: phrase.start) if written else phrases


def _without_persons(text: str, words: Language) -> str:
    """A copy without the names of people that look like dates: "llamar a Domingo mañana"."""
    names = words.person.finditer(text) if words.person else ()
    stretches = [match.span("name") for match in names]
    return blank(text, stretches, PROTECTED) if stretches else text


_WRITTEN_RULE = re.compile(r"(?<!\S)RRULE:(?:[A-Z0-9=;+-]|,(?=\S)){6,500}(?![^\s,.)])")


def _written_rules(text: str) -> Iterable[Phrase]:
    """Rules as RFC 5545 writes them: how `explain.py` says one that no phrase means."""
    for match in _WRITTEN_RULE.finditer(text):
        try:
            rule = parse_rule(match[0])
        except RuleError:
            continue
        yield Phrase(match.start(), match.end(), RulePhrase(rule), table="rule", meaning="written")


def recurs(phrases: Sequence[Phrase], text: str, words: Language) -> bool:
    """Whether one of the phrases is a rule that is believed."""
    if not any(phrase.table == "rule" for phrase in phrases):
        return False
    return any(phrase.table == "rule" for phrase in believable(phrases, set(), text, words))


def single_due(phrases: Sequence[Phrase], text: str, context: Context, kinds: frozenset[str]) -> DueReading:
    """The due date that the phrases make. A range of times needs the kind "duration", one of days "deadline"."""
    words = context.words
    phrases = [phrase for phrase in _with_openers(phrases, text, words) if phrase.table in ("day", "time")]
    if "deadline" in kinds and len(phrases) > 1:
        phrases = joined_ranges(phrases, text, words)
    listed = _listed(phrases, text, words) | {phrase for phrase in phrases if _is_several(phrase, kinds)}
    believed = [with_tail(phrase, phrases, text, words) for phrase in believable(phrases, listed, text, words)]
    days = [phrase for phrase in believed if phrase.is_day]
    times = _with_parts([phrase for phrase in believed if phrase.is_time], text)
    if not days and any(phrase.is_day for phrase in listed):
        return DueReading()
    return combine(days[-1] if days else None, times[-1] if times else None, context)


def with_tail(phrase: Phrase, phrases: Sequence[Phrase], text: str, words: Language) -> Phrase:
    """The phrase with what belongs to it where it ends a clause: "by friday at the latest", "8am sharp tomorrow"."""
    tail = words.tails.match(text, phrase.end)
    if tail is None or (tail["more"] and not any(one.start == tail.start("more") for one in phrases)):
        return phrase
    return replace(phrase, end=tail.end())


def _with_openers(phrases: Sequence[Phrase], text: str, words: Language) -> list[Phrase]:
    """The phrases with "from 4pm" as one: a start where a day or a length is said beside it, else an open end."""
    return [
        replace(phrase, start=_range_start(phrase, text, words), linked=True)
        if isinstance(phrase.value, WallTime) and _is_start(phrases, index, text, words)
        else phrase
        for index, phrase in enumerate(phrases)
    ]


def _is_start(phrases: Sequence[Phrase], index: int, text: str, words: Language) -> bool:
    start = _range_start(phrases[index], text, words)
    if start == phrases[index].start:
        return False
    beside = [(one, text[one.end : start]) for one in phrases[max(0, index - 1) : index]]
    beside += [(one, text[phrases[index].end : one.start]) for one in phrases[index + 1 : index + 2]]
    return any((one.is_day or one.meaning == "lasting") and not gap.strip(" ,") for one, gap in beside)


def _with_parts(times: Sequence[Phrase], text: str) -> list[Phrase]:
    """The times with "in the evening at eight" as one."""
    joined: list[Phrase] = []
    for phrase in times:
        before = joined[-1] if joined else None
        is_open = isinstance(phrase.value, WallTime) and phrase.value.open
        if before and is_open and isinstance(before.value, DayPart) and not text[before.end : phrase.start].strip(" ,"):
            joined[-1] = replace(phrase, start=before.start, value=of_part(phrase.value, before.value.part))
        else:
            joined.append(phrase)
    return joined


def _is_several(phrase: Phrase, kinds: frozenset[str]) -> bool:
    """Whether it says more than the caller can take."""
    value = phrase.value
    if isinstance(value, TimeRange):
        return "duration" not in kinds
    return isinstance(value, TimeList) or (
        isinstance(value, Day) and value.last is not None and "deadline" not in kinds
    )


# --- Which phrases are believed


def believable(phrases: Sequence[Phrase], listed: set[Phrase], text: str, words: Language) -> Iterable[Phrase]:
    """The phrases that stand where a due date can stand."""
    starts = {phrase.start for phrase in phrases if phrase.surroundings not in _BESIDE_OTHERS}
    for index, phrase in enumerate(phrases):
        before = phrases[index - 1] if index else None
        if phrase in listed or _is_on_another_clock(phrase, text, words) or _is_blocked(phrase, before, text, words):
            continue
        if _is_name(phrase, text, starts, words) or not _stands(phrases, index, text, starts, words):
            continue
        yield _without_phrasal_link(phrase, text, words)


# What is nothing by itself ends no clause.
_BESIDE_OTHERS = (Surroundings.BESIDE_DAY, Surroundings.BESIDE_WHEN)


def _stands(phrases: Sequence[Phrase], index: int, text: str, starts: set[int], words: Language) -> bool:
    """Whether the surroundings are as the phrase asks for."""
    phrase = phrases[index]
    before = phrases[index - 1] if index and not text[phrases[index - 1].end : phrase.start].strip(" ,") else None
    match phrase.surroundings:
        case Surroundings.AFTER_DAY:
            is_after_day = before is not None and before.table in ("day", "rule")
            return is_after_day and _following_word(text, phrase.end) not in words.measures
        case Surroundings.BESIDE_DAY:
            after = _right_after(phrases, index, text)
            is_beside = (after is not None and after.is_day) or (before is not None and before.is_day)
            return is_beside or _opens_line(phrases, index, text, words)
        case Surroundings.BESIDE_WHEN if before is not None and before.table != "bound":
            return _fits(phrase, text, starts, words)
        case Surroundings.BESIDE_WHEN:
            after = _right_after(phrases, index, text)
            next_word = _following_word(text, phrase.end)
            is_before_when = after is not None and after.table != "bound" and next_word not in words.relations
            is_before_topic = next_word in words.topics
            return bool(text[: phrase.start].strip()) and (is_before_when or is_before_topic)
    return _fits(phrase, text, starts, words)


def _opens_line(phrases: Sequence[Phrase], index: int, text: str, words: Language) -> bool:
    """Whether a range of hours begins a line that names its day further on: "from 9 to 14 excel course on monday"."""
    phrase = phrases[index]
    if not isinstance(phrase.value, TimeRange) or text[: phrase.start].strip():
        return False
    is_opened = _following_word(text, phrase.start) in words.range_openers
    word = _following_word(text, phrase.end)
    counts = word in words.measures or word.endswith("s")  # "de 5 a 10 flexiones", "from 3 to 5 eggs"
    return is_opened and not counts and any(one.is_day for one in phrases[index + 1 :])


def _right_after(phrases: Sequence[Phrase], index: int, text: str) -> Phrase | None:
    """The phrase that follows with nothing between."""
    after = phrases[index + 1] if index + 1 < len(phrases) else None
    return after if after and not text[phrases[index].end : after.start].strip(" ,") else None


def _following_word(text: str, position: int) -> str:
    """The next word with its punctuation, folded."""
    return fold(text[position : position + 40].lstrip().partition(" ")[0])


def _is_name(phrase: Phrase, text: str, starts: set[int], words: Language) -> bool:
    """Whether it is a name: "Sonntag (Zeitung) kündigen", and "escribir a Domingo" where days are written small."""
    if phrase.linked or not (phrase.is_day or phrase.meaning == "on_days"):
        return False
    said = text[phrase.start : phrase.end]
    if phrase.meaning in _TITLES and _is_title(phrase, text, starts, words):
        return True
    if phrase.meaning == "weekday" and not text[: phrase.start].strip() and said.isalpha():
        return bool(_EXPLAINED.match(text, phrase.end))
    is_capital = said[:1].isupper() and not said.isupper() and fold(said) in words.small
    return is_capital and _is_apart(phrase, text, starts) and _last_before(text, phrase.start)[:1].islower()


_TITLES = ("weekday", "weekday_and_day", "on_days")


def _is_title(phrase: Phrase, text: str, starts: set[int], words: Language) -> bool:
    """ "Watch Wednesday on TV": without it nothing would be watched. "Read Tuesdays with Leo" by its capital only."""
    before = _word_before(text, phrase.start)
    if phrase.meaning == "weekday_and_day" and before in words.works:
        return True
    if phrase.meaning == "on_days" and before in words.works and text[phrase.start].isupper():
        return _is_apart(phrase, text, starts)
    is_told = phrase.is_day or text[phrase.start].isupper()
    is_followed = _following_word(text, phrase.end) in words.continuations
    return is_told and is_followed and before in words.watched and _is_apart(phrase, text, starts)


def _is_apart(phrase: Phrase, text: str, starts: set[int]) -> bool:
    """Whether no other phrase follows."""
    return phrase.end + len(_following(text, phrase.end)) not in starts


# A word in brackets and more of a title behind it.
_EXPLAINED = re.compile(r"\s+\([^\W\d]+\)\s+[^\W\d]")


def _listed(phrases: Sequence[Phrase], text: str, words: Language) -> set[Phrase]:
    listed: set[Phrase] = set()
    if len(phrases) < 2:
        return listed
    for one, next_one in itertools.pairwise(phrases):
        between = text[one.end : next_one.start].strip().lower()
        is_row = one.meaning == next_one.meaning == "weekday" and not between and one.value != next_one.value
        is_list = is_row or between in words.list_words or between in tuple(",/&-–—")
        if one.table == next_one.table and is_list:
            listed |= {one, next_one}
    return listed


def joined_ranges(phrases: Sequence[Phrase], text: str, words: Language) -> list[Phrase]:
    """The phrases with two days that a "to" joins as one, from the first to the last."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if before and _is_joined(before, phrase, text, words):
            start = _range_start(before, text, words)
            days = Day(before.value.date, last=_last_day(before, phrase))
            joined[-1] = replace(before, start=start, end=phrase.end, value=days, linked=True)
        else:
            joined.append(phrase)
    return joined


def _is_joined(before: Phrase, phrase: Phrase, text: str, words: Language) -> bool:
    days = (before.value, phrase.value)
    if not all(isinstance(day, Day) and not day.last and not day.part for day in days):
        return False
    between = text[before.end : phrase.start].strip().lower()
    return between in words.range_words and days[0].date < _last_day(before, phrase)


def _last_day(first: Phrase, last: Phrase) -> dt.date:
    """The last day of a range; a weekday is the one after its first: "monday to friday"."""
    day: dt.date = last.value.date
    is_weekday = last.meaning == "weekday" and day <= first.value.date
    return day + dt.timedelta(days=7) if is_weekday else day


def _range_start(phrase: Phrase, text: str, words: Language) -> int:
    """Where the range begins: at a "from" before its first day."""
    word = _word_before(text, phrase.start)
    if word not in words.range_openers:
        return phrase.start
    return text.rindex(word[-1], 0, phrase.start) + 1 - len(word)


def _is_on_another_clock(phrase: Phrase, text: str, words: Language) -> bool:
    return phrase.is_time and _word_after(text, phrase.end) in words.time_zones


def _is_blocked(phrase: Phrase, before: Phrase | None, text: str, words: Language) -> bool:
    """Whether the word before rules a due date out; no word of a phrase does: "every month on the 1st for 2 times"."""
    if isinstance(phrase.value, TimeRange) and phrase.surroundings is Surroundings.BESIDE_DAY:
        return _word_before(text, phrase.start) in words.blockers | words.measures  # "pages from 8 to 9"
    if phrase.linked or not may_not_follow(text, phrase.start, words):
        return False
    return before is None or bool(text[before.end : phrase.start].strip())


def may_not_follow(text: str, position: int, words: Language, link: str = "") -> bool:
    """Whether the word before the position rules a date out: "the friday report"; or its link belongs to that word:
    "meet deadline friday".
    """
    before, link = _word_before(text, position), link.partition(" ")[0].lower()
    return before in words.blockers or before in words.phrasal.get(link, ())


def _word_before(text: str, position: int) -> str:
    """The last word before the position, lower case; nothing if punctuation stands between."""
    return fold(_last_before(text, position))


def _last_before(text: str, position: int) -> str:
    before = text[max(0, position - 40) : position]
    words = before.split(None)
    return words[-1] if words and before[-1].isspace() else ""


def _word_after(text: str, position: int) -> str:
    match = _NEXT_WORD.match(text, position)
    return fold(match["word"]) if match else ""


_NEXT_WORD = re.compile(r"\s++[(\[]?(?P<word>\w++)")


def _fits(phrase: Phrase, text: str, starts: set[int], words: Language) -> bool:
    if phrase.surroundings in (Surroundings.ANY, Surroundings.UNCOUNTED):
        return True
    if phrase.surroundings is Surroundings.NOWHERE:
        return False
    following = _following(text, phrase.end)
    position = phrase.end + len(following)
    if position == len(text) or not following or position in starts or text[position] == TAKEN:
        return True
    word, _, rest = text[position : position + 40].partition(" ")
    word = fold(word)
    counts = rest[:1].isdigit()  # "at 3 and 4"
    if word in _DASHES:
        counts = counts and position + len(word) + 1 not in starts  # "monthly - 10 times"
    ends = word in words.continuations or word in _DASHES
    if phrase.surroundings is not Surroundings.CLAUSE_END:
        return False
    return (ends and not counts) or _is_verb(text[position : position + 40], rest, words)


def _is_verb(ahead: str, rest: str, words: Language) -> bool:
    """Whether a verb follows, and no thing: "el 20 llevar el coche", "bis 15. bezahlen"."""
    word = ahead.partition(" ")[0]
    is_last = not rest.strip() or words.code != "de"
    return is_last and len(word) > 3 and word.islower() and word.isalpha() and word.endswith(words.verb_endings)


def _following(text: str, position: int) -> str:
    """The white space at the position; nothing where punctuation ends the clause."""
    match = _SPACE.match(text, position)
    return match[0] if match else ""


_SPACE = re.compile(SPACE)
_DASHES = ("-", "–", "—")


def _without_phrasal_link(phrase: Phrase, text: str, words: Language) -> Phrase:
    """The phrase without a link that is part of the verb: "Stop by tomorrow" keeps its "by"."""
    if not phrase.linked:
        return phrase
    link, _, rest = text[phrase.start : phrase.end].partition(" ")
    verbs = words.phrasal.get(link.lower()) if rest else None
    if verbs and _word_before(text, phrase.start) in verbs:
        return replace(phrase, start=phrase.end - len(rest.lstrip()))
    return phrase


# --- What the believed phrases mean together


def combine(day: Phrase | None, time: Phrase | None, context: Context) -> DueReading:
    """The due date of a day and a time, of which either may be missing."""
    clock, words = context.clock, context.words
    if day is None:
        return DueReading(Due(at=_next_occurrence(time, clock, words)), time=time) if time else DueReading()
    if isinstance(day.value, Moment):
        return DueReading(Due(at=day.value.at), day)
    assert isinstance(day.value, Day)
    at = moment_of(day.value, time, clock, words)
    if at is None:  # "today at 9am" said at noon: the day holds, the time stays in the title
        return DueReading(Due(date=day.value.date), day)
    return DueReading(Due(at=at), day, time)


def _next_occurrence(time: Phrase, clock: Clock, words: Language) -> dt.datetime:
    days = (Day(clock.today), Day(clock.today + dt.timedelta(days=1)), Day(clock.today + dt.timedelta(days=2)))
    return next(moment for day in days if (moment := moment_of(day, time, clock, words)))


def moment_of(day: Day, time: Phrase | None, clock: Clock, words: Language) -> dt.datetime | None:
    """The first meaning of the time on that day that is not past; on a past day (its year was said) any will do."""
    moments = [clock.moment(day.date, minutes) for minutes in meanings(day.part, time, words)]
    return next((moment for moment in moments if day.date < clock.today or not clock.is_past(moment)), None)


def meanings(part: PartOfDay | None, time: Phrase | None, words: Language) -> list[int]:
    """The minutes after the start of the day that a time may mean, the likeliest first."""
    value = time.value.start if time and isinstance(time.value, TimeRange) else time.value if time else None
    if isinstance(value, WallTime):
        if part:
            return [of_part(value, part).minutes]
        is_before_noon = value.open and value.minutes < _HALF_DAY
        return [value.minutes, value.minutes + _HALF_DAY] if is_before_noon else [value.minutes]
    part = value.part if isinstance(value, DayPart) else part
    return [words.part_minutes[part]] if part else []
