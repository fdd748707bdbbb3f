"""What is told in passing: what is done counts, what is not and what is only said by the way is left out."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language import ByNumber, ByWords, CompleteTasks, FindTasks, Mentioned, OutOfScope, Unknown, UpdateTasks
from todo.language.conversation import Correct, Instead
from todo.language.conversation.reading import read_plan
from todo.language.conversation.rephrasing import rephrased
from todo.language.conversation.told import told_apart
from todo.language.symbols import ProjectName

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
PROJECTS = {"en": ["Groceries", "Work"], "de": ["Einkauf", "Arbeit"], "es": ["Compras", "Trabajo"]}
COMMA, NOT = re.compile(r"\s*,\s*"), re.compile(r".* not")


def plan(said: str, code: str = "en") -> tuple[Any, ...]:
    projects = [ProjectName(name, name) for name in PROJECTS[code]]
    return read_plan(said, now=NOW, time_zone="Europe/Berlin", projects=projects, language_code=code)


def completed(said: str, code: str = "en") -> list[str]:
    steps = plan(said, code)
    assert all(isinstance(step, CompleteTasks) and isinstance(step.target, ByWords) for step in steps), steps
    return [step.target.words for step in steps]


class TestToldApart:
    def test_what_is_left_out_counts_as_a_part(self) -> None:
        assert told_apart("a, b not, c", COMMA, NOT) == (["a", "c"], 3)

    def test_one_part_is_all(self) -> None:
        assert told_apart("a", COMMA, NOT) == (["a"], 1)

    @given(st.lists(st.from_regex(r"[a-z]{1,8}( not)?", fullmatch=True), min_size=1, max_size=8))
    def test_nothing_is_lost_and_the_order_holds(self, parts: list[str]) -> None:
        done, count = told_apart(", ".join(parts), COMMA, NOT)
        assert list(done) == [part for part in parts if not part.endswith(" not")]
        assert count == len(parts)


@pytest.mark.parametrize(
    ("code", "said", "words"),
    [
        ("en", "mum rang, and the rents been paid", ["pay the rent"]),
        ("en", "dad called and the milk is bought", ["buy the milk"]),
        ("en", "got the bread, milk was sold out", ["buy the bread"]),
        ("en", "paid rent, bread's still to do", ["pay rent"]),
        ("en", "sent the invoice this morning, still need to do the report", ["send the invoice"]),
        ("en", "done with the report, not the invoice", ["report"]),
        ("en", "paid the rent last night", ["pay the rent"]),
        ("de", "miete ist bezahlt, mama hat angerufen", ["miete"]),
        ("de", "brot gekauft, milch war ausverkauft", ["brot kaufen"]),
        ("es", "he comprado el pan, la leche estaba agotada", ["comprar pan"]),
        ("es", "compré la leche pero el pan no", ["comprar leche"]),
        ("de", "milch gekauft aber brot nicht", ["milch kaufen"]),
        ("en", "bought the milk but not the bread", ["buy the milk"]),
    ],
)
def test_only_what_is_done_is_completed(code: str, said: str, words: list[str]) -> None:
    assert completed(said, code) == words


@pytest.mark.parametrize(
    "said",
    [
        *("mum rang", "mum called and dad visited", "if mum called, the rent was paid", "milk was sold out"),
        *("nothing was bought, milk was sold out", "the rent was not paid and mum rang", "mum rang, is the rent paid?"),
        *("tea is better", "has mum called, and is the rent paid"),
    ],
)
def test_what_tells_of_nothing_done_does_nothing(said: str) -> None:
    assert all(isinstance(step, Unknown | OutOfScope | FindTasks) for step in plan(said)), plan(said)


@pytest.mark.parametrize(
    ("said", "plainer"),
    [
        ("what's the plan for friday then", "what is due friday"),
        ("so whats my schedule on monday?", "what is due monday?"),
        ("actually 7 is better", "no, at 7"),
        ("sunday works better for me", "no, sunday"),
        ("do the second one tomorrow instead", "move the second one to tomorrow"),
        ("let's do it on friday", "move it to friday"),
    ],
)
def test_plainer_words(said: str, plainer: str) -> None:
    assert rephrased(said) == plainer


@pytest.mark.parametrize(
    "said", ["buy milk", "do laundry tomorrow", "plan for friday", "is 7 better?", "better call dad"]
)
def test_what_is_plain_stays(said: str) -> None:
    assert rephrased(said) == said


@given(st.text(max_size=60))
def test_any_text_can_be_rephrased(said: str) -> None:
    assert isinstance(rephrased(said), str)


class TestSteps:
    def test_a_day_is_asked_for(self) -> None:
        day = date(2026, 11, 27)
        assert plan("whats the plan for friday then") == (FindTasks(due_from=day, due_until=day),)

    def test_a_pronoun_is_no_second_title(self) -> None:
        first, second = plan("bump the report up to p1 and shift it to tomorrow morning")
        assert (first.target, first.changes.priority) == (ByWords("report"), 1)
        assert (second.target, second.changes.when) == (Mentioned(), "tomorrow morning")

    @pytest.mark.parametrize(
        ("said", "text"),
        [
            ("add new tyres to work, p2, next friday", "new tyres #Work p2, next friday"),
            ("add stamps to groceries, tomorrow", "stamps #Groceries tomorrow"),
            ("add go to work, call mum", "go to work, call mum"),
        ],
    )
    def test_what_follows_the_project_must_all_be_read(self, said: str, text: str) -> None:
        (step,) = plan(said)
        assert step.texts == (text,)

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("de", "was ist diese woche noch offen"),
            ("de", "was liegt diese woche an"),
            ("es", "qué tengo esta semana"),
            ("en", "what's the plan for this week"),
        ],
    )
    def test_a_week(self, code: str, said: str) -> None:
        (step,) = plan(said, code)
        assert isinstance(step, FindTasks)
        assert step.due_until == date(2026, 11, 29)

    def test_both_were_bought(self) -> None:
        assert plan("bought both") == (CompleteTasks(Mentioned(several=True)),)

    def test_whether_a_task_is_late_is_looked_up(self) -> None:
        assert plan("is the rent late?") == (FindTasks(text="rent"),)

    @pytest.mark.parametrize("said", ["is anything late?", "are they overdue?"])
    def test_whether_any_is_late_is_another_question(self, said: str) -> None:
        assert not any(isinstance(step, FindTasks) and step.text for step in plan(said))

    def test_a_number_with_its_ending_may_be_a_day(self) -> None:
        assert plan("nope the 13th") == (Instead(ByNumber((13,)), undo=True, when="the 13th"),)
        assert plan("no, the second one") == (Instead(ByNumber((2,)), undo=True),)

    @pytest.mark.parametrize(
        ("code", "said", "when"),
        [
            ("de", "und zwar um drei", "um drei"),
            ("es", "perdona, el sábado", "sábado"),
            ("es", "y a las 22h", "a las 22h"),
            ("en", "actually 7 is better", "at 7"),
        ],
    )
    def test_second_thoughts(self, code: str, said: str, when: str) -> None:
        assert plan(said, code) == (Correct(when),)

    def test_one_is_done_and_another_moved(self) -> None:
        done, moved = plan("die erste ist bezahlt, die zweite auf freitag", "de")
        assert done == CompleteTasks(ByNumber((1,)))
        assert isinstance(moved, UpdateTasks)
        assert (moved.target, moved.changes.when) == (ByNumber((2,)), "freitag")

    @pytest.mark.parametrize(
        ("code", "said", "words", "when"),
        [
            ("de", "zahnarzt bitte auf nächsten dienstag um halb elf", "zahnarzt", "nächsten dienstag um halb elf"),
            ("es", "pasa el dentista al lunes q viene a las 10", "dentista", "lunes q viene a las 10"),
            ("en", "dentist moved to 2pm", "dentist", "2pm"),
            ("en", "the dentist got pushed back to friday", "dentist", "friday"),
            ("de", "zahnarzt wurde auf montag verlegt", "zahnarzt", "montag"),
            ("es", "el dentista se ha movido al lunes", "dentista", "lunes"),
        ],
    )
    def test_a_move_with_a_time(self, code: str, said: str, words: str, when: str) -> None:
        (step,) = plan(said, code)
        assert (step.target, step.changes.when) == (ByWords(words), when)

    @pytest.mark.parametrize(
        "said", ["i moved to berlin", "we moved to friday", "was it moved to friday", "mum moved to york"]
    )
    def test_who_moved_house_moves_no_task(self, said: str) -> None:
        assert not any(isinstance(step, UpdateTasks) for step in plan(said))

    @pytest.mark.parametrize("said", ["ich komme eine stunde später", "ich freue mich auf freitag um acht"])
    def test_who_speaks_of_themselves_moves_no_task(self, said: str) -> None:
        assert not any(isinstance(step, UpdateTasks) for step in plan(said, "de"))

    @pytest.mark.parametrize(
        ("code", "said", "project"),
        [
            ("de", "wie viele aufgaben hab ich noch in arbeit", "Arbeit"),
            ("es", "cuantas cosas tengo en compras", "Compras"),
            ("en", "how many tasks do i have in work", "Work"),
        ],
    )
    def test_how_many_are_in_a_project(self, code: str, said: str, project: str) -> None:
        (step,) = plan(said, code)
        assert step.project_id == project

    @pytest.mark.parametrize(
        ("code", "said", "level"),
        [
            ("de", "setz die priorität von papa anrufen auf 1", 1),
            ("es", "sube la prioridad de llamar a papá a 1", 1),
            ("es", "baja la prioridad del informe a p3", 3),
        ],
    )
    def test_a_priority(self, code: str, said: str, level: int) -> None:
        (step,) = plan(said, code)
        assert isinstance(step, UpdateTasks)
        assert step.changes.priority == level
