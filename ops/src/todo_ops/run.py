"""`./todo run`: database, API and web app on this machine, for one person, until Ctrl-C."""

import json
import os
import sys
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from todo_ops import commands, keys, node, paths, process_table
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console
from todo_ops.errors import PortTakenError, explain_os_errors
from todo_ops.folder_lock import FolderLock
from todo_ops.interrupts import InterruptedRunError, Interrupts
from todo_ops.postgres import PostgresServer
from todo_ops.processes import Processes, ProgramEndedError
from todo_ops.stack import Stack
from todo_ops.stamps import Stamp, digest

WATCH_SECONDS = 0.5
MIGRATIONS = paths.BACKEND / "migrations"
STARTED = "TODO_STARTED"  # when the launcher began, in seconds since 1970


@dataclass(frozen=True)
class Options:
    """What a person chose on the command line."""

    data: Path
    port: int = 3000
    api_port: int = 8000
    browser: bool = True
    demo: bool = False


@dataclass(frozen=True)
class Login:
    """An account to try things out with."""

    email: str
    password: str


class LocalRun:
    """One run over a data folder, which holds the database, the key, the logs and the record of what runs."""

    def __init__(self, options: Options, console: Console) -> None:
        self._options = options
        self._console = console
        self._started = float(os.environ.get(STARTED) or time.time())
        self._lock = FolderLock(options.data)
        self._processes = Processes(options.data)
        self._database = PostgresServer(options.data / "postgres", log_file=options.data / "logs" / "postgres.log")
        self._interrupts = Interrupts(self._kill)

    def run(self) -> int:
        """Serve until somebody asks to stop. Everything is stopped on return, also after a failure."""
        with self._interrupts.handled():
            try:
                with explain_os_errors(self._options.data), self._folder(), self._processes:
                    self._check_ports()
                    node.ensure_built(self._console)
                    with self._running_database():
                        self._serve()
                        self._watch()
            except InterruptedRunError:
                self._console.print("Stopped.")
        return 0

    @contextmanager
    def _folder(self) -> Iterator[None]:
        self._options.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock.acquire()
        try:
            yield
        finally:
            self._lock.release()

    def _check_ports(self) -> None:
        for port, option in ((self._options.port, "--port"), (self._options.api_port, "--api-port")):
            if not process_table.port_is_free(port):
                advice = f"Stop it, or choose another: ./todo run {option} {next_free_port(port)}"
                raise PortTakenError(port, process_table.port_holder(port), advice)

    @contextmanager
    def _running_database(self) -> Iterator[None]:
        with self._console.step("Starting PostgreSQL"), self._interrupts.deferred():
            self._database.start()
        try:
            yield
        finally:
            self._console.print("Stopping.")
            self._processes.stop()
            self._database.stop()

    def _serve(self) -> None:
        stack = Stack(
            database_url=self._database.url(),
            jwt_secret_key=keys.read_or_make(self._options.data / "jwt-secret-key"),
            port=self._options.port,
            api_port=self._options.api_port,
        )
        with self._console.step("Starting the web app and the API"):
            # Side by side, because each spends a second on loading; nobody is told the address before all are done.
            self._processes.start(stack.web())
            self._processes.start(stack.api())
            self._migrate(stack)
            self._processes.wait_until_ready()
        login = self._demo(stack) if self._options.demo else None
        self._announce(stack, login)

    def _migrate(self, stack: Stack) -> None:
        """Bring the schema up to date. What was run is noted beside the data: loading the migrations takes a second."""
        wanted = digest(MIGRATIONS.rglob("*.py"))
        stamp = Stamp("migrated", self._database.data_directory)
        if not stamp.matches(wanted):
            self._backend(stack, "migrate")
            stamp.write(wanted)

    def _demo(self, stack: Stack) -> Login:
        with self._console.step("Filling the sample account"):
            printed = json.loads(self._backend(stack, "demo").strip().splitlines()[-1])
        return Login(printed["email"], printed["password"])

    def _backend(self, stack: Stack, command: str) -> str:
        try:
            return stack.backend(command)
        except CommandFailedError as error:
            raise commands.explain(error, self._options.data) from error

    def _announce(self, stack: Stack, login: Login | None) -> None:
        show = self._console
        show.print(f"\nReady in {time.time() - self._started:.1f} s\n")
        show.print(f"  Address  {show.color(stack.address, 'bold')}")
        if login:
            show.print(f"  Sign in  {login.email}  password {login.password}")
        show.print(f"  Data     {self._options.data}")
        show.print(f"  Logs     {self._processes.logs}")
        show.print("\nPress Ctrl-C to stop.")
        if self._options.browser and has_display():
            webbrowser.open(stack.address)

    def _watch(self) -> None:
        while True:
            time.sleep(WATCH_SECONDS)
            self._processes.check()
            if not self._database.running:
                raise ProgramEndedError("PostgreSQL", None, self._database.log_file)

    def _kill(self) -> None:
        self._processes.kill()
        if pid := self._database.pid:
            process_table.kill([*process_table.descendants(pid), *filter(None, [process_table.identify(pid)])])


def next_free_port(port: int) -> int:
    """Return the first port after `port` that nothing listens on."""
    return next(candidate for candidate in range(port + 1, 65536) if process_table.port_is_free(candidate))


def has_display() -> bool:
    """Tell whether a browser that is opened here would be seen by somebody."""
    if sys.platform in {"win32", "darwin"}:
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
