"""orders of lists: indexes that hold the tasks of a project in the orders in which lists show them."""

from collections.abc import Sequence

from todo.migrations import create_index, drop_index

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

OPEN = "completed_at is null and deleted_at is null"
NEW = {
    "ix_task_manual": (["project_id", "section_id", "position"], OPEN),
    "ix_task_days": (["project_id", "due_date", "priority", "id"], f"{OPEN} and due_at is null"),
    "ix_task_moments": (["project_id", "due_at", "priority", "id"], f"{OPEN} and due_at is not null"),
    "ix_task_labelled": (["project_id"], f"{OPEN} and label_ids <> '{{}}'"),
    "ix_task_trash": (["project_id", "deleted_at", "id"], "deleted_at is not null"),
}
OLD = {name: ([name.removeprefix("ix_task_")], OPEN) for name in ("ix_task_due_date", "ix_task_due_at")}
OLD["ix_task_open"] = (["project_id"], OPEN)


def upgrade() -> None:
    _exchange(NEW, OLD)


def downgrade() -> None:
    _exchange(OLD, NEW)


def _exchange(coming: dict[str, tuple[list[str], str]], going: dict[str, tuple[list[str], str]]) -> None:
    """The new ones first: programs of the version before go on meanwhile."""
    for name, (columns, where) in coming.items():
        create_index(name, "task", columns, where)
    for name in going:
        drop_index(name, "task")
