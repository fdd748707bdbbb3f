"""The shape of the code: length of functions, types everywhere, and as much test as source."""

import statistics
from collections.abc import Iterable, Iterator
from pathlib import Path

from todo_ops import paths
from todo_ops.sources import Module, functions

MEDIAN_LINES = 11
NINETIETH_LINES = 30
LONGEST_LINES = 60
TEST_SHARE_PYTHON = 1.0
TEST_SHARE_WEB = 0.5  # markup and texts count as source there, and a line of browser test covers many of them
PYTHON = {"*.py"}
TYPESCRIPT = {"*.ts", "*.tsx"}
GENERATED = {"schema.d.ts", "next-env.d.ts"}
NOT_OURS = {"node_modules", ".next", "test-results", "playwright-report", "coverage"}


def check_functions(name: str, modules: Iterable[Module]) -> Iterator[str]:
    """Yield one line for each figure of STYLE that the functions of a package miss."""
    lengths = []
    for module in modules:
        for function in functions(module.tree):
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            lengths.append(length)
            if length > LONGEST_LINES:
                yield f"{module.file}:{function.lineno}: {function.name} has {length} lines; at most {LONGEST_LINES}"
            if function.returns is None:
                yield f"{module.file}:{function.lineno}: {function.name} does not say what it returns"
    if len(lengths) < 2:
        return
    median, ninetieth = statistics.median(lengths), statistics.quantiles(lengths, n=10)[-1]
    if median > MEDIAN_LINES or ninetieth > NINETIETH_LINES:
        yield (
            f"{name}: functions have {median:.0f} lines in the median and {ninetieth:.0f} at the 90th percentile; "
            f"at most {MEDIAN_LINES} and {NINETIETH_LINES}"
        )


def check_tests(name: str, source_lines: int, test_lines: int, share: float) -> Iterator[str]:
    """Yield a line when there is less test than the wanted share of the source."""
    wanted = round(source_lines * share)
    if test_lines < wanted:
        yield f"{name}: {test_lines} lines of test for {source_lines} lines of source; {wanted} are wanted"


def python_lines(folders: Iterable[Path]) -> int:
    """Return the number of lines in Python files that hold something."""
    return sum(_lines(file) for folder in folders for file in _files(folder, PYTHON))


def frontend_lines() -> tuple[int, int]:
    """Return the lines of source and of test in the web app; configuration and generated files count as neither."""
    source = test = 0
    for file in _files(paths.FRONTEND, TYPESCRIPT):
        inside = file.relative_to(paths.FRONTEND)
        if file.name in GENERATED or len(inside.parts) == 1:
            continue
        if ".test." in file.name or ".spec." in file.name or inside.parts[0] in {"e2e", "tests"}:
            test += _lines(file)
        else:
            source += _lines(file)
    return source, test


def _files(folder: Path, patterns: set[str]) -> Iterator[Path]:
    for pattern in sorted(patterns):
        for file in sorted(folder.rglob(pattern)):
            if not NOT_OURS.intersection(file.relative_to(folder).parts):
                yield file


def _lines(file: Path) -> int:
    return sum(1 for line in file.read_text("utf-8").splitlines() if line.strip())
