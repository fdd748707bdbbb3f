"""Who acts, and by which door: every service call and every change-log entry carries it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, Self, TypedDict
from uuid import UUID
from zoneinfo import ZoneInfo

from todo.boundary import new_id
from todo.clock import utc_now

Via = Literal["web", "api", "assistant", "mcp", "import"]


@dataclass(frozen=True, slots=True)
class Habits:
    """How a person writes: two-letter language, whether 3/4 is 3 April (None: as in the language), which clock, and on
    which day their weeks begin (0 is Monday).
    """

    language: str = "en"
    day_first: bool | None = None
    twelve_hour: bool = False
    week_start: int = 0


class Reading(TypedDict):
    """How a person's words are read: what the readers of `todo.language` take for it, by the same names."""

    now: datetime
    time_zone: str
    language_code: str
    day_first: bool | None
    week_start: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person (or a program with their token).

    `time_zone` is the IANA zone in which their words and days are read. A program with an access token has a
    `token_id` instead of a `session_id`, and may be one that only reads. With `group_id`, all that is done is one group
    of changes: the answer of the assistant is undone as a whole, whatever tools it took.
    """

    user_id: UUID
    via: Via
    time_zone: str
    inbox_project_id: UUID
    session_id: UUID | None = None
    habits: Habits = Habits()
    token_id: UUID | None = None
    may_write: bool = True
    group_id: UUID | None = None

    @property
    def credential_id(self) -> UUID | None:
        """The session or access token with which they came."""
        return self.session_id or self.token_id

    @property
    def reading(self) -> Reading:
        """How their words are read at this moment."""
        return Reading(
            now=self.now(),
            time_zone=self.time_zone,
            language_code=self.habits.language,
            day_first=self.habits.day_first,
            week_start=self.habits.week_start,
        )

    def now(self) -> datetime:
        """The present moment in the person's zone."""
        return utc_now().astimezone(ZoneInfo(self.time_zone))

    def through(self, via: Via) -> Self:
        """The same person by another door."""
        return replace(self, via=via)

    def within(self, group_id: UUID | None) -> Self:
        """The same person, whose changes all belong to one group; None: each command is one of its own."""
        return replace(self, group_id=group_id)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person asked for: all its changes form one group of the change log and are undone together."""

    actor: Actor
    name: str
    group_id: UUID = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "group_id", self.actor.group_id or new_id())

    @property
    def parameters(self) -> tuple[UUID, UUID, str, str]:
        """$1 to $4 of every writing statement: user, group, door, name."""
        return self.actor.user_id, self.group_id, self.actor.via, self.name
