"""Bodies of `/api/tokens`."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from todo.boundary import Body, Name

Scope = Literal["read", "write"]


class TokenCreate(Body):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "My editor", "scopes": ["read", "write"], "expires_in_days": 90}]}
    )

    name: Annotated[Name, Field(description="What it is for, so that you know it again")]
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=2, description="`write` includes `read`")]
    expires_in_days: Annotated[int | None, Field(ge=1, le=3650, strict=True, description="Null: never")] = None


class TokenView(BaseModel):
    """`client` is the program that got it through OAuth; `last_used_at` is right to a minute."""

    id: UUID
    name: str
    scopes: list[Scope]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    client: str | None


class TokenMade(TokenView):
    """`token` is shown this once: only its hash is kept."""

    token: str


class TokenList(BaseModel):
    """Newest first, without those that have expired."""

    items: list[TokenView]
