"""What a person may ask the assistant for. `reader.py` finds out which of these a sentence means."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from todo.language.due import Due

Scope = Literal["today", "tomorrow", "overdue", "upcoming", "none"]


@dataclass(frozen=True, slots=True)
class AddTasks:
    """Each text is a line for quick add. Without any, something should be added but the sentence does not say what.

    With `unless_present`, only what no open task says yet is to be added; with `if_present`, that is done instead where
    an open task is called as its target says.
    """

    texts: tuple[str, ...] = ()
    unless_present: bool = False
    if_present: "UpdateTasks | None" = None


@dataclass(frozen=True, slots=True)
class FindTasks:
    """Tasks to show: by a named scope ("none" are those without a due date), or by inclusive days, or all.

    "What is due" means everything until today, so it has a `due_until` and no `due_from`. With `done`, scope and days
    are those of completion instead. `text` are words of the title, `label` is a name without its sign, `priority` is
    1 (the highest) to 4. What is given must all hold.
    """

    scope: Scope | None = None
    due_from: date | None = None
    due_until: date | None = None
    text: str | None = None
    project_id: str | None = None
    done: bool = False
    priority: int | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class ByWords:
    """One task, by words of its title (`matching.match_title`), and perhaps by the day on which it is due."""

    words: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ByNumber:
    """Tasks by their places in the last answer: 1 is the first, -1 the last."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What was spoken of last: one task ("it"), or all of them ("them"). `other`: the one of a list that was not."""

    several: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True)
class Matching:
    """All tasks that a question would find: "everything due today"."""

    query: FindTasks


@dataclass(frozen=True, slots=True)
class Except:
    """Several tasks without some of them: "everything due today except the gym". Numbers are places in `base`."""

    base: "ByNumber | Mentioned | Matching"
    without: "ByWords | ByNumber | Mentioned"


# None where the sentence does not say which tasks it is about: the person must be asked.
Target = ByWords | ByNumber | Mentioned | Matching | Except


@dataclass(frozen=True, slots=True)
class CompleteTasks:
    """Tasks to complete."""

    target: Target | None


@dataclass(frozen=True, slots=True)
class ReopenTasks:
    """Tasks that are not done after all."""

    target: Target


@dataclass(frozen=True, slots=True)
class DeleteTasks:
    """Tasks to delete."""

    target: Target | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What should become different; what is None or empty stays. `when` is the new due date in the person's words.

    `due` is what quick add reads in `when`; `shift` moves each task from where it is. `without_due` takes the due date
    away. `labels` are added, `without_labels` taken off. `notes` are added to those that are there.
    """

    when: str | None = None
    due: Due | None = None
    shift: timedelta | None = None
    without_due: bool = False
    priority: int | None = None
    project_id: str | None = None
    labels: tuple[str, ...] = ()
    without_labels: tuple[str, ...] = ()
    title: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class UpdateTasks:
    """Tasks to change: one, or many at once ("move everything due today to monday")."""

    target: Target | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class ListProjects:
    """Show the projects."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last change back. `just_now`: nothing but what the last answer changed ("leave it as it was")."""

    just_now: bool = False


@dataclass(frozen=True, slots=True)
class Redo:
    """Make the change again that was taken back last."""


@dataclass(frozen=True, slots=True)
class Help:
    """Say what the assistant can do."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """Small talk that wants a short answer and no action."""

    kind: Literal["hello", "thanks", "goodbye"] = "hello"


@dataclass(frozen=True, slots=True)
class Unknown:
    """Perhaps about tasks, and not understood for sure: do nothing. `text` is the sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """About something else than tasks: do nothing. `text` is the sentence."""

    text: str


Change = AddTasks | CompleteTasks | ReopenTasks | DeleteTasks | UpdateTasks


@dataclass(frozen=True, slots=True)
class Several:
    """Changes of different kinds in one sentence, in the order in which they were said."""

    changes: tuple[Change, ...]


Command = Change | Several | FindTasks | ListProjects | Undo | Redo | Help | Greeting | Unknown | OutOfScope
