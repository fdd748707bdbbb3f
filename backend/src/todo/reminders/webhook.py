"""Reminders as HTTP requests to an address that the operator sets. Plain HTTP/1.1: one request, one status line."""

import asyncio
import hashlib
import hmac
import ipaddress
import json
import ssl
from urllib.parse import urlsplit

from todo.reminders.channels import DeliveryError, DueReminder

TIMEOUT_SECONDS = 10.0


class WebhookChannel:
    """POSTs {reminder_id, task_id, user_id, title, fire_at}; any 2xx means that it was received.

    Args:
        url: http or https.
        secret: signs the body; `X-Todo-Signature: sha256=HEX` is the HMAC (RFC 2104) of it.
        allow_private: whether hosts in private networks and on this machine may be reached.
    """

    name = "webhook"

    def __init__(self, url: str, secret: str, *, allow_private: bool) -> None:
        self._url, self._secret, self._allow_private = urlsplit(url), secret.encode(), allow_private

    async def deliver(self, reminder: DueReminder) -> None:
        body = json.dumps({**reminder.content(), "user_id": str(reminder.user_id)}).encode()
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                status = await self._post(self._head(reminder, body) + body)
        except (OSError, TimeoutError, ValueError) as error:
            raise DeliveryError(f"{self._url.hostname}: {type(error).__name__} {error}") from error
        if not 200 <= status < 300:
            raise DeliveryError(f"{self._url.hostname} answered {status}")

    def _head(self, reminder: DueReminder, body: bytes) -> bytes:
        path = (self._url.path or "/") + (f"?{self._url.query}" if self._url.query else "")
        signature = hmac.new(self._secret, body, hashlib.sha256).hexdigest()
        lines = [
            f"POST {path} HTTP/1.1",
            f"Host: {self._url.netloc.rpartition('@')[2]}",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
            # The same for every attempt, so that the receiver can tell a repetition.
            f"Idempotency-Key: {reminder.id}/{int(reminder.fire_at.timestamp())}",
            "Connection: close",
            *([f"X-Todo-Signature: sha256={signature}"] if self._secret else []),
        ]
        return "\r\n".join([*lines, "", ""]).encode()

    async def _post(self, request: bytes) -> int:
        host, secure = self._url.hostname or "", self._url.scheme == "https"
        port = self._url.port or (443 if secure else 80)
        address = await self._address(host, port)
        # To the address that was looked at: asking for the name again may give another one.
        tls = ssl.create_default_context() if secure else None
        name = host if secure else None
        reader, writer = await asyncio.open_connection(address, port, limit=4096, ssl=tls, server_hostname=name)
        try:
            writer.write(request)
            await writer.drain()
            return _status(await reader.readline())
        finally:
            writer.close()

    async def _address(self, host: str, port: int) -> str:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=1)
        addresses = [str(entry[4][0]) for entry in found]
        if not self._allow_private and not all(map(is_public, addresses)):
            raise DeliveryError(f"{host} is in a private network; REMINDER_WEBHOOK_PRIVATE allows that")
        return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet: neither private, local, reserved nor multicast."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        embedded = parsed.ipv4_mapped or parsed.sixtofour
        if embedded is not None:
            parsed = embedded
    return parsed.is_global and not parsed.is_multicast


def _status(line: bytes) -> int:
    """The status in `HTTP/1.1 204 No Content`.

    Raises:
        ValueError: it is not the beginning of an HTTP answer.
    """
    version, _, rest = line.decode("latin-1").partition(" ")
    if not version.startswith("HTTP/"):
        raise ValueError("does not speak HTTP")
    return int(rest[:3])
