"""How long reading takes at worst: texts of 10,000 characters that make patterns try again and again."""

from collections.abc import Callable
from datetime import UTC, datetime

from todo.language import parse_command, parse_quick_add

from bench.language.reading import ZONE, timed

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
LENGTH = 10_000
SHAPES = (
    "every ",
    "1",
    "a",
    " ",
    "1 ",
    "next monday ",
    "at 5 ",
    "add ",
    "#",
    "\n",
    "to my list ",
    "in 2 days and ",
    "é",
    "😀 ",
)
READERS: dict[str, Callable[[str], object]] = {
    "quick add": lambda text: parse_quick_add(text, now=NOW, time_zone=ZONE),
    "commands": lambda text: parse_command(text, now=NOW, time_zone=ZONE),
}


def slowest() -> dict[str, dict[str, object]]:
    """For each reader the milliseconds of the slowest shape, and which it is."""
    found: dict[str, dict[str, object]] = {}
    for name, reader in READERS.items():
        times = {shape: _milliseconds(reader, shape) for shape in SHAPES}
        worst = max(times, key=lambda shape: times[shape])
        found[name] = {"milliseconds": round(times[worst], 1), "shape": worst}
    return found


def _milliseconds(reader: Callable[[str], object], shape: str) -> float:
    text = (shape * (LENGTH // len(shape) + 1))[:LENGTH]
    return timed(lambda: reader(text))[1] / 1000
