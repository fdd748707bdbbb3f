"""Sentences of the chat: what each asks for, and what must not be taken for a request."""

from datetime import date

import pytest
from language.reading import NOW, PROJECTS, ask
from todo.language import (
    AddTasks,
    ByWords,
    Command,
    CompleteTasks,
    FindTasks,
    Greeting,
    Help,
    OutOfScope,
    Undo,
    Unknown,
    parse_command,
    parse_quick_add,
)

# --- Adding


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("add buy milk", ["buy milk"]),
        ("Add Buy Milk tomorrow at 5pm p1 #home", ["Buy Milk tomorrow at 5pm p1 #home"]),
        ("add buy milk.", ["buy milk"]),
        ("add buy milk!", ["buy milk!"]),
        ("add read about Foo...", ["read about Foo..."]),
        ("please add buy milk", ["buy milk"]),
        ("add buy milk please", ["buy milk"]),
        ("hey, could you please add buy milk, thanks!", ["buy milk"]),
        ("can you add buy milk?", ["buy milk"]),
        ("I'd like to add buy milk", ["buy milk"]),
        ("I want you to add buy milk", ["buy milk"]),
        ("go ahead and add buy milk", ["buy milk"]),
        ("add a task to buy milk", ["buy milk"]),
        ("add a new task: buy milk", ["buy milk"]),
        ("add task buy milk", ["buy milk"]),
        ("create a task called Buy milk", ["Buy milk"]),
        ("create a reminder for the dentist", ["the dentist"]),
        ("set a reminder to call Ana at 5", ["call Ana at 5"]),
        ("set up a reminder about the lease", ["the lease"]),
        ("make me a todo: buy milk", ["buy milk"]),
        ("new task buy milk", ["buy milk"]),
        ("new task: buy milk", ["buy milk"]),
        ("task: buy milk", ["buy milk"]),
        ("todo: buy milk", ["buy milk"]),
        ("note to self: buy milk", ["buy milk"]),
        ("I need a reminder to buy milk", ["buy milk"]),
        ("can I have a reminder to buy milk", ["buy milk"]),
        ("add buy milk and call mum", ["buy milk and call mum"]),  # titles hold "and"
        ("add salt to the soup recipe", None),  # into something of the person's that is not here
    ],
)
def test_adding(sentence: str, texts: list[str] | None) -> None:
    assert ask(sentence) == (AddTasks(tuple(texts)) if texts else Unknown(sentence))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("put eggs on my shopping list", "eggs"),
        ("put eggs on the list", "eggs"),
        ("add eggs to my list", "eggs"),
        ("add eggs to my to do list", "eggs"),
        ("add eggs to my to-do list please", "eggs"),
        ("add eggs to my todos", "eggs"),
        ("add eggs to my list of things to buy", "eggs"),
        ("throw eggs onto my list", "eggs"),
        ("write down eggs on my list", "eggs"),
        ("I need eggs on my shopping list", "eggs"),
        ("eggs should be on my list", "eggs"),
        ("eggs need to be added to my list", "eggs"),
        ("on my list, add eggs", "eggs"),
        ("add to my list: eggs", "eggs"),
        ("add a vet visit to my calendar on friday", "a vet visit on friday"),
        ("put call Ana on my list tomorrow at 5", "call Ana tomorrow at 5"),
        ("add rake leaves to Home Garden", "rake leaves #Home Garden"),
        ("add rake leaves to the home project", "rake leaves #Home"),
        ("add rake leaves to my café list", "rake leaves"),
    ],
)
def test_adding_to_a_list(sentence: str, text: str) -> None:
    assert ask(sentence) == AddTasks((text,))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("remind me to call Ana", "call Ana"),
        ("remind me to call Ana tomorrow at 5", "call Ana tomorrow at 5"),
        ("remind me tomorrow to call Ana", "call Ana tomorrow"),
        ("remind me on friday at 9 to call Ana", "call Ana on friday at 9"),
        ("remind me at 5pm to set the table to rights", "set the table to rights at 5pm"),
        ("remind me about the lease", "the lease"),
        ("remind me tomorrow about the lease", "the lease tomorrow"),
        ("remind me that the lease ends friday", "the lease ends friday"),
        ("tomorrow at 4, remind me to call Ana", "call Ana tomorrow at 4"),
        ("don't let me forget to call Ana", "call Ana"),
        ("Don’t let me forget to call Ana", "call Ana"),
        ("don't forget to call Ana", "call Ana"),
        ("remember to call Ana", "call Ana"),
        ("I want to be reminded to call Ana", "call Ana"),
        ("I need to be reminded about the lease", "the lease"),
        ("make sure I call Ana", "call Ana"),
        ("make sure to call Ana", "call Ana"),
        ("tell me to call Ana at 5", "call Ana at 5"),
    ],
)
def test_reminders(sentence: str, text: str) -> None:
    assert ask(sentence) == AddTasks((text,))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("I need to call Ana", "call Ana"),
        ("I have to call Ana tomorrow", "call Ana tomorrow"),
        ("I've got to call Ana", "call Ana"),
        ("I really need to call Ana", "call Ana"),
        ("I need to finish the report", "finish the report"),
        ("I need to complete my tax return by friday", "complete my tax return by friday"),
        ("I need to see the dentist", "see the dentist"),
        ("I need to read the contract", "read the contract"),
        ("I need to remember to call Ana", "call Ana"),
        ("I need to add a reminder to call Ana", "call Ana"),
        ("I need to add eggs to my list", "eggs"),
    ],
)
def test_needs_are_tasks(sentence: str, text: str) -> None:
    assert ask(sentence) == AddTasks((text,))


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("add:\n- milk\n- eggs tomorrow", ["milk", "eggs tomorrow"]),
        ("add\nmilk\neggs", ["milk", "eggs"]),
        ("add milk; eggs; bread", ["milk", "eggs", "bread"]),
        ("create tasks:\n1. milk\n2) eggs", ["milk", "eggs"]),
        ("add to my list:\n* milk\n• eggs", ["milk", "eggs"]),
        ("add these tasks:\n[ ] milk\n[x] eggs", ["milk", "eggs"]),
        ("add milk;;  ; eggs;", ["milk", "eggs"]),
        ("add 2) eggs", ["eggs"]),
        ("add 2 eggs", ["2 eggs"]),
        ("add milk, eggs and bread", ["milk, eggs and bread"]),
    ],
)
def test_several_tasks_at_once(sentence: str, texts: list[str]) -> None:
    assert ask(sentence) == AddTasks(tuple(texts))


@pytest.mark.parametrize(
    "sentence",
    [
        "create a reminder",
        "please make a reminder",
        "add a task",
        "new task",
        "remind me",
        "remind me to do something",
        "add something to my list",
        "set a new reminder",
    ],
)
def test_adding_without_saying_what(sentence: str) -> None:
    assert ask(sentence) == AddTasks(())


def test_what_is_added_reads_as_quick_add() -> None:
    command = ask("remind me tomorrow at 5 to call Ana")
    assert isinstance(command, AddTasks)
    task = parse_quick_add(command.texts[0], now=NOW, time_zone="Europe/Berlin", projects=PROJECTS)
    assert task.title == "call Ana"
    assert task.due is not None
    assert f"{task.due.at:%F %H:%M}" == "2026-11-26 17:00"


# --- Asking


def within(first: str | None, last: str | None, *, done: bool = False) -> FindTasks:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    return FindTasks(due_from=days[0], due_until=days[1], done=done)


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("what is due today?", "today"),
        ("what's due today", "today"),
        ("whats due today", "today"),
        ("What’s due today?", "today"),
        ("what do I have to do today", "today"),
        ("what do I have today", "today"),
        ("what's on today?", "today"),
        ("what's on my plate today", "today"),
        ("show me today's tasks", "today"),
        ("tasks for today", "today"),
        ("anything for today?", "today"),
        ("how does my day look", "today"),
        ("how's today looking?", "today"),
        ("what should I do today", "today"),
        ("what needs to be done today", "today"),
        ("what's on tonight", "today"),
        ("what is due tomorrow?", "tomorrow"),
        ("what do I have tomorrow", "tomorrow"),
        ("what about tomorrow?", "tomorrow"),
        ("can you tell me what I have planned for tomorrow", "tomorrow"),
        ("do I have anything on my calendar for tomorrow", "tomorrow"),
        ("list tomorrow's tasks please", "tomorrow"),
        ("anything overdue?", "overdue"),
        ("overdue", "overdue"),
        ("what is overdue", "overdue"),
        ("show overdue tasks", "overdue"),
        ("am I behind on anything", "overdue"),
        ("which tasks are late", "overdue"),
        ("what's coming up", "upcoming"),
        ("show upcoming tasks", "upcoming"),
        ("upcoming", "upcoming"),
        ("show tasks without a due date", "none"),
        ("which tasks have no date", "none"),
    ],
)
def test_asking_for_a_named_scope(sentence: str, scope: str) -> None:
    assert ask(sentence) == FindTasks(scope=scope)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("what is due", None, "2026-11-25"),
        ("which tasks are due?", None, "2026-11-25"),
        ("what is due this week", "2026-11-23", "2026-11-29"),
        ("how does my week look", "2026-11-23", "2026-11-29"),
        ("what's planned for next week", "2026-11-30", "2026-12-06"),
        ("what's due in the next 3 days", "2026-11-25", "2026-11-28"),
        ("what's due in the next few days", "2026-11-25", "2026-11-28"),
        ("what's due in the next two weeks", "2026-11-25", "2026-12-09"),
        ("what do I have this weekend", "2026-11-28", "2026-11-29"),
        ("what do I have next weekend", "2026-12-05", "2026-12-06"),
        ("what is due this month", "2026-11-01", "2026-11-30"),
        ("what is due next month", "2026-12-01", "2026-12-31"),
        ("what is due on friday", "2026-11-27", "2026-11-27"),
        ("what do I have on my calendar for may 3", "2027-05-03", "2027-05-03"),
        ("what is due by friday", None, "2026-11-27"),
        ("what is due before friday", None, "2026-11-27"),
        ("what do I have to do until friday", None, "2026-11-27"),
        ("what was due yesterday", "2026-11-24", "2026-11-24"),
        ("what do I have on the 30th", "2026-11-30", "2026-11-30"),
    ],
)
def test_asking_for_days(sentence: str, first: str | None, last: str | None) -> None:
    assert ask(sentence) == within(first, last)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("what did I finish today?", FindTasks("today", done=True)),
        ("what have I finished today", FindTasks("today", done=True)),
        ("what did I get done this week", within("2026-11-23", "2026-11-29", done=True)),
        ("what did I do yesterday", within("2026-11-24", "2026-11-24", done=True)),
        ("what did I complete last week", within("2026-11-16", "2026-11-22", done=True)),
        ("what did I finish in the last 7 days", within("2026-11-18", "2026-11-25", done=True)),
        ("show completed tasks", FindTasks(done=True)),
        ("list my finished tasks", FindTasks(done=True)),
        ("which tasks are not done", FindTasks()),
        ("show unfinished tasks", FindTasks()),
        ("what still needs to be done today", FindTasks("today")),
    ],
)
def test_asking_for_what_is_done(sentence: str, expected: FindTasks) -> None:
    assert ask(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("show #home", FindTasks(project_id="home")),
        ("what's in home garden?", FindTasks(project_id="garden")),
        ("show my Home tasks", FindTasks(project_id="home")),
        ("what is due today in home", FindTasks("today", project_id="home")),
        ("anything overdue in Café?", FindTasks("overdue", project_id="cafe")),
        ("show the cafe list", FindTasks(project_id="cafe")),
        ("show #tasks", FindTasks(project_id="tasks")),
        ("show my tasks", FindTasks()),  # a project called Tasks needs its sign
    ],
)
def test_asking_for_a_project(sentence: str, expected: FindTasks) -> None:
    assert ask(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "show my tasks",
        "list all tasks",
        "show me my to-do list",
        "read my to do list to me please",
        "what's on my list",
        "what is on my todo list?",
        "what do I have to do",
        "what do I have",
        "what tasks are on my list",
        "tell me what's on my reminder list",
        "do I have anything to do",
        "my tasks",
        "how many tasks do I have",
        "I'd like to know what's on my list",
        "I want to see my tasks",
    ],
)
def test_asking_for_everything(sentence: str) -> None:
    assert ask(sentence) == FindTasks()


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("is milk on my shopping list?", "milk"),
        ("is the oil change on my to do list", "oil change"),
        ("do I have milk on my list", "milk"),
        ("did I put milk on the shopping list", "milk"),
        ("did I add calling Ana to my todo list", "calling ana"),
        ("did I create a task to call Ana", "call ana"),
        ("is there a reminder for the lease", "lease"),
        ("tell me if milk is on my list", "milk"),
        ("check if my list has milk", "milk"),
        ("does my shopping list include corn", "corn"),
        ("search my tasks for lease", "lease"),
        ("find tasks about the lease", "lease"),
        ("show me all tasks with milk", "milk"),
        ("do I have anything about the lease", "lease"),
        ("find milk in my list", "milk"),
        ("when is the tax return due?", "tax return"),
        ("what's on my shopping list", "shopping"),
    ],
)
def test_asking_for_words_of_a_title(sentence: str, text: str) -> None:
    assert ask(sentence) == FindTasks(text=text)


# --- Completing


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("complete pay rent", "pay rent"),
        ("Complete Pay Rent.", "Pay Rent"),
        ("please complete pay rent", "pay rent"),
        ("can you complete pay rent?", "pay rent"),
        ("finish pay rent", "pay rent"),
        ("complete the task pay rent", "pay rent"),
        ("complete task: pay rent", "pay rent"),
        ('complete "pay rent"', "pay rent"),
        ("mark pay rent as done", "pay rent"),
        ("mark pay rent done", "pay rent"),
        ("mark the report as complete", "report"),
        ("set the report to done", "report"),
        ("check off buy milk", "buy milk"),
        ("check buy milk off", "buy milk"),
        ("check buy milk off my list", "buy milk"),
        ("tick off buy milk", "buy milk"),
        ("cross buy milk off my to do list", "buy milk"),
        ("done with the dishes", "dishes"),
        ("I'm done with the dishes", "dishes"),
        ("I am finished with the dishes", "dishes"),
        ("I finished the dishes", "dishes"),
        ("I've finished the dishes", "dishes"),
        ("I've done the dishes", "dishes"),
        ("I have already completed the dishes", "dishes"),
        ("I just finished washing the dishes", "washing the dishes"),
        ("finished the dishes", "dishes"),
        ("I finished the dishes today", "dishes"),
        ("I finished the dishes yesterday", "dishes"),
        ("complete all-hands notes", "all-hands notes"),
    ],
)
def test_completing(sentence: str, words: str) -> None:
    assert ask(sentence) == CompleteTasks(ByWords(words))


# --- Undo, help, small talk


@pytest.mark.parametrize(
    "sentence",
    [
        "undo",
        "Undo!",
        "undo that",
        "undo it please",
        "please undo that",
        "can you undo the last change?",
        "undo my last action",
        "undo what you just did",
        "revert that",
        "take that back",
        "oops, undo that",
        "put it back",
    ],
)
def test_undo(sentence: str) -> None:
    assert ask(sentence) == Undo()


@pytest.mark.parametrize("sentence", ["help", "Help!", "help me", "what can you do?", "how does this work?", "?", "??"])
def test_help(sentence: str) -> None:
    assert ask(sentence) == Help()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("hi", "hello"),
        ("Hello!", "hello"),
        ("hey there", "hello"),
        ("Good morning", "hello"),
        ("thanks", "thanks"),
        ("Thank you so much!", "thanks"),
        ("bye", "goodbye"),
        ("good night", "goodbye"),
    ],
)
def test_small_talk(sentence: str, kind: str) -> None:
    assert ask(sentence) == Greeting(kind)  # type: ignore[arg-type]


# --- What must not act

MENTIONS = [
    "I was undone by this",
    "the undo button is broken",
    "undo the knot in the rope",
    "the task was completed by Bo",
    "completing tasks feels good",
    "adding salt helps",
    "Ana added milk to the tea",
    "she reminded me to call",
    "I finished",
    "done",
    "complete",
    "add",
    "mark",
]
NEGATIONS = [
    "don't complete the report",
    "do not complete the report",
    "Don’t complete the report",
    "please don't complete the report",
    "please do not add milk",
    "never complete pay rent",
    "don't undo that",
    "don't remind me to call Ana",
    "I have not finished the report",
    "I haven't finished the report",
    "I didn't finish the report",
    "do not think milk should be on my list",
    "I don't think milk should be on my list",
    "never say tea needs to be on my list",
]
UNCLEAR = [
    "complete nothing",
    "complete anything",
    "delete something",
    "delete",
    "move pay rent",
    "move pay rent to the moon",
    "rename pay rent",
    "update pay rent",
    "reopen nothing",
    "the second one",
    "them",
    "complete the report if Ana agrees",
    "finish the report before lunch",
]
WISHES = [
    "I want to finish the report",
    "I'd like to complete the marathon",
    "let's finish the report",
    "did I complete the report?",
    "finished the report?",
    "should I complete the report",
]
OTHER_MATTERS = [
    "why should milk be on my list",
    "it should be on my list",
    "what is the capital of Peru",
    "what time is it",
    "what's the weather today",
    "what is today",
    "what movies are on tonight",
    "what happened today in Berlin",
    "how do I look today",
    "how is the market doing this week",
    "is the bank open tomorrow",
    "is the earth flat",
    "who won yesterday",
    "find my keys",
    "make a list of good books",
    "create a 500 word letter",
    "set an alarm",
    "book a table for two tomorrow",
    "remind me of the address",
    "tell me a joke",
    "tell me about the oscars",
    "play some music",
    "Buy milk tomorrow",
    "I have a task",
    "add Bo to the guest list",
    "add the bag to my reservation",
    "add eggs to the soup and remove the shells",
    "cancel my flight",
    "clear my search history",
    "move the couch to the garage",
    "change the font to arial",
    "set the thermostat to 20",
    "drop the milk",
    "call mum",
    "take all my money out of my account",
    "lorem ipsum dolor sit amet",
    "🎂",
    "...",
    "\ud800",
    "",
    "   ",
]


@pytest.mark.parametrize("sentence", [*MENTIONS, *NEGATIONS, *UNCLEAR, *WISHES, *OTHER_MATTERS])
def test_what_is_not_sure_does_nothing(sentence: str) -> None:
    assert ask(sentence) in (Unknown(sentence), OutOfScope(sentence))


@pytest.mark.parametrize(
    "sentence",
    ["complete pay rent\nand then call Ana", "complete\npay rent"],
)
def test_a_completion_is_one_line(sentence: str) -> None:
    assert ask(sentence) == Unknown(sentence)


def test_the_projects_are_optional() -> None:
    command: Command = parse_command("show my tasks", now=NOW, time_zone="UTC")
    assert command == FindTasks()
