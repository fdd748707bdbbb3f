"""The parts together, over HTTP alone: web app, proxy, API, database, assistant, MCP."""

import concurrent.futures
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from todo_ops.live_system import System

ROOT = Path(__file__).parents[1]
CREATES = 64


class TestHealth:
    def test_the_web_app_answers_for_itself(self, system: System) -> None:
        assert system.request("GET", "/api/health").json() == {"status": "ok"}

    @pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/health", "/api/health"])
    def test_the_api_answers_for_itself(self, system: System, path: str) -> None:
        assert system.request("GET", path, at=system.api_address).status == 200

    def test_the_api_reports_its_database(self, system: System) -> None:
        assert system.request("GET", "/health", at=system.api_address).json()["database"] == "ok"


class TestThroughTheWebApp:
    def test_a_task_from_words_to_undo(self, system: System, token: str) -> None:
        tomorrow = (datetime.now(UTC).date() + timedelta(days=1)).isoformat()  # new accounts are in UTC
        made = system.request("POST", "/api/quick-add", {"text": "Pay rent tomorrow p1"}, token)
        assert made.status == 201
        task = made.json()
        assert (task["title"], task["due_date"], task["priority"]) == ("Pay rent", tomorrow, 1)
        system.request("POST", f"/api/tasks/{task['id']}/complete", None, token)
        done = system.request("DELETE", f"/api/tasks/{task['id']}", None, token)
        assert done.status == 204
        undone = system.request("POST", f"/api/changes/{done.headers['Change-Group']}/undo", None, token)
        assert undone.status == 200
        assert system.request("GET", f"/api/tasks/{task['id']}", None, token).json()["completed_at"]

    def test_many_creates_at_once_all_succeed(self, system: System, token: str) -> None:
        def create(number: int) -> int:
            return system.request("POST", "/api/tasks", {"title": f"Task {number}"}, token).status

        with concurrent.futures.ThreadPoolExecutor(CREATES) as pool:
            assert list(pool.map(create, range(CREATES))) == [201] * CREATES
        listed = system.request("GET", "/api/tasks?limit=200", None, token).json()["items"]
        assert len(listed) == CREATES

    def test_a_stranger_sees_nothing(self, system: System, token: str) -> None:
        task = system.request("POST", "/api/tasks", {"title": "Mine"}, token).json()
        assert system.request("GET", f"/api/tasks/{task['id']}", None, system.sign_up()).status == 404
        assert system.request("GET", f"/api/tasks/{task['id']}").status == 401

    def test_a_signed_out_token_is_refused_at_once(self, system: System, token: str) -> None:
        assert system.request("POST", "/api/auth/logout", None, token).status == 204
        assert system.request("GET", "/api/auth/me", None, token).status == 401

    def test_errors_are_problems(self, system: System, token: str) -> None:
        answer = system.request("POST", "/api/tasks", {"title": "", "colour": "red"}, token)
        assert answer.status == 422
        assert answer.headers["Content-Type"].startswith("application/problem+json")
        assert {tuple(error["location"]) for error in answer.json()["errors"]} == {
            ("body", "title"),
            ("body", "colour"),
        }

    def test_the_assistant_streams_its_answer(self, system: System, token: str) -> None:
        answer = system.request("POST", "/api/chat", {"message": "add Water the plants today"}, token)
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        events = dict(block.split("\ndata: ", 1) for block in answer.body.strip().split("\n\n"))
        card = json.loads(events["event: tool_card"])
        assert card["ok"]
        assert card["tasks"][0]["title"] == "Water the plants"
        assert "event: done" in events


class TestMcp:
    def test_the_documented_client(self, system: System, token: str) -> None:
        tools = run_example(system, token).stdout.splitlines()[0].split()
        assert len(tools) == 13
        assert {"add_tasks", "complete_tasks", "find_tasks", "undo"} <= set(tools)
        found = run_example(system, token).stdout.splitlines()[1:]
        assert [line.split(" 2")[0] for line in found] == ["Pay rent", "Pay rent"]
        assert all(line.endswith(" p1") for line in found)

    @pytest.mark.parametrize("token", [None, "not-a-token"])
    def test_without_a_good_token_it_is_refused(self, system: System, token: str | None) -> None:
        ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
        assert system.request("POST", "/api/mcp", ping, token).status == 401
        assert run_example(system, token or "", check=False).returncode != 0


def run_example(system: System, token: str, *, check: bool = True) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "docs" / "examples" / "mcp_client.py")]
    env = {**os.environ, "TODO_URL": system.address, "TODO_TOKEN": token}
    return subprocess.run(command, env=env, check=check, capture_output=True, text=True, timeout=60)
