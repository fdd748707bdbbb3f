"""The file `todo` as a person starts it, in a copy of the checkout without anything prepared."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from todo_ops import environment, launcher, paths
from todo_ops.console import Console
from todo_ops.errors import NotWritableError, OpsError
from todo_ops.folder_lock import FolderLock

CLOSED = "http://127.0.0.1:9/simple"
# Makes this Python say that it is an old one.
OLD_PYTHON = (
    "import sys, runpy; sys.version_info = (3, 9, 6, 'final', 0); sys.argv[0] = sys.argv[1]; "
    "runpy.run_path(sys.argv[1], run_name='__main__')"
)


def start(*arguments: str, python: list[str] | None = None, **env: str) -> "subprocess.CompletedProcess[str]":
    base = Path(sys.base_prefix) / (
        "python.exe" if sys.platform == "win32" else "bin/python3"
    )  # has pip, as people's do
    command = [*(python or [str(base)]), str(paths.ROOT / "todo"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **env}, timeout=60)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for what is prepared."""
    monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


class TestOldPython:
    def test_says_so_in_one_line(self) -> None:
        done = start("run", python=[sys.executable, "-c", OLD_PYTHON])
        assert done.returncode == 2
        assert done.stderr == "error: this is Python 3.9; 3.11 or newer is needed. Start with it: python3.11 todo run\n"
        assert done.stdout == ""

    def test_the_file_has_no_syntax_newer_than_3_6(self) -> None:
        import ast

        ast.parse((paths.ROOT / "todo").read_text(), feature_version=(3, 6))

    def test_the_file_is_executable(self) -> None:
        assert os.access(paths.ROOT / "todo", os.X_OK)


class TestFailures:
    def test_a_package_index_out_of_reach(self, home: Path) -> None:
        done = start("run", PIP_INDEX_URL=CLOSED, PIP_FIND_LINKS="", PATH=os.defpath, UV_CACHE_DIR=str(home / "none"))
        assert done.returncode == 2
        assert "error: The index of Python packages can't be reached." in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_full_disk(self, small_disk: Path) -> None:
        (small_disk / "filler").write_bytes(b"\0" * 8_200_000)
        done = start("run", TODO_HOME=str(small_disk / "home"))
        assert done.returncode == 2
        assert "is full. Free some space" in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_read_only_checkout(self, small_disk: Path) -> None:
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        done = start("run", TODO_HOME=str(small_disk / "home"))
        assert done.returncode == 2
        assert done.stderr == f"error: {small_disk}/home can't be written. {NotWritableError.ADVICE}\n"

    def test_no_pip_at_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
        monkeypatch.setattr("shutil.which", lambda name: None)
        with pytest.raises(OpsError, match="This Python has no pip"):
            environment._installer()


class TestInstaller:
    def test_uv_of_the_system_serves_when_there_is_no_pip(self, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
        monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/uv")
        [command] = environment._installer()
        assert command[:3] == ["/usr/bin/uv", "pip", "install"]
        assert "--require-hashes" in command

    def test_an_own_pip_is_made_where_only_ensurepip_is(self, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
        present = {"ensurepip"}
        monkeypatch.setattr("importlib.util.find_spec", lambda name: name if name in present else None)
        monkeypatch.setattr("shutil.which", lambda name: None)
        make, install = environment._installer()
        assert make[1:3] == ["-m", "venv"]
        assert Path(install[0]).is_relative_to(home)

    def test_uv_is_pinned_by_hash(self) -> None:
        assert "--hash=sha256:" in environment.UV_LOCK.read_text()


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch, home: Path) -> list[str]:
    """Record what would be installed, and let it succeed: a real installation is what every start of the tests is."""
    done: list[str] = []

    def install(command: list[object], log: str, *others: object) -> None:
        done.append(log)
        program = {"uv": environment.uv_program(), "environment": paths.venv_program("python")}.get(log)
        if program:
            program.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy("/bin/true", program)

    monkeypatch.setattr(environment, "_installer", lambda: [["pip"]])
    monkeypatch.setattr(environment, "_install", install)
    return done


class TestPreparing:
    def test_installs_once(self, installs: list[str]) -> None:
        environment.prepare(Console())
        assert installs == ["uv", "environment", "packages", "packages"]
        environment.prepare(Console())
        assert len(installs) == 4

    def test_installs_again_when_a_project_changed(
        self, installs: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        lock = tmp_path / "requirements.lock"
        lock.write_text("one")
        monkeypatch.setattr(environment, "LOCK", lock)
        environment.prepare(Console())
        lock.write_text("two")
        monkeypatch.setattr(environment, "_usable", lambda python: True)
        environment.prepare(Console())
        assert installs[4:] == ["packages", "packages"]

    def test_a_failed_attempt_is_repeated(
        self, installs: list[str], monkeypatch: pytest.MonkeyPatch, home: Path
    ) -> None:
        environment.prepare(Console())
        (home / "venv" / "bin" / "python").unlink()
        (home / "venv" / "bin").rmdir()
        environment.prepare(Console())
        assert installs[4:] == ["environment", "packages", "packages"]

    def test_two_launchers_take_turns(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        home.mkdir()
        other = FolderLock(home)
        other.acquire()
        waits: list[float] = []

        def wait(seconds: float) -> None:
            waits.append(seconds)
            other.release()

        monkeypatch.setattr("time.sleep", wait)
        with environment.preparing(Console()):
            assert waits == [environment.LOCK_POLL_SECONDS]

    def test_an_environment_of_another_python_is_not_usable(self) -> None:
        assert environment._usable(Path(sys.executable))
        assert not environment._usable(Path("/bin/true"))
        assert not environment._usable(Path("/bin/missing"))


class TestHandingOver:
    @pytest.fixture
    def became(self, monkeypatch: pytest.MonkeyPatch) -> list[object]:
        """Record what the launcher would become, for an environment that is ready."""
        seen: list[object] = []
        monkeypatch.setattr(environment, "prepare", lambda console: Path("/prepared/python"))
        monkeypatch.setattr(os, "execv", lambda program, command: seen.extend([program, command]))
        monkeypatch.setenv("TODO_STARTED", "")
        return seen

    def test_becomes_the_tool_with_the_same_arguments(
        self, became: list[object], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(subprocess, "run", lambda *arguments, **options: subprocess.CompletedProcess([], 0))
        launcher.main(["run", "--demo"])
        command = ["/prepared/python", "-P", "-m", "todo_ops", "run", "--demo"]
        assert became == [Path("/prepared/python"), command]

    def test_says_when_it_began(self, became: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(subprocess, "run", lambda *arguments, **options: subprocess.CompletedProcess([], 0))
        before = time.time()
        launcher.main(["run"])
        assert before <= float(os.environ["TODO_STARTED"]) <= time.time()

    def test_compiled_files_are_kept_from_now_on(self, became: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(subprocess, "run", lambda *arguments, **options: subprocess.CompletedProcess([], 0))
        monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        launcher.main(["run"])
        assert "PYTHONDONTWRITEBYTECODE" not in os.environ

    @pytest.mark.parametrize(
        ("error", "code", "said"),
        [
            (OpsError("do this"), 2, "error: do this\n"),
            (KeyboardInterrupt(), 130, "Stopped.\n"),
            (OSError(5, "Input/output error", "/disk"), 2, "error: Input/output error: /disk\n"),
        ],
    )
    def test_failures_are_one_line(
        self,
        error: BaseException,
        code: int,
        said: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        def fail(console: Console) -> Path:
            raise error

        monkeypatch.setattr(environment, "prepare", fail)
        monkeypatch.setenv("TODO_STARTED", "")
        assert launcher.main(["run"]) == code
        assert capsys.readouterr().err == said
