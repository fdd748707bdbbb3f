"""The readers of a conversation one by one: corrections, fallbacks, organizing, showing, shopping, replies, steps."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
    Greeting,
    Matching,
    Mentioned,
    OutOfScope,
    ProjectName,
    Undo,
    Unknown,
    UpdateTasks,
)
from todo.language.clock import Clock
from todo.language.commands.context import Context
from todo.language.conversation import (
    Correct,
    Dismiss,
    Instead,
    ListLabels,
    Organize,
    Request,
    Restore,
    ShowActivity,
    ShowMentioned,
    ShowTrash,
    Summarize,
    choose,
    read_plan,
)
from todo.language.conversation.corrections import is_dismissal, read_addition, read_correction, read_other_one
from todo.language.conversation.fallbacks import read_fallback
from todo.language.conversation.organizing import read_organize
from todo.language.conversation.replies import places
from todo.language.conversation.shopping import split_shopping
from todo.language.conversation.showing import read_other_day, read_showing

# A Wednesday, 10:30 in Berlin.
WHEN: dict[str, Any] = {"now": datetime(2026, 11, 25, 9, 30, tzinfo=UTC), "time_zone": "Europe/Berlin"}
PROJECTS = [ProjectName("1", "Inbox"), ProjectName("2", "Groceries"), ProjectName("3", "Home")]
CONTEXT = Context(Clock.at(WHEN["now"], WHEN["time_zone"]), PROJECTS)
MONDAY, FRIDAY = date(2026, 11, 30), date(2026, 11, 27)


def _into(words: str, project_id: str) -> UpdateTasks:
    return UpdateTasks(ByWords(words), Changes(project_id=project_id))


def _on(words: str, when: str) -> UpdateTasks:
    return UpdateTasks(ByWords(words), Changes(when=when, due=CONTEXT.due(when)))


def plan(said: str, **settings: Any) -> tuple[Request, ...]:
    return read_plan(said, **WHEN, projects=PROJECTS, **settings)


@pytest.mark.parametrize(
    ("said", "dismisses"),
    [
        ("no", True),
        ("Nope.", True),
        ("no thanks", True),
        ("no thank you!", True),
        ("nevermind", True),
        ("forget about it", True),
        ("cancel", True),
        ("none of those", True),
        ("neither", True),
        ("don't", True),
        ("dont!", True),
        (" leave it ", True),
        ("not now.", True),
        ("stop", True),
        ("no, friday", False),
        ("cancel the dentist", False),
        ("stop the newsletter", False),
        ("nothing is due", False),
        ("forget the milk", False),
        ("nobody", False),
        ("", False),
    ],
)
def test_dismissals(said: str, dismisses: bool) -> None:
    assert is_dismissal(said) is dismisses


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("no, the other one", Instead(None)),
        ("the other one!", Instead(None)),
        ("wrong task", Instead(None)),
        ("not this", Instead(None)),
        ("no, not that one.", Instead(None)),
        ("oops, i mean number 3", Instead(ByNumber((3,)))),
        ("Sorry the last one", Instead(ByNumber((-1,)))),
        ("I meant 2", Instead(ByNumber((2,)))),
        ("wait, 1 and 3", Instead(ByNumber((1, 3)))),
        ("and also the fourth", Instead(ByNumber((4,)), undo=False)),
        ("next the last one", Instead(ByNumber((-1,)), undo=False)),
        ("Then the second task", Instead(ByNumber((2,)), undo=False)),
        ("no, banana", None),
        ("no, it", None),
        ("the second one", None),
        ("another one", None),
        ("wrong", None),
    ],
)
def test_another_one_is_meant(said: str, instead: Instead | None) -> None:
    assert read_other_one(said, CONTEXT) == instead


@pytest.mark.parametrize(
    ("said", "correct"),
    [
        ("sorry, 5pm", Correct("5pm")),
        ("Oops tomorrow", Correct("tomorrow")),
        ("wait, no, i meant next monday", Correct("next monday")),
        ("on friday please", Correct("on friday")),
        ("at 8:30 actually", Correct("at 8:30")),
        ("make that every two weeks", Correct("every two weeks")),
        ("I said weekly", Correct("weekly")),
        ("better: 5 december", Correct("5 december")),
        ("by monday instead", Correct("by monday")),
        ("friday?", Correct("friday")),
        ("no", Dismiss()),
        ("no, blue", None),
        ("now tomorrow", None),
        ("friday call mum", None),
        ("every " + "single " * 10 + "day", None),
        ("weeklyish", None),
        ("", None),
        ("actually", None),
    ],
)
def test_corrections_are_dates_and_rules(said: str, correct: Request | None) -> None:
    assert read_correction(said, CONTEXT) == correct


def rule(words: str, when: str) -> UpdateTasks:
    return UpdateTasks(ByWords(words), Changes(when=when))


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("add", AddTasks()),
        ("put something", AddTasks()),
        ("jot down", AddTasks()),
        ("add a new task", AddTasks()),
        ('add "fish & chips"', AddTasks(('"fish & chips"',))),
        ("Reminder: call the bank", AddTasks(("call the bank",))),
        ("idea:paint the door", AddTasks(("paint the door",))),
        ("write down: eggs", AddTasks(("eggs",))),
        ("throw batteries under home", AddTasks(("batteries #Home",), if_present=_into("batteries", "3"))),
        ("stick eggs on my groceries list", AddTasks(("eggs #Groceries",), if_present=_into("eggs", "2"))),
        ("write down eggs onto the home list", AddTasks(("eggs #Home",))),
        ("stick batteries under the bed", None),
        ("plan a trip next friday", AddTasks(("a trip next friday",), if_present=_on("a trip", "next friday"))),
        ("schedule a haircut", None),
        ("what did I get done", FindTasks(done=True)),
        ("what have I done", FindTasks(done=True)),
        ("what have I already finished", FindTasks(done=True)),
        ("what did I just complete", FindTasks(done=True)),
        ("what did I tick off", FindTasks(done=True)),
        ("show me everything I've finished", FindTasks(done=True)),
        ("list the tasks that I have already done", FindTasks(done=True)),
        ("what did I forget", None),
        ("what's left in home", FindTasks(project_id="3")),
        ("which tasks are still on groceries", FindTasks(project_id="2")),
        ("what's in the fridge", None),
        ("make water the plants repeat every 3 days", rule("water the plants", "every 3 days")),
        ("let pay rent happen monthly", rule("pay rent", "monthly")),
        ("have standup be daily", rule("standup", "daily")),
        ("set rent due once a month", rule("rent", "once a month")),
        ("repeat it every day", UpdateTasks(Mentioned(), Changes(when="every day"))),
        ("set it to weekly", UpdateTasks(Mentioned(), Changes(when="weekly"))),
        ("put report on friday", UpdateTasks(ByWords("report"), Changes(when="friday", due=Due(date=FRIDAY)))),
        ("set 2 to monday", UpdateTasks(ByNumber((2,)), Changes(when="monday", due=Due(date=MONDAY)))),
        ("set report to blue", None),
        ("did i already book the flights", FindTasks(text="book flights", done=True)),
        ("did i pay rent yet", FindTasks(text="pay rent", done=True)),
        ("did i have a choice", None),
        ("set report to jeden montag", UpdateTasks(ByWords("report"), Changes(when="jeden montag"))),
        ("complete delete the backups", CompleteTasks(ByWords("delete the backups"))),
        ("cross off the plumber visit", CompleteTasks(ByWords("plumber visit"))),
        ("everything is done", None),
        ("the dishes are dirty", None),
        ("", None),
    ],
)
def test_fallbacks(line: str, command: Command | None) -> None:
    assert read_fallback(line, CONTEXT) == command


@pytest.mark.parametrize(
    ("line", "organize"),
    [
        ("create a section called Later", Organize("create", "section", "Later")),
        ("set up a project for Wedding", Organize("create", "project", "Wedding")),
        ("create a new tag: urgent stuff", Organize("create", "label", "urgent stuff")),
        ("make me a new project Ideas", Organize("create", "project", "Ideas")),
        ('open a new section "Next up"', Organize("create", "section", "Next up")),
        ("start another project named Book", Organize("create", "project", "Book")),
        ("add a label called “deep work”", Organize("create", "label", "deep work")),
        ("CREATE LABEL @Errand", Organize("create", "label", "Errand")),
        ("unarchive the project Garden", Organize("unarchive", "project", "Garden")),
        ("reactivate my garden project", Organize("unarchive", "project", "garden")),
        ("un-archive section Later", Organize("unarchive", "section", "Later")),
        ("archive my Home project", Organize("archive", "project", "Home")),
        ('delete the project "report to Ben"', Organize("delete", "project", "report to Ben")),
        ("remove the label @errand", Organize("delete", "label", "errand")),
        ("get rid of my old section", Organize("delete", "section", "old")),
        ("drop tag #x", Organize("delete", "label", "x")),
        ("rename label a as b", Organize("rename", "label", "a", "b")),
        ("rename tag: x to y", Organize("rename", "label", "x", "y")),
        ("rename the section Later into Soon", Organize("rename", "section", "Later", "Soon")),
        ("rename my home project to “My House”", Organize("rename", "project", "home", "My House")),
        ('rename the project "Home to let" to Sold', Organize("rename", "project", "Home to let", "Sold")),
    ],
)
def test_what_is_done_to_a_project_section_or_label(line: str, organize: Organize) -> None:
    assert read_organize(line, CONTEXT) == organize


@pytest.mark.parametrize(
    "line",
    [
        "create a project",
        "create projects Home and Work",
        "create label from scratch",
        "create a project about birds",
        "create a project called Rent tomorrow",
        "add label x",
        "make project x",
        "archive the report",
        "delete the project report for Ben",
        "delete the labels a and b",
        "erase the tag from my coat",
        "rename pay rent to pay the rent",
        "rename the project Home",
        "a project called Garden",
        "",
    ],
)
def test_what_is_about_a_task_is_not_organizing(line: str) -> None:
    assert read_organize(line, CONTEXT) is None


ALL = FindTasks()


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("what should we focus on first today", Summarize()),
        ("What now", Summarize()),
        ("what's next up", Summarize()),
        ("how am I doing", Summarize()),
        ("how's my day looking", Summarize()),
        ("how is my day looking", Summarize()),
        ("give me a daily briefing", Summarize()),
        ("summary of my week", Summarize()),
        ("recap my day for me", Summarize()),
        ("what are my top priorities", Summarize()),
        ("prioritise my list", Summarize()),
        ("help  me   plan my day", Summarize()),
        ("summarize the meeting notes", None),
        ("what should I do about the roof", None),
        ("show labels", ListLabels()),
        ("what tags are there", ListLabels()),
        ("list all my tags", ListLabels()),
        ("what's in the trash", ShowTrash()),
        ("what did I delete", ShowTrash()),
        ("show me deleted tasks", ShowTrash()),
        ("open the bin", ShowTrash()),
        ("take out the trash", None),
        ("show my history", ShowActivity()),
        ("what did you just do", ShowActivity()),
        ("show recent changes", ShowActivity()),
        ("what has changed lately", ShowActivity()),
        ("tell me more about them", ShowMentioned(Mentioned(several=True))),
        ("show me the list again", ShowMentioned(Mentioned(several=True))),
        ("describe that", ShowMentioned(Mentioned())),
        ("open the last one", ShowMentioned(ByNumber((-1,)))),
        ("show the first two", ShowMentioned(ByNumber((1, 2)))),
        ("details of 3", ShowMentioned(ByNumber((3,)))),
        ("#4", ShowMentioned(ByNumber((4,)))),
        ("1, 2 and 5", ShowMentioned(ByNumber((1, 2, 5)))),
        ("it", None),
        ("them", None),
        ("show pay rent", None),
        ("undo", None),
        ("help me", None),
        ("restore it", Restore(Mentioned())),
        ("Bring back the Tax return from the trash", Restore(ByWords("Tax return"))),
        ("recover the second one", Restore(ByNumber((2,)))),
        ('undelete "buy milk"', Restore(ByWords("buy milk"))),
        ("restore everything out of the bin", Restore(Matching(ALL))),
        ("restore", None),
        ("show what's left", ALL),
        ("what remains to be done", ALL),
        ("what is still open now", ALL),
        ("search for dentist", FindTasks(text="dentist")),
        ("find everything about Taxes", FindTasks(text="Taxes")),
        ("where is my passport", FindTasks(text="passport")),
        ('look up "chapter two"', FindTasks(text="chapter two")),
        ("find tasks due today", None),
        ("find p1", None),
        ("search for @errand", None),
        ("find " + "x" * 80, None),
        ("", None),
    ],
)
def test_what_asks_to_see_something(line: str, request_: Request | None) -> None:
    assert read_showing(line, CONTEXT) == request_


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("and tomorrow?", date(2026, 11, 26)),
        ("What about monday?", MONDAY),
        ("or 5 december?", date(2026, 12, 5)),
        ("friday ?", FRIDAY),
        ("and on friday?", FRIDAY),
        ("and friday", None),
        ("and bananas?", None),
        ("and friday for mum?", None),
        ("?", None),
    ],
)
def test_another_day_is_asked_about(said: str, first: date | None) -> None:
    assert read_other_day(said, CONTEXT) == (FindTasks(due_from=first, due_until=first) if first else None)


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("salt, pepper and sugar #Groceries", ("salt #Groceries", "pepper #Groceries", "sugar #Groceries")),
        ("bread & butter #groceries", ("bread #groceries", "butter #groceries")),
        ("two cartons milk, and eggs #Groceries", ("two cartons milk #Groceries", "eggs #Groceries")),
        ("M&Ms #Groceries", None),
        ("sandpaper #Groceries", None),
        ("milk #Groceries", None),
        ("a very long sort of cheese and wine #Groceries", None),
        ("milk and eggs", None),
        ("milk and eggs #Home", None),
        ("milk and eggs #Supermarket", None),
        ("and #Groceries", None),
    ],
)
def test_a_shopping_list_is_parted(text: str, texts: tuple[str, ...] | None) -> None:
    request = AddTasks((text,), unless_present=True)
    assert split_shopping(request, PROJECTS) == AddTasks(texts or (text,), unless_present=True)


@pytest.mark.parametrize("name", ["Shopping", "Compras", "Einkaufsliste", "The grocery list", "Supermarket"])
def test_projects_that_are_shops(name: str) -> None:
    request = AddTasks((f"tea and milk #{name}",))
    assert split_shopping(request, [ProjectName("1", name)]) == AddTasks((f"tea #{name}", f"milk #{name}"))


@pytest.mark.parametrize("name", ["Shopfront", "Workshops", "Bishop"])
def test_projects_that_only_sound_like_shops(name: str) -> None:
    request = AddTasks((f"tea and milk #{name}",))
    assert split_shopping(request, [ProjectName("1", name)]) == request


@pytest.mark.parametrize("request_", [Dismiss(), AddTasks(), AddTasks(("a and b #Groceries", "c")), FindTasks()])
def test_other_requests_are_left_as_they_are(request_: Request) -> None:
    assert split_shopping(request_, PROJECTS) is request_


@pytest.mark.parametrize(
    ("numbers", "count", "found"),
    [
        ((1,), 1, (0,)),
        ((3, 1), 3, (2, 0)),
        ((-1,), 4, (3,)),
        ((-3, -2, -1), 3, (0, 1, 2)),
        ((-4,), 3, None),
        ((4,), 3, None),
        ((1, 4), 3, None),
        ((1,), 0, None),
        ((), 3, None),
    ],
)
def test_places_of_numbers(numbers: tuple[int, ...], count: int, found: tuple[int, ...] | None) -> None:
    assert places(numbers, count) == found


@given(st.lists(st.integers(-12, 12).filter(bool), max_size=5), st.integers(0, 12))
def test_places_are_all_there_or_none_is(numbers: list[int], count: int) -> None:
    found = places(numbers, count)
    fits = bool(numbers) and all(-count <= number <= count for number in numbers)
    assert (found is not None) is fits
    assert [range(count)[place] for place in found or ()] == [
        [None, *range(count)][n] if n > 0 else range(count)[n] for n in numbers if fits
    ]


@pytest.mark.parametrize(
    ("said", "titles", "found"),
    [
        ("please the first one", ["Tea", "Milk"], (0,)),
        ("The Milk one", ["Tea", "Milk"], (1,)),
        ("i mean milk please", ["Tea", "Milk"], (1,)),
        ("those", ["Tea", "Milk"], (0, 1)),
        ("it", ["Tea", "Milk"], None),
        ("everything!", ["Tea", "Milk"], (0, 1)),
        ("all of those", [], ()),
        ("the last two", ["Tea", "Milk", "Rent"], (1, 2)),
        ("the last two", ["Tea"], None),
        ("neither", ["Tea", "Milk"], ()),
        ("mum", ["Call mum", "Mum"], (1,)),
        ("café", ["Cafe", "Tea"], (0,)),
        ("", ["Tea"], None),
        ("coffee", ["Tea"], None),
    ],
)
def test_replies(said: str, titles: list[str], found: tuple[int, ...] | None) -> None:
    assert choose(said, titles, **WHEN) == found


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True), min_size=1, max_size=6), st.data())
def test_every_place_can_be_picked_by_its_number(titles: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(titles) - 1))
    assert choose(str(place + 1), titles, **WHEN) == (place,)


RENT, MUM = CompleteTasks(ByWords("pay rent")), CompleteTasks(ByWords("call mum"))


@pytest.mark.parametrize(
    ("said", "steps"),
    [
        ("complete pay rent; complete call mum; undo", (RENT, MUM, Undo())),
        ("complete pay rent and then undo", (RENT, Undo())),
        ("complete pay rent, then the second one", (RENT, ShowMentioned(ByNumber((2,))))),
        ("complete pay rent and show the trash", (RENT, ShowTrash())),
        ("delete pay rent and show it", (DeleteTasks(ByWords("pay rent")), ShowMentioned(Mentioned()))),
        ("create a project called Garden and add tea", (Organize("create", "project", "Garden"), AddTasks(("tea",)))),
        ("hello; thanks", (Greeting("hello"), Greeting("thanks"))),
        (
            "add milk, eggs to groceries and show it",
            (AddTasks(("milk #Groceries", "eggs #Groceries")), ShowMentioned(Mentioned())),
        ),
        ("add salt and sugar to groceries; undo", (AddTasks(("salt #Groceries", "sugar #Groceries")), Undo())),
        ("add tea. show my tasks. undo", (AddTasks(("tea",)), FindTasks(), Undo())),
        ("undo;;; undo", (Undo(), Undo())),
    ],
)
def test_steps(said: str, steps: tuple[Request, ...]) -> None:
    assert plan(said) == steps


@pytest.mark.parametrize(
    "said",
    [
        "complete pay rent; the weather is nice",
        "complete pay rent; add",
        "; ".join(["undo"] * 9),
        "undo;\nundo",
        'complete "pay rent; undo"',
        "please add Meeting notes: discuss a, then delete b",
        "undo; " + "x" * 400,
    ],
)
def test_what_is_not_surely_several_steps_is_one(said: str) -> None:
    assert len(plan(said)) == 1


def test_eight_steps_are_still_read() -> None:
    assert plan("; ".join(["undo"] * 8)) == (Undo(),) * 8


@pytest.mark.parametrize(
    ("said", "code", "day_first", "day"),
    [
        ("and freitag?", "de", None, FRIDAY),
        ("and mañana?", "es", None, date(2026, 11, 26)),
        ("and freitag?", "en", None, None),
        ("and 3/4?", "en", None, date(2027, 3, 4)),
        ("and 3/4?", "en", True, date(2027, 4, 3)),
        ("and 3/4?", "de", None, date(2027, 4, 3)),
        ("and 3/4?", "de", False, date(2027, 3, 4)),
    ],
)
def test_days_in_the_persons_language_and_order(said: str, code: str, day_first: bool | None, day: date | None) -> None:
    expected = FindTasks(due_from=day, due_until=day) if day else OutOfScope(said)
    assert plan(said, language_code=code, day_first=day_first) == (expected,)


@given(st.sampled_from(["complete pay rent", "undo", "show it", "show the trash", "add tea"]), st.integers(2, 8))
def test_a_request_that_is_said_so_many_times_is_so_many_steps(said: str, times: int) -> None:
    assert plan("; ".join([said] * times)) == plan(said) * times


@given(st.text(max_size=120))
def test_titles_between_quotes_come_back_whole(text: str) -> None:
    title = " ".join(text.replace('"', "").split())
    steps = plan(f'add "{title}; delete everything, then undo"')
    assert not any(isinstance(step, DeleteTasks | Undo) for step in steps)


@pytest.mark.parametrize("said", ["it", "everything is done", "schedule a haircut"])
def test_what_may_be_about_tasks_is_asked_back(said: str) -> None:
    assert plan(said) == (Unknown(said),)


# --- Statements, additions


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("dentist is at 10 not 9", _on("dentist", "at 10")),
        ("the call is on friday, not on monday", _on("call", "on friday")),
        ("the call is now on friday instead of monday", _on("call", "on friday")),
        ("call dad on sunday instead", _on("call dad", "on sunday")),
        ("the plants can wait until sunday", _on("plants", "sunday")),
        ("call dad is urgent", UpdateTasks(ByWords("call dad"), Changes(priority=1))),
        ("the gutter is low priority", UpdateTasks(ByWords("gutter"), Changes(priority=3))),
    ],
)
def test_how_things_are_from_now_on(said: str, expected: Request) -> None:
    assert plan(said) == (expected,)


@pytest.mark.parametrize(
    "said",
    [
        "what is on friday, not on monday",
        "I can wait until sunday",
        "we can wait until sunday",
        "is call dad urgent?",
        "call dad is urgent?",
        "call dad is not urgent",
        "the invoice can wait until monday?",
        "the invoice can't wait until monday",
        "nothing is urgent",
        "my sister said the rent is on friday, not on monday",
        "Tom thinks the report can wait until monday",
        "maybe the plants can wait until sunday",
        "the shop is open, not closed",
        "the dentist is nice",
        "tea instead",
        "there is urgent news",
    ],
)
def test_what_states_nothing_of_a_task_changes_nothing(said: str) -> None:
    assert not any(isinstance(step, UpdateTasks) and step.target is not None for step in plan(said))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("and p2", UpdateTasks(Mentioned(), Changes(priority=2))),
        ("and make it p1", UpdateTasks(Mentioned(), Changes(priority=1))),
        ("also high priority", UpdateTasks(Mentioned(), Changes(priority=1))),
        ("and put it in home", UpdateTasks(Mentioned(), Changes(project_id="3"))),
        ("put them under groceries", UpdateTasks(Mentioned(several=True), Changes(project_id="2"))),
        ("and put it in the attic", None),
        ("p2", None),
        ("and milk", None),
    ],
)
def test_what_else_the_task_shall_have(said: str, expected: Request | None) -> None:
    assert read_addition(said, CONTEXT) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("mum's been called", CompleteTasks(ByWords("called mum"))),
        ("the milk has been bought", CompleteTasks(ByWords("buy the milk"))),
        ("take the date off call mum", UpdateTasks(ByWords("call mum"), Changes(without_due=True))),
        ("get rid of the one about the invoice", DeleteTasks(ByWords("invoice"))),
        ("complete the one with dad", CompleteTasks(ByWords("dad"))),
    ],
)
def test_more_ways_to_say_it(said: str, expected: Request) -> None:
    assert plan(said) == (expected,)


@pytest.mark.parametrize(
    ("project", "said", "is_named"),
    [
        ("Work", "what do I have to do for work this week", True),
        ("Work", "what is due today in #work", True),
        ("Work", "what do I have to work on today", False),
        ("Tasks", "what tasks do I have for today", False),
    ],
)
def test_a_project_that_is_called_like_a_plain_word(project: str, said: str, is_named: bool) -> None:
    [step] = read_plan(said, **WHEN, projects=[ProjectName("9", project)])
    assert isinstance(step, FindTasks | Summarize)
    assert (getattr(step, "project_id", None) == "9") == is_named
