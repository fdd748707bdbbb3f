"""Starts the long-running programs of a stack, waits until they answer, watches them and stops them.

Who they are is recorded on disk, so that a later start can end what a killed one left behind.
"""

import json
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from todo_ops import groups, paths, process_table
from todo_ops.errors import ProcessFailedError

READY_SECONDS = 60
STOP_SECONDS = 10
POLL_SECONDS = 0.05
TAIL_LINES = 15
# Nothing here leaves this machine, whatever proxy is set for the rest.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Program:
    """A server to run: it is ready once `ready_url` answers without a server error."""

    name: str
    command: Sequence[str | Path]
    env: Mapping[str, str]
    ready_url: str


class ProgramEndedError(ProcessFailedError):
    """A server ended without being told to. The message ends with the last lines of its log."""

    def __init__(self, name: str, code: int | None, log: Path) -> None:
        how = f" with exit code {code}" if code is not None else ""
        super().__init__(f"{name} ended unexpectedly{how}. The end of {log}:\n{tail(log)}")


class NotReadyError(ProcessFailedError):
    """A server runs but does not answer in time."""

    def __init__(self, program: Program, log: Path) -> None:
        super().__init__(
            f"{program.name} does not answer at {program.ready_url} after {READY_SECONDS} s. "
            f"The end of {log}:\n{tail(log)}"
        )


class Processes:
    """Servers that run together: they are started one by one, and all stop when the block ends.

    `folder` gets their logs and the record of their process ids.
    """

    def __init__(self, folder: Path) -> None:
        self.logs = folder / "logs"
        self._record = folder / "processes.json"
        self._running: list[tuple[Program, subprocess.Popen[bytes]]] = []

    def __enter__(self) -> Self:
        self.logs.mkdir(parents=True, exist_ok=True)
        end_orphans(self._record)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self, program: Program) -> None:
        """Start a server in a process group of its own, so that a terminal's Ctrl-C does not reach it."""
        with self.log(program).open("wb") as output:
            process = subprocess.Popen(
                [str(word) for word in program.command],
                cwd=paths.ROOT,
                env=dict(program.env),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                creationflags=groups.NEW_GROUP,
            )
        self._running.append((program, process))
        self._write_record()

    def wait_until_ready(self) -> None:
        """Return when every server answers. Raises ProgramEndedError or NotReadyError."""
        deadline = time.monotonic() + READY_SECONDS
        for program, _ in self._running:
            while not answers(program.ready_url):
                self.check()
                if time.monotonic() > deadline:
                    raise NotReadyError(program, self.log(program))
                time.sleep(POLL_SECONDS)

    def check(self) -> None:
        """Raise ProgramEndedError when one of the servers has ended."""
        for program, process in self._running:
            if process.poll() is not None:
                raise ProgramEndedError(program.name, process.returncode, self.log(program))

    def stop(self) -> None:
        """Ask all to stop and wait; end those that take too long."""
        for _, process in self._running:
            groups.ask_to_stop(process)
        deadline = time.monotonic() + STOP_SECONDS
        for _, process in self._running:
            try:
                process.wait(max(0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                continue
        self.kill()

    def kill(self) -> None:
        """End all at once, together with what they started."""
        for _, process in self._running:
            groups.kill(process)
        self._running.clear()
        self._record.unlink(missing_ok=True)

    def log(self, program: Program) -> Path:
        """Return the file with a server's output."""
        return self.logs / f"{program.name.lower().replace(' ', '-')}.log"

    def _write_record(self) -> None:
        known = [found for _, process in self._running if (found := process_table.identify(process.pid))]
        partial = self._record.with_suffix(".new")
        partial.write_text(json.dumps([{"pid": found.pid, "started": found.started} for found in known]))
        partial.replace(self._record)


def end_orphans(record: Path) -> None:
    """End the servers of an earlier run that was killed. A recorded pid that meanwhile is somebody else's is spared."""
    try:
        entries = json.loads(record.read_text())
        recorded = [process_table.ProcessId(int(entry["pid"]), float(entry["started"])) for entry in entries]
    except FileNotFoundError:
        return
    except (ValueError, KeyError, TypeError):  # half written when the disk was full
        recorded = []
    for process in recorded:
        if process_table.is_running(process):
            process_table.kill([*process_table.descendants(process.pid), process])
    record.unlink(missing_ok=True)


def answers(url: str) -> bool:
    """Tell whether a server answers with anything but a server error."""
    try:
        with DIRECT.open(url, timeout=5):
            return True
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False


def tail(log: Path, lines: int = TAIL_LINES) -> str:
    """Return the last lines of a log, indented."""
    if not log.exists():
        return "  (empty)"
    text = log.read_text("utf-8", "replace").splitlines()[-lines:]
    return "\n".join(f"  {line}" for line in text) or "  (empty)"
