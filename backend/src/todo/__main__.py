"""`python -m todo serve|migrate|demo|openapi`."""

import argparse
import asyncio
import json
import sys

from todo.config import ConfigurationError, load_settings

COMMANDS = {
    "serve": "serve the API",
    "migrate": "bring the database's schema up to date",
    "demo": "fill a sample account and print its login as JSON",
    "openapi": "print the OpenAPI document",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it went well, 2 for a configuration that can't work, 1 for other failures."""
    parser = argparse.ArgumentParser(prog="python -m todo", description="Task manager with an assistant.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in COMMANDS.items():
        commands.add_parser(name, help=text)
    command = parser.parse_args(arguments).command
    try:
        return _run(command)
    except ConfigurationError as error:
        print(f"todo: bad configuration: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"todo: {command} failed: {error}", file=sys.stderr)
        return 1


def _run(command: str) -> int:
    # Imported late: each command loads only what it needs.
    if command == "openapi":
        from todo.main import openapi_document

        print(json.dumps(openapi_document(), indent=2, ensure_ascii=False))
        return 0
    settings = load_settings()
    if command == "serve":
        from todo.server import serve

        serve(settings)
    elif command == "migrate":
        from todo.migrations import migrate

        migrate(settings.dsn)
    else:
        from todo.demo import fill_demo_account

        print(json.dumps(asyncio.run(fill_demo_account(settings))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
