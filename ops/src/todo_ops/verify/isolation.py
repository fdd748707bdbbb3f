"""Rows on who may do what: the namespace refuses pods with too many rights, the database refuses strangers."""

import json
from typing import Any

from todo_ops.kubernetes.programs import AnswerError
from todo_ops.kubernetes.release import POD_SECURITY, Release
from todo_ops.verify.context import Context, Measurement, wait_until

STRANGER = "stranger"
REACHED, REFUSED = "reached", "not reached"
# Ends by itself with one word: whether a connection to the database came about.
SCRIPT = """
import socket, sys
try:
    socket.create_connection((sys.argv[1], 5432), timeout=4).close()
    print("reached")
except socket.gaierror as error:
    sys.exit(f"the name is unknown: {error}")
except OSError:
    print("not reached")
"""


def pod_security(context: Context) -> Measurement:
    """The namespace enforces `restricted`, and a pod that asks for more is refused."""
    context.ensure_installed()
    namespace = context.release.get("namespace", context.release.namespace)
    level = namespace["metadata"]["labels"].get(f"{POD_SECURITY}/enforce", "none")
    refusal = _refusal(context, privileged(_image(context)))
    value = f"level {level}, a privileged pod is {'refused' if refusal else 'accepted'}"
    return Measurement(value, level == "restricted" and "PodSecurity" in refusal)


def privileged(image: str) -> dict[str, Any]:
    """Return a pod that asks for all rights."""
    container = {"name": "all-rights", "image": image, "securityContext": {"privileged": True}}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "all-rights"}, "spec": {"containers": [container]}}


def _refusal(context: Context, pod: dict[str, Any]) -> str:
    try:
        context.release.read("create", "--dry-run=server", "--filename=-", given=json.dumps(pod))
    except AnswerError as error:
        return error.output
    return ""


def strangers(context: Context) -> Measurement:
    """A pod of the release reaches the database; one of another namespace, and one beside it, do not."""
    context.ensure_installed()
    image = _image(context)
    server = f"{context.release.fullname}-postgres.{context.release.namespace}"
    own = context.release.read(
        "exec", f"deployment/{context.release.fullname}-backend", "--", "python", "-c", SCRIPT, server
    )
    elsewhere = Release(
        context.release.programs, STRANGER, f"{context.release.namespace}-stranger", context.release.context
    )
    found = {"its own pod": own.strip(), "beside it": _asked(context.release, image, server)}
    elsewhere.create_namespace()
    try:
        found["another namespace"] = _asked(elsewhere, image, server)
    finally:
        elsewhere.change("Deleting the stranger", "delete", "namespace", elsewhere.namespace, "--wait=false")
    wanted = {"its own pod": REACHED, "beside it": REFUSED, "another namespace": REFUSED}
    return Measurement(", ".join(f"{who}: {what}" for who, what in found.items()), found == wanted)


def _asked(release: Release, image: str, server: str) -> str:
    """Run a stranger's pod and return what it says about the database."""
    release.read("apply", "--filename=-", given=json.dumps(stranger(image, server)))
    try:
        wait_until(lambda: _phase(release) in {"Succeeded", "Failed"}, 60, "the stranger's pod has ended")
        return release.read("logs", STRANGER).strip()
    finally:
        release.read("delete", "pod", STRANGER, "--grace-period=0", "--force", "--wait=true")


def _phase(release: Release) -> str:
    return str(release.get("pod", STRANGER)["status"].get("phase", ""))


def stranger(image: str, server: str) -> dict[str, Any]:
    """Return a pod that tries to reach the database and carries none of the release's labels."""
    rights = {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}
    command = ["python", "-c", SCRIPT, server]
    container = {"name": STRANGER, "image": image, "command": command, "securityContext": rights}
    pod_rights = {"runAsNonRoot": True, "runAsUser": 1001, "seccompProfile": {"type": "RuntimeDefault"}}
    spec = {"restartPolicy": "Never", "securityContext": pod_rights, "containers": [container]}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": STRANGER}, "spec": spec}


def _image(context: Context) -> str:
    """Return the API's image: it is on the nodes already, and has Python."""
    return str(context.backend_deployment()["spec"]["template"]["spec"]["containers"][0]["image"])
