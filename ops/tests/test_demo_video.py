"""The film of `./todo demo-video`: its parts, with a browser, a cluster and an ffmpeg that are small scripts."""

import json
import shlex
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from cluster_kit import DEPLOYED, INGRESS, FakeCluster, items, pod
from hypothesis import given
from hypothesis import strategies as st
from todo_ops import cli, node
from todo_ops.demo_video import film, record, terminal
from todo_ops.demo_video.film import Caption, Film, Shown
from todo_ops.demo_video.terminal import Chapter, Line
from todo_ops.errors import OpsError

# Writes its words down, and an empty file where the film or a still goes.
FFMPEG = """#!/bin/sh
echo "$@" >>"{log}"
for last; do :; done
echo film >"$last"
"""
SHOT = {
    "frames": [{"file": "frame-0000.png", "seconds": 2}, {"file": "frame-0001.png", "seconds": 0.5}],
    "captions": [
        {"text": "Sign up", "from": 0, "to": 2, "file": "caption-0.png"},
        {"text": "Add", "from": 2, "to": 2.5, "file": "caption-1.png"},
    ],
}


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCluster:
    made = FakeCluster(tmp_path)
    monkeypatch.setenv("PATH", str(made.programs))
    monkeypatch.setenv("FAKE_CLUSTER", str(made.folder))
    monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
    return made


@pytest.fixture
def ffmpeg(fake: FakeCluster) -> Path:
    """An ffmpeg on the PATH, and the file of what it was told."""
    log = fake.folder / "ffmpeg-calls"
    program = fake.programs / "ffmpeg"
    program.write_text(FFMPEG.format(log=log))
    program.chmod(0o755)
    return log


@pytest.fixture
def app() -> Iterator[str]:
    """Something that answers like the app."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def shot(folder: Path) -> Film:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / film.MANIFEST).write_text(json.dumps(SHOT))
    return film.read(folder)


class TestFilm:
    def test_what_the_browser_wrote_down(self, tmp_path: Path) -> None:
        read = shot(tmp_path)
        assert read.frames == (Shown("frame-0000.png", 2), Shown("frame-0001.png", 0.5))
        assert read.captions[1] == Caption("Add", 2, 2.5, "caption-1.png")
        assert read.seconds == 2.5

    @pytest.mark.parametrize("text", ["", "{"])
    def test_one_that_was_not_finished(self, tmp_path: Path, text: str) -> None:
        (tmp_path / film.MANIFEST).write_text(text)
        with pytest.raises(OpsError, match="not complete"):
            film.read(tmp_path)

    def test_each_picture_has_its_duration_and_the_last_is_named_twice(self) -> None:
        assert film.concat_list([Shown("a.png", 2), Shown("b.png", 0.125)]).splitlines() == [
            "ffconcat version 1.0",
            *("file 'a.png'", "duration 2.000", "file 'b.png'", "duration 0.125", "file 'b.png'"),
        ]

    def test_the_captions_as_a_track(self) -> None:
        captions = [Caption("Sign up", 0, 4.5, ""), Caption("Scale", 4.5, 3661.0004, "")]
        assert film.webvtt(captions) == (
            "WEBVTT\n\n00:00:00.000 --> 00:00:04.500\nSign up\n\n00:00:04.500 --> 01:01:01.000\nScale\n"
        )

    def test_pictures_and_captions_run_for_the_same_time(self, fake: FakeCluster, ffmpeg: Path, tmp_path: Path) -> None:
        target = tmp_path / "out" / "demo.mp4"
        film.make(shot(tmp_path / "shot"), target, fake.console)
        made, *stills = ffmpeg.read_text().splitlines()
        assert "vstack" in made
        assert "-t 2.500" in made
        assert made.endswith(str(target))
        assert [line.rpartition("/")[2] for line in stills] == ["demo-first.webp", "demo-last.webp"]
        assert "duration 0.500" in (tmp_path / "shot" / "captions.txt").read_text()
        assert target.with_suffix(".vtt").read_text().startswith("WEBVTT")

    def test_without_ffmpeg_it_says_what_to_install(self, fake: FakeCluster, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(film, "PACKAGE", "no_such_package")
        with pytest.raises(OpsError, match="pip install imageio-ffmpeg"):
            film.ffmpeg()

    def test_the_packages_own_ffmpeg_is_found(
        self, fake: FakeCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = tmp_path / "site" / "some_ffmpeg" / "binaries" / "ffmpeg-linux-x86_64-v7"
        program.parent.mkdir(parents=True)
        program.touch()
        (program.parents[1] / "__init__.py").touch()
        monkeypatch.syspath_prepend(str(tmp_path / "site"))
        monkeypatch.setattr(film, "PACKAGE", "some_ffmpeg")
        assert film.ffmpeg() == str(program)


class TestTerminal:
    @given(st.lists(st.floats(0, 600), max_size=30).map(sorted))
    def test_no_line_waits_too_long_or_too_short(self, times: list[float]) -> None:
        waits = terminal.waits([Line("x", at) for at in times])
        assert len(waits) == len(times)
        assert all(terminal.SHORTEST_WAIT <= wait <= terminal.LONGEST_WAIT for wait in waits[:-1])
        assert waits[-1:] == [terminal.LAST_WAIT][: len(waits)]

    def test_what_was_printed_and_the_command_before_it(self, fake: FakeCluster) -> None:
        fake.answer("get pods", "NAME\ntodo-backend-1")
        shown = terminal.lines(fake.release(), [("get", "pods", "--selector", "a=b")])
        command = "$ kubectl --namespace todo get pods --selector a=b"
        assert [line.text for line in shown] == [command, "NAME", "todo-backend-1"]
        assert [line.at for line in shown] == sorted(line.at for line in shown)

    def test_it_scales_replaces_counts_and_leaves_all_as_it_was(self, fake: FakeCluster, app: str) -> None:
        fake.answer("get hpa", 'Error from server (NotFound): "todo-backend" not found', 1)
        fake.answer("get deployment", {"spec": {"replicas": 2}})
        fake.answer("rollout status", "successfully rolled out")
        scaled, replaced = terminal.record(fake.release(), app)
        assert scaled.lines[0].text.endswith("scale deployment/todo-backend --replicas=3")
        assert "readyReplicas=3" in scaled.lines[1].text
        assert replaced.lines[0].text.endswith("rollout restart deployment/todo-backend")
        assert replaced.lines[-1].text.endswith("requests meanwhile: all answered")
        assert fake.calls("kubectl")[-1][-1] == "--replicas=2"

    def test_an_autoscaler_is_told_its_smallest_number_as_it_would_set_back_another(
        self, fake: FakeCluster, app: str
    ) -> None:
        fake.answer("get hpa todo-backend", {"spec": {"minReplicas": 2, "maxReplicas": 5}})
        scaled, _ = terminal.record(fake.release(), app)
        patch = """patch hpa/todo-backend --patch '{"spec":{"minReplicas":%d}}'"""
        assert scaled.lines[0].text.endswith(patch % 3)
        assert shlex.join(fake.calls("kubectl")[-1]).endswith(patch % 2)
        assert not [call for call in fake.calls("kubectl") if "scale" in call]

    def test_requests_that_got_no_answer_are_told(self) -> None:
        requests = terminal.Requests("http://127.0.0.1:9", sent=5, failed=2)
        assert requests.said == "5 requests meanwhile: 2 not answered"

    def test_requests_are_counted_until_it_ends(self, app: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(terminal, "PAUSE", 0.001)
        with terminal.Requests(app) as requests:
            while requests.sent < 3:
                pass
        assert requests.failed == 0
        with terminal.Requests("http://127.0.0.1:9") as lost:
            while lost.sent < 2:
                pass
        assert lost.failed == lost.sent

    def test_the_file_for_the_browser(self, tmp_path: Path) -> None:
        chapter = Chapter("Scale", (Line("$ kubectl scale", 0), Line("scaled", 60)))
        terminal.write(tmp_path / "t.json", "lab", [chapter])
        told = json.loads((tmp_path / "t.json").read_text())
        assert told["title"] == "lab"
        assert told["chapters"][0]["lines"] == [
            {"text": "$ kubectl scale", "seconds": terminal.LONGEST_WAIT},
            {"text": "scaled", "seconds": terminal.LAST_WAIT},
        ]


class TestCommand:
    @pytest.fixture
    def browser(self, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
        """A browser that takes no picture: what it was told."""
        told: list[dict[str, Any]] = []

        def run_script(name: str, *arguments: str, log: str, extra: dict[str, str]) -> str:
            told.append({"arguments": [name, *arguments], **extra})
            recording = extra.get("DEMO_TERMINAL")
            told[-1]["recorded"] = json.loads(Path(recording).read_text()) if recording else None
            shot(Path(extra["DEMO_VIDEO"]))
            return ""

        monkeypatch.setattr(node, "run_script", run_script)
        monkeypatch.setattr(node, "ensure_packages", lambda console: None)
        return told

    def film(self, tmp_path: Path, *words: str) -> int:
        return cli.main(["demo-video", "--output", str(tmp_path / "demo.mp4"), *words])

    def test_the_release_on_the_cluster_is_filmed(
        self, fake: FakeCluster, ffmpeg: Path, browser: list[dict[str, Any]], tmp_path: Path, app: str
    ) -> None:
        host = app.removeprefix("http://")
        fake.answer("get hpa", {"spec": {"minReplicas": 2}})
        fake.answer("get deployment", {"spec": {"replicas": 2}})
        fake.answer("get pods", items(pod()))
        fake.answer("get ingress", {"spec": {"rules": [{"host": host}]}})
        assert self.film(tmp_path) == 0
        [told] = browser
        assert told["BASE_URL"] == app
        assert told["arguments"][1] == record.SCRIPT
        assert [chapter["caption"][:5] for chapter in told["recorded"]["chapters"]] == ["Scale", "A rol"]
        assert (tmp_path / "demo.vtt").exists()

    def test_without_a_release_the_terminal_is_left_out(
        self,
        fake: FakeCluster,
        ffmpeg: Path,
        browser: list[dict[str, Any]],
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        fake.answer("helm status", "Error: release: not found", 1)
        assert self.film(tmp_path, "--url", "http://127.0.0.1:3000/") == 0
        assert browser[0]["BASE_URL"] == "http://127.0.0.1:3000"
        assert browser[0]["recorded"] is None
        assert "in the terminal is left out: There is no release" in "".join(capsys.readouterr())

    def test_pods_that_are_not_ready_are_not_shown_off(
        self, fake: FakeCluster, ffmpeg: Path, browser: list[dict[str, Any]], tmp_path: Path
    ) -> None:
        fake.answer("helm status", DEPLOYED)
        fake.answer("get ingress", INGRESS)
        fake.answer("get pods", items(pod(phase="Pending")))
        assert self.film(tmp_path, "--url", "http://127.0.0.1:3000") == 0
        assert browser[0]["recorded"] is None
        assert not [call for call in fake.calls("kubectl") if "scale" in call]

    def test_ffmpeg_is_looked_for_before_anything_else(
        self, fake: FakeCluster, browser: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(film, "PACKAGE", "no_such_package")
        assert self.film(tmp_path) != 0
        assert (browser, fake.calls()) == ([], [])

    @pytest.mark.parametrize("words", [[], ["--url", "https://todo.example.invalid:8443/app"]])
    def test_an_address_that_this_machine_does_not_know_is_refused_before_anything_is_scaled(
        self,
        fake: FakeCluster,
        ffmpeg: Path,
        browser: list[dict[str, Any]],
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        words: list[str],
    ) -> None:
        fake.answer("get pods", items(pod()))
        fake.answer("get ingress", {"spec": {"rules": [{"host": "todo.example.invalid"}]}})
        assert self.film(tmp_path, *words) == 2
        assert "does not know the name todo.example.invalid. Add a line" in "".join(capsys.readouterr())
        assert browser == []
        assert not [call for call in fake.calls("kubectl") if "scale" in call]

    def test_a_dry_run_touches_nothing(
        self,
        fake: FakeCluster,
        browser: list[dict[str, Any]],
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        assert self.film(tmp_path, "--dry-run") == 0
        assert (browser, fake.calls()) == ([], [])
        assert "would film the release todo in todo" in "".join(capsys.readouterr())
