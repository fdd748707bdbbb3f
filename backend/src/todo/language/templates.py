"""Templates: how a phrase is put together, as a language's data file writes it, made into a pattern over signs.

on|by <weekday>          a word as it stands, one of several, a token of a class
<which>? <weekday>       `?`: the part before it may be missing
( ... | ... )            a group of alternatives
<weekday+>               a list: "mon, wed and fri", "monday to friday"
<first:weekday>          a class under another name
{amount}                 a part that the data file names, as if it stood here; it can be looked at as a whole
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from todo.language.lexicon import Lexicon, Values, folded_words

_PIECE = re.compile(
    r"\{(?P<part>\w+)\}|<(?:(?P<name>\w+):)?(?P<cls>\w+)(?P<many>\+)?>|(?P<mark>[()|?])|(?P<word>[^\s(){}|?<>]+)"
)
_LONGEST_LIST = 31


class TemplateError(ValueError):
    """A template of a data file is wrong; the message says where."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a template found: what the tokens of its classes and parts may be, by name."""

    tokens: Sequence[Values]
    match: re.Match[str]
    groups: Mapping[str, Sequence[tuple[int, str]]]

    def has(self, name: str) -> bool:
        return any(self.match.end(group) > self.match.start(group) for group, _ in self.groups.get(name, ()))

    def value(self, name: str, default: Any = None) -> Any:
        """The value of the first token under the name."""
        for group, cls in self.groups.get(name, ()):
            if cls and self.match.end(group) > self.match.start(group):
                return self.tokens[self.match.start(group)][cls]
        return default

    def within(self, name: str) -> Sequence[Values]:
        """All tokens of a list or part."""
        for group, _ in self.groups.get(name, ()):
            if self.match.end(group) > self.match.start(group):
                return self.tokens[self.match.start(group) : self.match.end(group)]
        return ()

    def values(self, name: str) -> list[Any]:
        """The values of all tokens of a list that are of its class."""
        for group, cls in self.groups.get(name, ()):
            if cls and self.match.end(group) > self.match.start(group):
                span = self.tokens[self.match.start(group) : self.match.end(group)]
                return [values[cls] for values in span if cls in values]
        return []


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template and the meaning that its data file lists it under."""

    meaning: str
    pattern: re.Pattern[str]
    groups: Mapping[str, Sequence[tuple[int, str]]]
    first: frozenset[str]


def literals(texts: Sequence[str]) -> set[str]:
    """The words that templates name as they stand."""
    return {match["word"] for text in texts for match in _PIECE.finditer(text) if match["word"]}


def compile_template(meaning: str, text: str, parts: Mapping[str, str], lexicon: Lexicon) -> Template:
    """Raises TemplateError for an unknown part or unbalanced groups."""
    compiler = _Compiler(parts, lexicon)
    try:
        regex, first, _ = compiler.read(text)
        pattern = re.compile(regex)
    except (re.error, KeyError, StopIteration) as error:
        raise TemplateError(f"the template {text!r} of {meaning!r}: {error!r}") from None
    return Template(meaning, pattern, compiler.groups, frozenset(first))


# A pattern, the signs it may begin with, and whether it may be empty.
_Piece = tuple[str, set[str], bool]


@dataclass
class _Compiler:
    parts: Mapping[str, str]
    lexicon: Lexicon
    groups: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    count: int = 0

    def read(self, text: str) -> _Piece:
        pieces = list(_PIECE.finditer(text))
        position = iter([*pieces, None])
        return self._alternatives(position, is_nested=False)

    def _alternatives(self, pieces: Iterator[re.Match[str] | None], *, is_nested: bool) -> _Piece:
        options: list[list[_Piece]] = [[]]
        while (piece := next(pieces)) is not None:
            if piece["mark"] == "(":
                options[-1].append(self._alternatives(pieces, is_nested=True))
            elif piece["mark"] == ")":
                return _either([_sequence(option) for option in options])
            elif piece["mark"] == "|":
                options.append([])
            elif piece["mark"] == "?":
                regex, first, _ = options[-1].pop()
                options[-1].append((f"(?:{regex})?", first, True))
            else:
                options[-1].append(self._element(piece))
        if is_nested:
            raise KeyError("a group is not closed")
        return _either([_sequence(option) for option in options])

    def _element(self, piece: re.Match[str]) -> _Piece:
        if piece["part"]:
            self._group(piece["part"], "")
            regex, first, empty = self.read(self.parts[piece["part"]])
            return f"({regex})", first, empty
        if piece["word"]:
            signs = self.lexicon.signs_of("=" + folded_words([piece["word"]])[0])
            return f"[{signs}]", set(signs), False
        signs = self.lexicon.signs_of(piece["cls"])
        if not signs:  # a class that this language has no word of
            return r"(?!)", set(), False
        self._group(piece["name"] or piece["cls"], piece["cls"])
        if not piece["many"]:
            return f"([{signs}])", set(signs), False
        separator, through, article = map(self.lexicon.signs_of, ("separator", "through", "article"))
        # A range of days of the week only: "on Jan 1 until 1 Jan 2031" is none of days of the month.
        to = f"|[{through}][{article}]?" if piece["cls"].startswith("weekday") else ""
        between = f"(?:[{separator}]{{0,2}}{to})"
        return f"([{signs}](?:{between}[{signs}]){{0,{_LONGEST_LIST}}})", set(signs), False

    def _group(self, name: str, cls: str) -> int:
        self.count += 1
        self.groups.setdefault(name, []).append((self.count, cls))
        return self.count


def _sequence(pieces: list[_Piece]) -> _Piece:
    first: set[str] = set()
    for _, signs, may_be_empty in pieces:
        first |= signs
        if not may_be_empty:
            break
    return "".join(regex for regex, _, _ in pieces), first, all(empty for _, _, empty in pieces)


def _either(options: list[_Piece]) -> _Piece:
    if len(options) == 1:
        return options[0]
    regex = "(?:" + "|".join(regex for regex, _, _ in options) + ")"
    return regex, set().union(*(first for _, first, _ in options)), any(empty for _, _, empty in options)


Reader = Callable[[Found], Any]
