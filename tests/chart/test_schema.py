"""What the chart renders, against the description that a cluster (1.37) gives of its own API, and that of kagent's."""

import copy
from typing import Any

import pytest
from todo_ops import manifests

# Kinds that an operator or a gateway brings; a cluster without them does not describe them.
OTHERS = {"ServiceMonitor", "HTTPRoute"}


def test_every_object_is_one_that_the_cluster_knows(release: Any, problems: Any) -> None:
    for found in release.objects:
        if found["kind"] not in OTHERS:
            assert problems(found) == [], (found["kind"], found["metadata"]["name"])


def test_the_plain_manifests_are_too(problems: Any) -> None:
    yaml = pytest.importorskip("yaml")
    files = [file for file in manifests.FOLDER.rglob("*.yaml*") if file.name != "kustomization.yaml"]
    assert len(files) > 10
    for file in files:
        for found in yaml.safe_load_all(file.read_text("utf-8")):
            assert problems(found) == [], file


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["spec", "replica"], 1, "'replica' was unexpected"),
        (["spec", "replicas"], "two", "'two' is not of type 'integer'"),
        (["spec", "template", "spec", "containers", 0, "livenes"], {}, "'livenes' was unexpected"),
        (["spec", "template", "spec", "containers", 0, "name"], None, "None is not of type 'string'"),
        (["spec", "template", "spec", "securityContext", "runAsUser"], "root", "'root' is not of type 'integer'"),
    ],
)
def test_mistakes_are_found(render: Any, problems: Any, path: list[Any], value: object, words: str) -> None:
    deployment = copy.deepcopy(render().get("Deployment", "todo-backend"))
    part = deployment
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = value
    [problem] = problems(deployment)
    assert words in problem


def test_a_quantity_is_a_number_or_a_text(render: Any, problems: Any) -> None:
    deployment = copy.deepcopy(render().get("Deployment", "todo-backend"))
    [container] = deployment["spec"]["template"]["spec"]["containers"]
    container["resources"]["limits"]["cpu"] = 0.5
    assert problems(deployment) == []
    container["resources"]["limits"]["cpu"] = []
    assert len(problems(deployment)) == 1
