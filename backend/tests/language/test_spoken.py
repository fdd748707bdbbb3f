"""In which language a message is, so that the answer can be in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language.conversation import language_of


@pytest.mark.parametrize(
    ("said", "own", "language"),
    [
        ("füge Milch hinzu", "de", "de"),
        ("was ist heute fällig?", "de", "de"),
        ("die zweite", "de", "de"),
        ("Zahnarzt morgen um 9", "de", "de"),
        ("wie ist das Wetter?", "de", "de"),
        ("what is due today?", "de", "en"),
        ("complete call dad", "de", "en"),
        ("please add milk", "de", "en"),
        ("move the dentist to friday", "de", "en"),
        ("show my projects", "de", "en"),
        ("add Zahnarzt am Freitag um 9 Uhr", "de", "de"),
        ("undo", "de", "de"),
        ("ok", "de", "de"),
        ("2", "de", "de"),
        ("", "de", "de"),
        ("Call dad", "de", "de"),
        ("añade leche", "es", "es"),
        ("¿qué hay para hoy?", "es", "es"),
        ("la segunda", "es", "es"),
        ("comprar pan mañana", "es", "es"),
        ("what is due today?", "es", "en"),
        ("delete the second one", "es", "en"),
        ("add llamar a Ana mañana a las 10", "es", "es"),
        ("add “the story of the year” a la lista de libros", "es", "es"),
        ("was ist heute fällig?", "en", "en"),
        ("¿qué hay para hoy?", "en", "en"),
        ("quoi de neuf", "fr", "fr"),
    ],
)
def test_that_of_the_words_where_they_are_clear_else_the_persons(said: str, own: str, language: str) -> None:
    assert language_of(said, own) == language


@given(said=st.text(max_size=300), own=st.sampled_from(["en", "de", "es"]))
def test_it_is_the_persons_or_english_whatever_is_said(said: str, own: str) -> None:
    assert language_of(said, own) in (own, "en")


@pytest.mark.parametrize("own", ["de", "es"])
def test_a_long_text_takes_no_time(own: str) -> None:
    assert language_of("the " * 100_000, own) == "en"
