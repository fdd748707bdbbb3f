"""A line in the person's language or, where that surely says more, in English."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language.reading import NOW, PROJECTS, ZONE, say_due
from language.test_properties import TEXTS
from todo.language import QuickAdd, language_codes, parse_line, parse_quick_add

SETTINGS: dict[str, Any] = {"now": NOW, "time_zone": ZONE, "projects": PROJECTS}


def line(text: str, code: str, **settings: Any) -> QuickAdd:
    return parse_line(text, language_code=code, **SETTINGS, **settings)


@pytest.mark.parametrize("code", ["de", "es"])
@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("buy tea tomorrow", "buy tea", "2026-11-26"),
        ("buy tea tomorrow at 5pm", "buy tea", "2026-11-26 17:00"),
        ("call Bo on friday", "call Bo", "2026-11-27"),
        ("tea fri", "tea", "2026-11-27"),
        ("call Bo weds 9am", "call Bo", "2026-12-02 09:00"),
        ("call Bo next week", "call Bo", "2026-11-30"),
        ("dentist december 3", "dentist", "2026-12-03"),
        ("call Bo at 5pm", "call Bo", "2026-11-25 17:00"),
        ("rent every month p1", "rent", "2026-11-25"),
    ],
)
def test_english_in_another_language(text: str, title: str, due: str, code: str) -> None:
    found = line(text, code)
    assert (found.title, say_due(found.due)) == (title, due)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Platz 5 am Fenster", "de"),
        ("Bus 12 am Bahnhof", "de"),
        ("Weekly vorbereiten", "de"),
        ("Daily mit dem Team", "de"),
        ("Black Friday Angebote ansehen", "de"),
        ("Fridays for Future Demo", "de"),
        ("Day Spa buchen", "de"),
        ("Next Level spielen", "de"),
        ("Karten für Sunset Boulevard", "de"),
        ("May anrufen", "de"),
        ("March Madness", "de"),
        ("Mon Chéri kaufen", "de"),
        ("ir al mar 5 minutos", "es"),
        ("el sol de sun city", "es"),
        ("preparar el weekly", "es"),
        ("sat nav para el coche", "es"),
        ("dec 5 piezas", "es"),
    ],
)
def test_words_of_the_other_language_and_names_say_no_english_date(text: str, code: str) -> None:
    found = line(text, code)
    assert (found.title, found.due, found.recurrence) == (text, None, None)


@pytest.mark.parametrize(
    ("text", "code", "due"),
    [
        ("Tee kaufen morgen", "de", "2026-11-26"),
        ("Tee kaufen morgen um 9", "de", "2026-11-26 09:00"),
        ("comprar té mañana", "es", "2026-11-26"),
        ("monday movie Freitag", "de", "2026-11-27"),
        ("buy tea morgen", "de", "2026-11-26"),
    ],
)
def test_the_persons_own_language_comes_first(text: str, code: str, due: str) -> None:
    found = line(text, code)
    assert say_due(found.due) == due
    assert found == parse_quick_add(text, language_code=code, **SETTINGS)


def test_the_parts_are_labelled_in_the_persons_language() -> None:
    [day] = line("buy tea tomorrow", "de").spans
    assert (day.text, day.label) == ("tomorrow", "Morgen")
    [rule] = line("swim every monday", "es").spans
    assert rule.label == "cada lunes"


def test_the_order_of_day_and_month_stays_the_persons() -> None:
    assert say_due(line("call on monday 3/12", "de", day_first=False).due) == say_due(
        parse_quick_add("call on monday 3/12", day_first=False, **SETTINGS).due
    )


def test_nothing_of_the_own_language_is_lost() -> None:
    """English finds the date but would lose the priority, which is said in German."""
    found = line("buy tea tomorrow !hoch", "de")
    assert (found.priority, found.title) == (2, "buy tea tomorrow")


def test_what_was_put_back_stays() -> None:
    text = "buy tea tomorrow"
    spans = line(text, "de").spans
    rejected = [(span.start, span.end) for span in spans]
    assert line(text, "de", rejected=rejected) == QuickAdd(title=text)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(language_codes()))
def test_every_line_is_what_one_of_both_languages_makes_of_it(text: str, code: str) -> None:
    found = line(text, code)
    own = parse_quick_add(text, language_code=code, **SETTINGS)
    english = parse_quick_add(text, language_code="en", day_first=True, **SETTINGS)
    alike = [replace(one, spans=()) for one in (own, english)]
    assert replace(found, spans=()) in alike
    assert all(text[span.start : span.end] == span.text for span in found.spans)


@settings(deadline=None)
@given(TEXTS)
def test_english_is_read_as_it_is(text: str) -> None:
    assert line(text, "en") == parse_quick_add(text, **SETTINGS)
