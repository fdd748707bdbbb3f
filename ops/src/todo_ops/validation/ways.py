"""The ways in which a criterion is shown: a command that ends well, a version, a row of the scorecard, a file."""

import os
import re
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from todo_ops import commands, paths
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console
from todo_ops.suites import CLUSTER_VARIABLE
from todo_ops.verify.context import Measurement

PYTHON = (sys.executable, "-P", "-m", "todo_ops")
LONGEST = 110  # characters of what is shown of an answer
CUE_END = re.compile(r"--> (?:(\d+):)?(\d\d):(\d\d\.\d+)")
VERSION = re.compile(r"v?(\d+)\.(\d+)")


class Scorecard(Protocol):
    """Gives what `./todo verify` measured of a row."""

    def __call__(self, row: str) -> Measurement: ...


@dataclass
class Trial:
    """One run of the checklist. What is the same for several criteria is tried once."""

    console: Console
    scorecard: Scorecard
    cluster: bool = False
    root: Path = paths.ROOT
    known: dict["Way", Measurement] = field(default_factory=dict)

    def of(self, way: "Way") -> Measurement:
        """What a way shows."""
        if way not in self.known:
            self.known[way] = way.show(self)
        return self.known[way]

    def run(self, words: Sequence[str], title: str, good: Sequence[int] = (0,)) -> Measurement:
        """Run a program to its end; the last line that it says is what is shown. `good` are the codes of success."""
        env = os.environ | ({CLUSTER_VARIABLE: "1"} if self.cluster else {})
        try:
            with self.console.step(title):
                said = commands.run(title, words, log="validate", cwd=self.root, env=env)
        except CommandFailedError as error:
            return Measurement(last_line(error.output) or str(error), passed=error.code in good)
        except OSError as error:
            return Measurement(f"{words[0]}: {error.strerror}", passed=False)
        return Measurement(last_line(said) or "it ends well", passed=True)


class Way(Protocol):
    """How a criterion is shown. Hashable: equal ways are tried once."""

    def __hash__(self) -> int: ...

    @property
    def typed(self) -> str:
        """What a person types to see it."""
        ...

    def show(self, trial: Trial) -> Measurement:
        """Try it."""
        ...


@dataclass(frozen=True)
class Answers:
    """A program that ends well."""

    words: tuple[str, ...]

    @property
    def typed(self) -> str:
        return shlex.join(self.words)

    def show(self, trial: Trial) -> Measurement:
        return trial.run(self.words, self.typed)


@dataclass(frozen=True)
class Todo:
    """A command of `./todo` that ends well: with one of the exit codes in `good`."""

    line: str
    good: tuple[int, ...] = (0,)

    @property
    def typed(self) -> str:
        return f"./todo {self.line}"

    def show(self, trial: Trial) -> Measurement:
        return trial.run([*PYTHON, *shlex.split(self.line)], self.typed, self.good)


@dataclass(frozen=True)
class Version:
    """A program that says a version, at least this one."""

    words: tuple[str, ...]
    least: tuple[int, int]

    @property
    def typed(self) -> str:
        return shlex.join(self.words)

    def show(self, trial: Trial) -> Measurement:
        said = trial.run(self.words, self.typed)
        found = VERSION.search(said.value) if said.passed else None
        if found is None:
            return Measurement(said.value, passed=False)
        return Measurement(said.value, passed=(int(found[1]), int(found[2])) >= self.least)


@dataclass(frozen=True)
class Row:
    """A row of the scorecard."""

    name: str

    @property
    def typed(self) -> str:
        return f"./todo verify --only {self.name}"

    def show(self, trial: Trial) -> Measurement:
        return trial.scorecard(self.name)


@dataclass(frozen=True)
class Names:
    """A file that names all of these, whatever their case."""

    file: str
    words: tuple[str, ...]

    @property
    def typed(self) -> str:
        return f"grep -i -e {' -e '.join(shlex.quote(word) for word in self.words)} {self.file}"

    def show(self, trial: Trial) -> Measurement:
        path = trial.root / self.file
        if not path.is_file():
            return Measurement(f"there is no {self.file}", passed=False)
        text = path.read_text("utf-8").lower()
        missing = [word for word in self.words if word.lower() not in text]
        if missing:
            return Measurement(f"{self.file} does not name {', '.join(missing)}", passed=False)
        return Measurement(f"{self.file} names {', '.join(self.words)}", passed=True)


@dataclass(frozen=True)
class Lasts:
    """A film that lasts at most so many seconds, by the end of its last caption (WebVTT)."""

    captions: str
    most: int

    @property
    def typed(self) -> str:
        return f"tail {self.captions}"

    def show(self, trial: Trial) -> Measurement:
        path = trial.root / self.captions
        if not path.is_file():
            return Measurement(f"there is no {self.captions}", passed=False)
        ends = CUE_END.findall(path.read_text("utf-8"))
        if not ends:
            return Measurement(f"{self.captions} has no caption", passed=False)
        hours, minutes, seconds = ends[-1]
        lasts = int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)
        return Measurement(f"{lasts:g} s", passed=0 < lasts <= self.most)


def last_line(said: str) -> str:
    """The last line that says something, cut to what fits into a table."""
    lines = [commands.TERMINAL_CODES.sub("", line).strip() for line in said.splitlines()]
    return next((line[:LONGEST] for line in reversed(lines) if line), "")
