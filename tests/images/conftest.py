"""The images, built once, and the system running in them. `./todo test images` starts these tests."""

import os
from collections.abc import Iterator

import pytest
from todo_ops import compose, docker, images, paths, process_table
from todo_ops.compose import ComposeStack
from todo_ops.console import Console
from todo_ops.images import Image
from todo_ops.live_system import System

TAG = "v0-test"


@pytest.fixture(scope="session", autouse=True)
def built() -> None:
    """Build both images; skip everything where no engine answers."""
    if not docker.is_usable():
        pytest.skip("no container engine: start these tests with ./todo test images where one runs")
    images.build_all(Console(), TAG)


@pytest.fixture(scope="session", params=images.IMAGES, ids=lambda image: image.part)
def image(request: pytest.FixtureRequest) -> Image:
    """Each of the two images."""
    found: Image = request.param
    return found


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ComposeStack]:
    """The system in containers, with a volume and secrets of its own, gone without a trace afterwards."""
    secrets = tmp_path_factory.mktemp("compose") / ".env"
    compose.ensure_secrets(secrets)
    port = str(process_table.free_port())
    settings = {"TODO_TAG": TAG, "TODO_PORT": port, "FRONTEND_URL": f"http://127.0.0.1:{port}", "WEB_CONCURRENCY": "1"}
    stack = ComposeStack(secrets, f"todo-test-{os.getpid()}", settings)
    try:
        stack.up()
        yield stack
    finally:
        kept = paths.logs() / "compose-containers.log"
        kept.write_text(stack.run("logs", "--no-color"), encoding="utf-8")
        stack.run("down", "--volumes", "--timeout", "10")


@pytest.fixture
def system(stack: ComposeStack) -> System:
    """The running system as people reach it, and the API's container behind it."""
    return System(stack.address(), f"http://{address_of(stack, 'backend')}:8000")


def address_of(stack: ComposeStack, service: str) -> str:
    """Return a container's address in the stack's network, which a Linux engine's host can reach."""
    found = docker.run("docker inspect", "inspect", "-f", ADDRESS, stack.container(service), log="inspect")
    return found.strip()


ADDRESS = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}"
