"""The chart, rendered by the Helm on the PATH. `./todo test chart` runs these tests; no cluster is needed."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from todo_ops import lint_chart, manifests

Manifest: TypeAlias = dict[str, Any]
SCHEMAS = [Path(__file__).parent / name for name in ("kubernetes.json", "kagent.json")]


@dataclass(frozen=True)
class Pod:
    """What a workload makes pods from. `owner` is such as `Deployment/todo-backend`."""

    owner: str
    metadata: Manifest
    spec: Manifest

    @property
    def containers(self) -> list[Manifest]:
        """Containers, those that run before the others included."""
        return [*self.spec.get("initContainers", []), *self.spec["containers"]]


@dataclass(frozen=True)
class Rendered:
    """What one release consists of."""

    objects: list[Manifest]

    def all(self, kind: str) -> list[Manifest]:
        """Return the objects of a kind."""
        return [found for found in self.objects if found["kind"] == kind]

    def get(self, kind: str, name: str) -> Manifest:
        """Return the one object of this kind and name."""
        [found] = [found for found in self.all(kind) if found["metadata"]["name"] == name]
        return found

    @property
    def names(self) -> set[tuple[str, str]]:
        """Kind and name of every object."""
        return {(found["kind"], found["metadata"]["name"]) for found in self.objects}

    @property
    def pods(self) -> list[Pod]:
        """The pods of all workloads, of jobs and of `helm test`."""
        return list(self._pods())

    def pod(self, component: str) -> Pod:
        """Return the pods of a component that runs all the time."""
        [found] = [pod for pod in self.pods if pod.owner.endswith(f"-{component}") and not pod.owner.startswith("Pod/")]
        return found

    def _pods(self) -> Iterator[Pod]:
        for found in self.objects:
            owner = f"{found['kind']}/{found['metadata']['name']}"
            if found["kind"] == "Pod":
                yield Pod(owner, found["metadata"], found["spec"])
            elif found["kind"] in {"Deployment", "StatefulSet", "Job", "CronJob"}:
                spec = found["spec"]["jobTemplate"]["spec"] if found["kind"] == "CronJob" else found["spec"]
                yield Pod(owner, spec["template"]["metadata"], spec["template"]["spec"])


@dataclass(frozen=True)
class Helm:
    """Helm with this chart."""

    program: str

    def run(self, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        """Run Helm; the caller looks at how it went."""
        return subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True, check=False)

    def template(self, *arguments: str | Path, release: str = "todo") -> "subprocess.CompletedProcess[str]":
        """Render the chart."""
        version = ["--kube-version", manifests.KUBERNETES_VERSION]
        return self.run("template", release, manifests.CHART, "--namespace", "todo", *version, *arguments)


@pytest.fixture(scope="session")
def helm() -> Helm:
    """Helm, or the reason why there are no tests of the chart."""
    found = shutil.which("helm")
    if found is None:
        pytest.skip("helm is not installed")
    return Helm(found)


Render: TypeAlias = Callable[..., Rendered]


@pytest.fixture(scope="session")
def render(helm: Helm) -> Render:
    """Render the chart: `render("a.b=c", values=[file], release="name")`."""
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")

    def rendered(*settings: str, values: list[Path] | None = None, release: str = "todo") -> Rendered:
        options = [f"--set={setting}" for setting in settings] + [f"--values={file}" for file in values or []]
        done = helm.template(*options, release=release)
        assert done.returncode == 0, done.stderr
        return Rendered([found for found in yaml.safe_load_all(done.stdout) if found])

    return rendered


def _id(files: list[Path]) -> str:
    return files[-1].stem.removesuffix("-values")


@pytest.fixture(scope="session", params=lint_chart.values_of(manifests.CHART), ids=_id)
def values(request: pytest.FixtureRequest) -> list[Path]:
    """Each set of values that must work."""
    found: list[Path] = request.param
    return found


@pytest.fixture(scope="session")
def release(render: Render, values: list[Path]) -> Rendered:
    """The release that each set of values makes."""
    return render(values=values)


@pytest.fixture(scope="session")
def notes(helm: Helm, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """What Helm prints after an install with these settings.

    Only an install renders it, which takes a cluster; so a copy of the chart has it as a template like the others.
    """
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    chart = tmp_path_factory.mktemp("chart") / "todo"
    shutil.copytree(manifests.CHART, chart)
    text = (chart / "templates" / "NOTES.txt").read_text("utf-8")
    template = '{{ define "notes" }}' + text + '{{ end }}notes: {{ include "notes" . | toJson }}\n'
    (chart / "templates" / "notes.yaml").write_text(template, "utf-8")
    options = ["--namespace", "todo", "--kube-version", manifests.KUBERNETES_VERSION]

    def printed(*settings: str) -> str:
        values = [f"--set={setting}" for setting in settings]
        done = helm.run("template", "todo", chart, *options, *values, "--show-only", "templates/notes.yaml")
        assert done.returncode == 0, done.stderr
        return str(yaml.safe_load(done.stdout)["notes"])

    return printed


@pytest.fixture(scope="session")
def problems() -> Any:
    """Return what is wrong with an object."""
    jsonschema = pytest.importorskip("jsonschema")
    definitions = {name: body for file in SCHEMAS for name, body in json.loads(file.read_text("utf-8")).items()}

    def find(found: dict[str, Any]) -> list[str]:
        name = f"{found['apiVersion']}/{found['kind']}".replace("/", "~1")
        validator = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": definitions})
        return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(found)]

    return find
