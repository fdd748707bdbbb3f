"""Every filter in docs/FILTERS.md is read as the document says, and the API takes it."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support import Person, assert_problem
from todo.language.filters import FilterError, parse_filter, print_filter
from todo.language.filters.errors import MESSAGES
from todo.language.filters.terms import _FACTS, _FIELDS, _PRIORITIES

DOCUMENT = (Path(__file__).parents[2] / "docs" / "FILTERS.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<filters>`.+?`) \|(?P<rest>.*)\|$", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
ROWS = [(match["filters"], match["rest"].strip()) for match in ROW.finditer(DOCUMENT)]
PLACES = {cell: rest for cell, rest in ROWS if re.match(r"\d+ to \d+", rest)}
NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


def _filters(cell: str) -> list[str]:
    return [code.replace("\\|", "|") for code in CODE.findall(cell)]


EXAMPLES = [text for cell, _ in ROWS if cell not in PLACES for text in _filters(cell)]
# Other ways to say the same, in the second column: "also `over due`, `od`".
OTHERS = [
    text for _, rest in ROWS for also in re.findall(r"also ((?:`[^`]+`(?:, )?)+)", rest) for text in _filters(also)
]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 50
    assert len(OTHERS) > 5
    assert len(PLACES) >= 5


@pytest.mark.parametrize("text", EXAMPLES)
def test_is_read_and_printed(text: str) -> None:
    tree = parse_filter(text, now=NOW, time_zone="UTC")
    assert parse_filter(print_filter(tree), now=NOW, time_zone="UTC") == tree


@pytest.mark.parametrize("text", OTHERS)
def test_other_ways_to_say_it(text: str) -> None:
    # A word for a date, such as "added", is followed by one.
    assert parse_filter(f"{text}: today" if text in _FIELDS and text not in _FACTS else text, now=NOW, time_zone="UTC")


@pytest.mark.parametrize("cell", PLACES)
def test_errors_are_where_it_says(cell: str) -> None:
    [text], place = _filters(cell), PLACES[cell]
    start, end = map(int, re.findall(r"\d+", place)[:2])
    with pytest.raises(FilterError) as caught:
        parse_filter(text, now=NOW, time_zone="UTC")
    assert (caught.value.start, caught.value.end) == (start, end)
    assert [caught.value.suggestion or ""] == (_filters(place) or [""])


def test_the_reasons_are_those_that_it_names() -> None:
    named = DOCUMENT.partition("`reason` says")[2].partition("## Grammar")[0]
    assert set(MESSAGES) == set(re.findall(r"`([a-z-]+)`", named)) - {"values"}


async def test_the_api_takes_all_of_them(owner: Person) -> None:
    await owner.add("something")
    for text in EXAMPLES:
        response = await owner.client.get("/api/tasks", params={"filter": text})
        assert response.status_code == 200, (text, response.text)
    for cell in PLACES:
        response = await owner.client.get("/api/tasks", params={"filter": _filters(cell)[0]})
        assert_problem(response, 422, "invalid-filter")


def test_no_word_of_the_language_is_left_out() -> None:
    for word in (*_FACTS, *_PRIORITIES, *_FIELDS):
        assert word.removeprefix("view ").removesuffix("s") in DOCUMENT, word
