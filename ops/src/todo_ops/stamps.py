"""Remembers what each prepared thing was made from, so that it is made again only when that changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from todo_ops import paths


def digest(files: Iterable[Path], *words: str) -> str:
    """Return a hash over the names and contents of files (missing ones count as such) and over some words."""
    total = hashlib.sha256()
    for word in words:
        total.update(f"{word}\0".encode())
    for file in sorted(files):
        name = file.relative_to(paths.ROOT) if file.is_relative_to(paths.ROOT) else file
        content = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "missing"
        total.update(f"{name.as_posix()}\0{content}\0".encode())
    return total.hexdigest()


class Stamp:
    """The recorded digest of one prepared thing, such as the environment or the built web app."""

    def __init__(self, name: str, folder: Path | None = None) -> None:
        self._file = (folder or paths.stamps()) / name

    def matches(self, wanted: str) -> bool:
        """Tell whether the thing was finished from exactly these inputs."""
        return self._file.is_file() and self._file.read_text() == wanted

    def clear(self) -> None:
        """Say that the thing is being made: an interrupted attempt must not look finished."""
        self._file.unlink(missing_ok=True)

    def write(self, made_from: str) -> None:
        """Say that the thing is finished."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(made_from)
