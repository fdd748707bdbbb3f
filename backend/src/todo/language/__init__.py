"""Pure text to meaning: quick add, commands, finding a task by its title. No I/O, nothing of the rest of `todo`."""

from todo.language.commands import parse_command
from todo.language.due import Due
from todo.language.commands.intents import AddTasks, Command, CompleteTasks, FindTasks, Greeting, Help, Scope, Undo, Unknown
from todo.language.matching import TitleMatch, match_title, sure_match
from todo.language.quick_add import QuickAdd, Span, SpanKind, parse_quick_add
from todo.language.symbols import ProjectName
from todo.language.text import utf16_offsets

__all__ = [
    "AddTasks",
    "Command",
    "CompleteTasks",
    "Due",
    "FindTasks",
    "Greeting",
    "Help",
    "ProjectName",
    "QuickAdd",
    "Scope",
    "Span",
    "SpanKind",
    "TitleMatch",
    "Undo",
    "Unknown",
    "match_title",
    "parse_command",
    "parse_quick_add",
    "sure_match",
    "utf16_offsets",
]
