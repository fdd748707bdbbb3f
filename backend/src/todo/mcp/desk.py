"""What every tool works with: who calls, the database, links into the app, and how failures are told."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import ParamSpec, TypeVar
from uuid import UUID

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import ValidationError

from todo.actor import Actor
from todo.database import Database
from todo.errors import InvalidInputError, ProblemError, invalid_input
from todo.language import When, read_day, read_when
from todo.mcp.reasons import NoDate, Other, Why, note
from todo.mcp.schemas import ToolOutput, ToolTask
from todo.tasks.schemas import TaskView

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

# Who is calling: set by the HTTP endpoint or by the chat turn around each call.
ACTOR: ContextVar[Actor] = ContextVar("actor")
# The database of a transaction that a call is to be part of; set around the call by whoever holds that.
WITHIN: ContextVar[Database | None] = ContextVar("within", default=None)


class UnclearError(Exception):
    """Ends a call that did nothing, with the answer that says what to ask or to give, and why."""

    def __init__(self, title: str, detail: str, why: Why, tasks: Sequence[ToolTask] = ()) -> None:
        super().__init__(detail)
        self.why = why
        self.output = ToolOutput(ok=False, title=title, detail=detail, tasks=list(tasks))


@dataclass(frozen=True, slots=True)
class Desk:
    """`own` is the database of calls that are part of no transaction; `frontend_url` is where people open the app,
    without a slash at its end.
    """

    own: Database
    frontend_url: str

    @property
    def database(self) -> Database:
        """What the call reads and changes."""
        within = WITHIN.get()
        return self.own if within is None else within

    @property
    def actor(self) -> Actor:
        """Who is calling."""
        return ACTOR.get()

    @asynccontextmanager
    async def opened(self, *, dry_run: bool = False) -> AsyncIterator[Database]:
        """The database, or with `dry_run` one that forgets all when the block ends."""
        if not dry_run:
            yield self.database
            return
        async with self.database.rehearsal() as database:
            yield database

    def url(self, task_id: UUID) -> str:
        """Where the app shows a task."""
        return f"{self.frontend_url}/tasks/{task_id}"

    def shown(self, tasks: Sequence[TaskView]) -> list[ToolTask]:
        """The tasks with links."""
        return [ToolTask(**dict(task), url=self.url(task.id)) for task in tasks]

    def when(self, said: str) -> When:
        """What words for a date mean to the caller.

        Raises:
            InvalidInputError: nothing that can be read.
        """
        found = read_when(said, **self.actor.reading)
        if found is None:
            raise InvalidInputError(
                f"“{said}” is no date. Say for example 'friday 5pm', 'in 2 weeks', '+1 day', 'every monday' or 'none'.",
                why=NoDate(said),
            )
        return found

    def day(self, said: str) -> date:
        """The day that words mean to the caller.

        Raises:
            InvalidInputError: nothing that can be read as one day.
        """
        found = read_day(said, **self.actor.reading)
        if found is None:
            raise InvalidInputError(
                f"“{said}” is no day. Say for example 'friday', '-7 days' or '2026-12-24'.", why=NoDate(said, day=True)
            )
        return found


def told(tool: Callable[Arguments, Awaitable[Answer]]) -> Callable[Arguments, Awaitable[Answer]]:
    """The tool with failures that the caller can read and act on."""

    @wraps(tool)
    async def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Answer:
        try:
            return await tool(*args, **kwargs)
        except UnclearError as unclear:
            note(unclear.why)
            return unclear.output  # type: ignore[return-value]
        except ValidationError as error:
            raise _refused(invalid_input(error)) from error
        except ProblemError as error:
            raise _refused(error) from error

    return run


def _refused(error: ProblemError) -> ToolError:
    """What a caller is told of an error; who listens is told why as well."""
    note(why_of(error))
    return ToolError(error.detail)


def why_of(error: ProblemError) -> Why:
    """Why an error came: what it carries itself, else its kind."""
    why: Why = error.extra.get("why") or Other(error.slug, error.detail)
    return why


def count(number: int, noun: str = "task") -> str:
    """`no tasks`, `1 task`, `2 tasks`."""
    return {0: f"no {noun}s", 1: f"1 {noun}"}.get(number, f"{number} {noun}s")


def headline(past: str, number: int, *, dry_run: bool, noun: str = "task") -> str:
    """`Completed 2 tasks`, or `Would have completed 2 tasks`."""
    return f"{'Would have ' + past.lower() if dry_run else past} {count(number, noun)}"
