"""How long after a change every open tab knows of it. Run from the checkout: `.todo/venv/bin/python -m bench.live`."""

import argparse
import asyncio
import json
import statistics
import time
from contextlib import suppress

from bench.system import System, connect, sign_up, started


async def all_heard(heard: list[tuple[int, float]], wanted: int) -> None:
    while sum(version > 1 for version, _ in heard) < wanted:  # noqa: ASYNC110 - nothing waits for this but the end
        await asyncio.sleep(0.05)


async def report(system: System, options: argparse.Namespace) -> None:
    """Change a task again and again; note when each tab hears of each change."""
    token = await sign_up(system.port)
    writer = await connect(system.port, token)
    status, content = await writer.send("POST", "/api/tasks", {"title": "Watched"})
    assert status == 201, content
    path = f"/api/tasks/{json.loads(content)['id']}"
    sent, answered, heard = dict[int, float](), dict[int, float](), list[tuple[int, float]]()

    async def listen() -> None:
        connection = await connect(system.port, token)  # kept: without it the stream is closed
        stream = await connection.listen()
        opened.release()
        while line := await stream.readline():
            if line.startswith(b"data: {") and b'"version"' in line:
                heard.append((json.loads(line[6:])["version"], time.perf_counter()))

    opened = asyncio.Semaphore(0)
    tabs = [asyncio.create_task(listen()) for _ in range(options.tabs)]
    for _ in tabs:
        await opened.acquire()
    for version in range(2, options.changes + 2):
        sent[version] = time.perf_counter()
        status, content = await writer.send("PATCH", path, {"title": f"Version {version}"})
        answered[version] = time.perf_counter()
        assert status == 200, content
        await asyncio.sleep(options.pause)
    wanted = options.tabs * options.changes
    with suppress(TimeoutError):
        async with asyncio.timeout(10):
            await all_heard(heard, wanted)
    for task in tabs:
        task.cancel()
    found = [(version, moment) for version, moment in heard if version > 1]
    print(
        f"{options.tabs} tabs, {options.changes} changes, {options.workers} processes: {len(found)} of {wanted} heard"
    )
    for name, since in (("the request was sent", sent), ("it was answered", answered)):
        delays = sorted((moment - since[version]) * 1e3 for version, moment in found)
        p95 = statistics.quantiles(delays, n=20)[-1]
        print(f"ms after {name}: median {statistics.median(delays):.1f}, p95 {p95:.1f}, most {delays[-1]:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.live", description=__doc__)
    parser.add_argument("--tabs", type=int, default=50)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--pause", type=float, default=0.05, metavar="SECONDS", help="between changes (0.05)")
    parser.add_argument("--workers", type=int, default=2, help="processes of the API (2)")
    options = parser.parse_args()
    with started(options.workers) as system:
        asyncio.run(report(system, options))


if __name__ == "__main__":
    main()
