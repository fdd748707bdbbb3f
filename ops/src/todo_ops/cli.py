"""Command line of the ops tool: reads the arguments, calls the command, turns failures into one clear line."""

import argparse
from collections.abc import Callable
from pathlib import Path

from todo_ops import accounts, api_types, compose, evaluation, images, lint, locks, manifests, paths, suites, unexpected
from todo_ops.ai import cli as ai
from todo_ops.arguments import Subparsers, port
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console
from todo_ops.demo_video import record as demo_video
from todo_ops.errors import OpsError
from todo_ops.kubernetes import cli as kubernetes
from todo_ops.run import LocalRun, Options
from todo_ops.validation import cli as validation
from todo_ops.verify import cli as verify

INTERRUPTED = 130
SHOWN_LINES = 20
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
        if isinstance(error, CommandFailedError):
            console.print("\n".join(error.output.splitlines()[-SHOWN_LINES:]))
        return error.exit_code
    except KeyboardInterrupt:
        console.print("Stopped.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last door: a person gets one line, the log gets the rest
        console.error(f"{type(error).__name__}: {error}.{unexpected.noted(error)}")
        return UNEXPECTED


def parser() -> argparse.ArgumentParser:
    """Return the description of all commands."""
    top = argparse.ArgumentParser(prog="./todo", description="A task manager with an assistant, on this machine.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _add_run(commands)
    _add_test(commands)
    _add(commands, "lint", "check the code: style, types, imports, generated files", lint.run)
    _add(commands, "openapi", "write the API's description, its page in docs/, and the web app's types", _openapi)
    _add_images(commands)
    _add_compose(commands)
    _add_manifests(commands)
    accounts.add_commands(commands)
    kubernetes.add_commands(commands)
    verify.add_commands(commands)
    validation.add_commands(commands)
    evaluation.add_commands(commands)
    ai.add_commands(commands)
    demo_video.add_commands(commands)
    _add(commands, "lock", "lock the Python packages anew", _lock)
    return top


def _add(commands: Subparsers, name: str, description: str, run: Callable[[Console], int]) -> None:
    parser = commands.add_parser(name, help=description, description=description)
    parser.set_defaults(command=lambda options, console: run(console))


def _add_test(commands: Subparsers) -> None:
    test = commands.add_parser("test", help="run the tests; all of them, or the suites named")
    test.add_argument("suites", nargs="*", metavar="SUITE", help=f"any of: {', '.join(suites.NAMES)}")
    test.add_argument("-k", dest="keyword", default="", metavar="WORDS", help="only tests whose names match")
    test.set_defaults(command=_test)


def _test(options: argparse.Namespace, console: Console) -> int:
    unknown = set(options.suites) - set(suites.NAMES)
    if unknown:
        raise OpsError(f"There is no suite {', '.join(sorted(unknown))}. Choose from: {', '.join(suites.NAMES)}.")
    return suites.run(console, suites.Selection(options.suites, options.keyword))


def _openapi(console: Console) -> int:
    api_types.write(console)
    return 0


def _lock(console: Console) -> int:
    locks.make(console)
    return 0


def _add_run(commands: Subparsers) -> None:
    run = commands.add_parser("run", help="start the task manager and open it in the browser")
    run.add_argument("--data", type=Path, default=None, metavar="DIR", help="folder of tasks, key and logs")
    run.add_argument("--port", type=port, default=3000, help="port of the web app (default: 3000)")
    run.add_argument("--api-port", type=port, default=8000, help="port of the API (default: 8000)")
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


def _add_images(commands: Subparsers) -> None:
    build = commands.add_parser("images", help="build the container images")
    build.add_argument("--tag", default="", help="tag of both images (default: the version, such as v4.0.0)")
    build.add_argument("--platform", default="", metavar="OS/ARCH", help="build for another platform: linux/arm64")
    build.add_argument(
        "--push", default="", metavar="REGISTRY", help="push them to REGISTRY/todo-backend and -frontend"
    )
    build.add_argument("--load", default="", choices=images.LOADERS, help="hand them to a local cluster")
    build.set_defaults(command=_images)


def _images(options: argparse.Namespace, console: Console) -> int:
    chosen = images.Options(tag=options.tag, platform=options.platform, push=options.push, load=options.load)
    return images.run(chosen, console)


def _add_compose(commands: Subparsers) -> None:
    compose_parser = commands.add_parser("compose", help="run everything in containers")
    compose_parser.add_argument("action", nargs="?", choices=compose.ACTIONS, default="up", help="default: up")
    compose_parser.add_argument("--port", type=port, default=None, help="port of the web app (default: 3000)")
    compose_parser.add_argument("--no-build", action="store_true", help="use the images that are there")
    compose_parser.set_defaults(command=_compose)


def _compose(options: argparse.Namespace, console: Console) -> int:
    return compose.run(compose.Options(options.action, options.port, not options.no_build), console)


def _add_manifests(commands: Subparsers) -> None:
    manifests_parser = commands.add_parser("manifests", help="render the Helm chart into kubernetes/")
    manifests_parser.add_argument("--check", action="store_true", help="write nothing; fail when a file differs")
    manifests_parser.set_defaults(command=lambda options, console: manifests.run(console, check=options.check))
