"""The override for development, as Compose reads it: the sources of the checkout, reloaded, open to nobody else."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from todo_ops import compose, docker, paths

OVERRIDE = paths.ROOT / "docker-compose.dev.yml"
Service = dict[str, Any]


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Service]:
    """The services of both files together."""
    secrets = tmp_path_factory.mktemp("compose") / ".env"
    compose.ensure_secrets(secrets)
    files = ["--file", str(compose.FILE), "--file", str(OVERRIDE), "--env-file", str(secrets)]
    command = [*docker.compose(), *files, "config", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Service] = json.loads(done.stdout)["services"]
    return found


def sources(service: Service) -> dict[str, str]:
    """The folders of the checkout by the place where the container sees them."""
    return {one["target"]: one["source"] for one in service["volumes"] if one["type"] == "bind"}


def test_the_api_is_reloaded_from_the_checkout_which_it_can_not_change(services: dict[str, Service]) -> None:
    backend = services["backend"]
    assert sources(backend) == {"/app/src": str(paths.BACKEND / "src")}
    assert all(one.get("read_only") for one in backend["volumes"])
    [watched] = [word.partition("=")[2] for word in backend["command"] if word.startswith("--reload-dir")]
    assert watched == "/app/src"
    assert "--reload" in backend["command"]


def test_the_web_app_runs_from_the_checkout_with_the_images_own_packages(services: dict[str, Service]) -> None:
    frontend = services["frontend"]
    assert sources(frontend) == {"/app": str(paths.FRONTEND)}
    assert {one["target"] for one in frontend["volumes"] if one["type"] == "volume"} == {
        "/app/node_modules",
        "/app/.next",
    }
    assert frontend["command"][:3] == ["npx", "next", "dev"]
    dockerfile = Path(frontend["build"]["context"]) / frontend["build"]["dockerfile"]
    assert re.search(rf"^FROM \S+ AS {frontend['build']['target']}$", dockerfile.read_text("utf-8"), re.MULTILINE)


def test_its_image_does_not_take_the_released_ones_name(services: dict[str, Service]) -> None:
    assert services["frontend"]["image"] == "todo-frontend:dev"


def test_nothing_is_open_to_other_machines(services: dict[str, Service]) -> None:
    open_ports = [port for service in services.values() for port in service.get("ports", [])]
    assert {port["host_ip"] for port in open_ports} == {"127.0.0.1"}
    assert {port["target"] for port in open_ports} == {3000, 8000}


def test_what_is_for_everybody_stays_hardened(services: dict[str, Service]) -> None:
    for name in ("postgres", "migrate", "backend"):
        assert services[name]["read_only"], name
        assert services[name]["cap_drop"] == ["ALL"], name
    assert services["frontend"]["cap_drop"] == ["ALL"]
