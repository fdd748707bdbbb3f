"""live and reminders: changes announce themselves, reminders know their moment.

Each insert into the change log wakes whoever listens, in the transaction that made it: nothing is announced that is
rolled back, and nothing is committed unannounced.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# For each row, as a command that changed nothing inserts none; PostgreSQL merges equal notices of one transaction.
ANNOUNCE = """
create function announce_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('todo_live', '');
    return null;
end $$
"""
ANNOUNCE_EACH = "create trigger announce_change after insert on change for each row execute function announce_change()"


def upgrade() -> None:
    op.execute(ANNOUNCE)
    op.execute(ANNOUNCE_EACH)
    op.create_index(
        "ix_change_from_project",
        "change",
        ["from_project_id", "id"],
        unique=False,
        postgresql_where=sa.text("from_project_id <> project_id"),
    )


def downgrade() -> None:
    op.drop_index("ix_change_from_project", table_name="change")
    op.execute("drop trigger announce_change on change")
    op.execute("drop function announce_change()")
