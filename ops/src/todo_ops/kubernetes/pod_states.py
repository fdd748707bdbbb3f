"""What a pod's status says about why it is not ready, in a few words. Pure; causes are `todo_ops.ai.diagnose`'s."""

from typing import Any

LONGEST = 200  # characters of a message: image errors repeat their address several times
# What a pod says while nothing is wrong with it yet.
ORDINARY = {"PodInitializing", "ContainerCreating", "Completed"}


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


def _unscheduled(pod: dict[str, Any]) -> str:
    for condition in pod["status"].get("conditions", []):
        if condition["type"] == "PodScheduled" and condition["status"] == "False":
            return f"no node takes it: {condition.get('message', condition.get('reason', ''))}"
    return ""
