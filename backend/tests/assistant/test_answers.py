"""The built-in assistant's words."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from todo.actor import Actor
from todo.assistant.wording import english, outcomes, reports
from todo.assistant.wording.answers import after_tool
from todo.assistant.wording.english import ABILITIES
from todo.assistant.wording.plain import no_such_number, which_tasks, without_tool
from todo.assistant.wording.voice import Voice
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
    OutOfScope,
    Redo,
    ReopenTasks,
    Undo,
    Unknown,
    UpdateTasks,
)
from todo.language.conversation import Restore
from todo.mcp.schemas import Activity, DayLoad, More, NextStep, Organized, Overview, ToolOutput, ToolTask

VOICE = Voice(english, Actor(new_id(), "assistant", "Europe/Berlin", new_id()))
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def task(title: str = "Pay rent", **fields: Any) -> ToolTask:
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
    return ToolTask(**{**values, **fields})


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
    assert VOICE.due(task(**fields)) == words


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
        (FindTasks(priority=1), "Nothing with priority 1."),
        (FindTasks(label="errand"), "Nothing with @errand."),
    ],
)
def test_nothing_found(command: FindTasks, words: str) -> None:
    assert after_tool(command, ToolOutput(title="Found no tasks"), VOICE) == words


def test_found_tasks_are_listed_and_many_are_cut() -> None:
    few = ToolOutput(title="Found", tasks=[task(priority=1, due_date=date(2026, 11, 26)), task("Buy milk")])
    assert after_tool(FindTasks(scope="upcoming"), few, VOICE) == (
        "2 tasks coming up:\n1. Pay rent (p1), tomorrow\n2. Buy milk"
    )
    many = ToolOutput(title="Found", tasks=[task(f"Task {n}") for n in range(40)])
    lines = after_tool(FindTasks(), many, VOICE).splitlines()
    assert len(lines) == 17
    assert lines[-1] == "- and 25 more"


def test_each_command_has_its_words() -> None:
    done = ToolOutput(title="Done", detail="Pay rent", tasks=[task(completed_at=NOW, due_date=date(2026, 11, 26))])
    assert after_tool(AddTasks(("x",)), done, VOICE).startswith("Added:\n- Pay rent")
    assert after_tool(CompleteTasks(ByWords("x")), done, VOICE) == "Completed:\n- Pay rent"
    assert after_tool(Undo(), done, VOICE) == "Undone: Pay rent."
    assert after_tool(Redo(), done, VOICE) == "Redone: Pay rent."
    for command, lead in (
        (ReopenTasks(ByWords("x")), "Open again:"),
        (DeleteTasks(ByWords("x")), "Deleted:"),
        (Restore(ByWords("x")), "Restored:"),
        (UpdateTasks(ByWords("x"), Changes(priority=1)), "Changed:"),
    ):
        assert after_tool(command, done, VOICE) == f"{lead}\n- Pay rent"
    failed = ToolOutput(ok=False, title="No such task", detail="No open task has the words “x”.")
    assert after_tool(CompleteTasks(ByWords("x")), failed, VOICE) == "No open task has the words “x”."


def test_words_without_a_tool() -> None:
    assert without_tool(Help(), english) == ABILITIES
    assert ABILITIES in without_tool(Greeting(), english)
    assert without_tool(AddTasks(), english).startswith("What should I add?")
    assert without_tool(Greeting("thanks"), english) == "You are welcome."
    assert without_tool(Greeting("goodbye"), english) == "Goodbye!"
    assert without_tool(Unknown("x"), english).startswith("I did not understand that, so I changed nothing.")


def test_something_else_than_tasks() -> None:
    assert without_tool(OutOfScope("x"), english).startswith("I only look after your tasks, so I changed nothing.")


@pytest.mark.parametrize("text", ["buy milk", "call mum tomorrow"])
def test_what_may_be_a_task_is_offered_and_not_added(text: str) -> None:
    assert f"say “add {text}”" in without_tool(OutOfScope(text), english)
    assert "add" not in without_tool(OutOfScope("what is the capital of France?"), english).split("I can add")[0]


@pytest.mark.parametrize(
    ("command", "question"),
    [
        (CompleteTasks(None), "Which task is done?"),
        (DeleteTasks(None), "Which task should I delete?"),
        (UpdateTasks(None, Changes()), "What should I change?"),
    ],
)
def test_asks_back_where_no_task_is_named(command: Command, question: str) -> None:
    assert which_tasks(command, english).startswith(question)


def test_a_number_that_the_list_does_not_have() -> None:
    assert no_such_number(0, english).startswith("I have shown no list yet.")
    assert no_such_number(3, english) == "The last list has 3 tasks. Say a number up to 3."


def summary(**fields: Any) -> ToolOutput:
    values: dict[str, Any] = {"overdue": 0, "today": 0, "inbox": 0, "days": [], "next_steps": []}
    return ToolOutput(title="x", more=More(overview=Overview(**{**values, **fields})))


def test_a_summary_ranks_and_says_why() -> None:
    step = NextStep(task_id=UUID(int=1), title="Pay rent", reason="overdue by 3 days, priority 1")
    found = reports.overview(summary(overdue=1, today=2, next_steps=[step]), VOICE)
    assert found == "1 task is overdue and 2 are due today. In this order:\n1. Pay rent (overdue by 3 days, priority 1)"
    assert reports.overview(summary(), VOICE) == (
        "Nothing is overdue and nothing is due today. Nothing is waiting to be done."
    )


def test_a_summary_warns_of_a_full_day() -> None:
    step = NextStep(task_id=UUID(int=1), title="Pay rent", reason="due today")
    days = [DayLoad(day=date(2026, 11, 25 + n), tasks=n * 3, minutes=0) for n in range(3)]
    found = reports.overview(summary(next_steps=[step], days=days), VOICE)
    assert found.endswith("The fullest day ahead is Friday 27 November with 6 tasks.")


def test_names_trash_and_activity_in_words() -> None:
    projects = [Organized(id=UUID(int=1), name="Home", open_tasks=2), Organized(id=UUID(int=2), name="Work")]
    assert reports.names(ToolOutput(title="x", more=More(projects=projects)), "project", VOICE) == (
        "You have 2 projects:\n- Home, 2 open\n- Work"
    )
    assert reports.names(ToolOutput(title="x", more=More(labels=[])), "label", VOICE) == "You have no labels yet."
    assert reports.trash(ToolOutput(title="x"), VOICE) == "The trash is empty."
    assert reports.trash(ToolOutput(title="x", tasks=[task()]), VOICE) == "In the trash:\n1. Pay rent"
    done = Activity(change_group=UUID(int=1), at=NOW, via="web", summary="Add task: Tea", changes=[], undone=True)
    assert reports.activity(ToolOutput(title="x", more=More(activity=[done])), VOICE).endswith("- Added: Tea (undone)")
    assert reports.activity(ToolOutput(title="x"), VOICE) == "Nothing was changed yet."


def test_what_a_tool_refuses_is_told_as_it_says() -> None:
    failed = ToolOutput(ok=False, title="No", detail="Say which.")
    for told in (
        reports.overview(failed, VOICE),
        reports.names(failed, "project", VOICE),
        reports.trash(failed, VOICE),
        reports.activity(failed, VOICE),
        outcomes.of_tool("delete_tasks", {}, failed, VOICE),
    ):
        assert told == "Say which."


def test_words_for_what_was_approved() -> None:
    done = ToolOutput(title="Deleted 1 task", tasks=[task()])
    assert outcomes.of_tool("delete_tasks", {}, done, VOICE) == "Deleted:\n- Pay rent"
    assert outcomes.of_tool("delete_tasks", {"restore": True}, done, VOICE) == "Restored:\n- Pay rent"
    assert outcomes.of_tool("organize", {}, ToolOutput(title="Deleted project “Home”"), VOICE) == (
        "Deleted project “Home”."
    )
