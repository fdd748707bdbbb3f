"""Failures that a person can act on. Each message is one line that says what happened and what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class OpsError(Exception):
    """A command can't go on. It ends the program with `exit_code`: 2 when something must be put right first."""

    exit_code = 2


class DiskFullError(OpsError):
    """No space is left for a file or a database."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The disk that holds {path} is full. Free some space (about 1 GB) and start again.")


class UnreachableError(OpsError):
    """A package registry doesn't answer."""

    def __init__(self, registry: str, setting: str) -> None:
        super().__init__(
            f"{registry} can't be reached. Check the network, a proxy (HTTPS_PROXY) or the mirror set with {setting}, "
            "and start again; what is already here is kept."
        )


class NotWritableError(OpsError):
    """A folder is read-only or belongs to somebody else."""

    ADVICE = "Get write access, or choose another folder (--data for tasks, TODO_HOME for what is installed)."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} can't be written. {self.ADVICE}")


class NotAFolderError(OpsError):
    """A file stands where a folder is needed."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} can't be used: a part of this path is not a folder. Choose another one.")


class AlreadyInUseError(OpsError):
    """Another running process holds the folder's lock."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is in use by another run. Stop that one first, or choose another folder with --data.")


class PortTakenError(OpsError):
    """Something else listens on a port that was asked for."""

    def __init__(self, port: int, holder: str | None, advice: str) -> None:
        by = f" by {holder}" if holder else ""
        super().__init__(f"Port {port} is taken{by}. {advice}")
        self.port = port


class ProcessFailedError(OpsError):
    """A program that this one started has failed."""

    exit_code = 1


# What the system, the C library, Node and Windows say when a disk is full.
DISK_FULL_WORDS = ("No space left on device", "ENOSPC", "Disk quota exceeded", "not enough space on the disk")
FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
NO_FOLDER = {errno.ENOTDIR, errno.EEXIST}
DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def explain_os_errors(path: Path) -> Iterator[None]:
    """Turn the operating system's refusals while writing under `path` into errors with advice."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise DiskFullError(path) from error
        if error.errno in DENIED:
            raise NotWritableError(path) from error
        if error.errno in NO_FOLDER:
            raise NotAFolderError(path) from error
        raise
