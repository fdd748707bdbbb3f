"""tokens: access tokens for programs, OAuth, and what is known of a session."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def moment(name: str, *, required: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=not required)


def created() -> sa.Column[object]:
    return sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False)


def text(name: str, *, required: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.String(), nullable=not required)


def may_write() -> sa.Column[object]:
    return sa.Column("may_write", sa.Boolean(), server_default=sa.text("false"), nullable=False)


def upgrade() -> None:
    op.add_column("session", moment("last_used_at"))
    op.add_column("session", sa.Column("user_agent", sa.String(), server_default="", nullable=False))
    op.create_table(
        "access_token",
        sa.Column("id", sa.Uuid(), primary_key=True),
        created(),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("app_user.id", ondelete="CASCADE"), nullable=False, index=True),
        text("name"),
        sa.Column("secret_hash", sa.String(), nullable=False, unique=True),
        may_write(),
        text("client", required=False),
        moment("expires_at"),
        moment("last_used_at"),
        moment("revoked_at"),
    )
    op.create_table(
        "oauth_client",
        sa.Column("id", sa.String(), primary_key=True),
        text("name"),
        sa.Column("redirect_uris", JSONB(none_as_null=True), nullable=True),
        created(),
    )
    _create_requests()
    op.create_table(
        "refresh_token",
        sa.Column("id", sa.Uuid(), primary_key=True),
        created(),
        sa.Column(
            "access_token_id",
            sa.Uuid(),
            sa.ForeignKey("access_token.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        text("client_id"),
        sa.Column("secret_hash", sa.String(), nullable=False, unique=True),
        moment("expires_at", required=True),
        moment("used_at"),
    )


def _create_requests() -> None:
    op.create_table(
        "oauth_request",
        sa.Column("id", sa.Uuid(), primary_key=True),
        created(),
        text("client_id"),
        text("client_name"),
        text("redirect_uri"),
        text("state", required=False),
        text("code_challenge"),
        may_write(),
        text("resource"),
        moment("expires_at", required=True),
        sa.Column("user_id", sa.Uuid(), sa.ForeignKey("app_user.id", ondelete="CASCADE"), nullable=True),
        moment("decided_at"),
        sa.Column("code_hash", sa.String(), nullable=True, unique=True),
        moment("code_expires_at"),
        moment("used_at"),
        sa.Column("access_token_id", sa.Uuid(), sa.ForeignKey("access_token.id", ondelete="CASCADE"), nullable=True),
    )


def downgrade() -> None:
    for table in ("refresh_token", "oauth_request", "oauth_client", "access_token"):
        op.drop_table(table)
    for column in ("last_used_at", "user_agent"):
        op.drop_column("session", column)
