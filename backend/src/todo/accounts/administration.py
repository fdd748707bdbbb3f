"""Accounts in the hands of whoever runs the server: `python -m todo accounts`, which needs no password of theirs."""

from uuid import UUID

from todo.accounts import leaving, repository, service
from todo.accounts.passwords import hash_password
from todo.accounts.schemas import Account, Registration, User
from todo.boundary import new_id, normal_email
from todo.database import Database
from todo.errors import InvalidInputError, NotFoundError


async def accounts(database: Database) -> list[Account]:
    """Everybody who has an account, the oldest first."""
    return [Account.model_validate(row) for row in await repository.list_accounts(database)]


async def add(database: Database, body: Registration) -> User:
    """Make an account, also where nobody may sign up.

    Raises:
        ConflictError: the address is taken.
        InvalidInputError: a language that the product does not know.
    """
    return User.model_validate(await service.create_account(database, body, await hash_password(body.password)))


async def set_password(database: Database, email: str, password: str) -> None:
    """Set another password and end every session.

    Raises:
        NotFoundError: nobody has that address.
        InvalidInputError: it is none.
    """
    user_id = await _find(database, email)
    await repository.change_password(database, user_id, await hash_password(password), keep_session=new_id())


async def delete(database: Database, email: str) -> None:
    """Take an account away with everything in it; it can't be undone.

    Raises:
        NotFoundError: nobody has that address.
        InvalidInputError: it is none.
    """
    await leaving.remove(database, await _find(database, email))


async def _find(database: Database, email: str) -> UUID:
    row = await repository.find_by_email(database, _normal(email))
    if row is None:
        raise NotFoundError(f"Nobody here has the address {email}.")
    user_id: UUID = row["id"]
    return user_id


def _normal(email: str) -> str:
    try:
        return normal_email(email)
    except ValueError as error:
        raise InvalidInputError(f"email: {error}") from None
