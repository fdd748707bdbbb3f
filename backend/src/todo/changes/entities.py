"""What the change log covers: one entry per table whose rows are logged and can be undone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """A logged table.

    `project_column` leads to the membership that rules the row; without one the row is its `user_id`'s alone.
    `title_column` is what a person calls the row, if they call it anything; `mutable` are the columns that commands
    change and undo restores; `fixed` those that are set when the row is made.
    """

    name: str
    title_column: str
    mutable: tuple[str, ...]
    project_column: str | None = None
    fixed: tuple[str, ...] = ("id",)

    @property
    def columns(self) -> tuple[str, ...]:
        """All that a new row is given."""
        return self.fixed + self.mutable


TASK = Entity(
    name="task",
    project_column="project_id",
    title_column="title",
    fixed=("id", "created_by"),
    mutable=(
        "project_id",
        "section_id",
        "parent_id",
        "position",
        "title",
        "notes",
        "priority",
        "due_date",
        "due_at",
        "time_zone",
        "duration_minutes",
        "deadline",
        "recurrence",
        "completion_count",
        "label_ids",
        "completed_at",
        "deleted_at",
    ),
)
PROJECT = Entity(
    name="project",
    project_column="id",
    title_column="name",
    mutable=("name", "color", "parent_id", "position", "is_favorite", "archived_at", "deleted_at"),
)
SECTION = Entity(
    name="section",
    project_column="project_id",
    title_column="name",
    mutable=("project_id", "name", "position", "deleted_at"),
)
LABEL = Entity(
    name="label",
    title_column="name",
    fixed=("id", "user_id"),
    mutable=("name", "color", "is_favorite", "position", "deleted_at"),
)
SAVED_FILTER = Entity(
    name="saved_filter",
    title_column="name",
    fixed=("id", "user_id"),
    mutable=("name", "query", "color", "is_favorite", "position", "deleted_at"),
)
REMINDER = Entity(
    name="reminder",
    title_column="",
    fixed=("id", "user_id", "task_id"),
    mutable=("at", "minutes_before", "deleted_at"),
)
# What stands in no history: where a row stands among others.
UNTOLD = {"position"}
ENTITIES = {entity.name: entity for entity in (TASK, PROJECT, SECTION, LABEL, SAVED_FILTER, REMINDER)}
