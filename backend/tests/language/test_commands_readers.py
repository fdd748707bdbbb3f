"""The smaller readers of commands by themselves: lookups, periods, small talk, hints, several changes, plain words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language.reading import CLOCK, PROJECTS, ask
from todo.language import (
    AddTasks,
    ByWords,
    Changes,
    Command,
    CompleteTasks,
    DeleteTasks,
    Due,
    FindTasks,
    Greeting,
    Help,
    Mentioned,
    Redo,
    Several,
    Undo,
    Unknown,
    UpdateTasks,
)
from todo.language.commands.context import Context
from todo.language.commands.hints import read_hint
from todo.language.commands.lookups import read_lookup
from todo.language.commands.patterns import compiled, cut, holds
from todo.language.commands.periods import read_period
from todo.language.commands.plain_words import is_plain
from todo.language.commands.sentences import unwrap
from todo.language.commands.several import read_several
from todo.language.commands.small_talk import read_small_talk, read_undo_or_help

CONTEXT = Context(CLOCK, PROJECTS)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("is milk on my list", "milk"),
        ("are the red shoes on my list", "red shoes"),
        ("was 'milk' on my list", "milk"),
        ("tell me if the milk is still on my shopping list", "milk"),
        ("check whether there are eggs on the list", "eggs"),
        ("have i added bread to my list", "bread"),
        ("did i put the rent on the list already", "rent"),
        ("does my list have tea on it", "tea"),
        ("on my list did i put soap", "soap"),
        ("did i add to my list that i need to call mum", "call mum"),
        ("did i create a reminder to water plants", "water plants"),
        ("is there a task called taxes", "taxes"),
        ("do i have a reminder for the dentist", "dentist"),
        ("is there anything on my list about soap", "soap"),
        ("search my list for soap", "soap"),
        ("look for soap on my list", "soap"),
        ('find "rent" on my list', "rent"),
        ("show me any reminders mentioning ben", "ben"),
        ("are there any tasks with paint", "paint"),
        ("what do i have about paint", "paint"),
        ("when is the report due", "report"),
        ("when's my next dentist appointment", "dentist"),
        ("what time is my haircut", "haircut"),
        ("is milk one of the things i need to buy", "milk"),
        ("do i need to buy any milk", "milk"),
        ("do i need more milk from the store", "milk"),
        ("is anything on my list for tomorrow", None),
        ("who has milk on my list", None),
        ("is it raining", None),
        ("when is my task", None),
        ("", None),
    ],
)
def test_lookups(question: str, text: str | None) -> None:
    assert read_lookup(question, CONTEXT) == (FindTasks(text=text) if text else None)


@pytest.mark.parametrize(
    ("question", "rest", "first", "last"),
    [
        ("show this week", "show", "2026-11-23", "2026-11-29"),
        ("show next week's tasks", "show tasks", "2026-11-30", "2026-12-06"),
        ("the upcoming week", "the", "2026-11-30", "2026-12-06"),
        ("previous week", "", "2026-11-16", "2026-11-22"),
        ("what is due next month", "what is due", "2026-12-01", "2026-12-31"),
        ("upcoming month", "", "2026-12-01", "2026-12-31"),
        ("this month", "", "2026-11-01", "2026-11-30"),
        ("during past month", "", "2026-10-01", "2026-10-31"),
        ("tasks for the next 3 days", "tasks", "2026-11-25", "2026-11-28"),
        ("over the next few days", "", "2026-11-25", "2026-11-28"),
        ("the next couple of weeks", "", "2026-11-25", "2026-12-09"),
        ("the following 12 days", "", "2026-11-25", "2026-12-07"),
        ("in the past 2 weeks", "", "2026-11-11", "2026-11-25"),
        ("show the weekend", "show", "2026-11-28", "2026-11-29"),
        ("on next weekend", "", "2026-12-05", "2026-12-06"),
        ("last weekend", "", "2026-11-21", "2026-11-22"),
        ("yesterday's tasks", "tasks", "2026-11-24", "2026-11-24"),
        ("on friday", "", "2026-11-27", "2026-11-27"),
        ("due: friday", "due:", "2026-11-27", "2026-11-27"),
        ("tasks for 2026-12-24", "tasks", "2026-12-24", "2026-12-24"),
        ("due by friday", "due", None, "2026-11-27"),
        ("before friday", "", None, "2026-11-27"),
        ("until 5 december", "", None, "2026-12-05"),
    ],
)
def test_periods_of_days(question: str, rest: str, first: str | None, last: str) -> None:
    period = read_period(question, CONTEXT)
    assert (" ".join(period.rest.split()), period.scope) == (rest, None)
    assert (period.first, period.last) == (first and date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("question", "rest", "scope"),
    [
        ("overdue tasks", "tasks", "overdue"),
        ("what is past due", "what is", "overdue"),
        ("what is late", "what is", "overdue"),
        ("undated tasks", "tasks", "none"),
        ("tasks without a due date", "tasks", "none"),
        ("tasks that have no date", "tasks", "none"),
        ("coming up", "", "upcoming"),
        ("upcoming tasks", "tasks", "upcoming"),
        ("tonight", "", "today"),
        ("what does my day hold", "what does hold", "today"),
        ("tmrw", "", "tomorrow"),
        ("tomorrow's tasks", "tasks", "tomorrow"),
        ("lately", "lately", None),
        ("friday or saturday", "friday or saturday", None),
        ("friday at 5pm", "friday at 5pm", None),
        ("the first task", "the first task", None),
        ("the next days", "the next days", None),
    ],
)
def test_named_periods(question: str, rest: str, scope: str | None) -> None:
    period = read_period(question, CONTEXT)
    assert (" ".join(period.rest.split()), period.scope, period.first, period.last) == (rest, scope, None, None)


@given(st.integers(1, 999), st.sampled_from(["next", "coming", "following", "last", "past", "previous"]))
def test_any_number_of_days_is_counted_from_today(count: int, which: str) -> None:
    period = read_period(f"tasks in the {which} {count} days", CONTEXT)
    assert period.first is not None
    assert period.last is not None
    assert (period.last - period.first).days == count
    assert CLOCK.today == (period.first if which in ("next", "coming", "following") else period.last)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hi", Greeting("hello")),
        ("Hey  there!", Greeting("hello")),
        ("good evening", Greeting("hello")),
        ("Many thanks.", Greeting("thanks")),
        ("thank you so much!", Greeting("thanks")),
        ("thx", Greeting("thanks")),
        ("bye bye", Greeting("goodbye")),
        ("see you later", Greeting("goodbye")),
        ("???", Help()),
        ("?", Help()),
        (" . ", None),
        ("hello world", None),
        ("thanks for the fish", None),
        ("good night light", None),
        ("", None),
    ],
)
def test_small_talk(text: str, said: Greeting | Help | None) -> None:
    assert read_small_talk(text) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("undo", Undo()),
        ("Undo that!", Undo()),
        ("revert my last change", Undo()),
        ("take that back", Undo()),
        ("put it back", Undo()),
        ("roll back what you just did", Undo()),
        ("undo the last item on my list", Undo()),
        ("redo", Redo()),
        ("do it again", Redo()),
        ("repeat that", Redo()),
        ("undo my last undo", Redo()),
        ("help!", Help()),
        ("what can you do here", Help()),
        ("how do i use this", Help()),
        ("show me the commands", Help()),
        ("undo the tie", None),
        ("take it back to the shop", None),
        ("repeat after me", None),
        ("help me move", None),
        ("what can you do about it", None),
        ("", None),
    ],
)
def test_undo_redo_and_help(line: str, said: Undo | Redo | Help | None) -> None:
    assert read_undo_or_help(line) == said


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("something with milk could go on my list, add perhaps", AddTasks()),
        ("could the thing vanish, delete, from my list maybe", DeleteTasks(None)),
        ("is what you read from my list today", FindTasks("today")),
        ("is what you read from my list overdue and urgent", FindTasks("overdue", priority=1)),
        ("my list wants changing: move stuff", UpdateTasks(None, Changes())),
        ("completed stuff on my list", CompleteTasks(None)),
        ("remind me in some odd way of nothing", AddTasks()),
        ("my dentist appointment wants to move or be deleted", UpdateTasks(None, Changes())),
        ("I thought of what to add to my list", None),
        ("she would add it to my list", None),
        ("remind me of home", None),
        ("add perhaps some milk", None),
    ],
)
def test_hints(said: str, command: Command | None) -> None:
    assert read_hint(unwrap(said), CONTEXT) == command


TEA, MILK = AddTasks(("tea",)), AddTasks(("milk",))


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("take bread off my list and add milk", Several((DeleteTasks(ByWords("bread")), MILK))),
        ("add tea and add milk", AddTasks(("tea", "milk"))),
        ("add tea then put milk on my list", AddTasks(("tea", "milk"))),
        ("mark rent as done and delete those", Several((CompleteTasks(ByWords("rent")), DeleteTasks(Mentioned(True))))),
        ("complete rent and cross it off", CompleteTasks(ByWords("rent"))),
        ("add tea if it's not there and add milk", Several((AddTasks(("tea",), True), MILK))),
        ("delete rent and also remove milk", Several((DeleteTasks(ByWords("rent")), DeleteTasks(ByWords("milk"))))),
        ("delete rent, then please add tea", Several((DeleteTasks(ByWords("rent")), TEA))),
        ("add wash and iron", AddTasks(("wash and iron",))),
        ("add tea, add milk", AddTasks(("tea, add milk",))),
        ("don't add tea and add milk", Unknown("don't add tea and add milk")),
    ],
)
def test_several_changes(said: str, command: Command) -> None:
    assert ask(said) == command


def test_one_clause_that_is_not_understood_leaves_the_whole_sentence_to_other_rules() -> None:
    heard: list[str] = []

    def read(clause: object) -> AddTasks | None:
        heard.append(getattr(clause, "text", ""))
        return TEA if len(heard) == 1 else None

    assert read_several(unwrap("add tea and add milk and add salt"), read) is None
    assert heard == ["add tea", "add milk"]
    assert read_several(unwrap("add tea"), read) is None
    assert len(heard) == 2


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ("change pay rent to be tomorrow", Changes(when="tomorrow", due=Due(date=date(2026, 11, 26)))),
        ("reschedule pay rent on friday", Changes(when="friday", due=Due(date=date(2026, 11, 27)))),
        ("postpone pay rent until 5 december", Changes(when="5 december", due=Due(date=date(2026, 12, 5)))),
    ],
)
def test_the_words_before_a_new_date_are_no_part_of_the_title(said: str, changes: Changes) -> None:
    assert ask(said) == UpdateTasks(ByWords("pay rent"), changes)


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("what tasks are there", True),
        ("", True),
        ("show me everything", True),
        ("what tea is there", False),
        ("Tasks", False),
    ],
)
def test_plain_words(words: str, plain: bool) -> None:
    assert is_plain(words) is plain


def test_patterns_know_no_capitals_and_cuts_leave_a_blank() -> None:
    assert compiled("tea").fullmatch("TeA")
    assert holds("a tea", ("coffee", "tea"))
    assert not holds("a tea", ())
    assert cut("one two three", 4, 7) == "one   three"


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_cut_keeps_what_stands_around_it(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert cut(text, start, end).replace(" ", "") == (text[:start] + text[end:]).replace(" ", "")
