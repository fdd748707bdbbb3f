"""What is printed on terminals and elsewhere."""

import io
import re

import pytest
from todo_ops import console
from todo_ops.console import Console


class Terminal(io.StringIO):
    """A stream that says that a person reads it."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class Pipe(Terminal):
    """A stream that goes to a file or another program."""

    def isatty(self) -> bool:
        return False


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "FRAME_SECONDS", 0.001)
    monkeypatch.setattr(console, "STILL_RUNNING_SECONDS", 0.001)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def wait_for(stream: io.StringIO, words: str) -> None:
    """Wait until the thread that shows a sign of life has written these words."""
    while words not in stream.getvalue():
        pass


def test_a_step_in_a_pipe_is_two_plain_lines() -> None:
    pipe = Pipe()
    with Console(pipe).step("Doing it"):
        wait_for(pipe, "still at it: Doing it")
    lines = pipe.getvalue().splitlines()
    assert lines[0] == "… Doing it"
    assert re.fullmatch(r"✓ Doing it  \d+\.\d s", lines[-1])
    assert "\x1b" not in pipe.getvalue()


def test_a_step_in_a_pipe_says_how_far_it_is() -> None:
    pipe = Pipe()
    with Console(pipe).step("Doing it") as step:
        step.detail = "half way, " + "which is long to tell, " * 10
        wait_for(pipe, "still at it: Doing it, 0 s: half way")
    assert max(map(len, pipe.getvalue().splitlines())) < 160


def test_a_step_on_a_terminal_spins_with_its_detail() -> None:
    terminal = Terminal()
    with Console(terminal).step("Doing it") as step:
        step.detail = "half way"
        wait_for(terminal, "half way")
    assert any(frame in terminal.getvalue() for frame in console.FRAMES)
    assert "\x1b[32m✓" in terminal.getvalue().splitlines()[-1]


def test_a_long_detail_stays_on_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    terminal = Terminal()
    with Console(terminal).step("Doing it") as step:
        step.detail = "x" * 200
        wait_for(terminal, "xxx")
    shown = max(len(run) for run in re.findall("x+", terminal.getvalue()))
    assert shown < 40


def test_a_failed_step_says_so_and_passes_the_failure_on() -> None:
    pipe = Pipe()
    with pytest.raises(ValueError, match="reason"), Console(pipe).step("Doing it"):
        raise ValueError("reason")
    assert pipe.getvalue().splitlines()[-1].startswith("✗ Doing it")


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    Console(terminal).error("reason")
    assert terminal.getvalue() == "error: reason\n"


def test_errors_are_red_on_a_terminal() -> None:
    terminal = Terminal()
    Console(terminal).error("reason")
    assert terminal.getvalue() == "\x1b[31merror:\x1b[0m reason\n"


def test_a_dumb_terminal_gets_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    with Console(terminal).step("Doing it"):
        pass
    assert "\x1b" not in terminal.getvalue()


def test_a_stream_without_unicode_gets_what_it_can_show() -> None:
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding="ascii")
    shown = Console(stream)
    with shown.step("Doing it"):
        pass
    shown.print("café")
    lines = buffer.getvalue().decode("ascii").splitlines()
    assert lines[0] == "... Doing it"
    assert lines[-2].startswith("ok: Doing it")
    assert lines[-1] == "caf?"
