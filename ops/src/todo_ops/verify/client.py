"""A small HTTP/1.1 client over asyncio's streams: one connection, one request after another.

It measures nothing and retries nothing: whatever goes wrong is the caller's to see. It is small so that many of them
leave the processor to what they measure.

Bodies are sent in chunks. A reverse proxy made with Go's net/http (Traefik, Caddy) looks once more into a body of known
length after the last byte, and cuts the answer off when that has begun by then (golang/go#40747): on a busy machine
one chat stream in some 700, whatever the app does. With chunks there is nothing to look for after the last one.
"""

import asyncio
import ipaddress
import json
import ssl
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

TIMEOUT_SECONDS = 30
BODILESS = {204, 304}


@dataclass(frozen=True)
class Address:
    """Where to connect to, and the name that requests are for: no entry in a hosts file is needed."""

    scheme: str
    server: str
    port: int
    host: str

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}" + (f" at {self.server}:{self.port}" if self.server != self.host else "")

    @property
    def is_number(self) -> bool:
        """Whether the server is named by a number alone."""
        try:
            ipaddress.ip_address(self.server)
        except ValueError:
            return False
        return True


class BrokenAnswerError(OSError):
    """The connection ended within an answer, or what came is no HTTP."""


@dataclass(frozen=True)
class Answer:
    """A whole answer. Names of headers are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.body)


class Connection:
    """A connection to the app, opened by the first request and again by the next one after it was closed."""

    def __init__(self, address: Address, timeout: float = TIMEOUT_SECONDS) -> None:
        self._address = address
        self._timeout = timeout
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def request(self, method: str, path: str, body: object = None, token: str = "", **headers: str) -> Answer:
        """Send a request with a JSON body and return the whole answer; keywords are headers: `accept="..."`.

        Raises:
            OSError: no connection, no whole answer, or none within the timeout.
        """
        message = self._message(method, path, body, token, headers)
        try:
            async with asyncio.timeout(self._timeout):
                return await self._exchange(method, message)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the connection."""
        if self._writer:
            self._writer.close()
        self._reader = self._writer = None

    def _message(self, method: str, path: str, body: object, token: str, headers: dict[str, str]) -> bytes:
        data = _chunk(json.dumps(body).encode()) if body is not None else b""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self._address.host}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        if token:
            lines.append(f"Authorization: Bearer {token}")
        if body is not None:
            lines += ["Content-Type: application/json", "Transfer-Encoding: chunked"]
        elif method in {"POST", "PUT", "PATCH"}:
            lines += ["Content-Length: 0"]
        return "\r\n".join([*lines, "", ""]).encode() + data

    async def _exchange(self, method: str, message: bytes) -> Answer:
        reader, writer = await self._opened()
        writer.write(message)
        started = time.monotonic()
        status = 0
        try:
            status, headers = _head(await reader.readuntil(b"\r\n\r\n"))
            has_body = method != "HEAD" and status not in BODILESS
            body = await _body(reader, headers) if has_body else b""
        except (asyncio.IncompleteReadError, ValueError) as error:
            what = f"after {time.monotonic() - started:.1f} s and status {status}" if status else "before it began"
            raise BrokenAnswerError(f"the answer ended {what}: {error}") from error
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Answer(status, headers, body)

    async def _opened(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._reader is None or self._writer is None:
            secure = self._address.scheme == "https"
            context = ssl.create_default_context() if secure else None
            name = self._address.host.partition(":")[0] if secure else None
            self._reader, self._writer = await asyncio.open_connection(
                self._address.server, self._address.port, ssl=context, server_hostname=name
            )
        return self._reader, self._writer


def _chunk(data: bytes) -> bytes:
    """The whole of a body as one chunk, and the empty one that ends it (RFC 9112, section 7.1)."""
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(data), data)


def _head(text: bytes) -> tuple[int, dict[str, str]]:
    first, *lines = text.decode("latin-1").split("\r\n")
    headers = {}
    for line in lines:
        name, separator, value = line.partition(":")
        if separator:
            headers[name.lower()] = value.strip()
    if not first.startswith("HTTP/1."):
        raise ValueError(f"no HTTP: {first[:40]}")
    return int(first[9:12]), headers


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if "content-length" in headers:
        return await reader.readexactly(int(headers["content-length"]))
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return await _joined(_chunks(reader))
    raise ValueError("an answer without a length")


async def _joined(chunks: AsyncIterator[bytes]) -> bytes:
    """Return all chunks together; where they were cut off, how far they came is worth more than that they were."""
    found: list[bytes] = []
    try:
        while chunk := await anext(chunks, b""):
            found.append(chunk)
    except asyncio.IncompleteReadError:
        content = b"".join(found)
        raise ValueError(f"cut off after {len(found)} chunks, {len(content)} bytes, {content[-60:]!r}") from None
    return b"".join(found)


async def _chunks(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """Yield the chunks of a body (RFC 9112, 7.1); the last one is empty."""
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        yield await reader.readexactly(size)
        await reader.readexactly(2)
    while await reader.readuntil(b"\r\n") != b"\r\n":  # trailers
        pass
