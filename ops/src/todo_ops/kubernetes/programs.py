"""The command-line programs that these commands use: where they are, what they answer, and what to do without them."""

import json
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from todo_ops import commands
from todo_ops.console import Console
from todo_ops.errors import OpsError, ProcessFailedError

ADVICE = {
    "kubectl": "https://kubernetes.io/docs/tasks/tools/",
    "helm": "version 3.16 or newer: https://helm.sh/docs/intro/install/",
    "minikube": "https://minikube.sigs.k8s.io/docs/start/, or use another cluster with --driver",
    "kind": "https://kind.sigs.k8s.io/, or use another cluster with --driver",
    "docker": "https://docs.docker.com/engine/install/",
}
READ_SECONDS = 60
NOT_FOUND = ("NotFound", "not found")  # kubectl's words, and Helm's


class ProgramMissingError(OpsError):
    """A program is not on the PATH."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not installed, or not on the PATH: {ADVICE[name]}")


class AnswerError(ProcessFailedError):
    """A program that only looks at something failed. `output` is what it said on the error stream."""

    def __init__(self, command: list[str], output: str) -> None:
        last = output.strip().splitlines()[-1] if output.strip() else "it said nothing"
        super().__init__(f"{' '.join(command[:4])}: {last}")
        self.output = output

    @property
    def is_not_found(self) -> bool:
        """Whether what was asked for does not exist."""
        return any(words in self.output for words in NOT_FOUND)


def require(*names: str) -> None:
    """Raise ProgramMissingError for the first of these programs that is not there."""
    for name in names:
        if shutil.which(name) is None:
            raise ProgramMissingError(name)


@dataclass(frozen=True)
class Programs:
    """Runs programs. With `dry_run`, those that would change something are printed and not run."""

    console: Console
    dry_run: bool = False

    def read(self, *command: str, given: str | bytes = "", seconds: float = READ_SECONDS) -> str:
        """Return what a program that changes nothing prints; `given` is its standard input.

        Raises:
            ProgramMissingError: it is not installed.
            AnswerError: it failed, or took longer than `seconds`.
        """
        require(command[0])
        data = given.encode() if isinstance(given, str) else given
        try:
            done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise AnswerError(list(command), f"no answer within {seconds:.0f} s") from None
        if done.returncode:
            raise AnswerError(list(command), done.stderr.decode(errors="replace"))
        return done.stdout.decode(errors="replace")

    def read_json(self, *command: str) -> Any:
        """Return what a program prints as JSON."""
        return json.loads(self.read(*command))

    def change(self, title: str, *command: str, given: str = "", env: Mapping[str, str] | None = None) -> str:
        """Run a program that changes something, shown as a step, and return its output.

        Raises:
            ProgramMissingError: it is not installed.
            CommandFailedError: it failed; with its output.
        """
        if self.dry_run:
            self.console.print(f"  would run: {shlex.join(command)}{' <<<' + shlex.quote(given) if given else ''}")
            return ""
        require(command[0])
        with self.console.step(title) as step:
            if given:
                return self._changed_by(title, command, given)
            return commands.run(
                title,
                command,
                log=f"{command[0]}-{command[1]}",
                env=env,
                on_line=lambda line: setattr(step, "detail", line),
            )

    def _changed_by(self, title: str, command: tuple[str, ...], given: str) -> str:
        try:
            return self.read(*command, given=given)
        except AnswerError as error:
            raise ProcessFailedError(f"{title} failed: {error.output.strip()}") from error
