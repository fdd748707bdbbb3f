"""Several tasks of a list in one sentence, each with a day; what was not meant for one of them; when that is now."""

from datetime import UTC, datetime
from typing import Any

import pytest
from todo.language import (
    AddTasks,
    ByNumber,
    ByWords,
    CompleteTasks,
    Mentioned,
    OutOfScope,
    ProjectName,
    Unknown,
    UpdateTasks,
    near_match,
)
from todo.language.conversation import HalfUnderstood, LeaveOut, Request, ShowMentioned, read_plan
from todo.language.conversation.foreign import in_english

# Wednesday, half past ten in Berlin.
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
PROJECTS = (ProjectName("1", "Work"), ProjectName("2", "Arbeit"), ProjectName("3", "Trabajo"))


def plan(said: str, language: str = "en") -> tuple[Request, ...]:
    return read_plan(said, now=NOW, time_zone="Europe/Berlin", language_code=language, projects=PROJECTS)


def moves(said: str, language: str = "en") -> list[tuple[Any, str | None]]:
    """The targets and the days of the moves that a sentence asks for."""
    return [(step.target, step.changes.when) for step in plan(said, language) if isinstance(step, UpdateTasks)]


FIRST, SECOND = ByNumber((1,)), ByNumber((2,))


class TestPairs:
    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ("do the first one tomorrow and the second on friday", [(FIRST, "tomorrow"), (SECOND, "friday")]),
            ("the first one today, the other one on monday", [(FIRST, "today"), (Mentioned(other=True), "monday")]),
            ("put 1 on friday and 2 on monday", [(FIRST, "friday"), (SECOND, "monday")]),
            (
                "the first and the third tomorrow and the second on friday",
                [(ByNumber((1, 3)), "tomorrow"), (SECOND, "friday")],
            ),
            ("the first one at 6 please", [(FIRST, "at 6")]),
            (
                "push it to thursday and the report to sunday",
                [(Mentioned(), "thursday"), (ByWords("report"), "sunday")],
            ),
        ],
    )
    def test_each_place_has_its_day(self, said: str, expected: list[tuple[Any, str]]) -> None:
        assert moves(said) == expected

    @pytest.mark.parametrize(
        ("said", "language", "days"),
        [
            ("mach das erste morgen und das zweite am freitag", "de", ["morgen", "am freitag"]),
            ("die erste morgen und verschieb die zweite auf montag bitte", "de", ["morgen", "montag"]),
            ("la primera para mañana y la segunda para el viernes", "es", ["mañana", "viernes"]),
            ("pon la primera mañana y la segunda pasala al sabado", "es", ["mañana", "sabado"]),
        ],
    )
    def test_in_german_and_spanish(self, said: str, language: str, days: list[str]) -> None:
        assert moves(said, language) == [(FIRST, days[0]), (SECOND, days[1])]

    def test_what_is_told_of_one_stands_beside_a_day_for_the_other(self) -> None:
        done, moved = plan("das erste hab ich, das zweite verschieb auf samstag", "de")
        assert isinstance(done, CompleteTasks)
        assert done.target == FIRST
        assert isinstance(moved, UpdateTasks)
        assert moved.target == SECOND

    @pytest.mark.parametrize(
        ("said", "language", "text"),
        [
            ("do the first one tomorrow and the second when pigs fly", "en", "when pigs fly"),
            ("the second one whenever and the first one tomorrow", "en", "whenever"),
            ("mach das erste morgen und das zweite wenn ostern ist", "de", "wenn ostern ist"),
            ("la primera para mañana y la segunda cuando llueva", "es", "cuando llueva"),
        ],
    )
    def test_nothing_is_done_where_one_half_is_not_understood(self, said: str, language: str, text: str) -> None:
        assert plan(said, language) == (HalfUnderstood(text),)

    @pytest.mark.parametrize(
        ("said", "language"),
        [
            ("should i do the first one tomorrow and the second on friday?", "en"),
            ("the first friday and the second monday", "en"),
            ("first thing tomorrow and last thing on friday", "en"),
            ("on the 3rd at 5 and the 4th at 6", "en"),
            ("soll ich das erste morgen und das zweite am freitag machen?", "de"),
            ("¿la primera es mañana y la segunda el viernes?", "es"),
        ],
    )
    def test_neighbours_move_nothing(self, said: str, language: str) -> None:
        assert moves(said, language) == []


class TestLeftOut:
    @pytest.mark.parametrize(
        ("said", "language", "expected"),
        [
            ("except the rent", "en", LeaveOut("rent")),
            ("except the rent that one today", "en", LeaveOut("rent", when="today")),
            ("oh wait i still need the bread, undo that one", "en", LeaveOut("bread", undone=True)),
            ("oops the invoice didnt go out yet", "en", LeaveOut("invoice", undone=True)),
            ("sorry I haven't paid the rent after all", "en", LeaveOut("rent", undone=True)),
            ("brot doch nicht, mach das wieder auf", "de", LeaveOut("brot")),
            ("außer die miete die muss heute noch", "de", LeaveOut("miete", when="heute")),
            ("rechnung ist doch noch nicht raus", "de", LeaveOut("rechnung", undone=True)),
            ("el pan no, desmarcalo", "es", LeaveOut("pan")),
            ("menos el alquiler ese hoy", "es", LeaveOut("alquiler", when="hoy")),
            ("perdon la factura todavia no la envie", "es", LeaveOut("factura", undone=True)),
        ],
    )
    def test_what_was_not_meant_for_one(self, said: str, language: str, expected: LeaveOut) -> None:
        assert plan(said, language) == (expected,)

    @pytest.mark.parametrize(
        "said", ["not done", "not now", "not really", "except that", "did the invoice not go out?"]
    )
    def test_neighbours_name_no_task(self, said: str) -> None:
        assert not isinstance(plan(said)[0], LeaveOut)


class TestWhenThatIs:
    @pytest.mark.parametrize(
        ("said", "language"),
        [
            ("when is that now?", "en"),
            ("what day is it due again", "en"),
            ("wann ist das jetzt", "de"),
            ("und wann ist das nochmal", "de"),
            ("y ahora para cuando quedo", "es"),
            ("cuándo es eso", "es"),
        ],
    )
    def test_shows_what_was_spoken_of(self, said: str, language: str) -> None:
        assert plan(said, language) == (ShowMentioned(Mentioned(several=True)),)

    def test_shows_a_place(self) -> None:
        assert plan("when is the second one now?") == plan("wann ist die zweite dran", "de") == (ShowMentioned(SECOND),)

    @pytest.mark.parametrize(
        ("said", "language"), [("what time is it now?", "en"), ("wann ist das endlich vorbei", "de")]
    )
    def test_neighbours_ask_something_else(self, said: str, language: str) -> None:
        assert not isinstance(plan(said, language)[0], ShowMentioned)

    def test_a_question_goes_on_and_is_asked_again(self) -> None:
        assert in_english("und wann ist der Zahnarzt nochmal", "de") == "when is my Zahnarzt?"
        assert in_english("y que tengo el lunes entonces", "es") == "what is due monday?"


class TestGroups:
    @pytest.mark.parametrize(
        ("said", "language", "project"),
        [
            ("all work stuff to monday", "en", "1"),
            ("alles von der arbeit auf montag", "de", "2"),
            ("todo lo del trabajo al lunes", "es", "3"),
        ],
    )
    def test_all_of_a_project_is_moved_without_a_verb(self, said: str, language: str, project: str) -> None:
        [(target, _)] = moves(said, language)
        assert target.query.project_id == project

    @pytest.mark.parametrize(
        ("said", "language"),
        [("everything to monday", "en"), ("all good stuff to monday", "en"), ("todo lo bueno para el viernes", "es")],
    )
    def test_neighbours_move_nothing(self, said: str, language: str) -> None:
        assert moves(said, language) == []
        assert isinstance(plan(said, language)[0], Unknown | OutOfScope)


class TestTwoReminders:
    @pytest.mark.parametrize(
        ("said", "language", "expected"),
        [
            (
                "remind me to pay the gas tomorrow at 5 and to book a blood test next monday",
                "en",
                ["pay the gas tomorrow at 5", "book a blood test next monday"],
            ),
            (
                "remind me to pay the gas tomorrow and on friday to book a blood test",
                "en",
                ["pay the gas tomorrow", "book a blood test on friday"],
            ),
            (
                "erinner mich morgen um 10 an die krankenkasse und am freitag an die rechnung",
                "de",
                ["die krankenkasse morgen um 10", "die rechnung am freitag"],
            ),
            (
                "recuerdame mañana pedir cita y el viernes pagar la luz",
                "es",
                ["pedir cita mañana", "pagar la luz el viernes"],
            ),
        ],
    )
    def test_each_has_its_own_day(self, said: str, language: str, expected: list[str]) -> None:
        added = [text for step in plan(said, language) if isinstance(step, AddTasks) for text in step.texts]
        assert added == expected

    @pytest.mark.parametrize(
        ("said", "language"),
        [
            ("remind me to call mum tomorrow and to be kind", "en"),
            ("erinner mich morgen an mama und papa", "de"),
            ("recuerdame mañana comprar flores y vino", "es"),
        ],
    )
    def test_neighbours_are_one_task(self, said: str, language: str) -> None:
        [step] = plan(said, language)
        assert isinstance(step, AddTasks)
        assert len(step.texts) == 1


def test_a_long_word_finds_the_compound_that_it_ends() -> None:
    assert near_match("Bericht", ["Quartalsbericht fertig machen", "Milch kaufen"])
    assert near_match("Miete", ["Untermiete zahlen"]) is None
