"""Our own lines, written by hand from what people mean: title, due date, rule and symbols, all of them right.

Each line of `gold.jsonl` states everything that is meant by a text; what it leaves out must not be found.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from language.reading import read, say_due
from todo.language.symbols import SectionName
from todo_ops import paths

LINES = [json.loads(line) for line in Path(__file__).with_name("gold.jsonl").read_text(encoding="utf-8").splitlines()]
SECTIONS = (SectionName("kitchen", "Kitchen", "home"),)
LABELS = ("errand", "deep work")


def test_there_are_enough_lines_and_each_is_there_once() -> None:
    assert len({(line["text"], line["language"]) for line in LINES}) == len(LINES) >= 300
    document = (paths.ROOT / "docs" / "LANGUAGE.md").read_text(encoding="utf-8")
    assert f"| our own lines, in three languages | {len(LINES)} of {len(LINES)} | all |" in document


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"])
def test_a_line_means_what_people_mean(line: dict[str, Any]) -> None:
    task = read(line["text"], language_code=line["language"], sections=SECTIONS, labels=LABELS)
    found = {
        "title": task.title,
        "due": say_due(task.due),
        "rule": str(task.recurrence.rule) if task.recurrence else None,
        "after_completion": task.recurrence is not None and task.recurrence.anchor == "completion",
        "priority": task.priority,
        "project_id": task.project_id,
        "section_id": task.section_id,
        "labels": list(task.labels),
        "duration_minutes": task.duration_minutes,
        "deadline": str(task.deadline) if task.deadline else None,
        "notes": task.notes,
        "no_date": task.no_date,
    }
    nothing = {name: type(value)() if isinstance(value, bool | list | str) else None for name, value in found.items()}
    absent = {"after_completion": False, "labels": [], "notes": "", "no_date": False}
    expected = {**dict.fromkeys(nothing), **absent, **{name: line[name] for name in line if name in found}}
    assert found == expected


def test_what_is_rejected_is_put_back() -> None:
    for line in LINES:
        spans = read(line["text"], language_code=line["language"], sections=SECTIONS, labels=LABELS).spans
        rejected = [(span.start, span.end) for span in spans]
        task = read(line["text"], language_code=line["language"], sections=SECTIONS, labels=LABELS, rejected=rejected)
        assert (task.title, task.spans, task.due, task.recurrence) == (" ".join(line["text"].split()), (), None, None)
