"""The bars of commands, on sentences that other people said. They are kept beside the repository, not in it."""

import json
from pathlib import Path

import pytest
from language.reading import ask
from todo.language import (
    AddTasks,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    OutOfScope,
    ReopenTasks,
    Several,
    Undo,
    Unknown,
    UpdateTasks,
)

FILE = Path(__file__).parents[4] / "shared" / "corpora" / "commands.jsonl"
CHANGES = (AddTasks, CompleteTasks, ReopenTasks, DeleteTasks, UpdateTasks, Several, Undo)


@pytest.fixture(scope="module")
def cases() -> list[dict[str, str]]:
    if not FILE.exists():
        pytest.skip(f"no {FILE}")
    with FILE.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def share(cases: list[dict[str, str]], *wanted: type) -> float:
    return sum(isinstance(ask(case["text"]), wanted) for case in cases) / len(cases)


@pytest.mark.parametrize("list_name", ["todo_list", "shopping_list", "reminder", "calendar"])
def test_questions_find_and_updates_change(cases: list[dict[str, str]], list_name: str) -> None:
    asked = [case for case in cases if case["intent"] == list_name]
    updates = [case for case in cases if case["intent"] == f"{list_name}_update"]
    assert share(asked, FindTasks) >= 0.92
    assert share(updates, *CHANGES) >= 0.92


def test_nothing_is_done_out_of_scope(cases: list[dict[str, str]]) -> None:
    assert share([case for case in cases if case["intent"] == "out_of_scope"], Unknown, OutOfScope) >= 0.97


def test_most_intents_come_with_what_they_are_about(cases: list[dict[str, str]]) -> None:
    """Asking back is the last resort: of those that change something, few say only the kind of request."""
    commands = [ask(case["text"]) for case in cases if case["intent"].endswith("_update")]
    changes = [command for command in commands if isinstance(command, CHANGES)]
    bare = [change for change in changes if getattr(change, "target", change) is None]
    assert len(bare) <= 0.15 * len(changes)
