"""Ctrl-C and termination: the first one stops what runs cleanly, the second one at once."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
KILLED = 130


class InterruptedRunError(BaseException):
    """Somebody asked this run to stop. Not an Exception: no handler for failures should swallow it."""


class Interrupts:
    """While entered, the first signal raises InterruptedRunError; a second one calls `kill` and ends this process."""

    def __init__(self, kill: Callable[[], None]) -> None:
        self._kill = kill
        self._asked = False
        self._deferring = False
        self._raised = False

    @contextmanager
    def handled(self) -> Iterator[None]:
        """Handle signals during the block."""
        before = {number: signal.signal(number, self._handle) for number in SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def deferred(self) -> Iterator[None]:
        """Let the block finish first: it must not be left half done."""
        self._deferring = True
        try:
            yield
        finally:
            self._deferring = False
        if self._asked and not self._raised:
            self._raise()

    def _handle(self, number: int, frame: FrameType | None) -> None:
        if self._asked:
            self._kill()
            os._exit(KILLED)
        self._asked = True
        if not self._deferring:
            self._raise()

    def _raise(self) -> None:
        self._raised = True
        raise InterruptedRunError
