"""What the rows of the scorecard share: a copy of the system of their own, and how it is installed and asked."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from todo_ops.console import Console
from todo_ops.errors import OpsError, ProcessFailedError
from todo_ops.kubernetes import cleanup, deploy
from todo_ops.kubernetes.release import Release, is_ready
from todo_ops.verify import address, app
from todo_ops.verify.client import Address

# A namespace and a host of its own: what else runs on the cluster is left alone.
NAMESPACE = "todo-verify"
HOST = "verify.todo.local"
# The mark of namespaces whose data may be deleted.
PURPOSE = {"todo-ops/purpose": "verify"}
TIMEOUT_SECONDS = 180
POLL_SECONDS = 0.5
PARTS = ("backend", "frontend")
DOWN = "autoscaling.behavior.scaleDown"
# Five minutes until pods are taken away again are right for people and too long here. Three pods are enough to see it
# work, and more would take the processor of a small machine from what is measured.
SCALING = (
    "autoscaling.maxReplicas=3",
    f"{DOWN}.stabilizationWindowSeconds=15",
    f"{DOWN}.policies[0].type=Pods",
    f"{DOWN}.policies[0].value=5",
    f"{DOWN}.policies[0].periodSeconds=15",
)
QUICK_SCALING = [f"{part}.{setting}" for part in PARTS for setting in SCALING]


@dataclass(frozen=True)
class Measurement:
    """What a row found: a text for people, and whether it is within the bar; None: it could not be measured here.

    `late`: all is as it should be, but took longer than the bar allows, as on a machine that has other things to do.
    """

    value: str
    passed: bool | None
    late: bool = False


def timed(value: str, taken: float, most: float, *, passed: bool = True) -> Measurement:
    """Return a measurement of something that must be right and take less than `most`, in the same unit."""
    return Measurement(value, passed and taken < most, late=passed and most <= taken < math.inf)


@dataclass
class Context:
    """The release under test. `values` and `settings` are what a person added to its values."""

    release: Release
    console: Console
    url: str = ""
    values: Sequence[Path] = ()
    settings: Sequence[str] = ()
    load_seconds: float = 15
    installed_in: float | None = field(default=None)

    @cached_property
    def address(self) -> Address:
        """Where the release answers."""
        return address.find(self.release, self.url)

    @cached_property
    def account(self) -> app.Account:
        """An account for requests that need one; its data means nothing."""
        self.ensure_installed()
        return app.call(self.address, app.sign_up)

    def options(self, *settings: str, host: str = HOST) -> list[str]:
        """Return Helm's options for the release, with further settings."""
        all_settings = [*QUICK_SCALING, f"ingress.host={host}", *self.settings, *settings]
        return deploy.helm_options(deploy.Options(values=self.values, settings=all_settings))

    def upgrade(self, *settings: str, wait: bool = True) -> None:
        """Upgrade the release with further settings, and wait until it is ready."""
        self.release.install("helm upgrade", *self.options(*settings), seconds=TIMEOUT_SECONDS, wait=wait)

    def ensure_installed(self) -> None:
        """Install the release where it is not there, or not whole, and remember how long that took."""
        if self.release.status() == "deployed":
            return
        self.release.create_namespace()
        started = time.monotonic()
        self.upgrade()
        self.installed_in = time.monotonic() - started
        self.forget()

    def require_own_namespace(self) -> None:
        """Raise an error when the namespace is there and was not made for these measurements, which delete its data."""
        namespace = self.release.find("namespace", self.release.namespace)
        if namespace and not PURPOSE.items() <= namespace["metadata"].get("labels", {}).items():
            name = self.release.namespace
            raise OpsError(f"The namespace {name} was not made by ./todo verify, which deletes all data in its own.")

    def forget(self) -> None:
        """Forget what was found out about an earlier install."""
        for name in ("address", "account"):
            self.__dict__.pop(name, None)

    def remove(self) -> None:
        """Uninstall the release with its data."""
        if self.release.status():
            cleanup.uninstall(self.release)
        if self.release.find("namespace", self.release.namespace):
            cleanup.delete_data(self.release)
        self.forget()

    def names(self, component: str) -> set[str]:
        """Return the names of a component's pods."""
        return {pod["metadata"]["name"] for pod in self.release.pods(component)}

    def backend_deployment(self) -> dict[str, Any]:
        """Return the API's deployment as the cluster describes it."""
        return self.release.get(f"deployment/{self.release.fullname}-backend")

    def wait_for_pods(self, seconds: float = TIMEOUT_SECONDS) -> float:
        """Wait until every pod that serves is ready and return how long that took."""
        started = time.monotonic()
        wait_until(lambda: all_ready(self.release), seconds, "every pod is ready")
        return time.monotonic() - started


def fixed_size(pods: int) -> list[str]:
    """Return settings for so many pods of each part, whatever the load."""
    return [f"{part}.{setting}" for part in PARTS for setting in ("autoscaling.enabled=false", f"replicaCount={pods}")]


def all_ready(release: Release) -> bool:
    """Tell whether each component has pods, and all of them are ready."""
    found: list[list[dict[str, Any]]] = [release.pods(name) for name in ("frontend", "backend", "postgres")]
    return all(pods and all(map(is_ready, pods)) for pods in found)


def wait_until(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Return once the condition holds.

    Raises:
        ProcessFailedError: it does not within so many seconds.
    """
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise ProcessFailedError(f"after {seconds:.0f} s not yet: {what}")
        time.sleep(POLL_SECONDS)
