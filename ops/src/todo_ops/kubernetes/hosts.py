"""The entry for the app's name in the machine's hosts file: asks first, prints it where it may not be written."""

import os
import re
import sys
from pathlib import Path

from todo_ops.console import Console, confirmed

NAME = "todo.local"
# Elsewhere than on Windows, where it is a folder of the system's own.
UNIX_FILE = Path("/etc/hosts")


def file() -> Path:
    """Return the path of this system's hosts file."""
    if sys.platform == "win32":
        return Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "drivers" / "etc" / "hosts"
    return UNIX_FILE


def entry(text: str, name: str) -> str:
    """Return the address that a hosts file gives to a name; empty without an entry."""
    for line in text.splitlines():
        address, *names = line.partition("#")[0].split() or [""]
        if name in names:
            return address
    return ""


def with_entry(text: str, address: str, name: str) -> str:
    """Return the file's text with the name at this address, and at no other one."""
    own = re.compile(rf"^[^#\n]*\s{re.escape(name)}(?=\s|$)")
    kept = [line for line in text.splitlines() if not own.match(line)]
    return "\n".join([*kept, f"{address} {name}", ""])


def ensure(console: Console, address: str, *, yes: bool, dry_run: bool = False, name: str = NAME) -> bool:
    """See to it that the name leads to the address. Returns whether it does; if not, what to add has been printed."""
    path = file()
    text = path.read_text("utf-8") if path.exists() else ""
    if entry(text, name) == address:
        return True
    line = f"{address} {name}"
    if dry_run:
        console.print(f"  would add to {path}: {line}")
        return False
    shared = re.search(rf"^[^#\n]*\s{re.escape(name)}\s+\S", text, re.MULTILINE)
    if not shared and os.access(path, os.W_OK) and (yes or confirmed(f"Add the line `{line}` to {path}?")):
        path.write_text(with_entry(text, address, name), encoding="utf-8")
        console.print(f"  {name} now leads to {address}")
        return True
    console.print(f"  Add this line to {path}, as its administrator:\n    {line}")
    return False
