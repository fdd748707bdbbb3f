"""SQL of access tokens."""

from typing import Any
from uuid import UUID

from todo.accounts.repository import USER
from todo.database import Executor, Row

_COLUMNS = "id, name, may_write, created_at, expires_at, last_used_at, client"
_ALIVE = "revoked_at is null and (expires_at is null or expires_at > now())"


async def find_by_secret(db: Executor, secret_hash: str) -> Row | None:
    """The person whose token is alive, with {token_id, may_write, client, is_stale}: looked up at every request."""
    return await db.fetch_one(
        f"""
        select {USER}, project.id as inbox_project_id, token.id as token_id, token.may_write, token.client,
               coalesce(token.last_used_at < now() - interval '1 minute', true) as is_stale
        from access_token token
        join app_user on app_user.id = token.user_id
        join project on project.inbox_of_user_id = app_user.id
        where token.secret_hash = $1 and token.revoked_at is null
          and (token.expires_at is null or token.expires_at > now())
        """,  # noqa: S608 - constants
        secret_hash,
    )


async def note_use(db: Executor, token_id: UUID) -> None:
    await db.fetch("update access_token set last_used_at = now() where id = $1", token_id)


async def create_token(db: Executor, user_id: UUID, **values: Any) -> Row | None:
    """A new token; None when the person has `most` of them. Those that are long dead are cleared away with it.

    Args:
        values: id, name, secret_hash, may_write, client, expires_at, most.
    """
    return await db.fetch_one(
        f"""
        with stale as (
            delete from access_token where user_id = $1
              and coalesce(revoked_at, case when client is null then expires_at end) < now() - interval '30 days'
        )
        insert into access_token (id, user_id, name, secret_hash, may_write, client, expires_at)
        select $2, $1, $3, $4, $5, $6, $7
        where (select count(*) from access_token where user_id = $1 and {_ALIVE}) < $8
        returning {_COLUMNS}
        """,  # noqa: S608 - constants
        user_id,
        *(values[name] for name in ("id", "name", "secret_hash", "may_write", "client", "expires_at", "most")),
    )


async def list_tokens(db: Executor, user_id: UUID) -> list[Row]:
    """Those that are alive; of programs also those that may be renewed."""
    return await db.fetch(
        f"""
        select {_COLUMNS} from access_token
        where user_id = $1 and revoked_at is null and (client is not null or {_ALIVE}) order by id desc
        """,  # noqa: S608 - constants
        user_id,
    )


async def revoke_token(db: Executor, user_id: UUID, token_id: UUID) -> bool:
    """End one of the person's; False when there is no such."""
    row = await db.fetch_one(
        "update access_token set revoked_at = now() where id = $1 and user_id = $2 and revoked_at is null returning id",
        token_id,
        user_id,
    )
    return row is not None
