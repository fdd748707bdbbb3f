"""That the checks of the chart find what they are for."""

import shutil
from pathlib import Path

import pytest
from todo_ops import lint_chart, manifests

needs_helm = pytest.mark.skipif(shutil.which("helm") is None, reason="helm is not installed")
CHART = """apiVersion: v2
name: small
version: 1.0.0
"""
TEMPLATE = """apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ required "name is needed" .Values.name }}
"""


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    """A chart of one template that needs a value."""
    for name, text in {
        "Chart.yaml": CHART,
        "values.yaml": "{}\n",
        "values-dev.yaml": "name: dev\n",
        "templates/a.yaml": TEMPLATE,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    (tmp_path / "ci").mkdir()
    return tmp_path


@needs_helm
def test_every_set_of_values_is_tried(chart: Path) -> None:
    (chart / "ci" / "good-values.yaml").write_text("name: good\n")
    assert list(lint_chart.lint(chart)) == []
    (chart / "ci" / "bad-values.yaml").write_text("other: 1\n")
    [found] = lint_chart.lint(chart)
    assert found.startswith("bad-values.yaml: ")
    assert "name is needed" in found


def test_sets_of_values(chart: Path) -> None:
    for name in ("small-values.yaml", "production-values.yaml", "notes.txt"):
        (chart / "ci" / name).write_text("")
    names = [[file.name for file in files] for files in lint_chart.values_of(chart)]
    assert names == [["values-dev.yaml"], ["values-prod.yaml", "production-values.yaml"], ["small-values.yaml"]]


def test_without_helm_nothing_is_checked_and_the_name_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert "helm is not installed" in lint_chart.name()
    assert list(lint_chart.check()) == []


def test_with_helm_both_checks_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(lint_chart, "lint", lambda chart: iter([f"lint of {chart.name}"]))
    monkeypatch.setattr(manifests, "drift", lambda folder: iter(["drift"]))
    assert lint_chart.name() == "Helm chart"
    assert list(lint_chart.check()) == ["lint of todo", "drift"]
