"""Programs in process groups of their own: a terminal's Ctrl-C reaches only this one. Standard library only."""

import contextlib
import os
import signal
import subprocess
import sys

# Zero where the operating system has no such flag; there `start_new_session` does the same.
NEW_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


def ask_to_stop(process: "subprocess.Popen[bytes] | subprocess.Popen[str]") -> None:
    """Tell a program and its children to end when they are done with what they do."""
    if sys.platform == "win32":
        process.send_signal(signal.CTRL_BREAK_EVENT)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGTERM)


def kill(process: "subprocess.Popen[bytes] | subprocess.Popen[str]") -> None:
    """End a program and its children at once."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
