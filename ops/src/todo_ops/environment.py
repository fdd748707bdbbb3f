"""Makes the Python environment that everything else runs in: uv first, then the packages as locked.

Standard library only: it runs before anything is installed.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from todo_ops import commands, paths
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console
from todo_ops.errors import AlreadyInUseError, OpsError, explain_os_errors
from todo_ops.folder_lock import FolderLock
from todo_ops.stamps import Stamp, digest

UV_LOCK = paths.OPS / "uv-requirements.lock"
LOCK = paths.ROOT / "requirements.lock"
PROJECTS = [paths.BACKEND, paths.OPS]
LOCK_POLL_SECONDS = 0.2
NO_PIP = (
    "This Python has no pip. Install it (Debian, Ubuntu: apt install python3-pip; Fedora: dnf install python3-pip; "
    "or get uv) and start again."
)


def prepare(console: Console) -> Path:
    """Bring the environment up to date with the lock and return its Python. Takes milliseconds when it already is."""
    wanted = digest(
        [LOCK, UV_LOCK, *(project / "pyproject.toml" for project in PROJECTS)], sys.version, sys.base_prefix
    )
    stamp = Stamp("environment")
    python = paths.venv_program("python")
    if not (stamp.matches(wanted) and python.exists()):
        with preparing(console):
            if not (stamp.matches(wanted) and python.exists()):  # another launcher may have done it meanwhile
                stamp.clear()
                _sync(console, _uv(console))
                stamp.write(wanted)
    return python


@contextmanager
def preparing(console: Console) -> Iterator[None]:
    """Hold the lock of the prepared folder: two launchers at once take turns instead of spoiling each other's work."""
    home = paths.home()
    with explain_os_errors(home):
        home.mkdir(parents=True, exist_ok=True)
        lock = FolderLock(home)
        _acquire(lock, console)
    try:
        with explain_os_errors(home):
            yield
    finally:
        lock.release()


def _acquire(lock: FolderLock, console: Console) -> None:
    told = False
    while True:
        try:
            lock.acquire()
        except AlreadyInUseError:
            if not told:
                console.print("Waiting for another ./todo, which is preparing the same checkout.")
            told = True
            time.sleep(LOCK_POLL_SECONDS)
        else:
            return


def uv_program() -> Path:
    """Return the path of the private uv."""
    folder = paths.home() / "uv"
    return folder / "bin" / ("uv.exe" if sys.platform == "win32" else "uv")


def _uv(console: Console) -> Path:
    """Return uv, installed as pinned if it isn't yet."""
    wanted = digest([UV_LOCK])
    stamp = Stamp("uv")
    if stamp.matches(wanted) and uv_program().exists():
        return uv_program()
    installer = _installer()
    stamp.clear()
    shutil.rmtree(uv_program().parents[1], ignore_errors=True)
    with console.step("Installing uv, the package installer"):
        for command in installer:
            _install(command, "uv")
    stamp.write(wanted)
    return uv_program()


def _installer() -> list[list[str | Path]]:
    """Return the commands that install uv, with whatever this Python came with."""
    python, target = sys.executable, uv_program().parents[1]
    what: list[str | Path] = ["--target", target, "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    what += ["-r", UV_LOCK]
    options = ["--quiet", "--retries", "2"]
    if importlib.util.find_spec("pip"):
        return [[python, "-m", "pip", "install", *options, *what]]
    if found := shutil.which("uv"):
        return [[found, "pip", "install", "--python", python, *what]]
    if importlib.util.find_spec("ensurepip"):
        own = paths.home() / "pip"
        own_python = own / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        return [[python, "-m", "venv", "--clear", own], [own_python, "-m", "pip", "install", *options, *what]]
    raise OpsError(NO_PIP)


def _sync(console: Console, uv: Path) -> None:
    python = paths.venv_program("python")
    with console.step("Installing the Python packages") as step:
        if not _usable(python):
            options = ["--clear", "--no-python-downloads", "--python", sys.executable]
            _install([uv, "venv", *options, paths.venv()], "environment")
        for command in _sync_commands(uv, python):
            _install(command, "packages", lambda line: setattr(step, "detail", line))


def _sync_commands(uv: Path, python: Path) -> list[Sequence[str | Path]]:
    editable: list[str | Path] = [word for project in PROJECTS for word in ("--editable", project)]
    return [
        # Compiled now, once: otherwise each start would, where files may not be written later, and take seconds longer.
        [uv, "pip", "sync", "--python", python, "--require-hashes", "--compile-bytecode", LOCK],
        [uv, "pip", "install", "--python", python, "--no-deps", *editable],
    ]


def _usable(python: Path) -> bool:
    """Tell whether the environment's Python still is the one that runs now: upgrades break or change it."""
    if not python.exists():
        return False
    code = "import sys; print(sys.version, sys.base_prefix)"
    try:
        said = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return said.stdout.strip() == f"{sys.version} {sys.base_prefix}"


def _install(command: Sequence[str | Path], log: str, on_line: "commands.OnLine" = commands.ignore) -> None:
    try:
        commands.run("The installation", command, log=log, on_line=on_line, env={**os.environ, "NO_COLOR": "1"})
    except CommandFailedError as error:
        mirrors = "UV_INDEX_URL and PIP_INDEX_URL"
        raise commands.explain_download(error, paths.home(), "The index of Python packages", mirrors) from error
