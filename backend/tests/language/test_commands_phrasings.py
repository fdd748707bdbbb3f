"""The same requests in the many ways that people put them, and near misses that must stay what they are."""

from datetime import date

import pytest
from language.reading import ask
from todo.language import (
    AddTasks,
    ByWords,
    Command,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    Matching,
    OutOfScope,
    ReopenTasks,
    Unknown,
    UpdateTasks,
)


@pytest.mark.parametrize(
    "sentence",
    [
        "add eggs to my shopping list",
        "please pop eggs on my shopping list",
        "toss eggs onto the grocery list",
        "jot down eggs on my list",
        "note down on my list: eggs",
        "put down eggs on my list",
        "tack on eggs to my shopping list",
        "include eggs in my list, please",
        "update my shopping list to include eggs",
        "my list should have eggs",
        "my shopping list should also include eggs",
        "my list needs eggs",
        "eggs must be on my list",
        "eggs should go on my list",
        "eggs have to be added to the shopping list",
        "make sure eggs are on my list",
        "make sure that eggs get put on my list",
        "make sure to put eggs on my list",
        "I want eggs added to my list",
        "I'd like eggs on my list",
        "we need eggs put on the list",
        "I'm out of eggs, please put them on my list",
        "we are low on eggs and need them on our shopping list",
        "add eggs to my shopping cart",
        "put eggs in the shopping basket",
        "you can add eggs to my list",
        "go ahead and add eggs to my list",
    ],
)
def test_adding_to_a_list_in_many_ways(sentence: str) -> None:
    assert ask(sentence) == AddTasks(("eggs",))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("set a reminder for tomorrow to call Ana", "call Ana tomorrow"),
        ("set a reminder on friday at 9 to call Ana", "call Ana on friday at 9"),
        ("create a new reminder for me to call Ana", "call Ana"),
        ("set up a reminder for myself to call Ana", "call Ana"),
        ("I need a reminder set to call Ana", "call Ana"),
        ("remind me when I get home to call Ana", "call Ana when I get home"),
        ("remind me after lunch is over to call Ana", "call Ana after lunch is over"),
        ("the next time it rains, remind me to call Ana", "call Ana the next time it rains"),
        ("I need to call Ana, please remind me", "call Ana"),
        ("I have to call Ana so remind me about it", "call Ana"),
        ("don't let me forget about the lease", "the lease"),
        ("help me remember to call Ana", "call Ana"),
        ("add call Ana to my calendar for friday", "call Ana for friday"),
        ("put call Ana on my list every monday", "call Ana every monday"),
    ],
)
def test_reminders_in_many_ways(sentence: str, text: str) -> None:
    assert ask(sentence) == AddTasks((text,))


@pytest.mark.parametrize(
    "sentence",
    [
        "set a reminder for later",
        "can you set a reminder for me",
        "remind me of something",
        "remind me to do that thing later",
        "don't let me forget to do that thing",
        "I would like to be reminded",
        "add an event to my calendar",
    ],
)
def test_what_to_add_is_left_open(sentence: str) -> None:
    assert ask(sentence) == AddTasks()


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("are eggs already on my list?", "eggs"),
        ("are there eggs on my list?", "eggs"),
        ("let me know if eggs are on my list", "eggs"),
        ("tell me whether there are eggs on my list", "eggs"),
        ("does my list consist of eggs", "eggs"),
        ("does my list have eggs written on it", "eggs"),
        ("on my list did I put eggs", "eggs"),
        ("did I add to my list that I need to call Ana", "call ana"),
        ("did I make a note on my list to call Ana", "call ana"),
        ("have I told you to add eggs to my list", "eggs"),
        ("tell me if there is an event called dentist in my calendar", "dentist"),
        ("is dentist on my calendar", "dentist"),
        ("look on my list for eggs", "eggs"),
        ("when is my dentist appointment?", "dentist"),
        ("what day is my next haircut?", "haircut"),
        ("is milk one of the things I need to buy?", "milk"),
        ("do I need any milk from the store", "milk"),
    ],
)
def test_looking_for_one_thing_in_many_ways(sentence: str, text: str) -> None:
    assert ask(sentence) == FindTasks(text=text)


@pytest.mark.parametrize(
    "sentence",
    [
        "what does my list consist of",
        "my list contains what",
        "my list contains what again?",
        "what products are on my list",
        "which purchases did I put on the list",
        "can you remind me what I put on my list",
        "please go through the bullet points on my list",
        "recite my list",
        "I want my list",
        "I need my list read",
        "I need to know everything on my list",
        "I must know what is on my list",
        "pull up my list for me",
        "what am I trying to remember",
        "what are the things I wanted to recall",
        "what did I ask to be reminded about",
        "tell me what I wanted to remember earlier",
        "what stuff do I need to keep in mind",
        "what do I need to get at the store",
        "what should I buy when I go shopping",
    ],
)
def test_asking_for_the_whole_list_in_many_ways(sentence: str) -> None:
    assert ask(sentence) == FindTasks()


@pytest.mark.parametrize(
    ("sentence", "command"),
    [
        ("erase everything from my list", DeleteTasks(Matching(FindTasks()))),
        ("please wipe my list for me", DeleteTasks(Matching(FindTasks()))),
        ("get rid of everything on my list", DeleteTasks(Matching(FindTasks()))),
        ("remove all items from my list", DeleteTasks(Matching(FindTasks()))),
        ("clear out my to do list", DeleteTasks(Matching(FindTasks()))),
        ("start my list over", DeleteTasks(Matching(FindTasks()))),
        ("I want my list cleared", DeleteTasks(Matching(FindTasks()))),
        ("remove the task called milk from my list", DeleteTasks(ByWords("milk"))),
        ("take off milk from my list", DeleteTasks(ByWords("milk"))),
        ("scratch milk from my list", DeleteTasks(ByWords("milk"))),
        ("edit milk out of my list", DeleteTasks(ByWords("milk"))),
        ("milk needs to come off my list", DeleteTasks(ByWords("milk"))),
        ("delete the dentist on december 1", DeleteTasks(ByWords("dentist", date(2026, 12, 1)))),
        ("check milk off my list", CompleteTasks(ByWords("milk"))),
        ("mark milk off my list", CompleteTasks(ByWords("milk"))),
        ("set milk to done", CompleteTasks(ByWords("milk"))),
        ("mark milk as incomplete", ReopenTasks(ByWords("milk"))),
    ],
)
def test_deleting_and_completing_in_many_ways(sentence: str, command: Command) -> None:
    assert ask(sentence) == command


@pytest.mark.parametrize(
    "sentence",
    [
        "remind me to delete old mails",
        "add delete old mails",
        "add move the couch to friday's list",
        "don't forget to cancel the subscription",
        "new task: reschedule the dentist",
        "todo: rename the files",
        "I have to postpone the meeting",
        "I need to finish the dishes and clear the table",
    ],
)
def test_work_that_sounds_like_an_order_is_added(sentence: str) -> None:
    command = ask(sentence)
    assert isinstance(command, AddTasks)
    assert command.texts


@pytest.mark.parametrize(
    "sentence",
    [
        "don't delete pay rent",
        "do not move it to friday",
        "never rename it",
        "should I delete pay rent?",
        "did I move the report to friday?",
        "why was my list cleared",
        "she removed milk from my list",
        "I think milk should be removed from my list",
        "I didn't clear my list",
    ],
)
def test_talk_about_changes_changes_nothing(sentence: str) -> None:
    command = ask(sentence)
    assert isinstance(command, Unknown | OutOfScope | FindTasks)
    assert not isinstance(command, DeleteTasks | UpdateTasks | CompleteTasks)


@pytest.mark.parametrize(
    "sentence",
    [
        "what is a good name for a dog",
        "how do I remove a stain",
        "when does the stock market open",
        "list the planets",
        "give me a list of good books",
        "find a dentist near me",
        "how long is the flight to Lima",
        "turn off the lights",
        "what is on television tonight",
        "who is on the guest list",
        "book a room for two",
        "play the next song",
    ],
)
def test_other_matters_are_out_of_scope(sentence: str) -> None:
    assert isinstance(ask(sentence), Unknown | OutOfScope)
