"""`run` from outside: real processes and a real PostgreSQL; the product itself is a stand-in (fake_todo.py)."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from todo_ops import process_table
from todo_ops.postgres import PostgresServer
from todo_ops.process_table import ProcessId

FAKE = Path(__file__).with_name("fake_todo.py")
STOP_SECONDS = 20


@dataclass
class Run:
    """A `./todo run` in its own process, as a terminal would have it."""

    process: "subprocess.Popen[str]"
    folder: Path
    port: int
    api_port: int
    said: str = ""

    def read_until(self, words: str) -> None:
        """Read what it prints until these words. Fails when it ends before."""
        assert self.process.stderr
        for line in self.process.stderr:
            self.said += line
            if words in line:
                return
        pytest.fail(f"ended without saying {words!r}:\n{self.said}")

    def end(self) -> int:
        """Wait until it has ended, and return its exit code."""
        code = self.process.wait(STOP_SECONDS)  # what it still prints fits into the pipe
        assert self.process.stderr
        self.said += self.process.stderr.read()
        return code

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.end()

    def children(self) -> list[ProcessId]:
        """Return the recorded servers and PostgreSQL."""
        recorded = json.loads((self.folder / "processes.json").read_text())
        postmaster = process_table.identify(PostgresServer(self.folder / "postgres").pid or 0)
        assert postmaster
        return [*(ProcessId(entry["pid"], entry["started"]) for entry in recorded), postmaster]


@contextlib.contextmanager
def running(folder: Path, *options: str, ports: tuple[int, int] | None = None, **env: str) -> Iterator[Run]:
    port, api_port = ports or (process_table.free_port(), process_table.free_port())
    command = [sys.executable, str(FAKE), "run", "--data", str(folder), f"--port={port}", f"--api-port={api_port}"]
    environment = {**os.environ, "TODO_HOME": str(folder.parent / "todo-home"), **env}
    with subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True, env=environment) as process:
        run = Run(process, folder, port, api_port)
        try:
            yield run
        finally:
            if process.poll() is None:
                run.stop()


def settings_of(port: int) -> dict[str, str]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
        found: dict[str, str] = json.load(answer)
        return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for all: each test leaves it usable, as people's folders must be."""
    return tmp_path_factory.mktemp("run") / "data"


class TestServing:
    def test_serves_and_stops_everything_on_one_interrupt(self, folder: Path) -> None:
        with running(folder, "--demo") as run:
            run.read_until("Press Ctrl-C to stop.")
            settings = settings_of(run.api_port)
            assert settings["DATABASE_URL"].startswith("postgresql://todo:")
            assert settings["JWT_SECRET_KEY"] == (folder / "jwt-secret-key").read_text()
            assert settings_of(run.port)["PORT"] == str(run.port)
            children = run.children()
            assert len(children) == 3
            assert run.stop() == 0
        assert f"Address  http://127.0.0.1:{run.port}" in run.said
        assert "demo@example.test  password fake-password" in run.said
        assert re.search(r"Ready in \d+\.\d s", run.said)
        assert not any(process_table.is_running(child) for child in children)
        assert not (folder / "processes.json").exists()

    def test_the_key_stays_and_is_private(self, folder: Path) -> None:
        keys = []
        for _ in range(2):
            with running(folder) as run:
                run.read_until("Press Ctrl-C")
                keys.append(settings_of(run.api_port)["JWT_SECRET_KEY"])
        assert keys[0] == keys[1]
        assert len(keys[0]) >= 32
        assert (folder / "jwt-secret-key").stat().st_mode & 0o777 == 0o600

    def test_a_second_interrupt_does_not_wait(self, folder: Path) -> None:
        with running(folder, FAKE_FAULT="serve-hangs") as run:
            run.read_until("Press Ctrl-C")
            children = run.children()
            run.process.send_signal(signal.SIGINT)
            run.read_until("Stopping.")
            run.process.send_signal(signal.SIGINT)
            assert run.end() == 130
        assert not any(process_table.is_running(child) for child in children)

    def test_migrations_run_once_for_each_version_of_them(self, folder: Path) -> None:
        stamp = folder / "postgres" / "migrated"
        with running(folder, FAKE_FAULT="migrate-fails") as run:
            run.read_until("Press Ctrl-C")
        stamp.write_text("of an older version")
        with running(folder, FAKE_FAULT="migrate-fails") as run:
            assert run.end() == 1
        assert stamp.read_text() == "of an older version"
        with running(folder) as run:
            run.read_until("Press Ctrl-C")
        assert stamp.read_text() != "of an older version"

    def test_the_time_counts_from_when_the_launcher_began(self, folder: Path) -> None:
        with running(folder, TODO_STARTED=str(time.time() - 1000)) as run:
            run.read_until("Press Ctrl-C")
        assert re.search(r"Ready in 100\d\.\d s", run.said)

    def test_termination_stops_it_too(self, folder: Path) -> None:
        with running(folder) as run:
            run.read_until("Press Ctrl-C")
            children = run.children()
            run.process.terminate()
            assert run.end() == 0
        assert not any(process_table.is_running(child) for child in children)


class TestRecovery:
    @pytest.mark.parametrize("victim", [0, 1, 2], ids=["web app", "API", "PostgreSQL"])
    def test_a_killed_server_is_reported_and_all_stops(self, folder: Path, victim: int) -> None:
        with running(folder) as run:
            run.read_until("Press Ctrl-C")
            children = run.children()
            os.kill(children[victim].pid, signal.SIGKILL)
            assert run.end() == 1
        name = ["Web app", "API", "PostgreSQL"][victim]
        assert f"error: {name} ended unexpectedly" in run.said
        assert "Traceback" not in run.said
        assert not any(process_table.is_running(child) for child in children)

    def test_the_next_start_ends_what_a_killed_run_left(self, folder: Path) -> None:
        with running(folder) as killed:
            killed.read_until("Press Ctrl-C")
            left = killed.children()
            killed.process.kill()
            killed.process.wait()
        assert all(process_table.is_running(child) for child in left)
        with running(folder, ports=(killed.port, killed.api_port)) as heir:
            heir.read_until("Press Ctrl-C")
            assert not any(process_table.is_running(child) for child in left)


class TestRefusals:
    def test_a_second_run_on_the_same_folder(self, folder: Path) -> None:
        with running(folder) as first:
            first.read_until("Press Ctrl-C")
            with running(folder) as second:
                assert second.end() == 2
            assert second.said.count("\n") == 1
            assert f"{folder} is in use by another run" in second.said
            assert settings_of(first.port)

    @pytest.mark.parametrize("option", ["--port", "--api-port"])
    def test_a_taken_port(self, folder: Path, option: str) -> None:
        with socket.socket() as holder:
            holder.bind(("127.0.0.1", 0))
            holder.listen()
            taken = holder.getsockname()[1]
            free = process_table.free_port()
            with running(folder, ports=(taken, free) if option == "--port" else (free, taken)) as run:
                assert run.end() == 2
        assert run.said.startswith(f"error: Port {taken} is taken by ")
        assert f"pid {os.getpid()}" in run.said
        assert f"./todo run {option} " in run.said

    def test_a_full_disk(self, small_disk: Path) -> None:
        with running(small_disk / "data", TODO_HOME=str(small_disk.parent / "home")) as run:
            assert run.end() == 2
        assert "is full. Free some space" in run.said
        assert "Traceback" not in run.said

    def test_a_disk_that_fills_up_in_a_migration(self, folder: Path) -> None:
        (folder / "postgres" / "migrated").unlink(missing_ok=True)
        with running(folder, FAKE_FAULT="full-disk") as run:
            assert run.end() == 2
        assert "is full" in run.said

    def test_a_failing_migration_shows_what_it_said(self, folder: Path) -> None:
        (folder / "postgres" / "migrated").unlink(missing_ok=True)
        with running(folder, FAKE_FAULT="migrate-fails") as run:
            assert run.end() == 1
        assert "error: todo migrate failed with exit code 1" in run.said
        assert "the fake migrate fails" in run.said

    def test_a_server_that_does_not_start_shows_what_it_said(self, folder: Path) -> None:
        with running(folder, FAKE_FAULT="serve-fails") as run:
            assert run.end() == 1
        assert "error: API ended unexpectedly with exit code 1" in run.said
        assert "the fake serve fails" in run.said

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with running(tmp_path / "file" / "data", TODO_HOME=str(tmp_path / "home")) as run:
            assert run.end() == 2
        assert run.said.count("\n") == 1
        assert "is not a folder" in run.said
