"""Reports of the three test tools, as they write them."""

import json
from pathlib import Path

import pytest
from todo_ops import counts
from todo_ops.counts import Counts

JUNIT = """<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" errors="1" failures="1" tests="4">
<testcase classname="a" name="passes"/>
<testcase classname="a" name="fails"><failure message="assert 1 == 2">...</failure></testcase>
<testcase classname="a" name="breaks"><error message="failed on setup">...</error></testcase>
<testcase classname="a" name="skips"><skipped type="pytest.skip" message="not here"/></testcase>
</testsuite></testsuites>"""


def write(folder: Path, data: object) -> Path:
    file = folder / "report"
    file.write_text(data if isinstance(data, str) else json.dumps(data))
    return file


def test_pytest(tmp_path: Path) -> None:
    assert counts.of_pytest(write(tmp_path, JUNIT)) == Counts(passed=1, failed=2, skipped=1)


def test_vitest(tmp_path: Path) -> None:
    report = {"numPassedTests": 5, "numFailedTests": 1, "numPendingTests": 2, "numTodoTests": 1, "testResults": []}
    assert counts.of_vitest(write(tmp_path, report)) == Counts(5, 1, 3)


def test_vitest_file_that_does_not_load(tmp_path: Path) -> None:
    files = [
        {"status": "failed", "assertionResults": []},
        {"status": "failed", "assertionResults": [{"status": "failed"}]},
        {"status": "passed", "assertionResults": []},
    ]
    report = {"numPassedTests": 5, "numFailedTests": 1, "testResults": files}
    assert counts.of_vitest(write(tmp_path, report)) == Counts(5, 2, 0)


def test_playwright(tmp_path: Path) -> None:
    report = {"stats": {"expected": 7, "unexpected": 1, "flaky": 1, "skipped": 2}, "errors": [{"message": "same"}]}
    assert counts.of_playwright(write(tmp_path, report)) == Counts(8, 1, 2, repeated=1)


def test_playwright_that_could_not_begin(tmp_path: Path) -> None:
    report = {
        "stats": {"expected": 0, "unexpected": 0, "flaky": 0, "skipped": 0},
        "errors": [{"message": "no browser"}],
    }
    assert counts.of_playwright(write(tmp_path, report)) == Counts(0, 1, 0)


@pytest.mark.parametrize("read", [counts.of_pytest, counts.of_vitest, counts.of_playwright])
def test_a_tool_that_wrote_no_report(read: object, tmp_path: Path) -> None:
    assert callable(read)
    assert read(tmp_path / "missing") == Counts()


def test_sums_and_words() -> None:
    total = Counts(1, 0, 0) + Counts(2, 1, 0)
    assert str(total) == "3 passed, 1 failed"
    assert str(total + Counts(skipped=4)) == "3 passed, 1 failed, 4 skipped"
    assert (total + Counts(skipped=4)).total == 8


def test_what_passed_only_when_repeated_is_added_up_and_told() -> None:
    both = Counts(3, 0, 1, repeated=1) + Counts(2, repeated=1)
    assert both == Counts(5, 0, 1, repeated=2)
    assert str(both) == "5 passed, 0 failed, 1 skipped, 2 only when repeated"
