"""`./todo test`: the suites one after another, the last ones against a running system, and one line that sums up."""

import os
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from todo_ops import commands, counts, docker, node, paths, postgres, process_table
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console, Step
from todo_ops.counts import Counts
from todo_ops.errors import OpsError
from todo_ops.kubernetes import programs
from todo_ops.processes import Processes, tail
from todo_ops.stack import Stack

SIDE_BY_SIDE = ("-n", "2", "--dist", "loadfile", "-q")
# Tests that take long are named as they end. Of a cluster that is in trouble, more of the same says nothing.
ONE_BY_ONE = ("-n", "0", "-v")
ON_A_CLUSTER = (*ONE_BY_ONE, "--maxfail=5")
# With these pytest runs what failed and nothing else. A shared machine may stall for seconds, and one test of thousands
# that could not wait says little; what fails alone too, or fails with many others, has failed.
FAILED_ONLY = ("--last-failed", "--last-failed-no-failures=none")
MAX_REPEATED = 3
SHOWN_LINES = 150
SYSTEM_TESTS = paths.ROOT / "tests"
CHART_TESTS, IMAGE_TESTS, CLUSTER_TESTS = (SYSTEM_TESTS / name for name in ("chart", "images", "cluster"))
# Set to 1 it allows the tests to install copies of the system on the current cluster.
CLUSTER_VARIABLE = "TODO_TEST_CLUSTER"
# In seconds since 1970: no further test on a cluster begins then. They take longest, and a slow machine should say what
# it left out rather than never come to an end.
UNTIL_VARIABLE = "TODO_TEST_UNTIL"


Command: TypeAlias = Callable[[Path, str], list[str | Path]]


@dataclass(frozen=True)
class Selection:
    """Which tests a person asked for. An empty `keyword` means all."""

    suites: Sequence[str]
    keyword: str = ""


@dataclass(frozen=True)
class Suite:
    """Tests that one tool runs. `command` gets the report's path and the keyword; `count` reads that report.

    `require` raises an OpsError where the machine lacks what the suite is about. With the options `failed_only` the
    command runs those tests that failed; without any, nothing is repeated here.
    """

    name: str
    command: Command
    count: Callable[[Path], Counts]
    folder: Path = paths.ROOT
    require: Callable[[], object] = lambda: None
    failed_only: Sequence[str] = ()


def _pytest(
    name: str,
    folder: Path,
    *options: str,
    leave_out: Sequence[Path] = (),
    require: Callable[[], object] = lambda: None,
) -> Suite:
    def command(report: Path, keyword: str) -> list[str | Path]:
        only: list[str | Path] = ["-k", keyword] if keyword else []
        without = [f"--ignore={folder}" for folder in leave_out]
        return [
            sys.executable,
            "-m",
            "pytest",
            folder,
            *(options or SIDE_BY_SIDE),
            f"--junitxml={report}",
            *without,
            *only,
        ]

    return Suite(name, command, counts.of_pytest, require=require, failed_only=FAILED_ONLY)


def _vitest(report: Path, keyword: str) -> list[str | Path]:
    only = ["-t", keyword] if keyword else []
    reporters = ["--reporter=default", "--reporter=json", f"--outputFile.json={report}"]
    return node.npm("run", "--silent", "test", "--", *reporters, *only)


def _playwright(report: Path, keyword: str) -> list[str | Path]:
    only = ["-g", keyword, "--pass-with-no-tests"] if keyword else []
    return node.npm("run", "--silent", "e2e", "--", "--reporter=list,json", *only)


UNIT_SUITES = [
    _pytest("backend", paths.BACKEND / "tests"),
    _pytest("ops", paths.OPS / "tests"),
    Suite("frontend", _vitest, counts.of_vitest, paths.FRONTEND),
]
# These need the product running: BASE_URL is its address, API_URL that of the API behind it.
STACK_SUITES = [
    _pytest("system", SYSTEM_TESTS, leave_out=(CHART_TESTS, IMAGE_TESTS, CLUSTER_TESTS)),
    Suite("e2e", _playwright, counts.of_playwright, paths.FRONTEND),
]


def _require_engine() -> None:
    docker.require_engine()
    docker.compose()


def _require_cluster() -> None:
    if os.environ.get(CLUSTER_VARIABLE) != "1":
        raise OpsError(f"{CLUSTER_VARIABLE}=1 lets these tests install copies of the system on the current cluster.")
    if not seconds_left():
        raise OpsError(f"It is too late to begin: {UNTIL_VARIABLE}.")
    programs.require("kubectl", "helm")


def seconds_left() -> float:
    """Return for how long tests on a cluster may still begin.

    Raises:
        OpsError: TODO_TEST_UNTIL is not a number.
    """
    text = os.environ.get(UNTIL_VARIABLE) or "inf"
    try:
        return max(0.0, float(text) - time.time())
    except ValueError:
        raise OpsError(f"{UNTIL_VARIABLE} is a number of seconds since 1970, not {text!r}.") from None


# These need what not every machine has: left out where it is missing, unless they are asked for by name.
OPTIONAL_SUITES = [
    _pytest("chart", CHART_TESTS, require=lambda: programs.require("helm")),
    _pytest("images", IMAGE_TESTS, *ONE_BY_ONE, require=_require_engine),
    _pytest("cluster", CLUSTER_TESTS, *ON_A_CLUSTER, require=_require_cluster),
]
NAMES = [suite.name for suite in [*UNIT_SUITES, *STACK_SUITES, *OPTIONAL_SUITES]]


def run(console: Console, selection: Selection) -> int:
    """Run the chosen suites and end with one line that sums them up. Returns the exit code."""
    chosen = set(selection.suites or NAMES)
    node.ensure_packages(console)
    total = Counts()
    for suite in UNIT_SUITES:
        if suite.name in chosen:
            total += run_suite(console, suite, selection.keyword)
    against_stack = [suite for suite in STACK_SUITES if suite.name in chosen]
    if against_stack:
        node.ensure_built(console)
        total += _against_stack(console, against_stack, selection.keyword)
    for suite in OPTIONAL_SUITES:
        if suite.name in chosen:
            total += _where_possible(console, suite, selection)
    print(total, flush=True)
    return 1 if total.failed or not total.passed else 0


def _where_possible(console: Console, suite: Suite, selection: Selection) -> Counts:
    """Run a suite where it can; elsewhere it is left out, or a failure when it was asked for by name."""
    try:
        suite.require()
    except OpsError as error:
        if not selection.suites:
            console.print(f"  {suite.name}: left out. {error}")
            return Counts()
        console.error(f"The suite {suite.name} can't run. {error}")
        return Counts(failed=1)
    return run_suite(console, suite, selection.keyword)


def run_suite(console: Console, suite: Suite, keyword: str, extra: dict[str, str] | None = None) -> Counts:
    """Run one suite; a failing one shows its output. A suite that ran nothing counts as one failure.

    A few that failed are run once more by themselves, where the suite can do so.
    """
    started = time.monotonic()
    found = _attempt(console, suite, keyword, extra or {})
    if suite.failed_only and 0 < found.failed <= MAX_REPEATED:
        console.print(f"  {suite.name}: {found}. What failed is run once more.")
        alone = _attempt(console, suite, keyword, extra or {}, suite.failed_only)
        if alone == Counts(found.failed):
            found = Counts(found.passed + found.failed, 0, found.skipped, repeated=found.failed)
    console.print(f"  {suite.name}: {found} in {time.monotonic() - started:.1f} s")
    return found


def _attempt(
    console: Console, suite: Suite, keyword: str, extra: dict[str, str], options: Sequence[str] = ()
) -> Counts:
    report = paths.logs() / f"{suite.name}-report"
    report.unlink(missing_ok=True)
    env = node.environment({"PLAYWRIGHT_JSON_OUTPUT_NAME": str(report), "CI": "true", **extra})
    output, code = "", 0
    try:
        with console.step(f"Running the tests of {suite.name}") as step:
            command, log = [*suite.command(report, keyword), *options], f"test-{suite.name}"
            commands.run(step.title, command, log=log, cwd=suite.folder, env=env, on_line=_show_in(step))
    except CommandFailedError as error:
        output, code = error.output, error.code
    found = judge(suite.count(report), code, filtered=bool(keyword))
    if found.failed:
        console.print("\n".join(output.splitlines()[-SHOWN_LINES:]))
    return found


def judge(found: Counts, code: int, *, filtered: bool) -> Counts:
    """Return the counts with a failure added when the tool failed, or ran nothing, without counting one itself."""
    left_out = filtered and not found.total
    if not found.failed and not left_out and (code or not found.passed):
        return found + Counts(failed=1)
    return found


def _show_in(step: Step) -> commands.OnLine:
    return lambda line: setattr(step, "detail", line)


def _against_stack(console: Console, suites: Sequence[Suite], keyword: str) -> Counts:
    total = Counts()
    try:
        with running_stack(console) as (stack, processes):
            addresses = {"BASE_URL": stack.address, "API_URL": stack.api_address}
            for suite in suites:
                found = run_suite(console, suite, keyword, addresses)
                if found.failed:
                    _show_logs(console, processes)
                total += found
    except OpsError as error:
        console.error(str(error))
        total += Counts(failed=1)
    return total


@contextmanager
def running_stack(console: Console) -> Iterator[tuple[Stack, Processes]]:
    """Run the product as people get it, over an empty temporary database and on free ports."""
    folder = Path(tempfile.mkdtemp(prefix="todo-stack-"))
    try:
        with postgres.temporary() as database, Processes(folder) as processes:
            stack = Stack(
                database_url=database.url(),
                jwt_secret_key=secrets.token_hex(32),
                port=process_table.free_port(),
                api_port=process_table.free_port(),
            )
            with console.step("Starting the product for the browser tests"):
                stack.backend("migrate")
                processes.start(stack.api())
                processes.start(stack.web())
                processes.wait_until_ready()
            yield stack, processes
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _show_logs(console: Console, processes: Processes) -> None:
    for log in sorted(processes.logs.glob("*.log")):
        kept = paths.logs() / f"stack-{log.name}"
        shutil.copyfile(log, kept)
        console.print(f"The end of {kept}:\n{tail(kept)}")
