"""Tables of OAuth: programs, what they ask people for, and the tokens that renew access."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from todo.columns import TIMESTAMP, Row, created_now, flag, json_document, reference, timestamp


class OauthClient(SQLModel, table=True):
    """A program that registered itself. Those that are named by the address of a document are not kept."""

    __tablename__ = "oauth_client"

    id: str = Field(primary_key=True)
    name: str
    redirect_uris: list[str] = json_document()
    created_at: datetime = created_now()


class OauthRequest(Row, table=True):
    """What a program asks for. With `user_id` somebody allowed it, and `code_hash` is good once for a short time."""

    __tablename__ = "oauth_request"

    client_id: str
    client_name: str
    redirect_uri: str
    state: str | None = None
    code_challenge: str
    may_write: bool = flag()
    resource: str
    expires_at: datetime = Field(sa_type=TIMESTAMP, nullable=False)
    user_id: UUID | None = reference("app_user.id", optional=True)
    decided_at: datetime | None = timestamp()
    code_hash: str | None = Field(default=None, unique=True)
    code_expires_at: datetime | None = timestamp()
    used_at: datetime | None = timestamp()
    access_token_id: UUID | None = reference("access_token.id", optional=True)


class RefreshToken(Row, table=True):
    """Renews an access token once. One that comes twice was stolen, and ends the access that it belongs to."""

    __tablename__ = "refresh_token"

    access_token_id: UUID = reference("access_token.id", index=True)
    client_id: str
    secret_hash: str = Field(unique=True)
    expires_at: datetime = Field(sa_type=TIMESTAMP, nullable=False)
    used_at: datetime | None = timestamp()
