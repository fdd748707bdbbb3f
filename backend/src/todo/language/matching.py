"""Finding a task by words of its title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from todo.language.text import fold
from todo.language.typos import is_slip

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’ʼ]s\b")
# "Chapter 5" is "chapter five".
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_DIGITS = {name: str(number) for number, name in enumerate(_NUMBERS)}
_IGNORED = frozenset({"a", "an", "the", "my", "our", "to", "of", "task", "todo", "item"})
# Verbs that say the same of a task: "mandé la factura" tells of "Enviar la factura".
_SAME = {
    "mandar": "enviar",
    "besorgen": "kaufen",
    **dict.fromkeys(("senden", "versenden", "verschicken", "abschicken"), "schicken"),
}
_SURE_LEAD = 0.2  # how far the best match must be ahead of the next
_COMPOUNDED = 5  # letters of a word that others may be put to
_HEAD = 7  # letters of one that others may be put before: "Bericht" for "Quartalsbericht"
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """`index` is the title's place in the given order; `score` is in (0, 1], 1 when the words are the title."""

    index: int
    title: str
    score: float


def match_title(words: str, titles: Sequence[str]) -> tuple[TitleMatch, ...]:
    """The titles that hold all of the words, the surest first; equally sure ones in the given order.

    Case, accents, small words and endings ("washing" for "Wash") do not matter. The score is the share of the title
    that the words cover.
    """
    wanted = _stems(words)
    matches = [
        TitleMatch(index, title, score)
        for index, title in enumerate(titles)
        if (score := _score(words, wanted, title)) > 0
    ]
    return tuple(sorted(matches, key=lambda match: -match.score))


def sure_match(matches: Sequence[TitleMatch]) -> TitleMatch | None:
    """The match that is meant, or None when a person must be asked: there is none, or others are about as good."""
    if not matches:
        return None
    if len(matches) == 1 or matches[0].score - matches[1].score >= _SURE_LEAD:
        return matches[0]
    is_only_exact = matches[0].score == 1 and matches[1].score < 1
    return matches[0] if is_only_exact else None


def near_match(words: str, titles: Sequence[str]) -> TitleMatch | None:
    """The one title that holds all of the words, but for a slip in some long one or for what a compound begins with
    ("Zahnarzt" for "Zahnarzttermin"); None when none or several do.

    Only for words that `match_title` finds nowhere.
    """
    wanted = _words(words)
    near = [n for n, title in enumerate(titles) if wanted and _holds_nearly(wanted, _words(title))]
    return TitleMatch(near[0], titles[near[0]], 0.5) if len(near) == 1 else None


def _holds_nearly(wanted: Sequence[str], held: Sequence[str]) -> bool:
    stems = {_stem(word) for word in held}
    return all(_stem(word) in stems or any(_is_nearly(word, one) for one in held) for word in wanted)


def _is_nearly(word: str, held: str) -> bool:
    return (
        is_slip(word, held)
        or (len(word) >= _COMPOUNDED and held.startswith(word))
        or (len(word) >= _HEAD and held.endswith(word))
    )


def _words(text: str) -> list[str]:
    """The words that count, with numbers in digits; all of them when nothing but small words is there."""
    said = [_SAME.get(word) or _DIGITS.get(word, word) for word in _WORD.findall(_POSSESSIVE.sub("", fold(text)))]
    return [word for word in said if word not in _IGNORED] or said


def _score(words: str, wanted: frozenset[str], title: str) -> float:
    held = _stems(title)
    if not wanted or not wanted <= held:
        return 0
    if fold(words).split() == fold(title).split():
        return 1
    return min(0.95, len(wanted) / len(held))


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(_stem, _words(text)))


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    for ending, replacement in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and _VOWEL.search(root) and not word.endswith("ss"):
            return _plain_root(root + replacement)
    return _plain_root(word)


def _plain_root(root: str) -> str:
    """Without the letter that an ending doubles or drops: "shop" for "shopping", "tak" for both "take" and "taking"."""
    if len(root) > 3 and root[-1] == root[-2]:
        return root[:-1]
    return root[:-1] if len(root) > 3 and root.endswith("e") else root
