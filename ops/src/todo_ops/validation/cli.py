"""`validate` on the command line."""

import argparse
import os
from pathlib import Path

from todo_ops.arguments import Subparsers
from todo_ops.console import Console
from todo_ops.suites import CLUSTER_VARIABLE
from todo_ops.validation import checklist, page
from todo_ops.validation.needs import Machine
from todo_ops.validation.ways import Trial


def add_commands(commands: Subparsers) -> None:
    """Add the command to the tool's command line."""
    description = (
        "run the validation checklist: each acceptance criterion and success metric that this machine can show"
    )
    parser = commands.add_parser("validate", help=description, description=description)
    parser.add_argument("--list", action="store_true", help="only list the criteria with their commands")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="only these criteria")
    parser.add_argument("--cluster", action="store_true", help="allow it to install copies on the current cluster")
    parser.add_argument("--json", type=Path, default=None, metavar="FILE", help="write the table there too")
    parser.add_argument("--page", action="store_true", help="write docs/VALIDATION.md anew and run nothing")
    parser.set_defaults(command=_validate)


def _validate(options: argparse.Namespace, console: Console) -> int:
    if options.page:
        page.PAGE.write_text(page.render(), encoding="utf-8", newline="\n")
        return 0
    criteria = checklist.chosen(options.only)
    if options.list:
        checklist.show_list(criteria, console)
        return 0
    allowed = options.cluster or os.environ.get(CLUSTER_VARIABLE) == "1"
    scorecard = checklist.OneScorecard(criteria)
    scorecard.trial = trial = Trial(console, scorecard, allowed)
    return checklist.run(criteria, trial, Machine(console, allowed).lacks, options.json)
