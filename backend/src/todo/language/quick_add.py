"""Quick add: one line of text to a task's title, due date, priority and project, with a span for everything taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from todo.language.clock import Clock
from todo.language.due import Due, DueReading, read_due
from todo.language.english import ENGLISH
from todo.language.labels import day_label, moment_label, time_label
from todo.language.phrases import Day, Phrase
from todo.language.symbols import PrioritySymbol, ProjectName, ProjectSymbol, read_priority, read_project
from todo.language.text import TAKEN, blank, has_words, reading_copy, without
from todo.language.vocabulary import Vocabulary

SpanKind = Literal["date", "time", "priority", "project"]


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
    """What a line says. `title` is the line without its spans, or all of it if nothing would be left."""

    title: str
    due: Due | None = None
    priority: int | None = None
    project_id: str | None = None
    spans: tuple[Span, ...] = ()


def parse_quick_add(text: str, *, now: datetime, time_zone: str, projects: Sequence[ProjectName] = ()) -> QuickAdd:
    """Read a line as a task. `now` is aware; relative phrases count from it in `time_zone` (an IANA name).

    No text raises; an unknown time zone does (ZoneInfoNotFoundError or ValueError).
    """
    clock, words = Clock.at(now, time_zone), ENGLISH
    readable = reading_copy(text)
    priority, project = read_priority(readable), read_project(readable, projects)
    symbols = [symbol for symbol in (priority, project) if symbol]
    readable = blank(readable, [(symbol.start, symbol.end) for symbol in symbols], TAKEN)
    reading = read_due(readable, clock, words)
    spans = _spans(text, priority, project, reading, clock, words)
    return QuickAdd(
        title=_title(text, spans),
        due=reading.due,
        priority=priority.level if priority else None,
        project_id=project.project.id if project else None,
        spans=spans,
    )


def _title(text: str, spans: Sequence[Span]) -> str:
    title = without(text, [(span.start, span.end) for span in spans])
    return title if has_words(title) else " ".join(text.split())


def _spans(
    text: str,
    priority: PrioritySymbol | None,
    project: ProjectSymbol | None,
    reading: DueReading,
    clock: Clock,
    words: Vocabulary,
) -> tuple[Span, ...]:
    found: list[tuple[int, int, SpanKind, str]] = []
    if priority:
        found.append((priority.start, priority.end, "priority", f"{words.priority_name} {priority.level}"))
    if project:
        found.append((project.start, project.end, "project", project.project.name))
    for phrase in reading.phrases:
        kind: SpanKind = "time" if phrase.is_time else "date"
        found.append((phrase.start, phrase.end, kind, _due_label(phrase, reading, clock, words)))
    return tuple(Span(start, end, kind, text[start:end], label) for start, end, kind, label in sorted(found))


def _due_label(phrase: Phrase, reading: DueReading, clock: Clock, words: Vocabulary) -> str:
    """A day's label is the day that was said; a time alone, or one that moves to another day, names its day."""
    due, day = reading.due, reading.day
    assert due is not None
    said = day.value.date if day and isinstance(day.value, Day) else None
    if due.at is None:
        return day_label(due.day, clock, words)
    if phrase is day and reading.time and said:
        return day_label(said, clock, words)
    return time_label(due.at) if phrase is not day and said == due.day else moment_label(due.at, clock, words)
