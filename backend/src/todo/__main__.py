"""`python -m todo serve|migrate|accounts|demo|openapi`."""

import argparse
import asyncio
import json
import sys

from todo.accounts import arguments as accounts_arguments
from todo.config import ConfigurationError, load_settings

COMMANDS = {
    "serve": "serve the API",
    "migrate": "bring the database's schema up to date",
    "accounts": "list, add or delete accounts, or set a password",
    "demo": "fill a sample account and print its login as JSON",
    "openapi": "print the OpenAPI document",
}
MAX_WAIT_SECONDS = 3600


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it went well, 2 for a configuration that can't work, 1 for other failures."""
    parser = argparse.ArgumentParser(prog="python -m todo", description="Task manager with an assistant.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    parsers = {name: commands.add_parser(name, help=text) for name, text in COMMANDS.items()}
    parsers["migrate"].add_argument(
        "--wait", type=_seconds, default=30.0, metavar="SECONDS", help="for a database that does not answer yet (30)"
    )
    accounts_arguments.add_arguments(parsers["accounts"])
    options = parser.parse_args(arguments)
    try:
        return _run(options)
    except ConfigurationError as error:
        print(f"todo: bad configuration: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"todo: {options.command} failed: {error}", file=sys.stderr)
        return 1


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= MAX_WAIT_SECONDS:
        raise argparse.ArgumentTypeError(f"{text} is not a number of seconds from 0 to {MAX_WAIT_SECONDS}")
    return seconds


def _run(options: argparse.Namespace) -> int:
    # Imported late: each command loads only what it needs.
    if options.command == "openapi":
        from todo.main import openapi_document

        print(json.dumps(openapi_document(), indent=2, ensure_ascii=False))
        return 0
    settings = load_settings()
    if options.command == "serve":
        from todo.server import serve

        serve(settings)
    elif options.command == "migrate":
        from todo.logs import configure_logging
        from todo.migrations import migrate

        configure_logging(settings.log_level, settings.log_format)
        migrate(settings.dsn, options.wait)
    elif options.command == "accounts":
        from todo.accounts import command

        return asyncio.run(command.run(settings, options))
    else:
        from todo.demo import fill_demo_account

        print(json.dumps(asyncio.run(fill_demo_account(settings))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
