"""What the built-in assistant reads besides single commands: steps, follow-ups, replies, projects and summaries."""

from todo.language.conversation.decisions import read_decision
from todo.language.conversation.reading import read_plan
from todo.language.conversation.replies import choose
from todo.language.conversation.requests import (
    ByIds,
    Correct,
    Dismiss,
    HalfUnderstood,
    Instead,
    LeaveOut,
    ListLabels,
    Organize,
    Request,
    Restore,
    ShowActivity,
    ShowMentioned,
    ShowTrash,
    Summarize,
)
from todo.language.conversation.spoken import language_of

__all__ = [
    "ByIds",
    "Correct",
    "Dismiss",
    "HalfUnderstood",
    "Instead",
    "LeaveOut",
    "ListLabels",
    "Organize",
    "Request",
    "Restore",
    "ShowActivity",
    "ShowMentioned",
    "ShowTrash",
    "Summarize",
    "choose",
    "language_of",
    "read_decision",
    "read_plan",
]
