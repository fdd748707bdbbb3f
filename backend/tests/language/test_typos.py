"""Slips of the finger: which words are taken for others, and that short or known ones never are."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from todo.language.conversation.slips import put_right
from todo.language.grammar import language
from todo.language.matching import near_match
from todo.language.typos import is_short_slip, is_slip, meant_by, slips_of

WORDS = st.from_regex(r"[a-z]{6,12}", fullmatch=True)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("complte", "complete"), ("completee", "complete"), ("compleye", "complete"), ("compelte", "complete")],
)
def test_one_slip(word: str, meant: str) -> None:
    assert is_slip(word, meant)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("complete", "complete"), ("mlik", "milk"), ("mil", "milk"), ("cmplte", "complete"), ("elpmoc", "complete")],
)
def test_no_slip(word: str, meant: str) -> None:
    assert not is_slip(word, meant)


@given(WORDS, st.integers(0, 11), st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
def test_every_single_change_is_a_slip_both_ways(word: str, place: int, letter: str) -> None:
    place %= len(word)
    for other in (
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
    ):
        if other != word:
            assert is_slip(other, word)
            assert is_slip(word, other)


@given(WORDS, WORDS)
def test_it_does_not_matter_which_is_the_slip(one: str, other: str) -> None:
    assume(one != other)
    assert is_slip(one, other) == is_slip(other, one)


def test_only_one_word_may_be_meant() -> None:
    assert meant_by("remnd", ["remind", "remand"]) is None
    assert meant_by("remnd", ["remind", "rename"]) == "remind"
    assert meant_by("remind", ["remind", "remand"]) is None
    assert meant_by("shw", ["show"]) is None


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("complte pay rent", "complete pay rent"),
        ("DELET call dad", "delete call dad"),
        ("what is ovedue", "what is overdue"),
        ("show my tsaks", "show my tasks"),
        ("what is due tomorow?", "what is due tomorrow"),
    ],
)
def test_verbs_and_what_is_asked_are_put_right(line: str, right: str) -> None:
    assert (put_right(line) or "").rstrip("?") == right


@pytest.mark.parametrize(
    "line", ["", "complete pay rent", "ad milk", "pay rent tomorow", "what is ovedue tomorow", "xyzzy"]
)
def test_what_is_left_as_it_is(line: str) -> None:
    assert put_right(line) is None


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("wat is due today", "what is due today"),
        ("waht is due today", "what is due today"),
        ("what si due today", "what is due today"),
        ("shwo overdue", "show overdue"),
        ("whatt is deu tomorow", "what is due tomorow"),
    ],
)
def test_small_words_of_a_question_are_put_right(line: str, right: str) -> None:
    assert put_right(line) == right


@pytest.mark.parametrize("line", ["shop today", "hut is due", "ad milk", "wit the milk", "is"])
def test_small_words_that_may_be_others_are_not(line: str) -> None:
    assert put_right(line) is None


@pytest.mark.parametrize(
    ("word", "meant", "slip"),
    [
        ("wat", "what", True),
        ("waht", "what", True),
        ("whaat", "what", True),
        ("si", "is", True),
        ("shop", "show", False),
        ("what", "what", False),
        ("i", "is", False),
        ("", "is", False),
        ("twah", "what", False),
    ],
)
def test_slips_of_small_words(word: str, meant: str, slip: bool) -> None:
    assert is_short_slip(word, meant) is slip


@given(st.text(alphabet="abcd", min_size=2, max_size=6), st.integers(0, 5), st.sampled_from("abcd"))
def test_a_letter_too_many_is_a_slip_and_a_wrong_one_is_none(word: str, place: int, letter: str) -> None:
    longer = word[:place] + letter + word[place:]
    wrong = word[:place] + "x" + word[place + 1 :]
    assert is_short_slip(longer, word)
    assert is_short_slip(word, longer)
    assert len(wrong) != len(word) or not is_short_slip(wrong, word)


class TestTitles:
    TITLES = ("Send invoice", "Finish the quarterly report", "Chore bravo", "Call dad")

    @pytest.mark.parametrize(
        ("words", "title"),
        [
            ("invoce", "Send invoice"),
            ("the quartely report", "Finish the quarterly report"),
            ("chore brabo", "Chore bravo"),
        ],
    )
    def test_one_title_with_a_slip(self, words: str, title: str) -> None:
        match = near_match(words, self.TITLES)
        assert match is not None
        assert (match.title, self.TITLES[match.index]) == (title, title)

    @pytest.mark.parametrize("words", ["", "call dat", "the", "send invoce report", "tax form"])
    def test_none(self, words: str) -> None:
        assert near_match(words, self.TITLES) is None

    def test_none_when_several_could_be_meant(self) -> None:
        assert near_match("invoce", [*self.TITLES, "Pay invoice"]) is None


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        *(("saterday", "saturday"), ("domngo", "domingo"), ("donerstag", "donnerstag"), ("wendesday", "wednesday")),
        *(("vieres", "viernes"), ("freitg", "freitag"), ("mnday", "monday"), ("firday", "friday")),
    ],
)
def test_what_is_surely_a_slip_of_a_long_word(slip: str, word: str) -> None:
    assert slip in slips_of(word)


@pytest.mark.parametrize(
    ("other", "word"),
    [("montage", "montag"), ("sorgen", "morgen"), ("salado", "sabado"), ("sundae", "sunday"), ("manday", "monday")],
)
def test_words_of_their_own_are_slips_of_none(other: str, word: str) -> None:
    assert other not in slips_of(word)


@given(WORDS)
def test_every_sure_slip_is_one_slip(word: str) -> None:
    for slip in slips_of(word):
        assert is_slip(slip, word)
        assert (slip[0], slip[-1]) == (word[0], word[-1])


@pytest.mark.parametrize(
    ("code", "word"),
    [("es", "domino"), ("es", "vienes"), ("es", "mares"), ("es", "mates"), ("es", "Vernes"), ("de", "Montage")],
)
def test_a_word_of_the_language_is_no_slip_of_a_day(code: str, word: str) -> None:
    assert "weekday" not in language(code).lexicon.read(word).values[0]


@pytest.mark.parametrize(
    ("code", "slip", "day"),
    [
        *(("en", "mnday", 0), ("en", "firday", 4), ("en", "sundy", 6), ("en", "Wensday", None)),
        *(("de", "freitg", 4), ("de", "motag", 0), ("de", "Samtag", 5)),
        *(("es", "vieres", 4), ("es", "juves", 3), ("es", "sabdo", 5), ("es", "lues", None)),
    ],
)
def test_a_slip_of_a_day_is_that_day(code: str, slip: str, day: int | None) -> None:
    assert language(code).lexicon.read(slip).values[0].get("weekday") == day
