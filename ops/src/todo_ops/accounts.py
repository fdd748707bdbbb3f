"""`./todo accounts`: the backend's own command for operators, run where the system is.

That is the data folder of `./todo run`, whether it runs or not, the containers of `./todo compose`, or a cluster.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from todo_ops import compose, docker, keys, paths
from todo_ops.arguments import Subparsers
from todo_ops.console import Console
from todo_ops.errors import OpsError, explain_os_errors
from todo_ops.folder_lock import FolderLock
from todo_ops.kubernetes.cli import add_release
from todo_ops.kubernetes.cli import release as release_of
from todo_ops.kubernetes.release import Release, require_installed
from todo_ops.postgres import PostgresServer
from todo_ops.stack import PYTHON, Stack

ACTIONS = {
    "list": "everybody who has an account",
    "add": "make an account, also where nobody may sign up",
    "password": "set another password; every session of the account ends",
    "delete": "delete an account with everything in it, for good",
}
FLAGS = ("json", "password_stdin", "yes")
VALUES = ("name", "language", "time_zone")
COMMAND = ("python", "-m", "todo", "accounts")


def add_commands(commands: Subparsers) -> None:
    """Add the command to the tool's command line."""
    text = "list, add or delete accounts, or set a password: here, in containers, or on a cluster"
    parser = commands.add_parser("accounts", help=text, description=f"{text[0].upper()}{text[1:]}.")
    actions = "; ".join(f"{name}: {meaning}" for name, meaning in ACTIONS.items())
    parser.add_argument("action", choices=ACTIONS, metavar="ACTION", help=actions)
    parser.add_argument("email", nargs="?", default="", metavar="EMAIL", help="whose account; not with list")
    parser.add_argument("--name", help="with add; default: what stands before the @")
    parser.add_argument("--language", metavar="CODE", help="with add: en, de, es, ... (en)")
    parser.add_argument("--time-zone", metavar="ZONE", help="with add: such as Europe/Berlin (UTC)")
    text = "with add and password: read it from standard input (default: one is made up and printed)"
    parser.add_argument("--password-stdin", action="store_true", help=text)
    parser.add_argument("--yes", action="store_true", help="with delete: do not ask")
    parser.add_argument("--json", action="store_true", help="with list: for programs")
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--data", type=Path, default=None, metavar="DIR", help="data folder (default: that of run)")
    place.add_argument("--compose", action="store_true", help="in the containers of ./todo compose")
    place.add_argument("--cluster", action="store_true", help="on the cluster")
    add_release(parser)
    parser.set_defaults(command=run, dry_run=False)


def run(options: argparse.Namespace, console: Console) -> int:
    """Run the backend's command where the options say; its input and output are this program's."""
    words = arguments(options)
    if options.compose:
        return _in_containers(words)
    if options.cluster:
        return _on_cluster(release_of(options, console), words)
    with _local((options.data or paths.user_data()).absolute()) as environment:
        return _call([*PYTHON, "accounts", *words], environment)


def arguments(options: argparse.Namespace) -> list[str]:
    """Return what the backend's command is given.

    Raises:
        OpsError: an address is missing, or there is one too many.
    """
    if bool(options.email) == (options.action == "list"):
        needs = "takes no address" if options.email else "needs the address of the account"
        raise OpsError(f"./todo accounts {options.action} {needs}.")
    words = [options.action, *filter(None, [options.email])]
    words += [_option(name) for name in FLAGS if getattr(options, name)]
    given = {_option(name): getattr(options, name) for name in VALUES}
    return words + [f"{name}={value}" for name, value in given.items() if value is not None]


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _in_containers(words: Sequence[str]) -> int:
    docker.require_engine()
    if not compose.ENV_FILE.exists():
        raise OpsError("There are no containers of this checkout. Start them: ./todo compose")
    terminal = [] if sys.stdin.isatty() else ["--no-TTY"]
    command = compose.ComposeStack().command("exec", *terminal, "backend", *COMMAND, *words)
    return _call(command, docker.environment({}))


def _on_cluster(release: Release, words: Sequence[str]) -> int:
    require_installed(release)
    terminal = ["--stdin", "--tty"] if sys.stdin.isatty() else ["--stdin"]
    place = [f"deployment/{release.fullname}-backend", "--container", "backend"]
    return _call(release.kubectl("exec", *terminal, *place, "--", *COMMAND, *words))


@contextmanager
def _local(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of the backend over a data folder, whose database runs meanwhile."""
    database = PostgresServer(folder / "postgres", log_file=folder / "logs" / "postgres.log")
    if not (folder / "postgres").exists():
        raise OpsError(f"There is nothing in {folder}. Start the task manager once: ./todo run")
    with explain_os_errors(folder), _running(database, FolderLock(folder)):
        key = keys.read_or_make(folder / "jwt-secret-key")
        yield Stack(database.url(), key, port=3000, api_port=8000).backend_env()


@contextmanager
def _running(database: PostgresServer, lock: FolderLock) -> Iterator[None]:
    """Use the database of a run that is under way, or start it for the moment."""
    if database.running:
        yield
        return
    lock.acquire()
    try:
        database.start()
        yield
    finally:
        database.stop()
        lock.release()


def _call(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    return subprocess.run(list(map(str, command)), env=environment, check=False).returncode
