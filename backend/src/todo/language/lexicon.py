"""Words and numbers of a text as tokens. Each token carries every class it may be of, and a sign that stands for them.

A text's signs are one string with a character for each token, so that a grammar's templates are regular expressions
over a few characters (`templates.py`), whatever the language.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from todo.language.text import fold

Values = Mapping[str, Any]

ORDINARY_SIGN = "x"
_NOTHING: Values = {}
# Patterns over characters below 256 compile and match fastest; none of these means anything in a pattern.
_SIGNS = "".join(map(chr, (*range(0x80, 0x100), *b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvw")))
_LATEST_HOUR, _LATEST_DAY, _LATEST_MINUTE = 24, 31, 59

# The numbers that stand for all others when signs are given out: one of each set of classes.
_SAMPLES = [
    "0",
    "00",
    "1",
    "01",
    "5",
    "12",
    "13",
    "24",
    "25",
    "31",
    "32",
    "59",
    "60",
    "75",
    "99",
    "100",
    "115",
    "150",
    "199",
    "230",
    "265",
    "999",
    "1030",
    "1789",
    "1984",
    "1990",
    "2014",
    "2059",
    "2070",
    "2100",
    "2359",
    "2500",
    "5000",
    "9999",
    "10000",
    "1/2",
    "3/4",
    "5/12",
    "31/12",
    "12/31",
    "13/13",
    "1.5",
    "2.5",
    "10.5",
    "5.30",
    "5.10",
    "10.75",
    "31.12",
    "31.12.",
    "3.4",
    "3.4.",
    "0,5",
    "12,25",
]

# Classes that a word may have right after a digit, as in "45min", "5pm" and "15sep".
_GLUED = frozenset(("half_day", "unit", "month", "hour_mark", "quarter_mark"))

# Words come first, and what begins with a digit stands behind one look for a digit: most tokens are words.
_PATTERN = r"""
 (?P<word>(?![ap]\.\s?m\b)[^\W\d_]+(?:'[^\W\d_]+)*)
|(?=[0-9])(?:
 (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}
   (?:[T\ ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?)(?![\w:+-])
|(?P<year_first>(?:19|20|21)[0-9]{2}(?P<mark>[/.-])[0-9]{1,2}(?P=mark)[0-9]{1,2})(?![\w/-])
|(?P<date>[0-9]{1,2}(?P<mark2>[/.-])[0-9]{1,2}(?P=mark2)(?:[0-9]{4}|[0-9]{2}))(?![\w/:-])
|(?P<month_year>[0-9]{1,2}/(?:19|20|21)[0-9]{2}|(?:19|20|21)[0-9]{2}/[0-9]{1,2})(?![\w/])
|(?P<clock>[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2})?|h[0-9]{2}(?!\w)))(?![0-9:])
|(?P<slash>[0-9]{1,2}/[0-9]{1,2})(?![0-9/])
|(?P<dotted>[0-9]{1,2}[.,][0-9]{1,2}(?![0-9])\.?)
|(?P<ordinal>[0-9]{1,3}(?:ORDINAL))(?!\w)
|(?P<number>[0-9]+)
 )
|(?P<half_day>[ap]\.\s?m\b\.?)
|(?P<other>[\x00\x01]+|[^\s])
"""


@dataclass(slots=True)  # not frozen: to make a frozen one takes three times as long, and one is made for each line
class Tokens:
    """A text's tokens: `text[starts[n]:ends[n]]` may be what `values[n]` says; `signs[n]` stands for its classes."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    values: Sequence[Values]
    signs: str


class Lexicon:
    """A language's words, and the signs of all sets of classes that its words and numbers have."""

    def __init__(self, words: Mapping[str, dict[str, Any]], short: Mapping[str, dict[str, Any]], ordinal: str) -> None:
        """`words` are folded; `short` are read only right after a digit; `ordinal` is what follows an ordinal."""
        self._signs: dict[frozenset[str], str] = {}
        single = {word: values for word, values in words.items() if " " not in word}
        self._words = {word: (self._add_sign(values), values) for word, values in single.items()}
        self._glued = self._glued_words(single, short)
        self._phrases = self._phrases_of(words)
        self._second_words = self._second_words_of(single)
        self._entries: dict[str, tuple[str, Values, Collection[str]]] = {
            word: (*self._words.get(word, _ORDINARY), self._second_words.get(word, ()))
            for word in self._words.keys() | self._second_words.keys()
        }
        self._pattern = re.compile(_PATTERN.replace("ORDINAL", ordinal), re.VERBOSE | re.IGNORECASE)
        self._number = lru_cache(maxsize=2048)(self._number_of)
        for kind in ("iso", "year_first", "date", "month_year", "clock", "ordinal"):
            self._add_sign({kind: None})
        for sample in _SAMPLES:
            self._add_sign(_number_values(sample))

    @property
    def words(self) -> tuple[str, ...]:
        """All words and phrases that mean something, folded."""
        phrases = (" ".join((first, *rest)) for first, found in self._phrases.items() for rest, _, _ in found)
        return (*self._words, *phrases)

    def signs_of(self, name: str) -> str:
        """The signs of all tokens that may be of the class."""
        return "".join(sign for classes, sign in self._signs.items() if name in classes)

    def read(self, text: str) -> Tokens:
        """The tokens of a text. Words that belong together ("day after tomorrow", "twenty five") are one."""
        places: list[tuple[int, int]] = []
        values: list[Values] = []
        signs: list[str] = []
        was_number = has_phrases = False
        second_words: Collection[str] = ()
        following: Collection[str]
        # Looked up once: this is the busiest loop of the language.
        entries, is_ascii = self._entries, text.isascii()
        second_words_of: Mapping[str, Collection[str]] = self._second_words
        for match in self._pattern.finditer(text):
            said, kind = match[0], match.lastgroup
            if kind == "word":
                key = said.lower() if is_ascii or said.isascii() else fold(said)
                if was_number and match.start() == places[-1][1]:
                    sign, meant = self._glued.get(key, _ORDINARY)
                    following = second_words_of.get(key, ())
                else:
                    sign, meant, following = entries.get(key, _ORDINARY_ENTRY)
                was_number = False
            else:
                key = said
                is_attached = bool(values) and values[-1] is _NOTHING and match.start() == places[-1][1]
                sign, meant = self._entry(kind, said, is_attached=is_attached)
                following = second_words_of.get(key, ())
                was_number = kind not in ("other", "half_day")
            has_phrases = has_phrases or key in second_words
            second_words = following
            places.append(match.span())
            values.append(meant)
            signs.append(sign)
        starts, ends = [start for start, _ in places], [end for _, end in places]
        tokens = Tokens(text, starts, ends, values, "".join(signs))
        return self._joined(tokens) if has_phrases else tokens

    def _entry(self, kind: str | None, said: str, *, is_attached: bool) -> tuple[str, Values]:
        """What a token is that is no word; a number right after a word is a part of it ("mp3"), unlike "Feb13"."""
        if kind == "other":
            return self._words.get(said, _ORDINARY)
        if kind == "half_day":
            return self._words.get(said[0].lower() + "m", _ORDINARY)
        if kind == "number" and is_attached:
            return _ORDINARY
        return self._number(kind, said)

    # --- Signs

    def _add_sign(self, values: Values) -> str:
        classes = frozenset(values)
        if not classes:
            return ORDINARY_SIGN
        return self._signs.setdefault(classes, _SIGNS[len(self._signs)])

    def _glued_words(
        self, words: Mapping[str, dict[str, Any]], short: Mapping[str, dict[str, Any]]
    ) -> dict[str, tuple[str, Values]]:
        glued = {
            word: {name: value for name, value in values.items() if name in _GLUED} for word, values in words.items()
        }
        for word, values in short.items():
            glued[word] = {**glued.get(word, {}), **values}
        return {word: (self._add_sign(values), values) for word, values in glued.items() if values}

    def _number_of(self, kind: str | None, said: str) -> tuple[str, Values]:
        values = _number_values(said) if kind in ("number", "slash", "dotted") else _structured_value(kind, said)
        return self._signs.get(frozenset(values), ORDINARY_SIGN), values

    # --- Words that belong together

    def _phrases_of(self, words: Mapping[str, dict[str, Any]]) -> dict[str, list[tuple[tuple[str, ...], str, Values]]]:
        phrases: dict[str, list[tuple[tuple[str, ...], str, Values]]] = {}
        for phrase in sorted((word for word in words if " " in word), key=lambda word: -len(word.split())):
            first, *rest = phrase.split()
            phrases.setdefault(first, []).append((tuple(rest), self._add_sign(words[phrase]), words[phrase]))
        return phrases

    def _second_words_of(self, single: Mapping[str, Values]) -> dict[str, set[str]]:
        """What may follow each word that begins a token of several: most texts hold no such pair."""
        seconds = {first: {rest[0] for rest, _, _ in found} for first, found in self._phrases.items()}
        digits = {word for word, values in single.items() if {"spelled", "ordinal"} & values.keys()}
        for word in (word for word, values in single.items() if "tens" in values):
            seconds.setdefault(word, set()).update(digits, "-")
        return seconds

    def _joined(self, found: Tokens) -> Tokens:
        starts: list[int] = []
        ends: list[int] = []
        values: list[Values] = []
        signs: list[str] = []
        index = 0
        while index < len(found.signs):
            count, sign, meant = self._phrase_at(found, index)
            starts.append(found.starts[index])
            ends.append(found.ends[index + count - 1])
            values.append(meant)
            signs.append(sign)
            index += count
        return Tokens(found.text, starts, ends, values, "".join(signs))

    def _phrase_at(self, found: Tokens, index: int) -> tuple[int, str, Values]:
        """How many tokens are one, and what it is."""
        if "tens" in found.values[index] and (compound := self._compound(found, index)):
            return compound
        for rest, sign, values in self._phrases.get(self._word(found, index), ()):
            places = range(index + 1, index + 1 + len(rest))
            if places.stop <= len(found.signs) and all(
                self._word(found, place) == word for place, word in zip(places, rest, strict=True)
            ):
                return 1 + len(rest), sign, values
        return 1, found.signs[index], found.values[index]

    @staticmethod
    def _word(found: Tokens, index: int) -> str:
        return _key(found.text[found.starts[index] : found.ends[index]])

    def _compound(self, found: Tokens, index: int) -> tuple[int, str, Values] | None:
        """Tens and a digit: "twenty five", "twenty-fifth"."""
        tens = found.values[index]["tens"]
        place = index + (2 if found.text[found.ends[index] : found.ends[index] + 1] == "-" else 1)
        if place >= len(found.signs):
            return None
        values, count = found.values[place], place - index + 1
        if 0 < values.get("spelled", 0) < 10:
            return (count, *self._number("number", str(tens + values["spelled"])))
        if 0 < values.get("ordinal", 0) < 10:
            return (count, *self._number("ordinal", str(tens + values["ordinal"])))
        return None


_ORDINARY: tuple[str, Values] = (ORDINARY_SIGN, _NOTHING)
_ORDINARY_ENTRY: tuple[str, Values, Collection[str]] = (*_ORDINARY, ())


def _key(word: str) -> str:
    return word.lower() if word.isascii() else fold(word)


# --- What a number may be


def _number_values(said: str) -> dict[str, Any]:
    if "/" in said:
        return _slash_values(*map(int, said.split("/")))
    if "." in said or "," in said:
        return _dotted_values(said)
    number, length = int(said[:9]), len(said)
    values: dict[str, Any] = {"number": number} if length <= 5 else {}
    if length <= 2:
        values |= {"short_year": number} if length == 2 else {}
        values |= {"hour": (number, said[0] == "0" and length == 2)} if number <= _LATEST_HOUR else {}
        values |= {"day": number} if 1 <= number <= _LATEST_DAY else {}
        values |= {"minute": number} if number <= _LATEST_MINUTE and length == 2 else {}
    elif length in (3, 4):
        hour, minute = divmod(number, 100)
        is_time = hour < _LATEST_HOUR and minute <= _LATEST_MINUTE
        values |= {"compact_time": (hour, minute, said[0] == "0" or length == 3)} if is_time else {}
        values |= {"year": number} if 1900 <= number < 2200 else {}
        values |= {"old_year": number} if 1000 <= number < 1900 else {}
    return values


def _slash_values(first: int, second: int) -> dict[str, Any]:
    is_fraction = 0 < first < second and second in (2, 3, 4, 8)
    values: dict[str, Any] = {"slash": (first, second)}
    return values | ({"fraction": first / second} if is_fraction else {})


def _dotted_values(said: str) -> dict[str, Any]:
    bare = said.removesuffix(".")
    first, second = (int(part) for part in re.split("[.,]", bare))
    values: dict[str, Any] = {} if said != bare else {"decimal": float(bare.replace(",", "."))}
    if "." in bare:
        is_time = first < _LATEST_HOUR and second <= _LATEST_MINUTE and len(bare.split(".")[1]) == 2 and said == bare
        is_date = 1 <= first <= _LATEST_DAY and 1 <= second <= 12
        values |= {"dotted_time": (first, second, bare[0] == "0")} if is_time else {}
        values |= {"dotted_date": (first, second)} if is_date else {}
        values |= {"dotted_day": (first, second)} if is_date and said != bare else {}
    return values


def _structured_value(kind: str | None, said: str) -> dict[str, Any]:
    numbers = [int(number) for number in re.findall("[0-9]+", said)]
    if kind == "iso":
        return {"iso": said.upper()}
    if kind == "clock":
        hour, minute = numbers[0], numbers[1]
        is_time = hour < _LATEST_HOUR and minute <= _LATEST_MINUTE and numbers[2:] <= [_LATEST_MINUTE]
        return {"clock": (hour, minute, said[0] == "0" or "h" in said.lower())} if is_time else {}
    if kind == "ordinal":
        return {"ordinal": numbers[0]}
    if kind == "date":
        has_dots = "." in said
        year = numbers[2] if numbers[2] > 99 else (2000 if numbers[2] < 70 else 1900) + numbers[2]
        return {"date": (numbers[0], numbers[1], year, has_dots)}
    return {str(kind): tuple(numbers)}


def folded_words(words: Iterable[str]) -> list[str]:
    """The words as the lexicon looks them up: token for token, as "week - end" and "2 moro"."""
    return [" ".join(_key(part) for part in _BORDERS.sub(r" \g<0> ", word).split()) for word in words]


_BORDERS = re.compile(r"(?<=\w)-(?=\w)|(?<=[0-9])(?=[^\W\d_])")
