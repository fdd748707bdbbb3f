"""Table of sections."""

from datetime import datetime
from uuid import UUID

from todo.columns import Row, created_now, order_key, reference, timestamp, version_count


class Section(Row, table=True):
    """A heading within a project, with the tasks below it."""

    __tablename__ = "section"

    project_id: UUID = reference("project.id", index=True)
    name: str
    position: str = order_key()
    deleted_at: datetime | None = timestamp()
    version: int = version_count()
    updated_at: datetime = created_now()
