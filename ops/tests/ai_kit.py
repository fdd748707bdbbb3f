"""Objects as a cluster describes them, for the tests of the checks: a system that works, to be broken."""

from typing import Any

from todo_ops.ai.facts import COMPONENT, INSTANCE, Facts

Thing = dict[str, Any]
IMAGE = "todo-backend:v4.0.0"


def thing(kind: str, name: str, part: str = "", spec: Thing | None = None, status: Thing | None = None) -> Thing:
    """An object of the release; `part` is its component."""
    labels = {INSTANCE: "todo", **({COMPONENT: part} if part else {})}
    metadata = {"name": name, "namespace": "todo", "labels": labels}
    return {"kind": kind, "metadata": metadata, "spec": spec or {}, "status": status or {}}


def pod(part: str, *, ready: bool = True, **state: Any) -> Thing:
    """A pod of a component; `state` goes into the status of its one container."""
    container = {
        "name": part, "image": IMAGE, "ready": ready, "restartCount": 0, "containerID": "containerd://1",
        "state": {"running": {}}, **state,
    }  # fmt: skip
    port = {"name": "http", "containerPort": {"postgres": 5432, "backend": 8000, "frontend": 3000}[part]}
    spec = {"containers": [{"name": part, "ports": [port], "resources": {"limits": {"memory": "32Mi"}}}]}
    conditions = [{"type": "Ready", "status": str(ready)}, {"type": "PodScheduled", "status": "True"}]
    status = {"phase": "Running", "podIP": "10.1.0.5", "conditions": conditions, "containerStatuses": [container]}
    return thing("Pod", f"todo-{part}-1", part, spec, status)


def unscheduled(part: str, message: str) -> Thing:
    """A pod that no node takes."""
    found = pod(part, ready=False)
    scheduled = {"type": "PodScheduled", "status": "False", "message": message}
    found["status"] = {"phase": "Pending", "conditions": [scheduled]}
    return found


def waiting(reason: str, message: str = "") -> Thing:
    """The state of a container that does not run yet."""
    return {"state": {"waiting": {"reason": reason, "message": message}}}


def ended(code: int, reason: str = "Error", message: str = "") -> Thing:
    """The state of a container that ended and waits to be started again."""
    last = {"terminated": {"exitCode": code, "reason": reason, "message": message}}
    return {"state": {"waiting": {"reason": "CrashLoopBackOff"}}, "lastState": last, "restartCount": 3}


def event(kind: str, name: str, reason: str, message: str, at: str = "2026-11-28T10:00:00Z") -> Thing:
    """A warning."""
    about = {"kind": kind, "name": name}
    head = {"kind": "Event", "metadata": {"name": f"{name}.1"}, "type": "Warning"}
    return {**head, "reason": reason, "message": message, "involvedObject": about, "lastTimestamp": at}


def policy(name: str, selected: str, spec: Thing) -> Thing:
    """A NetworkPolicy on a component's pods; on all for an empty one."""
    selector = {"matchLabels": {COMPONENT: selected}} if selected else {}
    return thing("NetworkPolicy", name, spec={"podSelector": selector, **spec})


def claim(storage_class: str | None, phase: str = "Bound") -> Thing:
    """The database's claim."""
    spec = {"storageClassName": storage_class} if storage_class else {}
    return thing("PersistentVolumeClaim", "data-todo-postgres-0", "postgres", spec, {"phase": phase})


def ingress(host: str = "todo.local", name: str = "todo", **spec: Any) -> Thing:
    """A way in to the frontend."""
    path = {"path": "/", "backend": {"service": {"name": "todo-frontend"}}}
    rules = [{"host": host, "http": {"paths": [path]}}]
    return thing("Ingress", name, spec={"ingressClassName": "nginx", "rules": rules, **spec})


def healthy() -> dict[str, list[Thing]]:
    """Everything of a system that works."""
    parts = ("frontend", "backend", "postgres")
    ready = {"conditions": [{"type": "Ready", "status": "True"}]}
    return {
        "Pod": [pod(part) for part in parts],
        "Deployment": [thing("Deployment", f"todo-{part}", part) for part in parts[:2]],
        "StatefulSet": [thing("StatefulSet", "todo-postgres", "postgres", {"replicas": 1}, {"readyReplicas": 1})],
        "Service": [thing("Service", f"todo-{part}", part, {"selector": {COMPONENT: part}}) for part in parts],
        "PersistentVolumeClaim": [claim("standard")],
        "StorageClass": [thing("StorageClass", "standard")],
        "IngressClass": [thing("IngressClass", "nginx")],
        "Ingress": [ingress()],
        "Node": [thing("Node", "one", status=ready)],
    }


def facts(*, logs: dict[tuple[str, str], str] | None = None, **changed: list[Thing]) -> Facts:
    """The facts of a system that works but for the kinds that are given."""
    return Facts("todo", "todo", {**healthy(), **changed}, {"todo-tls": frozenset(["tls.crt", "tls.key"])}, logs or {})


def with_pod(broken: Thing) -> list[Thing]:
    """The pods of a system that works, one of them replaced."""
    part = broken["metadata"]["labels"][COMPONENT]
    return [broken, *(one for one in healthy()["Pod"] if one["metadata"]["labels"][COMPONENT] != part)]
