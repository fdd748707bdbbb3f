"""Measured on cases that other people made. They are kept beside the repository and are not part of it."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from language.reading import NOW, ZONE, read, say_due
from todo.language import AddTasks, CompleteTasks, FindTasks, OutOfScope, Unknown, parse_command

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"


def cases(name: str) -> Iterator[dict[str, Any]]:
    path = CORPORA / name
    if not path.exists():
        pytest.skip(f"no {path}")
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def test_quick_add_lines() -> None:
    wrong = []
    for case in cases("quickadd.jsonl"):
        language, _, expected = case["expect"].rpartition(": ")
        due = say_due(read(case["text"], case["now"], language_code=language or "en").due) or "none"
        # A part of the day may be any hour of it, a rejected time leaves the day.
        is_right = any(one.strip("~ ")[:10] == due[:10] for one in expected.replace("ambiguous ", "").split("|"))
        if not is_right and not expected.startswith((due, "reject time", "ambiguous")):
            wrong.append((case["text"], expected, due))
    assert len(wrong) <= 2, wrong


def test_lines_without_a_date_have_none() -> None:
    found = [
        case["text"]
        for case in cases("dates.jsonl")
        if case["src"] == "todo" and case["kind"] == "none" and read(case["text"], case["ref"]).due
    ]
    assert found == []


def test_dates_that_are_read_are_right() -> None:
    right, wrong = 0, []
    for case in cases("dates.jsonl"):
        if case["src"] != "todo" or case["kind"] != "point":
            continue
        due = say_due(read(case["text"], case["ref"]).due)
        expected = case["start"].replace("T", " ")[: 16 if case["grain"] == "minute" else 10]
        right += due is not None and due.startswith(expected)
        if due is not None and not due.startswith(expected[: len(due)]):
            wrong.append((case["text"], expected, due))
    assert wrong == []
    assert right >= 95


def test_sentences_about_other_matters_do_nothing() -> None:
    outside = [case["text"] for case in cases("commands.jsonl") if case["intent"] == "out_of_scope"]
    acted = [text for text in outside if not isinstance(_asked(text), Unknown | OutOfScope)]
    assert len(acted) <= 0.03 * len(outside), acted


@pytest.mark.parametrize(
    ("intent", "command", "share"),
    [
        ("reminder_update", AddTasks, 0.85),
        ("todo_list", FindTasks, 0.80),
        ("reminder", FindTasks, 0.75),
        ("shopping_list", FindTasks, 0.70),
        ("calendar", FindTasks, 0.75),
    ],
)
def test_sentences_about_lists_and_reminders(intent: str, command: type, share: float) -> None:
    kinds = Counter(type(_asked(case["text"])) for case in cases("commands.jsonl") if case["intent"] == intent)
    assert kinds[command] >= share * kinds.total(), kinds


def test_requests_to_remove_things_never_add_or_complete() -> None:
    removals = [
        case["text"]
        for case in cases("commands.jsonl")
        if case["intent"].endswith("_update")
        and case["text"].split()[0] in ("delete", "remove", "clear", "erase", "take")
    ]
    acted = [text for text in removals if isinstance(_asked(text), AddTasks | CompleteTasks)]
    assert removals
    assert acted == []


def _asked(text: str) -> object:
    return parse_command(text, now=NOW, time_zone=ZONE)


def test_the_corpora_state_their_reference_times() -> None:
    assert all(datetime.fromisoformat(case["ref"]) for case in cases("dates.jsonl"))
