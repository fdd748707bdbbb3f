"""CI runs what the README tells people to run, and fails when that fails."""

import os
import stat
import subprocess
from pathlib import Path

import pytest
from todo_ops import paths

SCRIPT = paths.ROOT / ".ci" / "run"

# In place of the real ones, which would start an engine and a cluster on this machine.
STARTED = 'prepare_{0}() {{ [ "$FAIL" != {0} ]; }}\nstop_{0}() {{ echo "{0} stopped" >&2; }}\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose `todo` notes what it was asked, and fails at what FAIL names."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_bytes(SCRIPT.read_bytes())
    for what in ("engine", "cluster"):
        (tmp_path / ".ci" / f"{what}.sh").write_text(STARTED.format(what))
    todo = tmp_path / "todo"
    todo.write_text('#!/bin/sh\necho "$@" >> asked\n[ "$1" != "$FAIL" ] && echo "$1 is done"\n')
    todo.chmod(0o755)
    return tmp_path


def ci(checkout: Path, fail: str = "") -> "subprocess.CompletedProcess[str]":
    command = ["bash", str(checkout / ".ci" / "run")]
    env = {**os.environ, "CI": "true", "FAIL": fail}
    return subprocess.run(command, cwd="/", env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)


def asked(checkout: Path) -> list[str]:
    return (checkout / "asked").read_text().splitlines()


def test_lint_then_test_exactly_as_the_readme_has_them(checkout: Path) -> None:
    done = ci(checkout)
    assert done.returncode == 0, done.stderr
    assert asked(checkout) == ["lint", "test"]
    readme = (paths.ROOT / "README.md").read_text()
    assert all(f"\n./todo {command} " in readme for command in asked(checkout))


def test_what_lint_said_is_shown_also_when_it_failed(checkout: Path) -> None:
    assert "lint is done" in ci(checkout).stdout
    todo = checkout / "todo"
    todo.write_text('#!/bin/sh\necho "$@" >> asked\necho "a line too long"\nexit 3\n')
    done = ci(checkout)
    assert "a line too long" in done.stdout
    assert done.returncode == 3


def test_the_last_line_is_that_of_the_tests(checkout: Path) -> None:
    assert ci(checkout).stdout.splitlines()[-1] == "test is done"


@pytest.mark.parametrize(("fail", "expected"), [("lint", ["lint"]), ("test", ["lint", "test"])])
def test_a_failure_fails(checkout: Path, fail: str, expected: list[str]) -> None:
    assert ci(checkout, fail).returncode != 0
    assert asked(checkout) == expected


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("engine", "The images are not tested on this machine, nor anything on a cluster."),
        ("cluster", "Nothing is tested on a cluster."),
    ],
)
def test_it_goes_on_without_what_a_machine_lacks_and_says_so(checkout: Path, missing: str, said: str) -> None:
    done = ci(checkout, missing)
    assert done.returncode == 0
    assert said in done.stderr
    assert asked(checkout) == ["lint", "test"]


@pytest.mark.parametrize("fail", ["", "test"])
def test_what_it_started_ends(checkout: Path, fail: str) -> None:
    assert ci(checkout, fail).stderr.splitlines()[-2:] == ["cluster stopped", "engine stopped"]


def test_it_can_be_started_as_a_program() -> None:
    assert SCRIPT.stat().st_mode & stat.S_IXUSR
    assert SCRIPT.read_text().startswith("#!/usr/bin/env bash\n")
