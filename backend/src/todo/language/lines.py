"""A line of quick add in the person's language or, where English surely finds more of a date in it, in English.

Whoever keeps the app in another language still writes "add buy tea tomorrow". English is believed only where its words
are no words of the other language: "Platz 5 am Fenster" and "mar 5" say no time and no day of an English speaker.
"""

import re
from functools import cache
from typing import Any

from todo.language.grammar import language
from todo.language.quick_add import QuickAdd, parse_quick_add
from todo.language.text import fold
from todo.language.vocabulary import word_set

_WHEN = frozenset({"date", "time", "recurrence"})
_WORD = re.compile(r"[^\W\d_]+")
# "5pm" says so by itself; "5 am" is German for where somebody sits.
_HALF_DAY = re.compile(r"[0-9]\s?pm\b|[0-9]am\b", re.IGNORECASE)
# English words that say when, and stand in the middle of other languages for nothing else. Names of shows, meetings
# and sales ("Weekly", "Friday for Future") do: a part of a day, "daily" and "sale" are not among them.
_SURE = word_set(
    "today tonight tomorrow tmrw yesterday monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays",
    "friday fridays saturday saturdays sunday sundays january february march june july october december next every",
    "weekday weekdays week weeks day days month months year years hours morning afternoon evening fortnight noon",
    "midnight fri thu thur thurs tues wed weds",
)
# Nobody says when with these alone: "Day Spa", "Next Level".
_SURE_WITH_OTHERS = word_set("next every week weeks day days month months year years hours morning afternoon evening")


def parse_line(text: str, *, language_code: str = "en", day_first: bool | None = None, **settings: Any) -> QuickAdd:
    """What a line says; arguments, errors and result are those of `parse_quick_add`."""
    own = parse_quick_add(text, language_code=language_code, day_first=day_first, **settings)
    words = language(language_code)
    if words.code == "en" or own.no_date or own.recurrence:
        return own
    order = words.day_first if day_first is None else day_first
    found = parse_quick_add(text, language_code="en", day_first=order, say_in=words.code, **settings)
    return found if _says_when(found, words.code) and _holds(found, own) else own


def _says_when(found: QuickAdd, code: str) -> bool:
    """Whether English words, and no others, say when."""
    said = [span.text for span in found.spans if span.kind in _WHEN]
    return bool(said) and all(_is_english(one, code) for one in said)


def _is_english(said: str, code: str) -> bool:
    if _HALF_DAY.search(said):
        return True
    words = {fold(word) for word in _WORD.findall(said)}
    sure = (words & _SURE) - _own_words(code)
    return bool(sure) and (bool(sure - _SURE_WITH_OTHERS) or len(said.split()) > 1)


def _holds(found: QuickAdd, own: QuickAdd) -> bool:
    """Whether nothing is lost of what the person's own language says, and something is gained."""
    said = {(span.kind, place) for span in own.spans for place in range(span.start, span.end)}
    more = {(span.kind, place) for span in found.spans for place in range(span.start, span.end)}
    return said < more


@cache
def _own_words(code: str) -> frozenset[str]:
    return frozenset(language(code).lexicon.words)
