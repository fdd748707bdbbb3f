"""Tokens: what we sign we read, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import KEY
from todo.accounts import tokens
from todo.accounts.tokens import issue_token, read_token
from todo.boundary import new_id


def issue(**changes: object) -> str:
    values = {"session_id": new_id(), "user_id": new_id(), "expires_at": datetime.now(UTC) + timedelta(days=1)}
    return issue_token(KEY, **{**values, **changes})  # type: ignore[arg-type]


def test_round_trip() -> None:
    session_id, user_id = new_id(), new_id()
    assert read_token(KEY, issue(session_id=session_id, user_id=user_id)) == (session_id, user_id)


def test_expired_and_foreign_ones_are_nothing() -> None:
    assert read_token(KEY, issue(expires_at=datetime.now(UTC) - timedelta(seconds=1))) is None
    assert read_token("another-key-0123456789abcdefghijklmnopqrstu", issue()) is None


def test_one_that_was_good_expires_and_counts_for_its_key_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    expires_at = datetime.now(UTC) + timedelta(minutes=1)
    token = issue(expires_at=expires_at)
    assert read_token(KEY, token) is not None
    assert read_token("another-key-0123456789abcdefghijklmnopqrstu", token) is None
    monkeypatch.setattr(tokens, "time", lambda: expires_at.timestamp() + 1)
    assert read_token(KEY, token) is None
    monkeypatch.undo()
    assert read_token(KEY, token) is not None


def test_a_replica_whose_clock_is_ahead_issues_good_tokens() -> None:
    from todo.clock import clock_at

    with clock_at(datetime.now(UTC) + timedelta(seconds=30)):
        token = issue()
    assert read_token(KEY, token) is not None


@given(st.text(st.characters()))
def test_any_other_text_is_nothing_and_never_raises(text: str) -> None:
    assert read_token(KEY, text) is None


@given(st.integers(0, 400), st.characters())
def test_changing_one_character_spoils_it(position: int, character: str) -> None:
    token = issue()
    position %= len(token) - 1  # the last character of base64 holds spare bits
    if token[position] != character:
        assert read_token(KEY, token[:position] + character + token[position + 1 :]) is None
