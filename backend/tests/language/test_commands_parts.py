"""The parts that commands are read with: priorities, restrictions, targets, clauses, and the wrapping of a request."""

from datetime import date

import pytest
from language.reading import CLOCK, PROJECTS
from todo.language import ByNumber, ByWords, FindTasks, Matching, Mentioned, Target
from todo.language.commands.context import Context
from todo.language.commands.filters import read_query, take_apart
from todo.language.commands.hints import read_hint
from todo.language.commands.periods import read_period
from todo.language.commands.priorities import read_level
from todo.language.commands.sentences import Mood, unwrap
from todo.language.commands.small_talk import read_small_talk, read_undo_or_help
from todo.language.commands.targets import read_target

CONTEXT = Context(CLOCK, PROJECTS)


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("p1", 1),
        ("!2", 2),
        ("3", 3),
        ("high", 1),
        ("HIGH", 1),
        ("high priority", 1),
        ("a high priority", 1),
        ("top-priority", 1),
        ("urgent", 1),
        ("medium", 2),
        ("low", 3),
        ("none", 4),
        ("priority 4", 4),
        ("priority high", 1),
        ("5", None),
        ("p0", None),
        ("highly", None),
        ("", None),
    ],
)
def test_levels(said: str, level: int | None) -> None:
    assert read_level(said) == level


@pytest.mark.parametrize(
    ("phrase", "query"),
    [
        ("everything", FindTasks()),
        ("all tasks", FindTasks()),
        ("the overdue ones", FindTasks("overdue")),
        ("tasks without a date", FindTasks("none")),
        ("what is not done", FindTasks()),
        ("what was done yesterday", FindTasks(due_from=date(2026, 11, 24), due_until=date(2026, 11, 24), done=True)),
        ("tasks in #home with priority 2", FindTasks(project_id="home", priority=2)),
        ("tasks in the home garden project", FindTasks(project_id="garden")),
        ("tasks tagged with errand", FindTasks(label="errand")),
        ("tasks under the label errand", FindTasks(label="errand")),
        ("tasks mentioning the word rent", FindTasks(text="rent")),
        ("items that have the word rent in them", FindTasks(text="rent")),
        ("everything on my grocery list", FindTasks(text="grocery")),
        ("everything that glitters", None),
        ("movies due today", None),
    ],
)
def test_restrictions(phrase: str, query: FindTasks | None) -> None:
    assert read_query(phrase, CONTEXT) == query


def test_what_restricts_is_cut_out() -> None:
    phrase = take_apart("show urgent tasks in home due tomorrow", CONTEXT)
    assert (phrase.rest, phrase.priority, phrase.period.scope) == ("show tasks due", 1, "tomorrow")
    assert phrase.project == PROJECTS[1]
    assert phrase.restricts
    assert not take_apart("show tasks", CONTEXT).restricts


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("  it. ", Mentioned()),
        ("Those", Mentioned(several=True)),
        ("THE LAST ONE", ByNumber((-1,))),
        ("the 3rd and 5th ones", ByNumber((3, 5))),
        ("the last three", ByNumber((-3, -2, -1))),
        ("all my tasks in home", Matching(FindTasks(project_id="home"))),
        ("my grocery list", Matching(FindTasks(text="grocery"))),
        ("task: Pay rent", ByWords("Pay rent")),
        ("“Pay rent tomorrow”", ByWords("Pay rent tomorrow")),
        ("the call on friday", ByWords("call", date(2026, 11, 27))),
        ("the 5th", ByNumber((5,))),
        ("something", None),
        ("anything", None),
        ("the overdue ones", Matching(FindTasks("overdue"))),
        ("the green ones", None),
        ("everything that glitters", None),
        ("pay rent unless it rains", None),
        ("", None),
        ("...", None),
    ],
)
def test_targets(said: str, target: Target | None) -> None:
    assert read_target(said, CONTEXT) == target


@pytest.mark.parametrize(
    ("text", "rest", "mood"),
    [
        ("please delete it", "delete it", Mood.REQUEST),
        ("could you kindly delete it for me, please?", "delete it", Mood.REQUEST),
        ("you can delete it now", "delete it now", Mood.REQUEST),
        ("hurry up and just delete it", "delete it", Mood.REQUEST),
        ("I need you to delete it", "delete it", Mood.REQUEST),
        ("I'd really like to see it", "see it", Mood.WISH),
        ("I also have to see it", "see it", Mood.NEED),
        ('"delete it', "delete it", Mood.REQUEST),
        ('delete "it"', 'delete "it"', Mood.REQUEST),
    ],
)
def test_wrapping(text: str, rest: str, mood: Mood) -> None:
    sentence = unwrap(text)
    assert (sentence.text, sentence.mood) == (rest, mood)


@pytest.mark.parametrize("question", ["show my tasks", "what is on the list", "is milk on it"])
def test_most_questions_name_no_day(question: str) -> None:
    period = read_period(question, CONTEXT)
    assert (period.rest, period.scope, period.first, period.last) == (question, None, None, None)


def test_small_talk_is_short() -> None:
    assert read_small_talk("hello " * 100) is None
    assert read_undo_or_help("undo " * 100) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "nothing names a thing to add",
        "I wonder what my list would look like",
        "she put it on my list",
        "never add it to my list",
        "do not clear my list",
        "why clear my list",
        "my list",
    ],
)
def test_no_hint(sentence: str) -> None:
    assert read_hint(unwrap(sentence), CONTEXT) is None


@pytest.mark.parametrize(
    ("name", "project_id"),
    [("home", "home"), ("#Home", "home"), ("the cafe list", "cafe"), ("Garden", None), ("", None)],
)
def test_projects_by_name(name: str, project_id: str | None) -> None:
    found = CONTEXT.project(name)
    assert (found.id if found else None) == project_id


def test_a_due_date_and_nothing_else() -> None:
    assert CONTEXT.due("tomorrow at 5pm") is not None
    assert CONTEXT.due("rent tomorrow") is None
    assert CONTEXT.due("...") is None
    assert CONTEXT.due("tomorrow " * 40) is None
    assert CONTEXT.split_due("rent tomorrow")[0] == "rent"
    assert CONTEXT.split_due("tomorrow") == ("tomorrow", None)
