"""`./todo lint`: every check that needs no running system. Independent checks run side by side."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from todo_ops import api_types, architecture, commands, lint_chart, lint_containers, locks, node, paths, queries, shape
from todo_ops.console import Console
from todo_ops.sources import modules

WORKERS = 2
PYTHON_FOLDERS = ["backend", "bench", "docker", "docs", "ops", "tests", "todo"]
TYPED_FOLDERS = ["backend/src", "ops/src", "ops/tests", "tests", "docs/examples", "bench", "docker"]


@dataclass(frozen=True)
class Check:
    """A named check; it finds lines that say what is wrong, none when all is well."""

    name: str
    find: Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Result:
    """What a check found, and how long it took."""

    name: str
    problems: list[str]
    seconds: float


def run(console: Console) -> int:
    """Run all checks; print each with its time and what it found. Returns the exit code."""
    node.ensure_packages(console)
    failed = 0
    with ThreadPoolExecutor(WORKERS) as pool:
        for done in as_completed([pool.submit(perform, check) for check in checks()]):
            result = done.result()
            console.finished(result.name, result.seconds, ok=not result.problems)
            for problem in result.problems:
                console.print(problem)
            failed += bool(result.problems)
    console.print(f"{failed} checks failed" if failed else "All checks passed")
    return 1 if failed else 0


def perform(check: Check) -> Result:
    """Run one check."""
    started = time.monotonic()
    return Result(check.name, list(check.find()), time.monotonic() - started)


def checks() -> list[Check]:
    """Return all checks, the slow ones first so that the quick ones fill the gaps."""
    folders = [folder for folder in PYTHON_FOLDERS if (paths.ROOT / folder).exists()]
    return [
        Check("mypy", _types),
        Check("tsc and eslint", _web_code),
        Check("API description and types", api_types.check),
        Check("ruff check", lambda: _python_tool("ruff", "check", "--quiet", *folders)),
        Check("ruff format", lambda: _python_tool("ruff", "format", "--check", "--quiet", *folders)),
        Check("import directions", _architecture),
        Check("SQL", lambda: queries.check(modules(paths.BACKEND / "src"))),
        Check("code shape", _shape),
        Check("lock files", locks.check),
        Check("Dockerfiles", lint_containers.dockerfiles),
        Check("shell scripts", lint_containers.shell_scripts),
        Check("PowerShell scripts", lint_containers.powershell_scripts),
        Check("container settings", lint_containers.settings),
        Check(lint_chart.name(), lint_chart.check),
    ]


def _python_tool(name: str, *arguments: str) -> Iterator[str]:
    log = f"lint-{name}-{arguments[0].replace('/', '-')}"
    yield from commands.output_of_failure(lambda: commands.run(name, [sys.executable, "-m", name, *arguments], log=log))


def _types() -> Iterator[str]:
    # Apart, as the two folders of tests have modules of the same name.
    for folders in (TYPED_FOLDERS, ["backend/tests"]):
        yield from _python_tool("mypy", *folders)


def _script(name: str) -> Iterator[str]:
    yield from commands.output_of_failure(lambda: node.run_script(name, log=f"lint-{name}"))


def _web_code() -> Iterator[str]:
    # One after the other: both first write the types of the app's routes.
    yield from _script("typecheck")
    yield from _script("lint")


def _architecture() -> Iterator[str]:
    yield from architecture.check(modules(paths.BACKEND / "src"), modules(paths.OPS / "src"))


def _shape() -> Iterator[str]:
    sources = [paths.BACKEND / "src", paths.OPS / "src"]
    for folder in sources:
        yield from shape.check_functions(folder.parent.name, modules(folder))
    tests = [paths.BACKEND / "tests", paths.OPS / "tests", paths.ROOT / "tests"]
    python_source, python_test = shape.python_lines(sources), shape.python_lines(tests)
    yield from shape.check_tests("Python", python_source, python_test, shape.TEST_SHARE_PYTHON)
    yield from shape.check_tests("web app", *shape.frontend_lines(), shape.TEST_SHARE_WEB)
