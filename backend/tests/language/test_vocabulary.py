"""The package as a whole: its words are usable, it stays pure, and what it offers is named once."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from language.reading import CLOCK, NOW
from todo import language
from todo.language.commands.plain_words import is_plain
from todo.language.english import ENGLISH
from todo.language.labels import day_label, moment_label, time_label
from todo.language.vocabulary import one_of, phrase_pattern, word_set

PACKAGE = Path(language.__file__).parent
WORD_TABLES = [
    ENGLISH.weekdays,
    ENGLISH.months,
    ENGLISH.numbers,
    ENGLISH.units,
    ENGLISH.short_units,
    ENGLISH.relative_days,
    ENGLISH.parts_of_day,
    ENGLISH.named_times,
    ENGLISH.names,
    ENGLISH.measures,
    ENGLISH.blockers,
    ENGLISH.continuations,
    ENGLISH.list_words,
]


# --- Words


@pytest.mark.parametrize("table", WORD_TABLES)
def test_words_are_lower_case_with_single_spaces(table: object) -> None:
    for word in table:  # type: ignore[attr-defined]
        assert word == " ".join(word.lower().split())


def test_every_weekday_and_month_has_a_word_and_a_name() -> None:
    assert set(ENGLISH.weekdays.values()) == set(range(7))
    assert set(ENGLISH.months.values()) == set(range(1, 13))
    assert (len(ENGLISH.weekday_names), len(ENGLISH.month_names)) == (7, 12)


def test_words_that_stand_for_others_exist() -> None:
    assert set(ENGLISH.weekdays) >= ENGLISH.weak_weekdays
    assert set(ENGLISH.relative_days) >= ENGLISH.tonight
    assert set(ENGLISH.parts_of_day.values()) == set(ENGLISH.part_minutes)


@pytest.mark.parametrize(
    ("words", "text", "matches"),
    [
        (["day", "day after tomorrow"], "day after  tomorrow", "day after  tomorrow"),
        (["mon", "monday"], "monday", "monday"),
        (["a.m"], "a.m", "a.m"),
        (["a.m"], "axm", None),
        (["Today"], "tODAY", "tODAY"),
        (["today"], "(today)", "today"),
        (["today"], "todays", None),
        (["today"], "today's", None),
        (["today"], "x-today", None),
        (["today"], "today.md", None),
        (["today"], "today...", "today"),
    ],
)
def test_a_phrase_stands_by_itself(words: list[str], text: str, matches: str | None) -> None:
    match = phrase_pattern(one_of(words)).search(text)
    assert (match[0] if match else None) == matches


def test_word_set_joins_lines() -> None:
    assert word_set("a b", " c ") == {"a", "b", "c"}


@pytest.mark.parametrize(("words", "plain"), [("what tasks do i have", True), ("", True), ("what movies", False)])
def test_plain_words(words: str, plain: bool) -> None:
    assert is_plain(words) is plain


def test_labels() -> None:
    assert day_label(NOW.date(), CLOCK, ENGLISH) == "Today"
    assert day_label(NOW.date().replace(day=24), CLOCK, ENGLISH) == "Tue 24 Nov"
    assert day_label(NOW.date().replace(year=2027), CLOCK, ENGLISH) == "Thu 25 Nov 2027"
    assert moment_label(NOW, CLOCK, ENGLISH) == "Today 10:00"
    assert time_label(NOW) == "10:00"


# --- The package


def imports() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path.name, name.name) for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield path.name, node.module or "."


def test_the_package_imports_only_itself_and_the_standard_library() -> None:
    foreign = [
        (file, module)
        for file, module in imports()
        if not module.startswith("todo.language") and module.split(".")[0] not in sys.stdlib_module_names
    ]
    assert foreign == []


def test_the_package_does_no_input_or_output() -> None:
    forbidden = {"asyncio", "io", "logging", "os", "pathlib", "random", "socket", "subprocess", "time", "urllib"}
    assert [pair for pair in imports() if pair[1].split(".")[0] in forbidden] == []
    calls = [
        node.func.id
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    assert not {"open", "print", "input", "eval", "exec"} & set(calls)


def test_what_is_offered_exists_and_is_sorted() -> None:
    assert language.__all__ == sorted(language.__all__, key=lambda name: (name.islower(), name))
    assert all(hasattr(language, name) for name in language.__all__)
