"""Access tokens of people for their programs, and who holds a credential of any kind."""

from datetime import timedelta
from uuid import UUID

from todo.accounts import service as accounts
from todo.accounts.schemas import User
from todo.actor import Actor, Via
from todo.boundary import new_id
from todo.clock import utc_now
from todo.config import Settings
from todo.database import Database, Executor, Row
from todo.errors import ConflictError, ForbiddenError, NotFoundError, UnauthenticatedError
from todo.tokens import repository
from todo.tokens.schemas import TokenCreate, TokenList, TokenMade, TokenView
from todo.tokens.secrets import PERSONAL, is_access, new_secret, secret_hash

MAX_TOKENS = 100


async def list_tokens(database: Executor, actor: Actor) -> TokenList:
    """The person's tokens."""
    return TokenList(items=[_view(row) for row in await repository.list_tokens(database, actor.user_id)])


async def create_token(database: Executor, actor: Actor, body: TokenCreate) -> TokenMade:
    """A new token, whose secret nobody ever sees again.

    Raises:
        ConflictError: the person has too many (`too-many`).
    """
    secret = new_secret(PERSONAL)
    expires_at = utc_now() + timedelta(days=body.expires_in_days) if body.expires_in_days else None
    row = await repository.create_token(
        database,
        actor.user_id,
        id=new_id(),
        name=body.name,
        secret_hash=secret_hash(secret),
        may_write="write" in body.scopes,
        client=None,
        expires_at=expires_at,
        most=MAX_TOKENS,
    )
    if row is None:
        raise ConflictError(f"At most {MAX_TOKENS} tokens at a time. Revoke one that you don't use.", slug="too-many")
    return TokenMade(token=secret, **dict(_view(row)))


async def grant(database: Executor, user_id: UUID, *, client: str, secret: str, may_write: bool, seconds: int) -> UUID:
    """Access of a program to a person's tasks; its id. `secret` is what the program will show.

    Raises:
        ConflictError: the person has too many (`too-many`).
    """
    row = await repository.create_token(
        database,
        user_id,
        id=new_id(),
        name=client,
        secret_hash=secret_hash(secret),
        may_write=may_write,
        client=client,
        expires_at=utc_now() + timedelta(seconds=seconds),
        most=MAX_TOKENS,
    )
    if row is None:
        raise ConflictError(f"At most {MAX_TOKENS} tokens at a time. Revoke one that you don't use.", slug="too-many")
    token_id: UUID = row["id"]
    return token_id


async def revoke_token(database: Executor, actor: Actor, token_id: UUID) -> None:
    """End a token, from the next request on.

    Raises:
        NotFoundError: there is none of the person's.
    """
    if not await repository.revoke_token(database, actor.user_id, token_id):
        raise NotFoundError("There is no such token of yours.")


async def authenticate(database: Database, settings: Settings, token: str, via: Via) -> tuple[Actor, User]:
    """Who holds this token, be it of a session or an access token.

    Raises:
        UnauthenticatedError: forged, expired, revoked or of a person who is gone.
        ForbiddenError: a program's, for anything but MCP (`wrong-audience`).
    """
    if not is_access(token) or via == "web":
        return await accounts.authenticate(database, settings, token, via)
    row = await accounts.find_by_access_token(database, secret_hash(token))
    if row is None:
        raise UnauthenticatedError("This token has expired or was revoked. Make a new one.", slug="token-ended")
    if row["client"] is not None and via != "mcp":
        raise ForbiddenError("This token is for the MCP endpoint only.", slug="wrong-audience")
    if row["is_stale"]:
        await repository.note_use(database, row["token_id"])
    user = User.model_validate(row)
    actor = Actor(
        user.id,
        via,
        user.time_zone,
        user.inbox_project_id,
        token_id=row["token_id"],
        may_write=row["may_write"],
        habits=accounts.habits_of(user),
    )
    return actor, user


def _view(row: Row) -> TokenView:
    scopes = ["read", "write"] if row["may_write"] else ["read"]
    return TokenView(scopes=scopes, **{name: row[name] for name in TokenView.model_fields if name != "scopes"})
