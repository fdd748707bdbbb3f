"""Which words the assistant has in each language, read from the catalogue itself."""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from todo.assistant.wording import english, german, spanish
from todo.language.text import fold

MODULES: dict[str, ModuleType] = {"en": english, "de": german, "es": spanish}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = re.compile(r"“[^”]*”|„[^“]*“|«[^»]*»|\*\*[^*]*\*\*|@\S+")
# English weekdays and months come from `strftime`, and plurals from a letter more.
_MADE = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december projects sections labels tasks changes subtasks days"
)
# The same in every language, or parts of a clock and of a list.
_NEUTRAL = frozenset(("p", "am", "pm"))


def words_in(text: str) -> set[str]:
    """The words of a text, folded."""
    return set(_WORD.findall(fold(text)))


@cache
def words_of_language(code: str) -> frozenset[str]:
    """All words of a language's sentences."""
    found = set().union(*map(words_in, _texts(MODULES[code])))
    if code == "en":
        from todo.mcp import looking

        found |= words_in(_MADE) | set().union(*map(words_in, _texts(looking)))
    return frozenset(found | _NEUTRAL)


def foreign_words(said: str, code: str, names: set[str]) -> set[str]:
    """The words of an answer that neither the language's sentences nor the person's things have.

    What stands in quotation marks, in bold or behind an @ is the person's.
    """
    return words_in(_QUOTED.sub(" ", said)) - words_of_language(code) - names


def _texts(module: ModuleType) -> Iterator[str]:
    """The texts of a module that can be said: no docstrings, no keys, nothing that is only compared."""
    tree = ast.parse(inspect.getsource(module))
    unsaid = {id(part) for node in ast.walk(tree) for part in _unsaid(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unsaid:
            yield node.value


def _unsaid(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Dict():
            yield from (key for key in node.keys if key is not None)
        case ast.Compare():
            yield from node.comparators
        case ast.Subscript():
            yield node.slice
        case ast.Expr():
            yield node.value
        case ast.MatchValue():
            yield node.value
