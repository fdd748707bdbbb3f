"""The filter language, from text to a tree and back: `(today | overdue) & @work & !#Errands`. See docs/FILTERS.md."""

from todo.language.filters.errors import FilterError
from todo.language.filters.printing import print_filter
from todo.language.filters.reading import MAX_LENGTH, parse_filter
from todo.language.filters.tree import (
    And,
    Dated,
    Fact,
    Filter,
    Named,
    NextDays,
    Not,
    Or,
    Priority,
    Words,
    mentions_done,
    requires_done,
)

__all__ = [
    "MAX_LENGTH",
    "And",
    "Dated",
    "Fact",
    "Filter",
    "FilterError",
    "Named",
    "NextDays",
    "Not",
    "Or",
    "Priority",
    "Words",
    "mentions_done",
    "parse_filter",
    "print_filter",
    "requires_done",
]
