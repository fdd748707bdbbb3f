"""The words of the built-in assistant in the cases that are easily said wrong: one and many, bounds, gaps."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from todo.actor import Actor
from todo.assistant.memory import Named
from todo.assistant.wording import answers, english, outcomes, plain, reports
from todo.assistant.wording.voice import SHOWN, Voice
from todo.boundary import new_id
from todo.clock import clock_at
from todo.language import AddTasks, ByWords, CompleteTasks, FindTasks, Greeting, ReopenTasks, Undo, Unknown
from todo.language.conversation import Dismiss, Restore, ShowTrash
from todo.mcp.schemas import Activity, DayLoad, More, NextStep, Organized, Overview, Reading, ToolOutput, ToolTask

VOICE = Voice(english, Actor(new_id(), "assistant", "Europe/Berlin", new_id()))
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)  # a Wednesday

DAILY = {
    **dict.fromkeys(("start", "occurrence"), "2026-11-25"),
    "rule": "FREQ=DAILY",
    "time_zone": "UTC",
    "anchor": "due",
}


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with clock_at(NOW):
        yield


def task(title: str = "Tea", **fields: Any) -> ToolTask:
    values: dict[str, Any] = {
        "id": UUID(int=1),
        "project_id": UUID(int=2),
        "notes": "",
        "priority": 4,
        **dict.fromkeys(("due_date", "due_at", "time_zone", "completed_at", "deleted_at")),
        "version": 1,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return ToolTask(**{**values, "title": title, **fields})


class TestLine:
    @pytest.mark.parametrize(
        ("fields", "line"),
        [
            ({}, "Tea"),
            ({"priority": 3}, "Tea (p3)"),
            ({"due_date": date(2026, 11, 25)}, "Tea, today"),
            ({"due_date": date(2026, 12, 1), "priority": 1}, "Tea (p1), Tuesday 1 December"),
            ({"due_date": date(2026, 11, 25), "completed_at": NOW}, "Tea"),
            ({"due_at": datetime(2026, 11, 24, 23, 0, tzinfo=UTC)}, "Tea, today at 00:00"),
            ({"due_at": datetime(2026, 11, 24, 22, 59, tzinfo=UTC)}, "Tea, yesterday at 23:59"),
        ],
    )
    def test_of_a_task(self, fields: dict[str, Any], line: str) -> None:
        assert VOICE.line(task(**fields)) == line

    def test_today_is_the_persons_own(self) -> None:
        honolulu = Voice(english, Actor(new_id(), "assistant", "Pacific/Honolulu", new_id()))
        assert honolulu.day(date(2026, 11, 24)) == "today"
        assert honolulu.day(date(2026, 11, 25)) == "tomorrow"

    @pytest.mark.parametrize(("number", "last"), [(15, "15. Task 15"), (16, "- and 1 more"), (115, "- and 100 more")])
    def test_a_long_list_is_cut(self, number: int, last: str) -> None:
        listed = VOICE.numbered("Lead", [task(f"Task {n}") for n in range(1, number + 1)]).splitlines()
        assert (listed[0], listed[1], listed[-1]) == ("Lead", "1. Task 1", last)
        assert len(listed) <= 1 + SHOWN + 1


class TestFound:
    @pytest.mark.parametrize(
        ("query", "lead"),
        [
            (FindTasks(), "1 task:"),
            (FindTasks(scope="tomorrow"), "1 task due tomorrow:"),
            (FindTasks(scope="tomorrow", priority=2), "1 task with priority 2 due tomorrow:"),
            (FindTasks(label="errand", scope="none"), "1 task with @errand without a date:"),
            (FindTasks(text="tea", done=True), "1 task done with “tea”:"),
            (
                FindTasks(done=True, due_from=date(2026, 11, 24), due_until=date(2026, 11, 24)),
                "done yesterday:",
            ),
            (FindTasks(done=True, due_from=date(2026, 11, 23)), "1 task done from Monday 23 November:"),
        ],
    )
    def test_says_what_was_asked_for(self, query: FindTasks, lead: str) -> None:
        found = answers.after_tool(query, ToolOutput(title="x", tasks=[task()]), VOICE)
        assert found.endswith(f"{lead}\n1. Tea")

    @pytest.mark.parametrize(("number", "lead"), [(1, "1 task in Home:"), (2, "2 tasks in Home:")])
    def test_all_of_a_project(self, number: int, lead: str) -> None:
        assert answers.in_project("Home", ToolOutput(title="x", tasks=[task()] * number), VOICE).startswith(lead)

    def test_candidates_follow_what_a_tool_refuses(self) -> None:
        several = ToolOutput(
            ok=False, title="2 tasks match", detail="Say which one:", tasks=[task(), task("Green tea")]
        )
        words = answers.after_tool(CompleteTasks(ByWords("tea")), several, VOICE)
        assert words == "Say which one:\n1. Tea\n2. Green tea"

    @pytest.mark.parametrize(
        ("request_", "output", "words"),
        [
            (Undo(), ToolOutput(title="Undone"), "Undone."),
            (ShowTrash(), ToolOutput(title="Found no tasks"), "Found no tasks"),
            (AddTasks(("x",)), ToolOutput(ok=False, title="Refused"), "Refused"),
        ],
    )
    def test_without_a_detail_the_title_has_to_do(self, request_: Any, output: ToolOutput, words: str) -> None:
        assert answers.after_tool(request_, output, VOICE) == words


class TestPlain:
    @pytest.mark.parametrize(
        ("request_", "start"),
        [
            (ReopenTasks(ByWords("x")), "Which task is open again?"),
            (Restore(ByWords("x")), "Which task should I take out of the trash?"),
            (FindTasks(), english.NOTHING_SPOKEN_OF),
        ],
    )
    def test_what_is_asked_back(self, request_: Any, start: str) -> None:
        assert plain.which_tasks(request_, english).startswith(start)

    @pytest.mark.parametrize(
        ("text", "offered"),
        [
            ("buy milk", "add buy milk"),
            ("buy   milk\n soon!", "add buy milk soon"),
            ("one two three four five six seven eight", "add one two three four five six seven eight"),
            ("one two three four five six seven eight nine", None),
            ("milk", None),
            ("is there milk?", None),
            ("", None),
        ],
    )
    def test_a_short_statement_may_be_meant_as_a_task(self, text: str, offered: str | None) -> None:
        said = plain.without_tool(Unknown(text), english)
        assert said.endswith(english.ABILITIES)
        assert ("If it is a task, say" in said) is (offered is not None)
        assert offered is None or f"say “{offered}”." in said

    @pytest.mark.parametrize("request_", [Dismiss(), Greeting("thanks"), Greeting("goodbye")])
    def test_short_talk_has_short_answers(self, request_: Any) -> None:
        assert len(plain.without_tool(request_, english)) < 30

    @pytest.mark.parametrize(
        ("count", "words"),
        [
            (1, "The last list has 1 task. Say a number up to 1."),
            (12, "The last list has 12 tasks. Say a number up to 12."),
        ],
    )
    def test_a_number_too_high(self, count: int, words: str) -> None:
        assert plain.no_such_number(count, english) == words

    def test_few_candidates_are_enough_to_ask(self) -> None:
        named = [Named(id=UUID(int=n), title=f"Task {n}") for n in range(1, 40)]
        assert plain.which_of(named, english).splitlines()[-1] == "10. Task 10"

    def test_what_is_there_already(self) -> None:
        assert english.on_the_list(["milk"]) == "On your list already: “milk”."
        assert english.on_the_list(["milk", "eggs"]) == "On your list already: “milk”, “eggs”."


def overview(*loads: int, **fields: Any) -> ToolOutput:
    days = [DayLoad(day=date(2026, 11, 25 + n), tasks=load, minutes=0) for n, load in enumerate(loads)]
    step = NextStep(task_id=UUID(int=1), title="Tea", reason="due today")
    values: dict[str, Any] = {"overdue": 0, "today": 0, "inbox": 0, "days": days, "next_steps": [step]}
    return ToolOutput(title="x", more=More(overview=Overview(**{**values, **fields})))


class TestReports:
    @pytest.mark.parametrize(
        ("overdue", "today", "start"),
        [
            (0, 0, "Nothing is overdue and nothing is due today."),
            (0, 1, "Nothing is overdue and 1 is due today."),
            (1, 0, "1 task is overdue and nothing is due today."),
            (2, 3, "2 tasks are overdue and 3 are due today."),
        ],
    )
    def test_where_things_stand(self, overdue: int, today: int, start: str) -> None:
        assert reports.overview(overview(overdue=overdue, today=today), VOICE).startswith(start)

    @pytest.mark.parametrize(
        ("loads", "end"),
        [
            ((), "1. Tea (due today)"),
            ((9,), "1. Tea (due today)"),
            ((9, 4, 4), "1. Tea (due today)"),
            ((0, 5, 2), "The fullest day ahead is tomorrow with 5 tasks."),
            ((0, 5, 7, 7), "The fullest day ahead is Friday 27 November with 7 tasks."),
        ],
    )
    def test_a_full_day_ahead(self, loads: tuple[int, ...], end: str) -> None:
        assert reports.overview(overview(*loads), VOICE).endswith(end)

    def test_one_name_and_none(self) -> None:
        one = ToolOutput(title="x", more=More(labels=[Organized(id=UUID(int=1), name="errand")]))
        assert reports.names(one, "label", VOICE) == "You have 1 label:\n- errand"
        assert reports.names(ToolOutput(title="x"), "project", VOICE) == "You have no projects yet."

    def test_only_the_newest_changes_are_told(self) -> None:
        made = [
            Activity(change_group=UUID(int=n), at=NOW, via="web", summary=f"Complete task: Tea {n}", changes=[])
            for n in range(30)
        ]
        lines = reports.activity(ToolOutput(title="x", more=More(activity=made)), VOICE).splitlines()
        assert lines[1:] == [f"- Completed: Tea {n}" for n in range(reports.MOST_CHANGES)]

    @pytest.mark.parametrize(
        ("fields", "more", "words"),
        [
            ({}, None, "**Tea**"),
            ({}, {}, "**Tea**, in Home"),
            ({"notes": "Green."}, {"labels": ["a", "b"]}, "**Tea**, in Home, @a, @b\nGreen."),
            ({"priority": 1, "recurrence": DAILY}, {"recurs": "x"}, "**Tea (p1)**, in Home, recurs every day"),
            ({}, {"subtasks": [task("Cup")]}, "**Tea**, in Home, 1 subtask"),
            ({}, {"subtasks": [task("Cup"), task("Water")]}, "**Tea**, in Home, 2 subtasks"),
        ],
    )
    def test_one_task(self, fields: dict[str, Any], more: dict[str, Any] | None, words: str) -> None:
        values: dict[str, Any] = {"recurs": None, "project": "Home", "section": None, "labels": [], "subtasks": []}
        found = None if more is None else More(task=Reading(**{**values, "reminders": [], **more}))
        assert reports.details(ToolOutput(title="x", tasks=[task(**fields)], more=found), VOICE) == words


class TestApproved:
    @pytest.mark.parametrize(
        ("name", "arguments", "lead"),
        [
            ("complete_tasks", {}, "Completed:"),
            ("complete_tasks", {"reopen": True}, "Open again:"),
            ("reschedule_tasks", {"when": "friday"}, "Rescheduled:"),
            ("update_tasks", {"priority": 1}, "Changed:"),
            ("delete_tasks", {"restore": False}, "Deleted:"),
        ],
    )
    def test_what_was_done_and_to_what(self, name: str, arguments: dict[str, Any], lead: str) -> None:
        output = ToolOutput(title="x", tasks=[task()])
        assert outcomes.of_tool(name, arguments, output, VOICE) == f"{lead}\n- Tea"

    def test_done_to_nothing_the_tool_says_what(self) -> None:
        assert outcomes.of_tool("complete_tasks", {}, ToolOutput(title="Completed no tasks"), VOICE) == (
            "Completed no tasks."
        )
