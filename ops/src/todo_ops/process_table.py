"""Questions to the operating system about processes and ports. The only module that knows psutil."""

import contextlib
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

GONE = (psutil.NoSuchProcess, psutil.ZombieProcess)


@dataclass(frozen=True)
class ProcessId:
    """A process for good: operating systems reuse pids, so the start time (seconds since 1970) belongs to it."""

    pid: int
    started: float


def identify(pid: int) -> ProcessId | None:
    """Return the identity of a live process, or None when there is none (a zombie counts as none)."""
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return None
        return ProcessId(pid, process.create_time())
    except psutil.NoSuchProcess:
        return None


def is_running(process: ProcessId) -> bool:
    """Tell whether this very process, not a later one with the same pid, still runs."""
    found = identify(process.pid)
    # Start times are derived from the boot time, which a clock adjustment may shift a little.
    return found is not None and abs(found.started - process.started) < 1


def working_directory(pid: int) -> Path | None:
    """Return the process's current directory, or None when it is gone or not ours to ask."""
    try:
        return Path(psutil.Process(pid).cwd())
    except (*GONE, psutil.AccessDenied):
        return None


def named_in(name: str, directory: Path) -> list[int]:
    """Return the pids of processes whose name starts with `name` and whose current directory is `directory`."""
    named = [p.pid for p in psutil.process_iter(["name"]) if (p.info["name"] or "").startswith(name)]
    return [pid for pid in named if working_directory(pid) == directory and identify(pid)]


def descendants(pid: int) -> list[ProcessId]:
    """Return the processes that `pid` started and those that these started."""
    try:
        children = psutil.Process(pid).children(recursive=True)
    except GONE:
        return []
    return [found for child in children if (found := identify(child.pid))]


def kill(processes: Iterable[ProcessId], timeout: float = 5) -> None:
    """End processes at once and wait until they are gone. Those that already ended are skipped."""
    victims = []
    for target in processes:
        if is_running(target):
            with contextlib.suppress(*GONE):
                victims.append(psutil.Process(target.pid))
                victims[-1].kill()
    psutil.wait_procs(victims, timeout=timeout)


def wait_until_gone(process: ProcessId, timeout: float) -> bool:
    """Wait until a process has ended; False when it still runs after `timeout` seconds."""
    if not is_running(process):
        return True
    try:
        psutil.Process(process.pid).wait(timeout)
    except psutil.TimeoutExpired:
        return not is_running(process)
    except psutil.NoSuchProcess:
        pass
    return True


def free_port() -> int:
    """Return a loopback port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def port_is_free(port: int) -> bool:
    """Tell whether a server could listen on this loopback port."""
    with socket.socket() as probe:
        # As servers do: without it, connections of an earlier run in TIME_WAIT would look like a listener.
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def port_holder(port: int) -> str | None:
    """Return "name (pid N)" of whatever listens on a port, or None when the system doesn't tell."""
    with contextlib.suppress(psutil.Error, OSError):
        for connection in psutil.net_connections("tcp"):
            if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port and connection.pid:
                return f"{psutil.Process(connection.pid).name()} (pid {connection.pid})"
    return None
