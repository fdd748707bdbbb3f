"""Rows on traffic: many connections at once, by our own load generator and by ApacheBench where it is installed."""

import re
import shutil

from todo_ops.errors import ProcessFailedError
from todo_ops.verify import app, load
from todo_ops.verify.client import Connection
from todo_ops.verify.context import Context, Measurement, fixed_size, timed

CONNECTIONS = 100
PODS = 2
P95_MILLISECONDS = 200
# The pace of people: each connection asks the API every second, and opens a page every ten.
API_SECONDS = 1.0
PAGE_SECONDS = 10.0
WARM_UP_SECONDS = 10  # pods that were replaced just before still end in the first of them
BURST_SECONDS = 6
AB_REQUESTS = 1000


def api(context: Context) -> Measurement:
    """A hundred people who read their tasks once a second."""
    token = context.account.token
    app.call(context.address, lambda connection: _some_tasks(connection, token))
    return _measured(context, load.get("/api/tasks", token), API_SECONDS)


def web(context: Context) -> Measurement:
    """A hundred people who open a page of the web app every ten seconds."""
    context.ensure_installed()
    return _measured(context, load.get("/sign-in"), PAGE_SECONDS)


def burst(context: Context) -> Measurement:
    """A hundred connections that ask again at once: nobody is turned away. They queue, so their times are no bar."""
    token = context.account.token
    result = load.for_seconds(load.Load(context.address, load.get("/api/tasks", token), CONNECTIONS), BURST_SECONDS)
    return Measurement(result.said_of(str(result)), bool(result.requests) and not result.failed)


async def _some_tasks(connection: Connection, token: str) -> None:
    for number in range(20):
        await app.create_task(connection, token, f"Task {number}")


def _measured(context: Context, request: load.Request, pause: float) -> Measurement:
    """Measure two pods of each part: on a small machine pods that are being added would be what is measured."""
    context.upgrade(*fixed_size(PODS))
    context.wait_for_pods()
    load.for_seconds(load.Load(context.address, request, CONNECTIONS, pause), WARM_UP_SECONDS)
    result = load.for_seconds(load.Load(context.address, request, CONNECTIONS, pause), context.load_seconds + pause)
    return timed(result.said_of(str(result)), result.percentile(0.95), P95_MILLISECONDS, passed=not result.failed)


def apache_bench(context: Context) -> Measurement:
    """The plan's own load test; not measured where `ab` is not installed."""
    if shutil.which("ab") is None:
        return Measurement("ab is not installed (Debian: apache2-utils)", passed=None)
    context.ensure_installed()
    address = context.address
    where = f"{address.scheme}://{address.server}:{address.port}/"
    command = ["ab", "-q", "-n", str(AB_REQUESTS), "-c", str(CONNECTIONS), "-H", f"Host: {address.host}", where]
    return judge_ab(context.release.programs.read(*command, seconds=120))


def judge_ab(output: str) -> Measurement:
    """Return what ApacheBench's report says. Its times are no bar: they are those of 100 requests that wait in line."""
    found = {name: re.search(rf"{name} requests:\s+(\d+)", output) for name in ("Complete", "Failed")}
    numbers = {name: int(match[1]) for name, match in found.items() if match}
    if len(numbers) < len(found):
        raise ProcessFailedError("ab printed no report")
    p95 = re.search(r"95%\s+(\d+)", output)
    value = f"{numbers['Complete']} requests, {numbers['Failed']} failed, p95 {p95[1] if p95 else '?'} ms"
    return Measurement(value, numbers["Complete"] == AB_REQUESTS and not numbers["Failed"])
