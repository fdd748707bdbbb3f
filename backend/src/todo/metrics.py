"""Prometheus metrics, served on an internal port of their own so that no ingress shows them."""

import os
from wsgiref.simple_server import WSGIServer

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

HTTP_REQUESTS = Counter("todo_http_requests", "HTTP requests answered.", ("method", "route", "status"))
HTTP_SECONDS = Histogram(
    "todo_http_request_duration_seconds", "Time until the last byte.", ("method", "route"), buckets=BUCKETS
)
DATABASE_SECONDS = Histogram("todo_database_statement_duration_seconds", "Time of one SQL statement.", buckets=BUCKETS)
CHAT_TURNS = Counter("todo_chat_turns", "Chat turns by how they ended.", ("outcome",))


def start_metrics_server(port: int, host: str = "") -> WSGIServer | None:
    """Serve `/metrics`; port 0 switches it off. Sums over all workers when PROMETHEUS_MULTIPROC_DIR is set."""
    if port == 0:
        return None
    server, _ = start_http_server(port, addr=host or "0.0.0.0", registry=_registry())  # noqa: S104 - scraped from outside
    return server


def _registry() -> CollectorRegistry:
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry
