"""Programs named by the address of a document: what is fetched, from where, and what must be in it."""

import asyncio
import json
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


def answer(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


class Wire:
    """In the place of a connection: what was asked, of whom, and what it answers."""

    def __init__(self, content: bytes) -> None:
        self.content, self.sent, self.to, self.closed = content, b"", ("", 0, ""), False

    async def connect(self, address: str, port: int, host: str) -> tuple[asyncio.StreamReader, "Wire"]:
        self.to = address, port, host
        reader = asyncio.StreamReader()
        reader.feed_data(self.content)
        reader.feed_eof()
        return reader, self

    def write(self, data: bytes) -> None:
        self.sent += data

    async def drain(self) -> None: ...

    def close(self) -> None:
        self.closed = True


async def fetched(monkeypatch: pytest.MonkeyPatch, content: bytes) -> tuple[Any, Wire]:
    """What a fetch gives of an answer from a public address."""
    wire = Wire(content)

    async def address(*_: Any) -> str:
        return "93.184.215.14"

    monkeypatch.setattr(documents, "_public_address", address)
    monkeypatch.setattr(documents, "_connect", wire.connect)
    try:
        return await documents.fetch(urlsplit(ID + "?v=1")), wire
    finally:
        assert wire.closed


class TestFetch:
    @pytest.mark.parametrize(
        "host", ["127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]"]
    )
    async def test_nothing_in_private_networks_is_reached(self, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
        def fail(*_: Any) -> None:
            raise AssertionError("it was asked")

        monkeypatch.setattr(documents, "_connect", fail)
        with pytest.raises(ValueError, match="public internet"):
            await documents.fetch(urlsplit(f"https://{host}/client.json"))

    async def test_the_address_that_was_looked_at_is_the_one_that_is_asked(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found, wire = await fetched(monkeypatch, answer(json.dumps(GOOD).encode()))
        assert found == GOOD
        assert wire.to == ("93.184.215.14", 443, "program.example")
        assert wire.sent.startswith(b"GET /client.json?v=1 HTTP/1.1\r\nHost: program.example\r\n")

    async def test_an_answer_in_chunks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        body = json.dumps(GOOD).encode()
        chunked = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
        found, _ = await fetched(monkeypatch, answer(chunked, "200 OK", "Transfer-Encoding: chunked"))
        assert found == GOOD

    @pytest.mark.parametrize(
        "content",
        [
            answer(b"", "302 Found", "Location: http://169.254.169.254/"),
            answer(b"{}", "404 Not Found"),
            answer(b"x" * 40_000),
            answer(b"<html>"),
            answer(b"\xff"),
            b"SSH-2.0-OpenSSH\r\n",
            b"",
        ],
    )
    async def test_redirects_failures_and_floods_are_refused(
        self, monkeypatch: pytest.MonkeyPatch, content: bytes
    ) -> None:
        with pytest.raises(ValueError, match=r".+"):
            await fetched(monkeypatch, content)


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
