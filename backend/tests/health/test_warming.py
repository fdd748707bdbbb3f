"""A process says that it is ready when connections are open and used: its first request waits for none."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest
import pytest_asyncio
from support import client_of, make_settings, running
from todo.database import Database, Executor
from todo.errors import DatabaseUnavailableError
from todo.health import repository, service
from todo.health.service import WARM_CONNECTIONS, Warming
from todo.main import create_app

NOBODY = "postgresql://todo@127.0.0.1:1/todo"  # nothing listens there


async def nothing() -> None:
    """A process that hears of changes already."""


async def pid(db: Executor) -> int:
    row = await db.fetch_one("select pg_backend_pid() as pid")
    assert row is not None
    return int(row["pid"])


@pytest_asyncio.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, pool_size=6)
    await database.open()
    yield database
    await database.close()


class TestThePool:
    async def test_each_connection_is_another_and_they_stay(self, database: Database) -> None:
        used: list[int] = []

        async def use(db: Executor) -> None:
            used.append(await pid(db))

        await database.warm(4, use)
        assert len(set(used)) == 4
        async with asyncio.timeout(20):
            found = await asyncio.gather(*(pid(database) for _ in range(4)))
        assert set(found) <= set(used)

    async def test_no_more_than_the_pool_may_have(self, database: Database) -> None:
        used: list[int] = []

        async def use(db: Executor) -> None:
            used.append(await pid(db))

        async with asyncio.timeout(20):
            await database.warm(100, use)
        assert len(set(used)) == len(used) == 6

    async def test_what_fails_gives_all_of_them_back(self, database: Database) -> None:
        used: list[int] = []

        async def fail_at_the_third(db: Executor) -> None:
            used.append(await pid(db))
            if len(used) == 3:
                raise DatabaseUnavailableError

        with pytest.raises(DatabaseUnavailableError):
            await database.warm(6, fail_at_the_third)
        async with asyncio.timeout(20):
            await database.warm(6, repository.touch)

    async def test_without_a_database(self) -> None:
        database = Database(NOBODY)
        await database.open()
        with pytest.raises(DatabaseUnavailableError):
            await database.warm(2, repository.touch)
        await database.close()


class TestReadiness:
    async def test_the_first_requests_open_no_connection(
        self, database_url: str, sql: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened = list[object]()
        connect = asyncpg.connect_utils._connect

        async def counted(*arguments: object, **options: object) -> object:
            opened.append(arguments)
            return await connect(*arguments, **options)

        monkeypatch.setattr(asyncpg.connect_utils, "_connect", counted)
        async with running(create_app(make_settings(database_url))) as app, client_of(app) as client:
            assert (await client.get("/health/ready")).status_code == 200
            assert len(opened) >= WARM_CONNECTIONS + 1, "and one that listens"
            before = len(opened)
            responses = await asyncio.gather(*(client.get("/health") for _ in range(WARM_CONNECTIONS)))
        assert {response.status_code for response in responses} == {200}
        assert len(opened) == before

    async def test_before_that_it_is_starting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(service, "PATIENCE_SECONDS", 0.01)
        async with running(create_app(make_settings(NOBODY))) as app, client_of(app) as client:
            ready = await client.get("/health/ready")
            assert (ready.status_code, ready.json()["status"]) == (503, "starting")
            assert (await client.get("/health/live")).status_code == 200
            report = await client.get("/health")
            assert (report.status_code, report.json()["status"]) == (503, "unavailable")

    async def test_who_asks_early_waits_a_moment(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(service, "PATIENCE_SECONDS", 20)
        warming = Warming(database, nothing)
        asked = asyncio.create_task(service.readiness(database, warming))
        await warming.run()
        assert (await asked).status == "ok"

    async def test_it_is_tried_until_it_works_whatever_went_wrong(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(service, "RETRY_SECONDS", 0)
        failures = [DatabaseUnavailableError(), asyncpg.UndefinedTableError("no such table")]

        async def fail_at_first() -> None:
            if failures:
                raise failures.pop()

        warming = Warming(database, fail_at_first)
        async with asyncio.timeout(20):
            await warming.run()
        assert failures == []
        assert await warming.is_done()
