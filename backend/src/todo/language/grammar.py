"""A language as its data file describes it: its words, its phrases as templates, and how things are said."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from todo.language.lexicon import Lexicon, folded_words
from todo.language.templates import Template, TemplateError, TemplateIndex, compile_template, literals
from todo.language.text import fold
from todo.language.typos import slips_of
from todo.language.vocabulary import PartOfDay, one_of, phrase_pattern

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# How words are typed where a keyboard has no such letters: "frueh", "taeglich".
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
# The template tables of a data file: what their phrases mean, and the part that may stand before each phrase.
_LINKS = {"day": "link", "time": "at", "rule": "", "bound": ""}


class LanguageError(ValueError):
    """A data file is wrong; the message says which and where."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """Words are lower case and folded (`text.fold`). `hours` are minutes after the start of the day."""

    code: str
    day_first: bool
    exact_clock: bool  # "7:30" is in the morning: hours with minutes are counted to 24
    half_step: int  # "half three": 1 if after that hour, -1 if before
    lexicon: Lexicon
    templates: TemplateIndex
    blockers: frozenset[str]  # a phrase right after one of these is no due date: "the friday report"
    continuations: frozenset[str]  # words that can follow a due date but not a number of things
    measures: frozenset[str]  # "march 5 miles"
    list_words: frozenset[str]  # between two dates they make a list or a range
    range_words: frozenset[str]  # between the two days of a range
    range_openers: frozenset[str]  # before a range: "from"
    counted_ending: str  # of several things: "buy 3 march posters" says no date
    verb_endings: tuple[str, ...]  # of a verb that may follow a date: "el 20 llevar el coche"
    small: frozenset[str]  # words of dates that are names where they are written with a capital
    person: re.Pattern[str] | None  # a person's `name` that looks like a date: "llamar a Domingo", "an Fr. Keller"
    deadline_marks: frozenset[str]  # a word of each phrase that `deadline` finds
    deadline: re.Pattern[str]  # before the day of a deadline: "deadline 15 december"
    tails: re.Pattern[str]  # what belongs to a date before it where it ends a clause: "friday at the latest"
    topics: frozenset[str]  # before what a task is about: "10 min about the car" is how long it takes
    relations: frozenset[str]  # between an amount and a day: "2 hours before christmas" is not how long it takes
    works: frozenset[str]  # what has a title: "the film Friday the 13th"
    watched: frozenset[str]  # verbs that want a title: "watch Wednesday on TV"
    weak: frozenset[str]  # words that are ordinary ones too: read only where a date is sure to stand
    time_zones: frozenset[str]  # a time before one of these is on another clock
    phrasal: Mapping[str, frozenset[str]]  # links that belong to the verb: "stop by"
    part_minutes: Mapping[PartOfDay, int]
    numbers: Mapping[str, int]
    priorities: Mapping[str, int]
    priority_name: str
    no_date: re.Pattern[str]
    no_date_marks: frozenset[str]  # a word of each phrase that `no_date` finds
    near_day_names: Sequence[str]
    weekday_names: Sequence[str]
    month_names: Sequence[str]
    say: Mapping[str, Any] = field(default_factory=dict)


@cache
def language_codes() -> tuple[str, ...]:
    """The codes of all languages that have a data file."""
    files = resources.files("todo.language.languages").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


@cache
def language(code: str) -> Language:
    """The language of an ISO 639-1 code ("de-AT" is German); English where there is no data file. Raises LanguageError
    for a file that is wrong.
    """
    short = code.lower().partition("-")[0].partition("_")[0]
    if short not in language_codes():
        return language("en")
    text = resources.files("todo.language.languages").joinpath(f"{short}.toml").read_text(encoding="utf-8")
    return read_language(short, text)


def read_language(code: str, text: str) -> Language:
    """The language of a data file's text. Raises LanguageError."""
    try:
        data = tomllib.loads(text)
        lexicon = _lexicon(data)
        templates = list(_templates(data, lexicon))
        return _language(code, data, lexicon, templates)
    except (tomllib.TOMLDecodeError, TemplateError, KeyError, ValueError) as error:
        raise LanguageError(f"{code}.toml: {error}") from error


def _language(code: str, data: Mapping[str, Any], lexicon: Lexicon, templates: Iterable[Template]) -> Language:
    lists, say = data["lists"], data["say"]
    return Language(
        code=code,
        day_first=data["day_first"],
        exact_clock=data.get("exact_clock", False),
        half_step=data["half_step"],
        lexicon=lexicon,
        templates=TemplateIndex(templates),
        **{
            name: frozenset(map(fold, lists[name].split()))
            for name in (
                "blockers",
                "continuations",
                "measures",
                "list_words",
                "range_words",
                "range_openers",
                "weak",
                "time_zones",
            )
        },
        tails=_tails(lists.get("tails", ())),
        **{
            name: frozenset(map(fold, lists.get(name, "").split()))
            for name in ("topics", "relations", "watched", "works")
        },
        counted_ending=lists.get("counted_ending", ""),
        verb_endings=tuple(lists.get("verb_endings", "").split()),
        small=frozenset(map(fold, lists.get("small", "").split())),
        person=re.compile(data["person"]) if "person" in data else None,
        deadline_marks=frozenset(max(phrase.split(), key=len).strip(":") for phrase in data["deadline"]),
        deadline=phrase_pattern(one_of(data["deadline"])),
        phrasal={link: frozenset(verbs.split()) for link, verbs in data.get("phrasal", {}).items()},
        part_minutes={part: round(60 * hour) for part, hour in data["hours"].items()},
        numbers=_numbers(data),
        priorities={word: int(level) for level, words in data["priority"].items() if level != "name" for word in words},
        priority_name=data["priority"]["name"],
        no_date=phrase_pattern(one_of(data["none"]["no_date"])),
        no_date_marks=frozenset(max(phrase.split(), key=len) for phrase in data["none"]["no_date"]),
        near_day_names=say["near_days"],
        weekday_names=say["weekdays"],
        month_names=say["months"],
        say=say,
    )


def _tails(phrases: Sequence[str]) -> re.Pattern[str]:
    """One of the phrases at the end of a clause, or before `more` of it; nothing where a language has none."""
    if not phrases:
        return re.compile(r"(?!)")
    return re.compile(rf"\s+{one_of(phrases)}(?=\s*(?:[.,;:!)]|\Z|(?P<more>\S)))", re.IGNORECASE)


def _numbers(data: Mapping[str, Any]) -> dict[str, int]:
    """The words of whole numbers, single or not: "seven", "a couple of"."""
    tables = (data["words"]["number"], data["words"]["quantity"])
    return {word: int(float(n)) for table in tables for n, words in table.items() for word in words if float(n) >= 1}


def _lexicon(data: Mapping[str, Any]) -> Lexicon:
    words: dict[str, dict[str, Any]] = {}
    for name, table in data["words"].items():
        _add_words(words, name, table)
    for name in folded_words(data["lists"]["names"]):  # "black friday" is one token, and no weekday
        words[name] = {"name": name}
    for word in folded_words(data["lists"]["weak"].split()):
        words[word]["weak"] = True
    for word in folded_words(data["lists"].get("adverbs", "").split()):
        words[word]["adverb_of_days"] = True
    for word, values in words.items():
        if "adverb" in values and " " in word:  # "twice a year" says how often wherever it stands, unlike "daily"
            values["sure"] = True
    _add_slips(words, frozenset(folded_words(data["lists"].get("lookalikes", "").split())))
    short: dict[str, dict[str, Any]] = {}
    for name, table in data.get("short", {}).items():
        _add_words(short, name, table)
    for word in folded_words(literals(list(_texts(data)))):
        words.setdefault(word, {})["=" + word] = True
    return Lexicon(words, short, data["ordinal"])


def _add_words(words: dict[str, dict[str, Any]], name: str, table: Mapping[str, Sequence[str]]) -> None:
    for key, forms in table.items():
        for form in folded_words([*forms, *(form.translate(_SPELLED_OUT) for form in forms)]):
            words.setdefault(form, {}).update(_values(name, key))


def _add_slips(words: dict[str, dict[str, Any]], lookalikes: frozenset[str]) -> None:
    """Weekdays with a slip of the finger, unless that makes another word."""
    days = {word: values for word, values in words.items() if "weekday" in values}
    for word, values in days.items():
        for slip in slips_of(word) - lookalikes:
            words.setdefault(slip, {"weekday": values["weekday"]})


def _values(name: str, key: str) -> dict[str, Any]:
    """What the words under a key of a table mean: numbers for days, months and amounts, else the key."""
    if name in ("weekday", "weekdays"):
        return {name: _WEEKDAYS.index(key)}
    if name == "month":
        return {name: _MONTHS.index(key) + 1}
    if name == "number":
        return _spelled(int(key))
    if name == "quantity":
        return {name: float(key)}
    if name in ("ordinal", "near", "other", "last", "spoken", "past"):
        return {name: int(key)}
    return {name: key}


def _spelled(number: int) -> dict[str, Any]:
    values: dict[str, Any] = {"number": number, "spelled": number}
    if 1 <= number <= 12:
        values["hour"] = (number, False)
    if number >= 20 and number % 10 == 0:
        values["tens"] = number
    return values


def _texts(data: Mapping[str, Any]) -> Iterable[str]:
    yield from data["parts"].values()
    for table in _LINKS:
        for texts in data.get(table, {}).values():
            yield from texts


def _templates(data: Mapping[str, Any], lexicon: Lexicon) -> Iterable[Template]:
    for table, link in _LINKS.items():
        for meaning, texts in data.get(table, {}).items():
            for text in texts:
                whole = f"{{{link}}}? ({text})" if link else text
                yield compile_template(f"{table}.{meaning}", whole, data["parts"], lexicon)
