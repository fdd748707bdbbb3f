"""What K8sGPT finds, where it is installed: its analyzers know other kinds of trouble than ours do."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator

from todo_ops.ai.findings import Finding, Rank, finding
from todo_ops.kubernetes.programs import AnswerError
from todo_ops.kubernetes.release import Release

PROGRAM = "k8sgpt"
SECONDS = 120
_NAME = re.compile(r"[\w.-]+")


def findings(release: Release) -> list[Finding]:
    """Its findings in the release's namespace; none where it is not installed. A failure of it is a finding too."""
    if shutil.which(PROGRAM) is None:
        return []
    context = ["--kubecontext", release.context] if release.context else []
    command = [PROGRAM, "analyze", "--namespace", release.namespace, "--output", "json", *context]
    try:
        return list(read(release.programs.read(*command, seconds=SECONDS)))
    except (AnswerError, ValueError) as error:
        title = "K8sGPT is installed and gave no findings."
        return [finding("k8sgpt", PROGRAM, title, str(error), rank=Rank.WARNING)]


def read(text: str) -> Iterator[Finding]:
    """Findings of its JSON report.

    Raises:
        ValueError: it is no such report.
    """
    report = json.loads(text)
    if not isinstance(report, dict):
        raise ValueError("K8sGPT's report is no object")
    for result in report.get("results") or []:
        name = str(result.get("name", "")).rpartition("/")[2]
        said = [str(error.get("Text", "")) for error in result.get("error") or []]
        yield finding("k8sgpt", name, f"K8sGPT on {result.get('kind', 'object')} {name}", *said, rank=Rank.WARNING)


def merged(ours: Iterable[Finding], theirs: Iterable[Finding]) -> list[Finding]:
    """Ours, and of theirs what is about an object that none of ours names."""
    found = list(ours)
    texts = " ".join(text for one in found for text in (one.part, one.title, *one.evidence))
    named = {name.rstrip(".-") for name in _NAME.findall(texts)}
    return [*found, *(one for one in theirs if one.part not in named)]
