"""`./todo ai` on the command line."""

import argparse

from todo_ops.ai import diagnose
from todo_ops.arguments import Subparsers
from todo_ops.console import Console
from todo_ops.kubernetes.cli import add_command
from todo_ops.kubernetes.release import Release


def add_commands(commands: Subparsers) -> None:
    """Add `ai diagnose` to the tool's command line."""
    parser = commands.add_parser("ai", help="say what is wrong on a cluster, and what to do")
    kinds = parser.add_subparsers(required=True, metavar="WHAT")
    found = add_command(kinds, "diagnose", "say what is wrong with the system on the cluster, from facts", _diagnose)
    found.add_argument("--json", action="store_true", help="print the findings as JSON")
    found.add_argument("--explain", action="store_true", help="let the configured model put them into words")


def _diagnose(release: Release, options: argparse.Namespace, console: Console) -> int:
    return diagnose.run(release, diagnose.Options(options.json, options.explain), console)
