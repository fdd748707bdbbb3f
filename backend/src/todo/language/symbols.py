"""Symbols: `#Project`, `/Section`, `@label`, `p1` to `p4`, `!high`, `{deadline}`, `// notes`. They are taken out before
dates are read. Names with spaces are known ones, or quoted: `#"Home Garden"`.
"""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from todo.language.grammar import Language
from todo.language.text import PROTECTED, TAKEN, fold, fold_with_origins
from todo.language.vocabulary import one_of, phrase_pattern

NameKind = Literal["project", "section", "label"]

_SIGNS: Mapping[NameKind, str] = {"project": "#", "section": "/", "label": "@"}
# A section has to be known or quoted: "/" stands in too much else.
_MAY_BE_PRIORITY = re.compile("[pP!][1-4]|![^\\W\\d_]|[pP]rio")
_QUOTED_NAME = re.compile(r'(?<![^\s(\[{])(?P<sign>[#/@])"(?P<name>[^"\n]{1,100})"(?!\w)')
_NEW_LABEL = re.compile(r"(?<![^\s(\[{])@(?P<name>[^\W\d_][\w-]{0,59})(?=[.,;:!?)\]}]*(?:\s|\Z))")
_MOST_LABELS = 50  # new ones in a text: nobody means more
_NOTES = re.compile(r"(?:(?<=\s)|\A)//(?=\s|\Z)[\s\S]*\Z")
_BRACES = re.compile(r"(?<![^\s(\[])\{[^{}\n]{1,60}\}")


@dataclass(frozen=True, slots=True)
class ProjectName:
    """A project as people call it. The id is the caller's: it is only handed back."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class SectionName:
    """A section of a project as people call it; the ids are the caller's."""

    id: str
    name: str
    project_id: str


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


@dataclass(frozen=True, slots=True)
class NamedSymbol:
    """A name behind a sign. `index` is its place among the known names; None for one that is new."""

    start: int
    end: int
    name: str
    index: int | None


def read_priority(text: str, words: Language) -> PrioritySymbol | None:
    """The last priority of a reading copy; 1 is the highest."""
    if not _MAY_BE_PRIORITY.search(text):
        return None
    symbols = [
        PrioritySymbol(match.start(), match.end(), _level(match, words)) for match in _priority(words).finditer(text)
    ]
    return symbols[-1] if symbols else None


def _level(match: re.Match[str], words: Language) -> int:
    said = match["level"] or match["number"]
    return int(said) if said else words.priorities[match["word"].lower()]


@cache
def _priority(words: Language) -> re.Pattern[str]:
    """ "p1" and "!high" anywhere; "priority 1", which a title may be about, only where a part of the text ends."""
    name = one_of([words.priority_name, "prio"])
    return phrase_pattern(
        rf"(?:[p!](?P<level>[1-4])|!(?P<word>{one_of(words.priorities)})|{name}\s(?P<number>[1-4])(?=\s*+(?:[,;.]|{TAKEN}|\Z)))"
    )


def read_notes(text: str) -> tuple[int, int] | None:
    """Where the notes stand: from `//` between blanks to the end of the text."""
    match = _NOTES.search(text) if "//" in text else None
    return match.span() if match else None


def braces(text: str) -> list[tuple[int, int]]:
    """Where deadlines may stand: `{march 30}`, braces included."""
    return [match.span() for match in _BRACES.finditer(text)] if "{" in text else []


def holds_sign(text: str) -> bool:
    """Whether a sign of a name stands in the text: most lines hold none."""
    return any(map(text.__contains__, _SIGNS.values()))


def read_project(text: str, projects: Sequence[ProjectName]) -> ProjectSymbol | None:
    """The last known project of a text, by its longest name that fits; unknown names are left alone."""
    symbols = read_names(text, "project", [project.name for project in projects])
    known = [symbol for symbol in symbols if symbol.index is not None]
    return ProjectSymbol(known[-1].start, known[-1].end, projects[known[-1].index or 0]) if known else None


def read_names(text: str, kind: NameKind, names: Sequence[str]) -> list[NamedSymbol]:
    """All names of a kind, by the longest known one that fits. Of labels, new ones too: they are made when used."""
    sign = _SIGNS[kind]
    if sign not in text:
        return []
    quoted = [match for match in _QUOTED_NAME.finditer(text) if match["sign"] == sign]
    by_name = {" ".join(fold(name).split()): index for index, name in reversed(list(enumerate(names)))}
    symbols = [symbol for match in quoted if (symbol := _quoted_symbol(match, by_name, names, kind))]
    taken = {symbol.start for symbol in symbols}
    symbols += [symbol for symbol in _known(text, sign, by_name, names) if symbol.start not in taken]
    taken = {symbol.start for symbol in symbols}
    if kind == "label":
        found = itertools.islice(_NEW_LABEL.finditer(text), _MOST_LABELS)
        fresh = (NamedSymbol(match.start(), match.end(), match["name"], None) for match in found)
        symbols += [symbol for symbol in fresh if symbol.start not in taken]
    return sorted(symbols, key=lambda symbol: symbol.start)


def _quoted_symbol(
    match: re.Match[str], by_name: Mapping[str, int], names: Sequence[str], kind: NameKind
) -> NamedSymbol | None:
    said = " ".join(match["name"].split())
    index = by_name.get(fold(said))
    if index is None:
        return NamedSymbol(match.start(), match.end(), said, None) if kind == "label" and said else None
    return NamedSymbol(match.start(), match.end(), names[index], index)


def _known(text: str, sign: str, by_name: Mapping[str, int], names: Sequence[str]) -> Iterable[NamedSymbol]:
    if not by_name:
        return
    lengths = sorted({len(name) for name in by_name if name}, reverse=True)
    folded, origins = fold_with_origins(text)
    origins.append(len(text))
    for match in _sign(sign).finditer(folded):
        start = match.start()
        for length in lengths:
            end = start + 1 + length
            index = by_name.get(folded[start + 1 : end])
            if index is not None and end < len(origins) and not _continues(folded, end):
                yield NamedSymbol(origins[start], origins[end], names[index], index)
                break


@cache
def _sign(sign: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\s(\[{{]){re.escape(sign)}")


def _continues(folded: str, end: int) -> bool:
    """Whether the word goes on: `#Homework` and `#home-office` do not mean the project Home."""
    following = folded[end : end + 2]
    return bool(following) and (following[0].isalnum() or (following[0] in "-_'/" and following[1:].isalnum()))


def protected_names(text: str) -> str:
    """The text with quoted names that were not taken blanked out: nothing in quotes is read."""
    return _QUOTED_NAME.sub(lambda match: PROTECTED * len(match[0]), text) if '"' in text else text
