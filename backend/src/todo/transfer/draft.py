"""What a file holds, whatever its format, before anything is written: a document, and what to tell the person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from todo.errors import InvalidInputError
from todo.transfer.schemas import AccountDocument, Format, ImportWarning, WarningCode

_BACKUP_NUMBER = re.compile(r"\s*\[\d+\]$")  # Todoist's backups name a file "Work [2203306141].csv"


@dataclass(slots=True)
class Draft:
    """`lines` are those of the tasks, by id, in files that have lines. With `by_name` a project of the file is the
    person's own of that name, if they have one; else each becomes a new one.
    """

    document: AccountDocument
    format: Format
    by_name: bool = False
    lines: dict[str, int] = field(default_factory=dict)
    warnings: list[ImportWarning] = field(default_factory=list)

    def warn(self, code: WarningCode, subject: str, message: str, line: int | None = None) -> None:
        """Note that something is imported otherwise than the file says."""
        self.warnings.append(ImportWarning(code=code, line=line, subject=subject[:200], message=message))


def project_name(file_name: str) -> str:
    """What a project is called that comes from a file without saying so itself."""
    stem = file_name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return " ".join(_BACKUP_NUMBER.sub("", stem).split())[:100]


def unreadable(places: Sequence[tuple[str, str]]) -> InvalidInputError:
    """A file that can't be imported as it is: (place, what is wrong) of the first errors."""
    first = "; ".join(f"{place}: {message}" if place else message for place, message in places[:3])
    errors = [
        {"location": ["body", *([place] if place else [])], "message": message, "code": "unreadable-file"}
        for place, message in places
    ]
    detail = f"Nothing was imported. {first}. Correct the file and send it again."
    return InvalidInputError(detail, slug="unreadable-file", errors=errors)
