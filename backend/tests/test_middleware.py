"""What surrounds every request: ids, log lines, metrics, problem answers for everything else."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from prometheus_client import REGISTRY
from support import Person, assert_problem, client_of
from todo.logs import configure_logging


@pytest.fixture
def log_lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is logged, as the JSON lines that a container writes."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    configure_logging("info", "json")
    yield stream
    root.handlers[:], level = before
    root.setLevel(level)


def records(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


class TestRequestId:
    async def test_given_one_comes_back_and_odd_ones_are_replaced(self, anonymous: httpx.AsyncClient) -> None:
        response = await anonymous.get("/health/live", headers={"X-Request-ID": "trace-42"})
        assert response.headers["X-Request-ID"] == "trace-42"
        for odd in ("a b", "x" * 65, 'quote"', "{}"):
            response = await anonymous.get("/health/live", headers={"X-Request-ID": odd})
            assert response.headers["X-Request-ID"] != odd
            assert len(response.headers["X-Request-ID"]) == 36


class TestLog:
    async def test_one_json_line_a_request_without_secrets(self, owner: Person, log_lines: io.StringIO) -> None:
        headers = {"X-Request-ID": "find-me"}
        await owner.client.post("/api/tasks?x=1", json={"title": "Private words"}, headers=headers)
        (line,) = [record for record in records(log_lines) if record.get("request_id") == "find-me"]
        assert (line["event"], line["method"], line["path"], line["status"]) == ("request", "POST", "/api/tasks", 201)
        assert "timestamp" in line
        assert "Private words" not in log_lines.getvalue()
        assert owner.token not in log_lines.getvalue()

    async def test_lines_of_libraries_take_the_same_form(self, log_lines: io.StringIO) -> None:
        logging.getLogger("uvicorn.error").warning("something %s", "happened")
        (line,) = records(log_lines)
        assert (line["event"], line["level"], line["logger"]) == ("something happened", "warning", "uvicorn.error")

    async def test_console_form_is_for_people(self, monkeypatch: pytest.MonkeyPatch, log_lines: io.StringIO) -> None:
        monkeypatch.setattr(sys, "stderr", log_lines)
        configure_logging("warning", "console")
        logging.getLogger("todo").warning("for people")
        logging.getLogger("todo").info("too quiet to show")
        assert "for people" in log_lines.getvalue()
        assert "too quiet" not in log_lines.getvalue()
        assert not log_lines.getvalue().startswith("{")


class TestUnexpected:
    async def test_a_failure_inside_is_a_500_that_tells_nothing_and_is_logged(
        self, app: FastAPI, owner: Person, monkeypatch: pytest.MonkeyPatch, log_lines: io.StringIO
    ) -> None:
        from todo.projects import service

        async def fail(*_: object) -> None:
            raise RuntimeError("select secrets from asyncpg")

        monkeypatch.setattr(service, "list_projects", fail)
        response = await owner.client.get("/api/projects", headers={"X-Request-ID": "it-broke"})
        assert response.status_code == 500
        assert response.headers["Content-Type"] == "application/problem+json"
        assert response.json()["request_id"] == "it-broke"
        assert "secrets" not in response.text
        assert any(record.get("request_id") == "it-broke" and "exception" in record for record in records(log_lines))

    @pytest.mark.parametrize(("method", "path", "status"), [("GET", "/api/nothing", 404), ("PUT", "/api/tasks", 405)])
    async def test_addresses_and_methods_that_are_not_there(
        self, anonymous: httpx.AsyncClient, method: str, path: str, status: int
    ) -> None:
        assert_problem(await anonymous.request(method, path), status)


class TestMetrics:
    @staticmethod
    def _count(**labels: str) -> float:
        return REGISTRY.get_sample_value("todo_http_requests_total", labels) or 0

    async def test_requests_are_counted_by_route_not_by_path(self, owner: Person) -> None:
        task = await owner.add()
        labels = {"method": "GET", "route": "/api/tasks/{task_id}", "status": "200"}
        before = self._count(**labels)
        await owner.task(task["id"])
        await owner.task(task["id"])
        assert self._count(**labels) == before + 2

    async def test_unknown_addresses_share_one_label(self, app: FastAPI) -> None:
        labels = {"method": "GET", "route": "unmatched", "status": "404"}
        before = self._count(**labels)
        async with client_of(app) as client:
            for n in range(3):
                await client.get(f"/random/{n}")
        assert self._count(**labels) == before + 3
