"""The command line: what each command gets, and how failures end."""

from pathlib import Path

import pytest
from todo_ops import cli, lint, locks, suites
from todo_ops.commands import CommandFailedError
from todo_ops.errors import OpsError, ProcessFailedError
from todo_ops.run import LocalRun, Options
from todo_ops.suites import Selection


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TODO_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Options]:
    """Record the options of runs instead of running."""
    seen: list[Options] = []

    def run(self: LocalRun) -> int:
        seen.append(self._options)
        return 0

    monkeypatch.setattr(LocalRun, "run", run)
    return seen


class TestRun:
    def test_defaults(self, started: list[Options], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        assert cli.main(["run"]) == 0
        assert started == [Options(data=tmp_path / "todo", port=3000, api_port=8000, browser=True, demo=False)]

    def test_every_option(self, started: list[Options]) -> None:
        cli.main(["run", "--data", "here", "--port", "1", "--api-port", "65535", "--no-browser", "--demo"])
        assert started == [Options(data=Path.cwd() / "here", port=1, api_port=65535, browser=False, demo=True)]

    @pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "3000.5", ""])
    def test_a_port_that_is_none(self, port: str, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as end:
            cli.main(["run", f"--port={port}"])
        assert end.value.code == 2
        assert "is not a port: use a number from 1 to 65535" in capsys.readouterr().err


class TestTest:
    @pytest.fixture
    def chosen(self, monkeypatch: pytest.MonkeyPatch) -> list[Selection]:
        seen: list[Selection] = []

        def run(console: object, selection: Selection) -> int:
            seen.append(selection)
            return 0

        monkeypatch.setattr(suites, "run", run)
        return seen

    def test_all_or_some(self, chosen: list[Selection]) -> None:
        cli.main(["test"])
        cli.main(["test", "backend", "e2e", "-k", "undo"])
        assert chosen == [Selection([], ""), Selection(["backend", "e2e"], "undo")]

    def test_an_unknown_suite(self, chosen: list[Selection], capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["test", "backend", "fronted"]) == 2
        assert capsys.readouterr().err == (
            "error: There is no suite fronted. "
            "Choose from: backend, ops, frontend, system, e2e, chart, images, cluster.\n"
        )
        assert chosen == []


class TestFailures:
    def fail_with(self, error: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
        def run(console: object) -> int:
            raise error

        monkeypatch.setattr(lint, "run", run)
        return cli.main(["lint"])

    @pytest.mark.parametrize(("error", "code"), [(OpsError("do this"), 2), (ProcessFailedError("do this"), 1)])
    def test_one_line_and_the_errors_code(
        self, error: OpsError, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert self.fail_with(error, monkeypatch) == code
        assert capsys.readouterr().err == "error: do this\n"

    def test_a_failed_program_shows_the_end_of_what_it_said(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        output = "\n".join(f"line {number}" for number in range(100))
        assert self.fail_with(CommandFailedError("It", 1, output, Path("log")), monkeypatch) == 1
        said = capsys.readouterr().err
        assert "line 99" in said
        assert "line 79" not in said

    def test_an_interruption(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        assert self.fail_with(KeyboardInterrupt(), monkeypatch) == 130
        assert capsys.readouterr().err == "Stopped.\n"

    def test_a_mistake_of_ours_is_one_line_and_a_file(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
    ) -> None:
        assert self.fail_with(ZeroDivisionError("division by zero"), monkeypatch) == 70
        said = capsys.readouterr().err
        assert said.startswith("error: ZeroDivisionError: division by zero. Details are in ")
        assert said.count("\n") == 1
        assert "Traceback" in (home / "logs" / "unexpected-error.log").read_text()

    def test_no_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as end:
            cli.main([])
        assert end.value.code == 2
        assert "COMMAND" in capsys.readouterr().err


def test_lock_makes_the_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(locks, "make", made.append)
    assert cli.main(["lock"]) == 0
    assert len(made) == 1
