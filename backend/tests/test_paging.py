"""Cursors."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.errors import InvalidInputError
from todo.paging import decode_cursor, encode_cursor


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_what_goes_in_comes_out_and_fits_an_address(key: list[str]) -> None:
    cursor = encode_cursor(*key)
    assert decode_cursor(cursor, len(key)) == key
    assert cursor.isascii()
    assert not set(cursor) & set("+/=&?# ")


@given(st.text(st.characters()))
def test_any_other_text_is_refused_clearly(cursor: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        decode_cursor(cursor, 3)
    assert caught.value.slug == "invalid-cursor"


@pytest.mark.parametrize(
    "value", [7, None, "text", {"a": 1}, ["a"], ["a", "b", 3], ["a", "b", None], [["a"], "b", "c"]]
)
def test_other_json_is_refused(value: object) -> None:
    cursor = base64.urlsafe_b64encode(json.dumps(value).encode()).decode()
    with pytest.raises(InvalidInputError):
        decode_cursor(cursor, 3)
