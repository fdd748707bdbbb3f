"""Deleting an account: everything of one person goes, and nothing of anybody else."""

from uuid import UUID

import asyncpg
import httpx
import pytest
from fastapi import FastAPI
from support import PASSWORD, Person, assert_problem, client_of, sign_up
from todo.accounts import leaving, repository

DELETE = "/api/auth/delete"
BODY = {"password": PASSWORD}
TOKEN = {"name": "Program", "scopes": ["read", "write"]}


async def fill(person: Person) -> None:
    """A little of everything that an account can hold."""
    project = await person.project("Home")
    section = (await person.client.post(f"/api/projects/{project['id']}/sections", json={"name": "Kitchen"})).json()
    label = (await person.client.post("/api/labels", json={"name": "heavy"})).json()
    task = await person.add("Paint", project_id=project["id"], section_id=section["id"], label_ids=[label["id"]])
    below = await person.add("Buy paint", parent_id=task["id"])
    calls = [
        ("/api/filters", {"name": "Today", "query": "today"}),
        (f"/api/tasks/{task['id']}/reminders", {"at": "2030-01-01T09:00:00Z"}),
        ("/api/tokens", TOKEN),
        ("/api/chat", {"message": "add buy milk tomorrow"}),
        (f"/api/tasks/{below['id']}/complete", {}),
    ]
    for path, body in calls:
        response = await person.client.post(path, json=body)
        assert response.status_code < 300, (path, response.text)
    await person.client.delete(f"/api/tasks/{below['id']}")


async def rows_of(url: str) -> dict[str, int]:
    """How many rows each table has."""
    connection = await asyncpg.connect(url)
    try:
        names = await connection.fetch("select relname from pg_stat_user_tables order by relname")
        return {name: await connection.fetchval(f'select count(*) from "{name}"') for (name,) in names}
    finally:
        await connection.close()


async def everything(client: httpx.AsyncClient) -> list[object]:
    paths = ("/api/tasks", "/api/projects", "/api/labels", "/api/filters", "/api/changes", "/api/tokens")
    return [(await client.get(path)).json() for path in paths]


async def test_nothing_is_left(app: FastAPI, database_url: str, owner: Person) -> None:
    before = await rows_of(database_url)
    leaver = await sign_up(app)
    await fill(leaver)
    response = await leaver.client.post(DELETE, json=BODY)
    assert response.status_code == 204, response.text
    assert 'todo_session=""' in response.headers["Set-Cookie"]
    after = await rows_of(database_url)
    # A count of attempts is no one's data; it goes with its window.
    assert {**after, "attempt": 0} == {**before, "attempt": 0}


async def test_every_door_is_shut_and_the_address_is_free(app: FastAPI, anonymous: httpx.AsyncClient) -> None:
    leaver = await sign_up(app)
    token = (await leaver.client.post("/api/tokens", json=TOKEN)).json()["token"]
    assert (await leaver.client.post(DELETE, json=BODY)).status_code == 204
    assert_problem(await leaver.client.get("/api/tasks"), 401)
    async with client_of(app, token=token) as program:
        assert_problem(await program.get("/api/tasks"), 401)
    login = {"email": leaver.user["email"], "password": PASSWORD}
    assert_problem(await anonymous.post("/api/auth/login", json=login), 401, "wrong-credentials")
    assert (await anonymous.post("/api/auth/register", json=login)).status_code == 201


async def test_others_keep_everything(app: FastAPI, owner: Person) -> None:
    await fill(owner)
    before = await everything(owner.client)
    leaver = await sign_up(app)
    await fill(leaver)
    assert (await leaver.client.post(DELETE, json=BODY)).status_code == 204
    assert await everything(owner.client) == before


async def test_what_is_shared_stays(app: FastAPI, database_url: str, owner: Person) -> None:
    leaver = await sign_up(app)
    project = await leaver.project("Ours")
    task = await leaver.add("Ours too", project_id=project["id"])
    connection = await asyncpg.connect(database_url)
    await connection.execute(
        "insert into project_member (project_id, user_id, role) values ($1, $2, 'owner')",
        UUID(project["id"]),
        UUID(owner.user["id"]),
    )
    await connection.close()
    assert (await leaver.client.post(DELETE, json=BODY)).status_code == 204
    assert (await owner.task(task["id"]))["title"] == "Ours too"
    assert (await owner.client.post(f"/api/tasks/{task['id']}/complete")).status_code == 200


async def test_more_than_a_batch(app: FastAPI, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "BATCH", 3)
    before = await rows_of(database_url)
    leaver = await sign_up(app)
    for number in range(7):
        await leaver.add(f"Task {number}")
    assert (await leaver.client.post(DELETE, json=BODY)).status_code == 204
    after = await rows_of(database_url)
    assert (after["task"], after["change"], after["app_user"]) == (before["task"], before["change"], before["app_user"])


async def test_all_or_nothing(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    leaver = await sign_up(app)
    await fill(leaver)
    before = await everything(leaver.client)

    async def fail(*_: object) -> None:
        raise OSError("the database went away")

    monkeypatch.setattr(repository, "delete_user", fail)
    assert (await leaver.client.post(DELETE, json=BODY)).status_code >= 500
    monkeypatch.undo()
    assert await everything(leaver.client) == before


async def test_the_anonymous_caller_can_not(anonymous: httpx.AsyncClient) -> None:
    assert_problem(await anonymous.post(DELETE, json=BODY), 401)


async def test_a_wrong_password_deletes_nothing(owner: Person) -> None:
    await owner.add("Still here")
    assert_problem(await owner.client.post(DELETE, json={"password": "wrong"}), 403, "wrong-password")
    assert await owner.titles() == ["Still here"]


async def test_a_token_of_a_program_can_not(app: FastAPI, owner: Person) -> None:
    token = (await owner.client.post("/api/tokens", json=TOKEN)).json()["token"]
    async with client_of(app, token=token) as program:
        assert_problem(await program.post(DELETE, json=BODY), 403)
    assert (await owner.client.get("/api/auth/me")).status_code == 200


@pytest.mark.parametrize("body", [{}, {"password": ""}, {"password": 7}, {**BODY, "really": True}])
async def test_bad_input(owner: Person, body: dict[str, object]) -> None:
    assert_problem(await owner.client.post(DELETE, json=body), 422, "invalid-input")
    assert (await owner.client.get("/api/auth/me")).status_code == 200
