"""`./todo demo-video` on the command line: shoot it against a running copy, and make the film."""

import argparse
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from todo_ops import node, paths, suites
from todo_ops.ai import hosts_check
from todo_ops.arguments import Subparsers
from todo_ops.console import Console
from todo_ops.demo_video import film, terminal
from todo_ops.errors import OpsError, ProcessFailedError
from todo_ops.kubernetes import deploy
from todo_ops.kubernetes.cli import add_command
from todo_ops.kubernetes.release import Release, is_ready, require_installed

TARGET = paths.ROOT / ".todo" / "demo" / "demo.mp4"
SCRIPT = "e2e/demo-video.spec.ts"
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Options:
    """Where the app is, empty for one of its own; and where the film goes."""

    url: str = ""
    output: Path = TARGET


def add_commands(commands: Subparsers) -> None:
    """Add `demo-video` to the tool's command line."""
    parser = add_command(
        commands, "demo-video", "make a film of the app in a browser, and on a cluster if one runs it", _run
    )
    parser.add_argument("--url", default="", help="the app to be filmed (default: the release's, else one of its own)")
    parser.add_argument("--output", type=Path, default=TARGET, metavar="FILE", help=f"the film (default: {TARGET})")


def _run(release: Release, options: argparse.Namespace, console: Console) -> int:
    return run(release, Options(options.url.rstrip("/"), options.output.absolute()), console)


def run(release: Release, options: Options, console: Console) -> int:
    """Make the film. Without a cluster that runs the release, the part in the terminal is left out.

    Raises:
        OpsError: ffmpeg is missing, or the browser's script failed.
    """
    if release.programs.dry_run:
        where = options.url or f"the release {release.name} in {release.namespace}, else a copy of its own"
        console.print(f"  would film {where} into {options.output}, and scale and replace the release's pods for it")
        return 0
    film.ffmpeg()  # before minutes of shooting
    node.ensure_packages(console)
    require_known(options.url)
    with tempfile.TemporaryDirectory(prefix="todo-demo-") as folder:
        recording = record_terminal(release, Path(folder), console)
        if url := options.url or (deploy.address(release) if recording else ""):
            shoot(url, Path(folder), recording, console)
        else:
            node.ensure_built(console)
            with suites.running_stack(console) as (stack, _):
                shoot(stack.address, Path(folder), recording, console)
        shot = film.read(Path(folder))
        film.make(shot, options.output, console)
    size = options.output.stat().st_size / MEGABYTE
    console.print(f"  {options.output}: {shot.seconds:.0f} s, {size:.1f} MB, {len(shot.captions)} captions")
    return 0


def require_known(url: str) -> None:
    """Refuse an address whose name this machine does not know: its browser would fail after minutes of shooting.

    Raises:
        OpsError: it has no address here.
    """
    host = urlsplit(url).hostname
    if host and not hosts_check.resolves(host):
        raise OpsError(
            f"This machine does not know the name {host}. Add a line with the address of the ingress and this name to"
            " /etc/hosts, or name another address with --url."
        )


def record_terminal(release: Release, folder: Path, console: Console) -> Path | None:
    """Scale and replace the release's pods, and return the file of what was seen; None where there is no release."""
    try:
        require_installed(release)
        if not all(map(is_ready, release.pods("backend"))):
            raise ProcessFailedError("Its pods are not ready.")
        address = deploy.address(release)
    except OpsError as error:
        console.print(f"  The part in the terminal is left out: {error}")
        return None
    require_known(address)
    file = folder / "terminal.json"
    with console.step(f"Scaling and replacing the pods of {release.name} in {release.namespace}"):
        terminal.write(file, f"{release.namespace} - kubectl", terminal.record(release, address))
    return file


def shoot(url: str, folder: Path, recording: Path | None, console: Console) -> None:
    """Let the browser go through the app and take the pictures."""
    extra = {"BASE_URL": url, "DEMO_VIDEO": str(folder), "CI": "true"}
    if recording:
        extra["DEMO_TERMINAL"] = os.fspath(recording)
    with console.step(f"Filming {url}"):
        node.run_script("e2e", SCRIPT, "--reporter=list", log="demo-video", extra=extra)
