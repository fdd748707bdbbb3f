"""Makes `kubernetes.json`, the JSON Schema of what the chart renders, from a cluster's own description of its API.

    kubectl get --raw /openapi/v2 | python tests/chart/kubernetes_schema.py > tests/chart/kubernetes.json

Stricter than the API: fields that it does not know are refused, as `kubectl apply` does and Helm does not.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

KINDS = {
    "apps/v1": {"Deployment", "StatefulSet"},
    "autoscaling/v2": {"HorizontalPodAutoscaler"},
    "batch/v1": {"CronJob", "Job"},
    "networking.k8s.io/v1": {"Ingress", "NetworkPolicy"},
    "policy/v1": {"PodDisruptionBudget"},
    "v1": {"ConfigMap", "Namespace", "PersistentVolumeClaim", "Pod", "Secret", "Service", "ServiceAccount"},
}
# What nobody writes: the cluster's own notes.
LEFT_OUT = {"status", "managedFields"}
KEPT = {"$ref", "type", "items", "properties", "required", "additionalProperties"}
# Names of types that are a number or a text, though the description says text.
EITHER = {
    "io.k8s.apimachinery.pkg.api.resource.Quantity": ["string", "number"],
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": ["string", "integer"],
}


def main() -> None:
    """Read the description from standard input and write the schema, a type a line."""
    definitions = schema(json.load(sys.stdin)["definitions"])
    lines = (f"{json.dumps(name)}: {json.dumps(body)}" for name, body in sorted(definitions.items()))
    print("{\n" + ",\n".join(lines) + "\n}")


def schema(definitions: dict[str, Schema]) -> dict[str, Schema]:
    """Return the types that the chart's objects consist of. Objects are named such as `apps/v1/Deployment`."""
    found = {title: f"#/$defs/{name}" for name, body in definitions.items() for title in titles(body)}
    result: dict[str, Schema] = {title: {"$ref": reference} for title, reference in found.items()}
    waiting = [reference.rpartition("/")[2] for reference in found.values()]
    while waiting:
        name = waiting.pop()
        if name not in result:
            result[name] = {"type": EITHER[name]} if name in EITHER else strict(definitions[name])
            waiting.extend(references(result[name]))
    return result


def titles(definition: Schema) -> Iterator[str]:
    """Yield group, version and kind of a type when it is one of the chart's."""
    for meaning in definition.get("x-kubernetes-group-version-kind", ()):
        version = "/".join(part for part in (meaning["group"], meaning["version"]) if part)
        if meaning["kind"] in KINDS.get(version, ()):
            yield f"{version}/{meaning['kind']}"


def strict(part: Schema) -> Schema:
    """Return a type without descriptions, closed to fields that it does not name."""
    result = {name: value for name, value in part.items() if name in KEPT}
    if "$ref" in result:
        return {"$ref": result["$ref"].replace("#/definitions/", "#/$defs/")}
    for name in ("items", "additionalProperties"):
        if isinstance(result.get(name), dict):
            result[name] = strict(result[name])
    if "properties" in result:
        fields = result["properties"].items()
        result["properties"] = {name: strict(value) for name, value in fields if name not in LEFT_OUT}
        result.setdefault("additionalProperties", False)
    return result


def references(part: Schema | Iterable[Any]) -> Iterator[str]:
    """Yield the names of the types that a type refers to."""
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"].rpartition("/")[2]
        for value in part.values():
            if isinstance(value, dict):
                yield from references(value)


if __name__ == "__main__":
    main()
