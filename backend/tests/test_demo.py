"""The sample account: believable, usable, and left alone when it is there."""

import httpx
import pytest
from support import make_settings
from todo.demo import EMAIL, PROJECTS, SAMPLES, fill_demo_account


async def signed_in(client: httpx.AsyncClient, login: dict[str, str]) -> None:
    response = await client.post("/api/auth/login", json=login)
    assert response.status_code == 200, response.text


async def every(client: httpx.AsyncClient, **query: str) -> list[dict[str, str]]:
    response = await client.get("/api/tasks", params={"limit": "200", **query})
    items: list[dict[str, str]] = response.json()["items"]
    return items


@pytest.fixture
async def login(database_url: str) -> dict[str, str]:
    return await fill_demo_account(make_settings(database_url))


async def test_three_weeks_of_work(anonymous: httpx.AsyncClient, login: dict[str, str]) -> None:
    assert login["email"] == EMAIL
    await signed_in(anonymous, login)
    projects = (await anonymous.get("/api/projects")).json()["items"]
    assert {project["name"] for project in projects} == {"Inbox", *PROJECTS}
    done, open_ = await every(anonymous, done="true"), await every(anonymous)
    assert len(done) + len(open_) == len(SAMPLES)
    assert len(done) > 10
    days = {task["completed_at"][:10] for task in done}
    assert len(days) > 8, "work was done on many days"
    assert await every(anonymous, due="today")
    assert await every(anonymous, due="overdue")
    assert await every(anonymous, due="upcoming")


async def test_again_gives_a_new_password_and_leaves_the_tasks(
    anonymous: httpx.AsyncClient, database_url: str, login: dict[str, str]
) -> None:
    await signed_in(anonymous, login)
    task = (await every(anonymous))[0]
    await anonymous.patch(f"/api/tasks/{task['id']}", json={"title": "Changed by me"})
    again = await fill_demo_account(make_settings(database_url))
    assert again["password"] != login["password"]
    assert (await anonymous.get("/api/auth/me")).status_code == 401, "the old session ended"
    await signed_in(anonymous, again)
    assert "Changed by me" in [task["title"] for task in await every(anonymous)]
    assert (await anonymous.post("/api/auth/login", json=login)).status_code == 401
