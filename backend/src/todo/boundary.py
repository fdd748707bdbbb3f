"""Types that cross a boundary, HTTP or MCP: what PostgreSQL, JSON or a person could not read is refused here."""

import unicodedata
from functools import cache
from typing import Annotated, Self
from uuid import UUID
from zoneinfo import available_timezones

from annotated_types import MaxLen, MinLen
from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator
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


def _readable(value: str) -> str:
    if not any(unicodedata.category(character)[0] not in "CZ" for character in value):
        raise ValueError("must contain something to read")
    return value.strip()


def _one_line(value: str) -> str:
    return " ".join(value.split())


def is_time_zone(name: str) -> bool:
    """Whether this is an IANA time zone."""
    return name in _time_zones()


def _time_zone(value: str) -> str:
    if not is_time_zone(value):
        raise ValueError("is not an IANA time zone such as Europe/Berlin")
    return value


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def normal_email(value: str) -> str:
    """The one form in which an address is kept and looked for, however it was typed.

    Raises:
        ValueError: it is no address.
    """
    try:
        return validate_email(value.strip(), check_deliverability=False, globally_deliverable=False).normalized.lower()
    except EmailNotValidError as error:
        raise ValueError(str(error)) from None


# In each the length comes first, so that no other check ever runs over a book.
_STORABLE, _READABLE, _ONE_LINE = AfterValidator(_storable), AfterValidator(_readable), AfterValidator(_one_line)
Title = Annotated[str, MaxLen(MAX_TITLE), _STORABLE, _READABLE, _ONE_LINE]
Name = Annotated[str, MaxLen(100), _STORABLE, _READABLE, _ONE_LINE]
QuickAddLine = Annotated[str, MaxLen(1000), _STORABLE, _READABLE, _ONE_LINE]
QuickAddDraft = Annotated[str, MaxLen(1000), _STORABLE]
Notes = Annotated[str, MaxLen(MAX_NOTES), _STORABLE]
SearchText = Annotated[str, MaxLen(200), _STORABLE]
FilterText = Annotated[str, MaxLen(1000), _STORABLE]
ChatMessage = Annotated[str, MaxLen(4000), _STORABLE, _READABLE]
NewPassword = Annotated[str, MinLen(8), MaxLen(256), _STORABLE]
Password = Annotated[str, MinLen(1), MaxLen(256), _STORABLE]
TimeZone = Annotated[str, MaxLen(100), AfterValidator(_time_zone)]
EmailAddress = Annotated[str, MaxLen(254), _STORABLE, AfterValidator(normal_email)]


class Body(BaseModel):
    """A request body: unknown fields are refused, so a typo never passes silently."""

    model_config = ConfigDict(extra="forbid")


class Neighbour(Body):
    """Where something goes in a manual order: after or before another, or to the end."""

    after_id: UUID | None = None
    before_id: UUID | None = None

    @model_validator(mode="after")
    def _one_neighbour(self) -> Self:
        if self.after_id is not None and self.before_id is not None:
            raise ValueError("give after_id or before_id, not both")
        return self


class Copy(Body):
    """The id of a copy, so that asking again is harmless."""

    id: UUID | None = None
