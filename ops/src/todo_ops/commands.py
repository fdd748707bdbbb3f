"""Runs a program to its end with its output in a log file, and explains the failures that people meet.

Standard library only: the launcher uses it before anything is installed.
"""

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from todo_ops import groups, paths
from todo_ops.errors import (
    DISK_FULL_WORDS,
    DiskFullError,
    NotWritableError,
    OpsError,
    ProcessFailedError,
    UnreachableError,
    explain_os_errors,
)

UNREACHABLE_WORDS = re.compile(
    r"Connection refused|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH"
    r"|[Tt]emporary failure in name resolution|Name or service not known|nodename nor servname"
    r"|[Nn]etwork is unreachable|NewConnectionError|Max retries exceeded|ConnectTimeout|[Tt]imed out"
    r"|dns error|tcp connect error|error sending request|Failed to fetch|network error"
)
DENIED_WORDS = re.compile(r"Read-only file system|EROFS|EACCES|os error 13")
TERMINAL_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")

OnLine = Callable[[str], None]


def ignore(line: str) -> None:
    """Do nothing with a line of output."""


class CommandFailedError(ProcessFailedError):
    """A program ended with an error. `output` is what it said."""

    def __init__(self, title: str, code: int, output: str, log: Path) -> None:
        super().__init__(f"{title} failed with exit code {code}. Its output is in {log}")
        self.code = code
        self.output = output


def run(
    title: str,
    command: Sequence[str | Path],
    *,
    log: str,
    cwd: Path = paths.ROOT,
    env: Mapping[str, str] | None = None,
    on_line: OnLine = ignore,
) -> str:
    """Run a program and return its output, which also goes to the log file of this name; `on_line` gets each line.

    Raises CommandFailedError with the output. When this process is interrupted, the program and its children end first.
    """
    file = paths.logs() / f"{log}.log"
    with explain_os_errors(paths.home()):
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8") as copy, _started(command, cwd, env) as process:
            output = "".join(_copied(process.stdout, copy, on_line))
    if process.returncode:
        raise CommandFailedError(title, process.returncode, output, file)
    return output


def _copied(source: IO[str] | None, copy: IO[str], on_line: Callable[[str], None]) -> Iterator[str]:
    for line in source or ():
        copy.write(line)
        copy.flush()
        if text := TERMINAL_CODES.sub("", line).strip():
            on_line(text)
        yield line


@contextmanager
def _started(
    command: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None
) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [str(word) for word in command],
        cwd=cwd,
        env=dict(env) if env is not None else None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
        creationflags=groups.NEW_GROUP,
    )
    try:
        with process:
            yield process
    except BaseException:
        groups.kill(process)
        raise


def output_of_failure(command: Callable[[], str]) -> Iterator[str]:
    """Yield what a program said when it fails; nothing when it does not."""
    try:
        command()
    except CommandFailedError as error:
        yield error.output.strip() or str(error)


def explain(error: CommandFailedError, folder: Path) -> OpsError:
    """Return what a failed program means when the reason is the disk with `folder`; else the failure itself."""
    if any(words in error.output for words in DISK_FULL_WORDS):
        return DiskFullError(folder)
    if DENIED_WORDS.search(error.output):
        return NotWritableError(folder)
    return error


def explain_download(error: CommandFailedError, folder: Path, registry: str, setting: str) -> OpsError:
    """The same for a program that fetches packages: `setting` is the variable that names another registry."""
    explained = explain(error, folder)
    if explained is error and UNREACHABLE_WORDS.search(error.output):
        return UnreachableError(registry, setting)
    return explained
