"""Errors that nobody foresaw: a person gets one line, a file the rest."""

import traceback

from todo_ops import paths


def noted(error: Exception) -> str:
    """Write the error with its trace into a file, and return the sentence that says where, with a space before it.

    Empty where nothing could be written.
    """
    log = paths.logs() / "unexpected-error.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return ""
    return f" Details are in {log}"
