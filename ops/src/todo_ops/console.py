"""What a person sees while something takes long: a step's name, a sign of life, its time. Standard library only."""

import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
FRAME_SECONDS = 0.1
STILL_RUNNING_SECONDS = 30
DETAIL_LENGTH = 120
COLORS = {"red": "31", "green": "32", "dim": "2", "bold": "1"}


class Step:
    """A step under way. `detail` says in a few words how far it is; each sign of life shows it."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.detail = ""
        self._started = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self._started


class Console:
    """Prints steps to a stream: a spinner on a terminal, plain lines elsewhere, colours only where wanted."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._terminal = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._colors = self._terminal and not os.environ.get("NO_COLOR")
        self._unicode = (self._stream.encoding or "").lower().replace("-", "") == "utf8"

    def color(self, text: str, name: str) -> str:
        """Return the text in a colour, or as it is where colours are not wanted."""
        return f"\x1b[{COLORS[name]}m{text}\x1b[0m" if self._colors else text

    def print(self, text: str = "") -> None:
        """Print a line. Characters that the stream can't show become question marks."""
        encoding = self._stream.encoding or "ascii"
        self._stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
        self._stream.flush()

    def error(self, text: str) -> None:
        """Print what went wrong."""
        self.print(f"{self.color('error:', 'red')} {text}")

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        """Show that something is being done for as long as the block runs, then how it ended and its time."""
        step = Step(title)
        try:
            with self._sign_of_life(step):
                yield step
        except BaseException:
            self.finished(title, step.seconds, ok=False)
            raise
        self.finished(title, step.seconds, ok=True)

    def finished(self, title: str, seconds: float, *, ok: bool) -> None:
        """Print the closing line of a step."""
        good, bad = ("✓", "✗") if self._unicode else ("ok:", "failed:")
        mark = self.color(good, "green") if ok else self.color(bad, "red")
        self.print(f"{mark} {title}  {self.color(f'{seconds:.1f} s', 'dim')}")

    def _clear(self) -> None:
        if self._terminal:
            self._stream.write("\r\x1b[K")

    @contextmanager
    def _sign_of_life(self, step: Step) -> Iterator[None]:
        show = self._spin if self._terminal else self._say_so
        done = threading.Event()
        thread = threading.Thread(target=show, args=(step, done), daemon=True)
        if not self._terminal:
            self.print(f"{'…' if self._unicode else '...'} {step.title}")
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()
            self._clear()

    def _spin(self, step: Step, done: threading.Event) -> None:
        frames = FRAMES if self._unicode else "-\\|/"
        count = 0
        while not done.wait(FRAME_SECONDS):
            count += 1
            width = shutil.get_terminal_size().columns
            head = f"{frames[count % len(frames)]} {step.title}  {step.seconds:.0f} s  "
            self._clear()
            self._stream.write(head + self.color(step.detail[: max(0, width - len(head) - 1)], "dim"))
            self._stream.flush()

    def _say_so(self, step: Step, done: threading.Event) -> None:
        while not done.wait(STILL_RUNNING_SECONDS):
            detail = f": {step.detail[:DETAIL_LENGTH]}" if step.detail else ""
            self.print(f"  still at it: {step.title}, {step.seconds:.0f} s{detail}")


def confirmed(question: str) -> bool:
    """Ask on the terminal; without one the answer is no."""
    if not sys.stdin or not sys.stdin.isatty():
        return False
    return input(f"{question} [y/N] ").strip().lower() in {"y", "yes"}
