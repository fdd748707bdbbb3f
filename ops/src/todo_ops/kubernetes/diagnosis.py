"""Why pods don't come up: for each one its state, its last events and the end of its log, in a person's order."""

from collections.abc import Iterator
from typing import Any

from todo_ops.kubernetes.programs import AnswerError
from todo_ops.kubernetes.release import Release, is_ready

EVENTS = 4
LOG_LINES = 12
LONGEST = 200  # characters of a message: image errors repeat their address several times
# What a pod says while nothing is wrong with it yet.
ORDINARY = {"PodInitializing", "ContainerCreating", "Completed"}


def explain(release: Release) -> Iterator[str]:
    """Yield lines on each pod of the release that is not ready; a line that says so when all are."""
    failing = [pod for pod in release.pods() if not is_ready(pod) and pod["status"].get("phase") != "Succeeded"]
    if not failing:
        yield "Every pod that exists is ready."
    for pod in failing:
        yield from _of_pod(release, pod)


def _of_pod(release: Release, pod: dict[str, Any]) -> Iterator[str]:
    name = pod["metadata"]["name"]
    yield f"{name}: {reason(pod)}"
    for event in _events(release, name):
        yield f"  event: {event[:LONGEST]}"
    container = failing_container(pod)
    if container and _has_run(container):
        for line in _log(release, name, container):
            yield f"  {container['name']}: {line}"


def reason(pod: dict[str, Any]) -> str:
    """Return in a few words why a pod is not ready."""
    container = failing_container(pod)
    if container is None:
        return _unscheduled(pod) or str(pod["status"].get("phase", "unknown"))
    state = container.get("state", {})
    waiting, ended = state.get("waiting"), state.get("terminated")
    if waiting:
        said = waiting.get("message", "")[:LONGEST]
        return f"{container['name']} is waiting: {waiting['reason']}" + (f" ({said})" if said else "")
    if ended:
        return f"{container['name']} ended: {ended.get('reason', 'Error')}, exit code {ended['exitCode']}"
    restarts = container.get("restartCount", 0)
    return f"{container['name']} runs and is not ready" + (f", after {restarts} restarts" if restarts else "")


def failing_container(pod: dict[str, Any]) -> dict[str, Any] | None:
    """Return the status of the container that holds the pod up: the first step before the server that is not done."""
    status = pod["status"]
    for container in status.get("initContainerStatuses", []):
        if container.get("state", {}).get("terminated", {}).get("exitCode") != 0:
            found: dict[str, Any] = container
            return found
    servers = [container for container in status.get("containerStatuses", []) if not container.get("ready")]
    waiting = [container for container in servers if _waiting_reason(container) not in ORDINARY]
    return next(iter(waiting or servers), None)


def _waiting_reason(container: dict[str, Any]) -> str:
    return str(container.get("state", {}).get("waiting", {}).get("reason", ""))


def _has_run(container: dict[str, Any]) -> bool:
    return bool(container.get("containerID"))


def _unscheduled(pod: dict[str, Any]) -> str:
    for condition in pod["status"].get("conditions", []):
        if condition["type"] == "PodScheduled" and condition["status"] == "False":
            return f"no node takes it: {condition.get('message', condition.get('reason', ''))}"
    return ""


def _events(release: Release, pod: str) -> list[str]:
    try:
        found = release.get("events", f"--field-selector=involvedObject.name={pod}")["items"]
    except AnswerError:
        return []
    ordered = sorted(found, key=lambda event: event.get("lastTimestamp") or event.get("eventTime") or "")
    warnings = [event for event in ordered if event.get("type") == "Warning"] or ordered
    return [f"{event.get('reason', '')}: {event.get('message', '').strip()}" for event in warnings[-EVENTS:]]


def _log(release: Release, pod: str, container: dict[str, Any]) -> list[str]:
    """Return the end of the container's log: of the run before this one where it was started again."""
    command = ["logs", pod, f"--container={container['name']}", f"--tail={LOG_LINES}"]
    previous = ["--previous"] if container.get("restartCount") and _waiting_reason(container) else []
    try:
        return release.read(*command, *previous).splitlines()
    except AnswerError:
        return []
