"""Checks of the chart: `helm lint` with every set of values, and `kubernetes/` against what the chart renders."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from todo_ops import commands, manifests

# The values files that build on another one.
BASES = {"production-values.yaml": "values-prod.yaml"}


def name() -> str:
    """Return the check's name, which says so where Helm is missing and nothing is checked."""
    return "Helm chart" if shutil.which("helm") else "Helm chart (left out: helm is not installed)"


def check() -> Iterator[str]:
    """Yield what is wrong; nothing where Helm isn't installed."""
    if shutil.which("helm"):
        yield from lint(manifests.CHART)
        yield from manifests.drift(manifests.FOLDER)


def lint(chart: Path) -> Iterator[str]:
    """Yield what Helm finds with each of the chart's sets of values."""
    for files in values_of(chart):
        yield from (f"{files[-1].name}: {problem}" for problem in _lint(chart, files))


def _lint(chart: Path, files: list[Path]) -> Iterator[str]:
    options = ["--strict", "--kube-version", manifests.KUBERNETES_VERSION, *(f"--values={file}" for file in files)]
    command = ["helm", "lint", str(chart), *options]
    yield from commands.output_of_failure(lambda: commands.run("helm lint", command, log="lint-chart"))


def values_of(chart: Path) -> list[list[Path]]:
    """Return the sets of values that must work, each a list of files that build on one another."""
    sets = [[chart / "values-dev.yaml"]]
    for file in sorted((chart / "ci").glob("*-values.yaml")):
        base = [chart / BASES[file.name]] if file.name in BASES else []
        sets.append([*base, file])
    return sets
