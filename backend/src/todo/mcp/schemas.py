"""What the tools take and give: the same for MCP clients, the chat's cards and any model."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from todo.actor import Via
from todo.boundary import FilterText, Name, Notes, QuickAddLine, SearchText
from todo.tasks.schemas import TaskView

MAX_BATCH = 100

# --- What they take. Three ways to choose tasks, of which a call gives one.
Ids = Annotated[list[UUID] | None, Field(max_length=MAX_BATCH, description="Ids from find_tasks")]
Words = Annotated[SearchText | None, Field(description="Words of the title of one task, when its id is not known")]
Matching = Annotated[
    FilterText | None,
    Field(description="All tasks that a filter finds, such as 'overdue & @work', '#Home & p1', 'no date & !#Inbox'"),
]
DryRun = Annotated[bool, Field(description="Say what would change, and change nothing")]
OwnWords = Annotated[SearchText | None, Field(description="A day in the person's own words, or YYYY-MM-DD")]
ProjectWords = Annotated[Name | None, Field(description="Name or id of a project")]
LabelNames = Annotated[list[Name] | None, Field(max_length=20, description="Names of labels")]


class NewTask(BaseModel):
    """One task as a person would type it."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[
        QuickAddLine,
        Field(
            description="Title with date, time, recurrence, duration, {deadline}, #project, /section, @label and "
            "p1..p4 in the person's own words, e.g. 'Gym every tue at 7am for 45min @health p1 #Home'",
        ),
    ]
    notes: Annotated[Notes, Field(description="Markdown")] = ""
    parent_id: Annotated[UUID | None, Field(description="The task above, which decides the project")] = None


# --- What they give


class ToolTask(TaskView):
    """A task, and where the app shows it."""

    model_config = ConfigDict(from_attributes=True)

    url: str = ""


class Organized(BaseModel):
    """A project, section or label."""

    id: UUID
    name: str
    color: str | None = None
    project_id: Annotated[UUID | None, Field(description="The project of a section")] = None
    parent_id: Annotated[UUID | None, Field(description="The project above")] = None
    is_inbox: bool = False
    archived: bool = False
    open_tasks: int | None = None


class DayLoad(BaseModel):
    """How much is due on a day. `minutes` adds up the durations that are known."""

    day: date
    tasks: int
    minutes: int


class NextStep(BaseModel):
    """A task worth doing next, and why."""

    task_id: UUID
    title: str
    reason: str


class Overview(BaseModel):
    """Where things stand. `next_steps` come ranked, the first first."""

    overdue: int
    today: int
    inbox: int
    days: list[DayLoad]
    next_steps: list[NextStep]


class Activity(BaseModel):
    """One command and what it changed; `change_group` is what `undo` takes."""

    change_group: UUID
    at: datetime
    via: Via
    summary: str
    changes: list[str]
    undone: bool = False
    is_undo: bool = False


class Reading(BaseModel):
    """What belongs to one task: `recurs` is its rule in words, `subtasks` are those below it."""

    recurs: str | None
    project: str
    section: str | None
    labels: list[str]
    subtasks: list[ToolTask]
    reminders: list[str]


class More(BaseModel):
    """What a tool gives besides tasks; each tool fills in its own."""

    overview: Overview | None = None
    activity: list[Activity] | None = None
    projects: list[Organized] | None = None
    sections: list[Organized] | None = None
    labels: list[Organized] | None = None
    task: Reading | None = None


class ToolOutput(BaseModel):
    """What a tool did or found. `ok` is false when it did nothing and `detail` says why and what to do."""

    ok: bool = True
    title: Annotated[str, Field(description="One line for a person")]
    detail: str | None = None
    tasks: list[ToolTask] = []
    change_group: Annotated[UUID | None, Field(description="Pass it to `undo` to take this back")] = None
    more: More | None = None


class SearchResult(BaseModel):
    """One hit, in the form that ChatGPT's connectors expect."""

    id: str
    title: str
    url: str


class SearchResults(BaseModel):
    results: list[SearchResult]


class Document(BaseModel):
    """One task as a text, in the form that ChatGPT's connectors expect."""

    id: str
    title: str
    text: str
    url: str
    metadata: dict[str, str]


OrganizeAction = Literal["create", "rename", "recolor", "move", "archive", "unarchive", "delete", "list"]
OrganizeKind = Literal["project", "section", "label"]
View = Literal["today", "upcoming", "inbox", "overdue", "completed", "trash"]
