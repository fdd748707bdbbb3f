"""`./todo verify`: the rows one after another, a table of what they found, and the same as JSON."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from todo_ops import unexpected
from todo_ops.console import Console
from todo_ops.errors import OpsError, explain_os_errors
from todo_ops.kubernetes.programs import require
from todo_ops.kubernetes.release import require_cluster
from todo_ops.verify import copies, durability, install, isolation, rollout, scaling, traffic
from todo_ops.verify.context import Context, Measurement


@dataclass(frozen=True)
class Row:
    """A success metric: what is asked for, and the function that measures it."""

    name: str
    bar: str
    measure: Callable[[Context], Measurement]


ROWS = [
    Row("install", "all ready < 120 s", install.install),
    Row("frontend-start", "< 30 s", install.frontend_start),
    Row("backend-start", "< 45 s", install.backend_start),
    Row("health", "100 %", install.health),
    Row("smoke", "every step, through the ingress", install.smoke_test),
    Row("helm-test", "passes", install.helm_test),
    Row("pod-security", "restricted is enforced", isolation.pod_security),
    Row("strangers", "do not reach the database", isolation.strangers),
    Row("load-api", "100 connections, each 1 request/s: no error, p95 < 200 ms", traffic.api),
    Row("load-web", "100 connections, each 1 page/10 s: no error, p95 < 200 ms", traffic.web),
    Row("load-burst", "100 connections without pause: no error", traffic.burst),
    Row("apache-bench", "1000 requests, 100 at once, none fails", traffic.apache_bench),
    Row("autoscaling", "2 to 3+ pods under load, and back", scaling.autoscaler),
    Row("secrets", "survive an upgrade", rollout.secrets_stay),
    Row("rolling-upgrade", "no failed request, no broken stream", rollout.rolling_upgrade),
    Row("broken-image", "old version serves, rollback < 120 s", rollout.broken_image),
    Row("database-pod-lost", "every acknowledged write is there", durability.database_pod),
    Row("every-pod-lost", "every acknowledged write is there", durability.every_pod),
    Row("two-releases", "side by side", copies.two_releases),
    Row("backup", "uninstall, reinstall, restore: same data", copies.backup_and_restore),
]


@dataclass(frozen=True)
class Scored:
    """A row with what was found and how long that took in seconds.

    `passed` is None when it could not be measured; `late` says that it failed by its times alone.
    """

    row: str
    bar: str
    measured: str
    passed: bool | None
    seconds: float
    late: bool = False

    @property
    def result(self) -> str:
        """The row's result in the table."""
        return {True: "pass", False: "FAIL", None: "-"}[self.passed]


def run(context: Context, only: Sequence[str], report: Path | None, *, keep: bool) -> int:
    """Run the rows, all or those named, print the scorecard and write it as JSON. Returns 1 when one fails.

    The JSON has each row as soon as it is measured: a run that is cut short leaves what it found.
    """
    rows = chosen(only)
    require("kubectl", "helm")
    require_cluster(context.release)
    context.require_own_namespace()
    scored: list[Scored] = []
    try:
        for row in rows:
            scored.append(score(row, context))
            if report:
                write(scored, report)
    finally:
        if not keep:
            context.remove()
    show(scored, context.console)
    return 1 if any(row.passed is False for row in scored) else 0


def chosen(only: Sequence[str]) -> list[Row]:
    """Return the rows of these names in the scorecard's order; all without names."""
    unknown = set(only) - {row.name for row in ROWS}
    if unknown:
        names = ", ".join(row.name for row in ROWS)
        raise OpsError(f"There is no row {', '.join(sorted(unknown))}. Choose from: {names}.")
    return [row for row in ROWS if not only or row.name in only]


def score(row: Row, context: Context) -> Scored:
    """Measure a row; one whose measuring breaks has failed, and the others still follow."""
    context.console.print(context.console.color(f"{row.name}: {row.bar}", "bold"))
    started = time.monotonic()
    try:
        found = row.measure(context)
    except OpsError as error:
        found = Measurement(str(error), passed=False)
    except Exception as error:  # noqa: BLE001 - one row's fault must not cost the others their figures
        found = Measurement(f"{type(error).__name__}: {error}.{unexpected.noted(error)}", passed=False)
    seconds = round(time.monotonic() - started, 1)
    scored = Scored(row.name, row.bar, found.value, found.passed, seconds, found.late)
    context.console.print(f"  {scored.result}: {scored.measured}")
    return scored


def show(scored: Sequence[Scored], console: Console) -> None:
    """Print the scorecard."""
    console.print(f"\n{'row':18} {'bar':57} {'result':6} {'seconds':>7}  measured")
    for row in scored:
        color = {True: "green", False: "red", None: "dim"}[row.passed]
        result = console.color(f"{row.result:6}", color)
        console.print(f"{row.row:18} {row.bar:57} {result} {row.seconds:7.1f}  {row.measured}")
    passed = sum(row.passed is True for row in scored)
    left = sum(row.passed is None for row in scored)
    note = f", {left} not measured" if left else ""
    console.print(f"\n{passed} of {len(scored)} rows pass{note}, in {sum(row.seconds for row in scored):.0f} s")


def write(scored: Sequence[Scored], file: Path) -> None:
    """Write the scorecard as JSON."""
    with explain_os_errors(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps([asdict(row) for row in scored], indent=2, ensure_ascii=False) + "\n", "utf-8")
