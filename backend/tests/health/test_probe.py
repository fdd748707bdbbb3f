"""The container's health check: ready, not ready, nobody there."""

import http.server
import threading
from collections.abc import Callable, Iterator

import pytest
from todo.health import probe
from todo_ops.process_table import free_port

Serve = Callable[[int], list[str]]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Start a server that answers everything with one status; returns the paths that it was asked for."""
    servers = []

    def start(status: int) -> list[str]:
        asked: list[str] = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(status)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever).start()
        servers.append(server)
        monkeypatch.setenv("PORT", str(server.server_port))
        return asked

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_ready(serve: Serve) -> None:
    asked = serve(200)
    assert probe.main() == 0
    assert asked == ["/health/ready"]


@pytest.mark.parametrize("status", [503, 404, 500])
def test_not_ready(serve: Serve, status: int) -> None:
    serve(status)
    assert probe.main() == 1


def test_nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", str(free_port()))
    assert probe.main() == 1
