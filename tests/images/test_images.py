"""What the images are: small, without tools, for an unprivileged user, made for a read-only root."""

import json

import pytest
from todo_ops import docker, images, sbom
from todo_ops.commands import CommandFailedError
from todo_ops.images import Image

TAG = "v0-test"

HARDENED = ["--rm", "--read-only", "--cap-drop", "ALL", "--user", "1001:1001", "--network", "none"]


def run(image: Image, *command: str) -> str:
    return docker.run(f"docker run {image.name}", "run", *HARDENED, image.reference(TAG), *command, log="image-run")


def evaluate(image: Image, python: str, node: str) -> str:
    """Run an expression in the image's own language and return what it prints."""
    return (run(image, "python", "-c", python) if image.part == "backend" else run(image, "node", "-p", node)).strip()


class TestConfiguration:
    def test_size(self, image: Image) -> None:
        assert docker.inspect(image.reference(TAG))["Size"] < image.limit

    def test_user_health_and_command_need_no_shell(self, image: Image) -> None:
        config = docker.inspect(image.reference(TAG))["Config"]
        assert config["User"] == "1001:1001"
        assert config["Healthcheck"]["Test"][0] == "CMD"
        assert config["Cmd"][0] in {"python", "node"}
        assert not config.get("Entrypoint")

    def test_labels_say_what_it_is(self, image: Image) -> None:
        labels = docker.inspect(image.reference(TAG))["Config"]["Labels"]
        assert labels["org.opencontainers.image.version"] == images.version()
        assert labels["org.opencontainers.image.title"]
        assert labels["org.opencontainers.image.licenses"] == "Apache-2.0"

    def test_no_secret_is_among_its_settings(self, image: Image) -> None:
        settings = " ".join(docker.inspect(image.reference(TAG))["Config"]["Env"])
        assert not {"PASSWORD", "SECRET", "TOKEN", "KEY"} & set(settings.upper().replace("=", "_").split("_"))


class TestContents:
    def test_runs_as_the_user_with_nothing_writable(self, image: Image) -> None:
        assert evaluate(
            image, "import os; print(os.getuid(), os.getgid())", "`${process.getuid()} ${process.getgid()}`"
        ) == ("1001 1001")

    @pytest.mark.parametrize(
        "path", ["/usr/local/bin/pip", "/usr/local/bin/npm", "/usr/local/lib/node_modules", "/build"]
    )
    def test_no_installers(self, image: Image, path: str) -> None:
        there = evaluate(image, f"import os; print(os.path.exists({path!r}))", f"require('fs').existsSync({path!r})")
        assert there.lower() == "false"

    def test_nothing_of_the_program_belongs_to_the_user_that_runs_it(self, image: Image) -> None:
        owner = evaluate(image, "import os; print(os.stat('/app').st_uid)", "require('fs').statSync('/app').uid")
        assert owner == "0"

    def test_what_tools_keep_beside_the_sources_stays_outside(self) -> None:
        backend = images.IMAGES[0]
        hidden = "import pathlib; print([str(path) for path in pathlib.Path('/app').rglob('.*')])"
        assert run(backend, "python", "-c", hidden).strip() == "[]"

    def test_every_compiled_module_of_the_backend_still_loads(self) -> None:
        backend = images.IMAGES[0]
        assert run(backend, "python", "-c", LOAD_EXTENSIONS).strip().splitlines()[-1] == "[]"

    def test_the_sbom_lists_what_is_installed(self) -> None:
        backend = images.IMAGES[0]
        installed = json.loads(run(backend, "python", "-c", INSTALLED))
        listed = {component.name: component.version for component in sbom.python_components()}
        assert {name: version for name, version in installed.items() if name != "todo"} == listed


class TestFailures:
    def test_a_missing_setting_is_one_clear_line(self) -> None:
        with pytest.raises(CommandFailedError) as failure:
            run(images.IMAGES[0])
        assert failure.value.code == 2
        assert failure.value.output.startswith("todo: bad configuration: DATABASE_URL: is not set")
        assert failure.value.output.count("\n") == 1


# Cutting symbols must leave every shared object loadable; those of tests and of other systems are left out.
LOAD_EXTENSIONS = """
import importlib, pathlib
packages = pathlib.Path('/opt/venv/lib/python3.12/site-packages')
failed = []
for file in packages.rglob('*.so'):
    name = '.'.join(file.relative_to(packages).parts).split('.cpython-')[0].split('.abi3')[0].removesuffix('.so')
    if '.tests.' not in name:
        try:
            importlib.import_module(name)
        except ImportError as error:
            failed.append(str(error))
print(failed)
"""
INSTALLED = """
import json, re
from importlib.metadata import distributions
print(json.dumps({re.sub('[-_.]+', '-', d.name).lower(): d.version for d in distributions()}))
"""
