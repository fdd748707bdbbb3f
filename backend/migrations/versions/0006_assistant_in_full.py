"""assistant in full: what an answer was made with, what is asked before it is done, what a day has cost."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0006"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

STATES = "state in ('running', 'done', 'stopped', 'failed')"
STATUSES = "status in ('pending', 'approved', 'rejected', 'expired')"


def upgrade() -> None:
    op.add_column("message", sa.Column("state", sa.String(), server_default="done", nullable=False))
    op.add_column("message", sa.Column("model", sa.String()))
    op.add_column("message", sa.Column("change_group", sa.Uuid()))
    op.add_column("message", sa.Column("usage", JSONB(none_as_null=True)))
    op.add_column("message", sa.Column("memory", JSONB(none_as_null=True)))
    op.create_check_constraint(op.f("ck_message_state"), "message", STATES)
    _create_approval()
    op.create_table(
        "assistant_usage",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("tokens", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("milliseconds", sa.BigInteger(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["app_user.id"], name=op.f("fk_assistant_usage_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "day", name=op.f("pk_assistant_usage")),
    )


def _create_approval() -> None:
    op.create_table(
        "approval",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("tool", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("arguments", JSONB(), server_default="{}", nullable=False),
        sa.Column("tasks", JSONB(), server_default="[]", nullable=False),
        sa.Column("status", sa.String(), server_default="pending", nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint(STATUSES, name=op.f("ck_approval_status")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_approval_conversation_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_approval_message_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
    )
    op.create_index(op.f("ix_approval_conversation_id"), "approval", ["conversation_id"])
    op.create_index(op.f("ix_approval_message_id"), "approval", ["message_id"], unique=True)


def downgrade() -> None:
    op.drop_table("assistant_usage")
    op.drop_table("approval")
    op.drop_constraint(op.f("ck_message_state"), "message", type_="check")
    for name in ("memory", "usage", "change_group", "model", "state"):
        op.drop_column("message", name)
