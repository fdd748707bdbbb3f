"""`./todo deploy`, `upgrade` and `rollback`: Helm, with the reasons when something does not come up."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from todo_ops import images, manifests
from todo_ops.ai import diagnose, facts
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console
from todo_ops.errors import OpsError, ProcessFailedError
from todo_ops.kubernetes import pod_states
from todo_ops.kubernetes.programs import AnswerError, require
from todo_ops.kubernetes.release import Release, is_ready, require_cluster, require_installed

TIMEOUT_SECONDS = 300
LAPTOP_VALUES = manifests.CHART / "values-dev.yaml"
IN_PROGRESS = "pending-"
# What Kubernetes says of a changed claim template, and of anything else that a StatefulSet never changes.
CLAIM_REFUSED = "updates to statefulset spec for fields other than"
CLAIM_ADVICE = (
    "the database's claim keeps the size, class and access mode that it was made with. "
    "Set postgres.persistence to what it was; to move to another claim: ./todo backup, ./todo cleanup --data, "
    "./todo deploy, ./todo restore."
)


@dataclass(frozen=True)
class Options:
    """What a person chose on the command line."""

    values: Sequence[Path] = ()
    settings: Sequence[str] = field(default=())
    tag: str = ""
    timeout: int = TIMEOUT_SECONDS


def deploy(release: Release, options: Options, console: Console) -> int:
    """Install the system, or bring an installed one to what the chart and the values say now."""
    chosen = helm_options(options)
    _prepare(release)
    release.create_namespace()
    with _explained(release, console):
        release.install(f"Deploying {release.name} to {release.namespace}", *chosen, seconds=options.timeout)
    _show_address(release, console)
    return 0


def upgrade(release: Release, options: Options, console: Console) -> int:
    """Bring an installed system to the chart of this checkout; values that nothing is said of stay as they are."""
    chosen = helm_options(options, default=())
    _prepare(release)
    release.require()
    with _explained(release, console):
        title = f"Upgrading {release.name} in {release.namespace}"
        release.install(title, "--reset-then-reuse-values", *chosen, seconds=options.timeout)
    return 0


def rollback(release: Release, revision: int, timeout: int, console: Console) -> int:
    """Go back to the revision before, or to one that is named, and wait until it is ready."""
    require_installed(release)
    with _explained(release, console):
        which = [str(revision)] if revision else []
        command = release.helm("rollback", release.name, *which, "--wait", "--timeout", f"{timeout}s")
        release.programs.change(f"Rolling back {release.name}", *command)
    return 0


def helm_options(options: Options, default: Sequence[Path] = (LAPTOP_VALUES,)) -> list[str]:
    """Return Helm's options for these; without any file of values those in `default` count.

    Raises:
        OpsError: a file is not there, a setting has no `=`, or the tag is `latest`.
    """
    files = list(options.values or default)
    for file in files:
        if not file.is_file():
            raise OpsError(f"There is no file {file}.")
    for setting in options.settings:
        if "=" not in setting:
            raise OpsError(f"--set {setting}: write NAME=VALUE, such as ingress.host=todo.example.com")
    tags = _tags(images.checked_tag(options.tag)) if options.tag else []
    chosen = [word for setting in [*tags, *options.settings] for word in ("--set", setting)]
    return [*(f"--values={file}" for file in files), *chosen]


def _tags(tag: str) -> list[str]:
    return [f"{part}.image.tag={tag}" for part in ("backend", "frontend")]


def _prepare(release: Release) -> None:
    """Check what must be there, and free the release from an earlier run that was interrupted."""
    require("kubectl", "helm")
    require_cluster(release)
    if release.programs.dry_run:
        return
    status = release.status()
    if status == "pending-install":
        release.programs.change("Removing an unfinished install", *release.helm("uninstall", release.name))
    elif status.startswith(IN_PROGRESS):
        release.programs.change("Rolling back an unfinished upgrade", *release.helm("rollback", release.name))


@contextmanager
def _explained(release: Release, console: Console) -> Iterator[None]:
    try:
        yield
    except CommandFailedError as error:
        console.print("\n".join(error.output.strip().splitlines()[-3:]))
        if CLAIM_REFUSED in error.output:
            raise ProcessFailedError(f"{release.name} is as it was: {CLAIM_ADVICE}") from error
        _explain(release, console)
        raise ProcessFailedError(f"{release.name} did not come up. See above why.") from error


def _explain(release: Release, console: Console) -> None:
    """Print the pods that are not ready, and what `./todo ai diagnose` finds."""
    try:
        read = facts.read(release)
    except AnswerError as error:
        console.print(f"  The pods can't be looked at: {error}")
        return
    waiting = [pod for pod in read.pods() if not is_ready(pod) and pod["status"].get("phase") != "Succeeded"]
    for pod in waiting:
        console.print(f"  {facts.name_of(pod)}: {pod_states.reason(pod)}")
    # Whether this machine knows the app's name does not keep it from coming up.
    found = diagnose.diagnose(read, resolve=lambda host: True)
    if found and found[0].cause != "not-installed":
        diagnose.show(read, found, console)
    elif waiting:
        console.print("  No check finds a cause. It may need more time (--timeout); later ask: ./todo ai diagnose")
    else:
        console.print("  Every pod that exists is ready: what failed is in the message above.")


def _show_address(release: Release, console: Console) -> None:
    if release.programs.dry_run:
        return
    url = address(release)
    console.print(f"\n  Address  {console.color(url or 'none: use ./todo port-forward', 'bold')}")
    console.print("  Check    ./todo smoke")


def address(release: Release) -> str:
    """Return the address that people open by its ingress; empty when there is none."""
    ingress = release.find("ingress", release.fullname)
    if not ingress:
        return ""
    spec = ingress["spec"]
    return f"{'https' if spec.get('tls') else 'http'}://{spec['rules'][0]['host']}"
