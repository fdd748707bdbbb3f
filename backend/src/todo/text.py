"""Types of text and ids that cross a boundary: what PostgreSQL, JSON or a person could not read is refused here."""

import unicodedata
from functools import cache
from typing import Annotated
from uuid import UUID
from zoneinfo import available_timezones

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email
from pydantic import AfterValidator, StringConstraints
from uuid_utils.compat import uuid7

# People host this at home, where `me@todo.local` and `me@nas` are addresses; the library names this way to allow them.
SPECIAL_USE_DOMAIN_NAMES.clear()

MAX_TITLE, MAX_NOTES = 500, 50_000


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): sorts by time of creation."""
    return uuid7()


def _storable(value: str) -> str:
    if "\x00" in value:
        raise ValueError("must not contain the NUL character")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ValueError("must not contain half a character (a lone surrogate)")
    return value


def _one_line(value: str) -> str:
    line = " ".join(value.split())
    if not any(unicodedata.category(character)[0] not in "CZ" for character in line):
        raise ValueError("must contain something to read")
    return line


def _time_zone(value: str) -> str:
    if value not in _time_zones():
        raise ValueError("is not an IANA time zone such as Europe/Berlin")
    return value


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _email(value: str) -> str:
    try:
        return validate_email(value.strip(), check_deliverability=False, globally_deliverable=False).normalized.lower()
    except EmailNotValidError as error:
        raise ValueError(str(error)) from None


Text = Annotated[str, AfterValidator(_storable)]
Line = Annotated[Text, AfterValidator(_one_line)]
Title = Annotated[Line, StringConstraints(max_length=MAX_TITLE)]
Name = Annotated[Line, StringConstraints(max_length=100)]
Notes = Annotated[Text, StringConstraints(max_length=MAX_NOTES)]
TimeZone = Annotated[Text, AfterValidator(_time_zone)]
EmailAddress = Annotated[Text, StringConstraints(max_length=254), AfterValidator(_email)]
