"""`./todo status`: what is installed, which pods run, how many there may be, and where it answers."""

from typing import Any

from todo_ops.console import Console
from todo_ops.kubernetes import deploy, pod_states
from todo_ops.kubernetes.release import Release, is_ready, require_installed

COMPONENT = "app.kubernetes.io/component"


def run(release: Release, console: Console) -> int:
    """Print the state of the release. Returns 1 when it, or a pod that should serve, is not well."""
    require_installed(release)
    if release.programs.dry_run:
        return 0
    status, pods = release.status(), serving(release.pods())
    console.print(f"  Release   {release.name} in {release.namespace}: {status}")
    console.print(f"  Address   {deploy.address(release) or 'none: use ./todo port-forward'}")
    for line in [*map(pod_line, pods), *map(autoscaler_line, _autoscalers(release))]:
        console.print(f"  {line}")
    return 0 if status == "deployed" and all(map(is_ready, pods)) else 1


def serving(pods: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the pods that run until they are told to go, by name; the others do one thing and end."""
    return sorted(
        (pod for pod in pods if pod["metadata"]["labels"].get(COMPONENT) in {"frontend", "backend", "postgres"}),
        key=lambda pod: str(pod["metadata"]["name"]),
    )


def pod_line(pod: dict[str, Any]) -> str:
    """Return one line on a pod: its name, and `ready` or the reason why not."""
    restarts = sum(container["restartCount"] for container in pod["status"].get("containerStatuses", []))
    state = "ready" if is_ready(pod) else pod_states.reason(pod)
    return f"Pod       {pod['metadata']['name']}: {state}" + (f", {restarts} restarts" if restarts else "")


def autoscaler_line(autoscaler: dict[str, Any]) -> str:
    """Return one line on an autoscaler: how many pods there are, may be, and at which load."""
    spec, status = autoscaler["spec"], autoscaler.get("status", {})
    load = next((f"{percent} %" for percent in loads(autoscaler)), "unknown")
    span = f"{spec['minReplicas']} to {spec['maxReplicas']}"
    return f"Scaling   {autoscaler['metadata']['name']}: {status.get('currentReplicas', 0)} of {span}, CPU {load}"


def loads(autoscaler: dict[str, Any]) -> list[int]:
    """Return the loads that an autoscaler knows, in percent of the requests; a metric without figures is left out."""
    metrics = autoscaler.get("status", {}).get("currentMetrics") or []
    # Without figures the entry is there all the same, with an empty type and nothing else.
    known = [metric.get("resource", {}).get("current", {}) for metric in metrics]
    return [current["averageUtilization"] for current in known if "averageUtilization" in current]


def _autoscalers(release: Release) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = release.get("hpa", "--selector", release.selector)["items"]
    return found
