"""Sixty-four clients at work in one project at once, bounded by what they do and not by time."""

import asyncio
import json
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg
import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from live.tabs import tab
from support import Person, serving, sign_up

CLIENTS, ROUNDS, TASKS = 64, 6, 12
Row = dict[str, Any]


class Client:
    """One of the crowd: what it did, by its own dice."""

    def __init__(self, number: int, person: Person, project: str, tasks: list[str]) -> None:
        self._dice, self._person, self._project, self._tasks = random.Random(number), person, project, tasks
        self._last: list[httpx.Response] = []
        self.statuses: list[int] = []
        self.made = 0

    async def work(self) -> None:
        actions: list[Callable[[], Awaitable[httpx.Response]]] = [
            self._add, self._add_below, self._move, self._move_below, self._complete, self._edit, self._undo
        ]  # fmt: skip
        for _ in range(ROUNDS):
            response = await self._dice.choice(actions)()
            self.statuses.append(response.status_code)
            self.made += response.status_code == 201
            if "Change-Group" in response.headers:
                self._last.append(response)

    async def _send(self, path: str, body: Row) -> httpx.Response:
        return await self._person.client.post(f"/api/tasks{path}", json=body)

    def _any(self) -> str:
        return self._dice.choice(self._tasks)

    async def _add(self) -> httpx.Response:
        return await self._send("", {"title": "New", "project_id": self._project})

    async def _add_below(self) -> httpx.Response:
        return await self._send("", {"title": "Below", "parent_id": self._any()})

    async def _move(self) -> httpx.Response:
        return await self._send(f"/{self._any()}/move", {"before_id": self._any(), "parent_id": None})

    async def _move_below(self) -> httpx.Response:
        return await self._send(f"/{self._any()}/move", {"parent_id": self._any()})

    async def _complete(self) -> httpx.Response:
        return await self._send(f"/{self._any()}/{self._dice.choice(['complete', 'reopen'])}", {})

    async def _edit(self) -> httpx.Response:
        body = {"title": f"Title {self._dice.random()}"}
        return await self._person.client.patch(f"/api/tasks/{self._any()}", json=body)

    async def _undo(self) -> httpx.Response:
        return await (self._person.undo(self._last.pop()) if self._last else self._add())


class Aftermath:
    """What the crowd left behind: rows, log, answers, and what an open tab was told meanwhile."""

    def __init__(self, clients: list[Client], rows: list[Row], log: list[Row], told: list[Row]) -> None:
        self.clients, self.rows, self.log, self.told = clients, rows, log, told


async def read(sql: asyncpg.Connection, query: str, project: str) -> list[Row]:
    """Rows as they are, JSON columns read."""
    found = [dict(row) for row in await sql.fetch(query, project)]
    return [{k: json.loads(v) if k in ("row", "before", "after") and v else v for k, v in row.items()} for row in found]


async def at_work(app: FastAPI, person: Person, project: str, clients: list[Client]) -> list[Row]:
    """Let them all work at once; what an open tab was told of it."""
    async with serving(app) as address, tab(address, person) as opened:
        await asyncio.gather(*(client.work() for client in clients))
        last = await person.add("The end", project_id=project)
        return [change async for change in opened.until_entity(last["id"])]


@pytest_asyncio.fixture(scope="module")
async def aftermath(app: FastAPI, database_url: str) -> Aftermath:
    """The crowd at work, once for all tests of this module."""
    person = await sign_up(app)
    project = (await person.project("Busy"))["id"]
    tasks = [(await person.add(f"task {n}", project_id=project))["id"] for n in range(TASKS)]
    clients = [Client(number, person, project, tasks) for number in range(CLIENTS)]
    with pytest.MonkeyPatch.context() as patch:
        # How long people stand in line on a busy machine is not what this is about.
        patch.setattr(app.state.database, "_queue_seconds", 120)
        told = await at_work(app, person, project, clients)
    sql = await asyncpg.connect(database_url)
    query = "select to_jsonb(task) - 'search' as row from task where project_id = $1"
    rows = [found["row"] for found in await read(sql, query, project)]
    log = await read(sql, "select * from change where entity = 'task' and project_id = $1 order by id", project)
    await sql.close()
    return Aftermath(clients, rows, log, told)


async def test_nothing_fails(aftermath: Aftermath) -> None:
    statuses = [status for client in aftermath.clients for status in client.statuses]
    assert len(statuses) == CLIENTS * ROUNDS
    assert set(statuses) <= {200, 201, 404, 409, 422}, "what others did in between may stand in the way"
    assert statuses.count(200) > CLIENTS, "most of it takes effect"


async def test_nothing_is_lost_or_doubled(aftermath: Aftermath) -> None:
    assert len(aftermath.rows) == TASKS + 1 + sum(client.made for client in aftermath.clients)


async def test_the_log_of_each_task_is_a_chain_that_ends_in_its_row(aftermath: Aftermath) -> None:
    chains: dict[str, list[Row]] = defaultdict(list)
    for entry in sorted(aftermath.log, key=lambda entry: entry["after"]["version"]):
        chains[str(entry["entity_id"])].append(entry)
    for row in aftermath.rows:
        chain = chains.pop(row["id"])
        assert [entry["after"]["version"] for entry in chain] == list(range(1, row["version"] + 1))
        assert chain[0]["before"] is None
        assert [entry["before"] for entry in chain[1:]] == [entry["after"] for entry in chain[:-1]]
        assert chain[-1]["after"] == row
    assert not chains


async def test_the_order_is_total_and_nobody_is_below_themselves(aftermath: Aftermath) -> None:
    places = [(row["parent_id"], row["position"]) for row in aftermath.rows]
    assert len(set(places)) == len(places)
    above = {row["id"]: row["parent_id"] for row in aftermath.rows}
    for start in above:
        path, here = set(), start
        while here is not None:
            assert here not in path
            path.add(here)
            here = above[here]


async def test_an_open_tab_was_told_each_change_once_and_in_order(aftermath: Aftermath) -> None:
    told = [change["id"] for change in aftermath.told if change["entity"] == "task"]
    logged = [entry["id"] for entry in aftermath.log]
    assert told == sorted(set(told))
    assert told == logged[len(logged) - len(told) :]
    assert len(told) > CLIENTS
