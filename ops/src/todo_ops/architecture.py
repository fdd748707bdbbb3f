"""Who may import whom: one direction only, from the outside of the product to its core."""

import sys
from collections.abc import Iterable, Iterator

from todo_ops.sources import Import, Module, imports

PRODUCT = "todo"
OPS = "todo_ops"
# What each kind of module may import, besides libraries.
ALLOWED: dict[str, set[str]] = {
    "language": {"language"},
    "foundation": {"foundation"},
    "database": {"foundation", "database"},
    "shapes": {"foundation", "shapes"},
    "repository": {"foundation", "database", "shapes", "repository"},
    "service": {"foundation", "database", "shapes", "repository", "service", "language", "tools"},
    "tools": {"foundation", "database", "shapes", "service", "language", "tools"},
    "endpoints": {"foundation", "database", "shapes", "service", "language", "tools", "endpoints"},
    "wiring": {"*"},
}
WIRING = {"", "__main__", "demo", "main", "migrations", "schema", "server"}
SHAPES = {"schemas", "tables", "entities"}
ENDPOINTS = {"dependencies", "endpoint", "endpoints", "middleware"}
TOOLS = {"assistant", "mcp", "transfer"}
# The one repository that others build on: every write is one statement with its entry in the change log.
CHANGE_LOG = "todo.changes.repository"
# What would let the language package reach the world. It turns text into meaning and nothing else.
WORLD = {"asyncio", "asyncpg", "http", "io", "os", "pathlib", "random", "socket", "sqlalchemy", "subprocess", "urllib"}
# Where the launcher begins: from here on only modules that need nothing installed.
LAUNCHER = "todo_ops.launcher"


def kind(name: str) -> str:
    """Return which kind of module a dotted name of the product is."""
    parts = name.split(".")[1:]
    first, last = (parts[0], parts[-1]) if parts else ("", "")
    if len(parts) < 2 and first in WIRING:
        return "wiring"
    if first in {"language", "database"}:
        return first
    if last in SHAPES or last == "repository":
        return "repository" if last == "repository" else "shapes"
    if last in ENDPOINTS or last.endswith("_endpoints"):
        return "endpoints"
    if len(parts) < 2:
        return "foundation"
    return "tools" if first in TOOLS and last != "service" else "service"


def check(product: Iterable[Module], ops: Iterable[Module]) -> Iterator[str]:
    """Yield one line for each import that goes the wrong way."""
    known = {module.name: module for module in product}
    for module in known.values():
        for found in imports(module):
            yield from _wrong_in_product(module, found, known)
    tools = {module.name: module for module in ops}
    for module in tools.values():
        for found in imports(module):
            if found.target.split(".")[0] == PRODUCT:
                yield _line(module, found, "ops starts the product as a program and imports nothing of it")
    yield from _launcher_needs(tools)


def _wrong_in_product(module: Module, found: Import, known: dict[str, Module]) -> Iterator[str]:
    top = found.target.split(".")[0]
    if top == OPS:
        yield _line(module, found, "the product knows nothing of ops")
    if kind(module.name) == "language" and top in WORLD:
        yield _line(module, found, "language does no I/O")
    if top != PRODUCT:
        return
    target = _module_of(found.target, known)
    importer, imported = kind(module.name), kind(target)
    if ALLOWED[importer] != {"*"} and imported not in ALLOWED[importer]:
        yield _line(module, found, f"{importer} may not import {imported}")
    elif imported == "repository" and not _may_use_repository(module.name, importer, target):
        yield _line(module, found, "a repository serves its own package; others call its service")


def _may_use_repository(importer_name: str, importer: str, target: str) -> bool:
    if importer == "wiring" or _package(importer_name) == _package(target):
        return True
    return importer == "repository" and target == CHANGE_LOG


def _launcher_needs(tools: dict[str, Module]) -> Iterator[str]:
    """Follow the launcher's imports: they must work before anything is installed."""
    waiting, seen = [LAUNCHER], set()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in tools:
            continue
        seen.add(name)
        for found in imports(tools[name]):
            if found.target.split(".")[0] == OPS:
                waiting.append(_module_of(found.target, tools))
            elif found.target.split(".")[0] not in sys.stdlib_module_names:
                yield _line(tools[name], found, "the launcher runs before anything is installed: standard library only")


def _module_of(target: str, known: dict[str, Module]) -> str:
    """Return the module of `package.module.name`: the name itself may be a module or something in one."""
    return target if target in known else target.rpartition(".")[0]


def _package(name: str) -> str:
    """Return the noun that a module belongs to: a package right below the product, whatever it holds."""
    return ".".join(name.split(".")[:2])


def _line(module: Module, found: Import, reason: str) -> str:
    return f"{module.file}:{found.line}: {module.name} imports {found.target}: {reason}"
