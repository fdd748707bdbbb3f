"""Recurrence: RFC 5545 rules, the engine that gives their next occurrence, and reading and saying them in words."""

from todo.language.recurrence.engine import Anchor, Recurrence, next_occurrence, occurrences, reanchored
from todo.language.recurrence.rule import RecurrenceRule, RuleError, parse_rule
from todo.language.recurrence.series import format_series, parse_series

__all__ = [
    "Anchor",
    "Recurrence",
    "RecurrenceRule",
    "RuleError",
    "format_series",
    "next_occurrence",
    "occurrences",
    "parse_rule",
    "parse_series",
    "reanchored",
]
