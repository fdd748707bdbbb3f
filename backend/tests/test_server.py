"""The real process: it starts, answers, measures itself, and stops when told."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest
from support import KEY
from todo_ops.process_table import free_port


@dataclass
class Served:
    process: subprocess.Popen[str]
    address: str
    metrics: str

    def get(self, path: str) -> httpx.Response:
        return httpx.get(f"{self.address}{path}", timeout=10)

    def await_ready(self) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.process.communicate()[1]
            try:
                if self.get("/health/ready").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        pytest.fail("the server did not get ready")


def environment(database_url: str, **changes: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": database_url, "JWT_SECRET_KEY": KEY, "METRICS_PORT": "0", **changes}


@contextmanager
def served(database_url: str, *program: str, **changes: str) -> Iterator[Served]:
    """`python -m todo serve` as a process, or another Python program that serves."""
    port, metrics_port = free_port(), free_port()
    settings = environment(database_url, PORT=str(port), METRICS_PORT=str(metrics_port), **changes)
    command = [sys.executable, *(program or ("-m", "todo", "serve"))]
    process = subprocess.Popen(command, env=settings, stderr=subprocess.PIPE, text=True)
    server = Served(process, f"http://127.0.0.1:{port}", f"http://127.0.0.1:{metrics_port}")
    try:
        server.await_ready()
        yield server
    finally:
        process.kill()
        process.wait()


def test_answers_measures_and_stops_on_one_signal(database_url: str) -> None:
    with served(database_url) as server:
        assert server.get("/health").json()["database"] == "ok"
        text = httpx.get(f"{server.metrics}/metrics").text
        assert re.search(r'todo_http_requests_total\{method="GET",route="/health",status="200"\} 1\.0', text)
        assert "todo_database_statement_duration_seconds_count" in text
        assert server.get("/metrics").status_code == 404, "metrics are not on the public port"
        server.process.send_signal(signal.SIGTERM)
        server.process.communicate(timeout=10)
        assert server.process.returncode in (0, -signal.SIGTERM)


def test_readiness_turns_before_the_server_stops_answering(database_url: str) -> None:
    with served(database_url, SHUTDOWN_DELAY_SECONDS="3") as server:
        server.process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + 2.5
        while server.get("/health/ready").status_code == 200:
            assert time.monotonic() < deadline, "readiness did not turn"
        assert server.get("/health/ready").json()["status"] == "shutting-down"
        assert server.get("/health/live").status_code == 200
        server.process.communicate(timeout=15)


ENDLESS_AGENT = """
import asyncio, sys
from todo.__main__ import main
from todo.assistant import agent
from todo.assistant.schemas import ChatEvent

async def run_turn(*_):
    yield ChatEvent(event="text", data={"delta": "Let me see"})
    await asyncio.Event().wait()

agent.run_turn = run_turn
sys.exit(main(["serve"]))
"""


def test_a_stop_ends_a_running_answer_with_a_last_event(database_url: str) -> None:
    person = {"email": f"{uuid4()}@example.test", "password": "correct horse battery"}
    with served(database_url, "-c", ENDLESS_AGENT) as server:
        token = httpx.post(f"{server.address}/api/auth/register", json=person).json()["token"]
        chat: dict[str, Any] = {
            "json": {"message": "hi"},
            "headers": {"Authorization": f"Bearer {token}"},
            "timeout": 10,
        }
        with httpx.stream("POST", f"{server.address}/api/chat", **chat) as answer:
            lines = answer.iter_lines()
            assert "Let me see" in next(line for line in lines if "delta" in line)
            server.process.send_signal(signal.SIGTERM)
            started = time.monotonic()
            rest = [line for line in lines if line]
        assert rest[-2] == "event: error"
        assert "urn:todo:problem:shutting-down" in rest[-1]
        server.process.communicate(timeout=10)
        assert time.monotonic() - started < 10


def test_a_stop_ends_live_streams_at_once(database_url: str) -> None:
    person = {"email": f"{uuid4()}@example.test", "password": "correct horse battery"}
    with served(database_url) as server:
        token = httpx.post(f"{server.address}/api/auth/register", json=person).json()["token"]
        headers = {"Authorization": f"Bearer {token}"}
        with httpx.stream("GET", f"{server.address}/api/events", headers=headers, timeout=10) as answer:
            lines = answer.iter_lines()
            assert "event: ready" in (next(lines), next(lines))
            server.process.send_signal(signal.SIGTERM)
            assert not any("event" in line for line in lines), "it ends, and in good order"
        server.process.communicate(timeout=10)
        assert server.process.returncode in (0, -signal.SIGTERM)


def test_several_workers_share_the_port_and_sum_their_metrics(database_url: str) -> None:
    with served(database_url, WEB_CONCURRENCY="2") as server:
        for _ in range(20):
            assert server.get("/health/live").status_code == 200
        text = httpx.get(f"{server.metrics}/metrics").text
        assert re.search(r'todo_http_requests_total\{method="GET",route="/health/live",status="200"\} 20\.0', text)
        server.process.send_signal(signal.SIGTERM)
        server.process.communicate(timeout=20)
        assert server.process.returncode == 0


def run(command: str, settings: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "todo", command, *options],
        env=settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_bad_configuration_is_one_clear_line(database_url: str) -> None:
    settings = {**environment(database_url), "JWT_SECRET_KEY": "changeme"}
    done = run("serve", settings)
    assert done.returncode == 2
    assert done.stderr.startswith("todo: bad configuration: JWT_SECRET_KEY: needs at least 32 characters")
    assert done.stderr.count("\n") == 1


def test_taken_port_is_one_clear_line(database_url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        done = run("serve", environment(database_url, PORT=str(holder.getsockname()[1])))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "in use" in done.stderr


def test_migrating_without_a_database_is_one_clear_line() -> None:
    done = run("migrate", environment(f"postgresql://todo:x@127.0.0.1:{free_port()}/todo"), "--wait=0")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("todo: migrate failed: ")
