"""`./todo compose`: the whole system in containers, with secrets that are made on first use."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from todo_ops import commands, docker, images, paths
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console, Step
from todo_ops.errors import explain_os_errors

FILE = paths.ROOT / "docker-compose.yml"
ENV_FILE = paths.ROOT / ".env"
SECRETS = ("POSTGRES_PASSWORD", "JWT_SECRET_KEY")
ACTIONS = ("up", "stop", "down")
WAIT_SECONDS = 180


@dataclass(frozen=True)
class ComposeStack:
    """One copy of the system in containers. `settings` go before what the file of secrets says."""

    env_file: Path = ENV_FILE
    project: str = "todo"
    settings: Mapping[str, str] = field(default_factory=dict)

    def command(self, *arguments: str) -> list[str]:
        """Return the command line of Compose for this copy."""
        files = ["--file", str(FILE), "--env-file", str(self.env_file)]
        return [*docker.compose(), "--project-name", self.project, *files, *arguments]

    def run(self, *arguments: str, on_line: commands.OnLine = commands.ignore) -> str:
        """Run Compose to its end and return its output; raises CommandFailedError."""
        env = docker.environment(self.settings)
        log = f"compose-{arguments[0]}"
        return commands.run(
            f"docker compose {arguments[0]}", self.command(*arguments), log=log, env=env, on_line=on_line
        )

    def up(self, on_line: commands.OnLine = commands.ignore) -> None:
        """Start what is not running, from images that are there, and wait until everything is healthy."""
        waiting = ["--detach", "--wait", "--wait-timeout", str(WAIT_SECONDS)]
        self.run("up", "--no-build", *waiting, on_line=on_line)

    def address(self) -> str:
        """Return the address that a person opens."""
        return f"http://{self.run('port', 'frontend', '3000').strip()}"

    def container(self, service: str) -> str:
        """Return the id of a service's container."""
        return self.run("ps", "--all", "--quiet", service).strip()


@dataclass(frozen=True)
class Options:
    """What a person chose on the command line."""

    action: str = "up"
    port: int | None = None
    build: bool = True


def run(options: Options, console: Console) -> int:
    """Start the system in containers, stop it, or take the containers away; the data stays in its volume."""
    docker.require_engine()
    ensure_secrets(ENV_FILE)
    stack = ComposeStack(settings=settings(options))
    if options.action == "up":
        _start(stack, options, console)
    else:
        with console.step("Stopping the containers") as step:
            stack.run(options.action, on_line=_detail(step))
    return 0


def settings(options: Options) -> dict[str, str]:
    """Return the variables of docker-compose.yml that follow from the options."""
    chosen = {"TODO_TAG": f"v{images.version()}"}
    if options.port:
        chosen |= {"TODO_PORT": str(options.port), "FRONTEND_URL": f"http://127.0.0.1:{options.port}"}
    return chosen


def _start(stack: ComposeStack, options: Options, console: Console) -> None:
    if options.build:
        images.build_all(console, stack.settings["TODO_TAG"])
    try:
        with console.step("Starting the containers") as step:
            stack.up(_detail(step))
    except CommandFailedError:
        console.print(stack.run("logs", "--no-color", "--tail", "20"))
        raise
    console.print(f"\n  Address  {console.color(stack.address(), 'bold')}")
    console.print("  Stop     ./todo compose stop")


def _detail(step: Step) -> commands.OnLine:
    return lambda line: setattr(step, "detail", line)


def ensure_secrets(file: Path) -> None:
    """Add the secrets that the file lacks, each random, and keep it to its owner. What is there stays as it is."""
    with explain_os_errors(file):
        text = file.read_text("utf-8") if file.exists() else ""
        present = {line.partition("=")[0].strip() for line in text.splitlines()}
        missing = [name for name in SECRETS if name not in present]
        if missing:
            separator = "\n" if text and not text.endswith("\n") else ""
            lines = "".join(f"{name}={secrets.token_hex(32)}\n" for name in missing)
            _write_privately(file, text + separator + lines)
        file.chmod(0o600)


def _write_privately(file: Path, text: str) -> None:
    partial = file.with_name(f"{file.name}.new")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as output:
        output.write(text)
    partial.replace(file)
