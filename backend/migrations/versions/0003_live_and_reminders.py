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

# When a reminder fires: with its task done, in the trash or without a date, never. A day's reminders count from nine.
MOMENT = """
create function reminder_moment(reminder reminder) returns timestamptz language sql stable as $$
    select case when task.completed_at is null and task.deleted_at is null and reminder.deleted_at is null then
        coalesce(reminder.at, coalesce(task.due_at, (task.due_date + time '09:00') at time zone app_user.time_zone)
                              - make_interval(mins => reminder.minutes_before)) end
    from task, app_user where task.id = reminder.task_id and app_user.id = reminder.user_id
$$
"""
# A moment that has passed when it is set counts as taken up.
SET_MOMENT = """
create function set_reminder_moment() returns trigger language plpgsql as $$
begin
    new.fire_at = reminder_moment(new);
    if new.fire_at <= now() and (tg_op = 'INSERT' or new.fire_at is distinct from old.fire_at) then
        new.queued_for = new.fire_at;
    end if;
    return new;
end $$
"""
SET_MOMENT_EACH = """
create trigger set_reminder_moment before insert or update on reminder for each row
execute function set_reminder_moment()
"""
REFRESH_OF_TASK = """
create function refresh_reminders_of_task() returns trigger language plpgsql as $$
begin
    update reminder set fire_at = null where task_id = new.id;
    return null;
end $$
"""
REFRESH_OF_TASK_EACH = """
create trigger refresh_reminders after update of due_date, due_at, completed_at, deleted_at on task for each row
when (row(old.due_date, old.due_at, old.completed_at, old.deleted_at)
      is distinct from row(new.due_date, new.due_at, new.completed_at, new.deleted_at))
execute function refresh_reminders_of_task()
"""
REFRESH_OF_PERSON = """
create function refresh_reminders_of_person() returns trigger language plpgsql as $$
begin
    update reminder set fire_at = null where user_id = new.id;
    return null;
end $$
"""
REFRESH_OF_PERSON_EACH = """
create trigger refresh_reminders after update of time_zone on app_user for each row
when (old.time_zone is distinct from new.time_zone) execute function refresh_reminders_of_person()
"""
FUNCTIONS = ("refresh_reminders_of_person()", "refresh_reminders_of_task()", "set_reminder_moment()")


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

    op.create_table(
        "reminder",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("minutes_before", sa.Integer(), nullable=True),
        sa.Column("fire_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("queued_for", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("(at is null) <> (minutes_before is null)", name=op.f("ck_reminder_one_moment")),
        sa.CheckConstraint("minutes_before between 0 and 525600", name=op.f("ck_reminder_minutes_before")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_reminder_task_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_reminder_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
    )
    op.create_index(op.f("ix_reminder_task_id"), "reminder", ["task_id"], unique=False)
    op.create_index(op.f("ix_reminder_user_id"), "reminder", ["user_id"], unique=False)
    op.create_index(
        "ix_reminder_fire_at",
        "reminder",
        ["fire_at"],
        unique=False,
        postgresql_where=sa.text("queued_for is distinct from fire_at"),
    )
    op.create_table(
        "reminder_delivery",
        sa.Column("reminder_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("fire_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["reminder_id"], ["reminder.id"], name=op.f("fk_reminder_delivery_reminder_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("reminder_id", "channel", "fire_at", name=op.f("pk_reminder_delivery")),
    )
    op.create_index(
        "ix_reminder_delivery_next",
        "reminder_delivery",
        ["next_attempt_at"],
        unique=False,
        postgresql_where=sa.text("next_attempt_at is not null"),
    )
    for statement in (MOMENT, SET_MOMENT, SET_MOMENT_EACH):
        op.execute(statement)
    for statement in (REFRESH_OF_TASK, REFRESH_OF_TASK_EACH, REFRESH_OF_PERSON, REFRESH_OF_PERSON_EACH):
        op.execute(statement)


def downgrade() -> None:
    op.execute("drop trigger refresh_reminders on app_user")
    op.execute("drop trigger refresh_reminders on task")
    op.execute("drop table reminder_delivery")
    op.execute("drop trigger set_reminder_moment on reminder")
    for name in (*FUNCTIONS, "reminder_moment(reminder)"):
        op.execute(f"drop function {name}")
    op.execute("drop table reminder")
    op.drop_index("ix_change_from_project", table_name="change")
    op.execute("drop trigger announce_change on change")
    op.execute("drop function announce_change()")
