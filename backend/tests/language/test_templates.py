"""Templates: what their groups hold, and that looking at two signs first loses no match."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from todo.language.grammar import language, language_codes
from todo.language.templates import Found, TemplateError, TemplateIndex, compile_template, literals

ENGLISH = language("en")
PARTS = {"amount": "<number> <unit>", "maybe": "about?", "both": "{amount} and {amount}", "self": "{self}"}


def found(template: str, text: str) -> Found | None:
    """What a template finds at the beginning of a text."""
    compiled = compile_template("day.test", template, PARTS, ENGLISH.lexicon)
    tokens = ENGLISH.lexicon.read(text)
    match = compiled.pattern.match(tokens.signs)
    return Found(tokens.values, match, compiled.groups) if match and match.end() else None


# --- What was found


def test_a_class_is_asked_for_by_its_name_or_by_another() -> None:
    match = found("<first:weekday> (to|-) <last:weekday>", "mon to thu")
    assert match is not None
    assert (match.value("first"), match.value("last"), match.has("weekday")) == (0, 3, False)


def test_what_is_missing_is_not_there() -> None:
    match = found("<which>? <weekday>", "friday")
    assert match is not None
    assert (match.has("which"), match.value("which"), match.value("which", "this")) == (False, None, "this")
    assert (match.within("which"), match.values("which")) == ((), [])


def test_of_alternatives_the_one_that_stands_there_counts() -> None:
    template = "(<month> <day>|<day> <month>)"
    for text in ("march 3", "3 march"):
        match = found(template, text)
        assert match is not None
        assert (match.value("month"), match.value("day")) == (3, 3)


def test_a_list_holds_all_its_tokens_and_the_values_of_its_class() -> None:
    match = found("<weekday+>", "mon, wed and fri")
    assert match is not None
    assert (match.values("weekday"), match.value("weekday")) == ([0, 2, 4], 0)
    assert len(match.within("weekday")) == 5


def test_a_part_can_be_looked_at_as_a_whole() -> None:
    match = found("in {both}", "in 2 days and 3 hours")
    assert match is not None
    assert len(match.within("both")) == 5
    assert match.values("both") == []
    assert [values.get("unit") for values in match.within("amount")] == [None, "day"]


def test_a_part_of_nothing_is_not_there() -> None:
    match = found("{maybe} <number>", "5")
    assert match is not None
    assert (match.has("maybe"), match.value("number")) == (False, 5)


# --- How they are written


@pytest.mark.parametrize(
    ("template", "text", "length"),
    [
        ("a b? c", "a c", None),  # words that no language file names stand nowhere
        ("on|by", "by", 1),
        ("on | by", "by", 1),
        ("(on|by)? (the)? <weekday>", "by the friday", 3),
        ("((on|by) the)? <weekday>", "by friday", None),
        ("<weekday> {maybe}", "friday about", 2),
        ("<weekday+>", "mon - wed", 3),
        ("<ordinal+>", "1st - 3rd", 1),  # a range of days of the week only
        ("<weekday+>", "mon , and wed", 4),
        ("<weekday+>", "mon , , , wed", 1),
        ("<no_such_class> <weekday>", "friday", None),
        ("<no_such_class>? <weekday>", "friday", 1),
    ],
)
def test_how_many_tokens_a_template_takes(template: str, text: str, length: int | None) -> None:
    match = found(template, text)
    assert (match.match.end() if match else None) == length


def test_a_list_has_an_end() -> None:
    match = found("<weekday+>", "mon, " * 100)
    assert match is not None
    assert match.values("weekday") == [0] * 32


def test_the_words_that_templates_name() -> None:
    assert literals(["on|by <weekday>", "(week's {amount})?", "<first:day> -"]) == {"on", "by", "week's", "-"}


@pytest.mark.parametrize("template", ["?", "(a", "a)", "{nothing}", "{self}", "((a|b)"])
def test_a_template_that_is_wrong_names_itself(template: str) -> None:
    with pytest.raises(TemplateError) as error:
        compile_template("day.test", template, PARTS, ENGLISH.lexicon)
    assert repr(template) in str(error.value)


# --- Two signs


def _texts(code: str) -> st.SearchStrategy[str]:
    words = st.sampled_from(language(code).lexicon.words)
    numbers = st.sampled_from(["5", "31", "3rd", "2027", "3/4", "17:00", "3.12.", "2026-12-01", "45min", "1.5"])
    return st.lists(words | numbers, min_size=1, max_size=6).map(" ".join)


@settings(deadline=None)
@given(st.sampled_from(language_codes()).flatmap(lambda code: st.tuples(st.just(code), _texts(code))))
def test_no_template_that_matches_is_left_out_for_its_first_two_signs(code_and_text: tuple[str, str]) -> None:
    code, text = code_and_text
    templates = language(code).templates
    signs = language(code).lexicon.read(text).signs
    for index in range(len(signs)):
        tried = templates.candidates(signs[index : index + 2])
        matching = [one for one in templates if (match := one.pattern.match(signs, index)) and match.end() > index]
        assert [one.meaning for one in matching if one not in tried] == []
        assert [one for one in templates if one in tried] == list(tried)  # in the order of the data file


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("<weekday+>", "mon tue"),
        ("<weekday+>", "mon - tue"),
        ("<weekday+> <part>", "mon morning"),
        ("<weekday+> <part>", "mon tue morning"),
        ("(the|on?) <number>", "5"),
        ("(the|on?) <number>", "on 5"),
        ("{maybe} <number> <unit>", "5 days"),
        ("{maybe} <number> <unit>", "about 5 days"),
        ("{maybe} {maybe} <number>", "about about 5"),
        ("<number> {maybe} <unit>?", "5"),
    ],
)
def test_what_may_be_missing_does_not_hide_what_follows(template: str, text: str) -> None:
    compiled = compile_template("day.test", template, PARTS, ENGLISH.lexicon)
    signs = ENGLISH.lexicon.read(text).signs
    assert compiled.pattern.fullmatch(signs)
    assert TemplateIndex([compiled]).candidates(signs[:2]) == (compiled,)


@pytest.mark.parametrize("code", language_codes())
def test_each_template_of_a_language_can_begin_somewhere(code: str) -> None:
    words = language(code)
    dead = [one.pattern.pattern for one in words.templates if not one.openings]
    assert dead == []
