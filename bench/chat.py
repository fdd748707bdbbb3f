"""How soon the chat answers, alone and thirty at once, and what the API's other requests feel of it.

Run from the checkout with `.todo/venv/bin/python -m bench.chat`; `--help` says what can be chosen.
"""

import argparse
import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from todo_ops import process_table

from bench.system import Connection, System, connect, sign_up, started

# What is said to the built-in assistant: finding, adding, changing, summing up.
SAID = (
    "what is due today?",
    "add water the plants tomorrow at 6pm p2",
    "what should I do today?",
    "undo",
    "show my tasks",
)
PAUSE = 0.05  # seconds between two requests of one of those who use the API meanwhile
END = re.compile(rb"event: (done|error)\r?\ndata: [^\n]*\n\n")


@dataclass
class Turn:
    """Milliseconds from sending the question: to the first event, until a model was asked (if one was), to the end."""

    first: float
    asked: float | None
    end: float


async def chat(port: int, token: str, said: str) -> Turn:
    """Say something in a new conversation and read the answer to its end."""
    connection = await connect(port, token)
    began, clock = time.perf_counter(), time.time()
    stream = await connection.ask("/api/chat", {"message": said})
    await stream.readuntil(b"event: conversation")
    first, content = time.perf_counter() - began, b""
    while not (found := END.search(content)):
        content += await stream.read(65536)
    assert found[1] == b"done", content
    asked = re.search(rb'"delta":"(\d+\.\d+) "', content)
    end = time.perf_counter() - began
    return Turn(first * 1e3, (float(asked[1]) - clock) * 1e3 if asked else None, end * 1e3)


class Others:
    """People who use the API meanwhile: each reads a task every so often."""

    def __init__(self, port: int, token: str, task: str, count: int) -> None:
        self._port, self._token, self._path, self._count = port, token, f"/api/tasks/{task}", count
        self.times: list[float] = []

    async def __aenter__(self) -> "Others":
        self._tasks = [asyncio.create_task(self._use(number)) for number in range(self._count)]
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _use(self, number: int) -> None:
        connection = await connect(self._port, self._token)
        await asyncio.sleep(PAUSE * number / self._count)
        while True:
            began = time.perf_counter()
            status, content = await connection.send("GET", self._path)
            assert status == 200, content
            self.times.append((time.perf_counter() - began) * 1e3)
            await asyncio.sleep(PAUSE)


async def report(system: System, options: argparse.Namespace, *, model: bool) -> None:
    tokens = [await sign_up(system.port) for _ in range(options.chats)]
    task = await first_task(await connect(system.port, tokens[0]))
    said = ["go on"] if model else SAID
    for token in tokens[: 4 * options.workers]:
        # Each process loads what answers with its first turn.
        await chat(system.port, token, said[0])
    alone = [await chat(system.port, tokens[n % len(tokens)], said[n % len(said)]) for n in range(3 if model else 20)]
    others = Others(system.port, tokens[0], task, options.others)
    async with others:
        await asyncio.sleep(3)
    quiet, others.times = others.times, []
    together, spent = list[Turn](), 0.0
    for number in range(options.rounds):
        before = sum(system.cpu_seconds())
        async with others:
            together += await asyncio.gather(*(chat(system.port, token, said[number % len(said)]) for token in tokens))
        spent += sum(system.cpu_seconds()) - before
        await asyncio.sleep(1)
    print(f"\n{'A model that streams slowly' if model else 'The built-in assistant'}, {options.workers} processes:")
    print(f"| | first event, ms | until the model is asked, ms | end, ms |\n|---|---|---|---|\n{row('alone', alone)}")
    print(row(f"{options.chats} at once", together))
    print(f"API meanwhile: {spread(others.times)}; with no chat: {spread(quiet)}")
    print(f"CPU of all, those who use the API included: {spent / len(together) * 1e3:.1f} ms a turn", flush=True)


async def first_task(connection: Connection) -> str:
    """Make a task and return its id."""
    status, content = await connection.send("POST", "/api/tasks", {"title": "Watched"})
    assert status == 201, content
    return str(json.loads(content)["id"])


def row(name: str, turns: Sequence[Turn]) -> str:
    asked = [turn.asked for turn in turns if turn.asked is not None]
    cells = [
        spread([turn.first for turn in turns]),
        spread(asked) if asked else "-",
        spread([turn.end for turn in turns]),
    ]
    return f"| {name} | {' | '.join(cells)} |"


def spread(times: Sequence[float]) -> str:
    """Median and 95th percentile."""
    return f"{statistics.median(times):.0f}, p95 {statistics.quantiles(times, n=20)[-1]:.0f}"


@contextmanager
def slow_model(words: int, pause: float) -> Iterator[None]:
    """A model for the processes that are started within."""
    port = process_table.free_port()
    command = [sys.executable, "-m", "bench.slow_model", str(port), str(words), str(pause)]
    model = subprocess.Popen(command)  # noqa: S603 - of this repository
    names = {"OPENAI_BASE_URL": f"http://127.0.0.1:{port}/v1", "OPENAI_MODEL": "slow", "ASSISTANT_TOOLS": "native"}
    os.environ |= names
    try:
        yield
    finally:
        for name in names:
            del os.environ[name]
        model.terminate()
        model.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.chat", description=__doc__)
    parser.add_argument("--chats", type=int, default=30, help="at once (30)")
    parser.add_argument("--others", type=int, default=8, help="who read a task twenty times a second meanwhile (8)")
    parser.add_argument("--rounds", type=int, default=5, help="how often all chat at once (5)")
    parser.add_argument("--workers", type=int, default=2, help="processes of the API (2)")
    parser.add_argument("--words", type=int, default=60, help="of an answer of the model, one each 50 ms (60)")
    options = parser.parse_args()
    with started(options.workers) as system:
        asyncio.run(report(system, options, model=False))
    with slow_model(options.words, 0.05), started(options.workers) as system:
        asyncio.run(report(system, options, model=True))


if __name__ == "__main__":
    main()
