"""What a criterion needs of the machine, and how to say that it is not there."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from todo_ops import docker, images, paths
from todo_ops.ai.image import has_gordon
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console
from todo_ops.errors import OpsError
from todo_ops.kubernetes.programs import AnswerError, Programs, require
from todo_ops.kubernetes.release import Release, require_cluster

READ_ONLY = ("minikube", "status", "--format={{.Host}}")


@dataclass(frozen=True)
class Machine:
    """Looks at what is here. `cluster` says whether a person allows copies on the current one."""

    console: Console
    cluster: bool = False

    def lacks(self, need: str) -> str:
        """Why something can't be tried here; empty when it can."""
        return NEEDS[need](self)


def _program(name: str) -> Callable[[Machine], str]:
    return lambda machine: "" if shutil.which(name) else f"{name} is not installed"


def _engine(machine: Machine) -> str:
    try:
        docker.require_engine()
        docker.compose()
    except OpsError as error:
        return str(error)
    return ""


def _images(machine: Machine) -> str:
    tag = f"v{images.version()}"
    try:
        docker.require_engine()
        for image in images.IMAGES:
            docker.inspect(image.reference(tag))
    except CommandFailedError:
        return "the images are not built: ./todo images"
    except OpsError as error:
        return str(error)
    return ""


def _gordon(machine: Machine) -> str:
    try:
        here = has_gordon()
    except OpsError:
        here = False
    return "" if here else "Docker Desktop's `docker ai` is not here"


def _minikube(machine: Machine) -> str:
    if not shutil.which("minikube"):
        return "minikube is not installed"
    try:
        running = Programs(machine.console).read(*READ_ONLY).strip() == "Running"
    except AnswerError:
        running = False
    return "" if running else "minikube does not run: ./todo cluster"


def _cluster(machine: Machine) -> str:
    if not machine.cluster:
        return "--cluster allows it to install copies on the current cluster"
    try:
        require("kubectl", "helm")
        require_cluster(Release(Programs(machine.console)))
    except OpsError as error:
        return str(error)
    return ""


def _git(machine: Machine) -> str:
    return "" if shutil.which("git") and (paths.ROOT / ".git").exists() else "this is no checkout of Git"


NEEDS: dict[str, Callable[[Machine], str]] = {
    "docker": _program("docker"),
    "engine": _engine,
    "images": _images,
    "gordon": _gordon,
    "minikube": _minikube,
    "helm": _program("helm"),
    "cluster": _cluster,
    "kubectl-ai": _program("kubectl-ai"),
    "git": _git,
}
