"""`./todo cleanup`: takes the release away; its data only when that is asked for and confirmed."""

from collections.abc import Callable

from todo_ops.console import Console, confirmed
from todo_ops.errors import OpsError
from todo_ops.kubernetes.programs import require
from todo_ops.kubernetes.release import MADE_HERE, Release, require_cluster

TIMEOUT = "180s"


def run(release: Release, console: Console, *, data: bool, yes: bool, ask: Callable[[str], bool] | None = None) -> int:
    """Uninstall the release; with `data` also its claims, secrets, and the namespace where this tool made it."""
    require("kubectl", "helm")
    require_cluster(release)
    if data and not yes and not release.programs.dry_run:
        _confirm(release, ask or confirmed)
    if release.programs.dry_run or release.status():
        uninstall(release)
    if data:
        delete_data(release)
    else:
        console.print(
            "  Data and secrets are kept: ./todo deploy finds them again, ./todo cleanup --data deletes them."
        )
    return 0


def _confirm(release: Release, ask: Callable[[str], bool]) -> None:
    question = f"Delete every task, account and backup of {release.name} in {release.namespace}, for good?"
    if not ask(question):
        raise OpsError("Nothing was deleted. Say yes to the question, or give --yes.")


def uninstall(release: Release) -> None:
    """Take the release away and wait until its pods are gone; claims and secrets stay."""
    command = release.helm("uninstall", release.name, "--wait", "--timeout", TIMEOUT)
    release.programs.change(f"Uninstalling {release.name}", *command)


def delete_data(release: Release) -> None:
    """Delete the claims and secrets of the release, and the namespace with all that is in it where it was made here."""
    selector = ["--selector", release.selector, f"--timeout={TIMEOUT}"]
    release.change("Deleting the data and secrets", "delete", "persistentvolumeclaims,secrets", *selector)
    if _owns_namespace(release):
        release.change("Deleting the namespace", "delete", "namespace", release.namespace, f"--timeout={TIMEOUT}")


def _owns_namespace(release: Release) -> bool:
    if release.programs.dry_run:
        return False
    namespace = release.find("namespace", release.namespace)
    labels = namespace["metadata"].get("labels", {}) if namespace else {}
    made_here = MADE_HERE.items() <= labels.items()
    return made_here and not _other_releases(release)


def _other_releases(release: Release) -> list[str]:
    listed = release.programs.read_json(*release.helm("list", "--all", "--output", "json"))
    return [found["name"] for found in listed if found["name"] != release.name]
