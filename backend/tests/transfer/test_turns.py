"""Imports take turns: one of each person, a few of everybody, and no file is read before its turn."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from support import Person, assert_problem, client_of, make_settings, running, sign_up
from todo.actor import Actor
from todo.boundary import new_id
from todo.errors import ConflictError, ThrottledError
from todo.main import create_app
from todo.transfer import turns
from todo.transfer.turns import Turns
from transferring import account, imported

DOCUMENT = account(tasks=[{"id": "t", "project_id": "p", "title": "Dig"}])
Sending = asyncio.Task[httpx.Response]


def somebody() -> Actor:
    return Actor(new_id(), "api", "UTC", new_id())


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE_SECONDS", 0.01)


@pytest_asyncio.fixture
async def narrow(database_url: str) -> AsyncIterator[FastAPI]:
    """An application that takes in one import at a time."""
    async with running(create_app(make_settings(database_url, import_concurrency=1))) as app:
        yield app


class Upload:
    """An import whose file comes when it is told to."""

    def __init__(self, person: Person, document: Any = DOCUMENT, **query: Any) -> None:
        self.begun, self._rest = asyncio.Event(), asyncio.Event()
        self._content = json.dumps(document).encode()
        self.task: Sending = asyncio.create_task(
            person.client.post("/api/import", content=self._pieces(), params=query)
        )

    async def _pieces(self) -> AsyncIterator[bytes]:
        self.begun.set()
        yield self._content[:10]
        await self._rest.wait()
        yield self._content[10:]

    async def finish(self) -> httpx.Response:
        self._rest.set()
        async with asyncio.timeout(30):
            return await self.task


class TestTurns:
    async def test_a_person_has_one_and_others_theirs(self, impatient: None) -> None:
        every, ada, bob = Turns(2), somebody(), somebody()
        async with every.taken(ada):
            with pytest.raises(ConflictError, match="Wait until it is done"):
                async with every.taken(ada):
                    pass
            async with every.taken(bob):
                with pytest.raises(ThrottledError, match="Try again in") as refused:
                    async with every.taken(somebody()):
                        pass
        assert refused.value.headers["Retry-After"].isdigit()
        async with every.taken(ada), every.taken(bob):
            pass

    async def test_who_waits_comes_next(self) -> None:
        every, order = Turns(1), list[str]()

        async def take(name: str, actor: Actor) -> None:
            async with every.taken(actor):
                order.append(name)
                await asyncio.sleep(0)

        ada = somebody()
        async with asyncio.timeout(20):
            await asyncio.gather(take("first", ada), take("second", ada), take("other", somebody()))
        assert sorted(order) == ["first", "other", "second"]
        assert order.index("first") < order.index("second")

    async def test_what_fails_or_is_broken_off_gives_its_turn_back(self, impatient: None) -> None:
        every, ada = Turns(1), somebody()
        with pytest.raises(ZeroDivisionError):
            async with every.taken(ada):
                raise ZeroDivisionError
        async with every.taken(ada):
            waiting = asyncio.create_task(every.taken(somebody()).__aenter__())
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
        async with asyncio.timeout(20):
            await every.taken(ada).__aenter__()

    async def test_remembers_nobody(self) -> None:
        every = Turns(1)
        for _ in range(100):
            async with every.taken(somebody()):
                pass
        assert len(every._own) <= 1


class TestImports:
    async def test_a_second_one_of_a_person_is_refused_before_it_is_read(
        self, narrow: FastAPI, impatient: None
    ) -> None:
        person = await sign_up(narrow)
        first = Upload(person)
        await first.begun.wait()
        second = await imported(person, DOCUMENT)
        assert_problem(second, 409, "import-running")
        assert (await first.finish()).status_code == 200
        assert (await imported(person, DOCUMENT)).status_code == 200

    async def test_those_of_others_are_refused_while_all_places_are_taken(
        self, narrow: FastAPI, impatient: None
    ) -> None:
        person, other = await sign_up(narrow), await sign_up(narrow)
        first = Upload(person, dry_run=True)
        await first.begun.wait()
        refused = await imported(other, DOCUMENT)
        assert_problem(refused, 429, "imports-busy")
        assert refused.headers["Retry-After"] == str(turns.RETRY_SECONDS)
        assert (await other.client.get("/api/tasks")).status_code == 200, "all else goes on"
        assert (await first.finish()).json()["dry_run"] is True
        assert (await imported(other, DOCUMENT)).status_code == 200

    async def test_a_short_wait_is_not_noticed(self, narrow: FastAPI) -> None:
        people = [await sign_up(narrow) for _ in range(3)]
        async with asyncio.timeout(60):
            responses = await asyncio.gather(*(imported(person, DOCUMENT) for person in people))
        assert {response.status_code for response in responses} == {200}

    async def test_the_same_one_twice_at_once_is_written_once(self, narrow: FastAPI) -> None:
        person = await sign_up(narrow)
        query = {"id": str(new_id())}
        responses = await asyncio.gather(*(imported(person, DOCUMENT, **query) for _ in range(2)))
        assert sorted(response.json()["repeated"] for response in responses) == [False, True]
        assert await person.titles() == ["Dig"]

    async def test_one_that_is_being_written_by_another_process_is_seen(
        self, app: FastAPI, owner: Person, sql: asyncpg.Connection
    ) -> None:
        async with sql.transaction():
            key = f"import of user_id {owner.user['id']}"
            assert await sql.fetchval("select pg_try_advisory_xact_lock(hashtextextended($1, 0))", key)
            assert_problem(await imported(owner, DOCUMENT), 409, "import-running")
            assert (await imported(owner, DOCUMENT, dry_run=True)).status_code == 200
        assert (await imported(owner, DOCUMENT)).status_code == 200

    async def test_who_is_not_signed_in_takes_no_turn(self, narrow: FastAPI, impatient: None) -> None:
        person = await sign_up(narrow)
        first = Upload(person)
        await first.begun.wait()
        async with client_of(narrow) as anonymous:
            assert_problem(await anonymous.post("/api/import", content="{}"), 401)
        assert (await first.finish()).status_code == 200
