"""Column types and defaults that every table shares."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, String, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, MetaData, SQLModel

# Named constraints, so that migrations can drop what they made.
SQLModel.metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
).naming_convention

TIMESTAMP = DateTime(timezone=True)


def id_column() -> Any:
    """Primary key: a UUIDv7 that the caller supplies."""
    return Field(primary_key=True)


def reference(
    target: str, *, optional: bool = False, on_delete: str = "CASCADE", index: bool = False, unique: bool = False
) -> Any:
    """A foreign key to `target` ("table.column")."""
    key = ForeignKey(target, ondelete=on_delete)
    if optional:
        return Field(default=None, sa_column_args=(key,), index=index, unique=unique)
    return Field(sa_column_args=(key,), index=index, unique=unique)


def key_reference(target: str) -> Any:
    """A foreign key that is part of the primary key."""
    return Field(primary_key=True, sa_column_args=(ForeignKey(target, ondelete="CASCADE"),))


def created_now() -> Any:
    """A timestamp that the database sets when the row is made."""
    return Field(sa_type=TIMESTAMP, sa_column_kwargs={"server_default": func.now()}, nullable=False)


def timestamp() -> Any:
    """A moment that may not have come yet."""
    return Field(default=None, sa_type=TIMESTAMP, nullable=True)


def json_document() -> Any:
    """A JSON document, or NULL."""
    return Field(default=None, sa_type=JSONB(none_as_null=True), nullable=True)


class Row(SQLModel):
    """Base of rows that carry an id and the time of their making."""

    id: UUID = id_column()
    created_at: datetime = created_now()


def order_key() -> Any:
    """A key of `todo.ordering`; compared byte by byte whatever the database's collation."""
    return Field(default="", sa_type=String(collation="C"), sa_column_kwargs={"server_default": ""})


def version_count() -> Any:
    """How often the row was written; what `If-Match` compares."""
    return Field(default=1, sa_column_kwargs={"server_default": "1"})


def flag() -> Any:
    """Off unless it is set."""
    return Field(default=False, sa_column_kwargs={"server_default": text("false")})
