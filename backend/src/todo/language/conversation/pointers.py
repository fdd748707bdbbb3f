"""What points at tasks in German and Spanish: "die zweite", "las dos primeras", "alle", "todo lo atrasado"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from todo.language.text import fold

_Matcher = Callable[[str], re.Match[str] | None]


@dataclass(frozen=True)
class _Pointers:
    """Of one language; every pattern is of folded text, as people on phones leave out accents."""

    ordinals: dict[str, str]
    before: _Matcher  # what may stand before a place: articles, "number"
    after: _Matcher
    joint: re.Pattern[str]
    few: _Matcher
    counts: dict[str, int]
    last: str
    one: _Matcher
    other: _Matcher
    several: _Matcher
    all: _Matcher  # a reply alone: all that were asked about
    none: _Matcher
    groups: tuple[tuple[_Matcher, str], ...]
    filling: re.Pattern[str]


def _whole(pattern: str) -> _Matcher:
    return re.compile(pattern).fullmatch


def _ordinals(stems: str, endings: str) -> dict[str, str]:
    """The English places of a language's ordinals, in each of their forms."""
    english = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"]
    forms = ("", *endings.split())
    pairs = zip(stems.split(), english, strict=True)
    return {f"{one}{ending}": place for stem, place in pairs for one in stem.split("|") for ending in forms}


_COUNTS_DE = {"zwei": 2, "beiden": 2, "drei": 3, "vier": 4, "funf": 5, "fuenf": 5, "sechs": 6}
_COUNTS_ES = {"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6}
_FEW_DE = r"(?:die|den)\s+(?P<which>ersten|letzten)\s+(?P<count>[2-6]|zwei|beiden|drei|vier|f(?:u|ue)nf|sechs)"
_FEW_ES = (
    r"(?:las|los)\s+(?:(?P<count>[2-6]|dos|tres|cuatro|cinco|seis)\s+(?P<which>primer[ao]s|ultim[ao]s)"
    r"|(?P<which2>primer[ao]s|ultim[ao]s)\s+(?P<count2>[2-6]|dos|tres|cuatro|cinco|seis))"
)
_POINTERS: dict[str, _Pointers] = {
    "de": _Pointers(
        ordinals=_ordinals(
            "erste zweite dritte vierte funfte|fuenfte sechste siebte|siebente achte neunte zehnte letzte", "n r s"
        ),
        before=_whole(r"(?:(?:die|der|das|den|dem)\s*)?(?:aufgabe\s+)?(?:(?:nummer|nr\.?)\s*)?"),
        after=_whole(r"(?:\s+(?:aufgabe|davon|bitte))?"),
        joint=re.compile(r"\s*,\s*(?:und\s+)?|\s+(?:und|oder)\s+"),
        few=_whole(_FEW_DE + r"(?:\s+(?:aufgaben|davon))?"),
        counts=_COUNTS_DE,
        last="letzten",
        one=_whole(r"es|das|sie|ihn|dies|dies(?:e|en|es)(?:\s+aufgabe)?|die\s+aufgabe"),
        other=_whole(r"(?:die|den|das|der)\s+andere[nrs]?(?:\s+aufgabe)?"),
        several=_whole(
            r"(?:sie\s+)?(?:alle|beide)(?:\s+(?:davon|beide|zusammen))?|die\s+beiden|diese\s+(?:beiden|aufgaben)"
        ),
        all=_whole(r"alles|(?:ja\s+)?alle(?:\s+(?:davon|aufgaben))?|(?:alle\s+)?beide|die\s+beiden|sie\s+alle"),
        none=_whole(
            r"kein(?:e|en|er|es|s)?(?:\s+(?:davon|von\s+(?:denen|beiden)|der\s+beiden))?|nichts(?:\s+davon)?|gar\s+(?:keine|nicht|nichts)"
            r"|nein|nee|ne|nein\s+danke|egal|lass\s+(?:es|das)|lieber\s+nicht|abbrechen|vergiss\s+es|schon\s+gut"
        ),
        groups=(
            (
                _whole(r"alles\s+(?:u|ue)berf(?:a|ae)llige|alle\s+(?:u|ue)berf(?:a|ae)lligen(?:\s+aufgaben)?"),
                "everything overdue",
            ),
            (
                _whole(
                    r"alles\s+(?:von\s+heute|heutige|f(?:u|ue)r\s+heute)|alle\s+aufgaben\s+(?:von|f(?:u|ue)r)\s+heute"
                ),
                "everything due today",
            ),
            (
                _whole(r"alles\s+(?:von\s+morgen|f(?:u|ue)r\s+morgen)|alle\s+aufgaben\s+(?:von|f(?:u|ue)r)\s+morgen"),
                "everything due tomorrow",
            ),
        ),
        filling=re.compile(
            r"\b(?:ich\s+meine?|meine?\s+ich|bitte|nur|natuerlich|die\s+mit|das\s+mit|die|der|das|den|dem|mit)\b"
        ),
    ),
    "es": _Pointers(
        ordinals=_ordinals("primer segund tercer cuart quint sext septim|setim octav noven decim ultim", "a o"),
        before=_whole(r"(?:(?:la|el|lo)\s*)?(?:tarea\s+)?(?:(?:numero|num\.?|n\.?\s*[ºo]?)\s*)?"),
        after=_whole(r"(?:\s+(?:tarea|de\s+ellas|por\s+favor))?"),
        joint=re.compile(r"\s*,\s*(?:y\s+)?|\s+(?:y|o)\s+"),
        few=_whole(_FEW_ES + r"(?:\s+tareas)?"),
        counts=_COUNTS_ES,
        last="ultim",
        one=_whole(r"eso|est[ae]|es[ae]|es[ae]\s+tarea|est[ae]\s+tarea|la\s+tarea|lo|la"),
        other=_whole(r"(?:la|el)\s+otr[ao](?:\s+tarea)?"),
        several=_whole(
            r"(?:tod[ao]s|amb[ao]s|l[ao]s\s+dos|ellas|es[ao]s|est[ao]s|tod[ao]s\s+(?:ellas|ellos|esas|esos))"
        ),
        all=_whole(r"todo|tod[ao]s(?:\s+(?:ellas|ellos|las\s+tareas))?|amb[ao]s|(?:si[\s,]+)?l[ao]s\s+(?:dos|tres)"),
        none=_whole(
            r"ningun[ao]?(?:\s+de\s+(?:ellas|ellos|las\s+dos|esas))?|nada|no|no\s+gracias|mejor\s+no|olvidalo|dejalo|da\s+igual"
            r"|cancela(?:r|lo)?"
        ),
        groups=(
            (
                _whole(
                    r"todo\s+lo\s+(?:atrasado|vencido|pendiente\s+de\s+ayer)|todas\s+las\s+(?:tareas\s+)?(?:atrasadas|vencidas)"
                ),
                "everything overdue",
            ),
            (_whole(r"todo\s+lo\s+de\s+hoy|(?:todo|todas\s+las\s+tareas)\s+(?:para|de)\s+hoy"), "everything due today"),
            (
                _whole(r"todo\s+lo\s+de\s+manana|(?:todo|todas\s+las\s+tareas)\s+(?:para|de)\s+manana"),
                "everything due tomorrow",
            ),
        ),
        filling=re.compile(
            r"\b(?:me\s+refiero\s+a|solo|solamente|quiero\s+decir|por\s+favor|la\s+del?|el\s+del?|la|el|lo)\b"
        ),
    ),
}
_LONGEST = 80
_MOST_OF_PLACE = 4  # words: "die Aufgabe Nummer zwei"


def point(said: str, language: str) -> str | None:
    """The English for words that point at tasks of the conversation, or at all of a kind; None when they do not."""
    known, words = _POINTERS.get(language), _plain(said)
    if known is None or len(words) > _LONGEST:
        return None
    if places := place(words, language):
        return places
    if known.one(words):
        return "it"
    if known.other(words):
        return "the other one"
    if known.several(words):
        return "all of them"
    return next((english for group, english in known.groups if group(words)), None)


def place(said: str, language: str) -> str | None:
    """The English for places in a list, such as "die erste und die dritte"; None when they are none."""
    known, words = _POINTERS.get(language), _plain(said)
    if known is None or not words or len(words) > _LONGEST:
        return None
    if match := known.few(words):
        found = {name.removesuffix("2"): text for name, text in match.groupdict().items() if text}
        which = "last" if found["which"].startswith(known.last) else "first"
        return f"the {which} {known.counts.get(found['count']) or found['count']}"
    places = [_place(part, known) for part in known.joint.split(words)]
    return "numbers " + " and ".join(map(str, places)) if all(places) else None


def placed_first(said: str, language: str) -> tuple[str, str] | None:
    """The English for the place of a list that the words begin with, and the rest of them."""
    known, words = _POINTERS.get(language), said.split()
    for count in range(min(_MOST_OF_PLACE, len(words)), 0, -1) if known else ():
        first = " ".join(words[:count])
        english = place(first, language) or ("the other one" if known and known.other(_plain(first)) else None)
        if english:
            return english, " ".join(words[count:])
    return None


def reply(said: str, language: str) -> Literal["all", "none"] | str:
    """A reply to "which one?" in the English that replies are read in; without what only fills it, else."""
    known, words = _POINTERS.get(language), _plain(said)
    if known is None or len(words) > _LONGEST:
        return said
    if known.none(words):
        return "none"
    if known.all(words):
        return "all"
    bare = " ".join(known.filling.sub(" ", words).split())
    return place(words, language) or place(bare, language) or bare or said


def _plain(said: str) -> str:
    return " ".join(fold(said).strip(" .,!¡¿?").split())


def _place(part: str, known: _Pointers) -> str | None:
    """One place, within its articles; None when the part is none."""
    for match in re.finditer(r"\b(?:[1-9][0-9]?|[a-z]+)\b", part):
        word = match[0]
        is_place = word.isdigit() or word in known.ordinals
        if is_place and known.before(part[: match.start()]) and known.after(part[match.end() :]):
            return word if word.isdigit() else known.ordinals[word]
    return None
