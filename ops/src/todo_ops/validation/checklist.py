"""Runs the checklist from top to bottom and prints a table; what can't be tried here is left out and says why."""

import json
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from todo_ops.console import Console
from todo_ops.errors import OpsError, explain_os_errors
from todo_ops.validation.criteria import CRITERIA, PARTS, Criterion
from todo_ops.validation.ways import PYTHON, Row, Trial
from todo_ops.verify.context import Measurement

RESULTS = {True: "shown", False: "FAILED", None: "left out"}
COLORS = {True: "green", False: "red", None: "dim"}
Lacks = Callable[[str], str]


@dataclass(frozen=True)
class Judged:
    """A criterion with what was seen and how long that took in seconds. `passed` is None when it was not tried."""

    name: str
    asks: str
    typed: str
    seen: str
    passed: bool | None
    seconds: float


def chosen(only: Sequence[str]) -> list[Criterion]:
    """The criteria of these names, in the list's order; all without names.

    Raises:
        OpsError: there is none of a name.
    """
    unknown = set(only) - {criterion.name for criterion in CRITERIA}
    if unknown:
        names = ", ".join(criterion.name for criterion in CRITERIA)
        raise OpsError(f"There is no criterion {', '.join(sorted(unknown))}. Choose from: {names}.")
    return [criterion for criterion in CRITERIA if not only or criterion.name in only]


def run(criteria: Sequence[Criterion], trial: Trial, lacks: Lacks, report: Path | None = None) -> int:
    """Try each, print the table and write it as JSON. Returns 1 when one fails, or when none could be tried."""
    judged = [judge(criterion, trial, lacks) for criterion in criteria]
    show(judged, trial.console)
    if report:
        write(judged, report)
    failed = any(one.passed is False for one in judged)
    return 1 if failed or not any(one.passed for one in judged) else 0


def judge(criterion: Criterion, trial: Trial, lacks: Lacks) -> Judged:
    """Try one criterion, unless something that it needs is not here."""
    missing = next(filter(None, map(lacks, criterion.needs)), "")
    started = time.monotonic()
    found = Measurement(missing, passed=None) if missing else trial.of(criterion.way)
    seconds = round(time.monotonic() - started, 1)
    return Judged(criterion.name, criterion.asks, criterion.way.typed, found.value, found.passed, seconds)


def show(judged: Sequence[Judged], console: Console) -> None:
    """Print the table, and one line that sums it up."""
    console.print(f"\n{'result':9} {'criterion':16} {'seconds':>7}  what was seen")
    for one in judged:
        result = console.color(f"{RESULTS[one.passed]:9}", COLORS[one.passed])
        console.print(f"{result} {one.name:16} {one.seconds:7.1f}  {one.seen}")
    counts = {passed: sum(one.passed is passed for one in judged) for passed in RESULTS}
    console.print(
        f"\n{counts[True]} of {len(judged)} criteria are shown, {counts[False]} failed, {counts[None]} left out, "
        f"in {sum(one.seconds for one in judged):.0f} s"
    )


def show_list(criteria: Sequence[Criterion], console: Console) -> None:
    """Print what would be tried, with its commands."""
    for part in PARTS:
        if listed := [criterion for criterion in part.criteria if criterion in criteria]:
            console.print(console.color(part.title, "bold"))
            for criterion in listed:
                console.print(f"  {criterion.name:16} {criterion.asks}: {criterion.way.typed}")


def write(judged: Sequence[Judged], file: Path) -> None:
    """Write the table as JSON."""
    with explain_os_errors(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps([asdict(one) for one in judged], indent=2, ensure_ascii=False) + "\n", "utf-8")


@dataclass
class OneScorecard:
    """What `./todo verify` measures of all rows that the chosen criteria ask for, in one run at the first of them."""

    criteria: Sequence[Criterion]
    trial: Trial | None = None
    _measured: dict[str, Measurement] | None = field(default=None)

    def __call__(self, row: str) -> Measurement:
        if self._measured is None:
            self._measured = self._measure()
        return self._measured.get(row, Measurement("./todo verify did not measure it", passed=False))

    def _measure(self) -> dict[str, Measurement]:
        assert self.trial is not None
        rows = dict.fromkeys(one.way.name for one in self.criteria if isinstance(one.way, Row))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "scorecard.json"
            words = [*PYTHON, "verify", "--json", str(file), "--only", *rows]
            self.trial.run(words, f"./todo verify --only {' '.join(rows)}")
            return read_scorecard(file)


def read_scorecard(file: Path) -> dict[str, Measurement]:
    """What a scorecard's file says, by row; nothing where the run broke before it was written."""
    if not file.exists():
        return {}
    return {row["row"]: Measurement(row["measured"], row["passed"]) for row in json.loads(file.read_text("utf-8"))}
