"""The to-dos (VTODO) of iCalendar files, RFC 5545. What else a calendar has, such as events, is passed over."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from todo.actor import Actor
from todo.boundary import is_time_zone
from todo.errors import InvalidInputError, field_errors
from todo.tasks import recurring
from todo.tasks.schemas import RecurrenceInput
from todo.transfer.calendar_lines import Line, LineError, plain_text, plain_texts, read_lines
from todo.transfer.calendar_writing import PROJECT
from todo.transfer.draft import Draft, project_name, unreadable
from todo.transfer.schemas import MAX_TASKS, AccountDocument, LabelRecord, ProjectRecord, TaskRecord

Values = dict[str, Any]
MAX_ERRORS = 20
_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")


@dataclass(slots=True)
class _ToDo:
    """One to-do: its first line, and its properties by name, of each the last but for those that may repeat."""

    line: int
    properties: dict[str, Line] = field(default_factory=dict)
    categories: list[str] = field(default_factory=list)
    parent: str | None = None

    def text(self, name: str) -> str:
        """The text of a property; empty where there is none."""
        found = self.properties.get(name)
        return plain_text(found.value).strip() if found else ""


@dataclass(slots=True)
class _Calendar:
    """A file as far as it was read. `name` is what tasks without a project of their own go to."""

    actor: Actor
    draft: Draft
    name: str
    ids: dict[str, str] = field(default_factory=dict)
    projects: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)


def read(actor: Actor, text: str, file_name: str) -> Draft:
    """What a calendar holds.

    Raises:
        InvalidInputError: it can't be read (`unreadable-file`); `errors` have the lines.
    """
    draft = Draft(AccountDocument(format="todo-account", version=1), "ics", by_name=True)
    calendar = _Calendar(actor, draft, project_name(file_name))
    todos = _todos(calendar, text)
    if not todos:
        raise unreadable([("", "the calendar has no to-dos (VTODO)")])
    if len(todos) > MAX_TASKS:
        raise unreadable([("", f"the calendar has more than {MAX_TASKS} to-dos; split the file")])
    calendar.ids = {todo.text("UID"): f"task {index}" for index, todo in enumerate(todos) if todo.text("UID")}
    errors: list[tuple[str, str]] = []
    for index, todo in enumerate(todos):
        errors += [(f"line {todo.line}", message) for message in _take(calendar, f"task {index}", todo)]
    if errors:
        raise unreadable(errors[:MAX_ERRORS])
    return draft


def _todos(calendar: _Calendar, text: str) -> list[_ToDo]:
    """The to-dos of a file; a changed single occurrence of a series (RECURRENCE-ID) is left out."""
    todos: list[_ToDo] = []
    open_components: list[str] = []
    try:
        for line in read_lines(text):
            if line.name == "BEGIN":
                open_components.append(line.value.strip().upper())
                if open_components[-1] == "VTODO":
                    todos.append(_ToDo(line.number))
            elif line.name == "END":
                _end(calendar, line, open_components, todos)
            elif open_components[-1:] == ["VTODO"]:
                _note(todos[-1], line)
            elif line.name == "X-WR-CALNAME":
                calendar.name = " ".join(plain_text(line.value).split())[:100]
    except LineError as error:
        raise unreadable([(f"line {error.number}", "is no line of iCalendar (NAME:VALUE)")]) from None
    if open_components:
        raise unreadable([("", f"the file ends within {open_components[-1][:50]}; it may be cut off")])
    return todos


def _end(calendar: _Calendar, line: Line, open_components: list[str], todos: list[_ToDo]) -> None:
    if not open_components or open_components.pop() != line.value.strip().upper():
        raise unreadable([(f"line {line.number}", "ends what was not begun")])
    if line.value.strip().upper() == "VTODO" and "RECURRENCE-ID" in todos[-1].properties:
        left = todos.pop()
        message = "It changes one occurrence of a series. It is left out."
        calendar.draft.warn("row-left", left.text("SUMMARY"), message, left.line)


def _note(todo: _ToDo, line: Line) -> None:
    if line.name == "CATEGORIES":
        todo.categories += plain_texts(line.value)
    elif line.name == "RELATED-TO" and line.parameters.get("RELTYPE", "PARENT").upper() == "PARENT":
        todo.parent = plain_text(line.value).strip()
    else:
        todo.properties[line.name] = line


def _take(calendar: _Calendar, task_id: str, todo: _ToDo) -> list[str]:
    """Take in a to-do; what is wrong with it."""
    try:
        values: Values = {
            "id": task_id,
            "project_id": _project(calendar, todo),
            "parent_id": todo.parent and calendar.ids.get(todo.parent, todo.parent[:100]),
            "title": todo.text("SUMMARY"),
            "notes": todo.text("DESCRIPTION"),
            "priority": _priority(todo.text("PRIORITY")),
            "completed_at": _completed(calendar, todo),
            "label_ids": [_label(calendar, name) for name in todo.categories],
        }
        values |= _due(calendar, todo, values)
        calendar.draft.document.tasks.append(TaskRecord.model_validate(values))
    except ValidationError as error:
        return [f"{'.'.join(map(str, one['location']))}: {one['message']}" for one in field_errors(error.errors())]
    calendar.draft.lines[task_id] = todo.line
    return []


def _project(calendar: _Calendar, todo: _ToDo) -> str:
    name = todo.text(PROJECT) if PROJECT in todo.properties else calendar.name
    key = name.casefold()
    if key not in calendar.projects:
        record = ProjectRecord(id=f"project {len(calendar.projects)}", name=name or "Inbox", is_inbox=not name)
        calendar.draft.document.projects.append(record)
        calendar.projects[key] = record.id
    return calendar.projects[key]


def _label(calendar: _Calendar, name: str) -> str:
    key = name.casefold()
    if key not in calendar.labels:
        record = LabelRecord(id=f"label {len(calendar.labels)}", name=name)
        calendar.draft.document.labels.append(record)
        calendar.labels[key] = record.id
    return calendar.labels[key]


def _priority(text: str) -> int:
    """Ours of section 3.8.1.9: 1 to 4 are high, 5 is medium, 6 to 9 are low, all else is none."""
    if text not in set("123456789"):
        return 4
    return 1 if text < "5" else 2 if text == "5" else 3


def _completed(calendar: _Calendar, todo: _ToDo) -> datetime | None:
    found = todo.properties.get("COMPLETED")
    moment = _moment(calendar.actor, found) if found else None
    if isinstance(moment, datetime):
        return moment
    is_over = todo.text("STATUS").upper() in ("COMPLETED", "CANCELLED")
    return calendar.actor.now().astimezone(UTC) if is_over else None


def _due(calendar: _Calendar, todo: _ToDo, values: Values) -> Values:
    """The due date and the series; what is not understood goes to the notes."""
    rule, found = todo.properties.get("RRULE"), todo.properties.get("DUE")
    if found is None and rule is not None:
        found = todo.properties.get("DTSTART")
    moment = _moment(calendar.actor, found) if found else None
    if found is not None and moment is None:
        _unread(calendar, todo, values, "Date", found.value)
    zone = _zone(calendar.actor, found)
    due: Values = {}
    if isinstance(moment, datetime):
        due = {"due_at": moment, "time_zone": zone}
    elif moment is not None:
        due = {"due_date": moment}
    if rule is None:
        return due
    try:
        body = RecurrenceInput(rule=rule.value)
        series = recurring.started(body, moment, zone, calendar.actor.now())
    except (InvalidInputError, ValidationError):
        _unread(calendar, todo, values, "Recurrence", rule.value)
        return due
    return (due or {"due_date": series["start"]}) | {"recurrence": series}


def _zone(actor: Actor, line: Line | None) -> str:
    named = line.parameters.get("TZID", "") if line else ""
    return named if is_time_zone(named) else actor.time_zone


def _moment(actor: Actor, line: Line) -> date | datetime | None:
    """A day, or a moment in the zone that is named, in UTC, or (floating) in the person's own."""
    match = _DATE.fullmatch(line.value.strip())
    if match is None:
        return None
    numbers = [int(part) for part in match.groups()[:6] if part is not None]
    zone = UTC if match[7] else ZoneInfo(_zone(actor, line))
    try:
        return date(*numbers) if len(numbers) == 3 else datetime(*numbers, tzinfo=zone)  # type: ignore[arg-type, misc]
    except ValueError:
        return None


def _unread(calendar: _Calendar, todo: _ToDo, values: Values, noun: str, text: str) -> None:
    message = f"“{text[:100]}” is not understood. It is in the notes."
    calendar.draft.warn("date-unread", values["title"], message, todo.line)
    values["notes"] = "\n\n".join(part for part in (values["notes"], f"{noun}: {text}") if part)
