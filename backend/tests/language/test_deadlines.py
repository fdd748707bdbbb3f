"""A deadline said with the word for it: only a day right after it, and never what belongs to a verb."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language.reading import read, say_due
from todo.language.quick_add import ALL_KINDS


@pytest.mark.parametrize(
    ("text", "language", "title", "deadline"),
    [
        ("finish slides deadline 15 december", "en", "finish slides", date(2026, 12, 15)),
        ("finish slides, deadline is friday", "en", "finish slides", date(2026, 11, 27)),
        ("Deadline: friday, send report", "en", "send report", date(2026, 11, 27)),
        ("Steuer Frist bis 31.1.", "de", "Steuer", date(2027, 1, 31)),
        ("informe fecha límite el 15 de enero", "es", "informe", date(2027, 1, 15)),
    ],
)
def test_a_day_after_the_word_is_the_deadline(text: str, language: str, title: str, deadline: date) -> None:
    task = read(text, language_code=language)
    assert (task.title, task.due, task.deadline) == (title, None, deadline)
    assert [span.kind for span in task.spans] == ["deadline"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("extend the deadline friday", "en"),
        ("meet deadline friday", "en"),
        ("report deadline friday 5pm", "en"),
        ("slides deadline every friday", "en"),
        ("deadline friday the report", "en"),
        ("missed deadline yesterday", "en"),
        ("die Frist Freitag verlängern", "de"),
        ("ampliar fecha límite el viernes", "es"),
    ],
)
def test_what_is_no_deadline_is_when_the_task_is_due(text: str, language: str) -> None:
    task = read(text, language_code=language)
    assert task.deadline is None
    assert task.due is not None


@pytest.mark.parametrize("text", ["talk about deadline", "deadline", "deadline the report", "the deadline"])
def test_the_word_alone_is_a_title(text: str) -> None:
    task = read(text)
    assert (task.title, task.spans) == (text, ())


def test_braces_go_first() -> None:
    task = read("report {dec 1} deadline dec 3")
    assert (task.deadline, say_due(task.due)) == (date(2026, 12, 1), "2026-12-03")


def test_who_can_store_none_reads_a_due_date() -> None:
    task = read("slides deadline 15 december", kinds=ALL_KINDS - {"deadline"})
    assert (task.deadline, say_due(task.due)) == (None, "2026-12-15")


@given(st.dates(date(2026, 11, 25), date(2027, 11, 23)))
def test_every_day_is_the_same_with_and_without_braces(day: date) -> None:
    said = f"{day.day} {day:%B}".lower()
    assert read(f"slides deadline {said}").deadline == read(f"slides {{{said}}}").deadline == day
