"""Text as the grammar reads it: folding, protected stretches, offsets, tidy titles. Knows no language's words."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

PROTECTED = "\x00"  # stands for a character that must not be read: quoted text, addresses, code
TAKEN = "\x01"  # stands for a character that a symbol (#project, p1) already took

# A phrase stands by itself: after white space or an opening bracket, before white space or closing punctuation.
# Neither looks at letters only, so `today's`, `today.md`, `2-4pm` and `#today` hold no phrase.
LEFT = r"(?<![^\s(\[{])"
RIGHT = r"(?=[.,;:!?)\]}…]*+(?:\s|\Z))"
SPACE = r"\s++"

_QUOTED = re.compile(r'(?<![\w#/@])"[^"]*"|`[^`]*`|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»')
_ANY_CODE = re.compile(r"[/\\(\[{@]|www", re.IGNORECASE)
_ANY_QUOTE = re.compile('["`“„«]')
_TOKEN = re.compile(r"\S{2,}")  # a lone "/" is neither address nor code
_ADDRESS_OR_CODE = re.compile(r"(?<![0-9])/|/(?![0-9])|\\|\w[(\[{]|[^\s@]@[^\s@]|(?<!\S)www\.", re.IGNORECASE)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_DASHES = "-–—"
_PAUSES = (".", ",", ";", ":")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


def fold(text: str) -> str:
    """`text` without case, accents and compatibility forms: what people mean when they type a name."""
    return "".join(map(_fold_character, text))


def fold_with_origins(text: str) -> tuple[str, list[int]]:
    """Folded text, and for each of its characters the index in `text` that it comes from."""
    pieces = [(_fold_character(character), index) for index, character in enumerate(text)]
    return "".join(piece for piece, _ in pieces), [index for piece, index in pieces for _ in piece]


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return "".join(part for part in decomposed if not unicodedata.combining(part)).casefold()


def reading_copy(text: str) -> str:
    """A copy of the same length in which protected stretches are blanked out, so that offsets stay those of `text`."""
    return without_code(without_quotes(text))


def without_quotes(text: str) -> str:
    """A copy of the same length with plain apostrophes and without quoted text; a quoted name (`#"Home"`) stays."""
    straight = text if text.isascii() else text.translate(_APOSTROPHES)
    return _QUOTED.sub(lambda match: PROTECTED * len(match[0]), straight) if _ANY_QUOTE.search(straight) else straight


def without_code(text: str) -> str:
    """A copy of the same length without addresses, paths and code."""
    return _TOKEN.sub(_protect_token, text) if _ANY_CODE.search(text) else text


def _protect_token(match: re.Match[str]) -> str:
    return PROTECTED * len(match[0]) if _ADDRESS_OR_CODE.search(match[0]) else match[0]


def blank(text: str, stretches: Iterable[tuple[int, int]], filler: str) -> str:
    """`text` with each stretch replaced by as many fillers."""
    for start, end in stretches:
        text = text[:start] + filler * (end - start) + text[end:]
    return text


def utf16_offsets(text: str, *offsets: int) -> tuple[int, ...]:
    """Python offsets into `text` as UTF-16 code units, which browsers count in."""
    return tuple(offset + sum(character > "\uffff" for character in text[:offset]) for offset in offsets)


def python_offset(text: str, units: int) -> int:
    """The Python offset so many UTF-16 code units on, at most the text's end; half a character is left out."""
    for offset, character in enumerate(text):
        units -= 2 if character > "\uffff" else 1
        if units < 0:
            return offset
    return len(text)


def without(text: str, stretches: Sequence[tuple[int, int]]) -> str:
    """The words outside the stretches (sorted, apart), with white space and the punctuation around each gap tidied."""
    title, position = "", 0
    for index, (start, end) in enumerate(stretches):
        piece = text[position:start]
        if not index:
            title = piece
        elif piece.strip() not in _PAUSES:  # "3 dic. 12:15"
            title = _close_gap(title, piece)
        position = end
    rest = text[position:]
    return " ".join((_close_gap(title, rest) if stretches else rest).split())


def _close_gap(before: str, after: str) -> str:
    attached = bool(after) and not after[0].isspace()
    before, after = before.rstrip(), after.lstrip()
    if _is_dash(before.rpartition(" ")[2]) and _is_dash(after.partition(" ")[0]):  # of "a - x - b" one is enough
        after = _without_leading_separator(after)
    if before and after and _BRACKETS.get(before[-1]) == after[0]:
        return _close_gap(before[:-1], after[1:])
    if not before:
        return _without_leading_separator(after)
    if not after or (attached and after[0] in ".,;:!?"):
        return _without_trailing_separator(before) + after
    attached = attached or before[-1] in _BRACKETS
    return before + after if attached else f"{before} {after}"


def _is_dash(word: str) -> bool:
    return bool(word) and not word.strip(_DASHES)


def _without_leading_separator(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest.lstrip() if first and not first.strip(f",;:.{_DASHES}") else text


def _without_trailing_separator(text: str) -> str:
    head, _, last = text.rstrip(",;:").rstrip().rpartition(" ")
    return head.rstrip(",;: ") if head and _is_dash(last) else text.rstrip(",;:").rstrip()


def has_words(text: str) -> bool:
    """Whether there is something to read: a letter, a number or a symbol such as an emoji, not only punctuation."""
    return bool(_LETTER_OR_DIGIT.search(text)) or any(unicodedata.category(one)[0] in "LNS" for one in text)
