"""Measure what the assistant does: `python -m bench.assistant GOLD [MODEL-ADDRESS MODEL MODE]` prints JSON."""

import asyncio
import json
import logging
import statistics
import sys
from pathlib import Path
from typing import Any

import asyncpg
import httpx
from todo.clock import clock_at
from todo.config import Settings
from todo.main import create_app
from todo.migrations import migrate
from todo_ops.postgres import temporary

from bench.assistant.cases import Case, Verdict, load
from bench.assistant.driving import Driver
from bench.assistant.worlds import NOW, ZONE

KEY = "measurement-0123456789abcdefghijklmnopqrstuvwxyz"
ACCOUNT = {"email": "gold@example.com", "password": "correct horse battery", "name": "Gold", "time_zone": ZONE}


async def measure(url: str, cases: list[Case], **settings: Any) -> dict[str, Any]:
    """Hold every conversation once, in a database of its own."""
    app = create_app(Settings(database_url=url, jwt_secret_key=KEY, metrics_port=0, **settings))
    sql = await asyncpg.connect(url)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", timeout=600) as client,
    ):
        with clock_at(NOW):
            signed_up = (await client.post("/api/auth/register", json=ACCOUNT)).raise_for_status().json()
            client.headers["Authorization"] = f"Bearer {signed_up['token']}"
            driver = Driver(client, sql, signed_up["user"]["id"], [])
            verdicts = {case.name: await driver.run(case) for case in cases}
    await sql.close()
    return figures(verdicts, driver.milliseconds)


def figures(verdicts: dict[str, Verdict], milliseconds: list[float]) -> dict[str, Any]:
    """The share of conversations that end right, what was done unasked, and how long a turn takes."""
    right = sum(not (verdict.wrong or verdict.harm) for verdict in verdicts.values())
    return {
        "conversations": len(verdicts),
        "right": right,
        "accuracy": right / len(verdicts),
        "harm": {name: verdict.harm for name, verdict in verdicts.items() if verdict.harm},
        "wrong": {name: verdict.wrong for name, verdict in verdicts.items() if verdict.wrong},
        "median_ms": statistics.median(milliseconds),
        "p95_ms": statistics.quantiles(milliseconds, n=20)[-1],
    }


def main() -> None:
    # A line for each request would be measured along.
    logging.disable(logging.INFO)
    cases = load(Path(sys.argv[1]))
    model = dict(zip(("openai_base_url", "openai_model", "assistant_tools"), sys.argv[2:5], strict=False))
    with temporary() as server:
        url = server.url("postgres")
        migrate(url)
        print(json.dumps(asyncio.run(measure(url, cases, **model)), ensure_ascii=False))


if __name__ == "__main__":
    main()
