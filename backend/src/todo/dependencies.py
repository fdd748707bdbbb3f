"""What endpoints need from the application, as types to annotate with."""

from typing import Annotated, Any, Protocol, TypeVar

from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel

from todo.changes.service import Written
from todo.config import Settings
from todo.database import Database
from todo.errors import InvalidInputError, Problem, problem_answer

# Coroutines, all of them: the framework sends a plain function to a thread, which costs a request 100 us of CPU each.


async def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


async def _expected_version(if_match: Annotated[str | None, Header()] = None) -> int | None:
    """The version in `If-Match: "3"`; None when any will do."""
    if if_match is None or if_match.strip() == "*":
        return None
    digits = if_match.strip().removeprefix("W/").strip('"')
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise InvalidInputError('If-Match must hold a version such as "3", as the ETag gives it.')
    return int(digits)


CurrentDatabase = Annotated[Database, Depends(_database)]
CurrentSettings = Annotated[Settings, Depends(_settings)]
ExpectedVersion = Annotated[int | None, Depends(_expected_version)]


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """OpenAPI entries for the problem answers of an operation."""
    return {status: {"model": Problem, **problem_answer(status)} for status in statuses}


def set_headers(response: Response, written: Written[Any]) -> None:
    """Tell the caller how to undo what was written."""
    if written.group_id is not None:
        response.headers["Change-Group"] = str(written.group_id)


class Versioned(Protocol):
    """Something that is shown with its version."""

    @property
    def version(self) -> int: ...


V = TypeVar("V", bound=Versioned)


def tagged(response: Response, view: V) -> V:
    """The answer to a read: its version is the ETag."""
    response.headers["ETag"] = f'"{view.version}"'
    return view


def changed(response: Response, written: Written[V]) -> V:
    """The answer to a change: what is there now, its version, and how to undo it."""
    set_headers(response, written)
    return tagged(response, written.value)


def created(response: Response, written: Written[V]) -> V:
    """The answer to a create: 201, or 200 when the same id was there before."""
    response.status_code = 201 if written.group_id else 200
    return changed(response, written)


# Of streams of events: proxies must pass each one on at once.
STREAM_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
CHANGE_GROUP_HEADER: dict[str, Any] = {
    "headers": {
        "Change-Group": {
            "description": "Pass it to `POST /api/changes/{id}/undo`; absent when nothing changed.",
            "schema": {"type": "string", "format": "uuid"},
        }
    }
}
WRITES: dict[int | str, dict[str, Any]] = {200: CHANGE_GROUP_HEADER, **problems(403, 404, 409, 412)}
DELETES: dict[int | str, dict[str, Any]] = {204: CHANGE_GROUP_HEADER, **problems(403, 404, 409, 412)}


def creates(view: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    """OpenAPI entries of an operation that makes something and may be repeated."""
    return {201: CHANGE_GROUP_HEADER, 200: {"model": view}, **problems(403, 404, 409)}
