"""One condition of a filter: `@label`, `p1`, `due before: tomorrow`, `no date`, `search: words`."""

import difflib
import re
from collections.abc import Mapping, Sequence

from todo.language.clock import Clock
from todo.language.filters.dates import read_date
from todo.language.filters.errors import FilterError
from todo.language.filters.tokens import Character, Token
from todo.language.filters.tree import (
    Dated,
    Fact,
    FactName,
    Filter,
    Moments,
    Named,
    NextDays,
    Noun,
    Priority,
    Relation,
    Words,
)

_FACTS: Mapping[str, FactName] = {
    "all": "all",
    "view all": "all",
    "overdue": "overdue",
    "over due": "overdue",
    "od": "overdue",
    "no date": "no date",
    "no due date": "no date",
    "no time": "no time",
    "no deadline": "no deadline",
    "no label": "no labels",
    "no labels": "no labels",
    "no section": "no section",
    "recurring": "recurring",
    "subtask": "subtask",
    "subtasks": "subtask",
    "done": "done",
    "completed": "done",
}
_PRIORITIES = {"p1": 1, "p2": 2, "p3": 3, "p4": 4, "no priority": 4}
_FIELDS: Mapping[str, Moments] = {
    "due": "due",
    "date": "due",
    "deadline": "deadline",
    "created": "created",
    "added": "created",
    "completed": "completed",
    "done": "completed",
    "updated": "updated",
    "changed": "updated",
}
_SIGNS: Sequence[tuple[str, Noun]] = (("##", "projects"), ("#", "project"), ("/", "section"), ("@", "label"))
_DATED = re.compile(rf"({'|'.join(_FIELDS)})(?: (before|after|on))? ?:", re.IGNORECASE)
_WITHOUT_COLON = re.compile(rf"({'|'.join(_FIELDS)})( before| after| on)? (.+)", re.IGNORECASE)
_NEXT_DAYS = re.compile(r"(?:next )?(\d{1,4}) days?", re.IGNORECASE)
_MOST_DAYS = 3660
_SHOWN = 60  # characters of what was written, in a message
CONDITION = ("a condition such as today, p1, @label or #Project",)
_DAY = ("a day or moment such as tomorrow, 3 jan, -7 days or 2026-12-01",)
_KNOWN = (*_FACTS, *_PRIORITIES, "today", "tomorrow", "next 7 days", "search:")


def read_term(token: Token, clock: Clock, language_code: str) -> Filter:
    """What a term says. Raises FilterError."""
    for sign, noun in _SIGNS:
        if _begins_with(token, sign):
            return _named(token, sign, noun)
    if _folded(token).startswith("search:"):
        return _words(token)
    if not token.is_plain:
        raise _error(token, "quote-without-sign", f'search: "{token.said}"')
    if match := _DATED.match(token.said):
        return _dated(token, match, clock, language_code)
    return _plain(token, clock, language_code)


def _begins_with(token: Token, sign: str) -> bool:
    start = token.characters[: len(sign)]
    return all(character.plain for character in start) and "".join(character.text for character in start) == sign


def _folded(token: Token) -> str:
    """The term in lower case up to where quotes begin."""
    plain = [character.text if character.plain else "\x00" for character in token.characters]
    return " ".join("".join(plain).lower().split())


def _plain(token: Token, clock: Clock, language_code: str) -> Filter:
    said = token.said.lower()
    if fact := _FACTS.get(said):
        return Fact(fact)
    if level := _PRIORITIES.get(said):
        return Priority(level)
    if match := _NEXT_DAYS.fullmatch(said):
        days = int(match[1])
        if not 1 <= days <= _MOST_DAYS:
            raise _error(token, "days-out-of-range", most=str(_MOST_DAYS))
        return NextDays(days)
    if not _WITHOUT_COLON.fullmatch(said) and (when := read_date(token.said, clock, language_code)):
        return Dated("due", "on", token.said, when)
    raise _unknown(token)


def _unknown(token: Token) -> FilterError:
    said = token.said.lower()
    if match := _WITHOUT_COLON.fullmatch(token.said):
        return _error(token, "colon-missing", f"{match[1]}{match[2] or ''}: {match[3]}")
    for word, sign in (("and", "&"), ("or", "|"), ("not", "!")):
        if f" {word} " in f" {said} ":
            return _error(token, "word-for-sign", _with_sign(token.said, word, sign), sign=sign, word=word)
    near = difflib.get_close_matches(said[:40], _KNOWN, n=1, cutoff=0.7)
    return _error(token, "unknown", next(iter(near), None), said=token.said[:_SHOWN])


def _with_sign(said: str, word: str, sign: str) -> str:
    joined = re.sub(rf"\b{word}\b", sign, said, flags=re.IGNORECASE)
    return joined.replace("! ", "!")


def _error(token: Token, reason: str, suggestion: str | None = None, **values: str) -> FilterError:
    return FilterError(reason, token.start, token.end, CONDITION, suggestion, values)


# --- Names and words


def _named(token: Token, sign: str, noun: Noun) -> Named:
    pieces = _pieces(token.characters[len(sign) :])
    if not any(pieces) and len(pieces) == 1:
        raise FilterError(f"{noun.removesuffix('s')}-missing", token.start, token.end, (f"{sign}Name", f"{sign}*"))
    return Named(noun, pieces)


def _pieces(characters: Sequence[Character]) -> tuple[str, ...]:
    """The name's parts between wildcards, with single blanks but in quotes."""
    pieces, blank = [""], False
    for character in characters:
        if character.plain and character.text.isspace():
            blank = True
            continue
        if blank and (len(pieces) > 1 or pieces[0]):
            pieces[-1] += " "
        blank = False
        if character.plain and character.text == "*":
            pieces.append("")
        else:
            pieces[-1] += character.text
    return (pieces[0], *filter(None, pieces[1:-1]), pieces[-1]) if len(pieces) > 1 else (pieces[0],)


def _words(token: Token) -> Words:
    text = "".join(character.text for character in token.characters).partition(":")[2]
    words = tuple(dict.fromkeys(word for word in text.split() if any(one.isalnum() for one in word)))
    if not words:
        raise FilterError("words-missing", token.start, token.end, ("search: words",))
    return Words(words)


# --- Days


def _dated(token: Token, match: re.Match[str], clock: Clock, language_code: str) -> Dated:
    said = token.said[match.end() :].strip()
    relation: Relation = (match[2] or "on").lower()  # type: ignore[assignment]
    when = read_date(said, clock, language_code)
    if when is None:
        colon = next(character.place for character in token.characters if character.text == ":")
        reason, values = ("no-day", {"said": said[:_SHOWN]}) if said else ("day-missing", {})
        raise FilterError(reason, colon + 1, token.end, _DAY, values=values)
    return Dated(_FIELDS[match[1].lower()], relation, said, when)
