"""When the web app's packages and build are made anew. npm itself is replaced by a note of what it was asked."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from todo_ops import commands, node, paths
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console
from todo_ops.errors import DiskFullError, UnreachableError


@pytest.fixture
def frontend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small web app beside an empty place for what is prepared."""
    folder = tmp_path / "frontend"
    for name in ("package.json", "package-lock.json", "app/page.tsx", "app/page.test.tsx", "e2e/day.spec.ts"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("1")
    monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(paths, "FRONTEND", folder)
    monkeypatch.setattr(node, "MODULES", folder / "node_modules")
    monkeypatch.setattr(node, "SERVER", folder / ".next" / "standalone" / "server.js")
    return folder


@pytest.fixture
def asked(frontend: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record what npm is asked for, and leave what it would."""
    done: list[str] = []

    def run(title: str, command: list[object], **options: object) -> str:
        done.append(str(command[2]))
        node.MODULES.mkdir(exist_ok=True)
        if command[2] == "run":
            node.SERVER.parent.mkdir(parents=True, exist_ok=True)
            node.SERVER.write_text("server")
        return ""

    monkeypatch.setattr(commands, "run", run)
    return done


def build() -> None:
    node.ensure_built(Console(StringIO()))


class TestBuilding:
    def test_once(self, asked: list[str]) -> None:
        build()
        assert asked == ["ci", "run"]
        build()
        assert asked == ["ci", "run"]

    def test_again_when_a_source_changed(self, asked: list[str], frontend: Path) -> None:
        build()
        (frontend / "app" / "page.tsx").write_text("2")
        build()
        assert asked == ["ci", "run", "run"]

    def test_again_when_a_source_was_added_or_removed(self, asked: list[str], frontend: Path) -> None:
        build()
        (frontend / "app" / "new.tsx").write_text("1")
        build()
        (frontend / "app" / "new.tsx").unlink()
        build()
        assert asked == ["ci", "run", "run", "run"]

    @pytest.mark.parametrize(
        "name", ["app/page.test.tsx", "e2e/day.spec.ts", "next-env.d.ts", "tsconfig.tsbuildinfo", "node_modules/x.js"]
    )
    def test_not_when_tests_or_made_files_change(self, asked: list[str], frontend: Path, name: str) -> None:
        build()
        (frontend / name).write_text("2")
        build()
        assert asked == ["ci", "run"]

    def test_packages_and_all_when_the_lock_changed(self, asked: list[str], frontend: Path) -> None:
        build()
        (frontend / "package-lock.json").write_text("2")
        build()
        assert asked == ["ci", "run", "ci", "run"]

    def test_again_when_the_result_was_deleted(self, asked: list[str]) -> None:
        build()
        node.SERVER.unlink()
        node.MODULES.rmdir()
        build()
        assert asked == ["ci", "run", "ci", "run"]

    def test_an_interrupted_build_is_not_taken_for_a_finished_one(
        self, asked: list[str], frontend: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build()
        (frontend / "app" / "page.tsx").write_text("2")
        working = commands.run

        def interrupted(title: str, command: list[object], **options: object) -> str:
            raise KeyboardInterrupt

        monkeypatch.setattr(commands, "run", interrupted)
        with pytest.raises(KeyboardInterrupt):
            build()
        (frontend / "app" / "page.tsx").write_text("1")
        monkeypatch.setattr(commands, "run", working)
        build()
        assert asked == ["ci", "run", "run"]


class TestFailures:
    def fail_with(self, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
        def run(title: str, *arguments: object, **options: object) -> str:
            raise CommandFailedError(title, 1, output, Path("log"))

        monkeypatch.setattr(commands, "run", run)

    def test_a_registry_out_of_reach(self, frontend: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fail_with("npm error code ECONNREFUSED", monkeypatch)
        with pytest.raises(UnreachableError, match=r"The npm registry can't be reached.*npm_config_registry"):
            build()

    def test_a_full_disk(self, frontend: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fail_with("ENOSPC: no space left on device, write", monkeypatch)
        with pytest.raises(DiskFullError):
            build()

    def test_a_source_that_does_not_compile(
        self, asked: list[str], frontend: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build()
        (frontend / "app" / "page.tsx").write_text("2")
        self.fail_with("./app/page.tsx: Unexpected token", monkeypatch)
        with pytest.raises(CommandFailedError, match="Building the web app failed"):
            build()


class TestPrograms:
    def test_node_is_the_one_of_the_environment(self) -> None:
        said = subprocess.run([node.program(), "--version"], capture_output=True, text=True, check=True).stdout
        assert said.startswith("v22.")

    def test_npm_runs_with_it(self) -> None:
        command = [str(word) for word in node.npm("--version")]
        assert subprocess.run(command, capture_output=True, check=True, env=node.environment()).stdout

    def test_scripts_find_this_node_first_and_no_secrets(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("JWT_SECRET_KEY", "hidden")
        env = node.environment({"PORT": "1"})
        assert env["PATH"].split(os.pathsep)[0] == str(node.program().parent)
        assert "JWT_SECRET_KEY" not in env
        assert env["PORT"] == "1"
        assert env["NEXT_TELEMETRY_DISABLED"] == "1"

    def test_windows_has_another_layout(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "win32")
        assert node.program().name == "node.exe"
        assert "lib" not in Path(node.npm("ci")[1]).relative_to(node.program().parent).parts[:1]
