"""`/api/export` and `/api/import`."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from todo.accounts.dependencies import CurrentActor, SignedInPerson
from todo.dependencies import CHANGE_GROUP_HEADER, CurrentDatabase, problems, set_headers
from todo.transfer import service
from todo.transfer.schemas import AccountDocument, ExportQuery, ImportQuery, ImportResult
from todo.transfer.turns import Turns

router = APIRouter(prefix="/api", tags=["transfer"], responses=problems(401, 422))

_TEXT = {"schema": {"type": "string"}}
_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "model": AccountDocument,
        "description": "The file. Its name is in `Content-Disposition`.",
        "content": {"text/csv": _TEXT, "text/calendar": _TEXT},
    }
}
_UPLOAD = {
    "requestBody": {
        "required": True,
        "description": "The file itself.",
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/AccountDocument"}},
            "text/csv": _TEXT,
            "text/calendar": _TEXT,
        },
    }
}


@router.get("/export", response_class=StreamingResponse, responses={**_FILE, **problems(404)})
async def export_account(
    database: CurrentDatabase, person: SignedInPerson, query: Annotated[ExportQuery, Query()]
) -> StreamingResponse:
    """All that you have as one JSON document, or your tasks as CSV or iCalendar."""
    file = await service.export(database, *person, query)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "Cache-Control": "no-store"}
    return StreamingResponse(file.chunks, media_type=file.media_type, headers=headers)


@router.post(
    "/import", openapi_extra=_UPLOAD, responses={200: CHANGE_GROUP_HEADER, **problems(403, 404, 409, 413, 429)}
)
async def import_file(
    request: Request,
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    query: Annotated[ImportQuery, Query()],
) -> ImportResult:
    """Take in a file: an export of here, a CSV file as Todoist has it, or iCalendar to-dos. All of it, or nothing.

    With `dry_run` the answer says what was understood. What is written is undone as a whole. A person's imports come
    one after the other; one that would have to wait for long is refused (409, or 429 while others' are running).
    """
    turns: Turns = request.app.state.imports
    # The file is only read when it is its turn: until then it takes no memory here.
    async with turns.taken(actor):
        written = await service.import_file(database, actor, query, await request.body())
    set_headers(response, written)
    return written.value
