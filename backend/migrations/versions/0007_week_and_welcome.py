"""week and welcome: on which day a person's week begins, and whether they have sent the welcome away."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("app_user", sa.Column("week_start", sa.String(), server_default="language", nullable=False))
    op.add_column("app_user", sa.Column("welcome_dismissed", sa.Boolean(), server_default="false", nullable=False))


def downgrade() -> None:
    for name in ("welcome_dismissed", "week_start"):
        op.drop_column("app_user", name)
