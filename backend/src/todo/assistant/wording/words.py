"""What the assistant can say, whatever the language: each language is a module with all of this.

Titles, names and a person's own words go through as they are. Days are dates of the person's zone; `today` is theirs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Literal, Protocol

from todo.mcp.reasons import Pool, Pressing

Deed = Literal["add", "complete", "reopen", "delete", "restore", "change", "reschedule"]
Kind = Literal["project", "section", "label"]
Ordering = Literal["create", "rename", "recolor", "move", "archive", "unarchive", "delete"]
Notice = Literal[
    "model-unavailable", "model-slow", "model-refused-key", "model-quota", "model-nonsense", "model-steps", "budget"
]
# What was done to something, as the change log tells it.
Past = Literal[
    "add",
    "edit",
    "move",
    "complete",
    "reopen",
    "delete",
    "restore",
    "duplicate",
    "skip",
    "archive",
    "unarchive",
    "undo",
    "redo",
    "import",
]
Suggested = Literal["today", "ahead", "overdue", "catch-up", "add", "finished"]
# What may stand in the way, by the last part of a problem's type: what the tools say of it in English, other languages
# say in their own words, and the rest in general.
Trouble = Literal[
    "nothing-to-undo",
    "nothing-to-redo",
    "already-undone",
    "undo-conflict",
    "forbidden",
    "stale-version",
    "not-found",
    "date-too-far",
    "no-time-of-day",
    "name-taken",
    "inbox-is-fixed",
    "too-many",
    "too-many-reminders",
    "too-deep",
    "circle",
    "archived",
    "not-recurring",
    "invalid-filter",
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What tasks were asked for, as far as it is worth saying again. Both days count; with `done` they are those of
    completion. `scope` has no days: "upcoming" is whatever comes, "none" what has no date.
    """

    today: date
    scope: Literal["overdue", "upcoming", "none"] | None = None
    first: date | None = None
    last: date | None = None
    done: bool = False
    priority: int | None = None
    label: str | None = None
    text: str | None = None

    @property
    def only_days(self) -> bool:
        """Whether nothing but days, or that it is done, was asked for."""
        return not (self.priority or self.label or self.text or self.scope)


def upper_first(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


class Words(Protocol):
    """A language's sentences. `LEADS` stand above the tasks that something was done to, `WHICH` is asked where a
    sentence does not say which tasks it is about.
    """

    CODE: str
    INBOX: str
    ABILITIES: str
    DISMISSED: str
    LEFT_OUT: str
    NOTHING_SPOKEN_OF: str
    TOO_MANY: str
    NOTHING_TO_LEAVE_OUT: str
    TAKEN_BACK: str
    NOTHING_DONE: str
    WELCOME: str
    GOODBYE: str
    HELLO: str
    WHAT_TO_ADD: str
    ONLY_TASKS: str
    NOT_UNDERSTOOD: str
    NOTHING_FITS: str
    NO_LIST_YET: str
    WHICH_ONE: str
    SEVERAL_FIT: str
    ALREADY_SO: str
    MORE_THAN_SHOWN: str
    IN_TRASH: str
    TRASH_EMPTY: str
    CHANGED_LATELY: str
    NOTHING_CHANGED_YET: str
    WAS_UNDONE: str
    GONE: str
    THIS_ONE: str
    NOTHING_WAITING: str
    IN_THIS_ORDER: str
    APPROVE_FIRST: str
    CHANGED_SINCE: str
    ASK_ANEW: str
    EXPIRED: str
    REJECTED: str
    HALF_DONE: str
    FAILED: str
    NO_SUCH_TASK: str
    SEVERAL_TASKS: str
    NOTHING_UNDONE: str
    DONE: str
    LEADS: Mapping[Deed, str]
    NOUNS: Mapping[Kind, str]
    WHICH: Mapping[Deed, str]
    NOTICES: Mapping[Notice, str]
    PAST: Mapping[Past, str]
    SUGGESTIONS: Mapping[Suggested, str]

    def day(self, day: date, today: date) -> str:
        """When something is due: "today", "Friday 4 December", with the year when it is another one."""

    def moment(self, day: date, at: time, today: date, *, twelve_hour: bool) -> str:
        """The day with the time: "tomorrow at 17:00"."""

    def tasks(self, number: int) -> str:
        """ "1 task", "3 tasks"."""

    def things(self, kind: Kind, number: int) -> str:
        """ "1 project", "3 labels"."""

    def changes(self, number: int) -> str:
        """ "1 change"."""

    def and_more(self, number: int) -> str:
        """What ends a list that is cut."""

    def quoted(self, text: str) -> str:
        """The text between this language's quotation marks."""

    def maybe_a_task(self, line: str) -> str:
        """Offers to add what may be meant as a task."""

    def half_understood(self, text: str) -> str:
        """Of several orders one was not understood, so nothing was changed."""

    def too_high(self, count: int) -> str:
        """A number that the last list, of `count` tasks, does not have."""

    def no_such(self, kind: Kind, name: str) -> str:
        """There is none of that name, so nothing was changed."""

    def there_already(self, kind: Kind, name: str) -> str:
        """A name that is in use."""

    def on_the_list(self, texts: Sequence[str]) -> str:
        """What is there already and not added again."""

    def found(self, count: int, asked: Asked) -> str:
        """How many tasks were found, with a colon; without any a whole sentence."""

    def in_project(self, count: int, name: str | None) -> str:
        """How many are open in a project, with a colon; None is the inbox."""

    def undone(self, titles: str, *, redo: bool) -> str:
        """What was taken back, or made again."""

    def standing(self, overdue: int, today: int) -> str:
        """How many are late and due today, as a sentence."""

    def fullest(self, day: date, count: int, today: date) -> str:
        """The fullest of the days ahead."""

    def pressing(self, reason: Pressing) -> str:
        """Why a task comes before others, in a few words."""

    def you_have(self, kind: Kind, number: int) -> str:
        """How many projects or labels there are: with a colon, or that there are none yet."""

    def open_tasks(self, number: int) -> str:
        """ "2 open"."""

    def within(self, project: str | None) -> str:
        """ "in Home"; None is the inbox."""

    def recurs(self, rule: str) -> str:
        """ "recurs every day"; the rule is in this language."""

    def subtasks(self, number: int) -> str:
        """ "1 subtask"."""

    def organized(self, action: Ordering, kind: Kind, name: str, *, would: bool = False) -> str:
        """What was done to a project, section or label, without a full stop."""

    def did(self, deed: Deed, number: int, *, would: bool = False) -> str:
        """ "Completed 2 tasks", or what a trial would have done."""

    def counted(self, number: int) -> str:
        """ "Found 2 tasks"."""

    def ask(self, deed: Deed, number: int) -> str:
        """ "Delete 3 tasks?"."""

    def ask_to_delete(self, kind: Kind, name: str) -> str:
        """ "Delete the project “Home”?"."""

    def none_has(self, words: str, pool: Pool) -> str:
        """No task of those has these words."""

    def there_are(self, names: Sequence[str]) -> str:
        """The names that there are, where one is not among them."""

    def several_named(self, kind: Kind, name: str) -> str:
        """Several have that name, so nothing was changed."""

    def no_date(self, said: str) -> str:
        """What can't be read as a date, and how one is said."""

    def trouble(self, slug: str, detail: str) -> str:
        """Anything else that stands in the way: by the last part of its type, or by what the tools say in English."""
