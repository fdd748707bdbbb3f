"""Symbols: `#Project`, `p1` to `p4`, `!1` to `!4`. They are taken out before dates are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from todo.language.text import fold, fold_with_origins
from todo.language.vocabulary import phrase_pattern

_PRIORITY = phrase_pattern(r"[p!](?P<level>[1-4])")
_HASH = re.compile(r"(?<![^\s(\[{])#")


@dataclass(frozen=True, slots=True)
class ProjectName:
    """A project as people call it. The id is the caller's: it is only handed back."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PrioritySymbol:
    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class ProjectSymbol:
    start: int
    end: int
    project: ProjectName


def read_priority(text: str) -> PrioritySymbol | None:
    """The last priority of a reading copy; 1 is the highest."""
    symbols = [PrioritySymbol(match.start(), match.end(), int(match["level"])) for match in _PRIORITY.finditer(text)]
    return symbols[-1] if symbols else None


def read_project(text: str, projects: Sequence[ProjectName]) -> ProjectSymbol | None:
    """The last known project of a reading copy, by its longest name that fits; unknown names are left alone."""
    if "#" not in text or not projects:
        return None
    by_name = {" ".join(fold(project.name).split()): project for project in reversed(projects)}
    lengths = sorted({len(name) for name in by_name if name}, reverse=True)
    folded, origins = fold_with_origins(text)
    origins.append(len(text))
    symbols = [_project_at(match.start(), folded, origins, by_name, lengths) for match in _HASH.finditer(folded)]
    return next((symbol for symbol in reversed(symbols) if symbol), None)


def _project_at(
    start: int, folded: str, origins: list[int], by_name: dict[str, ProjectName], lengths: list[int]
) -> ProjectSymbol | None:
    for length in lengths:
        end = start + 1 + length
        project = by_name.get(folded[start + 1 : end])
        if project and end < len(origins) and not _continues(folded, end):
            return ProjectSymbol(origins[start], origins[end], project)
    return None


def _continues(folded: str, end: int) -> bool:
    """Whether the word goes on: `#Homework` and `#home-office` do not mean the project Home."""
    following = folded[end : end + 2]
    return bool(following) and (following[0].isalnum() or (following[0] in "-_'/" and following[1:].isalnum()))
