"""Plain orders in German and Spanish, said in the English that everything else reads. Titles stay as they are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

from todo.language.conversation import orders_german, orders_spanish
from todo.language.conversation.pointers import place, placed_first, point
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
_PLACES = ("numbers ", "the first ", "the last ")
_QUESTIONS = ("what ", "when ", "how ", "show ")
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
    place_verb: re.Pattern[str]  # before a place of a list that is given a day
    place_when: re.Pattern[str]  # and what follows the place
    said_once: re.Pattern[str]
    anew: re.Pattern[str]  # between what an order says once for several
    group_of: re.Pattern[str]
    question: re.Pattern[str]
    already_told: str
    rather: re.Pattern[str]  # which alone tells that another day is wanted for one place


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
        place_verb=_pattern(language.PLACE_VERB),
        place_when=_pattern(language.PLACE_WHEN),
        said_once=_pattern(rf"(?:{language.SAID_ONCE})\s+"),
        anew=_pattern(rf"\s*,?\s+{language.AND}\s+{language.ANEW}"),
        group_of=_pattern(language.GROUP_OF),
        question=_pattern(
            rf"(?:{language.ASKS_ON}[\s,]+)*(?P<question>{language.ASKS}\b.*?)(?:[\s,]+{language.AGAIN})*"
        ),
        already_told=language.ALREADY_TOLD,
        rather=_pattern(rf"{language.RATHER}\b"),
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
    return (
        _question_in(line, said, language, projects)
        or _places_in(line, said, language, projects)
        or _reports_in(line, said, language, projects)
        or _orders_in(line, said, language, projects)
        or said
    )


def _orders_in(line: str, said: str, language: str, projects: Sequence[ProjectName]) -> str | None:
    """The English for one order, or for several of which each surely is one."""
    orders = _LANGUAGES[language]
    parts = [] if orders.negation.search(line) else orders.joint.split(line)
    once = orders.said_once.match(line)
    if len(parts) < 2 and once and not orders.negation.search(line):
        first, *others = orders.anew.split(line)
        parts = [first, *(f"{once[0]}{other}" for other in others)]
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
    read = [_one(part, said, language, projects) for part in done[:1]]
    # "Ya pagué el alquiler y envié la factura": that it is done is said once.
    lead = orders.already_told
    read += [
        _one(part, said, language, projects) or (_one(f"{lead}{part}", said, language, projects) if lead else None)
        for part in done[1:]
    ]
    # "The first is paid, the second on friday": a move beside what is told.
    is_report = all(english and english.startswith(_BESIDE_TOLD) for english in read)
    is_told = any(english and english.startswith("complete ") for english in read)
    return " and then ".join(map(str, read)) if is_report and is_told else None


def _question_in(line: str, said: str, language: str, projects: Sequence[ProjectName]) -> str | None:
    """The English for a question within what only goes on with it: "und wann ist der Zahnarzt nochmal"."""
    match = _LANGUAGES[language].question.fullmatch(line)
    if match is None or match["question"] == line or _one(line, said, language, projects):
        return None
    english = _one(match["question"], said, language, projects)
    return english if english and english.startswith(_QUESTIONS) else None


def _places_in(line: str, said: str, language: str, projects: Sequence[ProjectName]) -> str | None:
    """The English for places of a list with a day each: "mach das erste morgen und das zweite am freitag". What is said
    of a place and not understood stays as it is, so that it can be asked for.
    """
    orders = _LANGUAGES[language]
    parts = [part for part in orders.parts.split(_bare(line, orders)) if part] if "?" not in said else []
    placed = [placed_first(orders.place_verb.sub("", part, count=1), language) for part in parts]
    # What is not done yet is said beside what is; no day is wanted for it.
    if not placed or not all(placed) or any(map(orders.not_yet.fullmatch, parts)):
        return None
    if len(parts) == 1 and not orders.rather.match(placed[0][1] if placed[0] else ""):
        return None
    read, before = [], ""
    for part, (place_name, rest) in zip(parts, filter(None, placed), strict=True):
        if not rest:
            before += f"{place_name} and "
            continue
        match = orders.place_when.fullmatch(rest)
        english = f"move {before}{place_name} to {match['when']}" if match else _one(part, said, language, projects)
        is_step = bool(match) or (not before and (english or "").startswith(_BESIDE_TOLD))
        read.append((is_step, english if is_step else f"{before}{place_name} {rest}"))
        before = ""
    is_sure = (len(read) > 1 or len(parts) == 1) and not before and any(is_step for is_step, _ in read)
    return " and then ".join(str(english) for _, english in read) if is_sure else None


def _one(line: str, said: str, language: str, projects: Sequence[ProjectName]) -> str | None:
    """The English for an order with its politeness or without."""
    bare = _bare(line, _LANGUAGES[language])
    return _read(bare, said, language, projects) or _read(line, said, language, projects)


def _bare(line: str, orders: _Orders) -> str:
    """The order without its politeness, as an imperative."""
    line = orders.closing.sub("", line)
    opening = orders.courtesy.match(line)
    if opening is None:
        return _without_filler(line, orders)
    verb, blank, rest = _without_filler(line[opening.end() :], orders).partition(" ")
    return f"{orders.imperatives.get(fold(verb), verb)}{blank}{rest}"


def _without_filler(line: str, orders: _Orders) -> str:
    """The order without what stands after its verb and only fills it."""
    return orders.fillers.sub("", line, count=1) if orders.fillers.match(line, line.find(" ")) else line


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
            if english.startswith("complete ") and words.get("a", "").startswith(_PLACES):
                # "3 und 4 hab ich": places need no verb of a title.
                return f"complete {words['a']}"
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
    if name == "group":
        return point(said, language) or _group_of(said, orders, projects)
    if name in ("a", "b"):
        return point(said, language) or _group_of(said, orders, projects) or orders.articles.sub("", said)
    return said


def _group_of(said: str, orders: _Orders, projects: Sequence[ProjectName]) -> str | None:
    """All tasks of a project; None when the words are not that."""
    match = orders.group_of.fullmatch(said)
    names = {fold(project.name): project.name for project in projects} if match else {}
    name = names.get(fold(match["project"])) if match else None
    return f"everything in {name}" if name else None


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
