"""Table of access tokens: those that people make for programs, and those that programs get through OAuth."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from todo.columns import TIMESTAMP, Row, flag, reference, timestamp


class AccessToken(Row, table=True):
    """Kept as a hash. `client` names the program that got it through OAuth; such a token is good for MCP only."""

    __tablename__ = "access_token"

    user_id: UUID = reference("app_user.id", index=True)
    name: str
    secret_hash: str = Field(unique=True)
    may_write: bool = flag()
    client: str | None = None
    expires_at: datetime | None = Field(default=None, sa_type=TIMESTAMP, nullable=True)
    last_used_at: datetime | None = timestamp()
    revoked_at: datetime | None = timestamp()
