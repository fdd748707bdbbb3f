"""What the commands for a cluster do on one, with a copy of their own; `./todo verify` measures the rest."""

import json
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cluster_copy import Installed, installed_with, until

NAMESPACE = "todo-commands-test"
HOST = "commands.todo.local"


@pytest.fixture(scope="session")
def installed(allowed: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """A small copy with backups in a claim."""
    home = tmp_path_factory.mktemp("home")
    with installed_with(home, NAMESPACE, f"ingress.host={HOST}", "backup.enabled=true") as made:
        yield made


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
