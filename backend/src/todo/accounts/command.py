"""`python -m todo accounts`: what its actions do. What may be written there is in `arguments`."""

import argparse
import json
import secrets
import sys

from pydantic import ValidationError

from todo.accounts import administration
from todo.accounts.schemas import Account, NewPasswordOf, Registration
from todo.config import Settings
from todo.database import Database
from todo.errors import ProblemError, invalid_input


async def run(settings: Settings, options: argparse.Namespace) -> int:
    """Do one of the actions; 0 when it went well, 1 when it was refused, which is said on standard error."""
    database = Database(settings.dsn, timeout_seconds=settings.database_timeout_seconds)
    await database.open()
    try:
        print(await _ACTIONS[options.action](database, options))
    except ValidationError as error:
        return _refuse(invalid_input(error).detail)
    except ProblemError as error:
        return _refuse(error.detail)
    finally:
        await database.close()
    return 0


def _refuse(reason: str) -> int:
    print(f"todo: {reason}", file=sys.stderr)
    return 1


async def _list(database: Database, options: argparse.Namespace) -> str:
    everybody = await administration.accounts(database)
    if options.json:
        return json.dumps([account.model_dump(mode="json") for account in everybody])
    return "\n".join(map(_line, everybody)) or "There is no account yet."


def _line(account: Account) -> str:
    used = f"{account.last_used_at:%Y-%m-%d}" if account.last_used_at else "never"
    tasks = f"{account.tasks} {'task' if account.tasks == 1 else 'tasks'}"
    facts = f"since {account.created_at:%Y-%m-%d}, last here {used}, {tasks}"
    return f"{account.email} ({account.name}): {facts}"


async def _add(database: Database, options: argparse.Namespace) -> str:
    password = _password(options)
    given = {"name": options.name} if options.name is not None else {}
    body = Registration(
        email=options.email, password=password, language=options.language, time_zone=options.time_zone, **given
    )
    user = await administration.add(database, body)
    return f"{user.email} has an account." + _said(options, password)


async def _set_password(database: Database, options: argparse.Namespace) -> str:
    password = NewPasswordOf(password=_password(options)).password
    await administration.set_password(database, options.email, password)
    return f"{options.email} has another password, and is signed out everywhere." + _said(options, password)


async def _delete(database: Database, options: argparse.Namespace) -> str:
    if not options.yes and not _confirmed(options.email):
        raise ProblemError("Nothing was deleted. Give --yes, or answer with the address.")
    await administration.delete(database, options.email)
    return f"{options.email} is deleted, with everything in it."


def _confirmed(email: str) -> bool:
    if not sys.stdin.isatty():
        return False
    return input(f"All tasks of {email} go with the account. Type the address to delete it: ").strip() == email


def _password(options: argparse.Namespace) -> str:
    return sys.stdin.readline().rstrip("\r\n") if options.password_stdin else secrets.token_urlsafe(12)


def _said(options: argparse.Namespace, password: str) -> str:
    return "" if options.password_stdin else f" The password, said only now: {password}"


_ACTIONS = {"list": _list, "add": _add, "password": _set_password, "delete": _delete}
