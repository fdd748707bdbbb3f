"""Tables of projects and of who belongs to them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from todo.columns import Row, created_now, flag, key_reference, order_key, reference, timestamp

COLORS = ("gray", "red", "orange", "amber", "green", "teal", "blue", "indigo", "violet", "pink")


class Project(Row, table=True):
    """A list of tasks, maybe within another. A person's Inbox is the one that names them in `inbox_of_user_id`."""

    __tablename__ = "project"
    __table_args__ = (CheckConstraint("parent_id <> id", name="parent"),)

    name: str
    color: str
    parent_id: UUID | None = reference("project.id", on_delete="SET NULL", optional=True, index=True)
    position: str = order_key()
    is_favorite: bool = flag()
    archived_at: datetime | None = timestamp()
    inbox_of_user_id: UUID | None = reference("app_user.id", unique=True, optional=True)
    deleted_at: datetime | None = timestamp()
    version: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    updated_at: datetime = created_now()


class ProjectMember(SQLModel, table=True):
    """Who may see a project (viewer), change its tasks (editor), or change it (owner)."""

    __tablename__ = "project_member"
    __table_args__ = (
        CheckConstraint("role in ('owner', 'editor', 'viewer')", name="role"),
        Index(None, "user_id", "project_id"),
    )

    project_id: UUID = key_reference("project.id")
    user_id: UUID = key_reference("app_user.id")
    role: str
    created_at: datetime = created_now()
