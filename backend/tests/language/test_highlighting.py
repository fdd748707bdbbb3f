"""Where words are found in a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language.highlighting import MAX_READ, MAX_SPANS, highlights, search_words
from todo.language.text import fold


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Buy milk", ["mil"], ["mil"]),
        ("Buy milk", ["MILK", "buy"], ["Buy", "milk"]),
        ("Buy milk", ["ilk"], []),
        ("milk-shake, (milk)", ["milk"], ["milk", "milk"]),
        ("Käse aus Zürich", ["kase", "ZUR"], ["Käse", "Zür"]),
        ("Kase", ["käse"], ["Kase"]),
        ("Straße", ["strasse"], ["Straße"]),
        ("Straße", ["stras"], ["Straß"]),
        ("🌱 grow", ["grow"], ["grow"]),
        ("foo_bar", ["bar"], ["bar"]),
        ("foo bar", ["foo-bar"], ["foo", "bar"]),
        ("aa a", ["a", "aa"], ["aa", "a"]),
        ("100 %", ["10"], ["10"]),
        ("anything", [], []),
        ("anything", ["%", ".*"], []),
        ("", ["a"], []),
    ],
)
def test_beginnings_of_words(text: str, words: list[str], found: list[str]) -> None:
    assert [text[start:end] for start, end in highlights(text, words)] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("milk  bread", ("milk", "bread")),
        ("milk milk", ("milk",)),
        ("100 %", ("100",)),
        ("% & !", ()),
        ("", ()),
        ("a b c d e f g h i j k l", tuple("abcdefghij")),
    ],
)
def test_words_to_look_for(text: str, words: tuple[str, ...]) -> None:
    assert search_words(text) == words


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=4))
def test_places_are_in_order_apart_and_hold_a_word(text: str, words: list[str]) -> None:
    end = 0
    for start, stop in highlights(text, words):
        assert end <= start < stop <= len(text)
        end = stop
        assert any(piece in fold(text[start:stop]) for word in words for piece in re.findall(r"[^\W_]+", fold(word)))


def test_work_is_bounded() -> None:
    assert len(highlights("a " * 10_000, ["a"])) == MAX_SPANS
    assert highlights("ä" * MAX_READ + " milk", ["milk"]) == []
