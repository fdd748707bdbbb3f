"""state of tasks: an index tells a project's open tasks from done and deleted ones, so that counting reads no table."""

from collections.abc import Sequence

from todo.migrations import create_index, drop_index

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    create_index("ix_task_state", "task", ["project_id", "deleted_at", "completed_at"])
    drop_index("ix_task_project", "task")


def downgrade() -> None:
    create_index("ix_task_project", "task", ["project_id", "completed_at"])
    drop_index("ix_task_state", "task")
