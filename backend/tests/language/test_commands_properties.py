"""Laws of commands that hold for any sentence: none raises, and what is meant stands in what was said."""

from hypothesis import given
from hypothesis import strategies as st
from language.reading import NOW, PROJECTS, ZONE, ask
from todo.language import (
    AddTasks,
    ByNumber,
    ByWords,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    Matching,
    Mentioned,
    OutOfScope,
    ReopenTasks,
    Several,
    Unknown,
    UpdateTasks,
    parse_command,
)
from todo.language.vocabulary import word_set

PIECES = word_set(
    "add remove delete take complete mark reopen move postpone push rename call tag label change set make clear undo",
    "show what which is do when how remind me to from off on my the list calendar shopping tasks task all it",
    "them everything second one first last 1 2 3 and , ; . ? so if not due today tomorrow friday overdue next week day",
    "p1 high priority urgent @errand label note : home #home milk rent pay report please can you i need want don't",
)
SENTENCES = st.lists(st.sampled_from(sorted(PIECES)), max_size=14).map(" ".join)
NAMES = st.lists(st.sampled_from(["wash", "car", "büro", "rent", "Ana's", "tea"]), min_size=1, max_size=4).map(" ".join)
ORDERS = st.sampled_from(
    [
        ("delete {}", DeleteTasks),
        ("complete {}", CompleteTasks),
        ("reopen {}", ReopenTasks),
        ("move {} to friday", UpdateTasks),
    ]
)


def outcome(command: object) -> list[object]:
    """What a command acts on: one for each of its changes."""
    return list(command.changes) if isinstance(command, Several) else [command]


@given(SENTENCES | st.text(max_size=200))
def test_no_sentence_raises(sentence: str) -> None:
    parse_command(sentence, now=NOW, time_zone=ZONE, projects=PROJECTS)


@given(SENTENCES)
def test_what_is_not_understood_is_handed_back(sentence: str) -> None:
    command = ask(sentence)
    if isinstance(command, Unknown | OutOfScope):
        assert command.text == sentence


@given(SENTENCES)
def test_every_word_of_a_title_was_said(sentence: str) -> None:
    for change in outcome(ask(sentence)):
        if isinstance(change, AddTasks):
            words = " ".join(change.texts)
        elif isinstance(target := getattr(change, "target", None), ByWords):
            words = target.words
        else:
            continue
        said = sentence.lower()
        assert all(word.strip(" ,.#").lower() in said for word in words.split())


@given(SENTENCES)
def test_targets_are_never_empty(sentence: str) -> None:
    for change in outcome(ask(sentence)):
        match getattr(change, "target", None):
            case ByWords(words=words):
                assert words.strip()
            case ByNumber(numbers=numbers):
                assert numbers
                assert 0 not in numbers
            case Matching(query=query):
                assert isinstance(query, FindTasks)
            case target:
                assert target is None or isinstance(target, Mentioned)


@given(ORDERS, NAMES)
def test_a_title_is_meant_by_its_own_words(order: tuple[str, type], name: str) -> None:
    pattern, kind = order
    assert (command := ask(pattern.format(name))) == kind(ByWords(name), *changes_of(command))


def changes_of(command: object) -> tuple[object, ...]:
    """The changes of an update, which the other orders do not have."""
    return (command.changes,) if isinstance(command, UpdateTasks) else ()


@given(SENTENCES, st.sampled_from(["please ", "hey, ", "could you please "]))
def test_politeness_changes_no_order(sentence: str, opening: str) -> None:
    command = ask(f"delete {sentence}")
    if isinstance(command, DeleteTasks) and "?" not in sentence:
        assert ask(f"{opening}delete {sentence}") == command


def test_a_long_text_is_only_ever_added() -> None:
    assert isinstance(ask("delete " + "milk " * 200), Unknown)
    assert ask("add " + "milk " * 200) == AddTasks((" ".join(["milk"] * 200),))
