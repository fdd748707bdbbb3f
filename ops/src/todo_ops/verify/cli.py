"""`smoke`, `load` and `verify` on the command line."""

import argparse
from pathlib import Path

from todo_ops.arguments import Subparsers
from todo_ops.console import Console
from todo_ops.kubernetes.cli import add_command, add_context, add_values
from todo_ops.kubernetes.programs import Programs, require
from todo_ops.kubernetes.release import Release
from todo_ops.verify import address, app, load, scorecard, smoke
from todo_ops.verify.client import Address
from todo_ops.verify.context import NAMESPACE, PURPOSE, Context

URL_HELP = "where the app answers (default: found from the cluster)"


def add_commands(commands: Subparsers) -> None:
    """Add the commands to the tool's command line."""
    trying = add_command(commands, "smoke", "try everything once from outside: accounts, tasks, assistant, MCP", _smoke)
    trying.add_argument("--url", default="", help=URL_HELP)
    _add_load(commands)
    _add_verify(commands)


def _add_load(commands: Subparsers) -> None:
    loading = add_command(commands, "load", "put the system under load and measure each request", _load)
    loading.add_argument("--url", default="", help=URL_HELP)
    loading.add_argument("--connections", type=_positive, default=100, metavar="N", help="at once (default: 100)")
    loading.add_argument("--seconds", type=_positive, default=30, metavar="S", help="how long (default: 30)")
    loading.add_argument("--path", default="/api/tasks", help="what is read, signed in (default: /api/tasks)")
    loading.add_argument("--pause", type=float, default=0.0, metavar="S", help="of a connection after each answer")


def _smoke(release: Release, options: argparse.Namespace, console: Console) -> int:
    if options.dry_run:
        console.print("  would sign up, create a task, list it, ask the assistant and MCP for it, open the web app")
        return 0
    return smoke.run(_found(release, options.url), console)


def _load(release: Release, options: argparse.Namespace, console: Console) -> int:
    if options.dry_run:
        console.print(f"  would read {options.path} over {options.connections} connections for {options.seconds} s")
        return 0
    found = _found(release, options.url)
    token = app.call(found, app.sign_up).token
    with console.step(f"{options.connections} connections to {found}"):
        loading = load.Load(found, load.get(options.path, token), options.connections, options.pause)
        result = load.for_seconds(loading, options.seconds)
    console.print(f"  {result}")
    if result.failed:
        console.error(result.problems())
    return 1 if result.failed else 0


def _found(release: Release, url: str) -> Address:
    """Return the address; with a URL that names its server no cluster is needed."""
    if not url or address.parse(url).is_number:
        require("kubectl")
    return address.find(release, url)


def _add_verify(commands: Subparsers) -> None:
    description = f"measure the success metrics on the current cluster, with a copy of its own in {NAMESPACE}"
    parser = commands.add_parser("verify", help=description, description=description)
    parser.add_argument("--only", nargs="+", default=[], metavar="ROW", help=", ".join(r.name for r in scorecard.ROWS))
    parser.add_argument("--json", type=Path, default=None, metavar="FILE", help="write the scorecard there too")
    parser.add_argument("--url", default="", help=URL_HELP)
    parser.add_argument("--keep", action="store_true", help="leave the copy there afterwards")
    parser.add_argument("--namespace", default=NAMESPACE, metavar="NAME", help=f"default: {NAMESPACE}")
    parser.add_argument("--dry-run", action="store_true", help="only list the rows")
    add_context(parser)
    add_values(parser, "default: values-dev.yaml, for a laptop")
    parser.set_defaults(command=_verify)


def _verify(options: argparse.Namespace, console: Console) -> int:
    if options.dry_run:
        for row in scorecard.chosen(options.only):
            console.print(f"  {row.name:18} {row.bar}")
        return 0
    release = Release(Programs(console), namespace=options.namespace, context=options.context, labels=PURPOSE)
    tags = [f"{part}.image.tag={options.tag}" for part in ("backend", "frontend") if options.tag]
    context = Context(release, console, options.url, options.values, [*tags, *options.settings])
    return scorecard.run(context, options.only, options.json, keep=options.keep)


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)
