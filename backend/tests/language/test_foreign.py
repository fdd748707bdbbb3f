"""Plain orders in German and Spanish: each is the English one, with the words of the person kept."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language import AddTasks, CompleteTasks, DeleteTasks, FindTasks, OutOfScope, Undo, Unknown, UpdateTasks
from todo.language.conversation import read_plan
from todo.language.conversation.foreign import in_english

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
GERMAN = {
    "füge Brot kaufen hinzu": "add Brot kaufen",
    "Füge Brot kaufen morgen hinzu.": "add Brot kaufen morgen",
    "Miete zahlen hinzufügen": "add Miete zahlen",
    "neue Aufgabe: Miete zahlen": "add Miete zahlen",
    "erinnere mich an den Termin": "add den Termin",
    "Was ist heute fällig?": "what is due today?",
    "was steht heute an": "what is due today?",
    "was ist überfällig?": "what is overdue?",
    "zeige meine Aufgaben": "show my tasks",
    "erledige Miete": "complete Miete",
    "hake Miete ab": "complete Miete",
    "Miete ist erledigt": "complete Miete",
    "verschiebe Miete auf Freitag": "move Miete to Freitag",
    "lösche Miete": "delete Miete",
    "rückgängig": "undo",
    "mach das rückgängig!": "undo",
    "schieb Miete auf Montag": "move Miete to Montag",
    "ich muss noch Blumen kaufen": "i need to Blumen kaufen",
    "was hab ich heute noch zu tun?": "what is due today?",
    "was muss ich morgen alles erledigen": "what is due tomorrow?",
    "was steht diese Woche an?": "what is due this week?",
    "wann ist der Zahnarzt?": "when is my Zahnarzt?",
    "was hab ich gestern geschafft?": "what did i finish yesterday?",
    "was habe ich heute schon erledigt": "what did i finish today?",
    "nein, freitag meinte ich": "no, freitag",
    "ne, doch am Freitag": "no, Freitag",
    "nein danke": "never mind",
    "vergiss es": "never mind",
    "Miete ist erledigt und Strom auch": "complete Miete and Strom",
    "Miete hab ich schon erledigt": "complete Miete",
}
SPANISH = {
    "añade comprar pan mañana": "add comprar pan mañana",
    "¿Qué hay para hoy?": "what is due today?",
    "qué tengo mañana": "what is due tomorrow?",
    "muestra mis tareas": "show my tasks",
    "completa alquiler": "complete alquiler",
    "marca alquiler como hecho": "complete alquiler",
    "mueve alquiler al viernes": "move alquiler to viernes",
    "borra alquiler": "delete alquiler",
    "deshaz": "undo",
    "¡Deshacer!": "undo",
    "pon comprar flores para el viernes": "add comprar flores para el viernes",
    "tengo que comprar flores": "i need to comprar flores",
    "que tengo pendiente hoy": "what is due today?",
    "¿qué tengo esta semana?": "what is due this week?",
    "¿cuándo es el dentista?": "when is my dentista?",
    "qué hice ayer": "what did i finish yesterday?",
    "¿qué he hecho hoy?": "what did i finish today?",
    "no, al lunes": "no, lunes",
    "no, mejor el lunes": "no, lunes",
    "no, gracias": "never mind",
    "olvídalo": "never mind",
    "ya hice la compra": "complete compra",
    "ya está hecho el informe": "complete informe",
}


@pytest.mark.parametrize(("said", "english"), GERMAN.items())
def test_german(said: str, english: str) -> None:
    assert in_english(said, "de") == english


@pytest.mark.parametrize(("said", "english"), SPANISH.items())
def test_spanish(said: str, english: str) -> None:
    assert in_english(said, "es") == english


@pytest.mark.parametrize("said", [*GERMAN, *SPANISH])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_people_of_other_languages_are_read_as_before(said: str, language: str) -> None:
    assert in_english(said, language) == said


@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize("said", ["add milk tomorrow", "what is due today?", "delete call dad", "undo", "", "x" * 500])
def test_english_stays(said: str, language: str) -> None:
    assert in_english(said, language) == said


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("ist Miete erledigt?", "de"),
        ("Miete ist erledigt?", "de"),
        ("¿está hecho el informe?", "es"),
        ("¿ya hice la compra?", "es"),
    ],
)
def test_a_question_completes_nothing(said: str, language: str) -> None:
    assert in_english(said, language) == said


@pytest.mark.parametrize(("said", "language"), [("no borres el informe", "es"), ("nein, lösche das nicht", "de")])
def test_what_shall_not_be_done_is_not_done(said: str, language: str) -> None:
    [step] = read_plan(said, now=NOW, time_zone="Europe/Berlin", language_code=language)
    assert isinstance(step, Unknown | OutOfScope)


@given(st.text(max_size=60), st.sampled_from(["de", "es"]))
def test_no_text_raises(said: str, language: str) -> None:
    assert isinstance(in_english(said, language), str)


@pytest.mark.parametrize(
    ("said", "language", "kind"),
    [
        ("füge Brot kaufen hinzu", "de", AddTasks),
        ("was ist heute fällig?", "de", FindTasks),
        ("erledige Miete", "de", CompleteTasks),
        ("verschiebe Miete auf morgen", "de", UpdateTasks),
        ("lösche Miete", "de", DeleteTasks),
        ("rückgängig", "de", Undo),
        ("añade comprar pan mañana", "es", AddTasks),
        ("completa alquiler", "es", CompleteTasks),
        ("mueve alquiler al viernes", "es", UpdateTasks),
        ("borra alquiler", "es", DeleteTasks),
        ("deshacer", "es", Undo),
    ],
)
def test_each_is_read_as_its_order(said: str, language: str, kind: type) -> None:
    [step] = read_plan(said, now=NOW, time_zone="Europe/Berlin", language_code=language)
    assert isinstance(step, kind)
