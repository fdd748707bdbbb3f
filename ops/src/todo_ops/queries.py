"""Two rules about SQL: it is written in repositories, and what reads or writes people's data asks who is acting."""

import ast
import re
from collections.abc import Iterable, Iterator

from todo_ops.sources import Module, functions, strings

STATEMENT = re.compile(
    r"^\s*(select\s.+\sfrom\s|insert\s+into\s|update\s+\w+\s+(as\s+\w+\s+)?set\s|delete\s+from\s|with\s+\w+\s+as\s*\()",
    re.IGNORECASE | re.DOTALL,
)
# Tables whose rows belong to somebody. Any mention counts: what follows `from` may be a constant.
OWNED = re.compile(r"\b(task|project|conversation|message|change|change_group|saved_filter)\b", re.IGNORECASE)
ACTING = re.compile(r"\b(project_member|\w*user_id)\b", re.IGNORECASE)
HOMES = ("todo.database", "todo.migrations")


def check(modules: Iterable[Module]) -> Iterator[str]:
    """Yield one line for each statement outside a repository and each query that forgets the acting person."""
    for module in modules:
        if module.name.rpartition(".")[2] == "repository":
            yield from _unscoped(module)
        elif module.name not in HOMES:
            yield from _outside(module)


def _outside(module: Module) -> Iterator[str]:
    for text in strings(module.tree):
        if STATEMENT.match(text.value):
            yield f"{module.file}:{text.line}: SQL outside a repository"


def _unscoped(module: Module) -> Iterator[str]:
    defined = _definitions(module)
    for function in functions(module.tree):
        if not isinstance(function, ast.AsyncFunctionDef):
            continue  # fragments are read as part of the queries that use them
        text = " ".join(_text(function, defined, {function.name}))
        if OWNED.search(text) and not ACTING.search(text):
            yield f"{module.file}:{function.lineno}: {function.name} reads people's data without asking who acts"


def _definitions(module: Module) -> dict[str, ast.AST]:
    """Return what names at the top of a module stand for: constants and functions that give parts of statements."""
    found: dict[str, ast.AST] = {}
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = node
        elif isinstance(node, ast.Assign):
            found.update({target.id: node.value for target in node.targets if isinstance(target, ast.Name)})
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            found[node.target.id] = node.value
    return found


def _text(root: ast.AST, defined: dict[str, ast.AST], seen: set[str]) -> Iterator[str]:
    """Yield the strings below a node, and those of the module's own names that it uses."""
    yield from (text.value for text in strings(root))
    for node in ast.walk(root):
        if isinstance(node, ast.Name) and node.id in defined and node.id not in seen:
            seen.add(node.id)
            yield from _text(defined[node.id], defined, seen)
