"""Replies to "which one?" in each language: numbers, words, days, all and none."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language.conversation import choose
from todo.language.conversation.pointers import place, point, reply

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)  # a Wednesday
WHEN: dict[str, Any] = {"now": NOW, "time_zone": "Europe/Berlin"}
GERMAN = ["Milch kaufen", "Brot kaufen", "Mama anrufen"]
SPANISH = ["Comprar leche", "Comprar pan", "Llamar a mamá"]
DAYS = [date(2026, 11, 29), date(2026, 11, 26), date(2026, 12, 6), None]
CALLS = ["Call Ann", "Call Ben", "Call Cem", "Call Dan"]
ALL, NONE = (0, 1, 2), ()


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("die erste", (0,)),
        ("Die Zweite!", (1,)),
        ("der dritte", (2,)),
        ("das letzte", (2,)),
        ("die zweite bitte", (1,)),
        ("ich meine die dritte", (2,)),
        ("die dritte meine ich", (2,)),
        ("zweite", (1,)),
        ("2", (1,)),
        ("nummer 2", (1,)),
        ("Nr. 3", (2,)),
        ("die nummer 1", (0,)),
        ("aufgabe 2", (1,)),
        ("die erste und die dritte", (0, 2)),
        ("1 und 3", (0, 2)),
        ("erste, zweite und dritte", ALL),
        ("die ersten beiden", (0, 1)),
        ("die ersten zwei", (0, 1)),
        ("die letzten zwei", (1, 2)),
        ("die letzten 2", (1, 2)),
        ("alle", ALL),
        ("alle davon", ALL),
        ("alles", ALL),
        ("sie alle", ALL),
        ("beide", ALL),
        ("alle beide", ALL),
        ("keine", NONE),
        ("keine davon", NONE),
        ("keine von beiden", NONE),
        ("nichts", NONE),
        ("gar keine", NONE),
        ("nein", NONE),
        ("nein danke", NONE),
        ("lass es", NONE),
        ("vergiss es", NONE),
        ("egal", NONE),
        ("milch", (0,)),
        ("die mit mama", (2,)),
        ("nur mama", (2,)),
        ("Mama anrufen", (2,)),
        ("brot bitte", (1,)),
        ("kaufen", None),
        ("die vierte", None),
        ("was ist heute fällig?", None),
        ("füge Tee hinzu", None),
    ],
)
def test_german(said: str, places: tuple[int, ...] | None) -> None:
    assert choose(said, GERMAN, language_code="de", **WHEN) == places


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("la primera", (0,)),
        ("La segunda.", (1,)),
        ("el tercero", (2,)),
        ("la última", (2,)),
        ("la ultima", (2,)),
        ("segunda", (1,)),
        ("la 2", (1,)),
        ("número 3", (2,)),
        ("tarea 3", (2,)),
        ("numero 1", (0,)),
        ("la primera y la tercera", (0, 2)),
        ("1 y 3", (0, 2)),
        ("las dos primeras", (0, 1)),
        ("las primeras dos", (0, 1)),
        ("los últimos dos", (1, 2)),
        ("me refiero a la tercera", (2,)),
        ("la segunda por favor", (1,)),
        ("todas", ALL),
        ("todos", ALL),
        ("todo", ALL),
        ("ambas", ALL),
        ("las dos", ALL),
        ("sí, las dos", ALL),
        ("todas ellas", ALL),
        ("ninguna", NONE),
        ("ninguno", NONE),
        ("ninguna de ellas", NONE),
        ("nada", NONE),
        ("no", NONE),
        ("no gracias", NONE),
        ("olvídalo", NONE),
        ("olvidalo", NONE),
        ("déjalo", NONE),
        ("cancelar", NONE),
        ("leche", (0,)),
        ("la de mamá", (2,)),
        ("solo mamá", (2,)),
        ("la del pan", (1,)),
        ("llamar a mama", (2,)),
        ("comprar", None),
        ("la cuarta", None),
        ("¿qué hay para hoy?", None),
    ],
)
def test_spanish(said: str, places: tuple[int, ...] | None) -> None:
    assert choose(said, SPANISH, language_code="es", **WHEN) == places


@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize(
    ("said", "places"), [("the second one", (1,)), ("all of them", ALL), ("none", NONE), ("never mind", NONE)]
)
def test_english_is_read_beside_the_persons_language(language: str, said: str, places: tuple[int, ...]) -> None:
    assert choose(said, GERMAN, language_code=language, **WHEN) == places


class TestByDay:
    """Sunday 29 November is this week where weeks begin on Monday, and next week where they begin on Sunday."""

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", "next week"),
            ("en", "the one next week"),
            ("en", "the one that is due next week"),
            ("de", "nächste Woche"),
            ("de", "die von nächster woche"),
            ("es", "la próxima semana"),
            ("es", "la de la semana que viene"),
        ],
    )
    @pytest.mark.parametrize(("week_start", "places"), [(0, (2,)), (6, (0,))])
    def test_next_week_begins_on_the_persons_day(
        self, language: str, said: str, week_start: int, places: tuple[int, ...]
    ) -> None:
        found = choose(said, CALLS, due=DAYS, language_code=language, week_start=week_start, **WHEN)
        assert found == places

    @pytest.mark.parametrize(
        ("language", "said", "places"),
        [
            ("en", "the one for tomorrow", (1,)),
            ("en", "tomorrow", (1,)),
            ("en", "on sunday", (0,)),
            ("en", "the ones due this week", (0, 1)),
            ("en", "friday", None),
            ("en", "today", None),
            ("de", "die von morgen", (1,)),
            ("de", "am Sonntag", (0,)),
            ("de", "die am sonntag", (0,)),
            ("es", "la de mañana", (1,)),
            ("es", "la del domingo", (0,)),
            ("es", "el domingo", (0,)),
        ],
    )
    def test_a_day_picks_what_is_due_then(self, language: str, said: str, places: tuple[int, ...] | None) -> None:
        assert choose(said, CALLS, due=DAYS, language_code=language, **WHEN) == places

    @pytest.mark.parametrize("said", ["tomorrow", "next week", "overdue", "done", "call"])
    def test_without_days_none_is_picked_by_one(self, said: str) -> None:
        assert choose(said, CALLS, **WHEN) is None

    def test_words_of_a_title_come_before_days(self) -> None:
        assert choose("tomorrow", ["Plan tomorrow", "Rest"], due=[None, DAYS[1]], **WHEN) == (0,)


@pytest.mark.parametrize(
    ("language", "said", "english"),
    [
        ("de", "die zweite", "numbers second"),
        ("de", "die ersten drei", "the first 3"),
        ("de", "es", "it"),
        ("de", "diese aufgabe", "it"),
        ("de", "alle", "all of them"),
        ("de", "alles Überfällige", "everything overdue"),
        ("de", "alles ueberfaellige", "everything overdue"),
        ("de", "alle überfälligen Aufgaben", "everything overdue"),
        ("de", "alles von heute", "everything due today"),
        ("de", "alles für morgen", "everything due tomorrow"),
        ("de", "Miete zahlen", None),
        ("de", "alles mit Milch", None),
        ("es", "la tercera", "numbers third"),
        ("es", "las dos últimas", "the last 2"),
        ("es", "eso", "it"),
        ("es", "todas", "all of them"),
        ("es", "todo lo atrasado", "everything overdue"),
        ("es", "todas las tareas atrasadas", "everything overdue"),
        ("es", "todo lo de hoy", "everything due today"),
        ("es", "todo lo de mañana", "everything due tomorrow"),
        ("es", "pagar el alquiler", None),
        ("en", "die zweite", None),
        ("fr", "la seconde", None),
    ],
)
def test_what_points_is_said_in_english(language: str, said: str, english: str | None) -> None:
    assert point(said, language) == english


@given(said=st.text(max_size=100), language=st.sampled_from(["en", "de", "es", "fr"]))
def test_no_text_raises_and_places_lie_in_the_list(said: str, language: str) -> None:
    found = choose(said, GERMAN, due=DAYS[:3], language_code=language, **WHEN)
    assert all(0 <= one < len(GERMAN) for one in found or ())
    point(said, language)
    place(said, language)
    assert isinstance(reply(said, language), str)


@pytest.mark.parametrize(("language", "titles"), [("de", GERMAN), ("es", SPANISH), ("en", CALLS)])
def test_a_whole_title_always_picks_its_task(language: str, titles: list[str]) -> None:
    for number, title in enumerate(titles):
        assert choose(title, titles, language_code=language, **WHEN) == (number,)
