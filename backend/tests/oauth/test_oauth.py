"""OAuth: the whole way of a program to its token, and every classic attack on it."""

import asyncio
import base64
import hashlib
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import asyncpg
import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from support import Person, assert_problem, client_of

URI = "https://program.example/back"
BASE = "http://127.0.0.1:3000"
VERIFIER = "v" * 64


def challenge_of(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


@dataclass
class Program:
    """Somebody's program, without any session."""

    http: httpx.AsyncClient
    client_id: str
    uri: str = URI
    verifier: str = VERIFIER
    extra: dict[str, str] = field(default_factory=dict)

    async def ask(self, **changes: str | None) -> httpx.Response:
        """GET /authorize; None leaves a parameter out."""
        query = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.uri,
            "code_challenge": challenge_of(self.verifier),
            "code_challenge_method": "S256",
            "state": "st&te",
            **changes,
        }
        return await self.http.get(
            "/api/oauth/authorize", params={name: value for name, value in query.items() if value is not None}
        )

    async def request_id(self, **changes: str | None) -> str:
        answer = await self.ask(**changes)
        assert answer.status_code == 303, answer.text
        location = answer.headers["Location"]
        assert location.startswith(f"{BASE}/authorize?request="), location
        return location.split("request=")[1]

    async def code(self, person: Person, **changes: str | None) -> str:
        """A code that the person allowed."""
        answer = await decide(person, await self.request_id(**changes))
        return answer["code"]

    async def exchange(self, code: str, **changes: str | None) -> httpx.Response:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.uri,
            "client_id": self.client_id,
            "code_verifier": self.verifier,
            **changes,
        }
        return await self.post(form)

    async def refresh(self, token: str, **changes: str | None) -> httpx.Response:
        form = {"grant_type": "refresh_token", "refresh_token": token, "client_id": self.client_id, **changes}
        return await self.post(form)

    async def post(self, form: dict[str, Any], path: str = "token") -> httpx.Response:
        sent = {name: value for name, value in form.items() if value is not None}
        return await self.http.post(f"/api/oauth/{path}", data=sent)

    async def tokens(self, person: Person, **changes: str | None) -> dict[str, Any]:
        answer = await self.exchange(await self.code(person, **changes))
        assert answer.status_code == 200, answer.text
        assert answer.headers["Cache-Control"] == "no-store"
        made: dict[str, Any] = answer.json()
        return made


async def decide(person: Person, request_id: str, **body: Any) -> dict[str, str]:
    """What the program's address gets after the person decided."""
    response = await person.client.post(f"/api/oauth/requests/{request_id}", json={"approve": True, **body})
    assert response.status_code == 200, response.text
    return answered(response.json()["redirect_to"])


def answered(location: str, uri: str = URI) -> dict[str, str]:
    assert location.startswith(uri), location
    return {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}


async def register(http: httpx.AsyncClient, *uris: str, **fields: Any) -> httpx.Response:
    body = {"client_name": "Program", "redirect_uris": list(uris or (URI,)), **fields}
    return await http.post("/api/oauth/register", json=body)


@pytest_asyncio.fixture
async def program(anonymous: httpx.AsyncClient) -> Program:
    return Program(anonymous, (await register(anonymous)).json()["client_id"])


async def works(app: FastAPI, token: str) -> bool:
    """Whether the MCP endpoint admits a token."""
    async with client_of(app, token=token) as client:
        answer = await client.post("/api/mcp", json={"jsonrpc": "2.0", "id": 1, "method": "ping"})
    return answer.status_code != 401


def refused(response: httpx.Response, code: str = "invalid_grant", status: int = 400) -> None:
    assert response.status_code == status, response.text
    assert response.json()["error"] == code
    assert response.json().keys() == {"error", "error_description"}


class TestMetadata:
    async def test_a_client_finds_its_way_from_the_first_401(self, anonymous: httpx.AsyncClient) -> None:
        first = await anonymous.post("/api/mcp", json={})
        assert_problem(first, 401)
        where = first.headers["WWW-Authenticate"].split('resource_metadata="')[1].split('"')[0]
        resource = (await anonymous.get(urlsplit(where).path)).json()
        assert resource["resource"] == f"{BASE}/api/mcp"
        assert (await anonymous.get("/.well-known/oauth-protected-resource")).json() == resource
        [issuer] = resource["authorization_servers"]
        server = (await anonymous.get("/.well-known/oauth-authorization-server")).json()
        assert server["issuer"] == issuer == BASE
        assert server["code_challenge_methods_supported"] == ["S256"]
        assert server["client_id_metadata_document_supported"] is True
        for name in ("authorization", "token", "registration", "revocation"):
            assert server[f"{name}_endpoint"].startswith(f"{BASE}/api/oauth/")


class TestRegister:
    @pytest.mark.parametrize(
        "uri",
        [
            "https://program.example/back",
            "http://127.0.0.1:8080/callback",
            "http://localhost/callback",
            "http://[::1]/callback",
            "cursor://anysphere/callback",
            "com.example.app:/back",
        ],
    )
    async def test_addresses_that_are_fine(self, anonymous: httpx.AsyncClient, uri: str) -> None:
        response = await register(anonymous, uri)
        assert response.status_code == 201
        assert response.json()["redirect_uris"] == [uri]
        assert response.json()["token_endpoint_auth_method"] == "none"

    @pytest.mark.parametrize(
        "uri",
        [
            "http://program.example/back",
            "https://program.example/back#fragment",
            "https://user@program.example/",
            "https:///back",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "/back",
            "back",
            "",
            "https://a.example/\nx",
        ],
    )
    async def test_addresses_that_are_not(self, anonymous: httpx.AsyncClient, uri: str) -> None:
        refused(await register(anonymous, uri), "invalid_redirect_uri")

    async def test_other_bad_input(self, anonymous: httpx.AsyncClient) -> None:
        refused(await register(anonymous, client_name="x" * 101), "invalid_client_metadata")
        refused(await anonymous.post("/api/oauth/register", content=b"{"), "invalid_client_metadata")
        refused(await anonymous.post("/api/oauth/register", json=[]), "invalid_client_metadata")
        refused(await anonymous.post("/api/oauth/register", content=b" " * 30_000), "invalid_request")


class TestAuthorize:
    async def test_who_is_not_known_is_never_sent_anywhere(self, program: Program) -> None:
        for changes in (
            {"client_id": "unknown"},
            {"client_id": None},
            {"client_id": "\x00"},
            {"redirect_uri": None},
            {"redirect_uri": "https://attacker.example/back"},
            {"redirect_uri": URI + "/more"},
            {"redirect_uri": URI + "?a=b"},
            {"redirect_uri": URI.upper()},
            {"redirect_uri": "https://program.example:8443/back"},
            {"redirect_uri": "https://program.example/back/../other"},
            {"redirect_uri": "https://program.example@attacker.example/back"},
            {"redirect_uri": "https://[program.example/back"},
            {"client_id": "https://[program.example/client.json"},
        ):
            answer = await program.ask(**changes)
            assert answer.status_code in (400, 401), changes
            assert "Location" not in answer.headers

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"response_type": "token"}, "unsupported_response_type"),
            ({"response_type": None}, "unsupported_response_type"),
            ({"code_challenge_method": "plain"}, "invalid_request"),
            ({"code_challenge_method": None}, "invalid_request"),
            ({"code_challenge": None}, "invalid_request"),
            ({"code_challenge": "short"}, "invalid_request"),
            ({"scope": "admin"}, "invalid_scope"),
            ({"resource": "https://other.example/api/mcp"}, "invalid_target"),
        ],
    )
    async def test_a_known_program_is_told_at_its_address(
        self, program: Program, changes: dict[str, str | None], error: str
    ) -> None:
        answer = await program.ask(**changes)
        assert answer.status_code == 303
        told = answered(answer.headers["Location"])
        assert (told["error"], told["state"], told["iss"]) == (error, "st&te", BASE)

    async def test_a_parameter_that_comes_twice(self, program: Program) -> None:
        answer = await program.http.get(f"/api/oauth/authorize?client_id={program.client_id}&client_id=x")
        refused(answer, "invalid_request")

    @pytest.mark.parametrize(
        ("registered", "asked", "fine"),
        [
            ("http://127.0.0.1/callback", "http://127.0.0.1:53211/callback", True),
            ("http://localhost:1/callback", "http://localhost:2/callback", True),
            ("http://127.0.0.1/callback", "http://127.0.0.1:53211/other", False),
            ("http://127.0.0.1/callback", "http://localhost:53211/callback", False),
            ("http://127.0.0.1/callback", "http://127.0.0.1:53211@attacker.example/callback", False),
            ("http://127.0.0.1/callback", "http://127.0.0.1.attacker.example/callback", False),
            ("http://127.0.0.1/callback", "http://127.0.0.1:x/callback", False),
        ],
    )
    async def test_a_program_on_this_machine_may_choose_its_port(
        self, anonymous: httpx.AsyncClient, registered: str, asked: str, fine: bool
    ) -> None:
        client_id = (await register(anonymous, registered)).json()["client_id"]
        answer = await Program(anonymous, client_id, uri=asked).ask()
        assert answer.status_code == (303 if fine else 400), answer.text


class TestConsent:
    async def test_anonymous_and_read(self, program: Program, owner: Person, anonymous: httpx.AsyncClient) -> None:
        request_id = await program.request_id(scope="read")
        assert_problem(await anonymous.get(f"/api/oauth/requests/{request_id}"), 401)
        assert_problem(await anonymous.post(f"/api/oauth/requests/{request_id}", json={"approve": True}), 401)
        shown = (await owner.client.get(f"/api/oauth/requests/{request_id}")).json()
        assert (shown["client_name"], shown["redirect_host"], shown["scopes"]) == (
            "Program",
            "program.example",
            ["read"],
        )

    async def test_a_request_is_the_matter_of_who_looked_first(
        self, program: Program, owner: Person, stranger: Person
    ) -> None:
        request_id = await program.request_id()
        await owner.client.get(f"/api/oauth/requests/{request_id}")
        assert_problem(await stranger.client.get(f"/api/oauth/requests/{request_id}"), 404)
        assert_problem(await stranger.client.post(f"/api/oauth/requests/{request_id}", json={"approve": True}), 404)

    async def test_is_decided_once(self, program: Program, owner: Person) -> None:
        request_id = await program.request_id()
        told = await decide(owner, request_id, approve=False)
        assert (told["error"], told["state"]) == ("access_denied", "st&te")
        again = await owner.client.post(f"/api/oauth/requests/{request_id}", json={"approve": True})
        assert_problem(again, 404)

    async def test_two_decisions_at_once_are_one(self, program: Program, owner: Person) -> None:
        path = f"/api/oauth/requests/{await program.request_id()}"
        answers = await asyncio.gather(*(owner.client.post(path, json={"approve": True}) for _ in range(5)))
        assert sorted(answer.status_code for answer in answers) == [200, 404, 404, 404, 404]

    async def test_expires(self, program: Program, owner: Person, sql: asyncpg.Connection) -> None:
        request_id = await program.request_id()
        await sql.execute("update oauth_request set expires_at = now() where id = $1", request_id)
        assert_problem(await owner.client.get(f"/api/oauth/requests/{request_id}"), 404)

    async def test_less_may_be_given_and_not_more(self, app: FastAPI, program: Program, owner: Person) -> None:
        told = await decide(owner, await program.request_id(), scopes=["read"])
        made = (await program.exchange(told["code"])).json()
        assert made["scope"] == "read"
        more = await owner.client.post(
            f"/api/oauth/requests/{await program.request_id(scope='read')}",
            json={"approve": True, "scopes": ["read", "write"]},
        )
        assert_problem(more, 422)
        assert (await program.tokens(owner, scope="read"))["scope"] == "read"


class TestTokens:
    async def test_the_whole_way(self, app: FastAPI, program: Program, owner: Person) -> None:
        made = await program.tokens(owner, resource=f"{BASE}/api/mcp")
        assert made["token_type"] == "Bearer"
        assert made["expires_in"] == 3600
        assert made["scope"] == "read write"
        assert await works(app, made["access_token"])
        (item,) = (await owner.client.get("/api/tokens")).json()["items"]
        assert (item["client"], item["scopes"]) == ("Program", ["read", "write"])
        assert (await owner.client.delete(f"/api/tokens/{item['id']}")).status_code == 204
        assert not await works(app, made["access_token"])
        refused(await program.refresh(made["refresh_token"]))

    async def test_is_for_mcp_only(self, app: FastAPI, program: Program, owner: Person) -> None:
        made = await program.tokens(owner)
        async with client_of(app, token=made["access_token"]) as client:
            assert_problem(await client.get("/api/tasks"), 403, "wrong-audience")
            assert_problem(await client.post("/api/tasks", json={"title": "x"}), 403, "wrong-audience")
            assert_problem(await client.get("/api/tokens"), 403, "wrong-audience")

    async def test_a_code_that_comes_twice_ends_what_it_gave(
        self, app: FastAPI, program: Program, owner: Person
    ) -> None:
        code = await program.code(owner)
        made = (await program.exchange(code)).json()
        refused(await program.exchange(code))
        assert not await works(app, made["access_token"])
        refused(await program.refresh(made["refresh_token"]))

    async def test_a_code_used_by_two_at_once_gives_at_most_one(self, program: Program, owner: Person) -> None:
        code = await program.code(owner)
        answers = await asyncio.gather(*(program.exchange(code) for _ in range(5)))
        assert sum(answer.status_code == 200 for answer in answers) == 1

    @pytest.mark.parametrize(
        "changes",
        [
            {"code_verifier": "w" * 64},
            {"code_verifier": None},
            {"code_verifier": ""},
            {"code_verifier": challenge_of(VERIFIER)},
            {"redirect_uri": "https://attacker.example/back"},
            {"redirect_uri": None},
            {"client_id": None},
            {"client_id": "somebody-else"},
            {"resource": "https://other.example/mcp"},
        ],
    )
    async def test_a_code_with_anything_wrong_is_gone(
        self, program: Program, owner: Person, changes: dict[str, str | None]
    ) -> None:
        code = await program.code(owner)
        refused(await program.exchange(code, **changes))
        refused(await program.exchange(code))

    async def test_another_programs_code(self, program: Program, owner: Person) -> None:
        other = Program(program.http, (await register(program.http)).json()["client_id"])
        refused(await other.exchange(await program.code(owner)))

    async def test_a_code_is_good_for_a_minute(self, program: Program, owner: Person, sql: asyncpg.Connection) -> None:
        code = await program.code(owner)
        left = await sql.fetchval("select max(code_expires_at) - now() from oauth_request where used_at is null")
        assert 0 < left.total_seconds() <= 60
        await sql.execute("update oauth_request set code_expires_at = now() where used_at is null")
        refused(await program.exchange(code))

    async def test_refresh_tokens_rotate(self, app: FastAPI, program: Program, owner: Person) -> None:
        first = await program.tokens(owner, scope="read")
        second = (await program.refresh(first["refresh_token"])).json()
        assert second["scope"] == "read"
        assert not await works(app, first["access_token"])
        assert await works(app, second["access_token"])
        assert len((await owner.client.get("/api/tokens")).json()["items"]) == 1

    async def test_a_refresh_token_that_comes_twice_ends_all(
        self, app: FastAPI, program: Program, owner: Person
    ) -> None:
        first = await program.tokens(owner)
        second = (await program.refresh(first["refresh_token"])).json()
        refused(await program.refresh(first["refresh_token"]))
        assert not await works(app, second["access_token"])
        refused(await program.refresh(second["refresh_token"]))
        assert (await owner.client.get("/api/tokens")).json()["items"] == []

    async def test_a_refresh_token_of_another_program(self, app: FastAPI, program: Program, owner: Person) -> None:
        made = await program.tokens(owner)
        refused(await program.refresh(made["refresh_token"], client_id="somebody-else"))
        assert not await works(app, made["access_token"])

    async def test_a_refresh_token_expires(self, program: Program, owner: Person, sql: asyncpg.Connection) -> None:
        made = await program.tokens(owner)
        await sql.execute("update refresh_token set expires_at = now()")
        refused(await program.refresh(made["refresh_token"]))

    async def test_an_access_token_expires_and_can_be_renewed(
        self, app: FastAPI, program: Program, owner: Person, sql: asyncpg.Connection
    ) -> None:
        made = await program.tokens(owner)
        await sql.execute("update access_token set expires_at = now() where client is not null")
        assert not await works(app, made["access_token"])
        assert await works(app, (await program.refresh(made["refresh_token"])).json()["access_token"])

    @pytest.mark.parametrize("name", ["access_token", "refresh_token"])
    async def test_revoke(self, app: FastAPI, program: Program, owner: Person, name: str) -> None:
        made = await program.tokens(owner)
        for token in (made[name], made[name], "unknown", ""):
            assert (await program.post({"token": token}, "revoke")).status_code == 200
        assert not await works(app, made["access_token"])
        refused(await program.refresh(made["refresh_token"]))

    async def test_revoking_leaves_personal_tokens_alone(self, app: FastAPI, program: Program, owner: Person) -> None:
        body = {"name": "Mine", "scopes": ["read"]}
        token = (await owner.client.post("/api/tokens", json=body)).json()["token"]
        await program.post({"token": token}, "revoke")
        assert await works(app, token)

    async def test_bad_requests(self, program: Program) -> None:
        refused(await program.post({"grant_type": "password", "username": "a"}), "unsupported_grant_type")
        refused(await program.post({}), "unsupported_grant_type")
        refused(await program.exchange("unknown"))
        refused(await program.refresh("unknown"))
        twice = await program.http.post("/api/oauth/token", content=b"grant_type=a&grant_type=b")
        refused(twice, "invalid_request")
        refused(await program.http.post("/api/oauth/token", content=b"\xff=\xfe"), "invalid_request")
        refused(await program.exchange("\x00"), "invalid_request")

    async def test_nothing_secret_is_kept_as_it_is(
        self, program: Program, owner: Person, sql: asyncpg.Connection
    ) -> None:
        code = await program.code(owner)
        made = (await program.exchange(code)).json()
        for table in ("oauth_request", "access_token", "refresh_token"):
            rows = str([dict(row) for row in await sql.fetch(f"select * from {table}")])
            for secret in (code, made["access_token"], made["refresh_token"]):
                assert secret not in rows
                assert secret.split("_", 2)[2] not in rows
