"""A recurrence from the phrases of a line: the rule with its start and end, in any order, and its first occurrence."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from todo.language.amounts import later
from todo.language.clock import Clock
from todo.language.due import Due, believable, meanings
from todo.language.lexicon import Tokens
from todo.language.phrases import Context, Day, Moment, Phrase, TimeRange, WallTime
from todo.language.recurrence.engine import Recurrence, next_occurrence
from todo.language.recurrence.reading import AfterCompletion, Duration, Lasting, RulePhrase, Times, clamped
from todo.language.recurrence.rule import RecurrenceRule
from todo.language.times import TimeList

_WITHIN_DAY = ("HOURLY", "MINUTELY", "SECONDLY")


@dataclass(frozen=True, slots=True)
class RecurringReading:
    """`phrases` are those that were used; a start or end has the word before it ("until dec 20")."""

    recurrence: Recurrence
    due: Due
    phrases: tuple[Phrase, ...]
    duration: int | None = None


@dataclass
class _Draft:
    """What the phrases say of the rule, one after the other."""

    rule: RulePhrase
    used: list[Phrase]
    start: Day | Moment | None = None
    until: Day | Moment | None = None
    time: Phrase | None = None
    times: TimeList | None = None
    count: int | None = None
    lasting: Lasting | None = None
    duration: int | None = None
    after_completion: bool = False


def read_recurrence(tokens: Tokens, phrases: Sequence[Phrase], text: str, context: Context) -> RecurringReading | None:
    """The recurrence that the phrases of a reading copy make; None if none of them is a rule."""
    if not any(phrase.table == "rule" for phrase in phrases):
        return None
    placed = [_with_word_before(phrase, tokens) for phrase in phrases]
    believed = list(believable(_listed_times(placed, text, context), set(), text, context.words))
    rules = [phrase for phrase in believed if isinstance(phrase.value, RulePhrase)]
    if not rules:
        return None
    draft = _Draft(rules[-1].value, [rules[-1]], after_completion=rules[-1].value.after_completion)
    for phrase in believed:
        _take(draft, phrase)
    return _placed(draft, context)


def _with_word_before(phrase: Phrase, tokens: Tokens) -> Phrase:
    """A day or time with the word that makes it a start or an end; `meaning` says which."""
    if phrase.table not in ("day", "time"):
        return phrase
    index = bisect_left(tokens.starts, phrase.start)
    for edge in ("starting", "ending"):
        if edge in tokens.values[index]:
            return replace(phrase, meaning=edge)
        if index and edge in tokens.values[index - 1]:
            return replace(phrase, start=tokens.starts[index - 1], linked=True, meaning=edge)
    return phrase


def _listed_times(phrases: Sequence[Phrase], text: str, context: Context) -> list[Phrase]:
    """The phrases with "at 8am and 8pm" as one list of times: only full hours can be listed in a rule."""
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        between = text[before.end : phrase.start].strip().lower() if before else ""
        is_list = between in (",", "&") or between in context.words.list_words
        if before and is_list and (hours := _full_hours(before)) and (more := _full_hours(phrase)):
            value = TimeList((*hours, *more))
            joined[-1] = replace(before, end=phrase.end, value=value, surroundings=phrase.surroundings)
        else:
            joined.append(phrase)
    return joined


def _full_hours(phrase: Phrase) -> tuple[int, ...]:
    if isinstance(phrase.value, TimeList):
        return phrase.value.minutes
    is_full = isinstance(phrase.value, WallTime) and phrase.value.minutes % 60 == 0
    return (phrase.value.minutes,) if is_full else ()


def _take(draft: _Draft, phrase: Phrase) -> None:
    value = phrase.value
    if isinstance(value, Times) and draft.count is None:
        draft.count = value.count
    elif isinstance(value, Lasting) and draft.lasting is None:
        draft.lasting = value
    elif isinstance(value, Duration) and draft.duration is None:
        draft.duration = value.minutes
    elif isinstance(value, AfterCompletion):
        draft.after_completion = True
    elif isinstance(value, TimeList) and draft.times is None:
        draft.times = value
    elif phrase.is_time and draft.time is None and phrase.meaning != "ending":
        draft.time = phrase
    elif phrase.is_day and phrase.meaning == "ending" and draft.until is None:
        draft.until = value
    elif phrase.is_day and phrase.meaning != "ending" and draft.start is None:
        draft.start = value
    else:
        return
    draft.used.append(phrase)


# --- Where it begins and ends


def _placed(draft: _Draft, context: Context) -> RecurringReading | None:
    clock = context.clock
    rule = _with_times(draft.rule.rule, draft)
    start = _start(draft, rule, context)
    rule = _bounded(_with_clamped_day(rule, draft), draft, start, clock)
    anchor = "completion" if draft.after_completion else "due"
    recurrence = Recurrence(rule, start, clock.zone.key, anchor)  # type: ignore[arg-type]
    first = _first(recurrence, clock)
    if first is None:
        return None
    recurrence = replace(recurrence, start=first)
    due = Due(at=first) if isinstance(first, dt.datetime) else Due(date=first)
    in_range = draft.time.value.minutes if draft.time and isinstance(draft.time.value, TimeRange) else None
    used = tuple(sorted(draft.used, key=lambda phrase: phrase.start))
    return RecurringReading(recurrence, due, used, draft.duration or in_range)


def _start(draft: _Draft, rule: RecurrenceRule, context: Context) -> dt.date | dt.datetime:
    """The day or instant from which occurrences are looked for."""
    clock, said = context.clock, draft.start
    if isinstance(said, Moment):
        return said.at
    day = said.date if said else clock.today
    part = draft.rule.part or (said.part if said else None)
    minutes = meanings(part, draft.time, context.words)
    if draft.times:
        minutes = [min(draft.times.minutes)]
    if minutes:
        return clock.moment(day, minutes[0])
    if rule.frequency in _WITHIN_DAY:
        return clock.now.replace(second=0, microsecond=0) if day == clock.today else clock.moment(day, 0)
    return day


def _first(recurrence: Recurrence, clock: Clock) -> dt.date | dt.datetime | None:
    """The first occurrence from the start on that is not over; of hours and minutes that are, the next.

    Every interval counts from it: "every 5 years on 2 jan" begins with the next 2 January.
    """
    start, rule = recurrence.start, recurrence.rule
    if rule.frequency not in _WITHIN_DAY and (rule.interval, rule.count) != (1, None):
        recurrence = replace(recurrence, rule=replace(rule, interval=1, count=None))
    if isinstance(start, dt.datetime):
        just_before_now = clock.now.replace(second=0, microsecond=0) - dt.timedelta(seconds=1)
        before = start.astimezone(dt.UTC) - dt.timedelta(seconds=1)
        return next_occurrence(recurrence, max(before, just_before_now.astimezone(dt.UTC)).astimezone(clock.zone))
    return next_occurrence(recurrence, start - dt.timedelta(days=1))


def _with_times(rule: RecurrenceRule, draft: _Draft) -> RecurrenceRule:
    """ "at 10, 12 and 17": the hours of the rule."""
    if draft.times is None:
        return rule
    return replace(rule, by_hour=tuple(sorted({minutes // 60 % 24 for minutes in draft.times.minutes})))


def _with_clamped_day(rule: RecurrenceRule, draft: _Draft) -> RecurrenceRule:
    """A plain monthly rule from the 29th on keeps its day: 31 January, 28 February, 31 March."""
    day = draft.start.date.day if isinstance(draft.start, Day) else 0
    if (
        draft.used[0].meaning == "written"
        or rule.frequency != "MONTHLY"
        or rule.by_day
        or rule.by_month_day
        or day <= 28
    ):
        return rule
    days, places = clamped(day)
    return replace(rule, by_month_day=days, by_position=places)


def _bounded(rule: RecurrenceRule, draft: _Draft, start: dt.date | dt.datetime, clock: Clock) -> RecurrenceRule:
    if rule.count or rule.until:  # a rule written out states its end
        return rule
    if draft.count:
        return replace(rule, count=draft.count)
    if isinstance(draft.until, Moment):
        return replace(rule, until=draft.until.at.astimezone(dt.UTC))
    last = draft.until.date if draft.until else None
    first = start.date() if isinstance(start, dt.datetime) else start
    if draft.lasting and last is None:
        end = later(replace(clock, now=clock.moment(first, 12 * 60)), draft.lasting.amounts)
        last = (end.date() if isinstance(end, dt.datetime) else end or first) - dt.timedelta(days=1)
    return replace(rule, until=until(last, start, clock)) if last else rule


def until(last: dt.date, start: dt.date | dt.datetime, clock: Clock) -> dt.date | dt.datetime:
    """UNTIL for a last day: of the same type as the start (RFC 5545, section 3.3.10), at the end of that day."""
    if not isinstance(start, dt.datetime):
        return last
    return clock.moment(last, 24 * 60 - 1).astimezone(dt.UTC).replace(second=59)
