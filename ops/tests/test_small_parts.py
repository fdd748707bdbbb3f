"""Stamps, keys, locks, folders, interrupts: a few lines each, but data or trust hangs on every one."""

import errno
import os
import signal
import sys
from pathlib import Path

import pytest
from todo_ops import keys, paths, stamps
from todo_ops.errors import (
    AlreadyInUseError,
    DiskFullError,
    NotAFolderError,
    NotWritableError,
    OpsError,
    explain_os_errors,
)
from todo_ops.folder_lock import FolderLock
from todo_ops.interrupts import InterruptedRunError, Interrupts
from todo_ops.stamps import Stamp, digest


class TestStamps:
    def test_a_digest_follows_names_contents_and_words(self, tmp_path: Path) -> None:
        a, b = tmp_path / "a", tmp_path / "b"
        a.write_text("1")
        b.write_text("1")
        assert digest([a, b]) == digest([b, a])
        assert digest([a]) != digest([b])
        assert digest([a], "x") != digest([a], "y")
        before = digest([a])
        a.write_text("2")
        assert digest([a]) != before

    def test_a_missing_file_is_no_empty_file(self, tmp_path: Path) -> None:
        missing = digest([tmp_path / "a"])
        (tmp_path / "a").write_text("")
        assert digest([tmp_path / "a"]) != missing

    def test_a_stamp_matches_what_was_written_until_cleared(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TODO_HOME", str(tmp_path))
        stamp = Stamp("web")
        assert not stamp.matches("1")
        stamp.write("1")
        assert Stamp("web").matches("1")
        assert not stamp.matches("2")
        stamp.clear()
        assert not stamp.matches("1")
        assert stamps.paths.stamps() == tmp_path / "stamps"  # type: ignore[attr-defined]


class TestKeys:
    def test_made_once_long_and_private(self, tmp_path: Path) -> None:
        key = keys.read_or_make(tmp_path / "key")
        assert len(key) >= 32
        assert keys.read_or_make(tmp_path / "key") == key
        assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
        assert keys.read_or_make(tmp_path / "other") != key

    def test_one_that_was_opened_to_others_is_closed(self, tmp_path: Path) -> None:
        keys.read_or_make(tmp_path / "key")
        (tmp_path / "key").chmod(0o644)
        keys.read_or_make(tmp_path / "key")
        assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600

    def test_a_damaged_one_is_never_replaced_in_silence(self, tmp_path: Path) -> None:
        (tmp_path / "key").write_text("short")
        with pytest.raises(OpsError, match="is damaged"):
            keys.read_or_make(tmp_path / "key")

    def test_half_made_ones_are_made_anew(self, tmp_path: Path) -> None:
        (tmp_path / "key.new").write_text("half")
        assert len(keys.read_or_make(tmp_path / "key")) >= 32


class TestFolderLock:
    def test_one_holder_at_a_time(self, tmp_path: Path) -> None:
        first, second = FolderLock(tmp_path), FolderLock(tmp_path)
        first.acquire()
        with pytest.raises(AlreadyInUseError, match="in use by another run"):
            second.acquire()
        first.release()
        second.acquire()
        second.release()
        second.release()

    def test_a_child_does_not_keep_it(self, tmp_path: Path) -> None:
        import subprocess

        lock = FolderLock(tmp_path)
        lock.acquire()
        command = [sys.executable, "-c", "print(flush=True); input()"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
            assert child.stdout
            child.stdout.readline()
            lock.release()
            lock.acquire()
            lock.release()
            child.kill()


class TestOperatingSystemErrors:
    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            (errno.ENOSPC, DiskFullError),
            (errno.EDQUOT, DiskFullError),
            (errno.EACCES, NotWritableError),
            (errno.EROFS, NotWritableError),
            (errno.ENOTDIR, NotAFolderError),
        ],
    )
    def test_get_advice(self, number: int, expected: type[OpsError]) -> None:
        with pytest.raises(expected), explain_os_errors(Path("/place")):
            raise OSError(number, "words")

    def test_others_stay(self) -> None:
        with pytest.raises(ConnectionError), explain_os_errors(Path("/place")):
            raise ConnectionError(errno.ECONNRESET, "words")


class TestPaths:
    def test_prepared_things_can_be_moved(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("TODO_HOME", raising=False)
        assert paths.home() == paths.ROOT / ".todo"
        monkeypatch.setenv("TODO_HOME", "/elsewhere")
        assert paths.venv() == Path("/elsewhere/venv")

    @pytest.mark.parametrize(
        ("platform", "variable", "expected"),
        [
            ("linux", ("XDG_DATA_HOME", "/xdg"), "/xdg/todo"),
            ("linux", ("HOME", "/home/ann"), "/home/ann/.local/share/todo"),
            ("darwin", ("HOME", "/Users/ann"), "/Users/ann/Library/Application Support/todo"),
            ("win32", ("LOCALAPPDATA", "/Users/ann/Local"), "/Users/ann/Local/todo"),
        ],
    )
    def test_tasks_are_kept_where_the_system_keeps_such_things(
        self, monkeypatch: pytest.MonkeyPatch, platform: str, variable: tuple[str, str], expected: str
    ) -> None:
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
        monkeypatch.setenv(*variable)
        monkeypatch.setattr(sys, "platform", platform)
        assert paths.user_data() == Path(expected)

    def test_programs_of_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TODO_HOME", "/elsewhere")
        assert paths.venv_program("python") == Path("/elsewhere/venv/bin/python")
        monkeypatch.setattr(sys, "platform", "win32")
        assert paths.venv_program("python") == Path("/elsewhere/venv/Scripts/python.exe")


class TestInterrupts:
    def test_the_first_signal_raises_once(self) -> None:
        before = signal.getsignal(signal.SIGTERM)
        with pytest.raises(InterruptedRunError), Interrupts(lambda: None).handled():
            os.kill(os.getpid(), signal.SIGTERM)
        assert signal.getsignal(signal.SIGTERM) is before

    def test_what_must_not_be_left_half_done_is_finished_first(self) -> None:
        done: list[str] = []
        interrupts = Interrupts(lambda: None)

        def deferred() -> None:
            with interrupts.deferred():
                os.kill(os.getpid(), signal.SIGINT)
                done.append("finished")
            done.append("never")

        with interrupts.handled(), pytest.raises(InterruptedRunError):
            deferred()
        assert done == ["finished"]

    def test_the_second_one_kills_and_ends(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ended: list[object] = []
        monkeypatch.setattr(os, "_exit", sys.exit)  # the real one would end the tests too
        with Interrupts(lambda: ended.append("killed")).handled():
            with pytest.raises(InterruptedRunError):
                os.kill(os.getpid(), signal.SIGINT)
            with pytest.raises(SystemExit) as end:
                os.kill(os.getpid(), signal.SIGINT)
        assert ended == ["killed"]
        assert end.value.code == 130
