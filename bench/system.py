"""A system to measure: PostgreSQL and the API as processes of their own, and a lean HTTP client."""

import asyncio
import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]
from todo_ops import postgres, process_table
from todo_ops.processes import Processes
from todo_ops.stack import Stack


@dataclass(frozen=True)
class System:
    """Where it listens, and the processes whose CPU time counts."""

    port: int
    database_url: str
    api: int
    database: int

    def cpu_seconds(self) -> tuple[float, float]:
        """CPU time used so far by the API and by PostgreSQL, processes that have ended included."""
        return _cpu_seconds(self.api), _cpu_seconds(self.database)


def _cpu_seconds(pid: int) -> float:
    """User and system time of a process, of those below it, and of those that it has waited for."""
    total = 0.0
    for process in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
        times = process.cpu_times()
        total += times.user + times.system + times.children_user + times.children_system
    return total


@contextmanager
def started(workers: int) -> Iterator[System]:
    """PostgreSQL and the API with so many processes; both end with the block."""
    os.environ |= {"WEB_CONCURRENCY": str(workers), "LOG_LEVEL": "warning"}
    with postgres.temporary() as database, Processes(Path(tempfile.mkdtemp(prefix="todo-bench-"))) as processes:
        stack = Stack(database.url(), secrets.token_hex(32), process_table.free_port(), process_table.free_port())
        stack.backend("migrate")
        processes.start(stack.api())
        processes.wait_until_ready()
        [api] = [child for child in psutil.Process().children() if "serve" in child.cmdline()]
        yield System(stack.api_port, stack.database_url, api.pid, database.pid or 0)


class Connection:
    """One kept-alive connection. It reads just enough of HTTP/1.1, to leave the machine to what is measured."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, token: str) -> None:
        self._reader, self._writer = reader, writer
        self._head = f"Host: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n" if token else "Host: 127.0.0.1\r\n"

    async def send(self, method: str, path: str, body: object = None) -> tuple[int, bytes]:
        """The status and content of the answer; only answers with a Content-Length are understood."""
        self._write(method, path, body)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        return int(head[9:12]), await self._reader.readexactly(length)

    async def ask(self, path: str, body: object) -> asyncio.StreamReader:
        """Send a request that is answered with a stream, which is returned from its head on."""
        self._write("POST", path, body)
        return self._reader

    async def listen(self) -> asyncio.StreamReader:
        """What comes after the head of the live stream."""
        self._write("GET", "/api/events", None)
        await self._reader.readuntil(b"event: ready")
        return self._reader

    def _write(self, method: str, path: str, body: object) -> None:
        content = json.dumps(body).encode() if body is not None else b""
        kind = f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n" if content else ""
        self._writer.write(f"{method} {path} HTTP/1.1\r\n{self._head}{kind}\r\n".encode() + content)


async def connect(port: int, token: str = "") -> Connection:
    return Connection(*await asyncio.open_connection("127.0.0.1", port, limit=1 << 20), token)


async def sign_up(port: int) -> str:
    """The token of a new person."""
    account = {"email": f"{secrets.token_hex(8)}@example.test", "password": secrets.token_hex(16)}
    status, content = await (await connect(port)).send("POST", "/api/auth/register", account)
    assert status == 201, content
    return str(json.loads(content)["token"])
