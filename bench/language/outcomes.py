"""What a measurement finds: the outcome of each case, and of a corpus as a whole."""

import json
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Case = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """One case. `declined` is the kind of a case that does not count, empty for one that does."""

    text: str
    expected: str
    found: str
    is_right: bool
    microseconds: float
    declined: str = ""


@dataclass(frozen=True)
class Corpus:
    """All cases of one kind. `bar` is the least share that must be right; None where nothing is asked."""

    name: str
    bar: float | None
    outcomes: Sequence[Outcome] = field(default_factory=tuple)
    absent: str = ""

    def summary(self) -> dict[str, Any]:
        """The figures as JSON knows them. A corpus that is not there has no figures, only the reason."""
        counted = [outcome for outcome in self.outcomes if not outcome.declined]
        right = sum(outcome.is_right for outcome in counted)
        return {
            "name": self.name,
            "bar": self.bar,
            "absent": self.absent,
            "cases": len(counted),
            "right": right,
            "accuracy": round(right / len(counted), 4) if counted else None,
            "declined": dict(Counter(outcome.declined for outcome in self.outcomes if outcome.declined)),
            "microseconds": round(statistics.median(outcome.microseconds for outcome in self.outcomes), 1)
            if self.outcomes
            else None,
            "misses": [
                {"text": outcome.text, "expected": outcome.expected, "found": outcome.found}
                for outcome in counted
                if not outcome.is_right
            ],
        }


def read_cases(file: Path) -> Iterator[Case]:
    """The cases of a file, one JSON object a line."""
    with file.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def moment(text: str) -> datetime:
    """A time of the corpora as a wall time in UTC. Most state no zone, which is that one."""
    found = datetime.fromisoformat(text)
    return found.astimezone(UTC).replace(tzinfo=None) if found.tzinfo else found
