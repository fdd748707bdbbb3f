"""Conversations in each language: every answer, card and question is in the person's own, and their titles stay."""

import json
from pathlib import Path
from typing import Any

import pytest
from sentences import foreign_words, words_in
from support import Person
from todo.clock import clock_at

from bench.assistant.cases import Case, load
from bench.assistant.driving import Driver
from bench.assistant.worlds import NOW, WORLDS

GOLD = load(Path(__file__).parent / "gold")
# Whatever kind of answer there is, in the language of its world.
EVERYTHING: dict[str, list[tuple[str, list[Any]]]] = {
    "de": [
        ("haus", ["hallo", "was kannst du?", "danke", "tschüss"]),
        ("haus", ["füge Tee kaufen morgen um 15 Uhr p2 hinzu", "rückgängig", "noch einmal"]),
        ("haus", ["hinzufügen", "erledige"]),
        ("haus", ["zeige alle Aufgaben", "erledige die zweite", "zeig mir die letzte", "erledige die vierzigste"]),
        ("haus", ["was ist überfällig?", "die erste ist erledigt", "was habe ich heute erledigt?"]),
        ("haus", ["was steht demnächst an?", "was ist morgen fällig?", "was ist am Freitag fällig?"]),
        ("haus", ["was ist diese Woche fällig?", "was ist nächste Woche fällig?", "was habe ich gestern erledigt?"]),
        ("haus", ["was soll ich heute tun?", "verschiebe Miete auf Freitag", "setze Miete auf p3"]),
        ("haus", ["erledige kaufen", "die erste"]),
        ("haus", ["lösche kaufen", "keine"]),
        ("haus", ["lösche Brot kaufen", {"approve": True}, "zeige den Papierkorb", "hole Brot kaufen zurück"]),
        ("haus", ["lösche Brot kaufen", {"approve": False}]),
        ("haus", ["lösche Bort kaufen", "nein"]),
        ("haus", ["öffne Flüge buchen wieder", "erledige Gibtesnicht"]),
        ("haus", ["welche Projekte habe ich?", "meine Etiketten", "lege ein Projekt namens Garten an"]),
        ("haus", ["lege ein Projekt namens Haus an", "lösche das Projekt Haus", {"approve": True}]),
        ("haus", ["benenne das Projekt Arbeit in Büro um", "archiviere das Projekt Büro", "lösche das Projekt Mond"]),
        ("haus", ["was wurde geändert?"]),
        ("haus", ["erledige Miete", "was wurde geändert?", "rückgängig", "rückgängig", "rückgängig"]),
        ("haus", ["wann ist der Zahnarzttermin?", "verschiebe ihn auf Montag um 9", "nein, Dienstag"]),
        ("haus", ["verschiebe alles Überfällige auf heute", "vergiss es"]),
        ("haus", ["wie ist das Wetter?", "Milch holen"]),
        ("haus", ["gib Milch kaufen das Etikett lesen"]),
        (
            "empty",
            [
                "was soll ich heute tun?",
                "welche Projekte habe ich?",
                "meine Etiketten",
                "Papierkorb",
                "was ist fällig?",
            ],
        ),
        ("empty", ["rückgängig", "noch einmal", "erledige die zweite"]),
        ("busy", ["verschiebe alles Überfällige auf morgen", "ja"]),
        ("busy", ["was soll ich heute tun?"]),
    ],
    "es": [
        ("casa", ["hola", "¿qué puedes hacer?", "gracias", "adiós"]),
        ("casa", ["añade comprar té mañana a las 15 p2", "deshacer", "rehacer"]),
        ("casa", ["muestra mis tareas", "completa la segunda", "muéstrame la última", "completa la 40"]),
        ("casa", ["¿qué está atrasado?", "la primera está hecha", "¿qué he hecho hoy?"]),
        ("casa", ["¿qué viene próximamente?", "¿qué hay para mañana?", "¿qué hay para el viernes?"]),
        ("casa", ["¿qué hay para esta semana?", "¿qué hay para la próxima semana?", "¿qué hice ayer?"]),
        ("casa", ["¿qué debo hacer hoy?", "mueve alquiler al viernes", "pon alquiler en p3"]),
        ("casa", ["completa comprar", "la primera"]),
        ("casa", ["borra comprar", "ninguna"]),
        ("casa", ["borra comprar pan", {"approve": True}, "muestra la papelera", "recupera comprar pan"]),
        ("casa", ["borra comprar pan", {"approve": False}]),
        ("casa", ["borra comprra pan", "no"]),
        ("casa", ["reabre reservar vuelos", "completa nohaytal"]),
        ("casa", ["¿qué proyectos tengo?", "mis etiquetas", "crea un proyecto llamado Jardín"]),
        ("casa", ["crea un proyecto llamado Casa", "elimina el proyecto Casa", {"approve": True}]),
        ("casa", ["renombra el proyecto Trabajo a Oficina", "archiva el proyecto Oficina", "elimina el proyecto Luna"]),
        ("casa", ["completa alquiler", "¿qué ha cambiado?", "deshacer", "deshacer", "deshacer"]),
        ("casa", ["¿cuándo es la cita?", "muévela al lunes a las 9", "no, el martes"]),
        ("casa", ["mueve todo lo atrasado a hoy", "olvídalo"]),
        ("casa", ["¿qué tiempo hace?", "comprar leche fresca"]),
        ("casa", ["ponle a comprar leche la etiqueta lectura"]),
        ("empty", ["¿qué debo hacer hoy?", "¿qué proyectos tengo?", "mis etiquetas", "papelera", "¿qué hay para hoy?"]),
        ("empty", ["deshacer", "rehacer", "completa la segunda"]),
        ("busy", ["mueve todo lo atrasado a mañana", "sí"]),
        ("busy", ["¿qué debo hacer hoy?"]),
    ],
}


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock_at(NOW):
        yield


@pytest.fixture
def driver(owner: Person, sql: Any) -> Driver:
    return Driver(owner.client, sql, owner.user["id"], [])


def names_of(case: Case) -> set[str]:
    """The words of what the person has and has said."""
    said = [turn for turn in case.say if isinstance(turn, str)]
    return words_in(json.dumps([WORLDS[case.world], said, case.end], ensure_ascii=False))


def cases(code: str) -> list[Case]:
    """The conversations of the gold set in a language, and those of every kind of answer."""
    own = [case for case in GOLD if case.language == code and case.world in {"de": ("haus",), "es": ("casa",)}[code]]
    return [*own, *(Case(f"{code} {say}", world, say, language=code) for world, say in EVERYTHING[code])]


@pytest.mark.parametrize("code", EVERYTHING)
async def test_every_word_of_every_answer_is_the_languages_or_the_persons(code: str, driver: Driver) -> None:
    wrong: dict[str, Any] = {}
    for case in cases(code):
        await driver.run(case)
        foreign = {said: words for said in driver.told if (words := foreign_words(said, code, names_of(case)))}
        wrong |= {case.name: foreign} if foreign else {}
        assert driver.told, case.name
    assert wrong == {}


async def test_english_answers_have_no_other_words(driver: Driver) -> None:
    wrong: dict[str, Any] = {}
    for case in [case for case in GOLD if case.language == "en" and case.world == "home"][::6]:
        await driver.run(case)
        wrong |= {said: words for said in driver.told if (words := foreign_words(said, "en", names_of(case)))}
    assert wrong == {}


@pytest.mark.parametrize(
    ("language", "said", "answer"),
    [
        ("de", "add buy tea", "Added:\n- buy tea"),
        ("de", "add buy tea tomorrow", "Added:\n- buy tea, tomorrow"),
        ("de", "füge Tee kaufen morgen um 15 Uhr hinzu", "Angelegt:\n- Tee kaufen, morgen um 15 Uhr"),
        ("es", "añade comprar té mañana a las 15", "Añadido:\n- comprar té, mañana a las 15:00"),
        (
            "es",
            "what should I do today?",
            "Nothing is overdue and nothing is due today. Nothing is waiting to be done.",
        ),
        ("de", "undo", "Es gibt nichts, was ich rückgängig machen könnte."),
        ("en", "undo", "There is nothing to undo."),
    ],
)
async def test_an_answer_is_in_the_language_of_what_was_said(
    language: str, said: str, answer: str, driver: Driver
) -> None:
    await driver.run(Case(said, "empty", [said], language=language))
    assert driver.told[0] == answer


async def test_titles_are_neither_translated_nor_read(driver: Driver) -> None:
    await driver.run(Case("titles", "traps", ["zeige alle Aufgaben"], language="de"))
    assert all(task["title"] in driver.told[0] for task in WORLDS["traps"]["tasks"])
