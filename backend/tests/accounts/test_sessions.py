"""`/api/auth/sessions`: where a person is signed in, and signing out from afar."""

import asyncpg
import httpx
import pytest
from fastapi import FastAPI
from support import PASSWORD, Person, assert_problem, client_of


async def sign_in(app: FastAPI, person: Person, user_agent: str) -> str:
    """The token of a further device."""
    credentials = {"email": person.user["email"], "password": PASSWORD}
    async with client_of(app) as device:
        response = await device.post("/api/auth/login", json=credentials, headers={"User-Agent": user_agent})
    token: str = response.json()["token"]
    return token


class TestList:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/auth/sessions"), 401)

    async def test_tells_devices_apart_and_marks_this_one(self, app: FastAPI, owner: Person) -> None:
        await sign_in(app, owner, "Phone/1.0")
        sessions = (await owner.client.get("/api/auth/sessions")).json()["items"]
        assert sorted((one["user_agent"][:5], one["current"]) for one in sessions) == [
            ("Phone", False),
            ("pytho", True),
        ]
        assert all(one["last_used_at"] >= one["created_at"] for one in sessions)

    @pytest.mark.parametrize(("said", "shown"), [("x" * 1000, "x" * 300), ("a\x01b\tc", "abc"), ("", "")])
    async def test_what_a_device_calls_itself_is_cut_and_cleaned(
        self, app: FastAPI, owner: Person, said: str, shown: str
    ) -> None:
        await sign_in(app, owner, said)
        sessions = (await owner.client.get("/api/auth/sessions")).json()["items"]
        assert next(one for one in sessions if not one["current"])["user_agent"] == shown

    async def test_strangers_have_their_own(self, owner: Person, stranger: Person) -> None:
        mine = (await owner.client.get("/api/auth/sessions")).json()["items"]
        theirs = (await stranger.client.get("/api/auth/sessions")).json()["items"]
        assert {one["id"] for one in mine}.isdisjoint(one["id"] for one in theirs)

    async def test_last_use_is_noted_when_a_minute_has_passed(self, owner: Person, sql: asyncpg.Connection) -> None:
        await sql.execute(
            "update session set last_used_at = now() - interval '2 hours' where user_id = $1", owner.user["id"]
        )
        (session,) = (await owner.client.get("/api/auth/sessions")).json()["items"]
        age = await sql.fetchval("select now() - last_used_at from session where id = $1", session["id"])
        assert age.total_seconds() < 60


class TestEnd:
    async def test_one(self, app: FastAPI, owner: Person) -> None:
        token = await sign_in(app, owner, "Phone")
        sessions = (await owner.client.get("/api/auth/sessions")).json()["items"]
        other = next(one["id"] for one in sessions if not one["current"])
        async with client_of(app, token=token) as phone:
            assert (await phone.get("/api/auth/me")).status_code == 200
            assert (await owner.client.delete(f"/api/auth/sessions/{other}")).status_code == 204
            assert_problem(await phone.get("/api/auth/me"), 401, "session-ended")
        assert_problem(await owner.client.delete(f"/api/auth/sessions/{other}"), 404)
        assert (await owner.client.get("/api/auth/me")).status_code == 200

    async def test_all_others(self, app: FastAPI, owner: Person, stranger: Person) -> None:
        tokens = [await sign_in(app, owner, "Phone"), await sign_in(app, owner, "Tablet")]
        assert (await owner.client.delete("/api/auth/sessions")).status_code == 204
        for token in tokens:
            async with client_of(app, token=token) as device:
                assert_problem(await device.get("/api/auth/me"), 401, "session-ended")
        assert [one["current"] for one in (await owner.client.get("/api/auth/sessions")).json()["items"]] == [True]
        assert (await stranger.client.get("/api/auth/me")).status_code == 200

    async def test_strangers_can_not(self, owner: Person, stranger: Person) -> None:
        (session,) = (await owner.client.get("/api/auth/sessions")).json()["items"]
        assert_problem(await stranger.client.delete(f"/api/auth/sessions/{session['id']}"), 404)
        assert (await owner.client.get("/api/auth/me")).status_code == 200
