"""Lines of iCalendar as RFC 5545 section 3.1 has them: `NAME;PARAMETER=VALUE:VALUE`, folded at 75 octets."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_FOLD = 75
_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UNESCAPED = re.compile(r"(?<!\\)((?:\\\\)*),")


@dataclass(frozen=True, slots=True)
class Line:
    """A property; `number` is the line of the file on which it begins, names are in capitals."""

    number: int
    name: str
    parameters: dict[str, str]
    value: str


class LineError(Exception):
    """A line that is none of iCalendar's."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def read_lines(text: str) -> Iterator[Line]:
    """The properties of a file, unfolded.

    Raises:
        LineError: one has no name or no value.
    """
    for number, line in _unfolded(text):
        name = _NAME.match(line)
        if name is None:
            raise LineError(number)
        parameters, place = {}, name.end()
        while match := _PARAMETER.match(line, place):
            parameters[match[1].upper()] = match[2].strip('"')
            place = match.end()
        if line[place : place + 1] != ":":
            raise LineError(number)
        yield Line(number, name[0].upper(), parameters, line[place + 1 :])


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Whole lines, each with the number of its first; empty ones are left out."""
    start, parts = 1, list[str]()
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
            continue
        if parts and parts[0]:
            yield start, "".join(parts)
        start, parts = number, [line]
    if parts and parts[0]:
        yield start, "".join(parts)


def plain_text(value: str) -> str:
    """A value of the type TEXT (section 3.3.11) without its escapes."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def plain_texts(value: str) -> list[str]:
    """A list of such values: commas part them, but for those that are escaped."""
    parted = _UNESCAPED.sub("\\1\0", value).split("\0")
    return [text for part in parted if (text := plain_text(part).strip())]


def escaped(text: str) -> str:
    """A text as a value of the type TEXT; what no line may hold (control characters) is left out."""
    kept = "".join(character for character in text if character >= " " or character in "\n\t")
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def written_lines(lines: Iterable[str]) -> bytes:
    """Lines of a file, folded."""
    return b"".join(_folded(line.encode()) + b"\r\n" for line in lines)


def _folded(line: bytes) -> bytes:
    pieces, width = [], _FOLD
    while len(line) > width:
        # Never within a character: UTF-8 continues with bytes of 10xxxxxx.
        while line[width] & 0xC0 == 0x80:
            width -= 1
        pieces.append(line[:width])
        line, width = line[width:], _FOLD - 1
    return b"\r\n ".join([*pieces, line])
