"""Row on autoscaling: pods are added while an API path is under load, and go when it is over."""

import time

from todo_ops.kubernetes import status
from todo_ops.verify import load
from todo_ops.verify.context import Context, Measurement, wait_until

CONNECTIONS = 24
UP_SECONDS = 120
DOWN_SECONDS = 150
LEAST = 2


def autoscaler(context: Context) -> Measurement:
    """From two pods of the API to three or more, and back, without a failed request."""
    token = context.account.token
    context.upgrade()  # rows before this one may have fixed the number of pods
    wait_until(
        lambda: replicas(context) == LEAST and _knows_the_load(context), DOWN_SECONDS, "two pods, with a known load"
    )
    busy = load.Load(context.address, load.get("/api/tasks", token), CONNECTIONS)
    started = time.monotonic()
    with load.running(busy):
        wait_until(lambda: replicas(context) > LEAST and _ready(context) > LEAST, UP_SECONDS, "a third pod is ready")
        up, most = time.monotonic() - started, replicas(context)
    started = time.monotonic()
    wait_until(lambda: replicas(context) == LEAST, DOWN_SECONDS, "two pods again")
    down = time.monotonic() - started
    value = f"{LEAST} to {most} in {up:.0f} s, back in {down:.0f} s, {busy.result.failed} failed"
    return Measurement(busy.result.said_of(value), not busy.result.failed)


def replicas(context: Context) -> int:
    """Return how many pods of the API there should be."""
    return int(context.backend_deployment()["spec"]["replicas"])


def _ready(context: Context) -> int:
    return int(context.backend_deployment()["status"].get("readyReplicas", 0))


def _knows_the_load(context: Context) -> bool:
    return bool(status.loads(context.release.get(f"hpa/{context.release.fullname}-backend")))
