"""Opaque cursors of keyset pages: the sort key of the last row seen."""

import base64
import json

from todo.errors import InvalidInputError


def encode_cursor(*key: str) -> str:
    """A cursor that holds a sort key."""
    return base64.urlsafe_b64encode(json.dumps(key, separators=(",", ":")).encode()).decode().rstrip("=")


def decode_cursor(cursor: str, length: int) -> list[str]:
    """The sort key in a cursor, as `length` strings.

    Raises:
        InvalidInputError: it is not one of ours.
    """
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (ValueError, UnicodeError):
        key = None
    if not isinstance(key, list) or len(key) != length or not all(isinstance(part, str) for part in key):
        raise invalid_cursor()
    return key


def number_of(cursor: str | None) -> int | None:
    """The number that a cursor holds; None without one.

    Raises:
        InvalidInputError: it is not one of ours, or holds none.
    """
    if cursor is None:
        return None
    [position] = decode_cursor(cursor, 1)
    if not (position.isascii() and position.isdigit() and len(position) < 19):
        raise invalid_cursor()
    return int(position)


def invalid_cursor() -> InvalidInputError:
    return InvalidInputError("The cursor is not valid. Start again without one.", slug="invalid-cursor")
