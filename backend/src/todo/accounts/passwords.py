"""Password hashes: argon2id, off the event loop, a bounded number at a time."""

from functools import cache

import anyio
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# OWASP's password storage cheat sheet, argon2id: 19 MiB, 2 passes, 1 lane. Two at once keep a 256 MiB pod safe.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_PARALLEL = 2


@cache
def _limiter() -> anyio.CapacityLimiter:
    return anyio.CapacityLimiter(_PARALLEL)


@cache
def _dummy_hash() -> str:
    return _HASHER.hash("an unknown address must take as long as a wrong password")


async def hash_password(password: str) -> str:
    """The PHC string to store."""
    return await anyio.to_thread.run_sync(_HASHER.hash, password, limiter=_limiter())


async def verify_password(password: str, stored: str | None) -> bool:
    """Whether `password` belongs to `stored`; takes as long when there is no account (`stored` is None)."""
    matches = await anyio.to_thread.run_sync(_matches, password, stored or _dummy_hash(), limiter=_limiter())
    return matches and stored is not None


def _matches(password: str, stored: str) -> bool:
    try:
        return _HASHER.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False
