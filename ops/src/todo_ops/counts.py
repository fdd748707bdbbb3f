"""How many tests passed, failed and were skipped, read from the reports of pytest, vitest and Playwright."""

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Counts:
    """Results of one suite, or of several added up. Some of those that passed may have done so only when repeated."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    repeated: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            self.repeated + other.repeated,
        )

    def __str__(self) -> str:
        line = f"{self.passed} passed, {self.failed} failed"
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{line}{skipped}" + (f", {self.repeated} only when repeated" if self.repeated else "")

    @property
    def total(self) -> int:
        """The number of tests that were found."""
        return self.passed + self.failed + self.skipped


def of_pytest(report: Path) -> Counts:
    """Read a JUnit report. An error outside a test, such as an import that fails, counts as a failure."""
    if not report.exists():
        return Counts()
    cases = list(ElementTree.parse(report).iter("testcase"))  # noqa: S314 - pytest wrote it a moment ago
    failed = sum(1 for case in cases if case.find("failure") is not None or case.find("error") is not None)
    skipped = sum(1 for case in cases if case.find("skipped") is not None)
    return Counts(len(cases) - failed - skipped, failed, skipped)


def of_vitest(report: Path) -> Counts:
    """Read vitest's JSON report. A file that does not load has no tests of its own and counts as one failure."""
    data = _json(report)
    unloadable = [file for file in data.get("testResults", []) if file["status"] == "failed" and not _tests(file)]
    skipped = data.get("numPendingTests", 0) + data.get("numTodoTests", 0)
    return Counts(data.get("numPassedTests", 0), data.get("numFailedTests", 0) + len(unloadable), skipped)


def of_playwright(report: Path) -> Counts:
    """Read Playwright's JSON report. A test that passed only when repeated has passed; an error outside has not."""
    data = _json(report)
    stats = data.get("stats", {})
    failed = stats.get("unexpected", 0) or len(data.get("errors", []))
    repeated = stats.get("flaky", 0)
    return Counts(stats.get("expected", 0) + repeated, failed, stats.get("skipped", 0), repeated)


def _tests(file: dict[str, Any]) -> list[Any]:
    found: list[Any] = file.get("assertionResults", [])
    return found


def _json(report: Path) -> dict[str, Any]:
    if not report.exists():
        return {}
    data: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return data
