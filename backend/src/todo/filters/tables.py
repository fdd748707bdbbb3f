"""Table of saved filters."""

from datetime import datetime
from uuid import UUID

from todo.columns import Row, created_now, flag, order_key, reference, timestamp, version_count


class SavedFilter(Row, table=True):
    """A question in the filter language that a person keeps under a name."""

    __tablename__ = "saved_filter"

    user_id: UUID = reference("app_user.id", index=True)
    name: str
    query: str
    color: str
    is_favorite: bool = flag()
    position: str = order_key()
    deleted_at: datetime | None = timestamp()
    version: int = version_count()
    updated_at: datetime = created_now()
