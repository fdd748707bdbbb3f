"""Filters read by recursive descent: `|` binds looser than `&`, `&` looser than `!`."""

from dataclasses import dataclass
from datetime import datetime

from todo.language.clock import Clock
from todo.language.filters.errors import FilterError
from todo.language.filters.terms import CONDITION, read_term
from todo.language.filters.tokens import Token, read_tokens
from todo.language.filters.tree import And, Filter, Not, Or

MAX_LENGTH = 1000
_MAX_DEPTH = 20
_MAX_CONDITIONS = 100
_AFTER = ("&", "|")


def parse_filter(text: str, *, now: datetime, time_zone: str, language_code: str = "en", week_start: int = 0) -> Filter:
    """Read a filter. `now` is aware; days count from it in `time_zone` (an IANA name).

    `language_code` is that of dates; English ones are read too, and all other words are English. `week_start` is the
    first day of the person's weeks (0 is Monday).

    Raises:
        FilterError: whatever is wrong with the text, with the place.
        ZoneInfoNotFoundError, ValueError: of the zone or a naive `now`.
    """
    clock = Clock.at(now, time_zone, week_start)
    if len(text) > MAX_LENGTH:
        raise FilterError("too-long", MAX_LENGTH, len(text), values={"most": str(MAX_LENGTH)})
    reader = _Reader(_bounded(read_tokens(text)), clock, language_code)
    tree = _any_of(reader, 0)
    _refuse_rest(reader.token)
    return tree


def _bounded(tokens: list[Token]) -> list[Token]:
    terms = [token for token in tokens if token.kind == "term"]
    if len(terms) > _MAX_CONDITIONS:
        extra = terms[_MAX_CONDITIONS]
        most = {"most": str(_MAX_CONDITIONS)}
        raise FilterError("too-many-conditions", extra.start, extra.end, values=most)
    return tokens


@dataclass
class _Reader:
    """The tokens and how far they are read."""

    tokens: list[Token]
    clock: Clock
    language_code: str
    position: int = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.position]

    def take(self, kind: str) -> bool:
        """Go on if the next token is of that kind."""
        if self.token.kind != kind:
            return False
        self.position += 1
        return True


def _any_of(reader: _Reader, depth: int) -> Filter:
    items = [_all_of(reader, depth)]
    while reader.take("|"):
        items.append(_all_of(reader, depth))
    return _joined(items, Or)


def _all_of(reader: _Reader, depth: int) -> Filter:
    items = [_one(reader, depth)]
    while reader.take("&"):
        items.append(_one(reader, depth))
    return _joined(items, And)


def _joined(items: list[Filter], kind: type[And] | type[Or]) -> Filter:
    """The items as one; those that are of the kind themselves are taken apart."""
    if len(items) == 1:
        return items[0]
    return kind(tuple(part for item in items for part in (item.items if isinstance(item, kind) else (item,))))


def _one(reader: _Reader, depth: int) -> Filter:
    token = reader.token
    if depth > _MAX_DEPTH:
        raise FilterError("too-deep", token.start, token.end)
    if reader.take("!"):
        return Not(_one(reader, depth + 1))
    if reader.take("("):
        inside = _any_of(reader, depth + 1)
        if not reader.take(")"):
            _refuse_rest(reader.token, within=token)
        return inside
    if reader.take("term"):
        return read_term(token, reader.clock, reader.language_code)
    raise _nothing_here(token, is_first=reader.position == 0)


def _nothing_here(token: Token, *, is_first: bool) -> FilterError:
    if token.kind == "end":
        return FilterError("empty" if is_first else "unfinished", token.start, token.end, CONDITION)
    return FilterError("condition-missing", token.start, token.end, CONDITION, values={"said": token.kind})


def _refuse_rest(token: Token, within: Token | None = None) -> None:
    """Raise what is wrong with a token that can't follow a condition; the end of the text is right, but in brackets."""
    if token.kind == "end" and within is None:
        return
    if token.kind == "end" and within is not None:
        raise FilterError("bracket-not-closed", within.start, within.end, (")",))
    if token.kind == ",":
        raise FilterError("several-lists", token.start, token.end, _AFTER, "|")
    if token.kind == ")":
        raise FilterError("bracket-not-opened", token.start, token.end, _AFTER)
    raise FilterError("sign-missing", token.start, token.end, _AFTER, "&")
