"""One installed copy of the system: where it is, what its parts are called, and what the cluster says about them."""

from dataclasses import dataclass, field
from typing import Any

from todo_ops import manifests
from todo_ops.errors import OpsError, ProcessFailedError
from todo_ops.kubernetes.programs import AnswerError, Programs, require

CHART_NAME = "todo"
LONGEST_NAME = 40  # as in the chart's own helper
POD_SECURITY = "pod-security.kubernetes.io"
# Labels by which this tool knows a namespace that it made, and may take away again.
MADE_HERE = {"app.kubernetes.io/managed-by": "todo-ops"}


@dataclass(frozen=True)
class Release:
    """A release of the chart in a namespace; `context` names an entry of kubeconfig, empty the current one."""

    programs: Programs
    name: str = "todo"
    namespace: str = "todo"
    context: str = ""
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def fullname(self) -> str:
        """The prefix of every object's name."""
        full = self.name if CHART_NAME in self.name else f"{self.name}-{CHART_NAME}"
        return full[:LONGEST_NAME].removesuffix("-")

    @property
    def selector(self) -> str:
        """The label that all its objects carry."""
        return f"app.kubernetes.io/instance={self.name}"

    def component(self, name: str) -> str:
        """Return the labels of one component's pods."""
        return f"{self.selector},app.kubernetes.io/component={name}"

    def kubectl(self, *arguments: str) -> list[str]:
        """Return a command line of kubectl for the release's namespace."""
        return ["kubectl", *self._context("--context"), "--namespace", self.namespace, *arguments]

    def helm(self, *arguments: str) -> list[str]:
        """Return a command line of Helm for the release's namespace."""
        return ["helm", *arguments, "--namespace", self.namespace, *self._context("--kube-context")]

    def _context(self, option: str) -> list[str]:
        return [option, self.context] if self.context else []

    def read(self, *arguments: str, given: str | bytes = "", seconds: float = 60) -> str:
        """Return what kubectl prints."""
        return self.programs.read(*self.kubectl(*arguments), given=given, seconds=seconds)

    def change(self, title: str, *arguments: str, given: str = "") -> str:
        """Let kubectl change something."""
        return self.programs.change(title, *self.kubectl(*arguments), given=given)

    def get(self, *arguments: str) -> dict[str, Any]:
        """Return an object, or a list of them, as the cluster describes it."""
        found: dict[str, Any] = self.programs.read_json(*self.kubectl("get", *arguments, "--output=json"))
        return found

    def find(self, *arguments: str) -> dict[str, Any] | None:
        """Return an object, or None where there is none."""
        try:
            return self.get(*arguments)
        except AnswerError as error:
            if error.is_not_found:
                return None
            raise

    def pods(self, component: str = "") -> list[dict[str, Any]]:
        """Return the pods of the release, or those of one component; not the ones that are on their way out."""
        selector = self.component(component) if component else self.selector
        found: list[dict[str, Any]] = self.get("pods", "--selector", selector)["items"]
        return [pod for pod in found if "deletionTimestamp" not in pod["metadata"]]

    def status(self) -> str:
        """Return Helm's word for the release's state: `deployed`, `failed`, `pending-upgrade`; empty: not installed."""
        try:
            answer = self.programs.read_json(*self.helm("status", self.name, "--output", "json"))
        except AnswerError as error:
            if error.is_not_found:
                return ""
            raise
        return str(answer["info"]["status"])

    def require(self) -> None:
        """Raise an error when the release is not installed."""
        if not self.programs.dry_run and not self.status():
            raise OpsError(f"There is no release {self.name} in namespace {self.namespace}. Install it: ./todo deploy")

    def create_namespace(self) -> None:
        """Create the namespace, with the strictest of the Pod Security Standards; one that is there stays as it is."""
        if not self.programs.dry_run and self.find("namespace", self.namespace) is not None:
            return
        self.change(f"Creating the namespace {self.namespace}", "apply", "--filename=-", given=self._namespace())

    def _namespace(self) -> str:
        levels = {f"{POD_SECURITY}/{mode}": "restricted" for mode in ("enforce", "audit", "warn")}
        labels = "".join(f"    {name}: {value}\n" for name, value in {**levels, **MADE_HERE, **self.labels}.items())
        return f"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {self.namespace}\n  labels:\n{labels}"

    def install(self, title: str, *options: str, seconds: int, wait: bool = True) -> str:
        """Install the chart, or upgrade to it, and wait until everything is ready."""
        waiting = ["--wait", "--timeout", f"{seconds}s"] if wait else []
        command = self.helm("upgrade", self.name, str(manifests.CHART), "--install", *waiting, *options)
        return self.programs.change(title, *command)


def is_ready(pod: dict[str, Any]) -> bool:
    """Tell whether a pod gets requests."""
    conditions = pod.get("status", {}).get("conditions", [])
    return any(condition["type"] == "Ready" and condition["status"] == "True" for condition in conditions)


def require_cluster(release: Release) -> None:
    """Raise an error with advice when no cluster answers."""
    if release.programs.dry_run:
        return
    try:
        release.read("version", "--output=json", "--request-timeout=10s")
    except AnswerError as error:
        advice = "Start one with ./todo cluster, or choose another one with --context."
        raise ProcessFailedError(f"No cluster answers ({error}). {advice}") from error


def require_installed(release: Release) -> None:
    """Raise an error when a program, the cluster or the release is missing: what most commands need."""
    require("kubectl", "helm")
    require_cluster(release)
    release.require()
