"""How suites are run and judged. The suites here are tiny pytest files."""

import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from todo_ops import counts, node, paths, suites
from todo_ops.console import Console
from todo_ops.counts import Counts
from todo_ops.suites import Selection, Suite, judge


class TestJudging:
    def test_a_clean_run(self) -> None:
        assert judge(Counts(3), 0, filtered=False) == Counts(3)

    def test_counted_failures_are_enough(self) -> None:
        assert judge(Counts(3, 1), 1, filtered=False) == Counts(3, 1)

    def test_a_tool_that_fails_without_a_failed_test(self) -> None:
        assert judge(Counts(3), 1, filtered=False) == Counts(3, 1)

    def test_a_suite_that_ran_nothing(self) -> None:
        assert judge(Counts(), 0, filtered=False) == Counts(0, 1)
        assert judge(Counts(skipped=2), 0, filtered=False) == Counts(0, 1, 2)

    def test_a_suite_in_which_no_name_matches_is_no_failure(self) -> None:
        assert judge(Counts(), 5, filtered=True) == Counts()
        assert judge(Counts(1), 0, filtered=True) == Counts(1)


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Suite]:
    """Make a suite from the source of one test file."""
    monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(node, "environment", lambda extra: dict(extra))

    def make(name: str, source: str) -> Suite:
        file = tmp_path / f"test_{name}.py"
        file.write_text(source)

        def command(report: Path, keyword: str) -> list[str | Path]:
            only: list[str | Path] = ["-k", keyword] if keyword else []
            return [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", file, *only]

        return Suite(name, command, counts.of_pytest, tmp_path)

    return make


Make = Callable[[str, str], Suite]


class TestRunning:
    def test_counts_and_hides_what_passes(self, suite: Make) -> None:
        shown = StringIO()
        found = suites.run_suite(Console(shown), suite("good", "def test_a():\n    print('noise')"), "")
        assert found == Counts(1)
        assert "good: 1 passed, 0 failed in" in shown.getvalue()
        assert "noise" not in shown.getvalue()

    def test_shows_the_output_of_failures(self, suite: Make) -> None:
        shown = StringIO()
        source = "import os\ndef test_a():\n    assert os.environ['BASE_URL'] == 'here', 'the reason'"
        extra = {"BASE_URL": "there"}
        assert suites.run_suite(Console(shown), suite("bad", source), "", extra) == Counts(0, 1)
        assert "the reason" in shown.getvalue()

    def test_a_keyword_selects(self, suite: Make) -> None:
        both = suite("both", "def test_a():\n    pass\ndef test_b():\n    assert False")
        assert suites.run_suite(Console(StringIO()), both, "test_a") == Counts(1)
        assert suites.run_suite(Console(StringIO()), both, "test_c") == Counts()

    def test_an_old_report_is_not_counted(self, suite: Make) -> None:
        suites.run_suite(Console(StringIO()), suite("same", "def test_a():\n    pass"), "")
        assert suites.run_suite(Console(StringIO()), suite("same", "import os\nos._exit(3)"), "") == Counts(0, 1)

    def test_the_last_line_sums_up(
        self, suite: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        good, bad = suite("good", "def test_a():\n    pass"), suite("bad", "def test_b():\n    assert False")
        monkeypatch.setattr(suites, "UNIT_SUITES", [good, bad])
        monkeypatch.setattr(suites, "STACK_SUITES", [])
        monkeypatch.setattr(node, "ensure_packages", lambda console: None)
        assert suites.run(Console(StringIO()), Selection(["good", "bad"])) == 1
        assert capsys.readouterr().out == "1 passed, 1 failed\n"
        assert suites.run(Console(StringIO()), Selection(["good"])) == 0
        assert capsys.readouterr().out == "1 passed, 0 failed\n"


def test_every_suite_is_known_by_name() -> None:
    assert suites.NAMES == ["backend", "ops", "frontend", "system", "e2e", "images"]
    assert Path(__file__).parent == paths.OPS / "tests"
