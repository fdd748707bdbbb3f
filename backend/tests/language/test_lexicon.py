"""Tokens: where each stands, what it may be, and the signs that stand for their classes, in every language."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from todo.language.grammar import language, language_codes
from todo.language.lexicon import ORDINARY_SIGN, Lexicon, folded_words

LEXICONS = {code: language(code).lexicon for code in language_codes()}


def classes(text: str, code: str = "en") -> list[set[str]]:
    """The classes of each token, without those of words that templates name as they stand."""
    return [{name for name in values if not name.startswith("=")} for values in LEXICONS[code].read(text).values]


def lexicon(words: dict[str, dict[str, object]], short: dict[str, dict[str, object]] | None = None) -> Lexicon:
    return Lexicon(words, short or {}, "th")


# --- Numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5", {"number", "hour", "day"}),
        ("05", {"number", "hour", "day", "minute", "short_year"}),
        ("24", {"number", "hour", "day", "minute", "short_year"}),
        ("31", {"number", "day", "minute", "short_year"}),
        ("59", {"number", "minute", "short_year"}),
        ("60", {"number", "short_year"}),
        ("0", {"number", "hour"}),
        ("930", {"number", "compact_time"}),
        ("960", {"number"}),
        ("2030", {"number", "compact_time", "year"}),
        ("1899", {"number", "old_year"}),
        ("2200", {"number", "compact_time"}),
        ("99999", {"number"}),
        ("100000", set()),
        ("3/4", {"slash", "fraction"}),
        ("4/3", {"slash"}),
        ("31.12", {"decimal", "dotted_date"}),
        ("31.12.", {"dotted_date", "dotted_day"}),
        ("5.30", {"decimal", "dotted_time"}),
        ("5.10", {"decimal", "dotted_time", "dotted_date"}),
        ("5,5", {"decimal"}),
        ("24.00", {"decimal"}),
        ("2026-12-01", {"iso"}),
        ("2026/12/01", {"year_first"}),
        ("1.2.2027", {"date"}),
        ("12/2027", {"month_year"}),
        ("23:59", {"clock"}),
        ("23:59:59", {"clock"}),
        ("24:00", set()),
        ("23:60", set()),
        ("15h30", {"clock"}),
        ("3rd", {"ordinal"}),
    ],
)
def test_what_a_number_may_be(text: str, expected: set[str]) -> None:
    assert classes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("08", "hour", (8, True)),
        ("8", "hour", (8, False)),
        ("08:05", "clock", (8, 5, True)),
        ("8:05", "clock", (8, 5, False)),
        ("8h05", "clock", (8, 5, True)),
        ("0930", "compact_time", (9, 30, True)),
        ("1.2.69", "date", (1, 2, 2069, True)),
        ("1/2/70", "date", (1, 2, 1970, False)),
        ("1/2/2027", "date", (1, 2, 2027, False)),
        ("1/4", "fraction", 0.25),
        ("2,5", "decimal", 2.5),
        ("2026-12-01t09:00z", "iso", "2026-12-01T09:00Z"),
    ],
)
def test_what_a_number_says(text: str, name: str, value: object) -> None:
    assert [values.get(name) for values in LEXICONS["en"].read(text).values] == [value]


@pytest.mark.parametrize("text", ["2026-12-01x", "1/2/3/4", "1:2:3", "12:345", "1.2.3.4", "2026-12-01-5"])
def test_a_number_that_goes_on_is_no_date_or_clock(text: str) -> None:
    assert not {"iso", "date", "year_first", "clock"} & set().union(*classes(text))


# --- Words


@pytest.mark.parametrize(
    ("code", "text", "count", "name", "value"),
    [
        ("en", "day after tomorrow", 1, "near", 2),
        ("en", "The Day  After\nTomorrow", 1, "near", 2),
        ("en", "day after all", 3, "near", None),
        ("en", "twenty-five", 1, "number", 25),
        ("en", "twenty five", 1, "number", 25),
        ("en", "twenty fifth", 1, "ordinal", 25),
        ("en", "twenty eleven", 2, "number", 20),
        ("en", "twenty", 1, "number", 20),
        ("en", "black friday", 1, "name", "black friday"),
        ("en", "black cat", 2, "name", None),
        ("de", "ÜBERMORGEN", 1, "near", 2),
        ("de", "tag der deutschen einheit", 1, "holiday", "10-03"),
        ("de", "3.", 1, "ordinal", 3),
        ("de", "3.12.", 1, "dotted_day", (3, 12)),
        ("en", "3.", 2, "ordinal", None),
        ("en", "2moro", 1, "near", 1),
        ("de", "14-tägig", 1, "adverb", "biweekly"),
        ("es", "fin de semana", 1, "day_set", "weekend"),
        ("es", "a las", 2, "number", None),
        ("es", "3º", 1, "ordinal", 3),
        ("es", "MIÉRCOLES", 1, "weekday", 2),
        ("es", "miercoles", 1, "weekday", 2),
    ],
)
def test_words_that_belong_together_are_one_token(code: str, text: str, count: int, name: str, value: object) -> None:
    found = LEXICONS[code].read(text)
    assert (len(found.signs), found.values[0].get(name)) == (count, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5m", [{"number", "hour", "day"}, {"unit"}]),
        ("5 m", [{"number", "hour", "day"}, set()]),
        ("5x", [{"number", "hour", "day"}, {"times"}]),
        ("5sep", [{"number", "hour", "day"}, {"month"}]),
        ("5tomorrow", [{"number", "hour", "day"}, set()]),  # no word that is written right after a number
        ("sep5", [{"month"}, {"number", "hour", "day"}]),
        ("mp5", [set(), set()]),
        ("mp 5", [set(), {"number", "hour", "day"}]),
        ("5 P.M.", [{"number", "hour", "day"}, {"half_day"}]),
    ],
)
def test_what_stands_right_after_another_token_is_read_with_it(text: str, expected: list[set[str]]) -> None:
    assert classes(text) == expected


def test_a_weak_word_says_so() -> None:
    assert ["weak" in values for values in LEXICONS["en"].read("sun sunday").values] == [True, False]


def test_words_are_folded_as_they_are_looked_up() -> None:
    assert folded_words(["Märkte  heute", "week-end", "2Moro", "-"]) == [
        "markte heute",
        "week - end",
        "2 moro",
        "-",
    ]


# --- Signs


def test_equal_sets_of_classes_share_a_sign_and_no_others_do() -> None:
    found = lexicon({"red": {"colour": 1}, "blue": {"colour": 2}, "big": {"size": 1}, "pink": {"colour": 3, "size": 2}})
    red, blue, big, pink, other = list(found.read("red blue big pink cat").signs)
    assert red == blue
    assert len({red, big, pink, other}) == 4
    assert (set(found.signs_of("colour")), set(found.signs_of("size"))) == ({red, pink}, {big, pink})
    assert (other, found.signs_of("shape")) == (ORDINARY_SIGN, "")


def test_short_words_are_read_only_right_after_a_number() -> None:
    found = lexicon({"hours": {"unit": "hour"}}, {"h": {"unit": "hour"}})
    assert [values.get("unit") for values in found.read("5h h 5 hours").values] == [None, "hour", None, None, "hour"]


@pytest.mark.parametrize("code", language_codes())
@pytest.mark.parametrize("form", ["{}", "{:02}", "{:04}", "{0}.{1:02}", "{0}.{1}.", "{0},{1}", "{0}/{1}", "{0}:{1:02}"])
def test_no_number_means_something_without_a_sign_for_it(code: str, form: str) -> None:
    pairs = ((number % 70, number // 70) if "{1" in form else (number,) for number in range(70 * 70))
    found = LEXICONS[code].read(" ".join(form.format(*pair) for pair in pairs))
    unread = [
        found.text[start:end]
        for start, end, sign, values in zip(found.starts, found.ends, found.signs, found.values, strict=True)
        if (sign == ORDINARY_SIGN) != (not values)
    ]
    assert unread == []


ALPHABET = "aA.,:;/-'+() 0123456789hmxthpm\n\x00\x01éº🎂"
TEXTS = st.text(st.characters(exclude_categories=()), max_size=60) | st.text(ALPHABET, max_size=60)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(language_codes()))
@example("day after\ntomorrow 5pm 2026-12-01T09:00 twenty-five", "en")
def test_tokens_are_in_order_and_hold_all_but_white_space(text: str, code: str) -> None:
    found = LEXICONS[code].read(text)
    assert len(found.signs) == len(found.starts) == len(found.ends) == len(found.values)
    position, between = 0, ""
    for start, end in zip(found.starts, found.ends, strict=True):
        assert position <= start < end
        between += text[position:start]
        position = end
    assert not (between + text[position:]).strip()


@settings(deadline=None)
@given(st.data(), st.sampled_from(language_codes()))
def test_a_sign_stands_for_exactly_the_classes_of_its_token(data: st.DataObject, code: str) -> None:
    words = st.sampled_from(LEXICONS[code].words) | st.from_regex(r"[0-9]{1,5}([:/.,][0-9]{1,4})?", fullmatch=True)
    found = LEXICONS[code].read(" ".join(data.draw(st.lists(words, max_size=6))))
    names = {name for values in found.values for name in values}
    for sign, values in zip(found.signs, found.values, strict=True):
        assert {name for name in names if sign in LEXICONS[code].signs_of(name)} == set(values)


@pytest.mark.parametrize("code", language_codes())
def test_every_word_of_a_language_is_found_in_any_case(code: str) -> None:
    written = [form for word in LEXICONS[code].words for form in (word, word.upper(), word.capitalize())]
    assert [form for form in written if not all(LEXICONS[code].read(form).values)] == []
