"""What both directions of CSV share: the columns, and cells that no spreadsheet takes for a formula."""

import re

# Todoist's template in its order, and after it what is exact and what it has no column for.
COLUMNS = (
    "TYPE",
    "CONTENT",
    "DESCRIPTION",
    "PRIORITY",
    "INDENT",
    "AUTHOR",
    "RESPONSIBLE",
    "DATE",
    "DATE_LANG",
    "TIMEZONE",
    "DURATION",
    "DURATION_UNIT",
    "DEADLINE",
    "DEADLINE_LANG",
    "PROJECT",
    "LABELS",
    "RULE",
    "ANCHOR",
    "COMPLETED",
)
LABEL_SEPARATOR = ", "
# OWASP's list of what makes a spreadsheet calculate, behind any marks that were there before.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MARKED = re.compile(r"'+[=+\-@\t\r]")


def neutral(text: str) -> str:
    """A cell's text with a mark before what a spreadsheet would calculate; `plain` takes it away again."""
    return "'" + text if _FORMULA.match(text) else text


def plain(text: str) -> str:
    """The text of a cell that `neutral` wrote, or that anybody else did."""
    return text[1:] if _MARKED.match(text) else text


def mentions(labels: list[str]) -> str:
    """Labels as Todoist reads them at the end of a title; a space would end one."""
    return "".join(f" @{'_'.join(label.split())}" for label in labels)
