"""Who may make an account: everybody, the first, or nobody but whoever runs the server."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager

import asyncpg
import httpx
import pytest
from support import PASSWORD, Person, assert_problem, client_of, make_settings, running
from todo.accounts import administration
from todo.accounts.schemas import Registration
from todo.main import create_app

Served = Callable[[str], AbstractAsyncContextManager[httpx.AsyncClient]]
Statements = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def served(database_url: str) -> Served:
    """The API with a setting of `SIGN_UP`, and a caller who is not signed in."""

    @asynccontextmanager
    async def serve(sign_up: str) -> AsyncIterator[httpx.AsyncClient]:
        async with running(create_app(make_settings(database_url, sign_up=sign_up))) as app, client_of(app) as client:
            yield client

    return serve


@pytest.fixture
async def nobody(database_url: str) -> AsyncIterator[None]:
    """A server without any account."""
    connection = await asyncpg.connect(database_url)
    await connection.execute("delete from task")
    await connection.execute("truncate app_user, project cascade")
    yield
    await connection.close()


def registration(email: str) -> dict[str, str]:
    return {"email": email, "password": PASSWORD}


async def is_open(client: httpx.AsyncClient) -> bool:
    response = await client.get("/api/auth/sign-up")
    assert response.status_code == 200
    answer: dict[str, bool] = response.json()
    assert answer.keys() == {"open"}
    return answer["open"]


async def test_open_is_for_everybody(served: Served, owner: Person) -> None:
    async with served("open") as client:
        assert await is_open(client)
        assert (await client.post("/api/auth/register", json=registration("open@example.com"))).status_code == 201
        assert await is_open(client)


async def test_closed_is_for_nobody_and_tells_nothing_of_who_is_there(served: Served, owner: Person) -> None:
    async with served("closed") as client:
        assert not await is_open(client)
        for email in ("closed@example.com", owner.user["email"]):
            problem = await client.post("/api/auth/register", json=registration(email))
            assert_problem(problem, 403, "sign-up-closed")
        signed_in = await client.post("/api/auth/login", json=registration(owner.user["email"]))
        assert signed_in.status_code == 200, "whoever has an account goes on"


@pytest.mark.parametrize("setting", ["open", "first"])
@pytest.mark.usefixtures("nobody")
async def test_only_the_first_waits_for_others(served: Served, statements: Statements, setting: str) -> None:
    async with served(setting) as client:
        with statements() as seen:
            assert (await client.post("/api/auth/register", json=registration("one@example.com"))).status_code == 201
    waits = [statement for statement in seen if statement.startswith("BEGIN") or "pg_advisory" in statement]
    assert len(waits) == (2 if setting == "first" else 0), seen


@pytest.mark.usefixtures("nobody")
async def test_first_is_for_one(served: Served) -> None:
    async with served("first") as client:
        assert await is_open(client)
        answers = await asyncio.gather(
            *(client.post("/api/auth/register", json=registration(f"first{n}@example.com")) for n in range(6))
        )
        assert sorted(answer.status_code for answer in answers) == [201] + [403] * 5
        assert not await is_open(client)


@pytest.mark.usefixtures("nobody")
async def test_the_operators_account_is_the_first(served: Served) -> None:
    async with served("first") as client:
        database = client._transport.app.state.database  # type: ignore[attr-defined]
        body = Registration(email="operator@example.com", password=PASSWORD)
        user = await administration.add(database, body)
        assert (user.email, user.name, user.language) == ("operator@example.com", "operator", "en")
        assert_problem(
            await client.post("/api/auth/register", json=registration("second@example.com")), 403, "sign-up-closed"
        )
        assert (await client.post("/api/auth/login", json=registration("operator@example.com"))).status_code == 200


async def test_bad_input_is_told_before_that_it_is_closed(served: Served) -> None:
    async with served("closed") as client:
        body = {**registration("someone@example.com"), "is_admin": True}
        assert_problem(await client.post("/api/auth/register", json=body), 422, "invalid-input")
