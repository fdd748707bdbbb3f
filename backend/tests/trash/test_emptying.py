"""What lies in the trash for more than 30 days goes by itself, once, whoever looks after it."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from support import Person
from todo.database import Database
from todo.errors import DatabaseUnavailableError
from todo.trash import emptying, service


@pytest.fixture
async def database(app: FastAPI) -> Database:
    """The database without what other tests have left to go."""
    database: Database = app.state.database
    await service.empty_expired(database)
    return database


async def deleted(person: Person, sql: Any, *, days: int, title: str = "Old") -> UUID:
    """A task that went to the trash some days ago."""
    task = await person.add(title)
    await person.client.delete(f"/api/tasks/{task['id']}")
    statement = "update task set deleted_at = now() - make_interval(days => $2) where id = $1"
    await sql.execute(statement, task["id"], days)
    return UUID(task["id"])


async def there(sql: Any, ids: list[UUID]) -> set[UUID]:
    return {row["id"] for row in await sql.fetch("select id from task where id = any($1)", ids)}


async def test_only_what_is_older_goes(database: Database, owner: Person, stranger: Person, sql: Any) -> None:
    old, theirs = await deleted(owner, sql, days=31), await deleted(stranger, sql, days=400)
    young = await deleted(owner, sql, days=29)
    alive = UUID((await owner.add("Alive"))["id"])
    assert await service.empty_expired(database) == 2
    assert await there(sql, [old, theirs, young, alive]) == {young, alive}
    assert await sql.fetchval("select count(*) from change where entity_id = $1", old) == 0
    assert await service.empty_expired(database) == 0


async def test_projects_go_with_all_in_them(database: Database, owner: Person, sql: Any) -> None:
    project = await owner.project()
    task = UUID((await owner.add(project_id=project["id"]))["id"])
    await owner.client.delete(f"/api/projects/{project['id']}")
    await sql.execute("update project set deleted_at = now() - interval '31 days' where id = $1", project["id"])
    assert await service.empty_expired(database) == 1
    assert await there(sql, [task]) == set()


async def test_more_than_a_batch(database: Database, owner: Person, sql: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "BATCH", 2)
    ids = [await deleted(owner, sql, days=31, title=f"task {n}") for n in range(5)]
    assert await service.empty_expired(database) == 5
    assert await there(sql, ids) == set()


async def test_several_at_once_take_each_once(
    database: Database, owner: Person, sql: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "BATCH", 3)
    ids = [await deleted(owner, sql, days=31) for _ in range(12)]
    counts = await asyncio.gather(*(service.empty_expired(database) for _ in range(4)))
    assert sum(counts) == 12
    assert await there(sql, ids) == set()


async def test_what_another_process_holds_is_left_to_it(database: Database, owner: Person, sql: Any) -> None:
    held, free = await deleted(owner, sql, days=31), await deleted(owner, sql, days=31)
    async with sql.transaction():
        await sql.execute("select from task where id = $1 for update", held)
        assert await service.empty_expired(database) == 1
        assert await there(sql, [held, free]) == {held}
    assert await service.empty_expired(database) == 1


async def test_goes_on_after_an_outage_until_it_is_stopped(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[int] = []
    third = asyncio.Event()

    async def empty_expired(_: Database) -> int:
        rounds.append(len(rounds))
        if len(rounds) == 1:
            raise DatabaseUnavailableError
        if len(rounds) == 3:
            third.set()
        return 0

    monkeypatch.setattr(service, "empty_expired", empty_expired)
    async with emptying.emptying(database, pause_seconds=0.001):
        await asyncio.wait_for(third.wait(), timeout=30)
    done = len(rounds)
    await asyncio.sleep(0)
    assert len(rounds) == done
