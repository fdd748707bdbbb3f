"""Command line of the ops tool: reads the arguments, calls the command, turns failures into one clear line."""

import argparse
import traceback
from pathlib import Path

from todo_ops import paths
from todo_ops.console import Console
from todo_ops.errors import OpsError
from todo_ops.run import LocalRun, Options

INTERRUPTED = 130
UNEXPECTED = 70  # EX_SOFTWARE of sysexits.h


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the program's exit code."""
    console = Console()
    options = parser().parse_args(arguments)
    try:
        code: int = options.command(options, console)
        return code
    except OpsError as error:
        console.error(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        console.print("Stopped.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last door: a person gets one line, the log gets the rest
        return _unexpected(error, console)


def parser() -> argparse.ArgumentParser:
    """Return the description of all commands."""
    top = argparse.ArgumentParser(prog="./todo", description="A task manager with an assistant, on this machine.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _add_run(commands)
    return top


def _add_run(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    run = commands.add_parser("run", help="start the task manager and open it in the browser")
    run.add_argument("--data", type=Path, default=None, metavar="DIR", help="folder of tasks, key and logs")
    run.add_argument("--port", type=_port, default=3000, help="port of the web app (default: 3000)")
    run.add_argument("--api-port", type=_port, default=8000, help="port of the API (default: 8000)")
    run.add_argument("--no-browser", action="store_true", help="do not open the browser")
    run.add_argument("--demo", action="store_true", help="fill a sample account and print its login")
    run.set_defaults(command=_run)


def _run(options: argparse.Namespace, console: Console) -> int:
    chosen = Options(
        data=(options.data or paths.user_data()).absolute(),
        port=options.port,
        api_port=options.api_port,
        browser=not options.no_browser,
        demo=options.demo,
    )
    return LocalRun(chosen, console).run()


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: use a number from 1 to 65535")
    return int(text)


def _unexpected(error: Exception, console: Console) -> int:
    log = paths.logs() / "unexpected-error.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        where = f" Details are in {log}"
    except OSError:
        where = ""
    console.error(f"{type(error).__name__}: {error}.{where}")
    return UNEXPECTED
