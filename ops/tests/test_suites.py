"""How suites are run and judged. The suites here are tiny pytest files."""

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from todo_ops import counts, node, paths, suites
from todo_ops.console import Console
from todo_ops.counts import Counts
from todo_ops.errors import ProcessFailedError
from todo_ops.processes import Processes
from todo_ops.stack import Stack
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
        monkeypatch.setattr(suites, "OPTIONAL_SUITES", [])
        monkeypatch.setattr(node, "ensure_packages", lambda console: None)
        assert suites.run(Console(StringIO()), Selection(["good", "bad"])) == 1
        assert capsys.readouterr().out == "1 passed, 1 failed\n"
        assert suites.run(Console(StringIO()), Selection(["good"])) == 0
        assert capsys.readouterr().out == "1 passed, 0 failed\n"


class TestRepeating:
    """A few that failed are run once more, alone; they count as passed when they do, and that is said."""

    @pytest.fixture
    def source(self, tmp_path: Path) -> Callable[[str], str]:
        """Tests of which two pass at any try, one is left out, and those named pass at the second try or never."""
        tries = tmp_path / "tries"
        always = "import pytest\nfrom pathlib import Path\n@pytest.mark.skip\ndef test_left_out():\n    pass\n"
        always += "@pytest.mark.parametrize('n', [1, 2])\ndef test_good(n):\n    pass\n"
        once = f"""
def test_{{name}}():
    tries = Path({str(tries)!r} + "{{name}}")
    tries.write_text((tries.read_text() if tries.exists() else "") + "x")
    assert "{{name}}" == "weak" and len(tries.read_text()) > 1, "the reason"
"""
        return lambda names: always + "".join(once.format(name=name) for name in names.split())

    @pytest.fixture
    def repeating(self, suite: Make, source: Callable[[str], str]) -> Callable[[str], Suite]:
        def make(names: str) -> Suite:
            made = suite("some", source(names))

            def command(report: Path, keyword: str) -> list[str | Path]:
                # The cache is where what failed is kept.
                return [part for part in made.command(report, keyword) if part not in ("-p", "no:cacheprovider")]

            return replace(made, command=command, failed_only=suites.FAILED_ONLY)

        return make

    def test_what_passes_alone_has_passed_and_that_is_said(self, repeating: Callable[[str], Suite]) -> None:
        shown = StringIO()
        found = suites.run_suite(Console(shown), repeating("weak"), "")
        assert found == Counts(3, 0, 1, repeated=1)
        assert "the reason" in shown.getvalue()
        assert "some: 3 passed, 0 failed, 1 skipped, 1 only when repeated in" in shown.getvalue()

    def test_what_fails_alone_too_has_failed(self, repeating: Callable[[str], Suite]) -> None:
        assert suites.run_suite(Console(StringIO()), repeating("bad"), "") == Counts(2, 1, 1)

    def test_one_that_passes_hides_none_that_fails(self, repeating: Callable[[str], Suite]) -> None:
        assert suites.run_suite(Console(StringIO()), repeating("bad weak"), "") == Counts(2, 2, 1)

    def test_many_are_no_accident(self, repeating: Callable[[str], Suite], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(suites, "MAX_REPEATED", 0)
        assert suites.run_suite(Console(StringIO()), repeating("weak"), "") == Counts(2, 1, 1)

    def test_a_suite_that_does_not_load_has_failed(self, repeating: Callable[[str], Suite]) -> None:
        broken = repeating("weak")
        (broken.folder / "test_some.py").write_text("import nothing_of_the_kind")
        assert suites.run_suite(Console(StringIO()), broken, "").failed == 1

    def test_those_of_python(self) -> None:
        everything = [*suites.UNIT_SUITES, *suites.STACK_SUITES, *suites.OPTIONAL_SUITES]
        assert [suite.name for suite in everything if not suite.failed_only] == ["frontend", "e2e"]


class TestWhatAMachineLacks:
    @pytest.fixture(autouse=True)
    def _nothing(self, suite: Make, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(suites, "UNIT_SUITES", [suite("backend", "def test_a():\n    pass")])
        monkeypatch.setattr(suites, "STACK_SUITES", [])
        monkeypatch.setattr(node, "ensure_packages", lambda console: None)
        monkeypatch.setenv("DOCKER", "/nowhere/docker")
        monkeypatch.setenv("PATH", "/nowhere")
        monkeypatch.delenv(suites.CLUSTER_VARIABLE, raising=False)

    def test_is_left_out_of_all_tests_and_that_is_said(self, capsys: pytest.CaptureFixture[str]) -> None:
        shown = StringIO()
        assert suites.run(Console(shown), Selection([])) == 0
        for name, reason in [("chart", "helm"), ("images", ""), ("cluster", "TODO_TEST_CLUSTER=1")]:
            assert f"{name}: left out. " in shown.getvalue()
            assert reason in shown.getvalue()
        assert capsys.readouterr().out == "1 passed, 0 failed\n"

    @pytest.mark.parametrize("name", ["chart", "images", "cluster"])
    def test_fails_when_it_is_asked_for(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert suites.run(Console(StringIO()), Selection([name])) == 1
        assert capsys.readouterr().out == "0 passed, 1 failed\n"

    @pytest.mark.parametrize(("until", "said"), [("1", "too late to begin"), ("noon", "not 'noon'")])
    def test_nothing_begins_on_a_cluster_when_it_is_too_late(
        self, until: str, said: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(suites.CLUSTER_VARIABLE, "1")
        monkeypatch.setenv(suites.UNTIL_VARIABLE, until)
        shown = StringIO()
        assert suites.run(Console(shown), Selection([])) == 0
        assert re.search(f"cluster: left out.*{said}", shown.getvalue())

    def test_is_run_where_it_is_there(
        self, suite: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(suites, "OPTIONAL_SUITES", [suite("chart", "def test_a():\n    pass")])
        assert suites.run(Console(StringIO()), Selection(["chart"])) == 0
        assert capsys.readouterr().out == "1 passed, 0 failed\n"


def test_every_suite_is_known_by_name() -> None:
    assert suites.NAMES == ["backend", "ops", "frontend", "system", "e2e", "chart", "images", "cluster"]
    assert Path(__file__).parent == paths.OPS / "tests"


class TestCommands:
    """The options on which counting and selecting depend, for each tool."""

    def test_pytest(self, tmp_path: Path) -> None:
        suite = suites._pytest("some", tmp_path)
        command = suite.command(tmp_path / "report", "undo and not chat")
        assert command[-2:] == ["-k", "undo and not chat"]
        assert f"--junitxml={tmp_path / 'report'}" in command
        assert "-k" not in suite.command(tmp_path / "report", "")

    def test_vitest(self, tmp_path: Path) -> None:
        command = suites._vitest(tmp_path / "report", "undo")
        assert command[-2:] == ["-t", "undo"]
        assert f"--outputFile.json={tmp_path / 'report'}" in command
        assert "-t" not in suites._vitest(tmp_path / "report", "")

    def test_playwright(self, tmp_path: Path) -> None:
        command = suites._playwright(tmp_path / "report", "undo")
        assert command[-3:] == ["-g", "undo", "--pass-with-no-tests"]
        assert "--reporter=list,json" in command
        assert "--pass-with-no-tests" not in suites._playwright(tmp_path / "report", "")


class TestAgainstTheStack:
    @pytest.fixture
    def stack(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
        """A stack whose servers have written something, and are found at fixed addresses."""
        monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
        running = Processes(tmp_path / "stack")
        running.logs.mkdir(parents=True)
        (running.logs / "api.log").write_text("the API's last words\n")

        @contextmanager
        def running_stack(console: Console) -> Iterator[tuple[Stack, Processes]]:
            yield Stack("postgresql://x", "x" * 32, 3001, 8001), running

        monkeypatch.setattr(suites, "running_stack", running_stack)
        return tmp_path

    def test_suites_are_told_the_addresses(self, stack: Path, suite: Make) -> None:
        source = (
            "import os\ndef test_a():\n    assert os.environ['BASE_URL'] == 'http://127.0.0.1:3001'\n"
            "    assert os.environ['API_URL'] == 'http://127.0.0.1:8001'"
        )
        assert suites._against_stack(Console(StringIO()), [suite("system", source)], "") == Counts(1)

    def test_a_failure_shows_and_keeps_the_servers_logs(self, stack: Path, suite: Make) -> None:
        shown = StringIO()
        both = [suite("bad", "def test_a():\n    assert False"), suite("good", "def test_b():\n    pass")]
        assert suites._against_stack(Console(shown), both, "") == Counts(1, 1)
        assert "the API's last words" in shown.getvalue()
        assert (stack / "home" / "logs" / "stack-api.log").exists()

    def test_a_stack_that_does_not_start_is_a_failure(self, suite: Make, monkeypatch: pytest.MonkeyPatch) -> None:
        @contextmanager
        def broken(console: Console) -> Iterator[tuple[Stack, Processes]]:
            raise ProcessFailedError("API ended unexpectedly")
            yield

        monkeypatch.setattr(suites, "running_stack", broken)
        shown = StringIO()
        assert suites._against_stack(Console(shown), [suite("system", "")], "") == Counts(0, 1)
        assert shown.getvalue() == "error: API ended unexpectedly\n"


def test_how_long_tests_may_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(suites.UNTIL_VARIABLE, raising=False)
    assert suites.seconds_left() == float("inf")
    monkeypatch.setenv(suites.UNTIL_VARIABLE, str(time.time() + 100))
    assert 0 < suites.seconds_left() <= 100
    monkeypatch.setenv(suites.UNTIL_VARIABLE, str(time.time() - 100))
    assert suites.seconds_left() == 0
