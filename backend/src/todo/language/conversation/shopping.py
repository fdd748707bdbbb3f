"""Lists of things to buy: "milk and eggs to groceries" are two tasks, as nobody ticks off both at once."""

import re
from collections.abc import Sequence
from dataclasses import replace

from todo.language.commands.intents import AddTasks
from todo.language.conversation.requests import Request
from todo.language.symbols import ProjectName
from todo.language.text import fold

_SHOPS = re.compile(r"\b(?:grocer(?:y|ies)|shopping|supermarket|shop|einkauf\w*|compras?)\b")
_PARTS = re.compile(r"\s*,\s*(?:(?:and|und|y)\s+)?|\s+(?:and|&|und|y|e)\s+", re.IGNORECASE)
_SIGN = re.compile(r"\s#(?P<name>\S.*)\Z")
_MOST_WORDS = 3


def split_shopping(request: Request, projects: Sequence[ProjectName]) -> Request:
    """The request with the things of a shopping list apart; others as they are."""
    if not isinstance(request, AddTasks) or len(request.texts) != 1:
        return request
    [text] = request.texts
    sign = _SIGN.search(text)
    name = next((p.name for p in projects if sign and fold(p.name) == fold(sign["name"]).strip('"')), None)
    if not sign or not name or not _SHOPS.search(fold(name)):
        return request
    things = [thing for thing in _PARTS.split(text[: sign.start()]) if thing.strip()]
    if len(things) < 2 or any(len(thing.split()) > _MOST_WORDS for thing in things):
        return request
    return replace(request, texts=tuple(f"{thing}{sign[0]}" for thing in things))
