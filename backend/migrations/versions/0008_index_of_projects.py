"""index of projects: all tasks of one, open and done, are found without reading everybody's."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_index("ix_task_project", "task", ["project_id", "completed_at"], unique=False)
    op.drop_index("ix_task_completed", table_name="task")


def downgrade() -> None:
    op.create_index(
        "ix_task_completed",
        "task",
        ["project_id", "completed_at"],
        unique=False,
        postgresql_where=sa.text("completed_at is not null"),
    )
    op.drop_index("ix_task_project", table_name="task")
