"""What people tell to have done, or not to have done: read only where it names a task, never from a question."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language import ByNumber, ByWords, Command, CompleteTasks, Mentioned, OutOfScope, ReopenTasks, Unknown
from todo.language.clock import Clock
from todo.language.commands.context import Context
from todo.language.conversation import Summarize, read_plan
from todo.language.conversation.reports import read_is_done, read_report, read_title_report

NOW, ZONE = datetime(2026, 11, 25, 9, 30, tzinfo=UTC), "Europe/Berlin"
CONTEXT = Context(Clock.at(NOW, ZONE))


def done(words: str) -> CompleteTasks:
    return CompleteTasks(ByWords(words))


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("laundry has been finished", done("laundry")),
        ("the dishes are now all done", done("dishes")),
        ("call mum done", done("call mum")),
        ("call mum is already done", done("call mum")),
        ("first one is done", CompleteTasks(ByNumber((1,)))),
        ("2nd one done", CompleteTasks(ByNumber((2,)))),
        ("1 and 3 are done", CompleteTasks(ByNumber((1, 3)))),
        ("delete the backups is done", done("delete the backups")),
        ("bread isn't done", ReopenTasks(ByWords("bread"))),
        ("bread isnt done yet", ReopenTasks(ByWords("bread"))),
        ("the report is not finished after all", ReopenTasks(ByWords("report"))),
        ("the third one is not done", ReopenTasks(ByNumber((3,)))),
        ("everything is done", None),
        ("nothing is done", None),
        ("well done", None),
        ("almost done", None),
        ("get the laundry done", None),
        ("i want it done", None),
        ("when is it done", None),
        ("the dishes are dirty", None),
        ("x" * 100 + " done", None),
        ("done", None),
        ("", None),
    ],
)
def test_is_done(line: str, command: Command | None) -> None:
    assert read_is_done(line, CONTEXT) == command


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("rent paid", done("pay rent")),
        ("the rent is paid", done("pay the rent")),
        ("rent already paid", done("pay rent")),
        ("milk n bread bought", done("buy milk n bread")),
        ("the letter has been written", done("write the letter")),
        ("paid the rent", done("pay the rent")),
        ("i've paid the rent", done("pay the rent")),
        ("i just called dad", done("called dad")),
        ("i did the report", done("report")),
        ("i have done my homework", done("homework")),
        ("i did it", CompleteTasks(Mentioned())),
        ("i did nothing", None),
        ("who paid", None),
        ("is the rent paid", None),
        ("to be paid", None),
        ("unpaid", None),
        ("paid", None),
        ("", None),
    ],
)
def test_reports(line: str, command: Command | None) -> None:
    assert read_report(line, CONTEXT) == command


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("delete all tasks is done", "delete all tasks"),
        ("undo everything has been finished", "undo everything"),
        ("move the couch is now done", "move the couch"),
    ],
)
def test_a_title_that_is_an_order_is_not_obeyed(line: str, words: str) -> None:
    assert read_title_report(line) == done(words)


@pytest.mark.parametrize(
    "line", ["delete all tasks", "delete what is done", "delete everything that is done", "done", ""]
)
def test_orders_stay_orders(line: str) -> None:
    found = read_title_report(line)
    assert found is None or not line.endswith("tasks")


@pytest.mark.parametrize(
    "said",
    ["rent paid?", "call mum done?", "is the rent paid?", "delete all tasks is done?", "milk bought?", "not done"],
)
def test_a_question_completes_nothing(said: str) -> None:
    [step] = read_plan(said, now=NOW, time_zone=ZONE)
    assert isinstance(step, Unknown | OutOfScope)
    assert step.text == said


@pytest.mark.parametrize(
    ("said", "steps"),
    [
        ("call mum is done, what's next?", (done("call mum"), Summarize(7))),
        ("call mum done, whats next", (done("call mum"), Summarize(7))),
        ("i did the report. also finished chapter five", (done("report"), done("chapter five"))),
        ("oh no bread isnt done", (ReopenTasks(ByWords("bread")),)),
        ("ive paid the rent", (done("pay the rent"),)),
    ],
)
def test_in_a_conversation(said: str, steps: tuple[Command, ...]) -> None:
    assert read_plan(said, now=NOW, time_zone=ZONE) == steps


@given(st.text(alphabet="abdeno isntpaid'", max_size=40))
def test_a_report_names_a_task(line: str) -> None:
    for found in (read_is_done(line, CONTEXT), read_report(line, CONTEXT)):
        assert found is None or isinstance(found, CompleteTasks | ReopenTasks)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("the invoice went out", "send the invoice"),
        ("the letters have already gone out", "send the letters"),
        ("i got milk and bread already", "buy milk and bread"),
        ("i already have stamps", "buy stamps"),
        ("i have stamps already", "buy stamps"),
        ("rent's paid", "pay rent"),
        ("invoice sent too", "send invoice"),
    ],
)
def test_what_went_out_was_sent_and_what_is_there_was_bought(line: str, words: str) -> None:
    assert read_report(line, CONTEXT) == done(words)


@pytest.mark.parametrize("line", ["got it", "got to go", "i got a question", "i got that", "going out", "i have milk"])
def test_what_reports_nothing(line: str) -> None:
    assert read_report(line, CONTEXT) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("rent's paid, invoice went out too", ["pay rent", "send invoice"]),
        ("i paid the rent and called dad", ["pay the rent", "called dad"]),
        ("sent the invoice, but not the letter", ["send the invoice"]),
        ("sent the invoice, dad not yet", ["send the invoice"]),
    ],
)
def test_several_reports_in_one_breath(said: str, words: list[str]) -> None:
    steps = read_plan(said, now=NOW, time_zone=ZONE)
    assert all(isinstance(step, CompleteTasks) for step in steps)
    assert [" ".join(step.target.words.split()) for step in steps] == words  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "said", ["i washed and dried the dishes", "bread and butter bought", "not the rent, not the invoice"]
)
def test_one_report_is_not_parted(said: str) -> None:
    assert len(read_plan(said, now=NOW, time_zone=ZONE)) == 1
