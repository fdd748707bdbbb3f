"""The scripts of `scripts/` and `tests/`: each hands its options on to one command, wherever it is called."""

import shutil
import subprocess
from pathlib import Path

import pytest
from todo_ops import cli, paths

DOORS = {
    "scripts/setup-minikube": "cluster",
    "scripts/build-images": "images",
    "scripts/deploy": "deploy",
    "scripts/port-forward": "port-forward",
    "scripts/cleanup": "cleanup",
    "tests/smoke-test": "smoke",
    "tests/load-test": "load",
}
LAUNCHER = '#!/bin/sh\nfor word in "$@"; do echo "<$word>"; done\nexit 3\n'


def test_every_script_is_known_here_and_described() -> None:
    found = {
        file.relative_to(paths.ROOT).with_suffix("") for folder in ("scripts", "tests") for file in _scripts(folder)
    }
    assert {path.as_posix() for path in found} == set(DOORS)
    described = (paths.ROOT / "scripts" / "README.md").read_text("utf-8")
    for door, command in DOORS.items():
        assert f"| `{door}` | `./todo {command}` |" in described


def _scripts(folder: str) -> list[Path]:
    return [file for file in (paths.ROOT / folder).iterdir() if file.suffix in {".sh", ".ps1"}]


@pytest.mark.parametrize(("door", "command"), DOORS.items())
def test_options_and_exit_code_pass_through(door: str, command: str, tmp_path: Path) -> None:
    script = tmp_path / f"{door}.sh"
    script.parent.mkdir()
    shutil.copy(paths.ROOT / f"{door}.sh", script)
    launcher = tmp_path / "todo"
    launcher.write_text(LAUNCHER)
    launcher.chmod(0o755)
    called = subprocess.run([script, "--set", "a=two words"], capture_output=True, text=True, cwd="/", check=False)
    assert called.returncode == 3
    assert called.stdout.splitlines() == [f"<{command}>", "<--set>", "<a=two words>"]


@pytest.mark.parametrize(("door", "command"), DOORS.items())
def test_powershell_says_the_same(door: str, command: str) -> None:
    lines = (paths.ROOT / f"{door}.ps1").read_text("utf-8").splitlines()
    assert f"& python $launcher {command} @args" in lines
    assert lines[-1] == "exit $LASTEXITCODE"


@pytest.mark.parametrize("command", [*DOORS.values(), "upgrade", "rollback", "status", "backup", "restore", "verify"])
def test_each_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])
    assert ended.value.code == 0
    assert f"usage: ./todo {command}" in capsys.readouterr().out
