"""People and their sessions: register, sign in and out, change profile and password."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from todo.accounts import leaving, repository
from todo.accounts.passwords import hash_password, verify_password
from todo.accounts.schemas import (
    AccountDeletion,
    Credentials,
    PasswordChange,
    ProfileChange,
    Registration,
    SessionList,
    SessionView,
    SignedIn,
    User,
)
from todo.accounts.throttle import Throttle
from todo.accounts.tokens import issue_token, read_token
from todo.actor import Actor, Habits, Via
from todo.boundary import new_id
from todo.clock import utc_now
from todo.config import Settings
from todo.database import Database, Executor, Row
from todo.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError, UnauthenticatedError
from todo.language import language_codes


async def may_sign_up(db: Executor, settings: Settings) -> bool:
    """Whether somebody without an account may make one: always, never, or while there is none yet."""
    return settings.sign_up == "open" or (settings.sign_up == "first" and not await repository.any_user(db))


async def register(database: Database, settings: Settings, body: Registration, user_agent: str = "") -> SignedIn:
    """A new person with an Inbox, signed in.

    Raises:
        ForbiddenError: accounts are made by whoever runs the server (`sign-up-closed`).
        ConflictError: the address is taken (`email-taken`).
        InvalidInputError: a language that the product does not know.
    """
    await _admit(database, settings)
    password_hash = await hash_password(body.password)
    make = _create_the_first if settings.sign_up == "first" else create_account
    return await _sign_in(database, settings, await make(database, body, password_hash), user_agent)


async def _create_the_first(database: Database, body: Registration, password_hash: str) -> Row:
    """`create_account` unless there is one by now: of several at once, one is the first."""
    async with database.transaction() as transaction:
        await repository.one_at_a_time(transaction)
        if await repository.any_user(transaction):
            raise _sign_up_closed()
        return await create_account(transaction, body, password_hash)


async def create_account(db: Executor, body: Registration, password_hash: str) -> Row:
    """A new person with an Inbox; returns the row that `User` is made of.

    Raises:
        ConflictError: the address is taken (`email-taken`).
        InvalidInputError: a language that the product does not know.
    """
    _check_language(body.language)
    row = await repository.create_user(
        db,
        id=new_id(),
        email=body.email,
        name=body.name or body.email.split("@")[0],
        password_hash=password_hash,
        time_zone=body.time_zone,
        language=body.language,
        inbox_project_id=new_id(),
    )
    if row is None:
        raise ConflictError("An account with this address exists. Sign in instead.", slug="email-taken")
    return row


async def sign_in(
    database: Database, settings: Settings, body: Credentials, address: str, user_agent: str = ""
) -> SignedIn:
    """A new session for the right password.

    Raises:
        UnauthenticatedError: `wrong-credentials`, the same for an unknown address.
        ThrottledError: too many attempts for this account or from this address.
    """
    throttle = _throttle(settings)
    await throttle.admit(database, body.email, address)
    row = await repository.find_by_email(database, body.email)
    if not await verify_password(body.password, row["password_hash"] if row else None) or row is None:
        raise UnauthenticatedError("Address or password is wrong.", slug="wrong-credentials")
    await throttle.forgive(database, body.email, address)
    return await _sign_in(database, settings, row, user_agent)


async def sign_out(database: Database, actor: Actor) -> None:
    """End this session everywhere, from the next request on."""
    if actor.session_id is not None:
        await repository.revoke_session(database, actor.session_id, actor.user_id)


async def list_sessions(database: Executor, actor: Actor) -> SessionList:
    """The devices on which the person is signed in."""
    rows = await repository.list_sessions(database, actor.user_id)
    return SessionList(items=[SessionView(current=row["id"] == actor.session_id, **row) for row in rows])


async def end_session(database: Executor, actor: Actor, session_id: UUID) -> None:
    """Sign a device out, from its next request on.

    Raises:
        NotFoundError: there is no such session of the person.
    """
    if not await repository.revoke_session(database, session_id, actor.user_id):
        raise NotFoundError("There is no such session of yours.")


async def end_other_sessions(database: Executor, actor: Actor) -> None:
    """Sign out every device but this one."""
    assert actor.session_id is not None
    await repository.revoke_other_sessions(database, actor.session_id, actor.user_id)


async def change_profile(database: Database, actor: Actor, body: ProfileChange) -> User:
    """Change what is sent.

    Raises:
        InvalidInputError: a language that the product does not know.
    """
    _check_language(body.language)
    row = await repository.update_profile(database, actor.user_id, body.model_dump())
    if row is None:
        raise UnauthenticatedError
    return User.model_validate(row)


async def change_password(
    database: Database, settings: Settings, actor: Actor, body: PasswordChange, address: str
) -> None:
    """Set a new password and end all other sessions.

    Raises:
        ForbiddenError: the current password is wrong (`wrong-password`).
        ThrottledError: too many wrong ones.
    """
    await _confirm(database, settings, actor, body.current_password, address)
    new_hash = await hash_password(body.new_password)
    await repository.change_password(database, actor.user_id, new_hash, actor.session_id or new_id())


async def delete_account(
    database: Database, settings: Settings, actor: Actor, body: AccountDeletion, address: str
) -> None:
    """Take the person away, and all that is theirs alone; it can't be undone.

    Raises:
        ForbiddenError: the password is wrong (`wrong-password`).
        ThrottledError: too many wrong ones.
    """
    await _confirm(database, settings, actor, body.password, address)
    await leaving.remove(database, actor.user_id)


async def authenticate(database: Database, settings: Settings, token: str, via: Via) -> tuple[Actor, User]:
    """Who holds this token.

    Raises:
        UnauthenticatedError: forged, expired, revoked or of a person who is gone.
    """
    ids = read_token(settings.jwt_secret_key.get_secret_value(), token)
    row = await repository.find_by_session(database, *ids) if ids else None
    if ids is None or row is None:
        raise UnauthenticatedError("The session has ended. Sign in again.", slug="session-ended")
    if row["is_stale"]:
        await repository.note_use(database, ids[0])
    user = User.model_validate(row)
    return Actor(user.id, via, user.time_zone, user.inbox_project_id, ids[0], habits_of(user)), user


async def find_by_access_token(database: Executor, secret_hash: str) -> Row | None:
    """The person whose access token is alive, with {token_id, may_write, client, is_stale}."""
    return await repository.find_by_access_token(database, secret_hash)


def habits_of(user: User) -> Habits:
    """How the person writes."""
    day_first = {"language": None, "day_first": True, "month_first": False}[user.date_order]
    # Left to the language, weeks begin on Monday (ISO 8601), or on Sunday for whoever writes the month first.
    by_itself = 6 if day_first is False else 0
    week_start = {"language": by_itself, "monday": 0, "sunday": 6, "saturday": 5}[user.week_start]
    return Habits(user.language, day_first, user.hour_cycle == "h12", week_start)


async def ended_sessions(db: Executor, ids: Collection[UUID]) -> set[UUID]:
    """Those of the sessions and access tokens that are no longer good."""
    return set(ids) - await repository.alive_sessions(db, list(ids)) if ids else set()


async def _sign_in(database: Database, settings: Settings, row: Row, user_agent: str) -> SignedIn:
    user = User.model_validate(row)
    session_id: UUID = new_id()
    expires_at = (utc_now() + timedelta(days=settings.session_days)).replace(microsecond=0)
    await repository.create_session(database, session_id, user.id, expires_at, _shown(user_agent))
    key = settings.jwt_secret_key.get_secret_value()
    token = issue_token(key, session_id=session_id, user_id=user.id, expires_at=expires_at)
    return SignedIn(token=token, expires_at=expires_at, user=user)


async def _admit(db: Executor, settings: Settings) -> None:
    if not await may_sign_up(db, settings):
        raise _sign_up_closed()


def _sign_up_closed() -> ForbiddenError:
    return ForbiddenError("New accounts are made by whoever runs this server: ask them.", slug="sign-up-closed")


async def _confirm(database: Database, settings: Settings, actor: Actor, password: str, address: str) -> None:
    """Let only somebody go on who knows the password: a session that was left open is not enough."""
    throttle, account = _throttle(settings), str(actor.user_id)
    await throttle.admit(database, account, address)
    if not await verify_password(password, await repository.password_hash(database, actor.user_id)):
        raise ForbiddenError("The current password is wrong.", slug="wrong-password")
    await throttle.forgive(database, account, address)


def _shown(user_agent: str) -> str:
    """What a browser calls itself, as PostgreSQL and a screen can hold it."""
    return "".join(character for character in user_agent if character.isprintable())[:300]


def _check_language(code: str | None) -> None:
    if code is not None and code not in language_codes():
        message = f"one of {', '.join(language_codes())}"
        problem = {"location": ["body", "language"], "message": message, "code": "language"}
        raise InvalidInputError(f"language: {message}", errors=[problem])


def _throttle(settings: Settings) -> Throttle:
    return Throttle(settings.sign_in_attempts_per_account, settings.sign_in_attempts_per_address)
