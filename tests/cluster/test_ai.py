"""`./todo ai` on a real cluster: broken in ten ways, one after the other, and worked on by a model with a script."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from cluster_copy import SECONDS, Installed, installed_with, until
from model_script import Answer, calls, model, says
from todo_ops.ai import ask
from todo_ops.console import Console
from todo_ops.kubernetes.release import is_ready

NAMESPACE = "todo-ai-test"
# A name that every machine knows, so that nothing is wrong at first.
HOST = "localhost"
FRONTEND = "deployment/todo-frontend"
SECRET = "secret/todo-secrets"
POLICY = "networkpolicy/todo-postgres"
QUOTA = {
    "apiVersion": "v1",
    "kind": "ResourceQuota",
    "metadata": {"name": "small"},
    "spec": {"hard": {"requests.cpu": "1m"}},
}


@pytest.fixture(scope="module")
def installed(allowed: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    """A small copy in which nothing is wrong."""
    with installed_with(tmp_path_factory.mktemp("home"), NAMESPACE, f"ingress.host={HOST}") as made:
        until(lambda: is_well(made), "it is never well")
        yield made


def diagnosed(installed: Installed) -> list[tuple[str, str]]:
    """The causes that it names, in order, and what each hits."""
    command = installed.command("ai", "diagnose", "--json")
    done = subprocess.run(command, env=installed.env, capture_output=True, timeout=SECONDS, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return [(one["cause"], one["part"]) for one in json.loads(done.stdout)]


def is_well(installed: Installed) -> bool:
    """Whether it names nothing, and no pod is on its way up or out, of which the next test could take the trouble."""
    if diagnosed(installed):
        return False
    found = json.loads(installed.kubectl("get", "pods", "--output=json"))["items"]
    return all(is_ready(pod) and "deletionTimestamp" not in pod["metadata"] for pod in found)


@dataclass(frozen=True)
class Breakage:
    """How to break the system, what must be found, and how to mend it."""

    cause: str
    part: str
    break_it: Callable[[Installed], object]
    mend: Callable[[Installed], object]


def patched(thing: str, patch: object) -> Callable[[Installed], object]:
    return lambda on: on.kubectl("patch", thing, "--patch", json.dumps(patch))


def pod_patched(**spec: object) -> Callable[[Installed], object]:
    """Change the pods of the frontend."""
    return patched(FRONTEND, {"spec": {"template": {"spec": spec}}})


def container_patched(**spec: object) -> Callable[[Installed], object]:
    return pod_patched(containers=[{"name": "frontend", **spec}])


def undone(on: Installed) -> None:
    on.kubectl("rollout", "undo", FRONTEND)


def applied(on: Installed, thing: object) -> None:
    command = ["kubectl", "--namespace", on.namespace, "apply", "--filename=-"]
    subprocess.run(command, input=json.dumps(thing).encode(), check=True, capture_output=True, timeout=SECONDS)


def wrong_password(on: Installed) -> None:
    """The database keeps the password that it was made with; the right one stays with the Secret, for later."""
    right = on.kubectl("get", SECRET, "--output=jsonpath={.data.POSTGRES_PASSWORD}")
    on.kubectl("annotate", "--overwrite", SECRET, f"right={right}")
    new_password(on, base64.b64encode(b"not-the-one").decode())


def right_password(on: Installed) -> None:
    new_password(on, on.kubectl("get", SECRET, "--output=jsonpath={.metadata.annotations.right}"))


def new_password(on: Installed, encoded: str) -> None:
    on.kubectl("patch", SECRET, "--patch", json.dumps({"data": {"POSTGRES_PASSWORD": encoded}}))
    on.kubectl("rollout", "restart", "deployment/todo-backend")


def no_room(on: Installed) -> None:
    applied(on, QUOTA)
    on.kubectl("rollout", "restart", FRONTEND)


def room_again(on: Installed) -> None:
    on.kubectl("delete", "resourcequota/small")
    undone(on)


def closed(on: Installed) -> None:
    on.kubectl("patch", POLICY, "--type=json", "--patch", '[{"op": "remove", "path": "/spec/ingress"}]')


def without_metrics(on: Installed) -> None:
    """Without metrics-server's answers: an autoscaler of pods that ask for no CPU has none either."""
    container_patched(resources={"requests": {"cpu": None}, "limits": {"cpu": None}})(on)
    on.kubectl("autoscale", FRONTEND, "--min=1", "--max=2", "--cpu=50%")
    on.kubectl("label", "hpa/todo-frontend", "app.kubernetes.io/instance=todo", "app.kubernetes.io/component=frontend")


def with_metrics(on: Installed) -> None:
    on.kubectl("delete", "hpa/todo-frontend")
    undone(on)


def upgraded(*values: str) -> Callable[[Installed], object]:
    return lambda on: on.run("upgrade", *(word for value in values for word in ("--set", value)))


def backup_claim(on: Installed) -> None:
    """A claim of a class that there is not; nothing waits for it but the backup."""
    claim = {
        "apiVersion": "v1",
        "kind": "PersistentVolumeClaim",
        "metadata": {
            "name": "todo-backup",
            "labels": {"app.kubernetes.io/instance": "todo", "app.kubernetes.io/component": "backup"},
        },
        "spec": {
            "storageClassName": "no-such-class",
            "accessModes": ["ReadWriteOnce"],
            "resources": {"requests": {"storage": "1Gi"}},
        },
    }
    applied(on, claim)


BREAKAGES = {
    "bad image": Breakage("image", "frontend", container_patched(image="todo-frontend:no-such-tag"), undone),
    "wrong secret": Breakage("database-password", "database", wrong_password, right_password),
    "failing probe": Breakage(
        "probe",
        "frontend",
        container_patched(readinessProbe={"httpGet": {"path": "/no-such-page", "port": "http"}}),
        undone,
    ),
    "missing claim": Breakage("claim", "backup", backup_claim, lambda on: on.kubectl("delete", "pvc/todo-backup")),
    "tiny memory limit": Breakage(
        "memory",
        "frontend",
        container_patched(resources={"limits": {"memory": "8Mi"}, "requests": {"memory": "8Mi"}}),
        undone,
    ),
    "blocked network": Breakage("network", "network", closed, upgraded()),
    "no metrics": Breakage("metrics", "frontend", without_metrics, with_metrics),
    "quota": Breakage("quota", "frontend", no_room, room_again),
    "bad ingress host": Breakage(
        "ingress-host", "ingress", upgraded("ingress.host=no-such-host.invalid"), upgraded(f"ingress.host={HOST}")
    ),
    "pending pod": Breakage("pending", "frontend", pod_patched(nodeSelector={"no-such-label": "true"}), undone),
}


@pytest.mark.parametrize("name", BREAKAGES)
def test_the_cause_is_named_first(installed: Installed, name: str) -> None:
    breakage = BREAKAGES[name]
    breakage.break_it(installed)
    try:
        expected = [(breakage.cause, breakage.part)]
        until(lambda: diagnosed(installed)[:1] == expected, "it says something else")
    finally:
        print(installed.run("ai", "diagnose", code=1))
        breakage.mend(installed)
        until(lambda: is_well(installed), "it is not well again")


def test_another_release_is_not_there(installed: Installed) -> None:
    command = [sys.executable, "-m", "todo_ops", "ai", "diagnose", "--namespace", NAMESPACE, "--release", "other"]
    done = subprocess.run(command, env=installed.env, capture_output=True, timeout=SECONDS, check=False)
    assert done.returncode == 1
    assert "There is nothing of a release other" in (done.stdout + done.stderr).decode()


BACKEND: dict[str, Any] = {"apiVersion": "apps/v1", "kind": "Deployment", "name": "todo-backend"}
ELSEWHERE: dict[str, Any] = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "name": "coredns",
    "namespace": "kube-system",
}


@pytest.fixture(scope="module")
def tools(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the server of the cluster's tools is on the PATH: it is fetched once a checkout."""
    folder = tmp_path_factory.mktemp("tools")
    (folder / ask.SERVER).symlink_to(ask.server_program(Console()))
    return {**installed.env, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


class Asked:
    """`./todo ai ask` with a model that follows a script: what a person saw, and what the model was told each time."""

    def __init__(self, on: Installed, env: dict[str, str], script: Sequence[Answer], *options: str) -> None:
        command = on.command("ai", "ask", "scale the backend to 3 replicas", "--own", *options)
        with model(script) as (address, requests):
            env = {**env, "OPENAI_BASE_URL": address, "OPENAI_MODEL": "scripted"}
            done = subprocess.run(command, env=env, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL)
        self.screen = (done.stdout + done.stderr).decode()
        assert done.returncode == 0, self.screen
        self.told = [str(asked["messages"][-1]["content"]) for asked in requests[1:]]


def replicas(on: Installed) -> str:
    return on.kubectl("get", "deployment/todo-backend", "--output=jsonpath={.spec.replicas}")


def shown(on: Installed, command: str) -> str:
    context = subprocess.run(
        ["kubectl", "config", "current-context"], check=True, capture_output=True, text=True
    ).stdout
    return f"kubectl --context {context.strip()} --namespace {on.namespace} {command}"


def test_a_model_looks_and_changes_nothing_without_a_yes(installed: Installed, tools: dict[str, str]) -> None:
    script = [calls("pods_list_in_namespace"), calls("resources_scale", **BACKEND, scale=3), says("As you wish.")]
    asked = Asked(installed, tools, script)
    assert f"looks: {shown(installed, 'get pods')}" in asked.screen
    assert f"CHANGES: {shown(installed, 'scale deployment todo-backend --replicas=3')}" in asked.screen
    assert "todo-postgres-0" in asked.told[0]
    assert "said no" in asked.told[1]
    assert replicas(installed) == "1"


def test_yes_lets_it_change_and_covers_neither_deletes_nor_other_namespaces(
    installed: Installed, tools: dict[str, str]
) -> None:
    before = installed.kubectl("get", "pod/todo-postgres-0", "--output=jsonpath={.metadata.uid}")
    script = [
        calls("resources_scale", **BACKEND, scale=3),
        calls("pods_delete", name="todo-postgres-0"),
        calls("resources_scale", **ELSEWHERE, scale=0),
        calls("resources_get", apiVersion="v1", kind="Secret", name="todo-secrets"),
        says("The backend has 3 replicas now."),
    ]
    asked = Asked(installed, tools, script, "--yes")
    try:
        assert f"CHANGES: {shown(installed, 'scale deployment todo-backend --replicas=3')}" in asked.screen
        assert f"DELETES: {shown(installed, 'delete pod todo-postgres-0')}" in asked.screen
        assert "The backend has 3 replicas now." in asked.screen
        assert "said no" in asked.told[1]
        assert f"Only the namespace {NAMESPACE}" in asked.told[2]
        assert "not for models" in asked.told[3]
        until(
            lambda: installed.kubectl("get", "pods", "--selector=app.kubernetes.io/component=backend").count("\n") == 4
        )
        assert installed.kubectl("get", "pod/todo-postgres-0", "--output=jsonpath={.metadata.uid}") == before
    finally:
        installed.kubectl("scale", "deployment/todo-backend", "--replicas=1")
