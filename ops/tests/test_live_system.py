"""The client of black-box tests, against a server that says what it was asked."""

import http.server
import json
import threading
from collections.abc import Callable, Iterator

import pytest
from todo_ops.errors import ProcessFailedError
from todo_ops.live_system import System


class Echo(http.server.BaseHTTPRequestHandler):
    """Answers with what it got; the path's first number is the status."""

    def answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length).decode()
        said = {
            "method": self.command,
            "path": self.path,
            "body": json.loads(body) if body else None,
            "authorization": self.headers.get("Authorization"),
            "token": "the-token",
        }
        self.send_response(201 if self.path == "/api/auth/register" else int(self.path.split("/")[1]))
        self.send_header("Change-Group", "42")
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self.answer
        raise AttributeError(name)

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep quiet."""


class Closed(Echo):
    """Lets nobody in."""

    def answer(self) -> None:
        self.send_response(503)
        self.end_headers()
        self.wfile.write(b"closed")


def serve(handler: type[http.server.BaseHTTPRequestHandler]) -> Iterator[System]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_address[1]}"
        yield System(address, f"{address}/200")
        server.shutdown()
        thread.join()


@pytest.fixture
def system() -> Iterator[System]:
    yield from serve(Echo)


@pytest.fixture
def closed() -> Iterator[System]:
    yield from serve(Closed)


def test_a_request_without_body_or_token(system: System) -> None:
    answer = system.request("GET", "/200/tasks")
    assert answer.status == 200
    assert answer.json() == {
        "method": "GET",
        "path": "/200/tasks",
        "body": None,
        "authorization": None,
        "token": "the-token",
    }


def test_a_request_with_both(system: System) -> None:
    said = system.request("PATCH", "/200/tasks", {"title": "Café"}, "abc").json()
    assert said["method"] == "PATCH"
    assert said["body"] == {"title": "Café"}
    assert said["authorization"] == "Bearer abc"


@pytest.mark.parametrize("status", [400, 404, 422, 503])
def test_refusals_are_answers(system: System, status: int) -> None:
    answer = system.request("POST", f"/{status}/x", {})
    assert answer.status == status
    assert answer.json()["path"] == f"/{status}/x"


def test_headers_are_found_in_any_case(system: System) -> None:
    answer = system.request("DELETE", "/204/x")
    assert answer.headers["change-group"] == answer.headers["Change-Group"] == "42"


def test_another_address(system: System) -> None:
    assert system.request("GET", "/health", at=system.api_address).json()["path"] == "/200/health"


def test_signing_up_gives_a_token(system: System) -> None:
    assert system.sign_up() == "the-token"


def test_a_system_that_lets_nobody_sign_up(closed: System) -> None:
    with pytest.raises(ProcessFailedError, match="does not let anybody sign up: 503 closed"):
        closed.sign_up()


def test_a_proxy_is_not_asked(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert system.request("GET", "/200/x").status == 200
