"""The built-in assistant's words."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from todo.actor import Actor
from todo.assistant.answers import ABILITIES, after_tool, describe_due, without_tool
from todo.boundary import new_id
from todo.clock import clock_at
from todo.language import (
    AddTasks,
    ByWords,
    Changes,
    Command,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    Greeting,
    Help,
    ListProjects,
    Matching,
    Mentioned,
    OutOfScope,
    Redo,
    ReopenTasks,
    Several,
    Undo,
    Unknown,
    UpdateTasks,
)
from todo.mcp.schemas import ToolOutput
from todo.tasks.schemas import TaskView

ACTOR = Actor(new_id(), "assistant", "Europe/Berlin", new_id())
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def task(title: str = "Pay rent", **fields: Any) -> TaskView:
    values: dict[str, Any] = {
        "id": UUID(int=1),
        "project_id": UUID(int=2),
        "section_id": None,
        "parent_id": None,
        "position": "V",
        "title": title,
        "notes": "",
        "priority": 4,
        "due_date": None,
        "due_at": None,
        "time_zone": None,
        "duration_minutes": None,
        "deadline": None,
        "label_ids": [],
        "recurrence": None,
        "completion_count": 0,
        "completed_at": None,
        "deleted_at": None,
        "version": 1,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return TaskView(**{**values, **fields})


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock_at(NOW):
        yield


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"due_date": date(2026, 11, 25)}, "today"),
        ({"due_date": date(2026, 11, 26)}, "tomorrow"),
        ({"due_date": date(2026, 11, 24)}, "yesterday"),
        ({"due_date": date(2026, 12, 4)}, "Friday 4 December"),
        ({"due_at": datetime(2026, 11, 25, 23, 30, tzinfo=UTC)}, "tomorrow at 00:30"),
    ],
)
def test_due_in_words(fields: dict[str, Any], words: str) -> None:
    assert describe_due(task(**fields), ACTOR) == words


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (FindTasks(scope="today"), "Nothing due today."),
        (FindTasks(scope="overdue"), "Nothing overdue."),
        (FindTasks(scope="none"), "Nothing without a date."),
        (FindTasks(scope="upcoming"), "Nothing coming up."),
        (FindTasks(scope="today", done=True), "Nothing done today."),
        (FindTasks(done=True), "Nothing done."),
        (FindTasks(text="milk"), "Nothing with “milk”."),
        (FindTasks(due_from=date(2026, 12, 1), due_until=date(2026, 12, 1)), "Nothing due on Tuesday 1 December."),
        (
            FindTasks(due_from=date(2026, 12, 1), due_until=date(2026, 12, 2)),
            "Nothing due from Tuesday 1 December to Wednesday 2 December.",
        ),
        (FindTasks(due_until=date(2026, 12, 1)), "Nothing due until Tuesday 1 December."),
        (FindTasks(due_from=date(2026, 12, 1)), "Nothing due from Tuesday 1 December."),
        (FindTasks(), "Nothing."),
    ],
)
def test_nothing_found(command: FindTasks, words: str) -> None:
    assert after_tool(command, ToolOutput(title="Found no tasks"), ACTOR) == words


def test_found_tasks_are_listed_and_many_are_cut() -> None:
    few = ToolOutput(title="Found", tasks=[task(priority=1, due_date=date(2026, 11, 26)), task("Buy milk")])
    assert after_tool(FindTasks(scope="upcoming"), few, ACTOR) == (
        "2 tasks coming up:\n- Pay rent (p1), tomorrow\n- Buy milk"
    )
    many = ToolOutput(title="Found", tasks=[task(f"Task {n}") for n in range(40)])
    lines = after_tool(FindTasks(), many, ACTOR).splitlines()
    assert len(lines) == 17
    assert lines[-1] == "- and 25 more"


def test_each_command_has_its_words() -> None:
    done = ToolOutput(title="Done", detail="Pay rent", tasks=[task(completed_at=NOW, due_date=date(2026, 11, 26))])
    assert after_tool(AddTasks(("x",)), done, ACTOR).startswith("Added:\n- Pay rent")
    assert after_tool(CompleteTasks(ByWords("x")), done, ACTOR) == "Completed:\n- Pay rent"
    assert after_tool(Undo(), done, ACTOR) == "Undone: Pay rent."
    failed = ToolOutput(ok=False, title="No such task", detail="No open task has the words “x”.")
    assert after_tool(CompleteTasks(ByWords("x")), failed, ACTOR) == "No open task has the words “x”."


def test_words_without_a_tool() -> None:
    assert without_tool(Help()) == ABILITIES
    assert ABILITIES in without_tool(Greeting())
    assert without_tool(AddTasks()).startswith("What should I add?")
    assert without_tool(Greeting("thanks")) == "You are welcome."
    assert without_tool(Greeting("goodbye")) == "Goodbye!"
    assert without_tool(Unknown("x")).startswith("I did not understand that, so I changed nothing.")


def test_something_else_than_tasks() -> None:
    assert without_tool(OutOfScope("x")).startswith("I only look after your tasks, so I changed nothing.")


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (CompleteTasks(Mentioned()), "I cannot complete tasks other than one by words of its title yet"),
        (CompleteTasks(Matching(FindTasks())), "I cannot complete tasks other than one by words of its title yet"),
        (CompleteTasks(None), "I cannot tell which task you mean yet"),
        (ReopenTasks(Mentioned()), "I cannot open tasks again yet"),
        (DeleteTasks(ByWords("rent")), "I cannot delete tasks yet"),
        (UpdateTasks(Mentioned(), Changes(priority=1)), "I cannot change tasks yet"),
        (FindTasks(priority=1), "I cannot find tasks by priority or label yet"),
        (ListProjects(), "I cannot show projects yet"),
        (Redo(), "I cannot redo a change that was undone yet"),
        (Several((AddTasks(("tea",)), DeleteTasks(ByWords("rent")))), "I cannot do several things at once yet"),
    ],
)
def test_what_no_tool_does_is_said_plainly(command: Command, refusal: str) -> None:
    assert without_tool(command).startswith(f"{refusal}, so I changed nothing.")


def test_adding_what_may_be_there_is_not_done_unseen() -> None:
    assert without_tool(AddTasks(("milk",), unless_present=True)) == (
        "I cannot check that first. Ask “is milk on my list?”, or say “add milk”."
    )
