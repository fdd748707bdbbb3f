"""The app's API as the checks use it: accounts, tasks, the assistant, MCP."""

import asyncio
import json
import secrets
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from todo_ops.errors import ProcessFailedError
from todo_ops.verify.client import Address, Answer, Connection

FINAL_EVENTS = {"done", "error"}
MCP_VERSION = "2025-06-18"
T = TypeVar("T")


class UnexpectedAnswerError(ProcessFailedError):
    """The app answered something else than it should."""


@dataclass(frozen=True)
class Account:
    """Somebody who signed up. `token` goes with each request."""

    email: str
    password: str
    token: str


def call(address: Address, work: Callable[[Connection], Awaitable[T]]) -> T:
    """Do something with a connection of its own.

    Raises:
        ProcessFailedError: the app doesn't answer, or not as it should.
    """

    async def connected() -> T:
        async with Connection(address) as connection:
            return await work(connection)

    try:
        return asyncio.run(connected())
    except OSError as error:
        raise UnexpectedAnswerError(f"{address} does not answer: {error}") from error


def expect(answer: Answer, status: int, what: str) -> Any:
    """Return an answer's JSON; anything but this status is an error that shows what came."""
    if answer.status != status:
        text = answer.body[:300].decode(errors="replace")
        raise UnexpectedAnswerError(f"{what} answered {answer.status} instead of {status}: {text}")
    return answer.json() if answer.body else None


async def sign_up(connection: Connection) -> Account:
    """Make a new account."""
    email, password = f"{secrets.token_hex(8)}@example.test", secrets.token_hex(16)
    answer = await connection.request("POST", "/api/auth/register", {"email": email, "password": password})
    return Account(email, password, expect(answer, 201, "signing up")["token"])


async def login(connection: Connection, account: Account) -> Answer:
    """Return the answer to an account's email and password, whatever it is."""
    body = {"email": account.email, "password": account.password}
    return await connection.request("POST", "/api/auth/login", body)


async def sign_in(connection: Connection, account: Account) -> Account:
    """Sign in anew and return the account with its new token."""
    answer = await login(connection, account)
    return Account(account.email, account.password, expect(answer, 200, "signing in")["token"])


async def create_task(connection: Connection, token: str, title: str) -> str:
    """Create a task under an id of this side's choosing and return the id."""
    task = str(uuid.uuid4())
    answer = await connection.request("POST", "/api/tasks", {"id": task, "title": title}, token)
    expect(answer, 201, "creating a task")
    return task


async def tasks(connection: Connection, token: str) -> list[dict[str, Any]]:
    """Return all of somebody's tasks, from all pages."""
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        more = f"&cursor={cursor}" if cursor else ""
        answer = await connection.request("GET", f"/api/tasks?limit=200{more}", token=token)
        page = expect(answer, 200, "listing tasks")
        found += page["items"]
        cursor = page["next_cursor"]
    return found


async def chat(connection: Connection, token: str, message: str) -> list[tuple[str, Any]]:
    """Say something to the assistant and return the events of its answer; the last one is `done` or `error`."""
    answer = await connection.request("POST", "/api/chat", {"message": message}, token)
    if answer.status != 200:
        expect(answer, 200, "the assistant")
    found = events(answer.body.decode())
    if not found or found[-1][0] not in FINAL_EVENTS:
        last = found[-1][0] if found else "nothing"
        raise UnexpectedAnswerError(f"the assistant's answer ended with {last} instead of done or error")
    return found


def events(stream: str) -> list[tuple[str, Any]]:
    """Return name and data of each server-sent event."""
    found = []
    for block in stream.split("\n\n"):
        fields = dict(line.partition(": ")[::2] for line in block.splitlines())
        if "event" in fields:
            found.append((fields["event"], json.loads(fields.get("data", "null"))))
    return found


async def mcp_tools(connection: Connection, token: str) -> list[str]:
    """Return the names of the tools that the MCP server offers."""
    start = {
        "protocolVersion": MCP_VERSION,
        "capabilities": {},
        "clientInfo": {"name": "todo-ops", "version": "1"},
    }
    await _mcp(connection, token, 1, "initialize", start)
    tools = (await _mcp(connection, token, 2, "tools/list", {}))["tools"]
    return sorted(tool["name"] for tool in tools)


async def _mcp(connection: Connection, token: str, number: int, method: str, parameters: dict[str, Any]) -> Any:
    body = {"jsonrpc": "2.0", "id": number, "method": method, "params": parameters}
    headers = {"Accept": "application/json, text/event-stream", "MCP-Protocol-Version": MCP_VERSION}
    answer = expect(await connection.request("POST", "/api/mcp", body, token, **headers), 200, f"MCP {method}")
    if "result" not in answer:
        raise UnexpectedAnswerError(f"MCP {method} answered {answer}")
    return answer["result"]
