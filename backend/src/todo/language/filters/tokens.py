"""The text of a filter as tokens: operators, brackets and the terms between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from todo.language.filters.errors import FilterError

OPERATORS = frozenset("&|(),")
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}


class Character(NamedTuple):
    """`plain` ones may mean something (a blank, a `*`); those in quotes or after a backslash stand for themselves."""

    text: str
    plain: bool
    place: int


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is an operator, "term" or "end"."""

    kind: str
    start: int
    end: int
    characters: tuple[Character, ...] = ()

    @property
    def said(self) -> str:
        """The term with single blanks."""
        return " ".join("".join(character.text for character in self.characters).split())

    @property
    def is_plain(self) -> bool:
        return all(character.plain for character in self.characters)


def read_tokens(text: str) -> list[Token]:
    """All tokens, the last being the end. Raises FilterError for a quote that is not closed."""
    tokens: list[Token] = []
    index = 0
    while index < len(text):
        character = text[index]
        if character.isspace():
            index += 1
        elif character in OPERATORS or character == "!":
            tokens.append(Token(character, index, index + 1))
            index += 1
        else:
            token = _term(text, index)
            tokens.append(token)
            index = token.end
    return [*tokens, Token("end", len(text), len(text))]


def _term(text: str, start: int) -> Token:
    """The term at `start`, without the blanks after it."""
    characters = list(_characters(text, start))
    end = characters[-1].place + 1
    while characters and characters[-1].plain and characters[-1].text.isspace():
        characters.pop()
    if characters and characters[-1].plain:
        end = characters[-1].place + 1
    return Token("term", start, end, tuple(character for character in characters if character.text))


def _characters(text: str, index: int) -> Iterator[Character]:
    """The characters of a term; an empty one that is not plain marks a closing quote."""
    while index < len(text) and text[index] not in OPERATORS:
        character = text[index]
        if character == "\\" and index + 1 < len(text):
            yield Character(text[index + 1], plain=False, place=index + 1)
            index += 2
        elif character in _QUOTES and _may_open(text, index):
            closing = _closing(text, index)
            yield from _quoted(text, index + 1, closing)
            yield Character("", plain=False, place=closing)
            index = closing + 1
        else:
            yield Character(character, plain=True, place=index)
            index += 1


def _may_open(text: str, index: int) -> bool:
    """Whether a quote begins here: `5"` and `Tim"s` hold none."""
    return not index or not text[index - 1].isalnum()


def _closing(text: str, opening: int) -> int:
    index, closing = opening + 1, _QUOTES[text[opening]]
    while index < len(text):
        if text[index] == closing:
            return index
        index += 2 if text[index] == "\\" else 1
    raise FilterError("quote-not-closed", opening, len(text), (closing,))


def _quoted(text: str, index: int, end: int) -> Iterator[Character]:
    while index < end:
        index += text[index] == "\\" and index + 1 < end
        yield Character(text[index], plain=False, place=index)
        index += 1
