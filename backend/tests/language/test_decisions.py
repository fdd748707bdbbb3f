"""A bare yes or no: what decides, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language.conversation import read_decision

YES = ["yes", "YES", " yes. ", "yeah", "ok!", "okay", "sure", "do it", "go ahead", "yes, do it", "yes please", "y"]
YES += ["ja", "Ja!", "ja bitte", "klar", "sí", "si", "¡Sí!", "sí, por favor", "vale", "de acuerdo"]
NO = ["no", "No.", "nope", "no, thanks", "no thank you", "don't", "don’t", "cancel", "never mind"]
NO += ["nein", "nein danke", "lieber nicht", "mejor no", "no, gracias"]
NEITHER = [
    "",
    "  ",
    "please",
    "yes and no",
    "yes, add milk",
    "not now then",
    "no, friday",
    "yesterday",
    "janein",
    "si no",
]
NEITHER += ["delete it", "maybe", "yes?", "what?"]


@pytest.mark.parametrize("said", YES)
def test_yes(said: str) -> None:
    assert read_decision(said) is True


@pytest.mark.parametrize("said", NO)
def test_no(said: str) -> None:
    assert read_decision(said) is False


@pytest.mark.parametrize("said", NEITHER)
def test_neither(said: str) -> None:
    assert read_decision(said) is None


@given(st.sampled_from(YES + NO), st.from_regex(r"[a-z]{5,12}", fullmatch=True))
def test_with_more_words_it_decides_nothing(said: str, word: str) -> None:
    if word not in ("bitte", "danke", "please", "thanks", "gracias"):
        assert read_decision(f"{said} {word}") is None
