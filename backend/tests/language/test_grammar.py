"""Words as tokens, templates as patterns over them, and data files that describe a language."""

from importlib import resources

import pytest
from language.reading import NOW, read
from todo.language import parse_quick_add
from todo.language.grammar import LanguageError, language, language_codes, read_language
from todo.language.lexicon import Tokens
from todo.language.templates import TemplateError, compile_template

ENGLISH = language("en")


def tokens(text: str) -> list[str]:
    found = ENGLISH.lexicon.read(text)
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def meant(text: str, name: str) -> list[object]:
    return [values[name] for values in ENGLISH.lexicon.read(text).values if name in values]


# --- Tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call ana at 5pm", ["call", "ana", "at", "5", "pm"]),
        ("day after tomorrow", ["day after tomorrow"]),
        ("twenty five days", ["twenty five", "days"]),
        ("twenty-fifth", ["twenty-fifth"]),
        ("1h30m", ["1", "h", "30", "m"]),
        ("2-4pm", ["2", "-", "4", "pm"]),
        ("2026-12-01T09:00", ["2026-12-01T09:00"]),
        ("31/12/2026 31/12", ["31/12/2026", "31/12"]),
        ("today's", ["today's"]),
        ("5 p.m.", ["5", "p.m."]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        ("twenty five", "number", [25]),
        ("thirty first", "ordinal", [31]),
        ("3rd", "ordinal", [3]),
        ("17:05", "clock", [(17, 5, False)]),
        ("25:99", "clock", []),
        ("2027", "year", [2027]),
        ("3000", "year", []),
        ("3/4", "fraction", [0.75]),
        ("31/12", "slash", [(31, 12)]),
        ("45min", "unit", ["minute"]),
        ("5m", "unit", ["minute"]),
        ("m", "unit", []),
        ("mp3", "number", []),
        ("Feb13", "day", [13]),
    ],
)
def test_what_a_token_may_be(text: str, name: str, values: list[object]) -> None:
    assert meant(text, name) == values


def test_ordinary_words_all_have_one_sign() -> None:
    assert ENGLISH.lexicon.read("roses bloom quietly").signs == "xxx"


# --- Templates


def first_match(template: str, text: str) -> str | None:
    compiled = compile_template("day.test", template, {"amount": "<number> <unit>"}, ENGLISH.lexicon)
    found: Tokens = ENGLISH.lexicon.read(text)
    match = compiled.pattern.match(found.signs)
    return text[found.starts[0] : found.ends[match.end() - 1]] if match and match.end() else None


@pytest.mark.parametrize(
    ("template", "text", "found"),
    [
        ("(on|by) <weekday>", "on friday night", "on friday"),
        ("(on|by) <weekday>", "friday", None),
        ("<which>? <weekday>", "friday", "friday"),
        ("<weekday+>", "mon, wed and fri at noon", "mon, wed and fri"),
        ("<weekday+>", "monday to friday", "monday to friday"),
        ("<ordinal+>", "1st and 15th", "1st and 15th"),
        ("in {amount}", "in 3 days time", "in 3 days"),
        ("{amount} (ago|earlier)", "3 days earlier", "3 days earlier"),
    ],
)
def test_templates(template: str, text: str, found: str | None) -> None:
    assert first_match(template, text) == found


@pytest.mark.parametrize("template", ["(on <weekday>", "in {nothing}", "on)) x ("])
def test_a_template_that_is_wrong_says_so(template: str) -> None:
    with pytest.raises(TemplateError, match=r"day\.test"):
        compile_template("day.test", template, {}, ENGLISH.lexicon)


def test_two_signs_leave_few_templates_to_try() -> None:
    found = ENGLISH.lexicon.read("tomorrow friday")
    assert ENGLISH.templates.candidates(found.signs[:1])
    assert len(ENGLISH.templates.candidates(found.signs)) < 10


# --- Languages


@pytest.mark.parametrize("code", language_codes())
def test_each_language_says_and_reads_the_same_things(code: str) -> None:
    words = language(code)
    assert words.say.keys() == ENGLISH.say.keys()
    assert (len(words.weekday_names), len(words.month_names), len(words.near_day_names)) == (7, 12, 2)
    assert {1, 2, 3, 4} == set(words.priorities.values())


@pytest.mark.parametrize(("code", "read_as"), [("de-AT", "de"), ("es_MX", "es"), ("EN", "en"), ("tlh", "en")])
def test_a_region_is_read_as_its_language_and_an_unknown_language_as_english(code: str, read_as: str) -> None:
    assert language(code).code == read_as


def test_a_new_language_needs_only_a_data_file() -> None:
    english = resources.files("todo.language.languages").joinpath("en.toml").read_text(encoding="utf-8")
    pirate = read_language("pi", english.replace('"friday", "fri"', '"frrriday"'))
    assert "weekday" in pirate.lexicon.read("frrriday").values[0]
    assert "weekday" not in pirate.lexicon.read("friday").values[0]


@pytest.mark.parametrize("text", ["", "name = ", "[words.weekday]\nfunday = ['x']"])
def test_a_data_file_that_is_wrong_says_so(text: str) -> None:
    with pytest.raises(LanguageError, match=r"xx\.toml"):
        read_language("xx", text)


# --- Kinds and rejected spans


def test_what_a_caller_cannot_store_stays_in_the_title() -> None:
    line = "Gym friday 2-3pm @sport {jan 5} // bring shoes"
    assert read(line).title == "Gym"
    assert read(line, kinds=("date", "time")).title == "Gym 2-3pm @sport {jan 5} // bring shoes"


def test_a_rejected_span_is_put_back_and_the_rest_keeps_its_meaning() -> None:
    line = "Gym every mon at 7am"
    task = read(line, rejected=[(4, 13)])
    assert (task.title, task.recurrence, [span.text for span in task.spans]) == ("Gym every mon", None, ["at 7am"])


def test_labels_follow_the_persons_clock() -> None:
    task = parse_quick_add("Call at 17:30", now=NOW, time_zone="UTC", twelve_hour=True)
    assert [span.label for span in task.spans] == ["Today 5:30 pm"]


def test_a_language_may_do_without_the_optional_lists() -> None:
    english = resources.files("todo.language.languages").joinpath("en.toml").read_text(encoding="utf-8")
    optional = ("tails", "topics", "relations", "watched", "works", "lookalikes")
    bare = "\n".join(
        line for line in english.splitlines() if not line.startswith(tuple(f"{name} =" for name in optional))
    )
    found = read_language("xx", bare)
    assert found.tails.search("friday at the latest") is None
    assert not found.topics | found.relations | found.watched | found.works
    assert "weekday" in found.lexicon.read("firday").values[0]
