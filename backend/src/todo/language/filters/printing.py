"""A filter's tree as text that is read as the same tree."""

import re

from todo.language.filters.tree import And, Dated, Fact, Filter, Named, NextDays, Not, Or, Priority, Words

_SIGNS = {"projects": "##", "project": "#", "section": "/", "label": "@"}
_PLAIN_DAYS = ("today", "tomorrow", "yesterday")
_SIMPLE = re.compile(r"[^\W_](?:[\w-]| (?! ))*(?<! )")


def print_filter(tree: Filter) -> str:
    """The filter in its plainest form."""
    match tree:
        case And(items):
            return " & ".join(_inside(item, Or) for item in items)
        case Or(items):
            return " | ".join(print_filter(item) for item in items)
        case Not(item):
            return "!" + _inside(item, And, Or)
    return _term(tree)


def _inside(tree: Filter, *kinds: type[And] | type[Or]) -> str:
    """In brackets if it is of one of the kinds."""
    return f"({print_filter(tree)})" if isinstance(tree, kinds) else print_filter(tree)


def _term(tree: Fact | Priority | Named | NextDays | Dated | Words) -> str:
    match tree:
        case Fact(name):
            return name
        case Priority(level):
            return f"p{level}"
        case Named(noun, pieces):
            return _SIGNS[noun] + "*".join(_quoted(piece) for piece in pieces)
        case NextDays(days):
            return f"next {days} days"
        case Dated("due", "on", said) if said in _PLAIN_DAYS:
            return said
        case Dated(field, relation, said):
            return f"{field}: {said}" if relation == "on" else f"{field} {relation}: {said}"
        case Words(words):
            return "search: " + " ".join(_quoted(word) for word in words)


def _quoted(text: str) -> str:
    if not text or _SIMPLE.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
