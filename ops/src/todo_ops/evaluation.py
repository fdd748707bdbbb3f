"""`./todo eval`: how well task text is understood, measured on cases that other people made and on our own."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from todo_ops import commands, paths
from todo_ops.arguments import Subparsers
from todo_ops.console import Console
from todo_ops.errors import NotAFolderError, OpsError

MEASUREMENT = "bench.language"
GOLD = paths.BACKEND / "tests" / "language"
COLUMNS = ("corpus", "cases", "right", "accuracy", "bar", "", "µs a line", "declined")
ALIGNED_RIGHT = {"cases", "right", "accuracy", "bar", "µs a line"}

Figures = dict[str, Any]


def add_commands(top: Subparsers) -> None:
    """Add `eval` with its kinds to the commands."""
    # Imported here, as it builds on this module.
    from todo_ops import assistant_evaluation

    parser = top.add_parser("eval", help="measure how well task text is understood")
    kinds = parser.add_subparsers(required=True, metavar="WHAT")
    language = kinds.add_parser("language", help="dates, recurrence, quick add and commands")
    language.add_argument("--corpora", type=Path, metavar="FOLDER", help="default: ../shared/corpora")
    language.add_argument("--json", action="store_true", help="print all figures as JSON")
    language.add_argument("--misses", action="store_true", help="list the cases that are not right")
    language.set_defaults(command=_language)
    assistant_evaluation.add_command(kinds)


def _language(options: argparse.Namespace, console: Console) -> int:
    figures = measure(options.corpora or default_corpora(), console, asked=options.corpora is not None)
    if options.json:
        print(json.dumps(figures, indent=2, ensure_ascii=False))
    else:
        print("\n".join(report(figures, misses=options.misses)))
    return 1 if any(_missed(corpus) for corpus in figures["corpora"]) else 0


def default_corpora() -> Path:
    """Return the folder beside the checkout in which the corpora are kept."""
    return paths.ROOT.parent / "shared" / "corpora"


def measure(folder: Path, console: Console, *, asked: bool = True) -> Figures:
    """Run the measurement and return its figures. Raises NotAFolderError when a folder that was asked for isn't one."""
    if asked and not folder.is_dir():
        raise NotAFolderError(folder)
    with console.step("Measuring how task text is understood") as step:
        command: list[str | Path] = [sys.executable, "-m", MEASUREMENT, folder.absolute(), GOLD]
        output = commands.run(step.title, command, log="eval-language", cwd=paths.ROOT)
    return read_figures(output)


def read_figures(output: str, log: str = "eval-language") -> Figures:
    """Read the last line of what the measurement printed: before it may stand warnings. `log` holds all of it."""
    try:
        figures = json.loads(output.strip().rpartition("\n")[2])
    except json.JSONDecodeError as error:
        raise OpsError(f"The measurement printed no figures. Its output is in {paths.logs()}/{log}.log") from error
    assert isinstance(figures, dict)
    return figures


def report(figures: Figures, *, misses: bool = False) -> Iterator[str]:
    """Yield the lines of the table and of what explains it."""
    yield from table([COLUMNS, *(_row(corpus) for corpus in figures["corpora"] if not corpus["absent"])])
    yield from (f"{corpus['name']}: left out, {corpus['absent']}" for corpus in figures["corpora"] if corpus["absent"])
    if figures["microseconds"] is not None:
        yield f"One line: {figures['microseconds']:.0f} µs in the median of all (bar: 100)"
    for name, slowest in figures["slowest"].items():
        yield f"10,000 characters, {name}: {slowest['milliseconds']:.1f} ms at most (bar: 20)"
    declined = {kind for corpus in figures["corpora"] for kind in corpus["declined"]}
    yield from (f"Declined, {kind}: {reason}." for kind, reason in figures["declined"].items() if kind in declined)
    if misses:
        yield from _misses(figures["corpora"])


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows with their columns one below the other; the first row names the columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.rjust(width) if name in ALIGNED_RIGHT else cell.ljust(width)
            for name, cell, width in zip(rows[0], row, widths, strict=True)
        ]
        yield "  ".join(cells).rstrip()


def _row(corpus: Figures) -> tuple[str, ...]:
    accuracy, bar = corpus["accuracy"], corpus["bar"]
    verdict = "" if bar is None else "FAIL" if _missed(corpus) else "pass"
    declined = ", ".join(f"{count} {kind}" for kind, count in corpus["declined"].items())
    return (
        corpus["name"],
        str(corpus["cases"]),
        str(corpus["right"]),
        "-" if accuracy is None else f"{accuracy:.1%}",
        "-" if bar is None else f"{bar:.1%}",
        verdict,
        "-" if corpus["microseconds"] is None else f"{corpus['microseconds']:.0f}",
        declined,
    )


def _missed(corpus: Figures) -> bool:
    """Whether a corpus with a bar is below it. Shares are rounded to 1/10,000 before they are compared."""
    accuracy, bar = corpus["accuracy"], corpus["bar"]
    return accuracy is not None and bar is not None and accuracy < round(bar, 4)


def _misses(corpora: Sequence[Figures]) -> Iterator[str]:
    for corpus in corpora:
        if corpus["misses"]:
            yield f"\n{corpus['name']}: {len(corpus['misses'])} not right"
        for miss in corpus["misses"]:
            yield f"  {miss['text']}\n    expected {miss['expected']}, found {miss['found']}"
