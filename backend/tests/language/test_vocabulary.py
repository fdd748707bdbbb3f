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


# --- Words


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
