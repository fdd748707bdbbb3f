"""SQL of access tokens."""

from typing import Any
from uuid import UUID

from todo.database import Executor, Row

_COLUMNS = "id, name, may_write, created_at, expires_at, last_used_at, client"
_ALIVE = "revoked_at is null and (expires_at is null or expires_at > now())"


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
