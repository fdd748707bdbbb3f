"""`/api/auth`: for each operation the anonymous caller first, then the owner, others and bad input."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import jwt
import pytest
from fastapi import FastAPI
from support import KEY, PASSWORD, Person, assert_problem, client_of, make_settings, running, sign_up
from todo.api_document import COOKIE
from todo.main import create_app


class TestRegister:
    async def test_makes_an_account_with_an_inbox_and_signs_in(self, anonymous: httpx.AsyncClient) -> None:
        body = {"email": "New.Person@Example.com", "password": PASSWORD, "time_zone": "Asia/Tokyo"}
        response = await anonymous.post("/api/auth/register", json=body)
        assert response.status_code == 201
        signed_in = response.json()
        assert signed_in.keys() == {"token", "expires_at", "user"}
        assert signed_in["user"]["email"] == "new.person@example.com"
        assert signed_in["user"]["name"] == "new.person"
        assert "password" not in response.text
        cookie = response.headers["Set-Cookie"]
        assert cookie.startswith(f"{COOKIE}=")
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        projects = (await anonymous.get("/api/projects")).json()["items"]
        assert [(p["name"], p["is_inbox"], p["role"]) for p in projects] == [("Inbox", True, "owner")]
        assert projects[0]["id"] == signed_in["user"]["inbox_project_id"]

    async def test_cookie_is_secure_over_https(self, app: FastAPI) -> None:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="https://todo.example") as client:
            body = {"email": "secure@example.com", "password": PASSWORD}
            assert "Secure" in (await client.post("/api/auth/register", json=body)).headers["Set-Cookie"]

    async def test_taken_address_is_a_conflict_whatever_its_case(
        self, anonymous: httpx.AsyncClient, owner: Person
    ) -> None:
        body = {"email": owner.user["email"].upper(), "password": PASSWORD}
        assert_problem(await anonymous.post("/api/auth/register", json=body), 409, "email-taken")

    async def test_parallel_registrations_of_one_address_give_one_account(self, anonymous: httpx.AsyncClient) -> None:
        body = {"email": "race@example.com", "password": PASSWORD}
        responses = await asyncio.gather(*(anonymous.post("/api/auth/register", json=body) for _ in range(8)))
        assert sorted(r.status_code for r in responses) == [201] + [409] * 7

    @pytest.mark.parametrize("email", ["me@nas", "me@todo.local", "ünï@exämple.de"])
    async def test_addresses_of_home_networks_are_fine(self, anonymous: httpx.AsyncClient, email: str) -> None:
        response = await anonymous.post("/api/auth/register", json={"email": email, "password": PASSWORD})
        assert response.status_code == 201, response.text

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"email": "not an address"}, "email"),
            ({"email": "a@b@c"}, "email"),
            ({"email": 7}, "email"),
            ({"email": "nul\x00@example.com"}, "email"),
            ({"password": "short"}, "password"),
            ({"password": "x" * 257}, "password"),
            ({"password": None}, "password"),
            ({"name": "   "}, "name"),
            ({"name": "x" * 101}, "name"),
            ({"time_zone": "Mars/Olympus"}, "time_zone"),
            ({"time_zone": "../../etc/passwd"}, "time_zone"),
            ({"is_admin": True}, "is_admin"),
        ],
    )
    async def test_bad_input_names_the_field(
        self, anonymous: httpx.AsyncClient, change: dict[str, object], field: str
    ) -> None:
        body = {"email": "bad@example.com", "password": PASSWORD, **change}
        problem = assert_problem(await anonymous.post("/api/auth/register", json=body), 422, "invalid-input")
        assert [error["location"] for error in problem["errors"]] == [["body", field]]
        assert PASSWORD not in str(problem)


class TestLogin:
    async def test_right_password_gives_a_token_that_works(self, anonymous: httpx.AsyncClient, owner: Person) -> None:
        response = await anonymous.post(
            "/api/auth/login", json={"email": f" {owner.user['email'].upper()} ", "password": PASSWORD}
        )
        assert response.status_code == 200, response.text
        anonymous.cookies.clear()
        headers = {"Authorization": f"Bearer {response.json()['token']}"}
        assert (await anonymous.get("/api/auth/me", headers=headers)).json() == owner.user

    async def test_cookie_alone_signs_in(self, anonymous: httpx.AsyncClient, owner: Person) -> None:
        await anonymous.post("/api/auth/login", json={"email": owner.user["email"], "password": PASSWORD})
        assert (await anonymous.get("/api/auth/me")).json() == owner.user

    async def test_wrong_password_and_unknown_address_look_the_same(
        self, anonymous: httpx.AsyncClient, owner: Person
    ) -> None:
        known = await anonymous.post("/api/auth/login", json={"email": owner.user["email"], "password": "wrong one"})
        unknown = await anonymous.post("/api/auth/login", json={"email": "nobody@example.com", "password": "wrong one"})
        first, second = (assert_problem(r, 401, "wrong-credentials") for r in (known, unknown))
        first.pop("request_id"), second.pop("request_id")
        assert first == second
        assert "Set-Cookie" not in known.headers


class TestThrottle:
    """Limits hold by account and by address, and over replicas: here two applications on one database."""

    async def test_account_is_closed_after_wrong_passwords_on_any_replica(self, database_url: str) -> None:
        settings = make_settings(database_url, sign_in_attempts_per_account=5)
        async with running(create_app(settings)) as one, running(create_app(settings)) as two:
            victim = await sign_up(one)
            wrong = {"email": victim.user["email"], "password": "wrong one"}
            clients = [client_of(app, address=f"198.51.100.{n}") for n, app in enumerate([one, two] * 4)]
            responses = [await client.post("/api/auth/login", json=wrong) for client in clients]
            assert [r.status_code for r in responses] == [401] * 5 + [429] * 3
            throttled = responses[-1]
            assert_problem(throttled, 429, "too-many-attempts")
            assert 0 < int(throttled.headers["Retry-After"]) <= 900
            right = {"email": victim.user["email"], "password": PASSWORD}
            assert (await clients[0].post("/api/auth/login", json=right)).status_code == 429
            assert (await victim.client.get("/api/auth/me")).status_code == 200, "who is signed in is not shut out"

    async def test_parallel_guesses_cannot_slip_by(self, database_url: str) -> None:
        settings = make_settings(database_url, sign_in_attempts_per_account=5)
        async with running(create_app(settings)) as app:
            victim = await sign_up(app)
            wrong = {"email": victim.user["email"], "password": "wrong one"}
            client = client_of(app)
            responses = await asyncio.gather(*(client.post("/api/auth/login", json=wrong) for _ in range(20)))
            assert sorted(r.status_code for r in responses) == [401] * 5 + [429] * 15

    async def test_address_is_closed_after_trying_many_accounts(self, database_url: str) -> None:
        settings = make_settings(database_url, sign_in_attempts_per_address=4)
        async with running(create_app(settings)) as app:
            attacker, other = client_of(app, address="192.0.2.66"), client_of(app, address="192.0.2.67")
            tries = [{"email": f"guess{n}@example.com", "password": "wrong one"} for n in range(6)]
            statuses = [(await attacker.post("/api/auth/login", json=body)).status_code for body in tries]
            assert statuses == [401] * 4 + [429] * 2
            assert (await other.post("/api/auth/login", json=tries[0])).status_code == 401

    async def test_a_right_password_starts_afresh(self, database_url: str) -> None:
        settings = make_settings(database_url, sign_in_attempts_per_account=3, sign_in_attempts_per_address=1000)
        async with running(create_app(settings)) as app:
            person, client = await sign_up(app), client_of(app)
            for password in ["wrong one", "wrong one", PASSWORD, "wrong one", "wrong one", PASSWORD]:
                body = {"email": person.user["email"], "password": password}
                status = (await client.post("/api/auth/login", json=body)).status_code
                assert status == (200 if password == PASSWORD else 401)


class TestTokens:
    async def test_anonymous_is_told_to_sign_in(self, anonymous: httpx.AsyncClient) -> None:
        response = await anonymous.get("/api/auth/me")
        assert_problem(response, 401, "unauthenticated")
        assert response.headers["WWW-Authenticate"].startswith("Bearer")

    @staticmethod
    def _forge(owner: Person, key: str = KEY, **changes: object) -> str:
        claims = jwt.decode(owner.token, KEY, algorithms=["HS256"], issuer="todo")
        return jwt.encode(
            {name: value for name, value in (claims | changes).items() if value is not None}, key, algorithm="HS256"
        )

    async def test_forged_expired_and_odd_tokens_are_refused(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person
    ) -> None:
        past = int((datetime.now(UTC) - timedelta(minutes=1)).timestamp())
        tokens = {
            "other key": self._forge(owner, key="another-key-0123456789abcdefghijklmnopqrstu"),
            "expired": self._forge(owner, exp=past),
            "no expiry": self._forge(owner, exp=None),
            "another person's session": self._forge(owner, sub=stranger.user["id"]),
            "no such session": self._forge(owner, sid="01890000-0000-7000-8000-000000000000"),
            "sid is no id": self._forge(owner, sid="x"),
            "sid is a number": self._forge(owner, sid=7),
            "other issuer": self._forge(owner, iss="elsewhere"),
            "unsigned": jwt.encode({"sub": owner.user["id"]}, "", algorithm="none"),
            "cut": owner.token[:-3],
            "nonsense": "nonsense",
            "long": "x" * 9000,
        }
        assert (
            await anonymous.get("/api/auth/me", headers={"Authorization": f"Bearer {self._forge(owner)}"})
        ).is_success
        for name, token in tokens.items():
            response = await anonymous.get("/api/auth/me", headers={"Authorization": f"Bearer {token}"})
            assert response.status_code == 401, name
            assert_problem(response, 401)

    async def test_expired_session_row_is_refused_though_the_token_is_good(self, owner: Person, sql: object) -> None:
        await sql.execute("update session set expires_at = now() - interval '1 s' where user_id = $1", owner.user["id"])  # type: ignore[attr-defined]
        assert_problem(await owner.client.get("/api/auth/me"), 401, "session-ended")

    async def test_cookie_from_another_sites_page_may_not_write(self, app: FastAPI, owner: Person) -> None:
        async with client_of(app) as browser:
            browser.cookies.set(COOKIE, owner.token)
            foreign = {"Sec-Fetch-Site": "cross-site"}
            problem = await browser.post("/api/tasks", json={"title": "Evil"}, headers=foreign)
            assert_problem(problem, 403, "cross-site")
            own = {"Sec-Fetch-Site": "same-origin"}
            assert (await browser.post("/api/tasks", json={"title": "Mine"}, headers=own)).status_code == 201
        assert await owner.titles() == ["Mine"]


class TestLogout:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.post("/api/auth/logout"), 401)

    async def test_session_ends_at_once_on_every_replica_and_others_stay(
        self, app: FastAPI, database_url: str, owner: Person
    ) -> None:
        async with running(create_app(make_settings(database_url))) as replica:
            elsewhere = client_of(replica, token=owner.token)
            second = await client_of(app).post(
                "/api/auth/login", json={"email": owner.user["email"], "password": PASSWORD}
            )
            assert (await elsewhere.get("/api/auth/me")).status_code == 200
            response = await owner.client.post("/api/auth/logout")
            assert response.status_code == 204
            assert f'{COOKIE}=""' in response.headers["Set-Cookie"]
            assert_problem(await elsewhere.get("/api/auth/me"), 401, "session-ended")
            assert_problem(await owner.client.get("/api/tasks"), 401, "session-ended")
            other_device = client_of(replica, token=second.json()["token"])
            assert (await other_device.get("/api/auth/me")).status_code == 200


class TestProfile:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.patch("/api/auth/me", json={"name": "X"}), 401)

    async def test_changes_only_what_is_sent(self, owner: Person) -> None:
        changed = (await owner.client.patch("/api/auth/me", json={"time_zone": "America/New_York"})).json()
        assert changed == owner.user | {"time_zone": "America/New_York"}
        changed = (await owner.client.patch("/api/auth/me", json={"name": "  Ada   Lovelace "})).json()
        assert changed["name"] == "Ada Lovelace"
        assert (await owner.client.get("/api/auth/me")).json() == changed

    async def test_what_a_new_account_has(self, owner: Person) -> None:
        assert (owner.user["week_start"], owner.user["welcome_dismissed"]) == ("language", False)

    @pytest.mark.parametrize(
        "change", [{"week_start": day} for day in ("monday", "saturday", "sunday")] + [{"welcome_dismissed": True}]
    )
    async def test_each_choice_is_kept_whichever_device_asks(
        self, app: FastAPI, owner: Person, stranger: Person, change: dict[str, object]
    ) -> None:
        assert (await owner.client.patch("/api/auth/me", json=change)).json() == owner.user | change
        login = {"email": owner.user["email"], "password": PASSWORD}
        elsewhere = (await client_of(app).post("/api/auth/login", json=login)).json()
        assert elsewhere["user"] == owner.user | change
        assert (await stranger.client.get("/api/auth/me")).json() == stranger.user

    async def test_a_choice_can_be_taken_back(self, owner: Person) -> None:
        for value in (True, False):
            changed = await owner.client.patch("/api/auth/me", json={"welcome_dismissed": value})
            assert changed.json()["welcome_dismissed"] is value
            assert (await owner.client.get("/api/auth/me")).json() == changed.json()

    @pytest.mark.parametrize(
        "body",
        [
            {"time_zone": "Nowhere"},
            {"name": ""},
            {"email": "x@example.com"},
            {"week_start": "friday"},
            {"week_start": 1},
            {"welcome_dismissed": "perhaps"},
            [],
            "x",
        ],
    )
    async def test_bad_input(self, owner: Person, body: object) -> None:
        assert_problem(await owner.client.patch("/api/auth/me", json=body), 422)


class TestChangePassword:
    NEW = "a much better password"

    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        body = {"current_password": PASSWORD, "new_password": self.NEW}
        assert_problem(await anonymous.post("/api/auth/password", json=body), 401)

    async def test_new_one_works_and_every_other_session_ends(self, app: FastAPI, owner: Person) -> None:
        login = {"email": owner.user["email"], "password": PASSWORD}
        other = (await client_of(app).post("/api/auth/login", json=login)).json()["token"]
        body = {"current_password": PASSWORD, "new_password": self.NEW}
        assert (await owner.client.post("/api/auth/password", json=body)).status_code == 204
        assert (await owner.client.get("/api/auth/me")).status_code == 200
        assert_problem(await client_of(app, token=other).get("/api/auth/me"), 401, "session-ended")
        assert_problem(await client_of(app).post("/api/auth/login", json=login), 401, "wrong-credentials")
        login["password"] = self.NEW
        assert (await client_of(app).post("/api/auth/login", json=login)).status_code == 200

    async def test_wrong_current_password_changes_nothing(self, app: FastAPI, owner: Person) -> None:
        body = {"current_password": "not this one", "new_password": self.NEW}
        assert_problem(await owner.client.post("/api/auth/password", json=body), 403, "wrong-password")
        login = {"email": owner.user["email"], "password": PASSWORD}
        assert (await client_of(app).post("/api/auth/login", json=login)).status_code == 200

    async def test_guesses_are_throttled(self, database_url: str) -> None:
        async with running(create_app(make_settings(database_url, sign_in_attempts_per_account=3))) as app:
            person = await sign_up(app)
            body = {"current_password": "not this one", "new_password": self.NEW}
            statuses = [(await person.client.post("/api/auth/password", json=body)).status_code for _ in range(5)]
            assert statuses == [403] * 3 + [429] * 2
