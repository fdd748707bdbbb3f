"""Bodies of `/api/oauth`; names are those of RFC 6749, 7591 and 8414."""

from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from todo.boundary import Body
from todo.tokens.schemas import Scope

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
# Addresses that a browser would run or open itself.
_DANGEROUS = frozenset({"javascript", "data", "file", "blob", "vbscript", "about", "ws", "wss", "ftp", "view-source"})


def _redirect_uri(value: str) -> str:
    parts = urlsplit(value)
    if not parts.scheme or "#" in value or parts.scheme.lower() in _DANGEROUS or not value.isprintable():
        raise ValueError("must be an absolute address without a fragment")
    if parts.scheme in ("http", "https") and (not parts.hostname or parts.username is not None):
        raise ValueError("must name a host and no user")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ValueError("must be https, or http on this machine")
    return value


RedirectUri = Annotated[str, Field(max_length=2000), AfterValidator(_redirect_uri)]


class ClientMetadata(BaseModel):
    """What a program says of itself (RFC 7591). Other members are ignored: here all programs are public ones."""

    client_name: Annotated[str, Field(max_length=100)] = "A program without a name"
    redirect_uris: Annotated[list[RedirectUri], Field(min_length=1, max_length=20)]


class Client(BaseModel):
    """A program that may ask for access."""

    id: str
    name: str
    redirect_uris: list[str]


class ConsentRequest(BaseModel):
    """What a program asks for, as the consent page shows it. `redirect_host` is where the answer goes."""

    id: UUID
    client_name: str
    client_id: str
    redirect_host: str
    scopes: list[Scope]
    expires_at: datetime


class ConsentDecision(Body):
    model_config = ConfigDict(json_schema_extra={"examples": [{"approve": True, "scopes": ["read"]}]})

    approve: Annotated[bool, Field(strict=True)]
    scopes: Annotated[list[Scope], Field(max_length=2, description="At most what was asked for; all when left out")] = (
        Field(default=[])
    )


class ConsentAnswer(BaseModel):
    """Where the browser goes next: back to the program."""

    redirect_to: str


class TokenAnswer(BaseModel):
    """RFC 6749, section 5.1. `expires_in` in seconds."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - no secret
    expires_in: int
    refresh_token: str
    scope: str
