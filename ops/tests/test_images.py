"""What the engine's client is told to do, and how its failures are explained. The client here is a small script."""

import json
import os
from io import StringIO
from pathlib import Path

import pytest
from todo_ops import cli, compose, docker, images
from todo_ops.commands import CommandFailedError
from todo_ops.compose import ComposeStack
from todo_ops.console import Console
from todo_ops.errors import OpsError
from todo_ops.images import IMAGES

CLIENT = """#!/bin/sh
echo "$DOCKER_BUILDKIT $*" >>"{log}"
case "$*" in
    *refused*) echo "BuildKit is enabled but the buildx component is missing or broken."; exit 1;;
    *foreign*) echo "exec /bin/sh: exec format error"; exit 1;;
    *broken*) echo "exit code: 1"; exit 1;;
    "compose version") exit {compose};;
    image\\ inspect*) echo '[{{"Size": 123000000}}]';;
    version*) exit {engine};;
esac
"""


class Client:
    """A stand-in for `docker` that writes down how it was called."""

    def __init__(self, folder: Path) -> None:
        self.file, self.log = folder / "docker", folder / "calls"
        self.behave()

    def behave(self, *, engine: int = 0, compose: int = 0) -> None:
        self.file.write_text(CLIENT.format(log=self.log, engine=engine, compose=compose))
        self.file.chmod(0o755)

    def calls(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    made = Client(tmp_path)
    monkeypatch.setenv("DOCKER", str(made.file))
    monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
    return made


@pytest.fixture
def quiet() -> Console:
    return Console(StringIO())


class TestClient:
    def test_none_at_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DOCKER", "/no/such/client")
        with pytest.raises(OpsError, match="There is no Docker here"):
            docker.require_engine()
        assert not docker.is_usable()

    def test_an_engine_that_does_not_answer(self, client: Client) -> None:
        client.behave(engine=1)
        with pytest.raises(OpsError, match="engine doesn't answer"):
            docker.require_engine()
        assert not docker.is_usable()

    def test_all_there(self, client: Client) -> None:
        assert docker.is_usable()
        assert docker.compose() == [str(client.file), "compose"]

    def test_compose_as_a_program_of_its_own(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        client.behave(compose=1)
        monkeypatch.setenv("PATH", f"{client.file.parent}:/usr/bin:/bin")
        with pytest.raises(OpsError, match="no Compose here"):
            docker.compose()
        program = client.file.with_name("docker-compose")
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        assert docker.compose() == [str(program)]


class TestBuilding:
    def test_both_with_buildkit_tags_and_labels(self, client: Client, quiet: Console) -> None:
        built = images.build_all(quiet, "v1", "linux/arm64")
        assert [(image.reference, image.size) for image in built] == [
            ("todo-backend:v1", 123_000_000),
            ("todo-frontend:v1", 123_000_000),
        ]
        build = next(call for call in client.calls() if " build " in call)
        assert build.startswith("1 build --file docker/backend/Dockerfile --tag todo-backend:v1 --platform linux/arm64")
        assert f"--build-arg VERSION={images.version()}" in build
        assert build.endswith(" .")

    def test_the_tag_latest_is_refused(self, client: Client, quiet: Console) -> None:
        with pytest.raises(OpsError, match="can't be rolled back to"):
            images.run(images.Options(tag="latest"), quiet)
        assert client.calls() == []

    def test_a_client_without_buildkit(self, client: Client, quiet: Console) -> None:
        with pytest.raises(OpsError, match="can't build with BuildKit"):
            images.build(IMAGES[0], "refused", quiet)

    def test_an_engine_that_can_not_run_the_other_platform(self, client: Client, quiet: Console) -> None:
        with pytest.raises(OpsError, match=r"can't run programs of linux/arm64.*binfmt"):
            images.build(IMAGES[0], "foreign", quiet, "linux/arm64")

    def test_a_build_that_fails_shows_its_log(self, client: Client, quiet: Console) -> None:
        with pytest.raises(CommandFailedError) as failure:
            images.build(IMAGES[0], "broken", quiet)
        assert "exit code: 1" in failure.value.output
        assert "image-backend.log" in str(failure.value)

    def test_a_bill_beside_each_and_pushed_where_asked(self, client: Client, quiet: Console) -> None:
        assert images.run(images.Options(tag="v1", push="registry.test/team/"), quiet) == 0
        for image in IMAGES:
            bill = json.loads(images.sbom_file(image, "v1").read_text())
            assert bill["metadata"]["component"]["name"] == image.name
        assert "1 push registry.test/team/todo-backend:v1" in client.calls()
        assert "1 push registry.test/team/todo-frontend:v1" in client.calls()

    @pytest.mark.parametrize("cluster", ["kind", "minikube"])
    def test_a_cluster_that_is_not_there_is_said_before_anything_is_built(
        self, client: Client, quiet: Console, cluster: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(client.file.parent))
        with pytest.raises(OpsError, match=f"There is no {cluster} here"):
            images.run(images.Options(tag="v1", load=cluster), quiet)
        assert not [call for call in client.calls() if "build" in call]

    @pytest.mark.parametrize(
        ("cluster", "expected"),
        [
            ("kind", [" load docker-image todo-backend:v1", " load docker-image todo-frontend:v1"]),
            ("minikube", [" image load todo-backend:v1", " image load todo-frontend:v1"]),
        ],
    )
    def test_loading_into_a_cluster(
        self, client: Client, quiet: Console, cluster: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", f"{client.file.parent}:{os.environ['PATH']}")
        client.file.with_name(cluster).symlink_to(client.file)
        assert images.run(images.Options(tag="v1", load=cluster), quiet) == 0
        assert [call for call in client.calls() if " load " in call] == expected

    def test_sizes_and_times_are_shown(self) -> None:
        shown = StringIO()
        images.show([images.Built("todo-backend:v1", 129_700_000, 71.06)], Console(shown))
        assert shown.getvalue().split() == ["todo-backend:v1", "129.7", "MB", "71.1", "s"]


class TestCompose:
    def test_secrets_are_made_once_and_private(self, tmp_path: Path) -> None:
        file = tmp_path / ".env"
        compose.ensure_secrets(file)
        first = file.read_text()
        values = dict(line.split("=") for line in first.splitlines())
        assert set(values) == set(compose.SECRETS)
        assert all(len(value) == 64 for value in values.values())
        assert len(set(values.values())) == 2
        assert file.stat().st_mode & 0o777 == 0o600
        compose.ensure_secrets(file)
        assert file.read_text() == first

    def test_what_a_person_wrote_stays(self, tmp_path: Path) -> None:
        file = tmp_path / ".env"
        file.write_text("TODO_PORT=8080\nJWT_SECRET_KEY=mine")
        compose.ensure_secrets(file)
        lines = file.read_text().splitlines()
        assert lines[:2] == ["TODO_PORT=8080", "JWT_SECRET_KEY=mine"]
        assert [line.partition("=")[0] for line in lines[2:]] == ["POSTGRES_PASSWORD"]
        assert file.stat().st_mode & 0o777 == 0o600

    def test_a_port_changes_the_address_too(self) -> None:
        chosen = compose.settings(compose.Options(port=8080))
        assert (chosen["TODO_PORT"], chosen["FRONTEND_URL"]) == ("8080", "http://127.0.0.1:8080")
        assert compose.settings(compose.Options()) == {"TODO_TAG": f"v{images.version()}"}

    def test_starting_waits_for_health_and_never_builds_by_itself(self, client: Client, tmp_path: Path) -> None:
        ComposeStack(tmp_path / ".env", "mine").up()
        call = client.calls()[-1]
        assert call.startswith("1 compose --project-name mine --file ")
        assert "up --no-build --detach --wait" in call

    def test_starting_and_stopping(self, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(compose, "ENV_FILE", tmp_path / ".env")
        shown = StringIO()
        assert compose.run(compose.Options(), Console(shown)) == 0
        assert "Stop     ./todo compose stop" in shown.getvalue()
        assert any(" build " in call for call in client.calls())
        compose.run(compose.Options("stop"), Console(shown))
        assert client.calls()[-1].endswith(" stop")

    def test_the_command_line(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        chosen: list[object] = []

        def record(options: object, console: Console) -> int:
            chosen.append(options)
            return 0

        monkeypatch.setattr(compose, "run", record)
        monkeypatch.setattr(images, "run", record)
        cli.main(["compose"])
        cli.main(["compose", "down", "--port", "80", "--no-build"])
        cli.main(["images", "--tag", "v2", "--load", "kind", "--push", "here", "--platform", "linux/amd64"])
        assert chosen == [
            compose.Options("up", None, True),
            compose.Options("down", 80, False),
            images.Options("v2", "linux/amd64", "here", "kind"),
        ]
