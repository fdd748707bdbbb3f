"""Up to which id the change log is complete: ids are given out before commit, so a smaller one may appear later."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at the log showed.

    Args:
        latest: the last id given out, read before the rest.
        complete: up to this id every id is there.
        all_ended: every transaction with a smaller number has ended.
    """

    latest: int
    complete: int
    all_ended: int


class Horizon:
    """The id up to which all that will ever be in the log is there; it only moves on.

    An id that is missing belongs to an open transaction or to one that was rolled back. Which of the two is known when
    every transaction that was open when it was missed has ended: those with a smaller number than one that began then.
    The end of a snapshot is no such number: open transactions may lie beyond it.
    """

    def __init__(self, position: int) -> None:
        self.position = position
        self._awaited: tuple[int, int] | None = None

    def advance(self, look: Look) -> bool:
        """Take a look into account; True when everything up to its latest id is settled."""
        self.position = max(self.position, look.complete)
        if self._awaited is not None and look.all_ended > self._awaited[1]:
            self.position = max(self.position, self._awaited[0])
            self._awaited = None
        return self.position >= look.latest

    @property
    def needs_number(self) -> bool:
        """Whether a look that was not settled should be followed by `wait_for`."""
        return self._awaited is None

    def wait_for(self, latest: int, transaction: int) -> None:
        """Whatever has an id up to `latest` began before this transaction, which began after that id was read."""
        self._awaited = (latest, transaction)
