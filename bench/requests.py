"""CPU time of the hot requests, in the API's process and in PostgreSQL's, beside that of a request that does nothing.

Run with `.todo/venv/bin/python bench/requests.py`. CPU time, not duration: it says what a machine can serve and hardly
changes with what else the machine does.
"""

import http.client
import json
import secrets
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]
from todo_ops import postgres, process_table
from todo_ops.processes import Processes
from todo_ops.stack import Stack

ROUNDS, REQUESTS, LISTED = 5, 200, 50


@dataclass(frozen=True)
class Cost:
    """Microseconds of CPU a request."""

    api: float
    database: float


class Client:
    """One kept-alive connection of one signed-in person."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._headers = {"Content-Type": "application/json"}
        account = {"email": "bench@example.test", "password": secrets.token_hex(16)}
        self._headers["Authorization"] = f"Bearer {self.send('POST', '/api/auth/register', account)['token']}"

    def send(self, method: str, path: str, body: object = None) -> dict[str, str]:
        """Send a request; anything but success is a mistake of this program."""
        self._connection.request(method, path, json.dumps(body) if body is not None else None, self._headers)
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status >= 300:
            sys.exit(f"{method} {path}: {answer.status} {content.decode()}")
        found: dict[str, str] = json.loads(content)
        return found


def requests(client: Client) -> dict[str, Callable[[int], object]]:
    """Return the requests by name; each takes a number that differs from call to call."""
    tasks = [client.send("POST", "/api/tasks", {"title": f"Task {number}"})["id"] for number in range(LISTED)]

    def complete(number: int) -> None:
        action = "complete" if (number // LISTED) % 2 == 0 else "reopen"
        client.send("POST", f"/api/tasks/{tasks[number % LISTED]}/{action}")

    return {
        "nothing (/health/live)": lambda number: client.send("GET", "/health/live"),
        "get a task": lambda number: client.send("GET", f"/api/tasks/{tasks[number % LISTED]}"),
        f"list {LISTED} tasks": lambda number: client.send("GET", f"/api/tasks?limit={LISTED}"),
        "patch a task": lambda number: client.send(
            "PATCH", f"/api/tasks/{tasks[number % LISTED]}", {"title": f"Task {secrets.token_hex(4)}"}
        ),
        "complete or reopen a task": complete,
        "create a task": lambda number: client.send("POST", "/api/tasks", {"title": f"New {number}"}),
    }


def cpu_seconds(pid: int) -> float:
    """Return the CPU time that a process and its children have used so far."""
    processes = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return sum(sum(process.cpu_times()[:2]) for process in processes)


def measure(send: Callable[[int], object], api: int, database: int) -> Cost:
    """Return the median cost over some rounds; the first, which warms up, does not count."""
    rounds = []
    for number in range(ROUNDS + 1):
        before = cpu_seconds(api), cpu_seconds(database)
        for request in range(REQUESTS):
            send(number * REQUESTS + request)
        after = cpu_seconds(api), cpu_seconds(database)
        rounds.append([(end - start) / REQUESTS * 1e6 for start, end in zip(before, after, strict=True)])
    return Cost(*(statistics.median(column) for column in zip(*rounds[1:], strict=True)))


def main() -> None:
    with postgres.temporary() as database, Processes(Path(tempfile.mkdtemp(prefix="todo-bench-"))) as processes:
        stack = Stack(database.url(), secrets.token_hex(32), process_table.free_port(), process_table.free_port())
        stack.backend("migrate")
        processes.start(stack.api())
        processes.wait_until_ready()
        [api] = [child for child in psutil.Process().children() if "serve" in child.cmdline()]
        print("| request | API, µs of CPU | PostgreSQL, µs of CPU | API, times nothing |\n|---|---|---|---|")
        nothing = 0.0
        for name, send in requests(Client(stack.api_port)).items():
            cost = measure(send, api.pid, database.pid or 0)
            nothing = nothing or cost.api
            print(f"| {name} | {cost.api:.0f} | {cost.database:.0f} | {cost.api / nothing:.1f} |", flush=True)


if __name__ == "__main__":
    main()
