"""Work grows with the length of a text, not with its square. Calls are counted: seconds depend on the machine."""

from collections.abc import Callable

import pytest
from language.counting import calls_of
from language.reading import NOW, PROJECTS, ZONE, ask, read
from todo.language import ProjectName, match_title, parse_quick_add
from todo.language.symbols import read_project

SIZE = 1_000
HOSTILE = [
    "a",
    " ",
    "tomorrow ",
    "tomorrow and ",
    "5pm, ",
    "mon, ",
    "next ",
    "due ",
    "on by at for ",
    "in 5 days and ",
    "jan 1 ",
    "1 ",
    "#",
    "#home ",
    "p1 ",
    '"',
    "“",
    "`",
    "(",
    ")",
    "()",
    ",",
    "today!",
    "today,",
    "@ ",
    "a@",
    "every ",
    "remind me to ",
    "add x to my list ",
    "is x on my list ",
    "please ",
    "hey, ",
    "\n;",
    "🎂",
    "é",
    "\ud800",
    "\x00",
]


def repeated(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("work", [read, ask], ids=["quick add", "command"])
def test_four_times_the_text_is_four_times_the_calls(work: Callable[[str], object], piece: str) -> None:
    short, long = calls_of(work, repeated(piece, SIZE)), calls_of(work, repeated(piece, 4 * SIZE))
    assert long <= 4.5 * short + 500


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_text_takes_few_calls_a_character(piece: str) -> None:
    assert calls_of(read, repeated(piece, 2 * SIZE)) < 60 * 2 * SIZE


def test_many_projects_cost_a_look_up_each_length_not_each_name() -> None:
    text = repeated("#project ", SIZE)
    few = [ProjectName(str(number), f"Project number {number % 10}") for number in range(10)]
    many = few * 100

    def work(projects: list[ProjectName]) -> int:
        return calls_of(lambda line: read_project(line, projects), text)

    assert work(many) < 2 * work(few) + 100 * len(many)


def test_many_titles_are_matched_in_proportion() -> None:
    titles = [f"Water plant number {number}" for number in range(400)]
    few = calls_of(lambda words: match_title(words, titles[:100]), "watering plants")
    many = calls_of(lambda words: match_title(words, titles), "watering plants")
    assert many <= 4.5 * few


def test_ten_thousand_characters_are_read_to_the_end() -> None:
    task = read("word " * 1_990 + "tomorrow p1 #home")
    assert (task.priority, task.project_id, task.due is not None) == (1, "home", True)
    assert len(task.title) == 5 * 1_990 - 1


def test_reading_twice_says_the_same() -> None:
    line = "Pay rent tomorrow at 5pm p1 #home"
    assert read(line) == read(line)
    reordered = parse_quick_add(line, now=NOW, time_zone=ZONE, projects=PROJECTS[::-1])
    assert reordered == read(line)
