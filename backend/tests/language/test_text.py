"""Folding, protected stretches, offsets and the gaps that taken words leave."""

import pytest
from todo.language.text import (
    PROTECTED,
    fold,
    fold_with_origins,
    has_words,
    python_offset,
    reading_copy,
    utf16_offsets,
    without,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Café", "cafe"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ﬁn", "fin"),
        ("e\u0301", "e"),
        ("Ελλάδα", "ελλαδα"),
        ("漢字", "漢字"),
        ("\ud800", "\ud800"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folded_characters_know_where_they_come_from() -> None:
    folded, origins = fold_with_origins("aßé\u0301b")
    assert folded == "asseb"
    assert origins == [0, 1, 1, 2, 4]


@pytest.mark.parametrize(
    ("text", "protected"),
    [
        ('say "today" now', '"today"'),
        ("say `today` now", "`today`"),
        ("say “today” now", "“today”"),
        ("say „today“ now", "„today“"),
        ("say «today» now", "«today»"),
        ("see https://example.org/today now", "https://example.org/today"),
        ("see WWW.example.org,today now", "WWW.example.org,today"),
        ("mail me@example.org now", "me@example.org"),
        ("open src/today.py now", "src/today.py"),
        (r"open C:\today now", r"C:\today"),
        ("call run(today) now", "run(today)"),
        ("use map[today] now", "map[today]"),
    ],
)
def test_protected_stretches_are_blanked_out(text: str, protected: str) -> None:
    assert reading_copy(text) == text.replace(protected, PROTECTED * len(protected))


@pytest.mark.parametrize(
    "text", ['a 5" pipe', "it's", "the 'quoted' word", "@5pm", "(today)", "an “open quote", "a `tick"]
)
def test_what_is_not_protected_can_be_read(text: str) -> None:
    assert PROTECTED not in reading_copy(text)


def test_a_typographic_apostrophe_reads_as_a_straight_one() -> None:
    assert reading_copy("today’s") == "today's"


@pytest.mark.parametrize(
    ("text", "offset", "units"),
    [("abc", 2, 2), ("🎂bc", 1, 2), ("a🎂🎂", 3, 5), ("é", 1, 1), ("\ud800x", 2, 2), ("", 0, 0)],
)
def test_utf16_offsets(text: str, offset: int, units: int) -> None:
    assert utf16_offsets(text, offset) == (units,)
    assert python_offset(text, units) == offset


@pytest.mark.parametrize(("units", "offset"), [(0, 0), (1, 0), (2, 1), (3, 2), (9, 2)])
def test_python_offset_within_a_character_and_past_the_end(units: int, offset: int) -> None:
    assert python_offset("🎂b", units) == offset


@pytest.mark.parametrize(
    ("text", "taken", "left"),
    [
        ("a X b", "X", "a b"),
        ("a - X - b", "X", "a - b"),
        ("X - b", "X", "b"),
        ("a - X -", "X", "a"),
        ("X b", "X", "b"),
        ("a X", "X", "a"),
        ("a X.", "X", "a."),
        ("a, X", "X", "a"),
        ("a, X, b", "X", "a, b"),
        ("a: X", "X", "a"),
        ("a – X", "X", "a"),
        ("X – b", "X", "b"),
        ("X, b", "X", "b"),
        ("a (X) b", "X", "a b"),
        ("a ([X]) b", "X", "a b"),
        ("a (X b) c", "X", "a (b) c"),
        ("a (b X) c", "X", "a (b) c"),
        ("X X", "X", ""),
        ("X X b X", "X", "b"),
        ("a  \n b", "X", "a b"),
        ("", "X", ""),
    ],
)
def test_gaps_are_closed(text: str, taken: str, left: str) -> None:
    stretches = [(index, index + 1) for index, character in enumerate(text) if character == taken]
    assert without(text, stretches) == left


@pytest.mark.parametrize(
    ("text", "words"), [("a", True), ("5", True), ("🎂", True), ("€", True), ("?!", False), ("", False)]
)
def test_has_words(text: str, words: bool) -> None:
    assert has_words(text) is words
