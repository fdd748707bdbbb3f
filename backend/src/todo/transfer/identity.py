"""Ids of what an import makes: the same import makes the same ids, so that sending it again is harmless."""

import hashlib
from collections.abc import Iterable
from uuid import UUID

_TIME_BITS, _COUNT_BITS, _HASH_BITS = 48, 12 + 8, 54


class Ids:
    """UUIDv7s in the order of their making, from the id of an import and the person who does it."""

    def __init__(self, import_id: UUID, user_id: UUID) -> None:
        self._time = import_id.int >> (128 - _TIME_BITS)
        self._key = import_id.bytes + user_id.bytes
        self._count = 0
        self._made: set[UUID] = set()

    def next(self) -> UUID:
        """The next id. Nobody else's import can make the same, as the person is part of it."""
        number, self._count = self._count, self._count + 1
        digest = hashlib.sha256(self._key + number.to_bytes(8)).digest()
        rest = int.from_bytes(digest[:8]) >> (64 - _HASH_BITS)
        high, low = number >> 8 & 0xFFF, number & 0xFF
        value = self._time << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low << _HASH_BITS | rest
        made = UUID(int=value)
        self._made.add(made)
        return made

    def any_of(self, ids: Iterable[UUID]) -> bool:
        """Whether some of these were made here."""
        return not self._made.isdisjoint(ids)
