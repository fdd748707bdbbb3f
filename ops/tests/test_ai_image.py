"""`./todo ai image` with a stand-in of the engine's client, and the reading of what it gives."""

import io
import json
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest
from todo_ops import cli, images, lint_containers
from todo_ops.ai import image
from todo_ops.errors import OpsError

GOOD: dict[str, Any] = {
    "Size": 130_000_000,
    "RepoTags": ["todo-backend:v4.0.0"],
    "Config": {
        "User": "1001:1001",
        "Healthcheck": {"Test": ["CMD", "true"]},
        "Labels": {f"org.opencontainers.image.{name}": "x" for name in ("title", "version", "revision")},
    },
}
HISTORY = [
    {"Size": "30000000", "CreatedBy": "COPY /venv /venv"},
    {"Size": "90000000", "CreatedBy": "COPY / /"},
    {"Size": "0B", "CreatedBy": "USER 1001"},
]
FILES = {"app/server.py": 10, "app/tests/test_server.py": 200_000, "lib/libpython.so": 5_000_000, "usr/share/doc/x": 1}


def archive() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as made:
        for name, size in FILES.items():
            entry = tarfile.TarInfo(name)
            entry.size = size
            made.addfile(entry, io.BytesIO(b"x" * size))
        made.addfile(tarfile.TarInfo("folder"), None)
    return buffer.getvalue()


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A client that answers as an engine would; `calls` in the folder holds what it was asked."""
    (tmp_path / "archive").write_bytes(archive())
    (tmp_path / "image.json").write_text(json.dumps([GOOD]))
    (tmp_path / "history").write_text("\n".join(json.dumps(line) for line in HISTORY))
    client = tmp_path / "docker"
    client.write_text(
        f"""#!{sys.executable}
import shutil, sys
folder, words = {str(tmp_path)!r}, sys.argv[1:]
open(folder + "/calls", "a").write(" ".join(words) + "\\n")
if words[0] == "ai":
    sys.exit(0 if open(folder + "/gordon").read() else 1)
answers = {{"image": "image.json", "history": "history", "export": "archive"}}
if words[0] in answers:
    shutil.copyfileobj(open(folder + "/" + answers[words[0]], "rb"), sys.stdout.buffer)
elif words[0] == "create":
    print("c0ffee")
"""
    )
    client.chmod(0o755)
    (tmp_path / "gordon").write_text("")
    monkeypatch.setenv("DOCKER", str(client))
    monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(lint_containers, "dockerfiles", lambda: iter(()))
    monkeypatch.setattr(lint_containers, "settings", lambda: iter(()))
    return tmp_path


def test_an_export_that_breaks_off(engine: Path) -> None:
    (engine / "archive").write_bytes(archive()[:100])
    with pytest.raises(OpsError, match="could not be read"):
        image.report("todo-backend:v4.0.0")
    assert calls(engine)[-1] == "rm c0ffee"


def calls(engine: Path) -> list[str]:
    return (engine / "calls").read_text().splitlines()


def test_layers_and_files_with_the_largest_first(engine: Path) -> None:
    found = image.report("todo-backend:v4.0.0")
    assert found.size == 130_000_000
    assert found.layers == ((90_000_000, "COPY / /"), (30_000_000, "COPY /venv /venv"))
    assert found.files[0] == (5_000_000, "lib/libpython.so")
    assert found.needless == {"tests": 200_000, "documentation": 1}
    assert found.notes == ()


def test_the_container_that_is_read_is_never_started_and_goes(engine: Path) -> None:
    image.report("todo-backend:v4.0.0")
    asked = [call for call in calls(engine) if call.split()[0] not in ("image", "history")]
    assert asked == ["create todo-backend:v4.0.0", "export c0ffee", "rm c0ffee"]


def test_both_images_are_told(engine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ai", "image"]) == 0
    said = "".join(capsys.readouterr())
    version = images.version()
    assert f"todo-backend:v{version}: 130.0 MB" in said
    assert f"todo-frontend:v{version}: 130.0 MB" in said
    assert "90.0 MB  COPY / /" in said
    assert "0.2 MB  tests" in said
    assert "nothing to say" in said


def test_what_the_linters_find_is_told(
    engine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lint_containers, "dockerfiles", lambda: iter(["Dockerfile:3 DL3018 pin versions"]))
    assert cli.main(["ai", "image", "--tag", "v1"]) == 1
    assert "DL3018" in "".join(capsys.readouterr())


def test_gordon_is_asked_where_docker_brings_it(engine: Path) -> None:
    (engine / "gordon").write_text("yes")
    assert cli.main(["ai", "image", "--tag", "v1"]) == 0
    assert [call for call in calls(engine) if call.startswith("ai What")] == [
        f"ai {image.QUESTION.format(image=f'todo-{part}:v1', part=part)}" for part in ("backend", "frontend")
    ]
    assert cli.main(["ai", "image", "--tag", "v1", "--own"]) == 0
    assert "export c0ffee" in calls(engine)


def test_an_image_that_is_not_there(engine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (engine / "image.json").unlink()
    assert cli.main(["ai", "image"]) != 0
    assert "Build it: ./todo images" in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ({"User": ""}, "root"),
        ({"User": "0:0"}, "root"),
        ({"User": "root"}, "root"),
        ({"Healthcheck": None}, "HEALTHCHECK"),
        ({"Healthcheck": {"Test": []}}, "HEALTHCHECK"),
        ({"Labels": None}, "label for revision, title, version"),
    ],
)
def test_what_an_image_lacks(change: dict[str, Any], note: str) -> None:
    [said] = image.notes({**GOOD, "Config": {**GOOD["Config"], **change}})
    assert note in said


def test_a_tag_that_says_nothing() -> None:
    [said] = image.notes({**GOOD, "RepoTags": ["todo-backend:latest"]})
    assert "latest" in said


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("app/tests/test_a.py", "tests"),
        ("app/latest/a.py", ""),
        ("lib/a.pyi", "type stubs and maps"),
        ("next/a.d.ts", "type stubs and maps"),
        ("lib/python3/site-packages/pip/x.py", "package managers"),
        ("usr/share/man/a", "documentation"),
        ("app/server.py", ""),
        ("include/a.h", "headers"),
        ("app/.cache/x", "caches"),
    ],
)
def test_kinds_of_what_a_server_does_not_read(path: str, kind: str) -> None:
    assert image.needless_kind(path) == kind
