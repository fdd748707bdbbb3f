"""`./todo eval assistant`: whether conversations end as they should, with the built-in assistant or with a model."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from todo_ops import commands, paths
from todo_ops.arguments import Subparsers
from todo_ops.console import Console
from todo_ops.errors import NotAFolderError
from todo_ops.evaluation import Figures, read_figures

MEASUREMENT = "bench.assistant"
LOG = "eval-assistant"
GOLD = paths.BACKEND / "tests" / "assistant" / "gold"
BAR = 0.95  # of the conversations must end right with the built-in assistant; of a model nothing is asked


def add_command(kinds: Subparsers) -> None:
    """Add `assistant` to the kinds of evaluation."""
    parser = kinds.add_parser("assistant", help="conversations and what they leave behind")
    parser.add_argument("--model", metavar="NAME", help="a model's name; the built-in assistant when left out")
    parser.add_argument(
        "--address", default="http://127.0.0.1:8080/v1", metavar="URL", help="its OpenAI-compatible endpoint"
    )
    parser.add_argument("--tools", choices=("auto", "native", "schema"), default="auto", help="how it uses tools")
    parser.add_argument("--gold", type=Path, default=GOLD, metavar="FOLDER", help="conversations of your own")
    parser.add_argument("--sample", type=_count, metavar="COUNT", help="only so many, spread over the whole set")
    parser.add_argument("--seconds", type=_count, metavar="COUNT", help="the longest that a turn may take (60)")
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    parser.add_argument("--misses", action="store_true", help="list the conversations that do not end right")
    parser.set_defaults(command=_assistant)


def _assistant(options: argparse.Namespace, console: Console) -> int:
    figures = measure(options, console)
    if options.json:
        print(json.dumps(figures, indent=2, ensure_ascii=False))
    else:
        print("\n".join(report(figures, misses=options.misses)))
    falls_short = not options.model and figures["accuracy"] < BAR
    return 1 if figures["harm"] or falls_short else 0


def measure(options: argparse.Namespace, console: Console) -> Figures:
    """Hold the conversations and return the figures. Raises NotAFolderError when there is no such folder of them."""
    if not options.gold.is_dir():
        raise NotAFolderError(options.gold)
    model = ["--model", options.address, options.model, options.tools] if options.model else []
    with console.step("Holding conversations with the assistant") as step:
        chosen = [
            f"--{name}={value}" for name in ("sample", "seconds") if (value := getattr(options, name)) is not None
        ]
        command: list[str | Path] = [sys.executable, "-m", MEASUREMENT, options.gold.absolute(), *model, *chosen]
        output = commands.run(step.title, command, log=LOG, cwd=paths.ROOT)
    return read_figures(output, LOG)


def report(figures: Figures, *, misses: bool = False) -> Iterator[str]:
    """Yield the figures line by line."""
    yield f"{figures['right']} of {figures['conversations']} conversations end right: {figures['accuracy']:.1%}"
    yield f"The first tool that acts is right in {figures['chosen']}"
    yield f"Changed, done or deleted unasked: {len(figures['harm'])} (none may be)"
    yield f"One turn: {figures['median_ms']:.0f} ms in the median, {figures['p95_ms']:.0f} ms in 95 of 100"
    for name, reasons in figures["harm"].items():
        yield f"HARM {name}: {'; '.join(reasons)}"
    if misses:
        yield from (f"{name}: {'; '.join(reasons)}" for name, reasons in figures["wrong"].items())


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return count
