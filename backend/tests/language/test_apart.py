"""Two things in one breath are two tasks only where each part surely is one; what is said last holds for all."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language import AddTasks, ProjectName, Undo
from todo.language.clock import Clock
from todo.language.commands.context import Context
from todo.language.conversation.apart import split_apart

CONTEXT = Context(Clock.at(datetime(2026, 11, 25, 9, 30, tzinfo=UTC), "Europe/Berlin"), [ProjectName("1", "Home")])


def parted(text: str) -> tuple[str, ...]:
    found = split_apart(AddTasks((text,)), CONTEXT)
    assert isinstance(found, AddTasks)
    return found.texts


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("call the bank and book the hotel", ("call the bank", "book the hotel")),
        ("call the bank and book the hotel on friday", ("call the bank on friday", "book the hotel on friday")),
        ("call the bank today and book the hotel on friday", ("call the bank today", "book the hotel on friday")),
        ("call the bank and book the hotel friday 9am", ("call the bank friday 9am", "book the hotel friday 9am")),
        ("water the ferns and feed the cat every day", ("water the ferns every day", "feed the cat every day")),
        ("call mum, pay rent and pick up parcel p1", ("call mum p1", "pay rent p1", "pick up parcel p1")),
        ("pay rent & mow the lawn #Home", ("pay rent #Home", "mow the lawn #Home")),
        ("pay rent @money and mow the lawn @garden", ("pay rent @money", "mow the lawn @garden")),
    ],
)
def test_clear_tasks(text: str, texts: tuple[str, ...]) -> None:
    assert parted(text) == texts


@pytest.mark.parametrize(
    "text",
    [
        "buy bread and butter",
        "buy milk, eggs and flour",
        "wash and iron the shirts",
        "call mum and dad",
        "finish the slides and then send them to Tom",
        "call Tom and tell him to come",
        "go to the shop and buy milk",
        "print the form and send to Ann",
        "write a letter and post it",
        "pay rent",
        'call "Sign and Send" and pay rent',
        "pay rent and call mum // and mind the date",
        "call Ann and " + "pay rent " * 40,
        "",
    ],
)
def test_one_thing(text: str) -> None:
    assert parted(text) == (text,)


@pytest.mark.parametrize("request_", [Undo(), AddTasks(), AddTasks(("pay rent and call mum", "buy milk"))])
def test_other_requests_are_left_as_they_are(request_: Undo | AddTasks) -> None:
    assert split_apart(request_, CONTEXT) is request_


def test_what_is_only_added_if_it_is_missing_stays_so() -> None:
    found = split_apart(AddTasks(("call mum and pay rent",), unless_present=True), CONTEXT)
    assert found == AddTasks(("call mum", "pay rent"), unless_present=True)


@given(st.lists(st.sampled_from(["call", "pay", "bread", "the", "rent", "and", ",", "friday", "it"]), max_size=12))
def test_no_word_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    said = [word.strip(",") for part in parted(text) for word in part.split()]
    assert {word for word in words if word not in (",", "and")} <= set(said)
