"""`./todo ai ask`: a model answers a question about the release, or changes it step by step, each change asked for.

Google's kubectl-ai does so where it is installed. Otherwise an agent of our own does, with the tools of
kubernetes-mcp-server: only in the release's namespace, and as `guard` allows.
"""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from todo_ops import commands, node, paths
from todo_ops.ai.model import ModelError, model_settings
from todo_ops.ai.permission import Permission
from todo_ops.console import Console
from todo_ops.errors import OpsError
from todo_ops.kubernetes.programs import AnswerError, require
from todo_ops.kubernetes.release import Release, require_cluster

KUBECTL_AI = "kubectl-ai"
SERVER, SERVER_VERSION = "kubernetes-mcp-server", "0.0.67"
SECONDS = 300


@dataclass(frozen=True)
class Options:
    """`yes` covers changes, and never what deletes. `own` passes kubectl-ai by."""

    question: str
    yes: bool = False
    own: bool = False


def run(release: Release, options: Options, console: Console) -> int:
    """Answer a question. Returns 0 when there was an answer, else 1.

    Raises:
        OpsError: no cluster, no model, or a program that is missing.
    """
    require("kubectl")
    require_cluster(release)
    # Whoever turns to another cluster meanwhile does not take this work along.
    release = replace(release, context=release.context or current_context(release))
    with leading_to(release) as environment:
        if shutil.which(KUBECTL_AI) and not options.own:
            return _by_kubectl_ai(release, options, console, environment)
        return _by_own_agent(release, options, console, environment)


def current_context(release: Release) -> str:
    """The context that kubectl uses when none is named; empty where there is none, as inside of a cluster."""
    try:
        return release.read("config", "current-context").strip()
    except AnswerError:
        return ""


@contextmanager
def leading_to(release: Release) -> Iterator[Mapping[str, str]]:
    """The environment in which a program finds the release's cluster: its context alone, where one is known."""
    if not release.context:
        yield os.environ
        return
    with tempfile.NamedTemporaryFile("w", prefix="todo-kubeconfig-") as file:
        file.write(release.read("config", "view", "--minify", "--flatten"))
        file.flush()
        yield {**os.environ, "KUBECONFIG": file.name}


def _by_own_agent(release: Release, options: Options, console: Console, environment: Mapping[str, str]) -> int:
    settings = model_settings(os.environ)
    server = server_program(console)
    permission = Permission(console, options.yes)
    # The Agents SDK takes seconds to import, which no other command should wait for.
    from todo_ops.ai import agent

    work = agent.answer(agent.Cluster(server, release, environment), settings, permission, options.question)
    try:
        console.print(asyncio.run(asyncio.wait_for(work, SECONDS)))
    except TimeoutError:
        raise ModelError(f"The model gave no answer within {SECONDS} s.") from None
    return 0


def _by_kubectl_ai(release: Release, options: Options, console: Console, environment: Mapping[str, str]) -> int:
    """Its own questions come before each change; it has no option that covers changes and not deletes."""
    about = f"Only in the namespace {release.namespace}, about the Helm release {release.name}: {options.question}"
    console.print(f"  asking {KUBECTL_AI}, which is installed (--own passes it by)")
    return subprocess.run([KUBECTL_AI, "--quiet", about], env=environment, check=False).returncode


def server_program(console: Console) -> Path:
    """Where kubernetes-mcp-server is: on the PATH, else fetched once from npm in the version that is tested.

    Raises:
        OpsError: npm has none for this system, or can't be reached.
    """
    if found := shutil.which(SERVER):
        return Path(found)
    folder = paths.home() / "tools" / f"{SERVER}-{SERVER_VERSION}"
    if not (program := _fetched(folder)):
        _fetch(folder, console)
        program = _fetched(folder)
    if program is None:
        raise OpsError(f"npm has no {SERVER} for this system. Install it, so that it is on the PATH.")
    return program


def _fetched(folder: Path) -> Path | None:
    programs = (folder / "node_modules").glob(f"{SERVER}-*/bin/{SERVER}-*")
    return next((program for program in sorted(programs) if os.access(program, os.X_OK)), None)


def _fetch(folder: Path, console: Console) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    title = f"Fetching {SERVER} {SERVER_VERSION} from npm (75 MB)"
    arguments = ["install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts"]
    with console.step(title):
        command = node.npm(*arguments, *node.NPM_PATIENCE, f"{SERVER}@{SERVER_VERSION}")
        try:
            commands.run(title, command, log=SERVER, env=node.environment())
        except commands.CommandFailedError as error:
            raise commands.explain_download(error, folder, "The npm registry", "npm_config_registry") from error
