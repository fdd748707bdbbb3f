"""The document of an account as JSON: written piece by piece, read as a whole."""

from collections.abc import AsyncIterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ValidationError
from pydantic_core import to_json

from todo.accounts.schemas import User
from todo.actor import Actor
from todo.errors import InvalidInputError, field_errors
from todo.reminders.schemas import ReminderFields
from todo.tasks.schemas import TaskView
from todo.transfer.contents import Contents, Page
from todo.transfer.draft import Draft, unreadable
from todo.transfer.schemas import (
    AccountDocument,
    FilterRecord,
    LabelRecord,
    PersonRecord,
    ProjectRecord,
    SectionRecord,
    SeriesRecord,
    TaskRecord,
)

VERSION = 1
# What the record of a task has by other names or from elsewhere.
_OWN = {"recurrence", "reminders"}
_TASK_FIELDS = [name for name in TaskRecord.model_fields if name not in _OWN]


async def written(actor: Actor, user: User, found: Contents, pages: AsyncIterator[Page]) -> AsyncIterator[bytes]:
    """The document in pieces, one for each page of tasks. What was made in a project meanwhile is left out."""
    yield _head(actor, user, found)
    known, separator = {project.id for project in found.projects}, b"\n"
    sections = {section.id for section in found.sections}
    async for page in pages:
        records = [_task(task, reminders, sections) for task, reminders in page if task.project_id in known]
        if records:
            yield separator + b",\n".join(to_json(record) for record in records)
            separator = b",\n"
    yield b"\n]}\n"


def _head(actor: Actor, user: User, found: Contents) -> bytes:
    """All but the tasks, up to the bracket that opens those."""
    parts: list[tuple[str, Any]] = [
        ("format", "todo-account"),
        ("version", VERSION),
        ("exported_at", actor.now()),
        ("person", _picked(PersonRecord, user)),
        ("labels", [_picked(LabelRecord, label) for label in found.labels]),
        ("filters", [_picked(FilterRecord, saved) for saved in found.filters]),
        ("projects", [_picked(ProjectRecord, project) for project in found.projects]),
        ("sections", [_picked(SectionRecord, section) for section in found.sections]),
    ]
    lines = [to_json(name) + b": " + _lines(value) for name, value in parts]
    return b"{" + b",\n".join(lines) + b',\n"tasks": ['


def _lines(value: Any) -> bytes:
    """A list with an item a line, so that a person and a tool that compares lines can read it."""
    if not isinstance(value, list) or not value:
        return to_json(value)
    return b"[\n" + b",\n".join(to_json(item) for item in value) + b"\n]"


def _picked(record: type[BaseModel], view: BaseModel) -> dict[str, Any]:
    return {name: getattr(view, name) for name in record.model_fields}


def _task(task: TaskView, reminders: Sequence[ReminderFields], sections: AbstractSet[UUID]) -> dict[str, Any]:
    record = {name: getattr(task, name) for name in _TASK_FIELDS}
    if task.section_id not in sections:
        record["section_id"] = None
    series = task.recurrence and _picked(SeriesRecord, task.recurrence)
    return record | {"recurrence": series, "reminders": [_picked(ReminderFields, one) for one in reminders]}


def read(content: bytes) -> Draft:
    """An account's document.

    Raises:
        InvalidInputError: it is none (`unreadable-file`); the errors say where, the first ones.
    """
    try:
        return Draft(AccountDocument.model_validate_json(content), "json")
    except ValidationError as error:
        raise _refusal(error) from None


def _refusal(error: ValidationError) -> InvalidInputError:
    fields = field_errors(error.errors(include_url=False, include_context=False, include_input=False)[:20])
    return unreadable([(".".join(map(str, field["location"])), field["message"]) for field in fields])
