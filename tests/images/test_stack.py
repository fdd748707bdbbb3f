"""The system running in containers: hardened, complete, keeps its data, ends well."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from todo_ops import docker, node
from todo_ops.compose import ComposeStack
from todo_ops.console import Console
from todo_ops.live_system import System
from todo_ops.processes import DIRECT

ROOT = Path(__file__).parents[2]
SERVICES = ["postgres", "backend", "frontend"]
# What each pod will ask for: at rest, with the assistant loaded, a process must fit.
MEMORY = {"backend": 256 * 2**20, "frontend": 128 * 2**20}
STOP_SECONDS = 10


def inspect(stack: ComposeStack, service: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = json.loads(docker.run("inspect", "inspect", stack.container(service), log="inspect"))
    return found[0]


class TestHardening:
    @pytest.mark.parametrize("service", SERVICES)
    def test_read_only_without_capabilities_and_healthy(self, stack: ComposeStack, service: str) -> None:
        container = inspect(stack, service)
        assert container["HostConfig"]["ReadonlyRootfs"]
        assert container["HostConfig"]["CapDrop"] == ["ALL"]
        assert "no-new-privileges:true" in container["HostConfig"]["SecurityOpt"]
        assert container["Config"]["User"] in {"1001:1001", "70:70"}
        assert container["State"]["Health"]["Status"] == "healthy"

    def test_only_the_web_app_is_open_and_only_to_this_machine(self, stack: ComposeStack) -> None:
        bound = {service: inspect(stack, service)["HostConfig"]["PortBindings"] for service in SERVICES}
        assert {service for service, ports in bound.items() if ports} == {"frontend"}
        assert bound["frontend"]["3000/tcp"][0]["HostIp"] == "127.0.0.1"

    def test_the_web_app_has_no_secret(self, stack: ComposeStack) -> None:
        settings = " ".join(inspect(stack, "frontend")["Config"]["Env"])
        assert "JWT_SECRET_KEY" not in settings
        assert "PASSWORD" not in settings


class TestSystem:
    def test_the_tests_of_a_running_system_pass(self, system: System) -> None:
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            str(ROOT / "tests" / "test_system.py"),
        ]
        env = {**os.environ, "BASE_URL": system.address, "API_URL": system.api_address}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout[-5000:]

    @pytest.mark.parametrize("service", list(MEMORY))
    def test_memory_stays_below_what_a_pod_asks_for(self, stack: ComposeStack, system: System, service: str) -> None:
        system.request("POST", "/api/chat", {"message": "what is due today?"}, system.sign_up())
        workers = 1 if service == "frontend" else int(stack.settings["WEB_CONCURRENCY"])
        used = docker.run("docker stats", *STATISTICS, stack.container(service), log="memory").split()[0]
        assert in_bytes(used) / workers < MEMORY[service]

    def test_the_browser_journey_passes(self, system: System) -> None:
        node.ensure_packages(Console())
        node.run_script("e2e", "journey", log="e2e-images", extra={"BASE_URL": system.address, "CI": "true"})


STATISTICS = ["stats", "--no-stream", "--format", "{{.MemUsage}}"]
UNITS = {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30}


def in_bytes(quantity: str) -> float:
    """Read what `docker stats` prints, such as 205.8MiB."""
    return float(quantity[:-3]) * UNITS[quantity[-3:]]


def ask(system: System, token: str, message: str) -> urllib.request.Request:
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    return urllib.request.Request(f"{system.api_address}/api/chat", json.dumps({"message": message}).encode(), headers)


class TestStopping:
    """These stop and start what the tests before them use: they come last."""

    def test_a_stop_during_an_answer_ends_it_with_a_last_event(self, stack: ComposeStack, system: System) -> None:
        stack.run("restart", "backend")
        stack.up()  # nobody has asked the assistant yet: its first answer takes a second, in which the stop falls
        request = ask(system, system.sign_up(), "what is due today?")
        with DIRECT.open(request, timeout=STOP_SECONDS + 5) as answer:
            assert answer.readline() == b"event: conversation\n"
            docker.run("docker kill", "kill", "--signal", "TERM", stack.container("backend"), log="kill")
            events = [line for line in answer.read().decode().splitlines() if line.startswith("event: ")]
        assert events[-1] in {"event: done", "event: error"}
        docker.run("docker wait", "wait", stack.container("backend"), log="wait")

    def test_everything_stops_within_ten_seconds_and_keeps_its_data(self, stack: ComposeStack, system: System) -> None:
        stack.up()
        token = system.sign_up()
        task = system.request("POST", "/api/tasks", {"title": "Survive"}, token).json()
        started = time.monotonic()
        stack.run("stop", "--timeout", str(2 * STOP_SECONDS), "frontend", "backend")
        assert time.monotonic() - started < STOP_SECONDS
        assert {inspect(stack, service)["State"]["ExitCode"] for service in ("frontend", "backend")} <= {0, 143}
        stack.run("down", "--timeout", "20")
        stack.up()
        assert (
            System(stack.address(), "").request("GET", f"/api/tasks/{task['id']}", None, token).json()["title"]
            == "Survive"
        )
