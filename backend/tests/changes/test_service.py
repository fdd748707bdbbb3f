"""How entries of the log are put into words, and which columns they touch."""

from typing import Any

import pytest
from todo.changes.entities import ENTITIES, TASK
from todo.changes.service import _obstacle, _reverted, _summary, _touched
from todo.filters.tables import SavedFilter
from todo.labels.tables import Label
from todo.projects.tables import Project
from todo.reminders.tables import Reminder
from todo.sections.tables import Section
from todo.tasks.tables import Task

LOGGED = (Task, Project, Section, Label, SavedFilter, Reminder)


def row(**values: Any) -> dict[str, Any]:
    base = dict.fromkeys(TASK.mutable) | {"id": "1", "title": "Pay rent", "priority": 4, "deleted_at": None}
    return base | values


def entry(before: dict[str, Any] | None, after: dict[str, Any]) -> dict[str, Any]:
    return {"entity": "task", "entity_id": "1", "before": before, "after": after}


MADE = entry(None, row())
EDITED = entry(row(), row(title="New", priority=1))
DELETED = entry(row(), row(deleted_at="2026-11-25T10:00:00Z"))
RESTORED = entry(row(deleted_at="2026-11-25T10:00:00Z"), row())


def test_touched_columns() -> None:
    assert set(_touched(EDITED, TASK)) == {"title", "priority"}
    assert _touched(DELETED, TASK) == ["deleted_at"]
    assert _touched(MADE, TASK) == list(TASK.mutable)


def test_reverting_restores_what_was_and_sends_what_was_made_to_the_trash() -> None:
    assert _reverted(EDITED, TASK) == {"title": "Pay rent", "priority": 4}
    assert list(_reverted(MADE, TASK)) == ["deleted_at"]
    assert _reverted(RESTORED, TASK) == {"deleted_at": "2026-11-25T10:00:00Z"}


@pytest.mark.parametrize(
    ("present", "role", "code"),
    [
        (row(title="New", priority=1), "owner", None),
        (row(title="New", priority=1, notes="Other column"), "editor", None),
        (row(title="Newer", priority=1), "owner", "changed"),
        (row(title="New", priority=1), "viewer", "read-only"),
        (None, "owner", "unseen"),
    ],
)
def test_obstacles(present: dict[str, Any] | None, role: str, code: str | None) -> None:
    locked = None if present is None else {"row": present, "role": role}
    assert _obstacle(EDITED, present, locked, TASK) == code


@pytest.mark.parametrize(
    ("command", "titles", "words"),
    [
        ("add_task", ["Pay rent"], "Add task: Pay rent"),
        ("complete_tasks", ["a", "b", "c"], "Complete tasks: a and 2 more"),
        ("undo", [], "Undo"),
    ],
)
def test_summaries(command: str, titles: list[str], words: str) -> None:
    changes = [{"entity": "task", "kind": "update", "title": title} for title in titles]
    assert _summary(command, changes, len(changes)) == words


def test_a_summary_counts_what_is_not_shown() -> None:
    assert _summary("import", [{"title": "Dig"}], 10_000) == "Import: Dig and 9999 more"


def test_every_column_is_either_restored_by_undo_or_bookkeeping() -> None:
    bookkeeping = {"id", "created_at", "created_by", "user_id", "updated_at", "version", "inbox_of_user_id", "search"}
    bookkeeping |= {"fire_at", "queued_for", "task_id"}  # of reminders: kept by the database, never changed
    assert {table.__tablename__ for table in LOGGED} == ENTITIES.keys()
    for table in LOGGED:
        entity = ENTITIES[str(table.__tablename__)]
        assert set(table.model_fields) - bookkeeping == set(entity.mutable), "a new column must be undoable"


def test_entities_are_found_by_their_names() -> None:
    assert all(entity.name == name for name, entity in ENTITIES.items())
