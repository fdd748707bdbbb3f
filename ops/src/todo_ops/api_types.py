"""The API's description, its page and the web app's types made from it: written by `openapi`, compared by `lint`."""

import json
from collections.abc import Iterator
from typing import Any

from todo_ops import api_page, commands, node, paths
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console
from todo_ops.stack import PYTHON

DOCUMENT = paths.FRONTEND / "openapi.json"


def write(console: Console) -> None:
    """Write `frontend/openapi.json`, what `docs/API.md` says of it, and the types of the web app."""
    with console.step("Writing frontend/openapi.json"):
        DOCUMENT.write_text(current(), encoding="utf-8", newline="\n")
    api_page.write(described())
    node.ensure_packages(console)
    with console.step("Writing the web app's API types"):
        node.run_script("api-types", log="api-types")


def current() -> str:
    """Return the document as the backend has it now."""
    return commands.run("todo openapi", [*PYTHON, "openapi"], log="openapi").rstrip() + "\n"


def described() -> dict[str, Any]:
    """The document as it was written last."""
    document: dict[str, Any] = json.loads(DOCUMENT.read_text("utf-8"))
    return document


def check() -> Iterator[str]:
    """Yield one line for each of the three files that is not what it would be now."""
    if not DOCUMENT.exists() or DOCUMENT.read_text("utf-8") != current():
        yield f"{DOCUMENT} is stale. Run ./todo openapi"
    elif not api_page.is_current(described()):
        yield f"{api_page.PAGE} is stale. Run ./todo openapi"
    try:
        node.run_script("api-types:check", log="api-types")
    except CommandFailedError as error:
        yield f"The web app's API types are stale. Run ./todo openapi\n{error.output.strip()}"
