"""Programs named by the address of a document: what is fetched, from where, and what must be in it."""

from typing import Any
from urllib.parse import SplitResult, urlsplit

import httpx
import pytest
from support import Person
from todo.oauth import documents
from todo.oauth.errors import OauthError

ID = "https://program.example/client.json"
GOOD = {"client_id": ID, "client_name": "Program", "redirect_uris": ["https://program.example/back"]}


def serve(monkeypatch: pytest.MonkeyPatch, document: Any) -> list[str]:
    """Answer every fetch with a document; the addresses asked for."""
    asked: list[str] = []

    async def fetch(parts: SplitResult) -> Any:
        asked.append(parts.geturl())
        if isinstance(document, Exception):
            raise document
        return document

    monkeypatch.setattr(documents, "fetch", fetch)
    return asked


class TestRead:
    async def test_is_the_program_that_it_describes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked = serve(monkeypatch, {**GOOD, "logo_uri": "https://program.example/logo.png"})
        client = await documents.read_client(ID)
        assert (client.id, client.name, client.redirect_uris) == (ID, "Program", GOOD["redirect_uris"])
        assert asked == [ID]

    @pytest.mark.parametrize(
        "document",
        [
            {**GOOD, "client_id": "https://other.example/client.json"},
            {"client_name": "x"},
            {"client_id": ID},
            {**GOOD, "redirect_uris": ["javascript:alert(1)"]},
            {**GOOD, "redirect_uris": []},
            [],
            None,
            ValueError("not JSON"),
            OSError("no route"),
            TimeoutError(),
            httpx.ConnectError("refused"),
        ],
    )
    async def test_anything_else_is_refused(self, monkeypatch: pytest.MonkeyPatch, document: Any) -> None:
        serve(monkeypatch, document)
        with pytest.raises(OauthError) as failure:
            await documents.read_client(ID)
        assert failure.value.code == "invalid_client"
        assert "no route" not in failure.value.description

    @pytest.mark.parametrize(
        "client_id",
        [
            "https://program.example",
            "https://program.example/",
            "https://user@program.example/client.json",
            "https://program.example/client.json#x",
            "https://program.example/a/../client.json",
            "https://program.example:x/client.json",
            "https:///client.json",
            "https://program.example/" + "x" * 500,
        ],
    )
    async def test_addresses_that_are_not_plain_are_not_asked(
        self, monkeypatch: pytest.MonkeyPatch, client_id: str
    ) -> None:
        asked = serve(monkeypatch, GOOD)
        with pytest.raises(OauthError):
            await documents.read_client(client_id)
        assert asked == []

    def test_only_https_is_a_document(self) -> None:
        assert documents.is_document(ID)
        assert not documents.is_document("http://program.example/client.json")


class TestFetch:
    @pytest.mark.parametrize(
        "host", ["127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]"]
    )
    async def test_nothing_in_private_networks_is_reached(self, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
        def fail(*_: Any, **__: Any) -> None:
            raise AssertionError("it was asked")

        monkeypatch.setattr(httpx.AsyncClient, "stream", fail)
        with pytest.raises(ValueError, match="public internet"):
            await documents.fetch(urlsplit(f"https://{host}/client.json"))

    async def test_the_address_that_was_looked_at_is_the_one_that_is_asked(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen = await self.fetched(monkeypatch, httpx.Response(200, json=GOOD))
        assert str(seen.url) == "https://93.184.215.14/client.json"
        assert seen.headers["Host"] == "program.example"
        assert seen.extensions["sni_hostname"] == "program.example"

    @pytest.mark.parametrize(
        "answer",
        [
            httpx.Response(302, headers={"Location": "http://169.254.169.254/"}),
            httpx.Response(404),
            httpx.Response(200, content=b"x" * 20_000),
            httpx.Response(200, content=b"<html>"),
        ],
    )
    async def test_redirects_failures_and_floods_are_refused(
        self, monkeypatch: pytest.MonkeyPatch, answer: httpx.Response
    ) -> None:
        with pytest.raises(ValueError, match=r".+"):
            await self.fetched(monkeypatch, answer)

    async def fetched(self, monkeypatch: pytest.MonkeyPatch, answer: httpx.Response) -> httpx.Request:
        seen: list[httpx.Request] = []

        def respond(request: httpx.Request) -> httpx.Response:
            seen.append(request)
            return answer

        async def address(*_: Any) -> str:
            return "93.184.215.14"

        class Client(httpx.AsyncClient):
            def __init__(self, **options: Any) -> None:
                super().__init__(**options, transport=httpx.MockTransport(respond))

        monkeypatch.setattr(documents, "_public_address", address)
        monkeypatch.setattr(documents.httpx, "AsyncClient", Client)
        await documents.fetch(urlsplit(ID))
        return seen[0]


class TestAuthorize:
    async def test_asks_with_a_document(
        self, monkeypatch: pytest.MonkeyPatch, anonymous: httpx.AsyncClient, owner: Person
    ) -> None:
        serve(monkeypatch, GOOD)
        query = {
            "response_type": "code",
            "client_id": ID,
            "redirect_uri": "https://program.example/back",
            "code_challenge": "x" * 43,
            "code_challenge_method": "S256",
        }
        answer = await anonymous.get("/api/oauth/authorize", params=query)
        assert answer.status_code == 303
        request_id = answer.headers["Location"].split("request=")[1]
        shown = (await owner.client.get(f"/api/oauth/requests/{request_id}")).json()
        assert (shown["client_id"], shown["client_name"]) == (ID, "Program")
        wrong = await anonymous.get("/api/oauth/authorize", params={**query, "redirect_uri": "https://a.example/"})
        assert wrong.status_code == 400
