"""`./todo ai image`: what an image consists of and what could go, from facts of the engine and the linters.

Docker's own assistant (Gordon, `docker ai`) is asked where Docker Desktop brings it.
"""

import json
import re
import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from todo_ops import docker, images, lint_containers
from todo_ops.console import Console
from todo_ops.errors import OpsError

SHOWN = 6
MEGABYTE = 1_000_000
QUESTION = "What makes the image {image} large, and what in docker/{part}/Dockerfile could be better?"
# What a server does not read: kind, and the paths that are of it.
NEEDLESS = (
    ("tests", r"(?:^|/)tests?/"),
    ("type stubs and maps", r"\.(?:pyi|d\.ts|map)$"),
    ("package managers", r"(?:^|/)(?:pip|npm|corepack|yarn[^/]*)/"),
    ("documentation", r"(?:^|/)(?:docs?|man)/|\.md$"),
    ("caches", r"(?:^|/)\.?cache/"),
    ("headers", r"\.h$"),
)


@dataclass(frozen=True)
class Report:
    """Sizes are bytes. `layers` are (size, how it was made), `files` (size, path); `notes` say what to look at."""

    image: str
    size: int
    layers: tuple[tuple[int, str], ...]
    files: tuple[tuple[int, str], ...]
    needless: Mapping[str, int]
    notes: tuple[str, ...]


def run(tag: str, console: Console, *, own: bool = False) -> int:
    """Print a report on both images. Returns 1 when something is to be looked at, else 0.

    Raises:
        OpsError: there is no engine, or no such image.
    """
    docker.require_engine()
    tag = tag or f"v{images.version()}"
    if not own and has_gordon():
        return max(_by_gordon(one.reference(tag), one.part) for one in images.IMAGES)
    found = [report(one.reference(tag)) for one in images.IMAGES]
    for one in found:
        show(one, console)
    linted = list(lint_containers.dockerfiles()) + list(lint_containers.settings())
    console.print("\nhadolint and trivy: " + ("\n".join(linted) if linted else "nothing to say"))
    return 1 if linted or any(one.notes for one in found) else 0


def has_gordon() -> bool:
    """Whether this Docker brings its assistant."""
    return subprocess.run([docker.client(), "ai", "version"], capture_output=True, check=False).returncode == 0


def _by_gordon(image: str, part: str) -> int:
    command = [docker.client(), "ai", QUESTION.format(image=image, part=part)]
    return subprocess.run(command, check=False).returncode


def report(image: str) -> Report:
    """What there is to say of an image.

    Raises:
        OpsError: there is no such image.
    """
    try:
        facts = docker.inspect(image)
    except OpsError:
        raise OpsError(f"There is no image {image}. Build it: ./todo images") from None
    files = list(_files(image))
    needless = Counter[str]()
    for size, path in files:
        if kind := needless_kind(path):
            needless[kind] += size
    return Report(
        image,
        int(facts["Size"]),
        tuple(_layers(image))[:SHOWN],
        tuple(sorted(files, reverse=True)[:SHOWN]),
        dict(needless.most_common()),
        tuple(notes(facts)),
    )


def needless_kind(path: str) -> str:
    """Which kind of needless file a path is; empty for one that may be needed."""
    return next((kind for kind, pattern in NEEDLESS if re.search(pattern, path)), "")


def notes(facts: Mapping[str, Any]) -> Iterator[str]:
    """What an image's settings lack: a user, a health check, labels, a fixed tag."""
    config = facts.get("Config") or {}
    if config.get("User", "").partition(":")[0] in ("", "0", "root"):
        yield "it runs as root: name a USER by its number"
    if not (config.get("Healthcheck") or {}).get("Test"):
        yield "it has no HEALTHCHECK"
    missing = {"title", "version", "revision"} - {name.rpartition(".")[2] for name in config.get("Labels") or {}}
    if missing:
        yield f"it has no label for {', '.join(sorted(missing))}"
    if any(tag.endswith(":latest") for tag in facts.get("RepoTags") or []):
        yield "its tag latest does not say which version it is"


def _layers(image: str) -> list[tuple[int, str]]:
    lines = docker.run(
        "docker history", "history", "--human=false", "--no-trunc", "--format", "{{json .}}", image, log="history"
    ).splitlines()
    found = [json.loads(line) for line in lines if line.startswith("{")]
    sized = [(int(one["Size"]), " ".join(one["CreatedBy"].split())[:100]) for one in found if one["Size"].isdigit()]
    return sorted(sized, reverse=True)


def _files(image: str) -> Iterator[tuple[int, str]]:
    """Size and path of each file, read from a container that is made and never started."""
    container = docker.run("docker create", "create", image, log="create").split()[-1]
    try:
        with subprocess.Popen([docker.client(), "export", container], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            yield from read_archive(process.stdout)
    except tarfile.TarError as error:
        raise OpsError(f"The files of {image} could not be read: {error}") from error
    finally:
        docker.run("docker rm", "rm", container, log="rm")


def read_archive(stream: IO[bytes]) -> Iterator[tuple[int, str]]:
    """Size and path of each file of a tar archive that is read once, from front to back."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for member in archive:
            if member.isfile():
                yield member.size, member.name


def show(one: Report, console: Console) -> None:
    """Print a report."""
    console.print(f"\n{console.color(one.image, 'bold')}: {_megabytes(one.size)}")
    _table(console, "layers", one.layers)
    _table(console, "files", one.files)
    _table(console, "could go", ((size, kind) for kind, size in one.needless.items() if size >= MEGABYTE / 10))
    for note in one.notes:
        console.print(f"  to do: {note}")


def _table(console: Console, title: str, rows: Iterable[tuple[int, str]]) -> None:
    rows = list(rows)
    console.print(f"  {title}:{'' if rows else ' none of 0.1 MB or more'}")
    for size, text in rows:
        console.print(f"  {_megabytes(size):>10}  {text}")


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB"
