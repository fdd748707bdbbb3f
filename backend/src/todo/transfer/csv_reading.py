"""Tasks of CSV files: of Todoist's template, of our own exports, and of simple tables with a title a row."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from todo.actor import Actor
from todo.boundary import is_time_zone
from todo.errors import InvalidInputError, field_errors
from todo.language import language_codes, read_day, read_when
from todo.tasks import recurring
from todo.tasks.schemas import RecurrenceInput
from todo.transfer.csv_format import LABEL_SEPARATOR, mentions, plain
from todo.transfer.draft import Draft, project_name, unreadable
from todo.transfer.schemas import (
    MAX_TASKS,
    AccountDocument,
    LabelRecord,
    ProjectRecord,
    SectionRecord,
    TaskRecord,
    WarningCode,
)

Cells = dict[str, str]
Values = dict[str, Any]
# What other programs call the columns.
_ALIASES = {
    "TITLE": "CONTENT",
    "NAME": "CONTENT",
    "TASK": "CONTENT",
    "NOTES": "DESCRIPTION",
    "NOTE": "DESCRIPTION",
    "DUE": "DATE",
    "DUE_DATE": "DATE",
    "TAGS": "LABELS",
    "LIST": "PROJECT",
    "DONE": "COMPLETED",
    "COMPLETED_AT": "COMPLETED",
}
_MINUTES = {"minute": 1, "hour": 60, "day": 1440}
_ISO_AT_END = re.compile(r"(?:^|\s)(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::\d{2})?)?$")
_MENTION = re.compile(r"(?<!\S)@([^\s@]+)")
_UNDONE = {"", "0", "no", "false", "n"}
MAX_ERRORS = 20
MAX_WORDINGS = 2_000  # a phrase takes a millisecond or two to read, and a file of dates in ISO form has none


class _CellError(Exception):
    """A cell that can't be read; the text says which and what it should hold."""


@dataclass(slots=True)
class _Table:
    """A file as far as it was read."""

    actor: Actor
    draft: Draft
    has_projects: bool
    default_project: str
    projects: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    project: str = ""
    section: str | None = None
    above: list[str] = field(default_factory=list)
    read_words: dict[tuple[str, ...], Values | None] = field(default_factory=dict)

    @property
    def document(self) -> AccountDocument:
        return self.draft.document


def read(actor: Actor, text: str, file_name: str) -> Draft:
    """What a table holds.

    Raises:
        InvalidInputError: it can't be read (`unreadable-file`); `errors` have the lines.
    """
    document = AccountDocument(format="todo-account", version=1)
    draft = Draft(document, "csv", by_name=True)
    rows = _rows(text)
    _, header = next(rows, (1, []))
    columns = [_column(name) for name in header]
    if "CONTENT" not in columns:
        raise unreadable([("line 1", "has no column CONTENT (or TITLE), which holds the title of a task")])
    table = _Table(actor, draft, "PROJECT" in columns, project_name(file_name))
    errors: list[tuple[str, str]] = []
    for line, values in rows:
        cells = dict.fromkeys(columns, "") | {k: v.strip() for k, v in zip(columns, values, strict=False)}
        errors += [(f"line {line}", message) for message in _take(table, line, cells)]
        if len(errors) >= MAX_ERRORS:
            break
    if errors:
        raise unreadable(errors[:MAX_ERRORS])
    return draft


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, each with the line on which it begins."""
    first = text[: text.find("\n") if "\n" in text else len(text)]
    delimiter = max(",;\t", key=first.count)
    reader, line = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise unreadable([(f"line {line}", f"is not CSV ({error}); a cell may lack its closing quote")]) from None


def _column(name: str) -> str:
    plain_name = "_".join(name.strip().upper().split())
    return _ALIASES.get(plain_name, plain_name)


def _take(table: _Table, line: int, cells: Cells) -> list[str]:
    """Take in a row; what is wrong with it."""
    kind = cells.get("TYPE", "task").lower()
    try:
        if kind == "task":
            _take_task(table, line, cells)
        elif kind == "section":
            _take_section(table, cells)
        elif kind == "note":
            _take_note(table, line, cells)
        elif kind not in ("meta", ""):
            return [f"TYPE is “{kind[:50]}”; it must be task, section or note"]
    except ValidationError as error:
        return [f"{'.'.join(map(str, one['location']))}: {one['message']}" for one in field_errors(error.errors())]
    except _CellError as error:
        return [str(error)]
    return []


def _take_section(table: _Table, cells: Cells) -> None:
    _go_to_project(table, cells)
    section = SectionRecord(
        id=f"section {len(table.document.sections)}", project_id=table.project, name=plain(cells["CONTENT"])
    )
    table.document.sections.append(section)
    table.section, table.above = section.id, []


def _take_note(table: _Table, line: int, cells: Cells) -> None:
    note = plain(cells["CONTENT"])
    if not table.document.tasks:
        table.draft.warn("row-left", note, "It is a note on no task. It is left out.", line)
        return
    task = table.document.tasks[-1]
    notes = "\n\n".join(part for part in (task.notes, note) if part)
    table.document.tasks[-1] = TaskRecord.model_validate(task.model_dump() | {"notes": notes})


def _take_task(table: _Table, line: int, cells: Cells) -> None:
    if len(table.document.tasks) >= MAX_TASKS:
        raise _CellError(f"has more than {MAX_TASKS} tasks; split the file")
    _go_to_project(table, cells)
    level = min(_number(cells, "INDENT", 1), len(table.above) + 1)
    del table.above[level - 1 :]
    title, labels = _title(cells)
    task_id = f"task {len(table.document.tasks)}"
    values: Values = {
        "id": task_id,
        "project_id": table.project,
        "section_id": table.section,
        "parent_id": table.above[-1] if table.above else None,
        "title": title,
        "notes": plain(cells.get("DESCRIPTION", "")),
        "priority": _number(cells, "PRIORITY", 4),
        "duration_minutes": _duration(cells),
        "completed_at": _completed(table.actor, cells),
        "label_ids": [_label(table, name) for name in labels],
    }
    values |= _deadline(table, line, cells, values) | _due(table, line, cells, values)
    task = TaskRecord.model_validate(values)
    table.above.append(task_id)
    table.document.tasks.append(task)
    table.draft.lines[task_id] = line
    if cells.get("RESPONSIBLE"):
        _warn(table, "column-left", line, title, "Who is responsible is left out: tasks have one owner here.")


def _go_to_project(table: _Table, cells: Cells) -> None:
    """Be in the project that a row names; the Inbox where it names none."""
    name = plain(cells.get("PROJECT", "")) if table.has_projects else table.default_project
    key = name.casefold()
    if key not in table.projects:
        project_id = table.projects[key] = f"project {len(table.projects)}"
        record = ProjectRecord(id=project_id, name=name or "Inbox", is_inbox=not name)
        table.document.projects.append(record)
    if table.project != table.projects[key]:
        table.project, table.section, table.above = table.projects[key], None, []


def _title(cells: Cells) -> tuple[str, list[str]]:
    """The title without the labels that it mentions, and those; in a file with a column for them, what that says."""
    content = plain(cells["CONTENT"])
    if "LABELS" in cells:
        labels = [name.strip() for name in plain(cells["LABELS"]).split(LABEL_SEPARATOR.strip()) if name.strip()]
        return content.removesuffix(mentions(labels)) or content, labels
    title = " ".join(_MENTION.sub("", content).split())
    return (title, _MENTION.findall(content)) if title else (content, [])


def _label(table: _Table, name: str) -> str:
    key = name.casefold()
    if key not in table.labels:
        record = LabelRecord(id=f"label {len(table.labels)}", name=name)
        table.document.labels.append(record)
        table.labels[key] = record.id
    return table.labels[key]


def _number(cells: Cells, column: str, default: int) -> int:
    text = cells.get(column, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 9) or int(text) < 1:
        raise _CellError(f"{column} is “{text[:50]}”; it must be a whole number from 1")
    return int(text)


def _duration(cells: Cells) -> int | None:
    if not cells.get("DURATION"):
        return None
    unit = cells.get("DURATION_UNIT", "").lower().removesuffix("s") or "minute"
    if unit not in _MINUTES:
        raise _CellError(f"DURATION_UNIT is “{unit[:50]}”; it must be minute or day")
    return _number(cells, "DURATION", 1) * _MINUTES[unit]


def _completed(actor: Actor, cells: Cells) -> str | None:
    text = cells.get("COMPLETED", "")
    if text.lower() in _UNDONE:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return actor.now().astimezone(UTC).isoformat()
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(actor.time_zone))).isoformat()


def _zone(table: _Table, cells: Cells) -> str:
    named = cells.get("TIMEZONE", "")
    return named if is_time_zone(named) else table.actor.time_zone


def _language(table: _Table, cells: Cells, column: str) -> str:
    code = cells.get(column, "")[:2].lower()
    return code if code in language_codes() else table.actor.habits.language


def _deadline(table: _Table, line: int, cells: Cells, values: Values) -> Values:
    text = cells.get("DEADLINE", "")
    if not text:
        return {}
    code = _language(table, cells, "DEADLINE_LANG")
    day = _iso_day(text) or read_day(text, **(table.actor.reading | {"language_code": code}))
    if day is None:
        return _unread(table, line, values, "Deadline", text)
    return {"deadline": day}


def _due(table: _Table, line: int, cells: Cells, values: Values) -> Values:
    """When a task is due, as the cell says it: exactly, or in the words of a language."""
    text, zone = cells.get("DATE", ""), _zone(table, cells)
    if cells.get("RULE"):
        return _series(table, cells, _exact(text, zone), zone)
    if not text:
        return {}
    if exact := _exact(text, zone, whole=True):
        return exact
    key = (text, zone, _language(table, cells, "DATE_LANG"))
    if key not in table.read_words:
        has_room = len(table.read_words) < MAX_WORDINGS
        table.read_words[key] = _of_words(table.actor, *key) if has_room else None
    found = table.read_words[key]
    return _unread(table, line, values, "Date", text) if found is None else found


def _of_words(actor: Actor, text: str, zone: str, code: str) -> Values | None:
    when = read_when(text, **(actor.reading | {"time_zone": zone, "language_code": code}))
    if when is None or when.shift is not None:
        return None
    if when.due is None:
        return {}
    values: Values = {"due_date": when.due.date, "due_at": when.due.at, "time_zone": zone if when.due.at else None}
    if when.recurrence is not None:
        rule = RecurrenceInput(rule=str(when.recurrence.rule), anchor=when.recurrence.anchor)
        values["recurrence"] = recurring.started(rule, when.due.date or when.due.at, zone, actor.now())
    return values


def _exact(text: str, zone: str, *, whole: bool = False) -> Values:
    """The day or moment with which a text ends, or (`whole`) that it is."""
    match = _ISO_AT_END.search(text)
    if match is None or (whole and match.start()):
        return {}
    day = _iso_day(match[1])
    if day is None:
        return {}
    if match[2] is None:
        return {"due_date": day}
    try:
        at = datetime.combine(day, time.fromisoformat(match[2]), ZoneInfo(zone))
    except ValueError:
        return {}
    return {"due_at": at, "time_zone": zone}


def _series(table: _Table, cells: Cells, due: Values, zone: str) -> Values:
    try:
        anchor = cells.get("ANCHOR") or "due"
        rule = RecurrenceInput.model_validate({"rule": cells["RULE"], "anchor": anchor})
        moment = due.get("due_date") or due.get("due_at")
        series = recurring.started(rule, moment, zone, table.actor.now())
    except InvalidInputError as error:
        raise _CellError(f"RULE can't be read: {error.detail}") from None
    return (due or {"due_date": series["start"]}) | {"recurrence": series}


def _unread(table: _Table, line: int, values: Values, noun: str, text: str) -> Values:
    """Words that mean no date stay in the notes, so that nothing is lost."""
    _warn(table, "date-unread", line, values["title"], f"“{text[:100]}” is not understood. It is in the notes.")
    values["notes"] = "\n\n".join(part for part in (values["notes"], f"{noun}: {text}") if part)
    return {}


def _warn(table: _Table, code: WarningCode, line: int, subject: str, message: str) -> None:
    table.draft.warn(code, subject, message, line)


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
