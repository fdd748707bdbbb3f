"""`./todo cluster`: a local cluster with what the system needs, or a look at the one that is there."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from todo_ops.console import Console
from todo_ops.kubernetes import hosts
from todo_ops.kubernetes.programs import AnswerError, Programs, require
from todo_ops.kubernetes.release import Release, require_cluster

CPUS = 4
MEMORY_MB = 8192
DISK = "20g"
ADDONS = ("ingress", "metrics-server", "dashboard")
KIND_NAME = "todo"
# The ports of the ingress controller become the machine's own.
KIND_CONFIG = """kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
nodes:
  - role: control-plane
    extraPortMappings:
      - containerPort: 80
        hostPort: 80
        listenAddress: 127.0.0.1
      - containerPort: 443
        hostPort: 443
        listenAddress: 127.0.0.1
"""
TRAEFIK_CHARTS = "https://traefik.github.io/charts"
METRICS_CHARTS = "https://kubernetes-sigs.github.io/metrics-server/"
# Traefik answers for the class that the chart asks for by default, on the node's own ports.
TRAEFIK_VALUES = ("ingressClass.name=nginx", "ports.web.hostPort=80", "ports.websecure.hostPort=443")
LEAST_VERSION = (1, 30)


@dataclass(frozen=True)
class Options:
    """What a person chose on the command line."""

    driver: str = "minikube"
    context: str = ""
    yes: bool = False
    dry_run: bool = False


def run(options: Options, console: Console) -> int:
    """Make the cluster ready and say what it lacks. Returns 1 when it lacks something that the system needs."""
    programs = Programs(console, options.dry_run)
    require("kubectl", "helm")
    address = DRIVERS[options.driver](programs)
    release = Release(programs, context=options.context)
    require_cluster(release)
    if address:
        hosts.ensure(console, address, yes=options.yes, dry_run=options.dry_run)
    return 0 if options.dry_run or _complete(release, console) else 1


def _minikube(programs: Programs) -> str:
    """Start minikube with its add-ons where it doesn't run, and return its address."""
    require("minikube")
    if _minikube_state(programs) != "Running":
        size = [f"--cpus={CPUS}", f"--memory={MEMORY_MB}", f"--disk-size={DISK}"]
        programs.change("Starting minikube", "minikube", "start", *size)
    enabled = _enabled_addons(programs)
    for addon in ADDONS:
        if addon not in enabled:
            programs.change(f"Enabling the add-on {addon}", "minikube", "addons", "enable", addon)
    programs.change("Choosing minikube as the current cluster", "kubectl", "config", "use-context", "minikube")
    return "" if programs.dry_run else programs.read("minikube", "ip").strip()


def _minikube_state(programs: Programs) -> str:
    try:
        return programs.read("minikube", "status", "--format={{.Host}}").strip()
    except AnswerError:  # it says by its exit code that it does not run
        return ""


def _enabled_addons(programs: Programs) -> set[str]:
    try:
        addons = json.loads(programs.read("minikube", "addons", "list", "--output=json"))
    except AnswerError:
        return set()
    return {name for name, addon in addons.items() if addon.get("Status") == "enabled"}


def _kind(programs: Programs) -> str:
    """Create a cluster of kind where there is none, with ingress and metrics; its ports are this machine's."""
    require("kind", "docker")
    if KIND_NAME not in programs.read("kind", "get", "clusters").split():
        command = ["kind", "create", "cluster", "--name", KIND_NAME, "--config=-"]
        programs.change("Creating the cluster with kind", *command, given=KIND_CONFIG)
    programs.change("Choosing it", "kubectl", "config", "use-context", f"kind-{KIND_NAME}")
    _install(programs, "traefik", TRAEFIK_CHARTS, "traefik", *TRAEFIK_VALUES)
    _install(programs, "metrics-server", METRICS_CHARTS, "kube-system", "args={--kubelet-insecure-tls}")
    return "127.0.0.1"


def _install(programs: Programs, chart: str, repository: str, namespace: str, *values: str) -> None:
    where = ["--repo", repository, "--namespace", namespace, "--create-namespace"]
    chosen = [word for value in values for word in ("--set", value)]
    programs.change(f"Installing {chart}", "helm", "upgrade", "--install", chart, chart, *where, *chosen)


def _current(programs: Programs) -> str:
    """Use the cluster that kubectl talks to; how the app's name leads there is up to whoever runs it."""
    return ""


DRIVERS: dict[str, Callable[[Programs], str]] = {"minikube": _minikube, "kind": _kind, "current": _current}


@dataclass(frozen=True)
class Need:
    """Something that a cluster must have, or should. `found` says what there is; empty means it is missing."""

    name: str
    found: Callable[[Release], str]
    without: str
    optional: bool = False


def _version(release: Release) -> str:
    version = json.loads(release.read("version", "--output=json"))["serverVersion"]
    numbers = int(version["major"]), int(re.sub(r"\D", "", version["minor"]))
    return str(version["gitVersion"]) if numbers >= LEAST_VERSION else ""


def _default_storage(release: Release) -> str:
    mark = "storageclass.kubernetes.io/is-default-class"
    classes = release.get("storageclasses")["items"]
    annotated = ((found["metadata"]["name"], found["metadata"].get("annotations", {})) for found in classes)
    return next((name for name, annotations in annotated if annotations.get(mark) == "true"), "")


def _ingress_class(release: Release) -> str:
    return ", ".join(found["metadata"]["name"] for found in release.get("ingressclasses")["items"])


def _metrics(release: Release) -> str:
    try:
        release.read("get", "--raw=/apis/metrics.k8s.io/v1beta1/nodes")
    except AnswerError:
        return ""
    return "metrics.k8s.io"


NEEDS = [
    Need("Kubernetes", _version, "1.30 or newer is needed"),
    Need(
        "Default storage class",
        _default_storage,
        "name one in postgres.persistence.storageClass",
    ),
    Need("Ingress class", _ingress_class, "without one, open the app by ./todo port-forward", optional=True),
    Need("Metrics", _metrics, "without metrics-server nothing scales by itself", optional=True),
]


def _complete(release: Release, console: Console) -> bool:
    complete = True
    for need in NEEDS:
        found = need.found(release)
        console.print(f"  {need.name:22} {found or 'missing: ' + need.without}")
        complete &= bool(found) or need.optional
    return complete
