"""Bodies of `/api/tasks` and `/api/quick-add`."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, model_validator

from todo.boundary import (
    Body,
    FilterText,
    Neighbour,
    Notes,
    QuickAddDraft,
    QuickAddLine,
    SearchText,
    TimeZone,
    Title,
)

Priority = Annotated[int, Field(ge=1, le=4, strict=True, description="1 is highest, 4 is none")]
# PostgreSQL and Python both count these years in every time zone.
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(9000, 1, 1))]
Moment = Annotated[AwareDatetime, Field(ge=datetime(1900, 1, 1, tzinfo=UTC), le=datetime(9000, 1, 1, tzinfo=UTC))]
Duration = Annotated[int, Field(ge=1, le=525_600, strict=True, description="Minutes")]
LabelIds = Annotated[list[UUID], Field(max_length=50, description="Your labels")]
DayInHand = Annotated[Day | None, Field(description="Used when the text names no day; a time alone is on it")]
SpanKind = Literal[
    "date", "time", "recurrence", "duration", "deadline", "priority", "project", "section", "label", "notes"
]
DueScope = Literal["today", "tomorrow", "overdue", "upcoming", "none"]


class DueFields(Body):
    """Due on a day (`due_date`) or at a moment (`due_at`, meant in `time_zone`), not both."""

    due_date: Day | None = None
    due_at: Annotated[Moment | None, Field(description="RFC 3339 with offset")] = None
    time_zone: Annotated[TimeZone | None, Field(description="IANA zone of `due_at`; your own when left out")] = None

    @model_validator(mode="after")
    def _one_due(self) -> Self:
        if self.due_date is not None and self.due_at is not None:
            raise ValueError("give due_date or due_at, not both")
        if self.time_zone is not None and self.due_at is None:
            raise ValueError("time_zone belongs to due_at")
        return self


class RecurrenceInput(Body):
    """How a task recurs, from its due date on (or from today)."""

    rule: Annotated[str, StringConstraints(max_length=2000), Field(description="RFC 5545, such as FREQ=WEEKLY")]
    anchor: Annotated[
        Literal["due", "completion"], Field(description="Whether the next one counts from the due date or completion")
    ] = "due"


class DetailFields(DueFields):
    """What a task may have besides its title."""

    duration_minutes: Duration | None = None
    deadline: Annotated[Day | None, Field(description="When it must be done at the latest")] = None
    label_ids: LabelIds = Field(default=[])
    recurrence: RecurrenceInput | None = None


class TaskCreate(DetailFields):
    model_config = ConfigDict(
        json_schema_extra={"examples": [{"title": "Pay rent", "due_date": "2026-12-01", "priority": 1}]}
    )

    id: Annotated[UUID | None, Field(description="Your own UUIDv7 makes a repeated create harmless")] = None
    title: Title
    project_id: Annotated[UUID | None, Field(description="Your Inbox when left out")] = None
    section_id: Annotated[UUID | None, Field(description="Decides the project")] = None
    parent_id: Annotated[UUID | None, Field(description="The task above; decides project and section")] = None
    notes: Annotated[Notes, Field(description="Markdown")] = ""
    priority: Priority = 4


class TaskPatch(DetailFields):
    """Only what is sent is changed; null clears. A new due date reschedules this occurrence; the rule stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"due_date": "2026-12-02"}]})

    title: Title = ""
    project_id: UUID = UUID(int=0)
    notes: Notes = ""
    priority: Priority = 4


class TaskMove(Neighbour):
    """Where a task goes with all below it: below a task, else into a section, else into a project, else it stays.

    Within that place it goes after or before another task, or to the end.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [{"parent_id": None, "before_id": None}]})

    project_id: UUID | None = None
    section_id: UUID | None = None
    parent_id: UUID | None = None


class RecurrenceView(BaseModel):
    """`start` and `occurrence` are days, or moments (RFC 3339). `occurrence` is when the rule has it, whatever the task
    was rescheduled to. `ended` says why nothing follows any more.
    """

    rule: str
    anchor: Literal["due", "completion"]
    start: str
    time_zone: str
    occurrence: str
    ended: Annotated[
        Literal["finished", "stopped", "unmet"] | None,
        Field(description="`unmet`: no date meets the rule; `stopped`: completed for good"),
    ] = None


def _answers_have_all(schema: dict[str, Any]) -> None:
    schema["required"] = list(schema["properties"])


class TaskView(BaseModel):
    """A task. Cards of old conversations hold tasks as they were, so what came later has a value for those."""

    model_config = ConfigDict(json_schema_extra=_answers_have_all)

    id: UUID
    project_id: UUID
    section_id: UUID | None = None
    parent_id: UUID | None = None
    position: Annotated[str, Field(description="Manual order: compare as text, byte by byte")] = ""
    title: str
    notes: str
    priority: int
    due_date: date | None
    due_at: datetime | None
    time_zone: str | None
    duration_minutes: int | None = None
    deadline: date | None = None
    label_ids: list[UUID] = Field(default=[])
    recurrence: RecurrenceView | None = None
    completion_count: Annotated[int, Field(description="How many occurrences were completed")] = 0
    completed_at: datetime | None
    deleted_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime


_VIEWS = TypeAdapter(list[TaskView])


def task_views(rows: Sequence[dict[str, Any]]) -> list[TaskView]:
    """Rows of tasks as they are shown; all at once, which takes a third of the time that one by one does."""
    return _VIEWS.validate_python(rows)


class TaskPage(BaseModel):
    """Open tasks by due moment, priority and id; done ones newest first."""

    items: list[TaskView]
    next_cursor: str | None


class TaskQuery(BaseModel):
    """Which tasks to list; all conditions hold at once. Days are those of your time zone."""

    model_config = ConfigDict(extra="forbid")

    project_id: UUID | None = None
    archived: Annotated[bool, Field(description="Also tasks of archived projects; with `project_id` always")] = False
    due: DueScope | None = None
    due_from: Day | None = None
    due_until: Annotated[Day | None, Field(description="Inclusive")] = None
    done: bool = False
    completed_from: Annotated[Day | None, Field(description="Completed on this day or later; with `done`")] = None
    completed_until: Annotated[Day | None, Field(description="Completed on this day or earlier; with `done`")] = None
    text: Annotated[SearchText | None, Field(description="Words of title or notes")] = None
    filter: Annotated[
        FilterText | None, Field(description="Such as `(today | overdue) & @work & !#Errands`; see docs/FILTERS.md")
    ] = None
    cursor: Annotated[str, StringConstraints(max_length=500)] | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50


class CompletionView(BaseModel):
    """An occurrence that was completed: when, and when it was due."""

    change_group: UUID
    completed_at: datetime
    due_date: date | None
    due_at: datetime | None


class CompletionList(BaseModel):
    """Newest first."""

    items: list[CompletionView]


class Stretch(Body):
    """A part of a text, from `start` to before `end` in UTF-16 code units, as browsers count."""

    start: Annotated[int, Field(ge=0, le=100_000, strict=True)]
    end: Annotated[int, Field(ge=0, le=100_000, strict=True)]

    @model_validator(mode="after")
    def _some_text(self) -> Self:
        if self.end <= self.start:
            raise ValueError("end must be after start")
        return self


Rejected = Annotated[list[Stretch], Field(max_length=50, description="Spans that the person put back: plain text")]


class QuickAdd(Body):
    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "Pay rent tomorrow at 5pm p1"}]})

    text: QuickAddLine
    project_id: Annotated[UUID | None, Field(description="Used when the text names no #project")] = None
    section_id: Annotated[UUID | None, Field(description="As project_id, which it then decides")] = None
    parent_id: Annotated[UUID | None, Field(description="The task above; as section_id")] = None
    due_date: DayInHand = None
    rejected: Rejected = Field(default=[])
    id: UUID | None = None


class QuickAddPreview(Body):
    text: QuickAddDraft
    project_id: Annotated[UUID | None, Field(description="Its sections are meant first")] = None
    due_date: DayInHand = None
    rejected: Rejected = Field(default=[])


class SpanView(BaseModel):
    """A part of the text that was understood; offsets count UTF-16 code units, as browsers do."""

    start: int
    end: int
    kind: SpanKind
    text: str
    label: str


class RecurrenceRead(BaseModel):
    """A recurrence that a line describes; `text` says it in words."""

    rule: str
    anchor: Literal["due", "completion"]
    text: str


class LabelNamed(BaseModel):
    """A label that a line names; without an id it is made with the task."""

    id: UUID | None
    name: str


class QuickAddView(BaseModel):
    """What a quick-add line means."""

    title: str
    notes: str
    due_date: date | None
    due_at: datetime | None
    time_zone: str | None
    deadline: date | None
    duration_minutes: int | None
    recurrence: RecurrenceRead | None
    priority: int
    project_id: UUID | None
    section_id: UUID | None
    labels: list[LabelNamed]
    spans: list[SpanView]
