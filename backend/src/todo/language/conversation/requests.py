"""What a person may ask for in a conversation, besides the commands that stand alone."""

from dataclasses import dataclass
from typing import Literal

from todo.language.commands.intents import Command, Target

Kind = Literal["project", "section", "label"]
Action = Literal["create", "rename", "archive", "unarchive", "delete"]


@dataclass(frozen=True, slots=True)
class ByIds:
    """Tasks that are known already, such as those that were chosen when the person was asked."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowMentioned:
    """Show what was spoken of: "show it", "the second one"."""

    target: Target


@dataclass(frozen=True, slots=True)
class Correct:
    """What was done last was meant otherwise: "no, friday". `when` are the person's own words."""

    when: str


@dataclass(frozen=True, slots=True)
class Instead:
    """The last request for other tasks: "no, the second one" takes it back first, "now the third one" does not.

    Without a target the person only says that it was not the one that was meant. `when` are the words where they may be
    a day as well: "no, the 13th"; or all the words, where they name a day too: "and call mum tomorrow". `more`: after
    what was added, it is one thing more to add: "and butter". `also`: that it is the same again was said: "bread too".
    """

    target: Target | None
    undo: bool = True
    when: str | None = None
    more: bool = False
    also: bool = False


@dataclass(frozen=True, slots=True)
class Summarize:
    """Where things stand and what to do next, for a number of days."""

    days: int = 7


@dataclass(frozen=True, slots=True)
class Organize:
    """Something done to a project, section or label, by name."""

    action: Action
    kind: Kind
    name: str
    new_name: str | None = None


@dataclass(frozen=True, slots=True)
class ListLabels:
    """Show the labels."""


@dataclass(frozen=True, slots=True)
class ShowTrash:
    """Show what was deleted."""


@dataclass(frozen=True, slots=True)
class ShowActivity:
    """Show what was changed lately."""


@dataclass(frozen=True, slots=True)
class Restore:
    """Take tasks out of the trash: by words of a title, or what was spoken of."""

    target: Target


@dataclass(frozen=True, slots=True)
class HalfUnderstood:
    """Of several orders one was not understood, `text`, so that none is done: "one tomorrow, two dunno"."""

    text: str


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """What was done last was not meant for the task with these words: "except the rent". `undone`: it only is not done,
    so that nothing but completing is taken back. `when` is another day for it, in the person's own words.
    """

    words: str
    undone: bool = False
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Nothing is wanted after all: "never mind"."""


Request = (
    Command
    | ShowMentioned
    | Correct
    | Instead
    | Summarize
    | Organize
    | ListLabels
    | ShowTrash
    | ShowActivity
    | Restore
    | HalfUnderstood
    | LeaveOut
    | Dismiss
)
