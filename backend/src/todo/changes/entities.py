"""What the change log covers: one entry per table whose rows are logged and can be undone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """A logged table.

    `project_column` leads to the membership that rules the row; `title_column` is what a person calls the row;
    `mutable` are the columns that commands change and undo restores.
    """

    name: str
    project_column: str
    title_column: str
    mutable: tuple[str, ...]


TASK = Entity(
    name="task",
    project_column="project_id",
    title_column="title",
    mutable=(
        "project_id",
        "title",
        "notes",
        "priority",
        "due_date",
        "due_at",
        "time_zone",
        "completed_at",
        "deleted_at",
    ),
)
PROJECT = Entity(name="project", project_column="id", title_column="name", mutable=("name", "color", "deleted_at"))
ENTITIES = {entity.name: entity for entity in (TASK, PROJECT)}
