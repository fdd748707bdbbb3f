"""Pictures made into a film: the lists that ffmpeg reads, its command line, and the captions as WebVTT."""

import importlib.util
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from todo_ops import commands
from todo_ops.console import Console
from todo_ops.errors import OpsError

PACKAGE = "imageio_ffmpeg"
MISSING = (
    "A film is made with ffmpeg, and there is none here. Install it (https://ffmpeg.org/download.html), or the package "
    "that brings one: pip install imageio-ffmpeg (65 MB), into the environment that ./todo uses: .todo/venv"
)
FRAMES_PER_SECOND = 12
QUALITY = 25  # x264's constant rate factor: less is larger and better
MANIFEST = "film.json"
QUIETLY = ("-y", "-hide_banner", "-loglevel", "error")


@dataclass(frozen=True)
class Shown:
    """A picture and for how many seconds it is shown."""

    file: str
    seconds: float


@dataclass(frozen=True)
class Caption:
    """A text and when it is shown, in seconds of the film."""

    text: str
    start: float
    end: float
    file: str


@dataclass(frozen=True)
class Film:
    """What the browser's script has written down."""

    folder: Path
    frames: tuple[Shown, ...]
    captions: tuple[Caption, ...]

    @property
    def seconds(self) -> float:
        """How long it runs."""
        return sum(frame.seconds for frame in self.frames)


def read(folder: Path) -> Film:
    """The film that was shot into a folder.

    Raises:
        OpsError: it was not finished.
    """
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise OpsError(f"The pictures in {folder} are not complete: {error}") from error
    frames = tuple(Shown(one["file"], float(one["seconds"])) for one in found["frames"])
    captions = tuple(
        Caption(one["text"], float(one["from"]), float(one["to"]), one["file"]) for one in found["captions"]
    )
    return Film(folder, frames, captions)


def concat_list(shown: Sequence[Shown]) -> str:
    """What ffmpeg's concat demuxer reads; the last picture is named twice, or its duration would not count."""
    lines = [line for one in shown for line in (f"file '{one.file}'", f"duration {one.seconds:.3f}")]
    return "\n".join(["ffconcat version 1.0", *lines, *(f"file '{one.file}'" for one in shown[-1:])]) + "\n"


def webvtt(captions: Sequence[Caption]) -> str:
    """The captions as a text track."""
    cues = [f"{_time(one.start)} --> {_time(one.end)}\n{one.text}\n" for one in captions]
    return "\n".join(["WEBVTT\n", *cues])


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}.{rest % 1000:03}"


def ffmpeg() -> str:
    """The path of ffmpeg.

    Raises:
        OpsError: there is none, with what to install.
    """
    if found := shutil.which("ffmpeg"):
        return found
    spec = importlib.util.find_spec(PACKAGE)
    folder = Path(spec.origin).parent / "binaries" if spec and spec.origin else Path()
    for program in sorted(folder.glob("ffmpeg-*")):
        return str(program)
    raise OpsError(MISSING)


def command(program: str, film: Film, target: Path) -> Iterator[str | Path]:
    """The command line that makes the film: pictures above, captions below, as H.264 that every browser plays."""
    yield from (program, *QUIETLY)
    for name in ("frames.txt", "captions.txt"):
        yield from ("-f", "concat", "-i", film.folder / name)
    rate = f"fps={FRAMES_PER_SECOND},settb=1/{FRAMES_PER_SECOND}"
    yield from ("-filter_complex", f"[0:v]{rate}[a];[1:v]{rate}[b];[a][b]vstack,format=yuv420p[v]", "-map", "[v]")
    yield from ("-c:v", "libx264", "-preset", "slow", "-tune", "stillimage", "-crf", str(QUALITY))
    yield from ("-t", f"{film.seconds:.3f}", "-movflags", "+faststart", target)


def make(film: Film, target: Path, console: Console) -> None:
    """Write the film, and beside it the captions and its first and last picture.

    Raises:
        OpsError: there is no ffmpeg.
        CommandFailedError: it failed.
    """
    program = ffmpeg()
    strips = [Shown(one.file, one.end - one.start) for one in film.captions]
    (film.folder / "frames.txt").write_text(concat_list(film.frames), "utf-8")
    (film.folder / "captions.txt").write_text(concat_list(strips), "utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    with console.step("Making the film") as step:
        commands.run(step.title, list(command(program, film, target)), log="ffmpeg")
        _stills(program, film, target)
    target.with_suffix(".vtt").write_text(webvtt(film.captions), "utf-8")


def _stills(program: str, film: Film, target: Path) -> None:
    for name, second in (("first", 0.0), ("last", max(0.0, film.seconds - 1))):
        still = target.with_name(f"{target.stem}-{name}.webp")
        look: list[str | Path] = ["-ss", f"{second:.3f}", "-i", target, "-frames:v", "1", "-quality", "80", still]
        commands.run("ffmpeg", [program, *QUIETLY, *look], log="ffmpeg")
