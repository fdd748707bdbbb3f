"""Tables of people, their sessions, and failed attempts to sign in."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from todo.columns import TIMESTAMP, Row, created_now, reference, timestamp


class AppUser(Row, table=True):
    """A person. The address is stored in lower case and identifies them."""

    __tablename__ = "app_user"

    email: str = Field(unique=True)
    name: str
    password_hash: str
    time_zone: str
    language: str = Field(sa_column_kwargs={"server_default": "en"})
    date_order: str = Field(sa_column_kwargs={"server_default": "language"})
    hour_cycle: str = Field(sa_column_kwargs={"server_default": "h23"})
    week_start: str = Field(sa_column_kwargs={"server_default": "language"})
    welcome_dismissed: bool = Field(sa_column_kwargs={"server_default": "false"})
    updated_at: datetime = created_now()


class Session(Row, table=True):
    """A signed-in device; a token is good only while its row is. `last_used_at` is right to a minute."""

    __tablename__ = "session"

    user_id: UUID = reference("app_user.id", index=True)
    expires_at: datetime = Field(sa_type=TIMESTAMP, nullable=False)
    revoked_at: datetime | None = timestamp()
    last_used_at: datetime | None = timestamp()
    user_agent: str = Field(default="", sa_column_kwargs={"server_default": ""})


class Attempt(SQLModel, table=True):
    """Attempts at a password within one window, by account and by address; shared by all replicas."""

    __tablename__ = "attempt"

    key: str = Field(primary_key=True)
    count: int
    window_started_at: datetime = created_now()
