"""`./todo backup` and `./todo restore`: dumps of the database, kept on this machine or in the cluster's claim.

Names carry the time in UTC, as those of the chart's CronJob do, so that the latest is the last by name.
"""

import datetime
import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from todo_ops import paths
from todo_ops.console import Console, confirmed
from todo_ops.errors import OpsError, ProcessFailedError, explain_os_errors
from todo_ops.kubernetes.programs import AnswerError
from todo_ops.kubernetes.release import Release, require_installed

LATEST = "latest"
CLAIM_FOLDER = "/backups"
MAGIC = b"PGDMP"  # the first bytes of a dump in PostgreSQL's custom format
SECONDS = 3600
HELPER_SECONDS = 120
# Inside of the database's own pod; elsewhere the chart sets libpq's variables.
LOCAL_LOGIN = 'export PGUSER="$POSTGRES_USER" PGDATABASE="$POSTGRES_DB"; set --; '
REMOTE_LOGIN = 'set -- ${DATABASE_URL:+"--dbname=$DATABASE_URL"}; '
DUMP = 'exec pg_dump "$@" --format=custom --no-owner --no-privileges'
# One transaction: a dump that can't be read to its end changes nothing.
RESTORE = (
    "set -eu; {{ echo 'drop schema public cascade; create schema public;'; "
    "pg_restore --no-owner --no-privileges --file=- {dump} || "
    """echo "do 'begin raise exception ''the dump can not be read to its end''; end';"; }} | """
    'psql "$@" --single-transaction --set=ON_ERROR_STOP=1 --quiet --output=/dev/null'
)


@dataclass(frozen=True)
class Place:
    """A pod that reaches the database. `login` is the start of each script there; `claim` tells of dumps in it."""

    pod: str
    login: str
    claim: bool


def folder(release: Release) -> Path:
    """Return where dumps of a release are kept on this machine."""
    return paths.home() / "backups" / f"{release.namespace}-{release.name}"


def backup(release: Release, console: Console, output: Path | None = None) -> Path:
    """Dump the database into a file on this machine and return its path; it has that name only when it is whole."""
    now = datetime.datetime.now(datetime.UTC)
    file = output or folder(release) / f"todo-{now:%Y%m%dT%H%M%SZ}.dump"
    require_installed(release)
    if release.programs.dry_run:
        console.print(f"  would dump the database to {file}")
        return file
    with _place(release) as place, console.step(f"Dumping the database to {file}"), explain_os_errors(file):
        _dump(release, place, file)
    console.print(f"  {file}: {file.stat().st_size} bytes. Restore it: ./todo restore {file}")
    return file


def _dump(release: Release, place: Place, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.partial")
    command = release.kubectl("exec", place.pod, "--", "sh", "-c", place.login + DUMP)
    try:
        with partial.open("wb") as target:
            partial.chmod(0o600)
            done = subprocess.run(command, stdout=target, stderr=subprocess.PIPE, check=False, timeout=SECONDS)
        if done.returncode or partial.read_bytes()[: len(MAGIC)] != MAGIC:
            raise ProcessFailedError(f"pg_dump failed: {done.stderr.decode(errors='replace').strip()}")
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


def restore(
    release: Release, which: str, console: Console, *, yes: bool, ask: Callable[[str], bool] | None = None
) -> int:
    """Replace everything in the database by a dump: a file here, one in the cluster by its name, or the latest.

    The API is down meanwhile; when it comes back it brings an older schema up to date.
    """
    require_installed(release)
    if release.programs.dry_run:
        console.print(f"  would stop the API, replace the database's contents by {which}, and start the API")
        return 0
    with _place(release) as place:
        name, source = chosen(release, place, which)
        question = f"Replace everything that {release.name} in {release.namespace} holds by {name}?"
        if not yes and not (ask or confirmed)(question):
            raise OpsError("Nothing was changed. Say yes to the question, or give --yes.")
        with stopped(release, console), console.step(f"Restoring {name}"):
            _restore(release, place, source)
    return 0


def chosen(release: Release, place: Place, which: str) -> tuple[str, Path | str]:
    """Return the name of a dump and where it is: a path on this machine, or one in the claim as text.

    Raises:
        OpsError: there is no such dump.
    """
    local = {file.name: file for file in folder(release).glob("todo-*.dump")}
    remote = {name: f"{CLAIM_FOLDER}/{name}" for name in _in_claim(release, place)}
    known: dict[str, Path | str] = {**remote, **local}
    if which == LATEST:
        if not known:
            raise OpsError(f"There is no backup of {release.name}. Make one: ./todo backup")
        name = max(known)
        return name, known[name]
    if Path(which).is_file():
        return which, Path(which)
    if which in known:
        return which, known[which]
    raise OpsError(f"There is no dump {which}. There are: {', '.join(sorted(known)) or 'none'}")


def _in_claim(release: Release, place: Place) -> list[str]:
    if not place.claim:
        return []
    listed = release.read("exec", place.pod, "--", "ls", CLAIM_FOLDER).split()
    return [name for name in listed if name.startswith("todo-") and name.endswith(".dump")]


def _restore(release: Release, place: Place, source: Path | str) -> None:
    here = isinstance(source, Path)
    script = place.login + RESTORE.format(dump="" if here else f"'{source}'")
    given = _checked(source) if isinstance(source, Path) else b""
    interactive = ["--stdin"] if here else []
    command = ["exec", *interactive, place.pod, "--", "sh", "-c", script]
    try:
        release.read(*command, given=given, seconds=SECONDS)
    except AnswerError as error:
        raise ProcessFailedError(f"Restoring failed, and nothing was changed: {error.output.strip()}") from error


def _checked(file: Path) -> bytes:
    content = file.read_bytes()
    if not content.startswith(MAGIC):
        raise OpsError(f"{file} is not a dump in PostgreSQL's custom format.")
    return content


@contextmanager
def stopped(release: Release, console: Console) -> Iterator[None]:
    """Stop the API for the block, so that nothing writes into what is being replaced, then start as many pods as ran.

    An autoscaler leaves a deployment alone while it has no pods.
    """
    deployment = f"deployment/{release.fullname}-backend"
    replicas = release.get(deployment)["spec"]["replicas"] or 1
    pods = ["pods", "--selector", release.component("backend")]
    release.change("Stopping the API", "scale", deployment, "--replicas=0")
    try:
        release.change("Waiting until it is gone", "wait", *pods, "--for=delete", "--timeout=120s")
        yield
    finally:
        release.change("Starting the API", "scale", deployment, f"--replicas={replicas}")
    release.change("Waiting until it is ready", "rollout", "status", deployment, "--timeout=180s")


@contextmanager
def _place(release: Release) -> Iterator[Place]:
    """Give a pod from which the database is reached: a helper with the claim of backups, or the database's."""
    schedule = release.find("cronjob", f"{release.fullname}-backup")
    if schedule is None:
        if not release.pods("postgres"):
            raise OpsError("The database is outside the cluster: deploy with --set backup.enabled=true first.")
        yield Place(f"{release.fullname}-postgres-0", LOCAL_LOGIN, claim=False)
        return
    pod = helper(release, schedule)
    name = pod["metadata"]["name"]
    gone = ["delete", "pod", name, "--ignore-not-found", "--grace-period=1", "--wait=true"]
    try:
        release.read(*gone)  # what a command that was killed has left
        release.read("apply", "--filename=-", given=json.dumps(pod))
        release.read("wait", f"pod/{name}", "--for=condition=Ready", f"--timeout={HELPER_SECONDS}s", seconds=SECONDS)
        yield Place(name, REMOTE_LOGIN, claim=True)
    finally:
        release.read(*gone)  # and waits: the next command must not meet this pod on its way out


def helper(release: Release, schedule: dict[str, Any]) -> dict[str, Any]:
    """Return a pod like those that the backup's CronJob starts, with their claim and login, which only waits."""
    template = schedule["spec"]["jobTemplate"]["spec"]["template"]
    container = {**template["spec"]["containers"][0], "command": ["sleep", str(SECONDS)], "args": []}
    spec = {**template["spec"], "containers": [container], "restartPolicy": "Never"}
    metadata = {"name": f"{release.fullname}-restore", "labels": template["metadata"]["labels"]}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec}
