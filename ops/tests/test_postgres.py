"""The embedded server against real data folders: first start, restart, crashes, refusals."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from todo_ops import postgres_binaries, process_table
from todo_ops.errors import AlreadyInUseError, DiskFullError, PortTakenError
from todo_ops.postgres import PostgresServer, WrongVersionError, _sweep_temporary, temporary

QUICK = {"fsync": "off"}
as_root = pytest.mark.skipif(not postgres_binaries.is_root(), reason="only root has an account to change to")


def query(server: PostgresServer, statement: str, database: str = "todo") -> str:
    """Run a statement with the wheel's own psql, so that these tests need no driver."""
    psql = postgres_binaries.directory(None) / "psql"
    command = [str(psql), "--no-psqlrc", "-v", "ON_ERROR_STOP=1", "-Atc", statement, server.url(database)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def kill_server(server: PostgresServer) -> None:
    process = process_table.identify(server.pid or 0)
    assert process
    os.kill(process.pid, signal.SIGKILL)
    assert process_table.wait_until_gone(process, 5)


@contextmanager
def killed_owner(folder: Path) -> Iterator[None]:
    """Another Python runs the server of a folder during the block, and is killed at its end."""
    code = (
        "import sys, pathlib; from todo_ops.postgres import PostgresServer\n"
        "server = PostgresServer(pathlib.Path(sys.argv[1])); server.start()\n"
        "print('started', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout
        assert owner.stdout.readline() == "started\n"
        yield
        owner.kill()


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """One cluster for the tests that leave it usable: making one takes most of a second."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "data"
        yield path
        PostgresServer(path).remove()


@pytest.fixture
def server(folder: Path) -> Iterator[PostgresServer]:
    with PostgresServer(folder, settings=QUICK) as started:
        yield started


class TestRunning:
    def test_answers_as_utf8_in_utc(self, server: PostgresServer) -> None:
        assert query(server, "SELECT upper('é') || current_setting('timezone')") == "ÉUTC"

    def test_listens_on_loopback_only_and_asks_for_the_password(self, server: PostgresServer) -> None:
        assert query(server, "SELECT current_setting('listen_addresses')") == "127.0.0.1"
        good = server.url()
        server.url = lambda database="todo": good.replace(server._password(), "wrong")  # type: ignore[method-assign]
        with pytest.raises(subprocess.CalledProcessError) as refused:
            query(server, "SELECT 1")
        assert "password authentication failed" in refused.value.stderr

    def test_password_file_is_private(self, server: PostgresServer, folder: Path) -> None:
        assert (folder / "password").stat().st_mode & 0o777 == 0o600

    def test_data_survives_a_restart(self, server: PostgresServer) -> None:
        query(server, "CREATE TABLE kept AS SELECT 42 AS answer")
        port = server.port
        server.stop()
        assert not server.running
        assert server.pid is None
        server.start()
        assert query(server, "SELECT answer FROM kept") == "42"
        assert server.port == port  # those who were connected find it again

    def test_a_copy_of_the_folder_is_a_backup(self, server: PostgresServer, folder: Path, tmp_path: Path) -> None:
        query(server, "CREATE TABLE treasure AS SELECT 7 AS pieces")
        server.stop()
        shutil.copytree(folder, tmp_path / "copy", copy_function=shutil.copyfile)  # without owners and modes
        (tmp_path / "copy" / "cluster").chmod(0o755)
        with PostgresServer(tmp_path / "copy", settings=QUICK) as restored:
            assert query(restored, "SELECT pieces FROM treasure") == "7"

    def test_settings_reach_the_server(self, folder: Path) -> None:
        with PostgresServer(folder, settings={"application_name": 'it\'s "quoted"', **QUICK}) as started:
            assert query(started, "SHOW application_name", "postgres") == "psql"
            shown = "SELECT reset_val FROM pg_settings WHERE name = 'max_connections'"
            assert query(started, shown) == "100"
            started.stop()
            started._settings["max_connections"] = "37"
            started.start()
            assert query(started, shown) == "37"

    def test_temporary_leaves_nothing(self) -> None:
        with temporary(max_connections="20") as short:
            place, pid = short.data_directory, short.pid
            assert query(short, "SHOW fsync") == "off"
        assert not place.exists()
        assert pid
        assert process_table.identify(pid) is None


class TestRecovery:
    def test_after_the_server_was_killed(self, server: PostgresServer) -> None:
        query(server, "CREATE TABLE before_the_crash AS SELECT 1")
        kill_server(server)
        assert not server.running
        server.stop()
        server.start()
        assert query(server, "SELECT count(*) FROM before_the_crash") == "1"

    def test_after_its_owner_was_killed(self, folder: Path) -> None:
        with killed_owner(folder):
            orphan = PostgresServer(folder).pid
        assert orphan
        assert process_table.identify(orphan)
        with PostgresServer(folder) as heir:
            assert process_table.identify(orphan) is None
            assert heir.pid != orphan

    def test_a_pid_file_that_names_somebody_else(self, folder: Path) -> None:
        account = postgres_binaries.account_for(folder / "cluster")
        other = subprocess.Popen(
            ["/bin/cat"], stdin=subprocess.PIPE, user=account.uid if account else None, cwd="/"
        )  # PostgreSQL takes any process of its own account for a server
        with other, PostgresServer(folder, settings=QUICK) as started:
            kill_server(started)
            pid_file = folder / "cluster" / "postmaster.pid"
            pid_file.write_text(f"{other.pid}\n" + pid_file.read_text().split("\n", 1)[1])
            assert started.pid is None
            started.stop()
            started.start()
            assert started.running
            assert other.poll() is None
            other.kill()

    def test_a_lost_password_file(self, folder: Path) -> None:
        (folder / "password").unlink()
        with PostgresServer(folder) as started:
            assert query(started, "SELECT 1") == "1"

    def test_a_half_made_cluster_is_made_anew(self, tmp_path: Path) -> None:
        (tmp_path / "cluster.new" / "base").mkdir(parents=True)
        with PostgresServer(tmp_path, settings=QUICK) as started:
            assert query(started, "SELECT 1") == "1"

    def test_temporary_servers_of_killed_tests_are_swept(self) -> None:
        abandoned = Path(tempfile.mkdtemp(prefix="todo-postgres-"))
        with killed_owner(abandoned):
            orphan = PostgresServer(abandoned).pid
            with temporary():
                assert process_table.identify(orphan or 0)
        with temporary():
            assert not abandoned.exists()
            assert process_table.identify(orphan or 0) is None

    def test_other_peoples_temporary_folders_are_left_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def closed(path: Path) -> bool:
            raise PermissionError(13, "Permission denied", str(path))

        with tempfile.TemporaryDirectory(prefix="todo-postgres-") as foreign:
            monkeypatch.setattr(Path, "exists", closed)
            _sweep_temporary()
            monkeypatch.undo()
            assert Path(foreign).exists()


class TestRefusals:
    def test_a_second_server_on_the_same_folder(self, server: PostgresServer, folder: Path) -> None:
        with pytest.raises(AlreadyInUseError, match="in use by another run"):
            PostgresServer(folder).start()
        assert server.running

    def test_a_taken_port_names_its_holder(self, folder: Path) -> None:
        with socket.socket() as holder:
            holder.bind(("127.0.0.1", 0))
            holder.listen()
            port = holder.getsockname()[1]
            with pytest.raises(PortTakenError, match=rf"Port {port} is taken by .*\(pid {os.getpid()}\)"):
                PostgresServer(folder, port=port).start()

    def test_data_of_another_major_version(self, tmp_path: Path) -> None:
        (tmp_path / "cluster").mkdir()
        (tmp_path / "cluster" / "PG_VERSION").write_text("15\n")
        with pytest.raises(WrongVersionError, match=r"PostgreSQL 15; this version reads 16\."):
            PostgresServer(tmp_path).start()

    def test_a_failed_start_frees_the_folder(self, tmp_path: Path) -> None:
        (tmp_path / "cluster").mkdir()
        (tmp_path / "cluster" / "PG_VERSION").write_text("15\n")
        for _ in range(2):
            with pytest.raises(WrongVersionError):
                PostgresServer(tmp_path).start()

    @as_root
    def test_a_full_disk(self, small_disk: Path) -> None:
        with pytest.raises(DiskFullError, match="is full"):
            PostgresServer(small_disk / "data").start()
        assert {entry.name for entry in (small_disk / "data").iterdir()} == {"lock"}


@as_root
class TestAsRoot:
    def test_runs_as_an_unprivileged_account(self, server: PostgresServer, folder: Path) -> None:
        account = postgres_binaries.account_for(folder / "cluster")
        assert account
        assert account.uid != 0
        assert (folder / "cluster").stat().st_uid == account.uid

    def test_in_a_folder_that_the_account_cannot_enter(self, tmp_path: Path) -> None:
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o700)
        with PostgresServer(closed / "data", settings=QUICK) as started:
            assert query(started, "SELECT 1") == "1"

    def test_programs_that_the_account_cannot_reach_are_copied(self, monkeypatch: pytest.MonkeyPatch) -> None:
        installed = postgres_binaries._installed()
        with tempfile.TemporaryDirectory() as closed, tempfile.TemporaryDirectory() as open_to_all:
            Path(open_to_all).chmod(0o755)
            unreachable = Path(closed) / "pginstall"
            shutil.copytree(installed, unreachable, symlinks=True, ignore=shutil.ignore_patterns("include"))
            monkeypatch.setattr(postgres_binaries, "_installed", lambda: unreachable)
            monkeypatch.setattr(postgres_binaries, "REACHABLE_COPIES", Path(open_to_all) / "copies")
            postgres_binaries._reachable_copy.cache_clear()
            account = postgres_binaries.account_for(Path("missing"))
            found = postgres_binaries.directory(account)
            assert found.is_relative_to(open_to_all)
            assert account
            assert postgres_binaries._can_run(found, account)
            assert postgres_binaries.directory(None) == unreachable / "bin"
        postgres_binaries._reachable_copy.cache_clear()
