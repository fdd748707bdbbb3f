"""Slips of the finger: one letter wrong, missing, too many or swapped, in words of five letters and more."""

from collections.abc import Collection

SHORTEST = 5
_LONG = 6  # letters of a word whose slips are hardly ever words of their own
_LONGER = 7  # letters of one that is known with another vowel too
_VOWELS = "aeiou"


def is_slip(word: str, meant: str) -> bool:
    """Whether one slip makes `meant` into `word`; neither is shorter than five letters, and they differ."""
    if min(len(word), len(meant)) < SHORTEST or abs(len(word) - len(meant)) > 1 or word == meant:
        return False
    start = next((n for n, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), min(len(word), len(meant)))
    rest, wanted = word[start:], meant[start:]
    swapped = len(rest) > 1 and rest[1::-1] == wanted[:2] and rest[2:] == wanted[2:]
    return swapped or rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:]


def is_short_slip(word: str, meant: str) -> bool:
    """Whether a letter is missing or too many, or two are swapped. A wrong one would make other small words of most."""
    if word == meant or len(word) < 2:
        return False
    swapped = sorted(word) == sorted(meant) and sum(a != b for a, b in zip(word, meant, strict=True)) == 2
    return swapped or _lacks_one(word, meant) or _lacks_one(meant, word)


def _lacks_one(word: str, meant: str) -> bool:
    return len(word) + 1 == len(meant) and any(meant[:n] + meant[n + 1 :] == word for n in range(len(meant)))


def slips_of(word: str) -> frozenset[str]:
    """What is surely a slip of a word of six letters and more: a letter missing, two swapped; in one of seven letters
    another vowel too. First and last letters hold. Those that make words are the language's to tell ("domino").
    """
    if len(word) < _LONG or not word.isalpha():
        return frozenset()
    inner = range(1, len(word) - 1)
    missing = {word[:n] + word[n + 1 :] for n in inner}
    swapped = {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in inner[:-1]}
    vowels = [n for n in inner if word[n] in _VOWELS] if len(word) >= _LONGER else []
    replaced = {word[:n] + vowel + word[n + 1 :] for n in vowels for vowel in _VOWELS}
    return frozenset(missing | swapped | replaced) - {word}


def meant_by(word: str, known: Collection[str]) -> str | None:
    """The one known word that a word is a slip of; None when it is known itself, or when none or several could be."""
    if word in known or len(word) < SHORTEST:
        return None
    near = [one for one in known if is_slip(word, one)]
    return near[0] if len(near) == 1 else None
