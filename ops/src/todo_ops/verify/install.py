"""Rows on a fresh install: how long until it serves, whether it is healthy, and whether it does what it should."""

import datetime
from typing import Any

from todo_ops.verify import load, smoke
from todo_ops.verify.context import Context, Measurement, timed

INSTALL_SECONDS = 120
START_SECONDS = {"frontend": 30, "backend": 45}
HEALTH_SECONDS = 4.0
TEST_SECONDS = "120s"


def install(context: Context) -> Measurement:
    """From nothing to every pod ready."""
    context.remove()
    context.ensure_installed()
    seconds = context.installed_in or float("inf")
    return timed(f"{seconds:.1f} s", seconds, INSTALL_SECONDS)


def frontend_start(context: Context) -> Measurement:
    """From the pod's creation to the first request that it may get."""
    return _start(context, "frontend")


def backend_start(context: Context) -> Measurement:
    """The same for the API, with the wait for the database and its migrations."""
    return _start(context, "backend")


def _start(context: Context, component: str) -> Measurement:
    context.ensure_installed()
    slowest = max(start_seconds(pod) for pod in context.release.pods(component))
    return timed(f"{slowest:.0f} s", slowest, START_SECONDS[component])


def start_seconds(pod: dict[str, Any]) -> float:
    """Return the time from a pod's creation until it was ready; the cluster tells both to the second."""
    ready = next(condition for condition in pod["status"]["conditions"] if condition["type"] == "Ready")
    if ready["status"] != "True":
        return float("inf")
    return (_time(ready["lastTransitionTime"]) - _time(pod["metadata"]["creationTimestamp"])).total_seconds()


def _time(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


def health(context: Context) -> Measurement:
    """Every health request is answered with 200, and no container was ever restarted."""
    context.ensure_installed()
    asked = load.Load(context.address, load.get("/api/health"), connections=4, pause=0.02)
    result = load.for_seconds(asked, HEALTH_SECONDS)
    good = result.statuses[200]
    restarts = sum(_restarts(pod) for pod in context.release.pods())
    share = 100 * good / result.requests
    value = f"{share:.4g} % of {result.requests}, {restarts} restarts"
    return Measurement(result.said_of(value), good == result.requests > 0 and not restarts)


def _restarts(pod: dict[str, Any]) -> int:
    status = pod["status"]
    containers = [*status.get("initContainerStatuses", []), *status.get("containerStatuses", [])]
    return sum(container["restartCount"] for container in containers)


def smoke_test(context: Context) -> Measurement:
    """Everything once, through the ingress."""
    context.ensure_installed()
    count = smoke.check(context.address)
    return Measurement(f"{count} of {len(smoke.STEPS)} steps", passed=True)


def helm_test(context: Context) -> Measurement:
    """The chart's own tests."""
    context.ensure_installed()
    command = context.release.helm("test", context.release.name, "--timeout", TEST_SECONDS)
    output = context.release.programs.change("helm test", *command)
    succeeded = output.count("Succeeded")
    return Measurement(f"{succeeded} pods succeeded", succeeded > 0)
