"""Stands in for the product in tests of `run`: tiny servers and commands with the same names and settings.

`python fake_todo.py run ARGUMENTS` is `./todo run` with these; `serve`, `web`, `migrate` and `demo` are what it starts.
FAKE_FAULT makes one of them misbehave: `migrate-fails`, `serve-fails`, `serve-hangs` (when asked to stop), `full-disk`.
"""

import http.server
import json
import os
import signal
import sys
from pathlib import Path

from todo_ops import cli, node, run
from todo_ops.console import Console
from todo_ops.processes import Program
from todo_ops.stack import Stack

ME = str(Path(__file__).resolve())


class Answer(http.server.BaseHTTPRequestHandler):
    """Answers everything with the settings that this process was given."""

    def do_GET(self) -> None:
        body = json.dumps({name: os.environ.get(name) for name in ("PORT", "DATABASE_URL", "JWT_SECRET_KEY")}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep quiet."""


def serve() -> None:
    print("listening", flush=True)
    http.server.ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Answer).serve_forever()


def command(name: str) -> None:
    fault = os.environ.get("FAKE_FAULT")
    if fault == f"{name}-fails":
        sys.exit(f"the fake {name} fails")
    if fault == "full-disk" and name == "migrate":
        sys.exit("could not extend file: No space left on device")
    if fault == f"{name}-hangs":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if name in {"serve", "web"}:
        serve()
    if name == "demo":
        print(json.dumps({"email": "demo@example.test", "password": "fake-password"}))


def web(stack: Stack) -> Program:
    env = {**os.environ, "PORT": str(stack.port)}
    return Program("Web app", [sys.executable, ME, "web"], env, stack.address)


def nothing_to_build(console: Console) -> None:
    """The fake web app is not built."""


if __name__ == "__main__":
    if sys.argv[1] == "run":
        Stack.backend.__globals__["PYTHON"][:] = [sys.executable, ME]
        Stack.web = web  # type: ignore[method-assign, assignment]
        node.ensure_built = nothing_to_build
        run.has_display = lambda: False
        sys.exit(cli.main(sys.argv[1:]))
    command(sys.argv[1])
