"""What several ops tests need."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cluster_kit import FakeCluster
from hypothesis import settings

# How long an example takes says more about the machine than about the code.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MB: mounting one takes root, and some containers refuse it even then."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode:
        pytest.skip("this system lets nobody mount a small disk")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCluster:
    """A cluster of stand-ins: kubectl and helm are there, and nothing else is on the PATH or named by the settings."""
    made = FakeCluster(tmp_path / "cluster")
    monkeypatch.delenv("DOCKER", raising=False)
    monkeypatch.delenv("KUBECONFIG", raising=False)
    monkeypatch.setenv("PATH", str(made.programs))
    monkeypatch.setenv("FAKE_CLUSTER", str(made.folder))
    monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
    return made
