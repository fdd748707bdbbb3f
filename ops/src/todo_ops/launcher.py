"""What the file `todo` does: prepare the environment, then become the ops tool inside it. Standard library only."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from todo_ops import environment
from todo_ops.console import Console
from todo_ops.errors import OpsError


def main(arguments: list[str]) -> int:
    """Hand over to `python -m todo_ops`. Returns an exit code only when it can't, or on Windows."""
    console = Console()
    os.environ["TODO_STARTED"] = str(time.time())  # so that the time until all is ready counts this part too
    try:
        python = environment.prepare(console)
        return _become([str(python), "-P", "-m", "todo_ops", *arguments], python)
    except OpsError as error:
        console.error(str(error))
        return error.exit_code
    except OSError as error:
        console.error(f"{error.strerror or error}: {error.filename or 'the environment'}")
        return 2
    except KeyboardInterrupt:
        console.print("Stopped.")
        return 130


def _become(command: list[str], program: Path) -> int:
    sys.stderr.flush()
    # Compiled files make each start a second faster; they go where Git ignores them.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform != "win32":
        os.execv(program, command)  # noqa: S606 - no shell is the point
    # Windows has no exec: wait, and leave Ctrl-C to the tool, which gets it too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.run(command, check=False).returncode
