"""Measure what the assistant does: `python -m bench.assistant GOLD [--model ADDRESS NAME TOOLS]` prints JSON.

Each conversation is told on the standard error output as it ends: with a model on a small machine it takes long.
"""

import argparse
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

from bench.assistant.cases import Case, Verdict, load, spread
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
            verdicts = {}
            for case in cases:
                verdicts[case.name] = await driver.run(case)
                tell(case, verdicts[case.name], driver.milliseconds[-1])
    await sql.close()
    return figures(verdicts, driver.milliseconds)


def tell(case: Case, verdict: Verdict, milliseconds: float) -> None:
    """One line of what came of a conversation."""
    found = "HARM" if verdict.harm else "wrong" if verdict.wrong else "right"
    line = f"{case.name} {found}, last turn {milliseconds:.0f} ms: {case.say} {verdict.harm or verdict.wrong or ''}"
    print(line, file=sys.stderr, flush=True)


def figures(verdicts: dict[str, Verdict], milliseconds: list[float]) -> dict[str, Any]:
    """The share of conversations that end right, what was done unasked, and how long a turn takes."""
    right = sum(not (verdict.wrong or verdict.harm) for verdict in verdicts.values())
    return {
        "conversations": len(verdicts),
        "right": right,
        "accuracy": right / len(verdicts),
        "chosen": sum(verdict.chosen for verdict in verdicts.values()),
        "harm": {name: verdict.harm for name, verdict in verdicts.items() if verdict.harm},
        "wrong": {name: verdict.wrong for name, verdict in verdicts.items() if verdict.wrong},
        "median_ms": statistics.median(milliseconds),
        "p95_ms": statistics.quantiles(milliseconds, n=20)[-1],
    }


def main() -> None:
    # A line for each request would be measured along.
    logging.disable(logging.INFO)
    parser = argparse.ArgumentParser(prog="python -m bench.assistant", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--model", nargs=3, default=(), metavar=("ADDRESS", "NAME", "TOOLS"))
    parser.add_argument("--sample", type=int, help="only so many conversations, spread over all")
    parser.add_argument("--seconds", type=float, default=60, help="the longest that a turn may take (60)")
    options = parser.parse_args()
    cases = spread(load(options.gold), options.sample)
    model = dict(zip(("openai_base_url", "openai_model", "assistant_tools"), options.model, strict=False))
    with temporary() as server:
        url = server.url("postgres")
        migrate(url)
        print(
            json.dumps(asyncio.run(measure(url, cases, chat_turn_seconds=options.seconds, **model)), ensure_ascii=False)
        )


if __name__ == "__main__":
    main()
