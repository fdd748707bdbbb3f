"""What a namespace says about itself: objects, logs of what fails, and the names of its Secrets' keys, never values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from todo_ops.kubernetes import pod_states
from todo_ops.kubernetes.programs import AnswerError
from todo_ops.kubernetes.release import Release, is_ready

Thing = dict[str, Any]  # an object as the API describes it

NAMESPACED = (
    *("pods", "events", "deployments", "statefulsets", "replicasets", "jobs", "cronjobs", "horizontalpodautoscalers"),
    *("persistentvolumeclaims", "services", "ingresses", "networkpolicies", "resourcequotas", "configmaps"),
)
# Of the whole cluster: who may not look at them gets a diagnosis without.
CLUSTER_WIDE = ("nodes", "storageclasses", "ingressclasses")
LOG_LINES = 60
# What kubectl prints, as if it were the log, when the runtime has thrown a run's log away.
LOG_GONE = "unable to retrieve container logs"
COMPONENT = "app.kubernetes.io/component"
INSTANCE = "app.kubernetes.io/instance"
_KEYS = '{{range .items}}{{.metadata.name}}{{range $key, $value := .data}} {{$key}}{{end}}{{"\\n"}}{{end}}'


@dataclass(frozen=True)
class Facts:
    """Objects by kind (`Pod`, `Event`...), keys of each Secret by its name, and the end of logs by (pod, container).

    `unseen` are the kinds that the person may not look at; of those nothing can be said.
    """

    release: str
    namespace: str
    things: Mapping[str, list[Thing]] = field(default_factory=dict)
    secrets: Mapping[str, frozenset[str]] | None = field(default_factory=dict)
    logs: Mapping[tuple[str, str], str] = field(default_factory=dict)
    unseen: tuple[str, ...] = ()

    def all(self, kind: str) -> list[Thing]:
        """Every object of a kind that was read."""
        return self.things.get(kind, [])

    def mine(self, kind: str) -> list[Thing]:
        """Those that belong to the release."""
        return [thing for thing in self.all(kind) if labels(thing).get(INSTANCE) == self.release]

    def pods(self, component: str = "") -> list[Thing]:
        """The release's pods that are not on their way out, or those of a component."""
        pods = [pod for pod in self.mine("Pod") if "deletionTimestamp" not in pod["metadata"]]
        return [pod for pod in pods if not component or labels(pod).get(COMPONENT) == component]

    def events(self, kind: str, name: str, reason: str = "") -> list[str]:
        """Messages of the warnings about an object, oldest first; of one reason, where it is given."""
        found = [event for event in self.all("Event") if event.get("type") == "Warning"]
        about = [event for event in found if _is_about(event, kind, name) and reason in ("", event.get("reason"))]
        ordered = sorted(about, key=lambda event: event.get("lastTimestamp") or event.get("eventTime") or "")
        return [" ".join(str(event.get("message", "")).split()) for event in ordered]

    def log(self, pod: Thing, container: str) -> str:
        """The end of a failing container's log; empty where none was read."""
        return self.logs.get((name_of(pod), container), "")


def name_of(thing: Thing) -> str:
    """An object's name."""
    return str(thing["metadata"]["name"])


def labels(thing: Thing) -> dict[str, str]:
    """An object's labels."""
    found: dict[str, str] = thing["metadata"].get("labels") or {}
    return found


def statuses(pod: Thing) -> Iterator[Thing]:
    """The states of a pod's containers, those that run first and end before the others included."""
    yield from pod["status"].get("initContainerStatuses", [])
    yield from pod["status"].get("containerStatuses", [])


def condition(thing: Thing, kind: str) -> Thing:
    """One of an object's conditions; empty where it has no such."""
    found = thing.get("status", {}).get("conditions") or []
    return next((one for one in found if one["type"] == kind), {})


def read(release: Release) -> Facts:
    """Everything that the checks ask for.

    Raises:
        AnswerError: the namespace's objects can't be read.
    """
    things = _by_kind(release.get(",".join(NAMESPACED))["items"])
    unseen = tuple(kind for kind in CLUSTER_WIDE if not _add_cluster_wide(release, kind, things))
    facts = Facts(release.name, release.namespace, things, _secret_keys(release), unseen=unseen)
    return Facts(facts.release, facts.namespace, things, facts.secrets, dict(_logs(release, facts)), unseen)


def _by_kind(found: Iterable[Thing]) -> dict[str, list[Thing]]:
    kinds: dict[str, list[Thing]] = {}
    for thing in found:
        kinds.setdefault(str(thing["kind"]), []).append(thing)
    return kinds


def _add_cluster_wide(release: Release, kind: str, things: dict[str, list[Thing]]) -> bool:
    try:
        things.update(_by_kind(release.get(kind)["items"]))
    except AnswerError:
        return False
    return True


def _secret_keys(release: Release) -> dict[str, frozenset[str]] | None:
    """Only names and keys leave the cluster; None where the person may not list Secrets."""
    try:
        lines = release.read("get", "secrets", f"--output=go-template={_KEYS}").splitlines()
    except AnswerError:
        return None
    return {words[0]: frozenset(words[1:]) for words in map(str.split, lines) if words}


def _logs(release: Release, facts: Facts) -> Iterator[tuple[tuple[str, str], str]]:
    for pod in facts.pods():
        for container in _troubled(pod):
            name, title = name_of(pod), str(container["name"])
            again = bool(container.get("restartCount")) and "running" not in container["state"]
            if said := _log(release, name, title, previous=again) or (again and _log(release, name, title)):
                yield (name, title), said


def _log(release: Release, pod: str, container: str, *, previous: bool = False) -> str:
    """The end of a container's log, or of its run before; empty where there is none, or none any more."""
    options = ["--previous"] if previous else []
    try:
        said = release.read("logs", pod, f"--container={container}", f"--tail={LOG_LINES}", *options)
    except AnswerError:
        return ""
    return "" if said.startswith(LOG_GONE) else said


def _troubled(pod: Thing) -> list[Thing]:
    """The containers that have run and do not work: the one that holds the pod up, and those that were restarted."""
    if is_ready(pod) or pod["status"].get("phase") == "Succeeded":
        return []
    holding = pod_states.failing_container(pod)
    found = [one for one in statuses(pod) if one is holding or one.get("restartCount")]
    return [one for one in found if one.get("containerID")]


def _is_about(event: Thing, kind: str, name: str) -> bool:
    about = event.get("involvedObject", {})
    return bool(about.get("kind") == kind and about.get("name") == name)


def part_of(thing: Thing) -> str:
    """The component that an object belongs to, else its own name."""
    return labels(thing).get(COMPONENT) or name_of(thing)


def waiting_for(container: Thing) -> Thing:
    """Why a container does not run yet; empty where it does, or has."""
    found: Thing = container.get("state", {}).get("waiting") or {}
    return found


def ended(container: Thing) -> list[Thing]:
    """How the container's runs ended, as far as is known: the present state, and the one before."""
    states = (container.get("state", {}), container.get("lastState", {}))
    return [state["terminated"] for state in states if state.get("terminated")]
