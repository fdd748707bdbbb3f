"""Sentences that change tasks: which tasks each means, and what should become of them."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from language.reading import ZONE, ask
from todo.language import (
    AddTasks,
    ByNumber,
    ByWords,
    Changes,
    Command,
    CompleteTasks,
    DeleteTasks,
    Due,
    FindTasks,
    ListProjects,
    Matching,
    Mentioned,
    Redo,
    ReopenTasks,
    Several,
    Target,
    Undo,
    UpdateTasks,
)

TODAY, FRIDAY, MONDAY = date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 30)
RENT, IT, THEM = ByWords("pay rent"), Mentioned(), Mentioned(several=True)


def everything(**restrictions: object) -> Matching:
    return Matching(FindTasks(**restrictions))  # type: ignore[arg-type]


# --- Which tasks


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("pay rent", RENT),
        ("the task pay rent", RENT),
        ("the task called pay rent", RENT),
        ('"pay rent"', RENT),
        ("my report", ByWords("report")),
        ("the report", ByWords("report")),
        ("all-hands notes", ByWords("all-hands notes")),
        ("it", IT),
        ("that", IT),
        ("this one", IT),
        ("that task", IT),
        ("them", THEM),
        ("those", THEM),
        ("these tasks", THEM),
        ("all of them", THEM),
        ("both", THEM),
        ("the second one", ByNumber((2,))),
        ("the first task", ByNumber((1,))),
        ("the last one", ByNumber((-1,))),
        ("number 3", ByNumber((3,))),
        ("task 3", ByNumber((3,))),
        ("#3", ByNumber((3,))),
        ("2", ByNumber((2,))),
        ("1 and 3", ByNumber((1, 3))),
        ("1, 2 and 4", ByNumber((1, 2, 4))),
        ("the first and third ones", ByNumber((1, 3))),
        ("the 2nd one", ByNumber((2,))),
        ("the first two", ByNumber((1, 2))),
        ("the last two tasks", ByNumber((-2, -1))),
        ("everything", everything()),
        ("all tasks", everything()),
        ("all my tasks", everything()),
        ("everything due today", everything(scope="today")),
        ("all tasks due on friday", everything(due_from=FRIDAY, due_until=FRIDAY)),
        ("my overdue tasks", everything(scope="overdue")),
        ("all completed tasks", everything(done=True)),
        ("everything in home", everything(project_id="home")),
        ("all high priority tasks", everything(priority=1)),
        ("all tasks labelled errand", everything(label="errand")),
        ("all tasks that contain the word rent", everything(text="rent")),
        ("all overdue p2 tasks in home garden", everything(scope="overdue", priority=2, project_id="garden")),
    ],
)
def test_tasks_are_meant_in_many_ways(said: str, target: Target) -> None:
    assert ask(f"delete {said}") == DeleteTasks(target)
    assert ask(f"complete {said}") == CompleteTasks(target)
    assert ask(f"move {said} to friday") == UpdateTasks(target, Changes(when="friday", due=Due(date=FRIDAY)))


def test_a_day_tells_which_of_the_tasks_is_meant() -> None:
    assert ask("delete the dentist on friday") == DeleteTasks(ByWords("dentist", FRIDAY))
    assert ask("remove the dentist from my calendar for friday") == DeleteTasks(ByWords("dentist", FRIDAY))


# --- Completing and opening again


@pytest.mark.parametrize(
    ("sentence", "command"),
    [
        ("mark it as done", CompleteTasks(IT)),
        ("it's done", CompleteTasks(IT)),
        ("I'm done with the second one", CompleteTasks(ByNumber((2,)))),
        ("mark everything due today as done", CompleteTasks(everything(scope="today"))),
        ("I finished everything on my list", CompleteTasks(everything())),
        ("reopen pay rent", ReopenTasks(RENT)),
        ("uncheck pay rent", ReopenTasks(RENT)),
        ("mark pay rent as not done", ReopenTasks(RENT)),
        ("mark the last one as undone", ReopenTasks(ByNumber((-1,)))),
        ("put pay rent back on my list", ReopenTasks(RENT)),
        ("it is not done yet", ReopenTasks(IT)),
        ("reopen everything done today", ReopenTasks(everything(scope="today", done=True))),
        ("reopen everything I finished", ReopenTasks(everything(done=True))),
        ("reopen pay rent today", ReopenTasks(RENT)),
    ],
)
def test_completing_and_opening_again(sentence: str, command: Command) -> None:
    assert ask(sentence) == command


# --- Changing


def at(hour: int, day: date) -> Due:
    return Due(at=datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(ZONE)))


@pytest.mark.parametrize(
    ("sentence", "target", "when", "due"),
    [
        ("reschedule pay rent to friday", RENT, "friday", Due(date=FRIDAY)),
        ("reschedule pay rent tomorrow", RENT, "tomorrow", Due(date=date(2026, 11, 26))),
        ("please move pay rent to friday", RENT, "friday", Due(date=FRIDAY)),
        ("can you move pay rent to friday?", RENT, "friday", Due(date=FRIDAY)),
        ("postpone it until monday", IT, "monday", Due(date=MONDAY)),
        ("snooze them for tomorrow", THEM, "tomorrow", Due(date=date(2026, 11, 26))),
        ("move it to friday at 5pm", IT, "friday at 5pm", at(17, FRIDAY)),
        ("move everything due today to monday", everything(scope="today"), "monday", Due(date=MONDAY)),
        ("push all overdue tasks to monday", everything(scope="overdue"), "monday", Due(date=MONDAY)),
        ("change pay rent from friday to monday", RENT, "monday", Due(date=MONDAY)),
        ("set the due date of pay rent to friday", RENT, "friday", Due(date=FRIDAY)),
        ("change the deadline for pay rent to friday", RENT, "friday", Due(date=FRIDAY)),
        ("change its due date to friday", IT, "friday", Due(date=FRIDAY)),
        ("make pay rent due friday", RENT, "friday", Due(date=FRIDAY)),
    ],
)
def test_moving_to_a_day(sentence: str, target: Target, when: str, due: Due) -> None:
    assert ask(sentence) == UpdateTasks(target, Changes(when=when, due=due))


@pytest.mark.parametrize(
    ("sentence", "target", "shift"),
    [
        ("postpone it by two days", IT, timedelta(days=2)),
        ("push pay rent back a week", RENT, timedelta(weeks=1)),
        ("delay them 3 hours", THEM, timedelta(hours=3)),
        ("move it a day earlier", IT, timedelta(days=-1)),
        ("bring pay rent forward by 2 hours", RENT, timedelta(hours=-2)),
        ("push everything due today by a day", everything(scope="today"), timedelta(days=1)),
    ],
)
def test_moving_by_a_time(sentence: str, target: Target, shift: timedelta) -> None:
    assert ask(sentence) == UpdateTasks(target, Changes(shift=shift))


@pytest.mark.parametrize(
    ("sentence", "target", "changes"),
    [
        ("make pay rent p1", RENT, Changes(priority=1)),
        ("mark pay rent as urgent", RENT, Changes(priority=1)),
        ("mark it as high priority", IT, Changes(priority=1)),
        ("set the priority of pay rent to medium", RENT, Changes(priority=2)),
        ("change the priority of the second one to 3", ByNumber((2,)), Changes(priority=3)),
        ("give pay rent low priority", RENT, Changes(priority=3)),
        ("prioritize pay rent", RENT, Changes(priority=1)),
        ("deprioritise pay rent", RENT, Changes(priority=4)),
        ("move pay rent to Home", RENT, Changes(project_id="home")),
        ("move pay rent to the home garden project", RENT, Changes(project_id="garden")),
        ("move everything in home to inbox", everything(project_id="home"), Changes(project_id="inbox")),
        ("change the project of pay rent to home", RENT, Changes(project_id="home")),
        ("rename pay rent to Pay the rent", RENT, Changes(title="Pay the rent")),
        ("rename the third one to pay the rent", ByNumber((3,)), Changes(title="pay the rent")),
        ("change the title of pay rent to pay the rent", RENT, Changes(title="pay the rent")),
        ("call it pay the rent", IT, Changes(title="pay the rent")),
        ("tag pay rent with errand", RENT, Changes(labels=("errand",))),
        ("add the label errand to pay rent", RENT, Changes(labels=("errand",))),
        ("add @errand to pay rent", RENT, Changes(labels=("errand",))),
        ("remove the label errand from pay rent", RENT, Changes(without_labels=("errand",))),
        ("add a note to pay rent: ask for a receipt", RENT, Changes(notes="ask for a receipt")),
        ("add a note to it saying ask Bo", IT, Changes(notes="ask Bo")),
        ('add "ask Bo" to the notes of pay rent', RENT, Changes(notes="ask Bo")),
        ("remove the due date from pay rent", RENT, Changes(without_due=True)),
        ("move pay rent to no date", RENT, Changes(without_due=True)),
        ("unschedule it", IT, Changes(without_due=True)),
    ],
)
def test_changing_anything_else(sentence: str, target: Target, changes: Changes) -> None:
    assert ask(sentence) == UpdateTasks(target, changes)


# --- Deleting


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("take milk off my shopping list", ByWords("milk")),
        ("take milk out of my list", ByWords("milk")),
        ("get rid of milk on my list", ByWords("milk")),
        ("on my list, remove milk", ByWords("milk")),
        ("update my list, delete milk", ByWords("milk")),
        ("I don't need milk on my list anymore", ByWords("milk")),
        ("I no longer need milk", ByWords("milk")),
        ("I want milk removed from my list", ByWords("milk")),
        ("milk should be taken off my list", ByWords("milk")),
        ("milk no longer belongs on my list", ByWords("milk")),
        ("I need to remove milk from my list", ByWords("milk")),
        ("cancel the meeting with Bo", ByWords("meeting with Bo")),
        ("clear my list", everything()),
        ("delete my to do list", everything()),
        ("make my list blank", everything()),
        ("erase everything on my list", everything()),
        ("clear my calendar for friday", everything(due_from=FRIDAY, due_until=FRIDAY)),
        ("empty my shopping list", everything(text="shopping")),
    ],
)
def test_deleting(sentence: str, target: Target) -> None:
    assert ask(sentence) == DeleteTasks(target)


def test_a_need_to_delete_is_work_unless_it_names_the_list() -> None:
    assert ask("I need to delete old mails") == AddTasks(("delete old mails",))
    assert ask("I need to move the couch on friday") == AddTasks(("move the couch on friday",))


# --- Asking


@pytest.mark.parametrize(
    ("sentence", "query"),
    [
        ("show high priority tasks", FindTasks(priority=1)),
        ("show p2 tasks", FindTasks(priority=2)),
        ("what is due today with low priority", FindTasks("today", priority=3)),
        ("anything urgent in home?", FindTasks(priority=1, project_id="home")),
        ("tasks labelled errand", FindTasks(label="errand")),
        ("show @errand tasks due tomorrow", FindTasks("tomorrow", label="errand")),
        ("show overdue p1 tasks in home", FindTasks("overdue", priority=1, project_id="home")),
        ("what should I do first", FindTasks()),
        ("what did I want to remember", FindTasks()),
        ("what do I need to buy", FindTasks()),
        ("do I need to buy milk?", FindTasks(text="milk")),
        ("what time is my haircut?", FindTasks(text="haircut")),
        ("which things are on my list", FindTasks()),
        ("could you walk me through the various tasks on my list", FindTasks()),
    ],
)
def test_asking_by_more_than_days(sentence: str, query: FindTasks) -> None:
    assert ask(sentence) == query


@pytest.mark.parametrize("sentence", ["show my projects", "what projects do I have?", "projects", "list all projects"])
def test_projects(sentence: str) -> None:
    assert ask(sentence) == ListProjects()


# --- Several at once, and conditions


@pytest.mark.parametrize(
    ("sentence", "command"),
    [
        ("add milk and add eggs", AddTasks(("milk", "eggs"))),
        ("put milk on my list and add eggs", AddTasks(("milk", "eggs"))),
        ("take milk off my list and add eggs", Several((DeleteTasks(ByWords("milk")), AddTasks(("eggs",))))),
        ("put milk on my list and remove eggs", Several((AddTasks(("milk",)), DeleteTasks(ByWords("eggs"))))),
        ("I finished the dishes, so cross that off my list", CompleteTasks(ByWords("dishes"))),
        ("add wash and put away clothes", AddTasks(("wash and put away clothes",))),
        ("add eggs to my list if they are not on it", AddTasks(("eggs",), unless_present=True)),
        ("is milk on my list? if not, please add it", AddTasks(("milk",), unless_present=True)),
        ("I'm out of milk, add it to my list", AddTasks(("milk",))),
    ],
)
def test_several_clauses(sentence: str, command: Command) -> None:
    assert ask(sentence) == command


# --- What the person must be asked about


@pytest.mark.parametrize(
    ("sentence", "command"),
    [
        ("could something be done to shorten and clear up my list", DeleteTasks(None)),
        ("there is a thing to correct on my list", UpdateTasks(None, Changes())),
        ("my list could use eggs, insert them", AddTasks()),
        ("one thing from my list got completed over lunch", CompleteTasks(None)),
    ],
)
def test_only_the_kind_of_request_is_clear(sentence: str, command: Command) -> None:
    assert ask(sentence) == command


@pytest.mark.parametrize("sentence", ["redo", "redo that", "do it again", "undo the undo"])
def test_redo(sentence: str) -> None:
    assert ask(sentence) == Redo()


def test_undo_on_a_list() -> None:
    assert ask("undo the last change on my calendar") == Undo()


class TestHabits:
    """Dates of a sentence are read as the person writes them."""

    @pytest.mark.parametrize(
        ("settings", "day"),
        [
            ({}, date(2027, 3, 4)),
            ({"day_first": True}, date(2027, 4, 3)),
            ({"language_code": "de"}, date(2027, 4, 3)),
            ({"language_code": "de", "day_first": False}, date(2027, 3, 4)),
        ],
    )
    def test_order_of_day_and_month(self, settings: dict[str, Any], day: date) -> None:
        command = ask("move pay rent to 3/4", **settings)
        assert isinstance(command, UpdateTasks)
        assert command.changes.due == Due(date=day)
        found = ask("what is due on 3/4?", **settings)
        assert isinstance(found, FindTasks)
        assert (found.due_from, found.due_until) == (day, day)

    @pytest.mark.parametrize(
        ("code", "said", "day"),
        [
            ("de", "Freitag", date(2026, 11, 27)),
            ("de", "tomorrow", date(2026, 11, 26)),
            ("es", "el viernes", date(2026, 11, 27)),
        ],
    )
    def test_days_in_the_language_of_the_person_and_in_english(self, code: str, said: str, day: date) -> None:
        command = ask(f"move pay rent to {said}", language_code=code)
        assert isinstance(command, UpdateTasks)
        assert command.changes.due == Due(date=day)

    def test_another_language_is_not_read(self) -> None:
        command = ask("move pay rent to Freitag")
        assert not (isinstance(command, UpdateTasks) and command.changes.due)
