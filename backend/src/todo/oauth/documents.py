"""Programs that are named by the address of a document about them (OAuth Client ID Metadata Documents).

The address comes from a stranger: it is fetched over https only, from the public internet only, without redirects, and
no more of it than such a document needs.
"""

import asyncio
import http.client
import io
import json
import socket
import ssl
from http import HTTPStatus
from typing import Any
from urllib.parse import SplitResult, urlsplit

from pydantic import ValidationError

from todo.oauth.errors import OauthError
from todo.oauth.schemas import Client, ClientMetadata
from todo.reminders.webhook import is_public

MAX_BYTES, SECONDS = 20_000, 5.0  # with the head of the answer


def is_document(client_id: str) -> bool:
    """Whether an id is the address of a document."""
    return client_id.startswith("https://")


async def read_client(client_id: str) -> Client:
    """The program that a document describes.

    Raises:
        OauthError: `invalid_client`, with the reason.
    """
    parts = _plain(client_id)
    if parts is None:
        raise OauthError("invalid_client", "client_id must be a plain https address with a path.")
    try:
        async with asyncio.timeout(SECONDS):
            found = await fetch(parts)
        if not isinstance(found, dict) or found.get("client_id") != client_id:
            raise OauthError("invalid_client", "The document's client_id is not its own address.")
        metadata = ClientMetadata.model_validate(found)
    except (OSError, TimeoutError, ValueError, ValidationError) as error:
        raise OauthError("invalid_client", f"The document at client_id can't be used: {_why(error)}.") from None
    return Client(id=client_id, name=metadata.client_name, redirect_uris=metadata.redirect_uris)


async def fetch(parts: SplitResult) -> Any:
    """The JSON at an https address.

    Raises:
        ValueError: not in the public internet, too long, or no JSON.
        OSError: no answer.
    """
    host, port = parts.hostname or "", parts.port or 443
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: application/json\r\nConnection: close\r\n\r\n"
    # To the address that was looked at: asking for the name again may give another one.
    reader, writer = await _connect(await _public_address(host, port), port, host)
    try:
        writer.write(head.encode())
        await writer.drain()
        return json.loads(_content(await _all_of(reader)))
    finally:
        writer.close()


async def _connect(address: str, port: int, host: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection(address, port, ssl=ssl.create_default_context(), server_hostname=host)


async def _all_of(reader: asyncio.StreamReader) -> bytes:
    answer = b""
    while part := await reader.read(4096):
        answer += part
        if len(answer) > MAX_BYTES:
            raise ValueError(f"it is longer than {MAX_BYTES} bytes")
    return answer


class _Answer:
    """An answer that was read already, in the place of a socket."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer

    def makefile(self, *_: Any, **__: Any) -> io.BytesIO:
        return io.BytesIO(self._answer)


def _content(answer: bytes) -> bytes:
    """The body of an HTTP answer.

    Raises:
        ValueError: it is not one with status 200. A redirect is not.
    """
    response = http.client.HTTPResponse(_Answer(answer))  # type: ignore[arg-type]
    try:
        response.begin()
        body = response.read()
    except http.client.HTTPException:
        raise ValueError("it does not speak HTTP") from None
    if response.status != HTTPStatus.OK:
        raise ValueError(f"it answers {response.status}")
    return body


def _plain(client_id: str) -> SplitResult | None:
    """The parts of an address that may be asked."""
    try:
        parts = urlsplit(client_id)
        port = parts.port
    except ValueError:
        return None
    dotted = any(segment in (".", "..") for segment in parts.path.split("/"))
    bare = parts.username is None and not parts.fragment and "#" not in client_id and client_id.isascii()
    whole = bool(parts.hostname) and len(parts.path) > 1 and port != 0
    return parts if bare and not dotted and whole and len(client_id) < 500 else None


async def _public_address(host: str, port: int) -> str:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(map(is_public, addresses)):
        raise ValueError("its host is not in the public internet")
    return addresses[0]


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(str(one["msg"]) for one in error.errors()[:2])
    if isinstance(error, OSError):
        return "it does not answer"
    return str(error)[:200]
