"""What the commands for a cluster do on one, with a copy of their own; `./todo verify` measures the rest."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

NAMESPACE = "todo-commands-test"
HOST = "commands.todo.local"
SECONDS = 300
TRIES = 60


@dataclass(frozen=True)
class Installed:
    """A copy of the system that the commands work on."""

    home: Path

    def run(self, command: str, *arguments: str, code: int = 0) -> str:
        """Run `./todo COMMAND` on it, expect this exit code, and return what it printed."""
        done = subprocess.run(self.command(command, *arguments), env=self.env, capture_output=True, timeout=SECONDS)
        output = (done.stdout + done.stderr).decode()
        assert done.returncode == code, output
        return output

    def command(self, command: str, *arguments: str) -> list[str]:
        """Return the command line."""
        return [sys.executable, "-m", "todo_ops", command, "--namespace", NAMESPACE, *arguments]

    @property
    def env(self) -> dict[str, str]:
        """The environment of the commands: backups go to a folder of the tests."""
        return {**os.environ, "TODO_HOME": str(self.home)}

    def kubectl(self, *arguments: str) -> str:
        """Run kubectl in its namespace."""
        command = ["kubectl", "--namespace", NAMESPACE, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=SECONDS).stdout


@pytest.fixture(scope="session")
def installed(allowed: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """A small copy with backups in a claim; it goes afterwards with all its data."""
    made = Installed(tmp_path_factory.mktemp("home"))
    small = [
        f"{part}.{value}"
        for part in ("backend", "frontend")
        for value in ("autoscaling.enabled=false", "replicaCount=1")
    ]
    values = [f"ingress.host={HOST}", "backup.enabled=true", *small]
    try:
        made.run("deploy", *(word for value in values for word in ("--set", value)))
        yield made
    finally:
        made.run("cleanup", "--data", "--yes")


def test_it_can_be_deployed_again_and_is_well(installed: Installed) -> None:
    installed.run("upgrade")
    assert "deployed" in installed.run("status")
    assert "9 of 9" in installed.run("smoke")


def test_an_upgrade_that_does_not_come_up_says_why_and_can_be_taken_back(installed: Installed) -> None:
    wrong = "backend.extraEnv[0].name=LOG_LEVEL,backend.extraEnv[0].value=loud"
    output = installed.run("upgrade", "--set", wrong, "--timeout", "40", code=1)
    assert "migrate ended: Error, exit code 2" in output
    assert "LOG_LEVEL: Input should be" in output
    assert "9 of 9" in installed.run("smoke")
    assert "failed" in installed.run("status", code=1)
    installed.run("rollback")
    assert "deployed" in installed.run("status")


def test_the_latest_backup_comes_back_from_here_and_from_the_claim(installed: Installed) -> None:
    from_claim = installed.run("restore", "latest", "--yes")
    assert "Restoring todo-" in from_claim  # the one that the deployment made
    installed.run("backup")
    (file,) = (installed.home / "backups").rglob("*.dump")
    assert f"Restoring {file.name}" in installed.run("restore", "latest", "--yes")
    assert "9 of 9" in installed.run("smoke")


def test_a_damaged_backup_changes_nothing(installed: Installed, tmp_path: Path) -> None:
    whole, half = tmp_path / "whole.dump", tmp_path / "half.dump"
    installed.run("backup", "--output", str(whole))
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert "nothing was changed" in installed.run("restore", str(half), "--yes", code=1)
    assert "9 of 9" in installed.run("smoke")


def test_one_port_for_the_whole_app_also_after_its_pod_went(installed: Installed) -> None:
    with forwarded(installed) as url:
        assert "9 of 9" in installed.run("smoke", "--url", url.replace("127.0.0.1", "localhost"))
        installed.kubectl("delete", "pods", "--selector", "app.kubernetes.io/component=frontend")
        until(lambda: answers(url))


@contextmanager
def forwarded(installed: Installed) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = installed.command("port-forward", "--port", str(port))
    with subprocess.Popen(command, env=installed.env, stderr=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            until(lambda: answers(url))
            yield url
        finally:
            process.terminate()
    assert process.returncode == 0


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/api/health", timeout=5) as answer:
            return bool(json.load(answer)["status"] == "ok")
    except (OSError, urllib.error.URLError):
        return False


def until(condition: Callable[[], bool]) -> None:
    for _ in range(TRIES):
        if condition():
            return
        time.sleep(1)
    pytest.fail("it never came about")
