"""Templates: how a phrase is put together, as a language's data file writes it, made into a pattern over signs.

on|by <weekday>          a word as it stands, one of several, a token of a class
<which>? <weekday>       `?`: the part before it may be missing
( ... | ... )            a group of alternatives
<weekday+>               a list: "mon, wed and fri", "monday to friday"
<first:weekday>          a class under another name
{amount}                 a part that the data file names, as if it stood here; it can be looked at as a whole
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from todo.language.lexicon import Lexicon, Values, folded_words

_PIECE = re.compile(
    r"\{(?P<part>\w+)\}|<(?:(?P<name>\w+):)?(?P<cls>\w+)(?P<many>\+)?>|(?P<mark>[()|?])|(?P<word>[^\s(){}|?<>]+)"
)
_LONGEST_LIST = 31


class TemplateError(ValueError):
    """A template of a data file is wrong; the message says where."""


@dataclass(slots=True)
class Found:
    """What a template found: what the tokens of its classes and parts may be, by name."""

    tokens: Sequence[Values]
    match: re.Match[str]
    groups: Mapping[str, Sequence[tuple[int, str]]]

    @property
    def all_tokens(self) -> Sequence[Values]:
        return self.tokens[self.match.start() : self.match.end()]

    def has(self, name: str) -> bool:
        """Whether any token stands under the name."""
        groups = self.groups.get(name)
        if groups is None:
            return False
        places = self.match.regs
        for group, _ in groups:  # noqa: SIM110 - asked so often that a generator costs
            if places[group][1] > places[group][0]:
                return True
        return False

    def value(self, name: str, default: Any = None) -> Any:
        """The value of the first token under the name."""
        groups = self.groups.get(name)
        if groups is None:
            return default
        places = self.match.regs
        for group, cls in groups:
            start, end = places[group]
            if cls and end > start:
                return self.tokens[start][cls]
        return default

    def within(self, name: str) -> Sequence[Values]:
        """All tokens of a list or part."""
        places = self.match.regs
        for group, _ in self.groups.get(name, ()):
            start, end = places[group]
            if end > start:
                return self.tokens[start:end]
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
    openings: "Openings"


class TemplateIndex:
    """Templates by the two signs that they may begin with, so that few are tried where nothing fits."""

    def __init__(self, templates: Iterable[Template]) -> None:
        self._templates = tuple(templates)
        self._found: dict[str, tuple[Template, ...]] = {}

    def __iter__(self) -> Iterator[Template]:
        return iter(self._templates)

    def candidates(self, pair: str) -> tuple[Template, ...]:
        """The templates that may match where the sign of a token and that of the next (if there is one) stand."""
        found = self._found.get(pair)
        if found is None:
            fitting = (template for template in self._templates if _may_begin(template.openings, pair))
            found = self._found[pair] = tuple(fitting)
        return found


def _may_begin(openings: "Openings", pair: str) -> bool:
    seconds = openings.get(pair[0], ())
    return "" in seconds or (len(pair) > 1 and pair[1] in seconds)


def literals(texts: Sequence[str]) -> set[str]:
    """The words that templates name as they stand."""
    return {match["word"] for text in texts for match in _PIECE.finditer(text) if match["word"]}


def compile_template(meaning: str, text: str, parts: Mapping[str, str], lexicon: Lexicon) -> Template:
    """Raises TemplateError for an unknown part, one that names itself, and unbalanced groups."""
    compiler = _Compiler(parts, lexicon)
    try:
        piece = compiler.read(text)
        pattern = re.compile(piece.regex)
    except (re.error, LookupError, RecursionError) as error:
        raise TemplateError(f"the template {text!r} of {meaning!r}: {error!r}") from None
    return Template(meaning, pattern, compiler.groups, piece.openings)


# For each sign that a pattern may begin with, those that may follow within it; an empty one where it may end.
Openings = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class _Piece:
    regex: str
    openings: Openings
    may_be_empty: bool = False


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
            elif piece["mark"] == ")" and is_nested:
                return _either([_sequence(option) for option in options])
            elif piece["mark"] == "|":
                options.append([])
            elif piece["mark"] == ")":
                raise KeyError("a group is closed that was not opened")
            elif piece["mark"] == "?":
                piece_before = options[-1].pop()
                options[-1].append(_Piece(f"(?:{piece_before.regex})?", piece_before.openings, may_be_empty=True))
            else:
                options[-1].append(self._element(piece))
        if is_nested:
            raise KeyError("a group is not closed")
        return _either([_sequence(option) for option in options])

    def _element(self, piece: re.Match[str]) -> _Piece:
        if piece["part"]:
            self._group(piece["part"], "")
            inner = self.read(self.parts[piece["part"]])
            return _Piece(f"({inner.regex})", inner.openings, inner.may_be_empty)
        name = "=" + folded_words([piece["word"]])[0] if piece["word"] else piece["cls"]
        signs = self.lexicon.signs_of(name)
        if not signs:  # a class that this language has no word of
            return _Piece(r"(?!)", {})
        if piece["word"]:
            return _Piece(f"[{signs}]", {sign: {""} for sign in signs})
        self._group(piece["name"] or piece["cls"], piece["cls"])
        if piece["many"]:
            return self._list(signs, may_have_ranges=piece["cls"].startswith("weekday"))
        return _Piece(f"([{signs}])", {sign: {""} for sign in signs})

    def _list(self, signs: str, *, may_have_ranges: bool) -> _Piece:
        """A range of days of the week only: "on Jan 1 until 1 Jan 2031" is none of days of the month."""
        separator, through, article = map(self.lexicon.signs_of, ("separator", "through", "article"))
        to = f"|[{through}][{article}]?" if may_have_ranges else ""
        between = f"(?:[{separator}]{{0,2}}{to})"
        regex = f"([{signs}](?:{between}[{signs}]){{0,{_LONGEST_LIST}}})"
        return _Piece(regex, {sign: {"", *signs, *separator, *through} for sign in signs})

    def _group(self, name: str, cls: str) -> int:
        self.count += 1
        self.groups.setdefault(name, []).append((self.count, cls))
        return self.count


def _sequence(pieces: list[_Piece]) -> _Piece:
    openings: Openings = {}
    may_be_empty = True
    for piece in reversed(pieces):
        openings = _joined(piece, openings, may_end=may_be_empty)
        may_be_empty = may_be_empty and piece.may_be_empty
    return _Piece("".join(piece.regex for piece in pieces), openings, may_be_empty)


def _joined(piece: _Piece, following: Openings, *, may_end: bool) -> Openings:
    """The openings of a piece and what follows it, which may be nothing."""
    joined = {sign: set(seconds) for sign, seconds in following.items()} if piece.may_be_empty else {}
    for sign, seconds in piece.openings.items():
        continued = (seconds - {""}) | (set(following) | ({""} if may_end else set()) if "" in seconds else set())
        joined.setdefault(sign, set()).update(continued)
    return joined


def _either(options: list[_Piece]) -> _Piece:
    if len(options) == 1:
        return options[0]
    openings: dict[str, set[str]] = {}
    for option in options:
        for sign, seconds in option.openings.items():
            openings.setdefault(sign, set()).update(seconds)
    regex = "(?:" + "|".join(option.regex for option in options) + ")"
    return _Piece(regex, openings, any(option.may_be_empty for option in options))
