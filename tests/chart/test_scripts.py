"""The scripts that the chart runs in containers, run here with stand-ins for what they call."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from todo_ops import manifests, paths

FILES = manifests.CHART / "files"
METRICS = (paths.BACKEND / "src" / "todo" / "metrics.py").read_text("utf-8")
GOOD = {
    "/health/ready": (200, "application/json", '{"status": "ok", "database": "ok"}'),
    "/api/tasks": (401, "application/problem+json", '{"type": "urn:todo:problem:unauthenticated"}'),
}
Program = Callable[[str, str], Path]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Put a shell script on the PATH under a name; it comes before programs of that name."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")

    def put(name: str, body: str) -> Path:
        file = folder / name
        file.write_text(f"#!/bin/sh\n{body}\n")
        file.chmod(0o755)
        return file

    return put


class TestBackup:
    @pytest.fixture(autouse=True)
    def _stand_ins(self, program: Program, tmp_path: Path) -> None:
        self.folder = tmp_path / "backups"
        self.folder.mkdir()
        self.program = program
        program("pg_isready", "exit 0")
        program("sleep", "exit 0")
        # The last argument is --file=...
        program("pg_dump", 'for last; do :; done; echo "$@" > "${last#--file=}"')

    def backup(self, keep: int = 3, **env: str) -> "subprocess.CompletedProcess[str]":
        command = ["sh", str(FILES / "backup.sh"), str(self.folder), str(keep)]
        return subprocess.run(command, env={**os.environ, **env}, capture_output=True, text=True, check=False)

    @property
    def dumps(self) -> list[str]:
        return sorted(file.name for file in self.folder.iterdir())

    def test_it_writes_a_dump_named_by_the_time(self) -> None:
        done = self.backup()
        assert done.returncode == 0, done.stderr
        [name] = self.dumps
        assert re.fullmatch(r"todo-\d{8}T\d{6}Z\.dump", name)
        assert "--format=custom" in (self.folder / name).read_text()
        assert name in done.stdout

    def test_it_keeps_the_newest(self) -> None:
        for day in range(1, 6):
            (self.folder / f"todo-2020010{day}T023000Z.dump").touch()
        (self.folder / "notes.txt").touch()
        self.backup(keep=3)
        assert self.dumps[:3] == ["notes.txt", "todo-20200104T023000Z.dump", "todo-20200105T023000Z.dump"]
        assert len(self.dumps) == 4

    def test_a_dump_that_fails_leaves_nothing_and_removes_nothing(self) -> None:
        self.program("pg_dump", 'for last; do :; done; echo half > "${last#--file=}"; exit 1')
        for day in range(1, 6):
            (self.folder / f"todo-2020010{day}T023000Z.dump").touch()
        assert self.backup(keep=1).returncode != 0
        assert len(self.dumps) == 5
        assert not any(name.endswith(".partial") for name in self.dumps)

    def test_a_whole_address_is_passed_on(self) -> None:
        self.backup(DATABASE_URL="postgresql://todo:p w@db/todo")
        [name] = self.dumps
        assert (self.folder / name).read_text().startswith("--dbname=postgresql://todo:p w@db/todo ")

    def test_it_gives_up_when_the_database_never_answers(self) -> None:
        self.program("pg_isready", "exit 2")
        done = self.backup()
        assert done.returncode == 1
        assert "does not answer" in done.stderr
        assert self.dumps == []

    def test_it_waits_for_the_database(self, tmp_path: Path) -> None:
        asked = tmp_path / "asked"
        self.program("pg_isready", f'echo >> {asked}; [ "$(wc -l < {asked})" -ge 3 ]')
        assert self.backup().returncode == 0
        assert len(asked.read_text().splitlines()) == 3


class TestTheTestOfTheApi:
    """What `helm test` runs against the API must fail when the API is not as it should be."""

    def test_good_answers(self) -> None:
        assert self.outcome(GOOD) == 0

    @pytest.mark.parametrize(
        ("path", "answer"),
        [
            ("/health/ready", (503, "application/json", '{"status": "unavailable", "database": "unavailable"}')),
            ("/health/ready", (200, "application/json", '{"status": "ok", "database": "unavailable"}')),
            ("/api/tasks", (200, "application/json", "[]")),
            ("/api/tasks", (401, "application/json", '{"type": "urn:todo:problem:unauthenticated"}')),
            ("/api/tasks", (401, "application/problem+json", '{"type": "about:blank"}')),
        ],
    )
    def test_bad_answers(self, path: str, answer: tuple[int, str, str]) -> None:
        assert self.outcome({**GOOD, path: answer}) == 1

    def outcome(self, answers: dict[str, tuple[int, str, str]]) -> int:
        with serving(answers) as address:
            command = [sys.executable, str(FILES / "tests" / "backend.py")]
            return subprocess.run(command, env={"BACKEND": address}, capture_output=True, check=False).returncode


@contextmanager
def serving(answers: dict[str, tuple[int, str, str]]) -> Iterator[str]:
    """Serve fixed answers by path, and yield the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, content_type, body = answers[self.path]
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_the_dashboard_asks_for_metrics_that_exist() -> None:
    dashboard = (FILES / "dashboard.json").read_text("utf-8")
    exist = {name.removesuffix("_total") for name in re.findall(r'(?:Counter|Histogram)\(\s*"(\w+)"', METRICS)}
    asked = {re.sub(r"_(total|bucket)$", "", name) for name in re.findall(r"todo_\w+", dashboard)}
    assert asked == exist
