"""A small copy of the system for the tests of commands that work on a cluster."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

SECONDS = 300
PATIENCE_SECONDS = 120
SMALL = [
    f"{part}.{value}" for part in ("backend", "frontend") for value in ("autoscaling.enabled=false", "replicaCount=1")
]


@dataclass(frozen=True)
class Installed:
    """A copy of the system that the commands work on, in a namespace of its own. `home` gets its backups."""

    home: Path
    namespace: str

    def run(self, *words: str, code: int = 0) -> str:
        """Run `./todo WORDS` on it, expect this exit code, and return what it printed."""
        done = subprocess.run(self.command(*words), env=self.env, capture_output=True, timeout=SECONDS)
        output = (done.stdout + done.stderr).decode()
        assert done.returncode == code, output
        return output

    def command(self, *words: str) -> list[str]:
        """Return the command line."""
        return [sys.executable, "-m", "todo_ops", *words, "--namespace", self.namespace]

    @property
    def env(self) -> dict[str, str]:
        """The environment of the commands: backups go to a folder of the tests."""
        return {**os.environ, "TODO_HOME": str(self.home)}

    def kubectl(self, *arguments: str) -> str:
        """Run kubectl in its namespace."""
        command = ["kubectl", "--namespace", self.namespace, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=SECONDS).stdout


@contextmanager
def installed_with(home: Path, namespace: str, *values: str) -> Iterator[Installed]:
    """A small copy with these values; it goes afterwards with all its data."""
    made = Installed(home, namespace)
    try:
        made.run("deploy", *(word for value in (*values, *SMALL) for word in ("--set", value)))
        yield made
    finally:
        made.run("cleanup", "--data", "--yes")


def until(condition: Callable[[], bool], what: str = "it never came about") -> None:
    """Return when the condition holds.

    Raises:
        pytest.fail.Exception: it does not within two minutes.
    """
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > end:
            pytest.fail(what)
        time.sleep(1)
