"""That the checks around the code find what they are for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from todo_ops import lint_containers, paths


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Write a file of a checkout that the checks then see alone."""
    monkeypatch.setenv("TODO_HOME", str(paths.home()))
    monkeypatch.setattr(paths, "ROOT", tmp_path)

    def into(name: str, text: str) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    return into


Write = Callable[[str, str], Path]


def test_dockerfiles(write: Write) -> None:
    write("docker/a/Dockerfile", 'FROM scratch\nUSER 1001:1001\nCMD ["/a"]\n')
    assert list(lint_containers.dockerfiles()) == []
    write("docker/b/Dockerfile", "FROM python\nCMD python\n")
    [found] = lint_containers.dockerfiles()
    assert "DL3006" in found
    assert "DL3025" in found


def test_shell_scripts(write: Write) -> None:
    write("good.sh", '#!/bin/sh\necho "$1"\n')
    assert list(lint_containers.shell_scripts()) == []
    write("run", "#!/bin/sh\nrm $1\n")
    [found] = lint_containers.shell_scripts()
    assert "SC2086" in found


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.sh", "", True),
        ("run", "#!/usr/bin/env bash\n", True),
        ("todo", "#!/usr/bin/env python3\n", False),
        ("a.py", "#!/bin/sh\n", False),
        ("picture", "\udcff", False),
    ],
)
def test_what_a_shell_script_is(write: Write, tmp_path: Path, name: str, text: str, expected: bool) -> None:
    file = tmp_path / name
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert lint_containers.is_shell_script(file) is expected


def test_powershell_scripts(write: Write) -> None:
    file = write("a.ps1", "$name = 'x'\nif ($name) {\n    Write-Host $name\n")
    [problem] = lint_containers.powershell_scripts()
    assert problem.startswith(f"{file}:")
    assert problem.endswith(": syntax error")
    file.write_text("$name = 'x'\nif ($name) {\n    Write-Host $name\n}\n")
    assert list(lint_containers.powershell_scripts()) == []


def test_packages_and_prepared_things_are_left_out(write: Write) -> None:
    write("frontend/node_modules/a/bad.sh", "#!/bin/sh\nrm $1\n")
    write(".todo/bad.sh", "#!/bin/sh\nrm $1\n")
    kept = write(".ci/run", "#!/bin/sh\n")
    assert list(lint_containers._files()) == [kept]


class TestTrivy:
    def test_nothing_where_it_is_not_installed(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        assert list(lint_containers.settings()) == []

    def test_its_findings(self, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write("bin/trivy", "#!/bin/sh\necho finding; exit 1\n").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
        assert list(lint_containers.settings()) == ["finding"]


def test_every_door_has_both_languages_and_leads_to_the_launcher() -> None:
    doors = [*(paths.ROOT / "scripts").iterdir()]
    assert {door.stem for door in doors if door.suffix == ".sh"} == {
        door.stem for door in doors if door.suffix == ".ps1"
    }
    assert all("todo" in door.read_text() for door in doors)
