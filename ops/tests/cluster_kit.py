"""Shared by the tests of the cluster's commands: stand-ins of its programs, and objects as a cluster describes them."""

import json
import sys
from io import StringIO
from pathlib import Path
from typing import Any

from todo_ops.console import Console
from todo_ops.kubernetes.programs import Programs
from todo_ops.kubernetes.release import Release

FAKE = Path(__file__).with_name("fake_cluster.py")
DEPLOYED = json.dumps({"info": {"status": "deployed"}})
NOT_FOUND = "Error: release: not found"
INGRESS = {"spec": {"rules": [{"host": "todo.local"}]}, "status": {}}


class FakeCluster:
    """Stand-ins of the programs, alone on the PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / "bin"
        self.programs.mkdir(parents=True)
        self._rules: list[list[object]] = []
        self.screen = StringIO()
        self.console = Console(self.screen)
        self.has("kubectl", "helm")
        self.answer("helm status", DEPLOYED)

    def has(self, *names: str) -> None:
        """Install stand-ins of these names."""
        for name in names:
            file = self.programs / name
            file.write_text(f"#!{sys.executable}\n{FAKE.read_text()}")
            file.chmod(0o755)

    def lacks(self, name: str) -> None:
        """Take one away."""
        (self.programs / name).unlink()

    def answer(self, pattern: str, output: object, code: int = 0) -> None:
        """Let calls that match answer so; what is no text as JSON."""
        self._rules.append([pattern, output if isinstance(output, str) else json.dumps(output), code])
        (self.folder / "rules").write_text(json.dumps(self._rules))

    def calls(self, pattern: str = "") -> list[list[str]]:
        """Return the calls, each a list of words; those that start with a text."""
        file = self.folder / "calls"
        found = [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []
        return [call for call in found if " ".join(call).startswith(pattern)]

    def changes(self) -> list[str]:
        """Return the calls that change something."""
        reading = {"get", "version", "logs", "config", "ip", "list"}
        looks = ("helm status", "minikube status")
        texts = [" ".join(call) for call in self.calls() if not reading.intersection(call)]
        return [text for text in texts if not text.startswith(looks)]

    def release(self, *, dry_run: bool = False, name: str = "todo") -> Release:
        """Return a release on it."""
        return Release(Programs(self.console, dry_run), name)

    @property
    def shown(self) -> str:
        """What a person has seen."""
        return self.screen.getvalue()


def pod(name: str = "todo-backend-1", component: str = "backend", **status: Any) -> dict[str, Any]:
    """Return a pod as the cluster describes it; ready unless a status is given."""
    ready = {"conditions": [{"type": "Ready", "status": "True", "lastTransitionTime": "2026-01-01T00:00:09Z"}]}
    labels = {"app.kubernetes.io/component": component, "app.kubernetes.io/instance": "todo"}
    metadata = {"name": name, "labels": labels, "creationTimestamp": "2026-01-01T00:00:00Z"}
    spec = {"restartPolicy": "Always", "containers": [{"name": component}]}
    return {"kind": "Pod", "metadata": metadata, "spec": spec, "status": status or {"phase": "Running", **ready}}


def deployment(component: str = "backend") -> dict[str, Any]:
    """Return a deployment of the release."""
    labels = {"app.kubernetes.io/component": component, "app.kubernetes.io/instance": "todo"}
    return {"kind": "Deployment", "metadata": {"name": f"todo-{component}", "labels": labels}, "spec": {}, "status": {}}


def container(name: str = "backend", **state: Any) -> dict[str, Any]:
    """Return a container's status: `waiting={...}`, `running={}` or `terminated={...}`."""
    restarts = state.pop("restarts", 0)
    return {"name": name, "ready": False, "restartCount": restarts, "containerID": "containerd://1", "state": state}


def items(*objects: dict[str, Any]) -> dict[str, Any]:
    """Return a list of objects as kubectl prints it."""
    return {"kind": "List", "items": list(objects)}
