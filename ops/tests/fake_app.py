"""A tiny server that answers by a script, byte by byte where a test wants it so."""

import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from todo_ops.verify.client import Address

HOST = "todo.test"


@dataclass(frozen=True)
class Asked:
    """A request as it came in."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Last(bytes):
    """An answer after which the server closes the connection."""


Reply = Callable[[Asked], bytes | None]  # None: close the connection without an answer


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def serving(reply: Reply) -> Iterator[tuple[Address, list[Asked]]]:
    """Serve until the block ends; gives the address and the requests that came in."""
    asked: list[Asked] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            while request := _read(self.rfile):
                asked.append(request)
                answer = reply(request)
                if answer is None:
                    return
                self.wfile.write(answer)
                if isinstance(answer, Last):
                    return

    with _Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield Address("http", "127.0.0.1", server.server_address[1], HOST), asked
        finally:
            server.shutdown()
            thread.join()


def _read(source: Any) -> Asked | None:
    lines = []
    for line in source:
        if line == b"\r\n":
            break
        lines.append(line.decode().strip())
    if not lines:
        return None
    method, path, _ = lines[0].split()
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
    return Asked(method, path, headers, _body(source, headers))


def _body(source: Any, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return bytes(source.read(int(headers.get("content-length", 0))))
    body = b""
    while size := int(source.readline(), 16):
        body += source.read(size)
        source.readline()
    source.readline()
    return body


def answer(status: int, body: object = None, *headers: str) -> bytes:
    """Return an answer with a JSON body, or with text as it is."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(data)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + data


def chunked(*chunks: bytes, end: bool = True) -> bytes:
    """Return a stream as a server sends it; without its end when it breaks off."""
    parts = b"".join(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n" for chunk in chunks)
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + parts + (b"0\r\n\r\n" if end else b"")
