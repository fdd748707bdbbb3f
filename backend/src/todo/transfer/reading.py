"""From the bytes of a file to a draft: which format it is, and who reads it."""

from todo.actor import Actor
from todo.transfer import calendar_reading, csv_reading, json_file
from todo.transfer.draft import Draft, unreadable
from todo.transfer.schemas import Format


def read(actor: Actor, content: bytes, given: Format | None, name: str) -> Draft:
    """What a file holds.

    Args:
        given: its format; None: as the content looks.
        name: the file's name, of which the project for tasks without one gets its name.

    Raises:
        InvalidInputError: it can't be read (`unreadable-file`).
    """
    if not content.strip():
        raise unreadable([("", "the file is empty")])
    text = _text(content)
    form = given or _format_of(text)
    if form == "json":
        return json_file.read(text.encode())
    if form == "csv":
        return csv_reading.read(actor, text, name)
    return calendar_reading.read(actor, text, name)


def _text(content: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 with a mark, as spreadsheets save it."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = "is not text in UTF-8; save the file with that encoding"
        raise unreadable([(f"line {line}", message)]) from None


def _format_of(text: str) -> Format:
    start = text.lstrip()[:200]
    if start.startswith("{"):
        return "json"
    return "ics" if start.upper().startswith("BEGIN:VCALENDAR") else "csv"
