"""Hashes are argon2id, checked off the event loop."""

import asyncio

import pytest
from todo.accounts import passwords
from todo.accounts.passwords import hash_password, verify_password


async def test_hash_is_argon2id_and_salted() -> None:
    first, second = await hash_password("secret words"), await hash_password("secret words")
    assert first.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert first != second
    assert await verify_password("secret words", first)
    assert not await verify_password("other words", first)


async def test_unknown_account_and_broken_hash_never_match() -> None:
    assert not await verify_password("an unknown address must take as long as a wrong password", None)
    assert not await verify_password("anything", "not a hash")


async def test_event_loop_goes_on_and_at_most_two_hash_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    limiter = passwords._limiter()
    borrowed = []
    tasks = [asyncio.create_task(hash_password(f"password {n}")) for n in range(6)]
    while not all(task.done() for task in tasks):
        borrowed.append(limiter.borrowed_tokens)
        await asyncio.sleep(0)
    assert max(borrowed) == 2
    assert len(borrowed) > 6, "the loop turned while passwords were hashed"
