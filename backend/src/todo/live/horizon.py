"""Up to which id the change log is complete: ids are given out before commit, so a smaller one may appear later."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the log showed.

    Args:
        latest: the last id given out, read before the rest.
        complete: up to this id every id is there.
        oldest_open: the oldest transaction that was still open.
        next_transaction: the first transaction that had not begun.
    """

    latest: int
    complete: int
    oldest_open: int
    next_transaction: int


class Horizon:
    """The id up to which all that will ever be in the log is there; it only moves on.

    An id that is missing belongs to an open transaction or to one that was rolled back. Which of the two is known as
    soon as every transaction that was open when it was missed has ended.
    """

    def __init__(self, position: int) -> None:
        self.position = position
        self._awaited: Look | None = None

    def advance(self, look: Look) -> bool:
        """Take a look into account; True when everything up to its latest id is settled."""
        self.position = max(self.position, look.complete)
        if self._awaited is None and self.position < look.latest:
            self._awaited = look
        if self._awaited is not None and look.oldest_open >= self._awaited.next_transaction:
            self.position = max(self.position, self._awaited.latest)
            self._awaited = None
        return self.position >= look.latest
