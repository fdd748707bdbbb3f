"""Where the words that somebody looks for begin words of a text."""

import itertools
import re
from collections.abc import Iterable

from todo.language.text import fold, fold_with_origins

MAX_READ = 5_000  # characters of a text: folding takes a while, and nobody sees more of a result
MAX_SPANS = 50
_WORDS = re.compile(r"[^\W_]+")


def search_words(text: str) -> tuple[str, ...]:
    """The words to look for, at most ten; what has neither letter nor digit is none."""
    words = dict.fromkeys(word for word in text.split() if _WORDS.search(word))
    return tuple(words)[:10]


def highlights(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Start and end of each place where a word of the text begins like one that is looked for, in order and apart.

    Case and accents do not matter. Only the first `MAX_READ` characters are read, and `MAX_SPANS` places at most given.
    """
    prefixes = {piece for word in words for piece in _WORDS.findall(fold(word))}
    if not prefixes:
        return []
    text = text[:MAX_READ]
    folded, origins = (text.lower(), range(len(text))) if text.isascii() else fold_with_origins(text)
    alternatives = "|".join(re.escape(prefix) for prefix in sorted(prefixes, key=len, reverse=True))
    places: list[tuple[int, int]] = []
    for match in itertools.islice(re.finditer(rf"(?<![^\W_])(?:{alternatives})", folded), MAX_SPANS):
        # A character that folds to several counts whole, and once.
        start, end = origins[match.start()], origins[match.end() - 1] + 1
        if not places or start >= places[-1][1]:
            places.append((start, end))
    return places
