"""Table of labels."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text

from todo.columns import Row, created_now, flag, order_key, reference, timestamp, version_count


class Label(Row, table=True):
    """A word that a person puts on tasks; theirs alone, also on tasks of shared projects."""

    __tablename__ = "label"
    __table_args__ = (
        Index(
            "uq_label_name",
            "user_id",
            text("fold_text(name)"),
            unique=True,
            postgresql_where=text("deleted_at is null"),
        ),
    )

    user_id: UUID = reference("app_user.id")
    name: str
    color: str
    is_favorite: bool = flag()
    position: str = order_key()
    deleted_at: datetime | None = timestamp()
    version: int = version_count()
    updated_at: datetime = created_now()
