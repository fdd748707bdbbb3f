"""Running programs to their end, and what their failures mean."""

import sys
import threading
from pathlib import Path

import pytest
from todo_ops import commands, groups, process_table
from todo_ops.commands import CommandFailedError, explain, explain_download
from todo_ops.errors import DiskFullError, NotWritableError, UnreachableError

PLACE = Path("/some/place")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TODO_HOME", str(tmp_path))
    return tmp_path


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


class TestRunning:
    def test_returns_logs_and_passes_on_the_output(self, home: Path) -> None:
        lines: list[str] = []
        code = "import sys; print('one'); print('\\x1b[31mtwo\\x1b[0m', file=sys.stderr)"
        assert "one\n" in commands.run("It", python(code), log="it", on_line=lines.append)
        assert set(lines) == {"one", "two"}
        assert "one\n" in (home / "logs" / "it.log").read_text()

    def test_a_failure_carries_code_output_and_log(self, home: Path) -> None:
        with pytest.raises(CommandFailedError) as failure:
            commands.run("It", python("import sys; print('why'); sys.exit(3)"), log="it")
        assert failure.value.code == 3
        assert failure.value.output == "why\n"
        assert str(failure.value) == f"It failed with exit code 3. Its output is in {home}/logs/it.log"

    def test_has_no_standard_input(self) -> None:
        assert commands.run("It", python("import sys; print(repr(sys.stdin.read()))"), log="it") == "''\n"

    def test_gets_the_environment_and_folder_given(self, tmp_path: Path) -> None:
        code = "import os; print(os.environ['A'], os.getcwd())"
        assert commands.run("It", python(code), log="it", cwd=tmp_path, env={"A": "b"}) == f"b {tmp_path}\n"

    def test_bytes_that_are_no_text_do_no_harm(self) -> None:
        assert "\ufffd" in commands.run("It", python("import sys; sys.stdout.buffer.write(b'\\xff\\n')"), log="it")

    def test_an_interruption_ends_the_program_and_its_children(self) -> None:
        child = "import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE)"
        code = f"{child}; print(p.pid, flush=True); p.wait()"
        pids: list[int] = []

        def interrupt(line: str) -> None:
            pids.append(int(line))
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            commands.run("It", python(code), log="it", on_line=interrupt)
        child_process = process_table.identify(pids[0])
        assert child_process is None or process_table.wait_until_gone(child_process, 5)


def failed(output: str) -> CommandFailedError:
    return CommandFailedError("It", 1, output, Path("log"))


class TestExplaining:
    @pytest.mark.parametrize(
        "output",
        [
            "OSError: [Errno 28] No space left on device",
            "npm error code ENOSPC",
            "error: failed to write: Disk quota exceeded (os error 122)",
            "There is not enough space on the disk. (os error 112)",
        ],
    )
    def test_a_full_disk(self, output: str) -> None:
        assert isinstance(explain(failed(output), PLACE), DiskFullError)
        assert isinstance(explain_download(failed(output), PLACE, "It", "X"), DiskFullError)

    @pytest.mark.parametrize("output", ["Read-only file system (os error 30)", "npm error code EACCES"])
    def test_no_right_to_write(self, output: str) -> None:
        error = explain(failed(output), PLACE)
        assert isinstance(error, NotWritableError)
        assert str(error).startswith("/some/place can't be written.")

    @pytest.mark.parametrize(
        "output",
        [
            "Failed to establish a new connection: [Errno 111] Connection refused",
            "npm error code ECONNREFUSED",
            "npm error code ENOTFOUND",
            "npm error request to x failed, reason: getaddrinfo EAI_AGAIN x",
            "error: Failed to fetch: `x`\n  Caused by: dns error: failed to lookup address",
            "tcp connect error: Network is unreachable",
        ],
    )
    def test_a_registry_out_of_reach(self, output: str) -> None:
        error = explain_download(failed(output), PLACE, "The index", "SOME_URL")
        assert isinstance(error, UnreachableError)
        assert str(error).startswith("The index can't be reached.")
        assert "SOME_URL" in str(error)

    def test_a_build_is_never_blamed_on_the_network(self) -> None:
        error = failed("Error: connect ECONNREFUSED in my own test")
        assert explain(error, PLACE) is error

    def test_anything_else_stays_as_it_is(self) -> None:
        error = failed("SyntaxError: invalid syntax")
        assert explain_download(error, PLACE, "The index", "SOME_URL") is error


def test_a_group_that_is_gone_already_can_be_told_to_stop() -> None:
    import subprocess

    with subprocess.Popen(python("pass"), start_new_session=True, creationflags=groups.NEW_GROUP) as process:
        process.wait()
        groups.ask_to_stop(process)
        groups.kill(process)
    assert process.returncode == 0
    assert threading.active_count() >= 1
