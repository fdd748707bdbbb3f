"""Finding tasks by words of their titles, and knowing when it is not sure which is meant."""

import pytest
from todo.language import match_title, near_match, sure_match

TITLES = [
    "Pay rent",
    "Pay rent for the garage",
    "Buy milk",
    "Buy oat milk and bread",
    "Wash the dishes",
    "Take out the trash",
    "Café meeting with Zoë",
    "Call the dentist's office",
    "Finish groceries list",
    "Running shoes",
    "Renew passport",
    "Email Bob 2026 budget",
]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("pay rent", ["Pay rent", "Pay rent for the garage"]),
        ("Pay Rent", ["Pay rent", "Pay rent for the garage"]),
        ("rent garage", ["Pay rent for the garage"]),
        ("garage", ["Pay rent for the garage"]),
        ("milk", ["Buy milk", "Buy oat milk and bread"]),
        ("oat", ["Buy oat milk and bread"]),
        ("dishes", ["Wash the dishes"]),
        ("the dish", ["Wash the dishes"]),
        ("washing the dishes", ["Wash the dishes"]),
        ("taking out the trash", ["Take out the trash"]),
        ("cafe meeting", ["Café meeting with Zoë"]),
        ("zoe", ["Café meeting with Zoë"]),
        ("dentist", ["Call the dentist's office"]),
        ("dentists", ["Call the dentist's office"]),
        ("calling the dentist’s office", ["Call the dentist's office"]),
        ("grocery list", ["Finish groceries list"]),
        ("run shoe", ["Running shoes"]),
        ("passport renewed", ["Renew passport"]),
        ("2026 budget", ["Email Bob 2026 budget"]),
        ("my passport task", ["Renew passport"]),
        ("pay taxes", []),
        ("rental", []),
        ("mil", []),
        ("", []),
        ("?!", []),
    ],
)
def test_all_words_must_be_in_the_title(words: str, titles: list[str]) -> None:
    assert [match.title for match in match_title(words, TITLES)] == titles


def test_a_match_points_into_the_given_titles() -> None:
    for match in match_title("milk", TITLES):
        assert TITLES[match.index] == match.title


def test_the_more_of_the_title_is_said_the_surer_the_match() -> None:
    scores = [match_title(words, ["Buy oat milk and bread"])[0].score for words in ("oat", "oat milk", "buy oat milk")]
    assert scores == sorted(scores)
    assert 0 < scores[0] < scores[-1] < 1


def test_only_the_whole_title_is_certain() -> None:
    (exact,) = match_title("pay rent", ["Pay  RENT"])
    (same_words,) = match_title("rent pay", ["Pay rent"])
    assert exact.score == 1
    assert same_words.score < 1


def test_equally_good_matches_keep_their_order() -> None:
    assert [match.index for match in match_title("milk", ["Get milk", "Buy milk", "Sell milk"])] == [0, 1, 2]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("pay rent", "Pay rent"),  # exact, although another title holds the words too
        ("pay rent garage", "Pay rent for the garage"),
        ("oat milk", "Buy oat milk and bread"),
        ("passport", "Renew passport"),
        ("buy milk", "Buy milk"),
        ("nothing", None),
    ],
)
def test_a_sure_match(words: str, title: str | None) -> None:
    sure = sure_match(match_title(words, TITLES))
    assert (sure.title if sure else None) == title


def test_two_titles_that_are_as_good_leave_the_choice_to_the_person() -> None:
    assert sure_match(match_title("call", ["Call Ana", "Call Bo"])) is None
    assert sure_match(match_title("call ana", ["Call Ana", "Call Ana"])) is None


@pytest.mark.parametrize("words", ["the", "to the", "task"])
def test_small_words_count_when_there_are_no_others(words: str) -> None:
    assert match_title(words, [words.title(), "Something else"])[0].index == 0


def test_odd_words_do_not_break_the_search() -> None:
    for words in ("\ud800", "'", "’s", "_", "🎂", "s" * 10_000, "ing ed es s"):
        match_title(words, [*TITLES, words])


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("read chapter 5", "Read chapter five"),
        ("chapter five", "Read chapter 5"),
        ("the dentists office", "Call the dentist's office"),
        ("dentist’s office", "Call the dentist's office"),
        ("mum's cake", "Bake mum’s cake"),
        ("mum cake", "Bake mum's cake"),
    ],
)
def test_numbers_and_possessives_are_read_alike(words: str, title: str) -> None:
    assert [match.title for match in match_title(words, [title, "Read page 55"])] == [title]


@pytest.mark.parametrize(
    ("words", "titles"),
    [("mums cakke recipe", ["Mum's cakkes recipe"]), ("dentst's appointment", ["Dentist appointment"])],
)
def test_a_slip_beside_a_possessive(words: str, titles: list[str]) -> None:
    found = near_match(words, titles)
    assert found is not None
    assert found.title == titles[0]


def test_other_numbers_are_other_tasks() -> None:
    assert match_title("chapter 6", ["Read chapter five"]) == ()
    assert near_match("chapter 6", ["Read chapter five"]) is None


@pytest.mark.parametrize("words", ["Zahnarzt", "zahnarzt august"])
def test_what_a_compound_begins_with_is_near_and_no_match(words: str) -> None:
    titles = ["Zahnarzttermin im August", "Auto waschen"]
    assert match_title(words, titles) == ()
    found = near_match(words, titles)
    assert found is not None
    assert found.title == titles[0]


@pytest.mark.parametrize("words", ["termin", "zahn", "zahnarzt september"])
def test_other_parts_of_a_compound_and_short_ones_are_not_near(words: str) -> None:
    assert near_match(words, ["Zahnarzttermin im August", "Auto waschen"]) is None


def test_two_compounds_of_one_word_are_not_told_apart() -> None:
    assert near_match("zahnarzt", ["Zahnarzttermin", "Zahnarztrechnung zahlen"]) is None
