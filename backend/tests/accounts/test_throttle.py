"""The count of attempts: windows pass, addresses are forgiven one by one, nothing readable is kept."""

from typing import Any

import pytest
from fastapi import FastAPI
from todo.accounts.throttle import Throttle
from todo.boundary import new_id
from todo.errors import ThrottledError


@pytest.fixture
def account() -> str:
    return f"{new_id()}@example.com"


@pytest.fixture
def address() -> str:
    return f"2001:db8::{new_id().hex[-4:]}"


async def test_a_window_passes(app: FastAPI, sql: Any, account: str, address: str) -> None:
    throttle = Throttle(per_account=2, per_address=100)
    database = app.state.database
    for _ in range(2):
        await throttle.admit(database, account, address)
    with pytest.raises(ThrottledError) as caught:
        await throttle.admit(database, account, address)
    assert 1 <= int(caught.value.headers["Retry-After"]) <= 900
    assert "minutes" in caught.value.detail
    await sql.execute("update attempt set window_started_at = now() - interval '16 minutes'")
    await throttle.admit(database, account, address)


async def test_refused_attempts_do_not_prolong_the_window(app: FastAPI, account: str, address: str) -> None:
    throttle = Throttle(per_account=1, per_address=100)
    waits = []
    await throttle.admit(app.state.database, account, address)
    for _ in range(3):
        with pytest.raises(ThrottledError) as caught:
            await throttle.admit(app.state.database, account, address)
        waits.append(int(caught.value.headers["Retry-After"]))
    assert waits == sorted(waits, reverse=True)


async def test_success_clears_the_account_but_only_one_attempt_of_the_address(
    app: FastAPI, account: str, address: str
) -> None:
    throttle = Throttle(per_account=100, per_address=3)
    database = app.state.database
    await throttle.admit(database, "other@example.com", address)
    await throttle.admit(database, "another@example.com", address)
    await throttle.admit(database, account, address)
    await throttle.forgive(database, account, address)
    await throttle.admit(database, account, address)
    with pytest.raises(ThrottledError):
        await throttle.admit(database, account, address)


async def test_what_was_typed_is_not_kept(app: FastAPI, sql: Any, address: str) -> None:
    await Throttle(10, 10).admit(app.state.database, "my-password-by-mistake", address)
    keys = [row["key"] for row in await sql.fetch("select key from attempt")]
    assert not any("my-password" in key for key in keys)
    assert f"address:{address}" in keys
