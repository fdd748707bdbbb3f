"""A running system as it is seen from outside, over HTTP alone."""

import json
import secrets
import urllib.error
import urllib.request
from dataclasses import dataclass
from email.message import Message
from typing import Any

from todo_ops.errors import ProcessFailedError
from todo_ops.processes import DIRECT

SECONDS = 20


@dataclass(frozen=True)
class Answer:
    """What came back from a request."""

    status: int
    headers: Message  # names in any case
    body: str

    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class System:
    """A running system as it is seen from outside: the web app's address and the API's."""

    address: str
    api_address: str

    def request(
        self, method: str, path: str, body: object = None, token: str | None = None, *, at: str | None = None
    ) -> Answer:
        """Send a request with a JSON body to the web app's address, or to another one."""
        headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"{at or self.address}{path}", data, headers, method=method)
        try:
            with DIRECT.open(request, timeout=SECONDS) as answer:
                return Answer(answer.status, answer.headers, answer.read().decode())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read().decode())

    def sign_up(self) -> str:
        """Make a new account and return its token."""
        email = f"{secrets.token_hex(8)}@example.test"
        answer = self.request("POST", "/api/auth/register", {"email": email, "password": secrets.token_hex(16)})
        if answer.status != 201:
            raise ProcessFailedError(f"{self.address} does not let anybody sign up: {answer.status} {answer.body}")
        token: str = answer.json()["token"]
        return token
