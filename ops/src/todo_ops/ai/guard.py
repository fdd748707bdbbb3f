"""What a model may do on a cluster: which calls only look, which change something, which are refused. Pure.

A call is described by the command line that does the same, so that a person can judge it.
"""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import yaml  # type: ignore[import-untyped]

Arguments = dict[str, Any]

# The server's tools that are offered at all. Left out: what looks beyond the namespace, runs commands in containers,
# or shows the credentials of the kubeconfig.
LOOKS = ("events_list", "pods_get", "pods_list_in_namespace", "pods_log", "pods_top", "resources_get", "resources_list")
CHANGES = ("resources_create_or_update", "resources_scale")
DELETES = ("pods_delete", "resources_delete")
OFFERED = (*LOOKS, *CHANGES, *DELETES)
# Only these: what holds secrets or grants rights stays with people, what is the cluster's is none of the release's.
KINDS = frozenset(
    (
        *("Pod", "Deployment", "StatefulSet", "ReplicaSet", "DaemonSet", "Job", "CronJob", "Service", "ConfigMap"),
        *("Ingress", "HTTPRoute", "HorizontalPodAutoscaler", "PodDisruptionBudget", "NetworkPolicy", "Event"),
        *("PersistentVolumeClaim", "ResourceQuota", "LimitRange", "EndpointSlice", "Endpoints", "ServiceMonitor"),
    )
)


class Effect(Enum):
    """What a call does to the cluster."""

    LOOK = "look"
    CHANGE = "change"
    DELETE = "delete"


class RefusedError(Exception):
    """The call is not allowed; the message says why, and goes to the model."""


@dataclass(frozen=True)
class Call:
    """An allowed call: its arguments with the namespace set, what it does, and the command line that does the same."""

    tool: str
    arguments: Arguments
    effect: Effect
    command: str


def judge(tool: str, arguments: Mapping[str, Any], namespace: str, context: str = "") -> Call:
    """The call as it may be made in a namespace; `context` names the cluster in the command that is shown.

    Raises:
        RefusedError: another tool, another namespace, or a kind of object that is not for models.
    """
    if tool not in OFFERED:
        raise RefusedError(f"{tool} is not allowed.")
    if tool == "resources_create_or_update":
        return _applied(arguments, namespace, context)
    given = dict(arguments)
    _check_namespace(given.get("namespace"), namespace)
    if given.get("all_namespaces"):
        raise RefusedError(f"Only the namespace {namespace} may be looked at.")
    if "kind" in given or tool.startswith("resources_"):
        _check_kind(given.get("kind"))
    command = f"{_kubectl(namespace, context)} {_command(tool, given)}"
    return Call(tool, {**given, "namespace": namespace}, _effect(tool, given), command)


def _effect(tool: str, given: Arguments) -> Effect:
    if tool in DELETES:
        return Effect.DELETE
    # Without a number the server only tells how many there are.
    return Effect.CHANGE if tool in CHANGES and given.get("scale") is not None else Effect.LOOK


def _check_namespace(given: object, namespace: str) -> None:
    if given not in (None, "", namespace):
        raise RefusedError(f"Only the namespace {namespace} may be looked at or changed, not {given}.")


def _check_kind(kind: object) -> None:
    if not isinstance(kind, str) or kind not in KINDS:
        raise RefusedError(f"Objects of the kind {kind} are not for models. Allowed: {', '.join(sorted(KINDS))}.")


def _applied(arguments: Mapping[str, Any], namespace: str, context: str) -> Call:
    things = list(_documents(str(arguments.get("resource", ""))))
    for thing in things:
        _check_kind(thing.get("kind"))
        metadata = thing.setdefault("metadata", {})
        if not isinstance(metadata, dict):
            raise RefusedError("metadata must be an object.")
        _check_namespace(metadata.get("namespace"), namespace)
        metadata["namespace"] = namespace
    text = yaml.safe_dump_all(things, sort_keys=False)
    command = f"{_kubectl(namespace, context)} apply --filename=- <<'END'\n{text}END"
    return Call("resources_create_or_update", {"resource": text}, Effect.CHANGE, command)


def _documents(text: str) -> Iterator[dict[str, Any]]:
    """The objects of a YAML or JSON text; at least one."""
    try:
        things = [thing for thing in yaml.safe_load_all(text) if thing is not None]
    except yaml.YAMLError as error:
        raise RefusedError(f"The resource is no YAML: {error}") from error
    if not things or not all(isinstance(thing, dict) for thing in things):
        raise RefusedError("The resource must be one or more objects with apiVersion, kind and metadata.")
    yield from things


def _kubectl(namespace: str, context: str) -> str:
    where = f" --context {shlex.quote(context)}" if context else ""
    return f"kubectl{where} --namespace {namespace}"


def _command(tool: str, given: Arguments) -> str:
    name = given.get("name", "")
    kind = str(given.get("kind", "")).lower()
    commands = {
        "events_list": "get events",
        "pods_get": f"get pod {name} --output=yaml",
        "pods_list_in_namespace": "get pods",
        "pods_log": f"logs {name}",
        "pods_top": f"top pods {name}".rstrip(),
        "pods_delete": f"delete pod {name}",
        "resources_get": f"get {kind} {name} --output=yaml",
        "resources_list": f"get {kind}",
        "resources_scale": f"scale {kind} {name} --replicas={given.get('scale', '')}",
        "resources_delete": f"delete {kind} {name}",
    }
    return commands[tool]
