"""`./todo smoke`: everything once, from outside: health, accounts, tasks, the assistant, MCP, the web app."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from todo_ops.commands import ignore
from todo_ops.console import Console
from todo_ops.errors import ProcessFailedError
from todo_ops.verify import app
from todo_ops.verify.app import Account, UnexpectedAnswerError, expect
from todo_ops.verify.client import Address, Connection

TITLE = "Water the plants"
ASKED = "Feed the cat"
NOBODY = Account("", "", "")


@dataclass
class Session:
    """What the steps hand on to each other."""

    connection: Connection
    account: Account = NOBODY
    task: str = ""


Step = Callable[[Session], Awaitable[None]]


async def _health(session: Session) -> None:
    report = expect(await session.connection.request("GET", "/api/health"), 200, "health")
    # Without an ingress the web app answers, and only for itself: the next steps need the database anyway.
    if report["status"] != "ok" or report.get("database", "ok") != "ok":
        raise UnexpectedAnswerError(f"not healthy: {report}")


async def _register(session: Session) -> None:
    session.account = await app.sign_up(session.connection)


async def _login(session: Session) -> None:
    session.account = await app.sign_in(session.connection, session.account)


async def _create(session: Session) -> None:
    session.task = await app.create_task(session.connection, session.account.token, TITLE)


async def _list(session: Session) -> None:
    found = [(task["id"], task["title"]) for task in await app.tasks(session.connection, session.account.token)]
    if found != [(session.task, TITLE)]:
        raise UnexpectedAnswerError(f"the list holds {found} instead of the one task")


async def _chat(session: Session) -> None:
    events = await app.chat(session.connection, session.account.token, f"add {ASKED} today")
    cards = [task["title"] for name, data in events if name == "tool_card" for task in data["tasks"]]
    if events[-1][0] != "done" or cards != [ASKED]:
        raise UnexpectedAnswerError(f"the assistant added {cards} and ended with {events[-1][0]}")


async def _mcp(session: Session) -> None:
    tools = await app.mcp_tools(session.connection, session.account.token)
    if "find_tasks" not in tools:
        raise UnexpectedAnswerError(f"MCP offers only {tools}")


async def _web(session: Session) -> None:
    answer = await session.connection.request("GET", "/sign-in")
    if answer.status != 200 or b"<html" not in answer.body:
        raise UnexpectedAnswerError(f"the web app's first page answers {answer.status}")


async def _stranger(session: Session) -> None:
    answer = await session.connection.request("GET", f"/api/tasks/{session.task}")
    expect(answer, 401, "a task without signing in")


STEPS: dict[str, Step] = {
    "health": _health,
    "register": _register,
    "login": _login,
    "create a task": _create,
    "list": _list,
    "chat": _chat,
    "MCP": _mcp,
    "web app": _web,
    "without signing in": _stranger,
}


def check(address: Address, on_step: Callable[[str], None] = ignore) -> int:
    """Take every step against a running system and return how many there were.

    Raises:
        ProcessFailedError: one went wrong; the message starts with its name.
    """

    async def all_steps(connection: Connection) -> int:
        session = Session(connection)
        for name, step in STEPS.items():
            on_step(name)
            try:
                await step(session)
            except (UnexpectedAnswerError, OSError, LookupError, ValueError) as error:
                raise UnexpectedAnswerError(f"{name}: {error}") from error
        return len(STEPS)

    return app.call(address, all_steps)


def run(address: Address, console: Console) -> int:
    """Show the steps as they pass. Returns 1 when one fails."""
    try:
        with console.step(f"Trying {address}") as step:
            count = check(address, lambda name: setattr(step, "detail", name))
    except ProcessFailedError as error:
        console.error(str(error))
        return 1
    console.print(f"  {count} of {count}: {', '.join(STEPS)}")
    return 0
