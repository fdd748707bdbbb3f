"""Runs the API with uvicorn: graceful stop, readiness that flips first, metrics on their own port."""

import asyncio
import os
import socket
import tempfile
from types import FrameType

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import multiprocess

from todo.assistant.turns import stop_turns
from todo.config import Settings, load_settings
from todo.health.service import SHUTTING_DOWN
from todo.live.service import end_streams
from todo.logs import configure_logging
from todo.main import create_app
from todo.metrics import start_metrics_server

# Of the ten seconds that container engines give: an answer under way may be finished in the first, gets its last event
# then, and what is not done by the end of the second is cut.
TURN_SECONDS = 5
GRACE_SECONDS = 8
# A worker that is still loading answers no ping. With uvicorn's own five seconds the workers of a busy machine are
# killed before they have started, again and again.
WORKER_SECONDS = 60


class Server(uvicorn.Server):
    """At the first signal readiness turns 503; the usual graceful stop begins after the configured delay.

    The delay lets load balancers take the process out of rotation while it still answers.
    """

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        first = not SHUTTING_DOWN.is_set()
        SHUTTING_DOWN.set()
        delay = load_settings().shutdown_delay_seconds
        loop = asyncio.get_running_loop()
        if first:
            loop.call_later(delay + TURN_SECONDS, stop_turns)
            loop.call_later(delay, end_streams)
        if first and delay:
            loop.call_later(delay, super().handle_exit, sig, frame)
        else:
            super().handle_exit(sig, frame)


class Worker(multiprocess.Process):
    """One of several server processes; uvicorn's own would run its plain server."""

    @property
    def server(self) -> Server:
        if self._server is None:
            self._server = Server(self.config)
        assert isinstance(self._server, Server)
        return self._server


def application() -> FastAPI:
    """The app of one worker process, from its environment."""
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    return create_app(settings)


def serve(settings: Settings) -> None:
    """Serve until a signal ends it.

    Raises:
        OSError: the port is taken.
    """
    configure_logging(settings.log_level, settings.log_format)
    if settings.web_concurrency > 1:
        os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix="todo-metrics-"))
    metrics = start_metrics_server(settings.metrics_port)
    try:
        _run(settings)
    finally:
        if metrics:
            metrics.shutdown()


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    listener.set_inheritable(True)
    return listener


def _run(settings: Settings) -> None:
    config = uvicorn.Config(
        "todo.server:application",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.web_concurrency,
        log_config=None,
        access_log=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_worker_healthcheck=WORKER_SECONDS,
    )
    sockets = [_listen(settings)]
    if settings.web_concurrency > 1:
        # It takes no class of worker as an argument.
        multiprocess.Process = Worker  # type: ignore[misc]
        multiprocess.Multiprocess(config, sockets=sockets).run()
    else:
        Server(config).run(sockets=sockets)
