"""Quick add: one line of text to a task's title and properties, with a span for everything taken.

A line is read in this order: notes, deadline, names and priority; then, in what is left, the due date or recurrence.
What a caller can't store (`kinds`) or the person put back (`rejected`) stays in the title.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, get_args

from todo.language.clock import Clock
from todo.language.due import Due, DueReading, believable, combine, may_not_follow, recurs, scan, single_due
from todo.language.explain import explain_recurrence
from todo.language.grammar import Language, language
from todo.language.labels import day_label, duration_label, moment_label, range_label, time_label
from todo.language.lexicon import Tokens
from todo.language.phrases import Context, Day, Phrase, TimeRange
from todo.language.recurrence.engine import Recurrence
from todo.language.recurrence.placing import RecurringReading, read_recurrence
from todo.language.recurrence.reading import Duration
from todo.language.symbols import (
    NamedSymbol,
    NameKind,
    ProjectName,
    SectionName,
    braces,
    holds_sign,
    protected_names,
    read_names,
    read_notes,
    read_priority,
    read_project,
)
from todo.language.text import PROTECTED, TAKEN, blank, has_words, without, without_code, without_quotes

SpanKind = Literal[
    "date", "time", "recurrence", "duration", "deadline", "priority", "project", "section", "label", "notes"
]
ALL_KINDS: frozenset[SpanKind] = frozenset(get_args(SpanKind))
_Stretch = tuple[int, int]
_MOST_LABELS = 20  # further ones stay in the title
_LONG_TEXT, _BEGINNING, _ENDING = 1_500, 300, 700  # characters


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch that was taken: `text` is what stands from `start` to `end` (Python offsets), `label` what it means."""

    start: int
    end: int
    kind: SpanKind
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class QuickAdd:
    """What a line says. `title` is the line without its spans, or all of it if nothing would be left.

    `due` of a `recurrence` is its first occurrence. `labels` are names, of which some may be new. `no_date`: the
    person said that there is none.
    """

    title: str
    due: Due | None = None
    priority: int | None = None
    project_id: str | None = None
    spans: tuple[Span, ...] = ()
    recurrence: Recurrence | None = None
    duration_minutes: int | None = None
    deadline: date | None = None
    section_id: str | None = None
    labels: tuple[str, ...] = ()
    notes: str = ""
    no_date: bool = False


@dataclass
class _Line:
    """A line while it is read: `readable` loses what was taken, `spans` and `found` (fields of QuickAdd) gain it."""

    text: str
    readable: str
    context: Context
    kinds: frozenset[str]
    rejected: Sequence[_Stretch]
    twelve_hour: bool
    say: Language
    small: str  # the text in small letters
    spans: list[Span] = field(default_factory=list)
    found: dict[str, Any] = field(default_factory=dict)

    def take(self, start: int, end: int, kind: SpanKind, label: str, **meaning: object) -> None:
        """Note a span and what it means; a rejected one is taken out of reach, but means nothing."""
        self.readable = blank(self.readable, [(start, end)], TAKEN)
        if self.is_rejected(start, end):
            return
        self.spans.append(Span(start, end, kind, self.text[start:end], label))
        self.found |= meaning

    def holds(self, marks: Iterable[str]) -> bool:
        """Whether any of the words (in small letters) stands in the text: most lines need not be searched for more."""
        return any(map(self.small.__contains__, marks))

    def is_rejected(self, start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in self.rejected)

    def time(self, at: datetime) -> str:
        return time_label(at, twelve_hour=self.twelve_hour)


def parse_quick_add(
    text: str,
    *,
    now: datetime,
    time_zone: str,
    projects: Sequence[ProjectName] = (),
    sections: Sequence[SectionName] = (),
    labels: Sequence[str] = (),
    kinds: Iterable[str] = ALL_KINDS,
    rejected: Sequence[_Stretch] = (),
    language_code: str = "en",
    day_first: bool | None = None,
    twelve_hour: bool = False,
    week_start: int = 0,
    say_in: str | None = None,
) -> QuickAdd:
    """Read a line as a task. `now` is aware; relative phrases count from it in `time_zone` (an IANA name).

    `kinds` are those of spans that the caller can store; `rejected` the start and end of spans to put back;
    `day_first` whether 3/4 is 3 April (None: as usual in the language); `twelve_hour` the clock of the labels;
    `week_start` the first day of the person's weeks (0 is Monday); `say_in` the language of the labels, if another.
    A language without a data file is read as English. No text raises; an unknown time zone does
    (ZoneInfoNotFoundError or ValueError).
    """
    context = Context.of(Clock.at(now, time_zone, week_start), language(language_code), day_first)
    say = language(say_in or language_code)
    line = _Line(text, without_quotes(text), context, frozenset(kinds), rejected, twelve_hour, say, text.lower())
    _take_notes(line)
    _take_names(line, projects, sections, labels)
    line.readable = without_code(protected_names(line.readable))
    _take_priority(line)
    _take_deadline(line)
    _take_said_deadline(line)
    if not _take_no_date(line):
        _take_due(line)
    spans = tuple(sorted(line.spans, key=lambda span: span.start))
    return QuickAdd(title=_title(text, spans), spans=spans, **line.found)


def _title(text: str, spans: Sequence[Span]) -> str:
    title = without(text, [(span.start, span.end) for span in spans])
    return title if has_words(title) else " ".join(text.split())


# --- Symbols


def _take_notes(line: _Line) -> None:
    if "notes" in line.kinds and (found := read_notes(line.readable)):
        start, end = found
        notes = line.text[start + 2 : end].strip()
        if not has_words(notes):
            return
        end = start + len(line.text[start:end].rstrip())
        line.take(start, end, "notes", " ".join(notes.split())[:60], notes=notes)


def _take_names(
    line: _Line, projects: Sequence[ProjectName], sections: Sequence[SectionName], labels: Sequence[str]
) -> None:
    if not holds_sign(line.readable):
        return
    project = read_project(line.readable, projects) if "project" in line.kinds else None
    if project:
        line.take(project.start, project.end, "project", project.project.name, project_id=project.project.id)
    project_id = line.found.get("project_id")
    for symbol in _names(line, "section", [section.name for section in sections])[-1:]:
        same = [one for one in sections if one.name == symbol.name]
        section = next((one for one in same if one.project_id == project_id), same[0])
        if project_id in (None, section.project_id):
            meaning = {"section_id": section.id, "project_id": section.project_id}
            line.take(symbol.start, symbol.end, "section", symbol.name, **meaning)
    for symbol in _names(line, "label", labels)[:_MOST_LABELS]:
        known = tuple(dict.fromkeys((*line.found.get("labels", ()), symbol.name)))
        line.take(symbol.start, symbol.end, "label", symbol.name, labels=known)


def _names(line: _Line, kind: NameKind, names: Sequence[str]) -> list[NamedSymbol]:
    return read_names(line.readable, kind, names) if kind in line.kinds else []


def _take_priority(line: _Line) -> None:
    if "priority" in line.kinds and (symbol := read_priority(line.readable, line.context.words)):
        label = f"{line.say.priority_name} {symbol.level}"
        line.take(symbol.start, symbol.end, "priority", label, priority=symbol.level)


def _take_deadline(line: _Line) -> None:
    """`{march 30}`: a day in braces and nothing else; braces around anything else stay."""
    for start, end in braces(line.readable):
        inner = line.readable[start + 1 : end - 1]
        reading = single_due(scan(inner, line.context)[1], inner, line.context, frozenset())
        if reading.day is None or reading.due is None or has_words(blank(inner, _stretches(reading.phrases), " ")):
            line.readable = blank(line.readable, [(start, end)], PROTECTED)
            continue
        line.readable = blank(line.readable, [(start, end)], TAKEN)
        if "deadline" in line.kinds and "deadline" not in line.found:
            label = day_label(reading.due.day, line.context.clock, line.say)
            line.take(start, end, "deadline", label, deadline=reading.due.day)


def _take_said_deadline(line: _Line) -> None:
    """ "Deadline 15 december": the word and a day right after it. With a time it is when the task is due."""
    words = line.context.words
    if not line.holds(words.deadline_marks) or "deadline" not in line.kinds or "deadline" in line.found:
        return
    match = words.deadline.search(line.readable)
    if match is None or may_not_follow(line.readable, match.start(), words, match[0]):
        return
    rest = blank(line.readable, [(0, match.end())], " ")
    phrases = scan(rest, line.context)[1]
    first = phrases[0] if phrases and not rest[: phrases[0].start].strip() else None
    reading = single_due([first], rest[: first.end], line.context, frozenset()) if first else DueReading()
    if first is None or reading.due is None or reading.due.at or reading.due.day < line.context.clock.today:
        return
    if not _ENDS_CLAUSE.match(rest, first.end):
        return
    label = day_label(reading.due.day, line.context.clock, line.say)
    line.take(match.start(), first.end, "deadline", label, deadline=reading.due.day)


_ENDS_CLAUSE = re.compile(rf"\s*(?:[.,;:!){TAKEN}]|\Z)")


def _stretches(phrases: Iterable[Phrase]) -> list[_Stretch]:
    return [(phrase.start, phrase.end) for phrase in phrases]


# --- Dates


def _take_no_date(line: _Line) -> bool:
    words = line.context.words
    may_match = line.holds(words.no_date_marks) and "date" in line.kinds
    match = words.no_date.search(line.readable) if may_match else None
    if match:
        line.take(match.start(), match.end(), "date", line.say.say["no_date"], no_date=True)
    return bool(match)


def _take_due(line: _Line) -> None:
    tokens, phrases = scan(_where_dates_stand(line.readable), line.context)
    if not phrases or not {"date", "time"} <= line.kinds:
        return
    recurring = None
    if "recurrence" in line.kinds:
        recurring = read_recurrence(tokens, phrases, line.readable, line.context)
    elif recurs(phrases, line.readable, line.context.words):
        return
    if recurring:
        _take_recurring(line, tokens, recurring)
        return
    before, reading = line.readable, single_due(phrases, line.readable, line.context, line.kinds)
    _take_single(line, _without_rejected(line, reading))
    _take_duration(line, phrases, before)


def _where_dates_stand(readable: str) -> str:
    """A long text with all but its beginning and end blanked out: when a task is due does not stand amid prose."""
    if len(readable) <= _LONG_TEXT:
        return readable
    end = readable.find(" ", _BEGINNING, _BEGINNING + 100)
    start = readable.rfind(" ", -_ENDING - 100, -_ENDING)
    middle = (end if end > 0 else _BEGINNING, start if start > 0 else len(readable) - _ENDING)
    return blank(readable, [middle], PROTECTED)


def _without_rejected(line: _Line, reading: DueReading) -> DueReading:
    """What the phrases mean that were not put back."""
    day, time = (
        None if phrase is None or line.is_rejected(phrase.start, phrase.end) else phrase
        for phrase in (reading.day, reading.time)
    )
    return reading if (day, time) == (reading.day, reading.time) else combine(day, time, line.context)


def _take_single(line: _Line, reading: DueReading) -> None:
    if reading.due is None:
        return
    line.found["due"] = reading.due
    for phrase in reading.phrases:
        line.take(phrase.start, phrase.end, "time" if phrase.is_time else "date", _due_label(phrase, reading, line))
    if reading.day and isinstance(reading.day.value, Day) and reading.day.value.last:
        line.found.setdefault("deadline", reading.day.value.last)
    if reading.time and isinstance(reading.time.value, TimeRange):
        line.found["duration_minutes"] = reading.time.value.minutes


def _take_duration(line: _Line, phrases: Sequence[Phrase], text: str) -> None:
    """`text` is what was readable before the date was taken: what stands beside a length tells what it is."""
    if "duration" not in line.kinds or "duration_minutes" in line.found:
        return
    if not any(isinstance(phrase.value, Duration) for phrase in phrases):
        return
    believed = believable(phrases, set(), text, line.context.words)
    for phrase in [phrase for phrase in believed if isinstance(phrase.value, Duration)][-1:]:
        minutes = phrase.value.minutes
        line.take(phrase.start, phrase.end, "duration", duration_label(minutes), duration_minutes=minutes)


def _take_recurring(line: _Line, tokens: Tokens, reading: RecurringReading) -> None:
    kept = [phrase for phrase in reading.phrases if not line.is_rejected(phrase.start, phrase.end)]
    if len(kept) < len(reading.phrases):
        again = read_recurrence(tokens, kept, line.readable, line.context)
        if again is None:
            days = [phrase for phrase in kept if phrase.is_day and phrase.meaning != "ending"]
            times = [phrase for phrase in kept if phrase.is_time]
            _take_single(line, combine(days[-1] if days else None, times[-1] if times else None, line.context))
            return
        reading = again
    line.found |= {"due": reading.due, "recurrence": reading.recurrence}
    if reading.duration:
        line.found["duration_minutes"] = reading.duration
    for phrase in reading.phrases:
        line.take(phrase.start, phrase.end, *_recurring_span(phrase, reading, line))


def _recurring_span(phrase: Phrase, reading: RecurringReading, line: _Line) -> tuple[SpanKind, str]:
    """Kind and label: the rule says all of itself, its parts what they add."""
    clock, words = line.context.clock, line.say
    if phrase.is_time and reading.due.at:
        return "time", line.time(reading.due.at)
    if phrase.is_day and phrase.meaning != "ending":
        return "date", day_label(reading.due.day, clock, words)
    if isinstance(phrase.value, Duration):
        return "duration", duration_label(phrase.value.minutes)
    return "recurrence", explain_recurrence(reading.recurrence, words.code, twelve_hour=line.twelve_hour)


def _due_label(phrase: Phrase, reading: DueReading, line: _Line) -> str:
    """A day's label is the day that was said; a time alone, or one that moves to another day, names its day."""
    due, day, clock, words = reading.due, reading.day, line.context.clock, line.say
    assert due is not None
    said = day.value.date if day and isinstance(day.value, Day) else None
    if phrase is day and isinstance(day.value, Day) and day.value.last:
        return f"{day_label(day.value.date, clock, words)} - {day_label(day.value.last, clock, words)}"
    if due.at is None:
        return day_label(due.day, clock, words)
    if phrase is day and reading.time and said:
        return day_label(said, clock, words)
    label: Callable[[datetime], str] = line.time
    if isinstance(phrase.value, TimeRange):
        minutes = phrase.value.minutes
        label = lambda at: range_label(at, minutes, twelve_hour=line.twelve_hour)  # noqa: E731
    if phrase is not day and said == due.day:
        return label(due.at)
    return f"{day_label(due.at.date(), clock, words)} {label(due.at)}"


__all__ = ["ALL_KINDS", "QuickAdd", "Span", "SpanKind", "moment_label", "parse_quick_add"]
