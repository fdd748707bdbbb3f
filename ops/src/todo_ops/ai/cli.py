"""`./todo ai` on the command line."""

import argparse

from todo_ops.ai import ask, diagnose, image
from todo_ops.arguments import Subparsers
from todo_ops.console import Console
from todo_ops.kubernetes.cli import add_command
from todo_ops.kubernetes.release import Release


def add_commands(commands: Subparsers) -> None:
    """Add `ai` and its kinds to the tool's command line."""
    parser = commands.add_parser("ai", help="say what is wrong on a cluster, and what to do")
    kinds = parser.add_subparsers(required=True, metavar="WHAT")
    found = add_command(kinds, "diagnose", "say what is wrong with the system on the cluster, from facts", _diagnose)
    found.add_argument("--json", action="store_true", help="print the findings as JSON")
    found.add_argument("--explain", action="store_true", help="let the configured model put them into words")
    asked = add_command(kinds, "ask", "ask a model about the system on the cluster, or let it change it", _ask)
    asked.add_argument("question", metavar="QUESTION", help='such as "why is the backend slow?"')
    asked.add_argument(
        "--yes", action="store_true", help="do not ask before changes; deletes are asked for all the same"
    )
    asked.add_argument(
        "--own", action="store_true", help="use the agent of this tool where kubectl-ai is installed too"
    )
    images = kinds.add_parser("image", help="say what makes the images large, and what could go")
    images.add_argument("--tag", default="", help="tag of both images (default: the version, such as v4.0.0)")
    images.add_argument("--own", action="store_true", help="use the report of this tool where docker ai is there too")
    images.set_defaults(command=lambda options, console: image.run(options.tag, console, own=options.own))


def _ask(release: Release, options: argparse.Namespace, console: Console) -> int:
    return ask.run(release, ask.Options(options.question, options.yes, options.own), console)


def _diagnose(release: Release, options: argparse.Namespace, console: Console) -> int:
    return diagnose.run(release, diagnose.Options(options.json, options.explain), console)
