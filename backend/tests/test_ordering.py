"""Keys of the manual order: there is always room, and comparing them as text is comparing what they mean."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.ordering import DIGITS, between, end_key, keys_at, spread

KEYS = st.text(st.sampled_from(DIGITS), max_size=12).map(lambda text: text + "V")


def test_keys_at_the_end_rise_without_a_pause() -> None:
    keys = [end_key() for _ in range(1000)]
    assert keys == sorted(set(keys))
    fresh = spread(keys[-1], 3)
    assert keys[-1] < fresh[0] < fresh[1] < fresh[2]


@given(KEYS, KEYS)
def test_a_key_between_two_is_between_them_and_leaves_room_on_both_sides(one: str, other: str) -> None:
    low, high = sorted((one, other))
    key = between(low, high)
    if low == high:
        assert key is None
        return
    assert key is not None
    assert low < key < high
    assert not key.endswith(DIGITS[0])


@pytest.mark.parametrize("side", ["low", "high"])
def test_going_to_the_same_place_again_and_again_costs_a_digit_in_six_moves(side: str) -> None:
    low, high = end_key(), end_key()
    for _ in range(300):
        key = between(low, high)
        assert key is not None
        assert low < key < high
        low, high = (low, key) if side == "low" else (key, high)
    assert key is not None
    assert len(key) < 12 + 300 / 4


@given(st.lists(st.integers(0, 1000), max_size=40))
def test_any_sequence_of_insertions_keeps_the_order(places: list[int]) -> None:
    keys: list[str] = [end_key()]
    for place in places:
        index = place % (len(keys) + 1)
        key = between(keys[index - 1] if index else "", keys[index] if index < len(keys) else None)
        assert key is not None
        keys.insert(index, key)
    assert all(low < high for low, high in itertools.pairwise(keys))


def test_after_the_last_comes_a_key_above_it_even_when_that_is_ahead_of_the_clock() -> None:
    ahead = "zzzzzzzzzV"
    key = between(ahead, None)
    assert key is not None
    assert key > ahead
    assert spread(ahead, 3) == sorted(spread(ahead, 3))


class TestKeysAt:
    @given(count=st.integers(0, 6), data=st.data())
    def test_a_newcomer_stands_where_it_was_asked_to(self, count: int, data: st.DataObject) -> None:
        keys = spread("", count)
        index = data.draw(st.integers(0, count))
        key, fresh = keys_at(keys, index)
        assert fresh == [], "there is room between different keys"
        assert sorted([*keys, key]) == [*keys[:index], key, *keys[index:]]

    @given(count=st.integers(2, 6), data=st.data())
    def test_equal_keys_make_room(self, count: int, data: st.DataObject) -> None:
        keys = [end_key()] * count
        index = data.draw(st.integers(1, count - 1))
        key, fresh = keys_at(keys, index)
        assert len(fresh) == count - index
        after = [*keys[:index], key, *fresh]
        assert after == sorted(after)
        assert len(set(after[index - 1 :])) == count - index + 2
