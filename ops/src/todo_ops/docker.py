"""The container engine's command line: which client there is, and what it answers."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from typing import Any

from todo_ops import commands
from todo_ops.commands import OnLine
from todo_ops.errors import OpsError

CLIENT = "DOCKER"  # names another client than the first `docker` on the path
NO_CLIENT = (
    "There is no Docker here. Install it (https://docs.docker.com/engine/install/) or name its client in DOCKER."
)
NO_ENGINE = "Docker's engine doesn't answer. Start it, and see with `docker info` that you may use it."
NO_COMPOSE = (
    "Docker has no Compose here. Install its plugin (https://docs.docker.com/compose/install/) or docker-compose."
)


def client() -> str:
    """Return the path of the client."""
    found = shutil.which(os.environ.get(CLIENT) or "docker")
    if found is None:
        raise OpsError(NO_CLIENT)
    return found


def is_usable() -> bool:
    """Tell whether there are a client and an engine that answers it."""
    try:
        require_engine()
    except OpsError:
        return False
    return True


def require_engine() -> None:
    """Raise an error with advice when no engine answers."""
    if not _answers([client(), "version", "--format", "{{.Server.Version}}"]):
        raise OpsError(NO_ENGINE)


def compose() -> list[str]:
    """Return the command of Compose: the client's plugin, or the program of its own."""
    if _answers([client(), "compose", "version"]):
        return [client(), "compose"]
    if found := shutil.which("docker-compose"):
        return [found]
    raise OpsError(NO_COMPOSE)


def run(title: str, *arguments: str, log: str, on_line: OnLine = commands.ignore) -> str:
    """Run the client to its end and return its output; raises CommandFailedError."""
    return commands.run(title, [client(), *arguments], log=log, env=environment(), on_line=on_line)


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment for the client: BuildKit on, also for engines that still have the older builder."""
    return {**os.environ, "DOCKER_BUILDKIT": "1", "BUILDKIT_PROGRESS": "plain", **(extra or {})}


def inspect(image: str) -> dict[str, Any]:
    """Return what the engine knows of an image."""
    found: list[dict[str, Any]] = json.loads(run("docker image inspect", "image", "inspect", image, log="inspect"))
    return found[0]


def _answers(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
