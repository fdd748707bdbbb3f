"""Tables of the change log: the one record of what happened, read by undo and activity."""

from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, text
from sqlmodel import Field, SQLModel

from todo.columns import Row, json_document, reference


class ChangeGroup(Row, table=True):
    """One command: who, by which door, what it was called. `undo_of` is unique: a group is undone once."""

    __tablename__ = "change_group"
    __table_args__ = (Index(None, "user_id", "id"),)

    user_id: UUID = reference("app_user.id")
    via: str
    command: str
    undo_of: UUID | None = reference("change_group.id", unique=True, optional=True)


class Change(SQLModel, table=True):
    """One row changed by a group: the whole row before (null: it was made) and after.

    `project_id` is where the row is now, `from_project_id` where it was: who may hear of it (null: its owner alone).
    """

    __tablename__ = "change"
    __table_args__ = (
        Index(None, "entity", "entity_id"),
        Index(None, "project_id", "id"),
        Index(
            "ix_change_from_project", "from_project_id", "id", postgresql_where=text("from_project_id <> project_id")
        ),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BigInteger, sa_column_args=(Identity(always=True),))
    group_id: UUID = reference("change_group.id", index=True)
    entity: str
    entity_id: UUID
    project_id: UUID | None = None
    from_project_id: UUID | None = None
    before: dict[str, Any] | None = json_document()
    after: dict[str, Any] | None = json_document()
