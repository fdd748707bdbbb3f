"""Export and import of what a person has. Reading and writing go through the services of each noun."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial

from todo.accounts.schemas import User
from todo.actor import Actor, Command
from todo.boundary import new_id
from todo.changes.service import Written
from todo.database import Database, Transaction
from todo.errors import InvalidInputError
from todo.transfer import calendar_writing, checking, csv_writing, json_file, previewing, reading, repository, writing
from todo.transfer.contents import contents, pages
from todo.transfer.draft import Draft
from todo.transfer.schemas import ExportQuery, ImportQuery, ImportResult
from todo.transfer.turns import already_running

MEDIA_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class File:
    """A file on its way out. Its chunks are made as they are asked for."""

    name: str
    media_type: str
    chunks: AsyncIterator[bytes]


async def export(database: Database, actor: Actor, user: User, query: ExportQuery) -> File:
    """What the person has, as a file; its tasks are read while it is sent.

    Raises:
        NotFoundError: there is no such project that they may see.
        InvalidInputError: conditions that the format does not take.
    """
    if query.format == "json" and query.project_id is not None:
        raise InvalidInputError("project_id goes with format=csv or format=ics; JSON is the whole account.")
    if query.format != "json" and query.trash:
        raise InvalidInputError("trash goes with format=json; the other formats have no trash.")
    found = await contents(database, actor, query.project_id)
    read = partial(pages, database, actor, completed=query.completed)
    if query.format == "json":
        chunks = json_file.written(actor, user, found, read(trash=query.trash))
    else:
        chunks = (csv_writing if query.format == "csv" else calendar_writing).written(found, read)
    name = f"todo-{actor.now():%Y-%m-%d}.{query.format}"
    return File(name, MEDIA_TYPES[query.format], await _begun(chunks))


async def import_file(database: Database, actor: Actor, query: ImportQuery, content: bytes) -> Written[ImportResult]:
    """Take in a file in one group of changes, or with `dry_run` say what it holds.

    Raises:
        InvalidInputError: the file can't be read (`unreadable-file`); `errors` say where.
        ConflictError: a part of an earlier import with this id is gone, or an id is in use elsewhere (`id-taken`);
            another import of the person is being written elsewhere (`import-running`).
    """
    # Thousands of rows take a while to read, in which others are served.
    draft = await asyncio.to_thread(_draft, actor, query, content)
    import_id = query.id or new_id()
    if query.dry_run:
        await writing.drop_unusable_filters(database, actor, draft)
        return Written(previewing.result(actor, draft, import_id, dry_run=True), None)
    command = Command(actor.through("import"), "import")
    outcome = await writing.write(database, command, draft, import_id, partial(_begin, actor))
    result = previewing.result(actor, draft, import_id, repeated=outcome == "repeated")
    return Written(result, command.group_id if outcome == "written" else None)


async def _begin(actor: Actor, transaction: Transaction) -> None:
    if not await repository.begin_import(transaction, actor):
        raise already_running()


def _draft(actor: Actor, query: ImportQuery, content: bytes) -> Draft:
    draft = reading.read(actor, content, query.format, query.name)
    checking.check(draft)
    return draft


async def _begun(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The same chunks, the first of which is there: what fails so far is still an answer and not a broken file."""
    return _joined(await anext(chunks), chunks)


async def _joined(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for chunk in rest:
        yield chunk
