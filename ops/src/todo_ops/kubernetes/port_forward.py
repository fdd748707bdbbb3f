"""`./todo port-forward`: one address on this machine for the whole app, for clusters without an ingress.

The web app passes `/api` on to the backend, so its service is all that needs forwarding.
"""

import subprocess
import time
from dataclasses import dataclass

from todo_ops.console import Console
from todo_ops.errors import PortTakenError, ProcessFailedError
from todo_ops.interrupts import InterruptedRunError, Interrupts
from todo_ops.kubernetes.programs import require
from todo_ops.kubernetes.release import Release, require_cluster

SERVICE_PORT = 3000
DEFAULT_PORT = 8080
PAUSE_SECONDS = 1
# Each a pause apart: as long as it takes to start pods again.
MOST_FAILURES = 120
ADDRESS_IN_USE = "address already in use"


@dataclass
class Forwarding:
    """One run of kubectl after another. `forwarded` says whether the last one ever let anybody through."""

    release: Release
    port: int
    console: Console
    forwarded: bool = False
    _process: "subprocess.Popen[str] | None" = None

    def command(self) -> list[str]:
        """Return kubectl's command line."""
        service = f"service/{self.release.fullname}-frontend"
        return self.release.kubectl("port-forward", "--address=127.0.0.1", service, f"{self.port}:{SERVICE_PORT}")

    def once(self) -> str:
        """Forward until the pod goes away, which kubectl sees at the next request, and return what it said last."""
        self.forwarded, last = False, ""
        self._process = subprocess.Popen(self.command(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        with self._process as process:
            try:
                for line in process.stdout or ():
                    last = line.strip() or last
                    self._see(line)
            finally:
                process.terminate()
        return last

    def _see(self, line: str) -> None:
        if line.startswith("Forwarding from") and not self.forwarded:
            self.forwarded = True
            self.console.print(f"  http://127.0.0.1:{self.port} leads to {self.release.name}. Ctrl-C ends it.")

    def kill(self) -> None:
        """End kubectl at once."""
        if self._process:
            self._process.kill()


def run(release: Release, port: int, console: Console, *, most_failures: int = MOST_FAILURES) -> int:
    """Forward the port until interrupted, again and again when the pod goes away.

    Raises:
        PortTakenError: something else listens on the port.
        ProcessFailedError: it has not worked for two minutes.
    """
    require("kubectl")
    require_cluster(release)
    forwarding = Forwarding(release, port, console)
    if release.programs.dry_run:
        console.print(f"  would run: {' '.join(forwarding.command())}")
        return 0
    try:
        with Interrupts(forwarding.kill).handled():
            return _forward(forwarding, most_failures)
    except InterruptedRunError:
        return 0


def _forward(forwarding: Forwarding, most_failures: int) -> int:
    failures, last = 0, ""
    while failures < most_failures:
        last = forwarding.once()
        if ADDRESS_IN_USE in last:
            raise PortTakenError(forwarding.port, None, "Choose another one with --port.")
        failures = 0 if forwarding.forwarded else failures + 1
        if forwarding.forwarded or failures == 1:
            forwarding.console.print(f"  Connecting again ({last})")
        time.sleep(PAUSE_SECONDS)
    raise ProcessFailedError(f"{forwarding.release.name} can't be reached: {last}")
