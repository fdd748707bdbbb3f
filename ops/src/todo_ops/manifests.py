"""`./todo manifests`: the chart as plain manifests in `kubernetes/`, for clusters without Helm.

What only Helm needs goes: its labels, hooks and checksums. The secrets are an example to be filled.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from todo_ops import commands, paths
from todo_ops.console import Console
from todo_ops.errors import explain_os_errors
from todo_ops.kubernetes.programs import require

CHART = paths.ROOT / "helm-charts" / "todo"
FOLDER = paths.ROOT / "kubernetes"
RELEASE = NAMESPACE = "todo"
# Helm renders for some version of Kubernetes when it sees no cluster; the chart needs 1.30.
KUBERNETES_VERSION = "1.31.0"
SECRET = "todo-secrets"  # noqa: S105 - a name
COMPONENTS = ("frontend", "backend", "postgres")
HEADER = "# Rendered from helm-charts/todo by ./todo manifests: change the chart instead.\n"
SOURCE = re.compile(r"^---\n# Source: \S+\n", re.MULTILINE)
HELMS_OWN = re.compile(r"^ *(helm\.sh/[\w-]+|app\.kubernetes\.io/managed-by|checksum/\w+): .*\n", re.MULTILINE)
EMPTY_ANNOTATIONS = re.compile(r"^( *)annotations:\n(?!\1 )", re.MULTILINE)

NAMESPACE_FILE = f"""{HEADER}apiVersion: v1
kind: Namespace
metadata:
  name: {NAMESPACE}
  labels:
    # Pods that want more than the strictest of the Pod Security Standards allows are refused.
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/audit: restricted
    pod-security.kubernetes.io/warn: restricted
"""
# Empty values are refused by the database and by the API, so a copy that nobody filled starts nothing.
SECRETS_EXAMPLE = f"""{HEADER}# Copy this file to secrets.yaml, which git ignores, and fill that one.
apiVersion: v1
kind: Secret
metadata:
  name: {SECRET}
type: Opaque
stringData:
  # openssl rand -hex 24. The database takes it at its first start and keeps it.
  POSTGRES_PASSWORD: ""
  # openssl rand -hex 32. Signs sessions; another one ends them all.
  JWT_SECRET_KEY: ""
  # The key of a model's provider. Without one the built-in assistant answers.
  OPENAI_API_KEY: ""
"""
KUSTOMIZATION = """{header}# kubectl apply -k kubernetes/
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: {namespace}
resources:
{resources}"""


def run(console: Console, *, check: bool) -> int:
    """Write `kubernetes/`, or only say what differs from the chart. Returns the exit code."""
    if check:
        found = list(drift(FOLDER))
        for line in found:
            console.print(line)
        return 1 if found else 0
    with console.step("Rendering the chart into kubernetes/"):
        write(render(), FOLDER)
    return 0


def render() -> dict[str, str]:
    """Return the text of each file by its path in `kubernetes/`.

    Raises:
        ProgramMissingError: Helm is not installed.
    """
    files = {place(name): plain(text) for name, text in _templates()}
    files["namespace.yaml"] = NAMESPACE_FILE
    files["kustomization.yaml"] = kustomization([*files, "secrets.yaml"])
    files["secrets.yaml.example"] = SECRETS_EXAMPLE
    return files


def write(files: Mapping[str, str], folder: Path) -> None:
    """Write the files and remove manifests that are none of them any more; `secrets.yaml` stays."""
    with explain_os_errors(folder):
        for name in stale(files, folder):
            (folder / name).unlink()
        for name, text in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")


def drift(folder: Path) -> Iterator[str]:
    """Yield one line for each file that is not what the chart renders now."""
    files = render()
    for name, text in sorted(files.items()):
        file = folder / name
        if not file.is_file() or file.read_text("utf-8") != text:
            yield f"{file} is not what the chart renders. Run ./todo manifests"
    for name in stale(files, folder):
        yield f"{folder / name} comes from no template. Run ./todo manifests"


def stale(files: Mapping[str, str], folder: Path) -> list[str]:
    """Return the manifests in the folder that the chart does not render."""
    there = (file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*.yaml")))
    return [name for name in there if name not in files and name != "secrets.yaml"]


def place(template: str) -> str:
    """Return where a template's output goes: `backend-service.yaml` to `backend/service.yaml`."""
    component, _, kind = template.partition("-")
    return f"{component}/{kind}" if component in COMPONENTS and kind else template


def plain(rendered: str) -> str:
    """Return a rendered template without what only Helm needs."""
    documents = (_without_helm(text) for text in SOURCE.split(rendered) if text.strip())
    return HEADER + "---\n".join(documents)


def kustomization(names: list[str]) -> str:
    """Return the file that lists all others, for `kubectl apply -k`."""
    resources = "".join(f"  - {name}\n" for name in sorted(names))
    return KUSTOMIZATION.format(header=HEADER, namespace=NAMESPACE, resources=resources)


def _without_helm(document: str) -> str:
    # Blank lines inside of scripts come indented out of the templates, and Helm 4 ends documents with one more.
    lines = (line.rstrip() for line in document.strip().splitlines())
    text = HELMS_OWN.sub("", "\n".join(lines) + "\n")
    return EMPTY_ANNOTATIONS.sub("", text)


def _templates() -> Iterator[tuple[str, str]]:
    """Yield the name and the output of each template."""
    require("helm")
    options = ["--namespace", NAMESPACE, "--kube-version", KUBERNETES_VERSION, "--skip-tests"]
    with tempfile.TemporaryDirectory(prefix="todo-manifests-") as folder:
        values = ["--set", f"secrets.existingSecret={SECRET}"]
        command = ["helm", "template", RELEASE, str(CHART), *options, *values, "--output-dir", folder]
        commands.run("helm template", command, log="manifests")
        for file in sorted(Path(folder).rglob("*.yaml")):
            yield file.name, file.read_text("utf-8")
