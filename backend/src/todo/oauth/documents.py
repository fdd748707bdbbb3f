"""Programs that are named by the address of a document about them (OAuth Client ID Metadata Documents).

The address comes from a stranger: it is fetched over https only, from the public internet only, without redirects, and
no more of it than such a document needs.
"""

import asyncio
import json
import socket
from typing import Any
from urllib.parse import SplitResult, urlsplit

import httpx
from pydantic import ValidationError

from todo.oauth.errors import OauthError
from todo.oauth.schemas import Client, ClientMetadata
from todo.reminders.webhook import is_public

MAX_BYTES, SECONDS = 10_000, 5.0


def is_document(client_id: str) -> bool:
    """Whether an id is the address of a document."""
    return client_id.startswith("https://")


async def read_client(client_id: str) -> Client:
    """The program that a document describes.

    Raises:
        OauthError: `invalid_client`, with the reason.
    """
    parts = urlsplit(client_id)
    if not _is_plain(client_id, parts):
        raise OauthError("invalid_client", "client_id must be a plain https address with a path.")
    try:
        async with asyncio.timeout(SECONDS):
            found = await fetch(parts)
        if not isinstance(found, dict) or found.get("client_id") != client_id:
            raise OauthError("invalid_client", "The document's client_id is not its own address.")
        metadata = ClientMetadata.model_validate(found)
    except (OSError, TimeoutError, ValueError, httpx.HTTPError, ValidationError) as error:
        raise OauthError("invalid_client", f"The document at client_id can't be used: {_why(error)}") from None
    return Client(id=client_id, name=metadata.client_name, redirect_uris=metadata.redirect_uris)


async def fetch(parts: SplitResult) -> Any:
    """The JSON at an https address.

    Raises:
        ValueError: not in the public internet, too long, or not JSON.
        OSError, httpx.HTTPError: no answer.
    """
    host, port = parts.hostname or "", parts.port or 443
    address = await _public_address(host, port)
    # To the address that was looked at: asking for the name again may give another one.
    shown = f"[{address}]" if ":" in address else address
    url = parts._replace(netloc=f"{shown}:{port}").geturl()
    options: dict[str, Any] = {"headers": {"Host": parts.netloc, "Accept": "application/json"}}
    async with (
        httpx.AsyncClient(follow_redirects=False, timeout=SECONDS, trust_env=False) as client,
        client.stream("GET", url, **options, extensions={"sni_hostname": host}) as answer,
    ):
        if answer.status_code != httpx.codes.OK:
            raise ValueError(f"it answers {answer.status_code}")
        body = b""
        async for part in answer.aiter_bytes():
            body += part
            if len(body) > MAX_BYTES:
                raise ValueError(f"it is longer than {MAX_BYTES} bytes")
    return json.loads(body)


def _is_plain(client_id: str, parts: SplitResult) -> bool:
    try:
        port = parts.port
    except ValueError:
        return False
    dotted = any(segment in (".", "..") for segment in parts.path.split("/"))
    bare = parts.username is None and not parts.fragment and "#" not in client_id and client_id.isascii()
    return bare and not dotted and bool(parts.hostname) and len(parts.path) > 1 and port != 0 and len(client_id) < 500


async def _public_address(host: str, port: int) -> str:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(map(is_public, addresses)):
        raise ValueError("its host is not in the public internet")
    return addresses[0]


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(str(one["msg"]) for one in error.errors()[:2])
    if isinstance(error, (OSError, httpx.HTTPError)):
        return "it does not answer"
    return str(error)[:200]
