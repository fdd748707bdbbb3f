"""The pool: transactions hold together, nothing waits for ever, nothing is left behind on a connection."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from todo.boundary import new_id
from todo.database import Database
from todo.errors import DatabaseUnavailableError


@pytest_asyncio.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url, pool_size=2)
    await database.open()
    yield database
    await database.close()


async def count(database: Database, key: str) -> int:
    row = await database.fetch_one("select count(*) as n from attempt where key = $1", key)
    assert row is not None
    return int(row["n"])


INSERT = "insert into attempt (key, count) values ($1, 1)"


async def test_rows_are_dicts_and_json_is_python(database: Database) -> None:
    value = {"a": [1, None, "ü"], "b": {"c": True}}
    assert await database.fetch_one("select $1::jsonb as value, 7 as n", value) == {"value": value, "n": 7}
    assert await database.fetch("select 1 as n where false") == []
    assert await database.fetch_one("select 1 as n where false") is None


async def test_transaction_holds_together(database: Database) -> None:
    key = str(new_id())
    async with database.transaction() as transaction:
        await transaction.fetch(INSERT, key)
        assert await count(database, key) == 0, "others don't see it yet"
    assert await count(database, key) == 1


async def test_any_error_rolls_back_and_passes(database: Database) -> None:
    key = str(new_id())

    async def fail() -> None:
        async with database.transaction() as transaction:
            await transaction.fetch(INSERT, key)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await count(database, key) == 0


async def test_a_statement_costs_one_round_trip_and_a_transaction_two_more(
    database: Database, statements: object
) -> None:
    await database.fetch("select 1")
    with statements() as seen:  # type: ignore[operator]
        await database.fetch("select 2")
        assert seen == ["select 2"], "no reset, no BEGIN"
        async with database.transaction() as transaction:
            await transaction.fetch("select 3")
    assert [statement.strip(";") for statement in seen[1:]] == ["BEGIN", "select 3", "COMMIT"]


async def test_a_request_stands_in_line_longer_than_a_statement_may_take(database_url: str) -> None:
    database = Database(database_url, pool_size=1, timeout_seconds=0.1, queue_seconds=30)
    await database.open()
    async with database.transaction():
        waiting = asyncio.create_task(database.fetch_one("select 1 as n"))
        await asyncio.wait({waiting}, timeout=0.3)
        assert not waiting.done()
    assert await waiting == {"n": 1}
    await database.close()


async def test_waiting_in_line_ends(database_url: str) -> None:
    database = Database(database_url, pool_size=1, queue_seconds=0.1)
    await database.open()
    async with database.transaction():
        with pytest.raises(DatabaseUnavailableError):
            await database.fetch("select 1")
    assert await database.fetch_one("select 1 as n") == {"n": 1}
    await database.close()


async def test_a_statement_that_hangs_ends_and_its_connection_is_dropped(database: Database) -> None:
    with pytest.raises(DatabaseUnavailableError):
        await database.fetch("select pg_sleep(30)")
    rows = await asyncio.gather(*(database.fetch_one("select 1 as n") for _ in range(10)))
    assert rows == [{"n": 1}] * 10


async def test_cancelled_callers_give_their_connection_back(database: Database) -> None:
    tasks = [asyncio.create_task(database.fetch("select pg_sleep(0.5)")) for _ in range(2)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert await database.fetch_one("select 1 as n") == {"n": 1}


async def test_before_opening_it_is_unavailable(database_url: str) -> None:
    unopened = Database(database_url)
    with pytest.raises(DatabaseUnavailableError):
        await unopened.fetch("select 1")
    await unopened.close()


class TestRehearsal:
    async def test_is_seen_within_and_never_kept(self, database: Database) -> None:
        key = str(new_id())
        async with database.rehearsal() as trial:
            async with trial.transaction() as transaction:
                await transaction.fetch(INSERT, key)
            assert await count(trial, key) == 1
            assert await count(database, key) == 0
        assert await count(database, key) == 0

    async def test_a_part_that_fails_is_taken_back_by_itself(self, database: Database) -> None:
        kept, failed = str(new_id()), str(new_id())

        async def fail(trial: Database) -> None:
            async with trial.transaction() as transaction:
                await transaction.fetch(INSERT, failed)
                raise ZeroDivisionError

        async with database.rehearsal() as trial:
            await trial.fetch(INSERT, kept)
            with pytest.raises(ZeroDivisionError):
                await fail(trial)
            assert await count(trial, kept) == 1
            assert await count(trial, failed) == 0

    async def test_a_failure_ends_it_and_gives_the_connection_back(self, database: Database) -> None:
        key = str(new_id())

        async def fail() -> None:
            async with database.rehearsal() as trial:
                await trial.fetch(INSERT, key)
                raise ZeroDivisionError

        for _ in range(3):  # more often than there are connections
            with pytest.raises(ZeroDivisionError):
                await fail()
        assert await count(database, key) == 0

    async def test_a_transaction_can_be_used_as_a_database(self, database: Database) -> None:
        key = str(new_id())
        async with database.transaction() as transaction:
            await transaction.as_database().fetch(INSERT, key)
            assert await count(transaction.as_database(), key) == 1
            assert await count(database, key) == 0
        assert await count(database, key) == 1
