"""Rows on copies: a backup brings everything back after all was deleted, and two releases live side by side."""

import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from todo_ops.kubernetes import backups, cleanup
from todo_ops.verify import address, app, smoke
from todo_ops.verify.app import Account
from todo_ops.verify.client import Address, Connection
from todo_ops.verify.context import TIMEOUT_SECONDS, Context, Measurement, fixed_size

TITLES = ["Pay rent", "Ünïcödé, „quotes“ and 日本語", "x" * 200]
SECOND = "second"
SECOND_HOST = "second.verify.todo.local"


def backup_and_restore(context: Context) -> Measurement:
    """Backup, uninstall with claims and secrets, reinstall, restore: the same account and tasks."""
    context.ensure_installed()
    account = app.call(context.address, _filled_account)
    before = _tasks(context, account)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="todo-verify-") as folder:
        file = backups.backup(context.release, context.console, Path(folder) / "verify.dump")
        size = file.stat().st_size
        cleanup.uninstall(context.release)
        cleanup.delete_data(context.release)
        context.ensure_installed()
        gone = not _can_sign_in(context, account)
        backups.restore(context.release, str(file), context.console, yes=True)
    context.forget()
    again = app.call(context.address, lambda connection: app.sign_in(connection, account))
    same = _tasks(context, again) == before
    value = f"{len(before)} tasks {'the same' if same else 'differ'}, {size} bytes, {time.monotonic() - started:.0f} s"
    return Measurement(value + ("" if gone else ", but the data had never gone"), same and gone)


async def _filled_account(connection: Connection) -> Account:
    account = await app.sign_up(connection)
    for title in TITLES:
        await app.create_task(connection, account.token, title)
    return account


def _tasks(context: Context, account: Account) -> list[dict[str, Any]]:
    return app.call(context.address, lambda connection: app.tasks(connection, account.token))


def _can_sign_in(context: Context, account: Account) -> bool:
    try:
        app.call(context.address, lambda connection: app.sign_in(connection, account))
    except app.UnexpectedAnswerError:
        return False
    return True


def two_releases(context: Context) -> Measurement:
    """A second release in the same namespace: both work, neither knows the other's accounts."""
    first = context.account
    second = replace(context.release, name=SECOND)
    try:
        second.install(
            "Installing a second release", *context.options(*fixed_size(1), host=SECOND_HOST), seconds=TIMEOUT_SECONDS
        )
        found = address.find(second, context.url)
        steps = smoke.check(found), smoke.check(context.address)
        apart = _refuses(found, first)
    finally:
        cleanup.uninstall(second)
        second.change("Deleting its data", "delete", "persistentvolumeclaims,secrets", "--selector", second.selector)
    value = f"smoke {steps[0]} and {steps[1]} steps, accounts {'apart' if apart else 'shared'}"
    return Measurement(value, apart)


def _refuses(found: Address, account: Account) -> bool:
    return app.call(found, lambda connection: app.login(connection, account)).status == 401
