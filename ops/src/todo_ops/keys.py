"""Secrets of a data folder, made on first use and kept beside the data, readable by their owner alone."""

import os
import secrets
from pathlib import Path

from todo_ops.errors import OpsError

MINIMUM_LENGTH = 32


def read_or_make(file: Path) -> str:
    """Return the secret in a file; makes a random one, mode 600, when there is none."""
    if not file.exists():
        _make(file)
    file.chmod(0o600)  # a copied or restored folder may have been opened to others
    key = file.read_text().strip()
    if len(key) < MINIMUM_LENGTH:
        raise OpsError(f"{file} is damaged. Delete it: a new one is made, and everybody has to sign in again.")
    return key


def _make(file: Path) -> None:
    partial = file.with_name(f"{file.name}.new")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as output:
        output.write(secrets.token_hex(32))
        output.flush()
        os.fsync(descriptor)
    partial.replace(file)
