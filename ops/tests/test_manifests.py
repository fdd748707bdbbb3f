"""That plain manifests are what the chart renders, without what only Helm needs."""

import shutil
from pathlib import Path

import pytest
from todo_ops import cli, manifests
from todo_ops.errors import OpsError

RENDERED = """\
---
# Source: todo/templates/backend-service.yaml
# Why it is there.
apiVersion: v1
kind: Service
metadata:
  name: todo-backend
  labels:
    helm.sh/chart: todo-1.0.0
    app.kubernetes.io/name: todo
    app.kubernetes.io/managed-by: Helm
  annotations:
    helm.sh/resource-policy: keep
spec:
  selector:
    app.kubernetes.io/name: todo
"""
PLAIN = f"""\
{manifests.HEADER}# Why it is there.
apiVersion: v1
kind: Service
metadata:
  name: todo-backend
  labels:
    app.kubernetes.io/name: todo
spec:
  selector:
    app.kubernetes.io/name: todo
"""

needs_helm = pytest.mark.skipif(shutil.which("helm") is None, reason="helm is not installed")


def test_what_only_helm_needs_goes() -> None:
    assert manifests.plain(RENDERED) == PLAIN


def test_other_annotations_stay() -> None:
    rendered = RENDERED.replace("    helm.sh/resource-policy: keep\n", "    checksum/config: 1f\n    note: keep\n")
    assert "  annotations:\n    note: keep\nspec:" in manifests.plain(rendered)


def test_annotations_at_the_end_go_too() -> None:
    rendered = "---\n# Source: a/b.yaml\nmetadata:\n  name: a\n  annotations:\n    checksum/secrets: 1f\n"
    assert manifests.plain(rendered) == f"{manifests.HEADER}metadata:\n  name: a\n"


def test_several_documents_of_a_template() -> None:
    assert manifests.plain(RENDERED + RENDERED).count("\n---\n# Why it is there.\n") == 1


def test_both_versions_of_helm_render_the_same() -> None:
    """Helm 4 ends each document with an empty line; blank lines in scripts come indented."""
    spaced = RENDERED.replace("spec:\n", "        \nspec:\n")
    assert manifests.plain(spaced + "\n" + RENDERED) == manifests.plain(
        RENDERED.replace("spec:\n", "\nspec:\n") + RENDERED
    )


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("backend-service.yaml", "backend/service.yaml"),
        ("postgres-statefulset.yaml", "postgres/statefulset.yaml"),
        ("frontend-hpa.yaml", "frontend/hpa.yaml"),
        ("configmap.yaml", "configmap.yaml"),
        ("backup-cronjob.yaml", "backup-cronjob.yaml"),
    ],
)
def test_where_files_go(template: str, expected: str) -> None:
    assert manifests.place(template) == expected


def test_the_kustomization_lists_files_in_order() -> None:
    text = manifests.kustomization(["namespace.yaml", "backend/service.yaml"])
    assert text.endswith("namespace: todo\nresources:\n  - backend/service.yaml\n  - namespace.yaml\n")


def test_writing_removes_what_is_no_longer_rendered(tmp_path: Path) -> None:
    for name in ("old/service.yaml", "secrets.yaml", "README.md"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("mine")
    manifests.write({"backend/service.yaml": "a: 1\n"}, tmp_path)
    there = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert there == {"backend/service.yaml", "secrets.yaml", "README.md"}
    assert (tmp_path / "secrets.yaml").read_text() == "mine"


def test_drift(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifests, "render", lambda: {"same.yaml": "a", "changed.yaml": "b", "missing.yaml": "c"})
    for name, text in {"same.yaml": "a", "changed.yaml": "a", "extra.yaml": "a", "secrets.yaml": "a"}.items():
        (tmp_path / name).write_text(text)
    found = list(manifests.drift(tmp_path))
    assert [line.split()[0].rsplit("/")[-1] for line in found] == ["changed.yaml", "missing.yaml", "extra.yaml"]
    assert all(line.endswith("Run ./todo manifests") for line in found)


def test_helm_is_missing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OpsError, match=r"helm is not installed.*3\.16"):
        manifests.render()
    assert cli.main(["manifests"]) == 2
    assert "helm is not installed" in capsys.readouterr().err


def test_the_command_says_what_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(manifests, "render", lambda: {"a.yaml": "a\n"})
    monkeypatch.setattr(manifests, "FOLDER", tmp_path)
    assert cli.main(["manifests", "--check"]) == 1
    assert "a.yaml is not what the chart renders" in "".join(capsys.readouterr())
    assert cli.main(["manifests"]) == 0
    assert (tmp_path / "a.yaml").read_text() == "a\n"
    assert cli.main(["manifests", "--check"]) == 0


@needs_helm
def test_the_folder_is_what_the_chart_renders() -> None:
    assert list(manifests.drift(manifests.FOLDER)) == []


@needs_helm
def test_the_plans_layout_without_traces_of_helm() -> None:
    files = manifests.render()
    assert {
        "namespace.yaml",
        "configmap.yaml",
        "secrets.yaml.example",
        "ingress.yaml",
        "networkpolicy.yaml",
        "kustomization.yaml",
        *(f"{component}/{kind}.yaml" for component in ("frontend", "backend") for kind in ("deployment", "hpa", "pdb")),
        *(f"{component}/service.yaml" for component in ("frontend", "backend", "postgres")),
        "postgres/statefulset.yaml",
    } <= set(files)
    for name, text in files.items():
        assert "helm.sh/" not in text, name
        assert "managed-by" not in text, name
        assert "checksum/" not in text, name
        assert "kind: Secret" not in text or name == "secrets.yaml.example"


def test_the_example_holds_no_secret() -> None:
    lines = [line.strip() for line in manifests.SECRETS_EXAMPLE.splitlines()]
    values = [line.split(": ")[1] for line in lines if line.startswith(("POSTGRES_", "JWT_", "OPENAI_"))]
    assert values == ['""'] * 3
