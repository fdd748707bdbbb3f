"""Probes when all is well, and while shutting down."""

import httpx
import pytest
from todo.health.service import SHUTTING_DOWN


async def test_live_ready_and_the_report(anonymous: httpx.AsyncClient) -> None:
    assert (await anonymous.get("/health/live")).json() == {"status": "ok"}
    for path in ("/health/ready", "/health", "/api/health"):
        response = await anonymous.get(path)
        assert response.status_code == 200
        assert response.json() == {"status": "ok", "database": "ok", "version": "4.0.0"}


async def test_shutting_down_is_not_ready_but_alive(
    anonymous: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    SHUTTING_DOWN.set()
    try:
        ready = await anonymous.get("/health/ready")
        assert (ready.status_code, ready.json()["status"], ready.json()["database"]) == (503, "shutting-down", "ok")
        assert (await anonymous.get("/health/live")).status_code == 200
    finally:
        SHUTTING_DOWN.clear()


async def test_liveness_never_asks_the_database(anonymous: httpx.AsyncClient, statements: object) -> None:
    with statements() as seen:  # type: ignore[operator]
        await anonymous.get("/health/live")
    assert seen == []
