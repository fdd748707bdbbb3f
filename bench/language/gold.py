"""Our own lines, written by hand: `gold.jsonl` beside the language's tests. All must be right.

Each states everything that is meant by a `text` in a `language`: `title`, `due` (`2026-11-26`, `2026-11-26 17:00` or
null), `rule` (RFC 5545 or null), `after_completion`, and other fields of `QuickAdd` by their names. What a line leaves
out must not be found. It is read among the projects, sections and labels that the tests know.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from todo.language import ProjectName, QuickAdd, parse_quick_add
from todo.language.symbols import SectionName

from bench.language.outcomes import Case, Corpus, Outcome, read_cases
from bench.language.reading import as_reading, say, timed

NAME, BAR = "our own lines", 1.0
ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo(ZONE))
PROJECTS = (
    ProjectName("inbox", "Inbox"),
    ProjectName("home", "Home"),
    ProjectName("garden", "Home Garden"),
    ProjectName("cafe", "Café"),
    ProjectName("tasks", "Tasks"),
)
SECTIONS = (SectionName("kitchen", "Kitchen", "home"),)
LABELS = ("errand", "deep work")
_FIELDS = (
    "title",
    "priority",
    "project_id",
    "section_id",
    "labels",
    "duration_minutes",
    "deadline",
    "notes",
    "no_date",
)


def corpora(folder: Path) -> Iterator[Corpus]:
    """The folder's lines as one corpus."""
    file = folder / "gold.jsonl"
    if file.exists():
        yield Corpus(NAME, BAR, [_outcome(case) for case in read_cases(file)])
    else:
        yield Corpus(NAME, BAR, absent=f"no {file}")


def _outcome(case: Case) -> Outcome:
    task, microseconds = timed(lambda: _read(case))
    found = _meaning(task)
    wrong = [name for name, value in found.items() if (case.get(name) or None) != (value or None)]
    expected = ", ".join(f"{name}={case.get(name)!r}" for name in wrong)
    said = ", ".join(f"{name}={found[name]!r}" for name in wrong)
    return Outcome(case["text"], expected, said, not wrong, microseconds)


def _read(case: Case) -> QuickAdd:
    return parse_quick_add(
        case["text"],
        now=NOW,
        time_zone=ZONE,
        projects=PROJECTS,
        sections=SECTIONS,
        labels=LABELS,
        language_code=case.get("language", "en"),
    )


def _meaning(task: QuickAdd) -> dict[str, object]:
    """What the reader found, as JSON says it."""
    reading = as_reading(task, 0)
    found: dict[str, object] = {
        "due": say(task.due),
        "rule": reading.rule,
        "after_completion": reading.after_completion,
    }
    for name in _FIELDS:
        value = getattr(task, name)
        found[name] = (
            list(value) if isinstance(value, tuple) else value.isoformat() if isinstance(value, date) else value
        )
    return found
