"""Where things are: the checkout, what is prepared for it, and each user's data. Standard library only."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BACKEND = ROOT / "backend"
FRONTEND = ROOT / "frontend"
OPS = ROOT / "ops"


def home() -> Path:
    """Return the folder of everything that is prepared for this checkout: `.todo`, or what TODO_HOME names."""
    return Path(os.environ.get("TODO_HOME") or ROOT / ".todo").absolute()


def venv() -> Path:
    """Return the folder of the Python environment."""
    return home() / "venv"


def venv_program(name: str) -> Path:
    """Return the path of a program of the Python environment, such as `python` or `ruff`."""
    if sys.platform == "win32":
        return venv() / "Scripts" / f"{name}.exe"
    return venv() / "bin" / name


def stamps() -> Path:
    """Return the folder that remembers which inputs each prepared thing was made from."""
    return home() / "stamps"


def logs() -> Path:
    """Return the folder of the output of installs, builds and tests."""
    return home() / "logs"


def user_data() -> Path:
    """Return the folder of a person's tasks, where their system keeps such things."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "todo"
