"""A lock on a folder that ends with the process that holds it, however that process ends."""

import sys
from pathlib import Path
from typing import IO

from todo_ops.errors import AlreadyInUseError

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from `acquire()` to `release()`. Children don't inherit it: Python opens files close-on-exec."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None

    def acquire(self) -> None:
        """Take the lock, or raise AlreadyInUseError at once when another process has it."""
        file = (self._folder / "lock").open("ab")
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise AlreadyInUseError(self._folder) from error
        self._file = file

    def release(self) -> None:
        """Let the next process have it. Harmless when not held."""
        if self._file:
            self._file.close()
            self._file = None
