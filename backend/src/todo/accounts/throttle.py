"""Limits guesses at passwords, by account and by address, in the database so that all replicas share the count."""

import hashlib
from dataclasses import dataclass

from todo.accounts import repository
from todo.database import Database
from todo.errors import ThrottledError

WINDOW_SECONDS = 15 * 60


@dataclass(frozen=True, slots=True)
class Throttle:
    """Attempts allowed within a window of 15 minutes."""

    per_account: int
    per_address: int

    async def admit(self, database: Database, account: str, address: str) -> None:
        """Count an attempt.

        Raises:
            ThrottledError: too many; `Retry-After` says in how many seconds to come back.
        """
        account_key, address_key = _keys(account, address)
        limits = {account_key: self.per_account, address_key: self.per_address}
        rows = await repository.count_attempts(database, list(limits), WINDOW_SECONDS)
        waits = [max(row["wait"], 1) for row in rows if row["count"] > limits[row["key"]]]
        if waits:
            minutes = -(-max(waits) // 60)
            raise ThrottledError(
                f"Too many attempts. Try again in {minutes} minute{'s' if minutes > 1 else ''}.",
                headers={"Retry-After": str(max(waits))},
            )

    async def forgive(self, database: Database, account: str, address: str) -> None:
        """The password was right."""
        await repository.forgive_attempts(database, *_keys(account, address))


def _keys(account: str, address: str) -> tuple[str, str]:
    # Hashed: what people mistype into the address field (passwords among it) is not kept.
    digest = hashlib.sha256(account.encode("utf-8", "surrogatepass")).hexdigest()
    return f"account:{digest}", f"address:{address}"
