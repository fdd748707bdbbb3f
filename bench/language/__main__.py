"""Measure how well task text is understood: `python -m bench.language CORPORA GOLD` prints the figures as JSON."""

import json
import statistics
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bench.language import commands, dates, declined, gold, quick_add, rules, speed
from bench.language.outcomes import Case, Corpus, read_cases

FILES: dict[str, Callable[[Iterable[Case]], Iterator[Corpus]]] = {
    "quickadd.jsonl": quick_add.corpora,
    "dates.jsonl": dates.corpora,
    "recurrence.jsonl": rules.corpora,
    "commands.jsonl": commands.corpora,
}


def measure(folder: Path, own: Path) -> Iterator[Corpus]:
    """Every corpus of the folder and our own lines; for what is not there, a corpus without cases that says so."""
    for name, corpora in FILES.items():
        file = folder / name
        if file.exists():
            yield from corpora(read_cases(file))
        else:
            yield Corpus(name, None, absent=f"no {file}")
    yield from gold.corpora(own)


def main() -> None:
    folder, own = map(Path, sys.argv[1:3])
    corpora = list(measure(folder, own))
    times = [outcome.microseconds for corpus in corpora for outcome in corpus.outcomes]
    figures = {
        "corpora": [corpus.summary() for corpus in corpora],
        "microseconds": round(statistics.median(times), 1) if times else None,
        "declined": {kind.name: kind.reason for kind in declined.KINDS},
        "slowest": speed.slowest(),
    }
    json.dump(figures, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
