"""Which phrases are believed, and what they make together: what stands around a date decides whether it is one."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from language.reading import CLOCK, read, say_due
from todo.language.clock import Clock
from todo.language.due import moment_of, read_due, scan
from todo.language.grammar import language
from todo.language.phrases import Context, Day, Surroundings
from todo.language.text import reading_copy

ENGLISH = language("en")
CONTEXT = Context.of(CLOCK, ENGLISH)


def phrases(text: str, code: str = "en") -> list[tuple[str, str]]:
    """What is found in a text, believed or not, and under which table."""
    _, found = scan(reading_copy(text), Context.of(CLOCK, language(code)))
    return [(text[phrase.start : phrase.end], phrase.table) for phrase in found]


def due(text: str, now: str = "2026-11-25T10:00", zone: str = "Europe/Berlin") -> str | None:
    clock = Clock.at(datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone)), zone)
    return say_due(read_due(reading_copy(text), clock, ENGLISH).due)


# --- Finding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next friday week", [("next friday", "day")]),
        ("friday next week at 5", [("friday next week", "day"), ("at 5", "time")]),
        ("day after tomorrow", [("day after tomorrow", "day")]),
        ("every other friday", [("every other friday", "rule")]),
        ("in 2 days 3 hours and 5 minutes", [("in 2 days 3 hours and 5 minutes", "day")]),
        ("5pm-6pm", [("5pm-6pm", "time")]),
        ("(tomorrow)", [("tomorrow", "day")]),
        ("tomorrow's", []),
        ("x-tomorrow", []),
        ("tomorrow/friday", []),
        ("tomorrow-ish", []),
        ("tomorrow?!", [("tomorrow", "day")]),
        ("for 2h 10 times", [("for 2h", "bound"), ("10 times", "bound")]),
        ("march 5 miles", []),
        ("march 5 smiles", [("march 5", "day")]),
        ("in 99999 years", []),
    ],
)
def test_the_longest_phrase_that_stands_by_itself_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "surroundings"),
    [
        ("on friday", Surroundings.ANY),
        ("sat", Surroundings.TEXT_END),
        ("this sat", Surroundings.ANY),
        ("yesterday", Surroundings.TEXT_END),
        ("at 5", Surroundings.CLAUSE_END),
        ("1530", Surroundings.AFTER_DAY),
        ("daily", Surroundings.CLAUSE_END),
        ("every day", Surroundings.ANY),
        ("on the 5th", Surroundings.CLAUSE_END),
        ("the 5th", Surroundings.TEXT_END),
        ("march 5", Surroundings.UNCOUNTED),
        ("march 5th", Surroundings.ANY),
    ],
)
def test_what_must_hold_around_a_phrase(text: str, surroundings: Surroundings) -> None:
    (phrase,) = scan(text, CONTEXT)[1]
    assert phrase.surroundings is surroundings


# --- Believing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the friday report", None),
        ("the report on friday", "2026-11-27"),
        ("our tomorrow", None),
        ("bring mine, not his on friday", "2026-11-27"),
        ("our plan tomorrow", "2026-11-26"),
        ("sat", "2026-11-28"),
        ("sat on a bench", None),
        ("rest sat, then sleep", "2026-11-28"),
        ("we came yesterday", "2026-11-24"),
        ("yesterday we came", None),
        ("come at 5 with Bo", "2026-11-25 17:00"),
        ("come at 5 oaks", None),
        ("come at 5 and 6", None),
        ("come at 5 by 4 oaks", None),
        ("friday 1530", "2026-11-27 15:30"),
        ("friday, 1530", "2026-11-27 15:30"),
        ("friday room 1530", "2026-11-27"),
        ("1530", None),
        ("on the 5th floor", None),
        ("on the 5th with Bo", "2026-12-05"),
        ("on the 5th - bring cake", "2026-12-05"),
        ("on the 5th -bring cake", None),
        ("look at 5 - 6 oaks", None),
        ("at 5pm cet", None),
        ("at 5pm (UTC)", None),
        ("at 5pm central", "2026-11-25 17:00"),
        ("mon or tue", None),
        ("mon / tue", None),
        ("mon then tue", "2026-12-01"),
        ("at 5pm or 6pm", None),
        ("friday at 5pm or 6pm", "2026-11-27"),
        ("mon and tue, then friday", "2026-11-27"),
    ],
)
def test_what_stands_around_a_date_decides_whether_it_is_one(text: str, expected: str | None) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Stop by tomorrow", "Stop by"),
        ("Pay by tomorrow", "Pay"),
        ("Log on tomorrow", "Log on"),
        ("Work on tomorrow", "Work"),
        ("Drop by at 5pm", "Drop by"),
    ],
)
def test_a_link_that_belongs_to_the_verb_stays(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Den Freitag feiern", None),
        ("de", "Feiern am Freitag", "2026-11-27"),
        ("de", "Ruhe so, dann Schlaf", "2026-11-29"),
        ("de", "Mach das so gut", None),
        ("de", "Anruf um 15 Uhr MEZ", None),
        ("de", "Anruf Montag oder Dienstag", None),
        ("de", "Kauf am 5. Stock", None),
        ("es", "El viernes libre", "2026-11-27"),
        ("es", "Llamar lunes o martes", None),
        ("es", "Llamar a las 5 con Ana", "2026-11-25 17:00"),
    ],
)
def test_each_language_has_words_around_which_a_date_is_none(code: str, text: str, expected: str | None) -> None:
    assert say_due(read(text, language_code=code).due) == expected


# --- Together


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("at 9", "2026-11-25T08:59", "2026-11-25 09:00"),
        ("at 9", "2026-11-25T09:00", "2026-11-25 09:00"),
        ("at 9", "2026-11-25T09:01", "2026-11-25 21:00"),
        ("at 9", "2026-11-25T21:01", "2026-11-26 09:00"),
        ("at 9am", "2026-11-25T09:01", "2026-11-26 09:00"),
        ("at 21:00", "2026-11-25T21:01", "2026-11-26 21:00"),
        ("today at 9", "2026-11-25T21:01", "2026-11-25"),
        ("tomorrow at 9", "2026-11-25T21:01", "2026-11-26 09:00"),
        ("at midnight", "2026-11-25T10:00", "2026-11-26 00:00"),
        ("in the evening", "2026-11-25T20:00", "2026-11-26 19:00"),
        ("in the evening at eight", "2026-11-25T06:00", "2026-11-25 20:00"),
        ("tonight at 8", "2026-11-25T10:00", "2026-11-25 20:00"),
        ("tomorrow morning 8", "2026-11-25T10:00", "2026-11-26 09:00"),
        ("2020-01-01 at 9", "2026-11-25T10:00", "2020-01-01 09:00"),
    ],
)
def test_a_time_is_the_next_one_and_a_day_keeps_its_own(text: str, now: str, expected: str) -> None:
    assert due(text, now) == expected


def test_without_a_time_a_day_has_no_moment() -> None:
    assert moment_of(Day(CLOCK.today), None, CLOCK, ENGLISH) is None


def test_a_line_that_recurs_has_no_single_due_date() -> None:
    assert (due("gym every friday"), due("friday")) == (None, "2026-11-27")


def test_the_setting_decides_which_number_is_the_day() -> None:
    said = [read_due("3/4", CLOCK, ENGLISH, day_first).due for day_first in (None, False, True)]
    assert [say_due(one) for one in said] == ["2027-03-04", "2027-03-04", "2027-04-03"]
    assert say_due(read_due("3/4", CLOCK, language("es")).due) == "2027-04-03"
    assert say_due(read_due("3/4", CLOCK, language("es"), day_first=False).due) == "2027-03-04"
    assert say_due(read_due("13/4", CLOCK, ENGLISH, day_first=False).due) == "2027-04-13"
