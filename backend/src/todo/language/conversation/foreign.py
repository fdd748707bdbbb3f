"""Plain orders in German and Spanish, said in the English that everything else reads. Titles stay as they are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

from todo.language.conversation import orders_german, orders_spanish
from todo.language.conversation.pointers import place, point
from todo.language.conversation.told import told_apart
from todo.language.symbols import ProjectName
from todo.language.text import fold

_LONGEST, _LONGEST_DAY = 400, 40
# May stand before a day.
_SMALL = re.compile(r"(?:am|im|in|von|vom|fur|fuer|der|die|das|dem|den|del?|al|para|el|la|lo|este|proximo)\s+")
# How letters are written where a keyboard has none of their own.
_LOOSE = str.maketrans(
    {
        "ä": "(?:ä|ae|a)",
        "ö": "(?:ö|oe|o)",
        "ü": "(?:ü|ue|u)",
        "ß": "(?:ß|ss)",
        "ñ": "(?:ñ|n)",
        "á": "(?:á|a)",
        "é": "(?:é|e)",
        "í": "(?:í|i)",
        "ó": "(?:ó|o)",
        "ú": "(?:ú|u)",
    }
)


# How the English begins for what tells how things are, and is no order by its form.
_TOLD = ("complete", "{a} is", "{a} can wait", "make {a} p1", "move {a} {b}", "and ")
# What may stand beside something that is told to be done.
_BESIDE_TOLD = ("complete ", "move ", "delete the other one", "delete numbers ")
# Only its question mark tells it from a report: "¿ya pagué el alquiler?".
_ASKED = "did i already {did}"


@dataclass(frozen=True)
class _Orders:
    """Of one language: what is said whole with the English for it, names of days, articles before a title.

    In the English, {new} and {when} are the person's words as they are, {a} and {b} are words for tasks, {day} is a
    day in English, {amount} a length of time, {place} a place in a list, {project} the name of one, {did} the verb
    of a title for what is told of it.
    """

    table: tuple[tuple[re.Pattern[str], str], ...]
    days: Mapping[str, str]
    amounts: Mapping[str, str]
    articles: re.Pattern[str]
    did: Mapping[str, str]
    courtesy: re.Pattern[str]
    closing: re.Pattern[str]
    imperatives: Mapping[str, str]
    negation: re.Pattern[str]
    not_yet: re.Pattern[str]
    joint: re.Pattern[str]  # between an order and the verb of the next
    parts: re.Pattern[str]
    fillers: re.Pattern[str]


def _orders(language: ModuleType) -> _Orders:
    joint = rf"\s*,\s*(?:{language.AND}\s+)?|\s+{language.AND}\s+"
    return _Orders(
        table=tuple((_pattern(said), english) for said, english in language.ORDERS),
        days=language.DAYS,
        amounts=language.AMOUNTS,
        articles=_pattern(rf"(?:\A|(?<=\s{language.AND}\s)){language.ARTICLES}"),
        did=language.DID,
        courtesy=_pattern(language.COURTESY),
        closing=_pattern(rf"{language.CLOSING}\Z"),
        imperatives=language.IMPERATIVES,
        negation=_pattern(rf"\b{language.NEGATION}\b"),
        not_yet=_pattern(language.NOT_YET),
        joint=_pattern(rf"(?:{joint})(?={language.VERBS}\b)"),
        parts=_pattern(rf"{joint}|\s+(?={language.BUT}\s)"),
        fillers=_pattern(rf"(?<=\w)\s+{language.FILLERS}(?=\s)"),
    )


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(_loosened(text), re.IGNORECASE)


def _loosened(pattern: str) -> str:
    """The pattern with accents that may be left out; within brackets they stand as they are."""
    parts = re.split(r"(\[[^\]]*\])", pattern)
    return "".join(part if number % 2 else part.translate(_LOOSE) for number, part in enumerate(parts))


# Whoever adds a language adds a table.
_LANGUAGES = {
    "de": _orders(orders_german),
    "es": _orders(orders_spanish),
}


def in_english(said: str, language: str, projects: Sequence[ProjectName] = ()) -> str:
    """The order in English; what is no order of that language comes back as it is. `projects` are the person's."""
    line = said.strip().strip("¿¡?!. ")
    orders = _LANGUAGES.get(language)
    if orders is None or len(line) > _LONGEST or "\n" in line:
        return said
    if places := place(line, language):
        return places
    return _reports_in(line, said, language, projects) or _orders_in(line, said, language, projects) or said


def _orders_in(line: str, said: str, language: str, projects: Sequence[ProjectName]) -> str | None:
    """The English for one order, or for several of which each surely is one."""
    orders = _LANGUAGES[language]
    parts = [] if orders.negation.search(line) else orders.joint.split(line)
    read = [_one(part, said, language, projects) for part in parts] if len(parts) > 1 else []
    if read and all(read):
        return " and then ".join(map(str, read))
    return _one(line, said, language, projects)


def _reports_in(line: str, said: str, language: str, projects: Sequence[ProjectName]) -> str | None:
    """The English for several things that are told to be done; what is not done yet is left as it is."""
    orders = _LANGUAGES[language]
    done, count = told_apart(line, orders.parts, orders.not_yet)
    if count == 1:
        return None
    read = [_one(part, said, language, projects) for part in done]
    # "The first is paid, the second on friday": a move beside what is told.
    is_report = all(english and english.startswith(_BESIDE_TOLD) for english in read)
    is_told = any(english and english.startswith("complete ") for english in read)
    return " and then ".join(map(str, read)) if is_report and is_told else None


def _one(line: str, said: str, language: str, projects: Sequence[ProjectName]) -> str | None:
    """The English for an order with its politeness or without."""
    bare = _bare(line, _LANGUAGES[language])
    return _read(bare, said, language, projects) or _read(line, said, language, projects)


def _bare(line: str, orders: _Orders) -> str:
    """The order without its politeness, as an imperative."""
    line = orders.closing.sub("", line)
    opening = orders.courtesy.match(line)
    if opening is None:
        return orders.fillers.sub("", line, count=1) if orders.fillers.match(line, line.find(" ")) else line
    verb, blank, rest = line[opening.end() :].partition(" ")
    return f"{orders.imperatives.get(fold(verb), verb)}{blank}{rest}"


def _read(line: str, said: str, language: str, projects: Sequence[ProjectName]) -> str | None:
    """The English for a whole line; `said` is all that it is part of."""
    orders = _LANGUAGES[language]
    for pattern, english in orders.table:
        # "Ist das erledigt?" asks, "das ist nicht erledigt" denies; nothing is done for either.
        is_told = english.startswith(_TOLD)
        is_denied = is_told and not english.startswith("{a} is") and orders.negation.search(line)
        is_other_mood = is_told if "?" in said else english.startswith(_ASKED)
        match = None if is_denied or is_other_mood else pattern.fullmatch(line)
        words = _words(match, language, projects) if match else None
        if words is not None:
            return " ".join(english.format(**words).split())
    return None


def _words(match: re.Match[str], language: str, projects: Sequence[ProjectName]) -> dict[str, str] | None:
    """What fills the English; None when a part can't be said in it."""
    words: dict[str, str] = {}
    for name, said in match.groupdict(default="").items():
        found = _word(name, said, language, projects) if said else ""
        if found is None:
            return None
        words[name] = found
    return words


def _word(name: str, said: str, language: str, projects: Sequence[ProjectName]) -> str | None:
    orders = _LANGUAGES[language]
    if name == "day":
        return _day(said, orders.days)
    if name == "amount":
        return _amount(said, orders.amounts)
    if name == "did":
        return orders.did.get(fold(said))
    if name == "project":
        names = {fold(said), f"{fold(said)}s"}  # "la lista de la compra" is that of Compras
        return next((project.name for project in projects if fold(project.name) in names), None)
    if name == "place":
        return point(said, language)
    if name in ("a", "b"):
        return point(said, language) or orders.articles.sub("", said) if said else ""
    return said


def day_in_english(said: str, language: str) -> str | None:
    """A day or stretch of days in English: "am Freitag", "la de mañana"; None when the words are none."""
    orders = _LANGUAGES.get(language)
    return _day(said, orders.days) if orders and len(said) <= _LONGEST_DAY else None


def _amount(said: str, amounts: Mapping[str, str]) -> str | None:
    """A number and a unit in English: "zwei Wochen" is "two weeks"."""
    found = [part if part.isdigit() else amounts.get(part) for part in fold(said).split()]
    return " ".join(part for part in found if part) if found and all(found) else None


def _day(said: str, days: Mapping[str, str]) -> str | None:
    """A day in English: as a whole, else word by word."""
    words = " ".join(fold(said).split())
    while words not in days and (match := _SMALL.match(words)):
        words = words[match.end() :]
    found = [days.get(part) for part in ([words] if words in days else words.split())]
    return " ".join(part for part in found if part) if found and all(found) else None
