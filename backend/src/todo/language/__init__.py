"""Pure text to meaning: quick add, commands, finding a task by its title. No I/O, nothing of the rest of `todo`."""

from todo.language.commands import parse_command
from todo.language.commands.intents import (
    AddTasks,
    ByNumber,
    ByWords,
    Change,
    Changes,
    Command,
    CompleteTasks,
    DeleteTasks,
    Except,
    FindTasks,
    Greeting,
    Help,
    ListProjects,
    Matching,
    Mentioned,
    OutOfScope,
    Redo,
    ReopenTasks,
    Scope,
    Several,
    Target,
    Undo,
    Unknown,
    UpdateTasks,
)
from todo.language.due import Due
from todo.language.explain import explain, explain_due, explain_recurrence
from todo.language.grammar import language_codes
from todo.language.lines import parse_line
from todo.language.matching import TitleMatch, match_title, near_match, sure_match
from todo.language.quick_add import ALL_KINDS, QuickAdd, Span, SpanKind, parse_quick_add
from todo.language.symbols import ProjectName, SectionName
from todo.language.text import python_offset, utf16_offsets
from todo.language.when import When, read_day, read_when

__all__ = [
    "ALL_KINDS",
    "AddTasks",
    "ByNumber",
    "ByWords",
    "Change",
    "Changes",
    "Command",
    "CompleteTasks",
    "DeleteTasks",
    "Due",
    "Except",
    "FindTasks",
    "Greeting",
    "Help",
    "ListProjects",
    "Matching",
    "Mentioned",
    "OutOfScope",
    "ProjectName",
    "QuickAdd",
    "Redo",
    "ReopenTasks",
    "Scope",
    "SectionName",
    "Several",
    "Span",
    "SpanKind",
    "Target",
    "TitleMatch",
    "Undo",
    "Unknown",
    "UpdateTasks",
    "When",
    "explain",
    "explain_due",
    "explain_recurrence",
    "language_codes",
    "match_title",
    "near_match",
    "parse_command",
    "parse_line",
    "parse_quick_add",
    "python_offset",
    "read_day",
    "read_when",
    "sure_match",
    "utf16_offsets",
]
