"""Second sentences of a conversation: another task than the one named, back as it was, another day for a rule."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from todo.language import ByNumber, ByWords, CompleteTasks, DeleteTasks, Due, Mentioned, Undo, UpdateTasks
from todo.language.conversation import Correct, Instead, read_decision, read_plan
from todo.language.conversation.rule_days import with_rule_of
from todo.language.matching import match_title

WHEN: dict[str, Any] = {"now": datetime(2026, 11, 25, 9, 30, tzinfo=UTC), "time_zone": "Europe/Berlin"}


def plan(said: str, code: str = "en") -> tuple[Any, ...]:
    return read_plan(said, **WHEN, language_code=code)


@pytest.mark.parametrize(
    ("said", "code", "words"),
    [
        ("oops i meant bread", "en", "bread"),
        ("no, the bread one", "en", "bread"),
        ("undo that, it was the bread", "en", "bread"),
        ("nein, es war das brot", "de", "brot"),
        ("no, era el pan", "es", "pan"),
        ("not milk, i meant bread", "en", "bread"),
        ("quatsch, ich meinte das brot", "de", "brot"),
        ("perdón, quería decir el pan", "es", "pan"),
    ],
)
def test_another_task_is_meant(said: str, code: str, words: str) -> None:
    assert plan(said, code) == (Instead(ByWords(words)),)


@pytest.mark.parametrize(
    ("said", "code", "words", "also"),
    [
        ("and also call mum", "en", "call mum", True),
        ("and call mum", "en", "call mum", False),
        ("und mama auch", "de", "mama", True),
        ("und butter", "de", "butter", False),
        ("y el pan también", "es", "pan", True),
        ("y mantequilla", "es", "mantequilla", False),
    ],
)
def test_the_same_for_another_task(said: str, code: str, words: str, also: bool) -> None:
    assert plan(said, code) == (Instead(ByWords(words), undo=False, more=True, also=also),)


def test_another_task_with_a_day_keeps_its_words() -> None:
    [instead] = plan("and call mum tomorrow")
    assert (instead.target, instead.when) == (ByWords("call mum", date(2026, 11, 26)), "call mum tomorrow")
    assert not any(isinstance(step, Instead) for step in plan("i meant mum tomorrow"))


@pytest.mark.parametrize("said", ["bread too", "and paint that purple"])
def test_what_is_nothing_more_to_add(said: str) -> None:
    assert not any(isinstance(step, Instead) and step.more for step in plan(said))


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("and the dentist to monday", "en"),
        ("und zahnarzt auf montag", "de"),
        ("y el dentista para el lunes", "es"),
    ],
)
def test_another_move(said: str, code: str) -> None:
    [move] = plan(said, code)
    assert isinstance(move, UpdateTasks)
    assert move.changes.due == Due(date=date(2026, 11, 30))


@pytest.mark.parametrize(
    "said",
    [
        "i meant to call mum",
        "i mean it",
        "i meant every word that i told you about bread",
        "me too",
        "that too",
        "and bread?",
        "my sister who lives in spain likes bread too",
    ],
)
def test_what_means_no_task(said: str) -> None:
    assert not any(isinstance(step, Instead) for step in plan(said))


def test_a_day_that_is_meant_is_no_task() -> None:
    assert plan("no, i meant friday") == (Correct("friday"),)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("actually leave it where it was", "en"),
        ("put it back", "en"),
        ("on second thought, no", "en"),
        ("wait no it isn't", "en"),
        ("oh, not yet", "en"),
        ("nee doch nicht", "de"),
        ("no, espera, no la compré", "es"),
        ("doch nicht", "de"),
        ("lass es wie es war", "de"),
        ("mejor déjalo como estaba", "es"),
    ],
)
def test_back_as_it_was(said: str, code: str) -> None:
    assert plan(said, code) == (Undo(just_now=True),)


@pytest.mark.parametrize(
    "said", ["leave it", "leave it in the work project", "put it back a week", "it was there", "it isn't mine"]
)
def test_what_does_not_say_as_it_was(said: str) -> None:
    assert Undo(just_now=True) not in plan(said)


@pytest.mark.parametrize("said", ["actually no", "better not", "doch nicht"])
def test_a_second_thought_refuses(said: str) -> None:
    assert read_decision(said) is False


@pytest.mark.parametrize(
    ("said", "code", "steps"),
    [
        ("the other one can wait until friday", "en", (UpdateTasks,)),
        ("first one's done, drop the other one", "en", (CompleteTasks, DeleteTasks)),
        ("die erste ist bezahlt, die andere erst am montag", "de", (CompleteTasks, UpdateTasks)),
        ("la primera ya la pagué, la otra se puede borrar", "es", (CompleteTasks, DeleteTasks)),
    ],
)
def test_the_other_one(said: str, code: str, steps: tuple[type, ...]) -> None:
    read = plan(said, code)
    assert tuple(map(type, read)) == steps
    assert read[-1].target == Mentioned(other=True)
    assert len(read) == 1 or read[0].target == ByNumber((1,))


def test_beside_a_report_no_title_is_moved_or_deleted() -> None:
    assert not any(isinstance(step, DeleteTasks | UpdateTasks) for step in plan("rent is paid, drop bread"))


@pytest.mark.parametrize(
    ("when", "said", "meant"),
    [
        ("wednesday", "bins out every thursday", "RRULE:FREQ=WEEKLY;BYDAY=WE"),
        ("wednesday night", "bins out every thursday night", "RRULE:FREQ=WEEKLY;BYDAY=WE at 20:00"),
        ("on friday", "every other tuesday", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        # Not a weekday alone, no rule, or a rule of other days.
        ("tomorrow", "every thursday", "tomorrow"),
        ("next friday", "every thursday", "next friday"),
        ("the 5th", "every thursday", "the 5th"),
        ("8pm", "every thursday", "8pm"),
        ("wednesday", "bins out thursday", "wednesday"),
        ("wednesday", "every mon, thu", "wednesday"),
        ("wednesday", "every day", "wednesday"),
    ],
)
def test_another_day_for_a_rule(when: str, said: str, meant: str) -> None:
    assert with_rule_of(when, said, **WHEN) == meant


@pytest.mark.parametrize(("code", "said"), [("de", "jeden donnerstag"), ("es", "todos los jueves")])
@pytest.mark.parametrize(("day", "name"), [("mittwoch", "de"), ("miércoles", "es"), ("wednesday", "en")])
def test_days_of_a_rule_in_other_languages(code: str, said: str, day: str, name: str) -> None:
    expected = "RRULE:FREQ=WEEKLY;BYDAY=WE" if name in (code, "en") else day
    assert with_rule_of(day, said, **WHEN, language_code=code) == expected


@pytest.mark.parametrize(
    ("words", "title", "fits"),
    [
        ("mandar la factura", "Enviar la factura", True),
        ("brot besorgen", "Brot kaufen", True),
        ("mandar la factura", "Pagar la factura", False),
        ("brot besorgen", "Brot backen", False),
    ],
)
def test_verbs_that_say_the_same(words: str, title: str, fits: bool) -> None:
    assert bool(match_title(words, [title])) is fits
