"""habits: the language that a person writes, the order of day and month, their clock."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

COLUMNS = {"language": "en", "date_order": "language", "hour_cycle": "h23"}


def upgrade() -> None:
    for name, default in COLUMNS.items():
        op.add_column("app_user", sa.Column(name, sa.String(), server_default=default, nullable=False))


def downgrade() -> None:
    for name in COLUMNS:
        op.drop_column("app_user", name)
