"""What may follow `python -m todo accounts`. Apart from the work, so that other commands need not load it."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may follow `accounts`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="everybody who has an account")
    listing.add_argument("--json", action="store_true", help="for programs")
    add = actions.add_parser("add", help="make an account, also where nobody may sign up")
    password = actions.add_parser("password", help="set another password; every session of the account ends")
    delete = actions.add_parser("delete", help="delete an account with everything in it, for good")
    for action in (add, password, delete):
        action.add_argument("email", metavar="EMAIL")
    for action in (add, password):
        text = "read the password from standard input (default: one is made up and printed)"
        action.add_argument("--password-stdin", action="store_true", help=text)
    add.add_argument("--name", help="default: what stands before the @")
    add.add_argument("--language", default="en", metavar="CODE", help="en, de, es, ... (en)")
    add.add_argument("--time-zone", default="UTC", metavar="ZONE", help="such as Europe/Berlin (UTC)")
    delete.add_argument("--yes", action="store_true", help="do not ask")
