"""Python sources as the checks see them: module names, syntax trees and what a module imports."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Module:
    """One source file; `name` is its full dotted name."""

    name: str
    file: Path
    tree: ast.Module

    @property
    def is_package(self) -> bool:
        """Whether it is the `__init__.py` of a package."""
        return self.file.name == "__init__.py"


@dataclass(frozen=True)
class Import:
    """`target` is the dotted name of what is imported: a module, or a name in one."""

    target: str
    line: int


def modules(source_root: Path) -> list[Module]:
    """Return the modules below a source folder, such as `backend/src`."""
    return [_read(file, source_root) for file in sorted(source_root.rglob("*.py"))]


def _read(file: Path, source_root: Path) -> Module:
    parts = file.relative_to(source_root).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, file, ast.parse(file.read_text("utf-8"), str(file)))


def imports(module: Module) -> Iterator[Import]:
    """Yield everything that a module imports, also inside functions and under TYPE_CHECKING."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            yield from (Import(f"{base}.{alias.name}", node.lineno) for alias in node.names)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    kept = parts[: len(parts) - node.level + (1 if module.is_package else 0)]
    return ".".join([*kept, *([node.module] if node.module else [])])


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@dataclass(frozen=True)
class Text:
    """A string in the source. What an f-string fills in reads as `_`."""

    value: str
    line: int


def strings(tree: ast.AST) -> Iterator[Text]:
    """Yield the strings of a source, docstrings left out."""
    ignored = _docstrings(tree)
    for node in ast.walk(tree):
        if id(node) in ignored:
            continue
        if isinstance(node, ast.JoinedStr):
            ignored.update(_parts(node))
            yield Text("".join(_constant(part) for part in node.values), node.lineno)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield Text(node.value, node.lineno)


def _parts(text: ast.JoinedStr) -> Iterator[int]:
    """Yield the identities of what belongs to an f-string itself: its pieces and its format specifications."""
    for part in text.values:
        yield id(part)
        if isinstance(part, ast.FormattedValue) and isinstance(part.format_spec, ast.JoinedStr):
            yield id(part.format_spec)
            yield from _parts(part.format_spec)


def _constant(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "_"


def _docstrings(tree: ast.AST) -> set[int]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found
