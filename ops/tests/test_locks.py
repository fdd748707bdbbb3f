"""The checks of lock files, on locks that are in step and on ones that are not."""

from io import StringIO
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from todo_ops import commands, environment, locks, paths
from todo_ops.console import Console

HASH = "--hash=sha256:" + "0" * 64


def lock(folder: Path, *pins: str) -> locks.Lock:
    file = folder / "requirements.lock"
    file.write_text("\n".join(f"{pin} \\\n    {HASH}\n    # via x" for pin in pins))
    return locks.read(file)


def test_reads_names_versions_extras_and_markers(tmp_path: Path) -> None:
    found = lock(tmp_path, "Ruff==0.17.6", "sqlalchemy[asyncio]==2.1.9", "uvloop==0.22.1 ; sys_platform != 'win32'")
    assert found.pins == {"ruff": "0.17.6", "sqlalchemy": "2.1.9", "uvloop": "0.22.1"}


def test_a_requirement_without_a_pin(tmp_path: Path) -> None:
    [problem] = locks.unmet(lock(tmp_path, "a==1"), [Requirement("a>=1"), Requirement("b")])
    assert "b is not met (locked: None). Run ./todo lock" in problem


def test_a_pin_that_does_not_fit(tmp_path: Path) -> None:
    [problem] = locks.unmet(lock(tmp_path, "a==1"), [Requirement("a>=2")])
    assert "a>=2 is not met (locked: 1)" in problem


def test_names_are_compared_as_the_index_does(tmp_path: Path) -> None:
    assert list(locks.unmet(lock(tmp_path, "prometheus-client==1"), [Requirement("Prometheus_Client==1")])) == []


def test_tests_that_would_use_another_version_than_the_images(tmp_path: Path) -> None:
    runtime, everything = locks.Lock(tmp_path, {"a": "1"}), locks.Lock(tmp_path, {"a": "2"})
    [problem] = locks.differing(runtime, everything)
    assert "a is 2, the backend's lock has 1" in problem
    assert list(locks.differing(runtime, runtime)) == []


def test_a_pin_without_a_hash(tmp_path: Path) -> None:
    file = tmp_path / "requirements.lock"
    file.write_text(f"a==1 \\\n    {HASH}\nb==2\nc==3 \\\n    {HASH}\n")
    assert list(locks.without_hashes(file)) == [f"{file}: no hash for b==2"]


def test_the_locks_of_this_repository_are_in_step() -> None:
    assert list(locks.check()) == []


def test_no_lock_holds_an_address() -> None:
    for file in (environment.LOCK, locks.RUNTIME_LOCK, locks.UV_REQUIREMENT, paths.FRONTEND / "package-lock.json"):
        text = file.read_text()
        assert "--index-url" not in text
        assert '"resolved"' not in text


class TestMaking:
    @pytest.fixture
    def compiled(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        seen: list[list[str]] = []

        def run(title: str, command: list[object], **options: object) -> str:
            seen.append([str(word) for word in command])
            return ""

        monkeypatch.setattr(commands, "run", run)
        locks.make(Console(StringIO()))
        return seen

    def test_runtime_first_then_everything_at_the_same_versions(self, compiled: list[list[str]]) -> None:
        runtime, everything = compiled
        assert runtime[-3:] == ["backend/pyproject.toml", "-o", "backend/requirements.lock"]
        assert everything[everything.index("-c") + 1] == "backend/requirements.lock"
        assert everything[-2:] == ["-o", "requirements.lock"]
        assert "pyproject.toml:dev" in everything

    def test_for_every_platform_with_hashes_and_without_addresses(self, compiled: list[list[str]]) -> None:
        for command in compiled:
            assert command[0] == str(environment.uv_program())
            assert {"--universal", "--generate-hashes", "--no-header"} <= set(command)
            assert "--emit-index-url" not in command
