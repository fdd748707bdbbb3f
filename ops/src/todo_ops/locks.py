"""The Python locks: made with uv, without any registry's address; checked against the projects without a network."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from todo_ops import commands, environment, paths
from todo_ops.console import Console

RUNTIME_LOCK = paths.BACKEND / "requirements.lock"
UV_REQUIREMENT = paths.OPS / "uv-requirements.lock"
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[^]]*\])?==(?P<version>[^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
COMPILE = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--quiet"]


@dataclass(frozen=True)
class Lock:
    """A lock file's pins: package name to version."""

    file: Path
    pins: dict[str, str]


def make(console: Console) -> None:
    """Make both locks anew from the projects; versions that still fit are kept."""
    with console.step("Locking the packages of the backend"):
        _compile("backend/pyproject.toml", "-o", "backend/requirements.lock")
    with console.step("Locking the packages of the workspace"):
        projects = ["backend/pyproject.toml", "ops/pyproject.toml", "--group", "pyproject.toml:dev"]
        _compile("-c", "backend/requirements.lock", *projects, "-o", "requirements.lock")


def _compile(*arguments: str) -> None:
    commands.run("uv pip compile", [environment.uv_program(), "pip", "compile", *COMPILE, *arguments], log="lock")


def read(file: Path) -> Lock:
    """Return the pins of a lock file."""
    found = PINNED.finditer(file.read_text("utf-8"))
    return Lock(file, {canonicalize_name(match["name"]): match["version"] for match in found})


def check() -> Iterator[str]:
    """Yield one line for each requirement that a lock does not meet, and for pins without hashes."""
    runtime, everything = read(RUNTIME_LOCK), read(environment.LOCK)
    backend = _requirements(paths.BACKEND / "pyproject.toml")
    ops = _requirements(paths.OPS / "pyproject.toml")
    yield from unmet(runtime, backend)
    yield from unmet(everything, [*backend, *ops, *_development()])
    yield from differing(runtime, everything)
    for lock in (runtime, everything, read(UV_REQUIREMENT)):
        yield from without_hashes(lock.file)


def unmet(lock: Lock, requirements: list[Requirement]) -> Iterator[str]:
    """Yield the requirements that have no pin or one that does not fit."""
    for requirement in requirements:
        version = lock.pins.get(canonicalize_name(requirement.name))
        if version is None or not requirement.specifier.contains(version, prereleases=True):
            yield f"{lock.file}: {requirement} is not met (locked: {version}). Run ./todo lock"


def differing(runtime: Lock, everything: Lock) -> Iterator[str]:
    """Yield packages of which tests would use another version than the images."""
    for name, version in runtime.pins.items():
        if everything.pins.get(name) != version:
            yield f"{everything.file}: {name} is {everything.pins.get(name)}, the backend's lock has {version}"


def without_hashes(file: Path) -> Iterator[str]:
    """Yield the pins whose archives are not fixed by a hash."""
    text = file.read_text("utf-8")
    starts = [match.start() for match in PINNED.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if not HASH.search(text, start, end):
            yield f"{file}: no hash for {text[start:].split(maxsplit=1)[0]}"


def _requirements(project: Path) -> list[Requirement]:
    with project.open("rb") as file:
        return [Requirement(text) for text in tomllib.load(file)["project"]["dependencies"]]


def _development() -> list[Requirement]:
    with (paths.ROOT / "pyproject.toml").open("rb") as file:
        return [Requirement(text) for text in tomllib.load(file)["dependency-groups"]["dev"]]
