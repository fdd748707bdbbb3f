"""What happens on a cluster while the API is scaled and replaced, line by line as it came, with the time of each."""

import itertools
import json
import shlex
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from todo_ops.kubernetes.release import Release
from todo_ops.processes import DIRECT

PODS = 3
PAUSE = 0.2  # seconds between two requests while pods are replaced
LONGEST_WAIT, SHORTEST_WAIT = 1.6, 0.16  # seconds that a line waits in the film, whatever it took
LAST_WAIT = 3.0
TIMEOUT = "180s"


@dataclass(frozen=True)
class Line:
    """A line, and the second since the chapter's beginning in which it came."""

    text: str
    at: float


@dataclass(frozen=True)
class Chapter:
    """What stands below the picture, and the lines."""

    caption: str
    lines: tuple[Line, ...]


@dataclass
class Requests:
    """Asks for the app again and again, in a thread of its own, and counts who got an answer."""

    address: str
    sent: int = 0
    failed: int = 0
    _done: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Requests":
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _ask(self) -> None:
        while not self._done.wait(PAUSE):
            self.sent += 1
            try:
                with DIRECT.open(f"{self.address}/api/health", timeout=10):
                    pass
            except OSError:
                self.failed += 1

    @property
    def said(self) -> str:
        """The count as a line."""
        how = "all answered" if not self.failed else f"{self.failed} not answered"
        return f"{self.sent} requests meanwhile: {how}"


def record(release: Release, address: str) -> list[Chapter]:
    """Scale the API to three pods and replace them all, under requests; it is as it was afterwards.

    Raises:
        ProgramMissingError, AnswerError: the cluster does not answer.
    """
    name = f"{release.fullname}-backend"
    deployment = f"deployment/{name}"
    size, before = _size(release, name)
    pods = ("get", "pods", "--selector", "app.kubernetes.io/component=backend")
    ready = ("wait", deployment, f"--for=jsonpath=.status.readyReplicas={PODS}", f"--timeout={TIMEOUT}")
    rollout = ("rollout", "status", deployment, f"--timeout={TIMEOUT}")
    try:
        scaled = [size(PODS), ready, pods]
        chapters = [Chapter("Scale: one command, and three pods share the work", lines(release, scaled))]
        with Requests(address) as requests:
            replaced = lines(release, [("rollout", "restart", deployment), rollout, pods])
        counted = Line(requests.said, replaced[-1].at + LONGEST_WAIT)
        chapters.append(Chapter("A rolling upgrade: every pod is replaced, no request is lost", (*replaced, counted)))
    finally:
        release.read(*size(before))
    return chapters


def _size(release: Release, name: str) -> tuple[Callable[[int], tuple[str, ...]], int]:
    """Return the command that sets the number of pods, and the number now.

    An autoscaler would soon set back what `kubectl scale` says: where there is one, its smallest number is set.
    """
    if autoscaler := release.find("hpa", name):
        smallest = int(autoscaler["spec"]["minReplicas"])
        return lambda pods: ("patch", f"hpa/{name}", "--patch", f'{{"spec":{{"minReplicas":{pods}}}}}'), smallest
    replicas = int(release.get(f"deployment/{name}")["spec"]["replicas"])
    return lambda pods: ("scale", f"deployment/{name}", f"--replicas={pods}"), replicas


def lines(release: Release, asked: Iterable[Sequence[str]]) -> tuple[Line, ...]:
    """Run commands of kubectl one after another; each is a line itself, as a person would have typed it."""
    began, found = time.monotonic(), list[Line]()
    for arguments in asked:
        command = release.kubectl(*arguments)
        found.append(Line(f"$ {shlex.join(command)}", time.monotonic() - began))
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
            assert process.stdout is not None
            found.extend(Line(text.rstrip(), time.monotonic() - began) for text in process.stdout)
    return tuple(found)


def waits(shown: Sequence[Line]) -> list[float]:
    """For how long the film shows each line until the next: as it was, but neither longer nor shorter than these."""
    gaps = [later.at - line.at for line, later in itertools.pairwise(shown)]
    return [*(min(LONGEST_WAIT, max(SHORTEST_WAIT, gap)) for gap in gaps), *([LAST_WAIT] if shown else [])]


def write(file: Path, title: str, chapters: Sequence[Chapter]) -> None:
    """Write down what happened, for the browser that draws it."""
    told = [
        {
            "caption": one.caption,
            "lines": [
                {"text": line.text, "seconds": seconds}
                for line, seconds in zip(one.lines, waits(one.lines), strict=True)
            ],
        }
        for one in chapters
    ]
    file.write_text(json.dumps({"title": title, "chapters": told}, indent=2), "utf-8")
