"""The commands for a cluster on the command line: their options, and which function does the work."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from todo_ops.arguments import Subparsers, natural, port
from todo_ops.console import Console
from todo_ops.kubernetes import backups, cleanup, cluster, deploy, port_forward, status
from todo_ops.kubernetes.programs import Programs
from todo_ops.kubernetes.release import Release

Work: TypeAlias = Callable[[Release, argparse.Namespace, Console], int]
Install: TypeAlias = Callable[[Release, deploy.Options, Console], int]


def add_commands(commands: Subparsers) -> None:
    """Add the commands to the tool's command line."""
    _add_cluster(commands)
    description = "install the system on the cluster, or bring it up to date"
    _add_install(commands, "deploy", description, deploy.deploy, "default: values-dev.yaml, for a laptop")
    description = "upgrade an installed system; its values stay, but for those that are given"
    _add_install(commands, "upgrade", description, deploy.upgrade, "default: those of the release")
    _add_rollback(commands)
    _add_small_ones(commands)
    _add_data(commands)


def add_command(commands: Subparsers, name: str, description: str, work: Work) -> argparse.ArgumentParser:
    """Add a command that works on a release, with the options that say which one."""
    parser = commands.add_parser(name, help=description, description=f"{description[0].upper()}{description[1:]}.")
    add_release(parser)
    parser.add_argument("--dry-run", action="store_true", help="print what would be run, and change nothing")
    parser.set_defaults(command=lambda options, console: work(release(options, console), options, console))
    return parser


def add_release(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which release on which cluster is meant."""
    parser.add_argument("--namespace", default="todo", metavar="NAME", help="namespace (default: todo)")
    parser.add_argument("--release", default="todo", metavar="NAME", help="name of the release (default: todo)")
    add_context(parser)


def add_context(parser: argparse.ArgumentParser) -> None:
    """Add the option that chooses a cluster."""
    parser.add_argument(
        "--context", default="", metavar="NAME", help="cluster of kubeconfig (default: the current one)"
    )


def release(options: argparse.Namespace, console: Console) -> Release:
    """Return the release that the options name."""
    return Release(
        Programs(console, getattr(options, "dry_run", False)), options.release, options.namespace, options.context
    )


def add_values(parser: argparse.ArgumentParser, without: str) -> None:
    """Add the options that become Helm's values; `without` says what counts when no file is given."""
    parser.add_argument(
        "--values", "-f", action="append", type=Path, default=[], metavar="FILE", help=f"file of values ({without})"
    )
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="K=V", help="a single value")
    parser.add_argument("--tag", default="", help="tag of both images (default: the chart's version)")


def _add_cluster(commands: Subparsers) -> None:
    description = "prepare a local cluster: minikube or kind with all that is needed, or check the current one"
    parser = commands.add_parser("cluster", help=description, description=description)
    parser.add_argument("--driver", choices=cluster.DRIVERS, default="minikube", help="default: minikube")
    add_context(parser)
    parser.add_argument("--yes", action="store_true", help="write the entry in the hosts file without asking")
    parser.add_argument("--dry-run", action="store_true", help="print what would be run, and change nothing")
    parser.set_defaults(command=_cluster)


def _cluster(options: argparse.Namespace, console: Console) -> int:
    return cluster.run(cluster.Options(options.driver, options.context, options.yes, options.dry_run), console)


def _add_install(commands: Subparsers, name: str, description: str, install: Install, without: str) -> None:
    def work(release: Release, options: argparse.Namespace, console: Console) -> int:
        chosen = deploy.Options(options.values, options.settings, options.tag, options.timeout)
        return install(release, chosen, console)

    parser = add_command(commands, name, description, work)
    add_values(parser, without)
    _add_timeout(parser)


def _add_rollback(commands: Subparsers) -> None:
    parser = add_command(
        commands,
        "rollback",
        "go back to an earlier revision",
        lambda release, options, console: deploy.rollback(release, options.revision, options.timeout, console),
    )
    parser.add_argument("revision", nargs="?", type=natural, default=0, help="default: the one before")
    _add_timeout(parser)


def _add_timeout(parser: argparse.ArgumentParser) -> None:
    seconds = deploy.TIMEOUT_SECONDS
    parser.add_argument("--timeout", type=natural, default=seconds, metavar="S", help=f"seconds (default: {seconds})")


def _add_small_ones(commands: Subparsers) -> None:
    add_command(
        commands,
        "status",
        "show what runs on the cluster, and what does not and why",
        lambda release, options, console: status.run(release, console),
    )
    forward = add_command(
        commands,
        "port-forward",
        "open the whole app at one address of this machine, without an ingress",
        lambda release, options, console: port_forward.run(release, options.port, console),
    )
    default = port_forward.DEFAULT_PORT
    forward.add_argument("--port", type=port, default=default, help=f"port here (default: {default})")
    clean = add_command(
        commands,
        "cleanup",
        "uninstall the system; its data stays unless --data is given",
        lambda release, options, console: cleanup.run(release, console, data=options.data, yes=options.yes),
    )
    clean.add_argument("--data", action="store_true", help="delete all tasks, accounts, backups and secrets too")
    clean.add_argument("--yes", action="store_true", help="do not ask")


def _add_data(commands: Subparsers) -> None:
    backup = add_command(commands, "backup", "dump the database into a file on this machine", _backup)
    backup.add_argument("--output", type=Path, default=None, metavar="FILE", help="default: .todo/backups/...")
    restore = add_command(
        commands,
        "restore",
        "replace the database's contents by a backup",
        lambda release, options, console: backups.restore(release, options.dump, console, yes=options.yes),
    )
    restore.add_argument("dump", metavar="FILE|latest", help="a file, the name of a dump in the cluster, or latest")
    restore.add_argument("--yes", action="store_true", help="do not ask")


def _backup(release: Release, options: argparse.Namespace, console: Console) -> int:
    backups.backup(release, console, options.output)
    return 0
