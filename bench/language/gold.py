"""Our own lines, written by hand: `*.jsonl` beside the language's tests, all of which must be right.

Each states a `text`, perhaps `now` (a wall time), `language`, `day_first`, `projects` and `labels_known` (names that
there are), and what the line means: `due` is `2026-11-26`, `2026-11-26 17:00` or null, `rule` an RFC 5545 rule or null,
`project` a name; any other key is a field of `QuickAdd` with its value.
"""

import inspect
from collections.abc import Iterator
from datetime import UTC, date
from pathlib import Path
from typing import Any

from todo.language import ProjectName, QuickAdd, parse_quick_add

from bench.language import rules
from bench.language.outcomes import Case, Corpus, Outcome, moment, read_cases
from bench.language.reading import ZONE, as_reading, say, timed

NAME, BAR, NOW = "our own lines", 1.0, "2026-11-25T10:00:00"
_INPUTS = {"text", "now", "language", "day_first", "projects", "labels_known", "comment"}
_SETTINGS = inspect.signature(parse_quick_add).parameters


def corpora(folder: Path) -> Iterator[Corpus]:
    """All lines of the folder's files as one corpus."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        yield Corpus(NAME, BAR, absent=f"no lines in {folder}")
    else:
        yield Corpus(NAME, BAR, [_outcome(case) for file in files for case in read_cases(file)])


def _outcome(case: Case) -> Outcome:
    found, microseconds = timed(lambda: _read(case))
    differences = {key: value for key, value in case.items() if key not in _INPUTS and not _agrees(key, value, found)}
    said = ", ".join(f"{key}={_found(key, found)!r}" for key in differences)
    expected = ", ".join(f"{key}={value!r}" for key, value in differences.items())
    return Outcome(case["text"], expected, said, not differences, microseconds)


def _read(case: Case) -> QuickAdd:
    wanted: dict[str, Any] = {
        "language_code": case.get("language", "en"),
        "day_first": case.get("day_first"),
        "labels": case.get("labels_known", ()),
    }
    return parse_quick_add(
        case["text"],
        now=moment(case.get("now", NOW)).replace(tzinfo=UTC),
        time_zone=ZONE,
        projects=[ProjectName(name, name) for name in case.get("projects", ())],
        **{name: value for name, value in wanted.items() if name in _SETTINGS},
    )


def _agrees(key: str, value: object, found: QuickAdd) -> bool:
    if key == "rule":
        return rules.is_right(str(value or "none"), as_reading(found, 0))
    return _found(key, found) == value


def _found(key: str, found: QuickAdd) -> object:
    """What the reader found, as JSON says it."""
    match key:
        case "due":
            return say(found.due) or None
        case "rule":
            return as_reading(found, 0).rule or None
        case "project":
            return found.project_id
    value = getattr(found, key, None)
    return list(value) if isinstance(value, tuple) else value.isoformat() if isinstance(value, date) else value
