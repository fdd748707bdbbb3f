"""What the documents hold, for the tests of them: blocks of code, what stands in backticks, quoted messages."""

import ast
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "specs").rglob("*.md")),
]
# Pages of folders, which may also hold commands of other programs.
FOLDERS = [ROOT / name / "README.md" for name in ("bench", "kubernetes", "scripts")]
# A block of code with, on the line before, `<!-- run -->`, `<!-- file: PATH -->` or nothing.
BLOCK = re.compile(r"(?:<!-- (?P<mark>[^>]+) -->\n)?```(?P<language>\w*)\n(?P<code>.*?)```", re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
# Folders of the repository: what begins with one of them is a path in it.
TOP = (
    "backend",
    "bench",
    "docker",
    "docs",
    "frontend",
    "helm-charts",
    "kubernetes",
    "ops",
    "scripts",
    "specs",
    "tests",
)
PATH = re.compile(rf"(?:\.ci|{'|'.join(TOP)})/[\w./()\[\]<>*-]*(?:::\w+)*")
# What a message varies in: Python's and TypeScript's placeholders, Go's verbs, and our own sign.
VARIES = re.compile(r"\$\{[^}]*\}|\{[^{}]*\}|%[sdv]|…")
SOURCES = ("backend/src", "ops/src", "frontend/app", "frontend/features", "frontend/lib", "helm-charts/todo/templates")


@dataclass(frozen=True)
class Block:
    """A block of code in a page."""

    page: Path
    mark: str
    language: str
    code: str

    def __str__(self) -> str:
        return f"{self.page.name}: {self.code.strip().splitlines()[0][:50]}"


def name_of(page: Path) -> str:
    """The page's path in the repository."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """The blocks of code of a page."""
    found = BLOCK.finditer(page.read_text("utf-8"))
    return [Block(page, match["mark"] or "", match["language"], match["code"]) for match in found]


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return BLOCK.sub("", page.read_text("utf-8"))


def inline(page: Path) -> list[str]:
    """What stands in backticks in the text of a page."""
    return INLINE.findall(prose(page))


def paths(page: Path) -> list[str]:
    """Paths of the repository that a page names, with `::name` where it names something in them."""
    return [code for code in inline(page) if PATH.fullmatch(code)]


def exists(path: str, root: Path = ROOT) -> bool:
    """Whether the repository has it; `<noun>` and `*` stand for any name, `::name` for a class or function in it.

    A script is named without its ending where there is one for `sh` and one for PowerShell. What is said of the web app
    may begin in its folder.
    """
    file, *names = path.split("::")
    found = [one for one in (root / file, root / f"{file}.sh", root / "frontend" / file) if one.exists()]
    found = found or list(root.glob(re.sub(r"<\w+>", "*", file)))
    if not names:
        return bool(found)
    return any(all(re.search(rf"\b(def|class) {name}\b", one.read_text("utf-8")) for name in names) for one in found)


def messages(page: Path) -> list[str]:
    """The messages that a page quotes, a line each: `> The text, with … for what varies.`"""
    return [line.removeprefix("> ") for line in prose(page).splitlines() if line.startswith("> ")]


def is_ours(message: str) -> bool:
    """Whether one of the sources holds this message."""
    wanted = even(message)
    return any(wanted in text for text in texts())


def even(text: str) -> str:
    """A message with one sign for all that varies in it, and one space for all white space."""
    return " ".join(VARIES.sub("…", text).split())


@functools.cache
def texts() -> frozenset[str]:
    """Every text that the product can say: strings of Python and of Helm's templates, whole files of TypeScript."""
    files = [file for folder in SOURCES for file in (ROOT / folder).rglob("*") if file.is_file()]
    return frozenset(even(text) for file in [*files, ROOT / "todo"] for text in _texts(file))


def _texts(file: Path) -> Iterator[str]:
    if file.suffix == ".py" or not file.suffix:
        yield from strings(file.read_text("utf-8"))
    elif file.suffix == ".tpl":
        yield from re.findall(r'"([^"]*)"', file.read_text("utf-8"))
    elif file.suffix in {".ts", ".tsx"}:
        yield file.read_text("utf-8")


def strings(source: str) -> Iterator[str]:
    """The strings of a Python source, adjoining ones as one, with … for what is put into them."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
