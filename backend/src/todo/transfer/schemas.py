"""The document of a whole account, and what an import answers. The document is described in docs/IMPORT-EXPORT.md."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from todo.accounts.schemas import DateOrder, HourCycle, Language, WeekStart
from todo.boundary import Body, FilterText, Name, Notes, TimeZone, Title
from todo.projects.schemas import Color, Favorite
from todo.reminders.schemas import ReminderFields
from todo.tasks.schemas import Day, DueFields, Duration, Moment, Priority

MAX_TASKS = 10_000
MAX_PROJECTS, MAX_SECTIONS, MAX_LABELS, MAX_FILTERS = 500, 5_000, 1_000, 100
PREVIEWED = 20
MAX_WARNINGS = 100

Format = Literal["json", "csv", "ics"]
Reference = Annotated[
    str, StringConstraints(min_length=1, max_length=100), Field(description="Any text, unique in the file")
]


class PersonRecord(Body):
    """How the person writes. It tells readers how to show the rest; an import leaves the account's own settings."""

    name: Name
    time_zone: TimeZone
    language: Language
    date_order: DateOrder
    hour_cycle: HourCycle
    week_start: WeekStart


class LabelRecord(Body):
    id: Reference
    name: Name
    color: Color = "gray"
    is_favorite: Favorite = False


class FilterRecord(Body):
    name: Name
    query: FilterText
    color: Color = "gray"
    is_favorite: Favorite = False


class ProjectRecord(Body):
    """A project; the one with `is_inbox` stands for the Inbox of whoever imports it."""

    id: Reference
    name: Name
    color: Color = "blue"
    parent_id: Reference | None = None
    is_favorite: Favorite = False
    is_inbox: Annotated[bool, Field(strict=True)] = False
    archived_at: Moment | None = None


class SectionRecord(Body):
    id: Reference
    project_id: Reference
    name: Name


class SeriesRecord(Body):
    """How a task recurs. `start` and `occurrence` are both days, or both moments with an offset."""

    rule: Annotated[str, StringConstraints(max_length=2000)]
    anchor: Literal["due", "completion"] = "due"
    start: Annotated[str, StringConstraints(max_length=40)]
    time_zone: TimeZone
    occurrence: Annotated[str, StringConstraints(max_length=40)]
    ended: Literal["finished", "stopped", "unmet"] | None = None

    @field_validator("start", "occurrence")
    @classmethod
    def _day_or_moment(cls, value: str) -> str:
        moment = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        if isinstance(moment, datetime) and moment.tzinfo is None:
            raise ValueError("needs an offset from UTC, such as +01:00")
        if not 1900 <= moment.year < 9000:
            raise ValueError("lies outside the years 1900 to 8999")
        return moment.isoformat()

    @model_validator(mode="after")
    def _of_one_kind(self) -> Self:
        if (len(self.start) == 10) != (len(self.occurrence) == 10):
            raise ValueError("start and occurrence must both be days, or both moments")
        return self


class TaskRecord(DueFields):
    """A task. Those of one place stand in their manual order; one below another may stand anywhere."""

    id: Reference
    project_id: Reference
    section_id: Reference | None = None
    parent_id: Reference | None = None
    title: Title
    notes: Notes = ""
    priority: Priority = 4
    duration_minutes: Duration | None = None
    deadline: Day | None = None
    label_ids: Annotated[list[Reference], Field(max_length=50)] = Field(default=[])
    recurrence: SeriesRecord | None = None
    completion_count: Annotated[int, Field(ge=0, le=1_000_000, strict=True)] = 0
    completed_at: Moment | None = None
    deleted_at: Annotated[Moment | None, Field(description="Since when it is in the trash")] = None
    reminders: Annotated[list[ReminderFields], Field(max_length=20)] = Field(default=[])

    @model_validator(mode="after")
    def _has_zone(self) -> Self:
        if self.due_at is not None and self.time_zone is None:
            raise ValueError("due_at needs a time_zone")
        return self


class AccountDocument(Body):
    """All that a person has. Lists stand in their manual order; ids mean something within the document only."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "format": "todo-account",
                    "version": 1,
                    "projects": [{"id": "p", "name": "Home"}],
                    "tasks": [{"id": "t", "project_id": "p", "title": "Pay rent", "due_date": "2026-12-01"}],
                }
            ]
        }
    )

    format: Literal["todo-account"]
    version: Literal[1]
    exported_at: AwareDatetime | None = None
    person: PersonRecord | None = None
    labels: Annotated[list[LabelRecord], Field(max_length=MAX_LABELS)] = Field(default=[])
    filters: Annotated[list[FilterRecord], Field(max_length=MAX_FILTERS)] = Field(default=[])
    projects: Annotated[list[ProjectRecord], Field(max_length=MAX_PROJECTS)] = Field(default=[])
    sections: Annotated[list[SectionRecord], Field(max_length=MAX_SECTIONS)] = Field(default=[])
    tasks: Annotated[list[TaskRecord], Field(max_length=MAX_TASKS)] = Field(default=[])


class ExportQuery(BaseModel):
    """What to export, and how."""

    model_config = ConfigDict(extra="forbid")

    format: Annotated[Format, Field(description="`json` has all, `csv` and `ics` the tasks")] = "json"
    project_id: Annotated[UUID | None, Field(description="Only this project; not with `json`")] = None
    completed: Annotated[bool, Field(description="Also what is done")] = True
    trash: Annotated[bool, Field(description="Also the tasks in the trash; with `json`")] = False


class ImportQuery(BaseModel):
    """How to read the file that is the body."""

    model_config = ConfigDict(extra="forbid")

    format: Annotated[Format | None, Field(description="Told by the content when left out")] = None
    name: Annotated[
        str, StringConstraints(max_length=200), Field(description="The file's name: tasks without a project go there")
    ] = ""
    id: Annotated[UUID | None, Field(description="Your own UUIDv7 makes a repeated import harmless")] = None
    dry_run: Annotated[bool, Field(description="Answer what would be imported and write nothing")] = False


WarningCode = Literal[
    "date-unread",
    "label-unknown",
    "parent-unknown",
    "parent-elsewhere",
    "circle",
    "too-deep",
    "section-elsewhere",
    "filter-unread",
    "too-many-filters",
    "column-left",
    "row-left",
]


class ImportWarning(BaseModel):
    """Something that is imported otherwise than the file says. `line` counts from 1, in files that have lines."""

    code: WarningCode
    line: int | None
    subject: Annotated[str, Field(description="The title, name or words that it is about")]
    message: str


class ImportedTask(BaseModel):
    """A task as it was understood; names instead of ids."""

    line: int | None
    title: str
    project: str
    section: str | None
    parent: str | None
    due_date: date | None
    due_at: datetime | None
    time_zone: str | None
    deadline: date | None
    duration_minutes: int | None
    recurrence: Annotated[str | None, Field(description="In words, in your language")]
    priority: int
    labels: list[str]
    is_completed: bool


class ImportCounts(BaseModel):
    """How many of each the file has; labels and projects that you have already count too."""

    projects: int
    sections: int
    labels: int
    filters: int
    tasks: int
    completed: int
    reminders: int


class ImportResult(BaseModel):
    """What was, or would be, imported. `repeated`: an import with this id was done before, so nothing was written."""

    dry_run: bool
    id: UUID
    format: Format
    repeated: bool
    counts: ImportCounts
    tasks: Annotated[list[ImportedTask], Field(description=f"The first {PREVIEWED}")]
    warnings: Annotated[list[ImportWarning], Field(description=f"The first {MAX_WARNINGS}")]
    warning_count: int
