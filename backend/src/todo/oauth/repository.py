"""SQL of OAuth. What is good once is used up by the statement that looks at it, so that two can't both have it."""

from typing import Any
from uuid import UUID

from todo.database import Executor, Row

_PENDING = "decided_at is null and expires_at > now()"


async def create_client(db: Executor, client_id: str, name: str, redirect_uris: list[str]) -> None:
    """A program that registered; those that nobody has used for a day go."""
    await db.fetch(
        """
        with stale as (
            delete from oauth_client where created_at < now() - interval '1 day'
              and not exists (select from oauth_request where oauth_request.client_id = oauth_client.id)
              and not exists (select from refresh_token where refresh_token.client_id = oauth_client.id)
        )
        insert into oauth_client (id, name, redirect_uris) values ($1, $2, $3)
        """,
        client_id,
        name,
        redirect_uris,
    )


async def get_client(db: Executor, client_id: str) -> Row | None:
    return await db.fetch_one("select id, name, redirect_uris from oauth_client where id = $1", client_id)


async def create_request(db: Executor, **values: Any) -> None:
    """What a program asks for; requests of long ago go.

    Args:
        values: id, client_id, client_name, redirect_uri, state, code_challenge, may_write, resource, expires_at.
    """
    names = (
        "id",
        "client_id",
        "client_name",
        "redirect_uri",
        "state",
        "code_challenge",
        "may_write",
        "resource",
        "expires_at",
    )
    await db.fetch(
        f"""
        with stale as (delete from oauth_request where expires_at < now() - interval '1 day')
        insert into oauth_request ({", ".join(names)}) values ({", ".join(f"${n}" for n in range(1, len(names) + 1))})
        """,  # noqa: S608 - names are constants
        *(values[name] for name in names),
    )


async def claim_request(db: Executor, request_id: UUID, user_id: UUID) -> Row | None:
    """A request that waits for a decision, which is the matter of the first person who looks at it alone."""
    return await db.fetch_one(
        f"""
        update oauth_request set user_id = $2
        where id = $1 and {_PENDING} and (user_id is null or user_id = $2) returning *
        """,  # noqa: S608 - a constant
        request_id,
        user_id,
    )


async def decide(
    db: Executor, request_id: UUID, user_id: UUID, *, may_write: bool, code_hash: str | None, code_seconds: int
) -> Row | None:
    """Note the decision of a person: with a code for approval, without for refusal. None when it was decided before."""
    return await db.fetch_one(
        f"""
        update oauth_request
        set decided_at = now(), may_write = $3, code_hash = $4, code_expires_at = now() + make_interval(secs => $5)
        where id = $1 and user_id = $2 and {_PENDING} returning *
        """,  # noqa: S608 - a constant
        request_id,
        user_id,
        may_write,
        code_hash,
        float(code_seconds),
    )


async def use_code(db: Executor, code_hash: str) -> Row | None:
    """The request of a code that was not used before, with `is_fresh`; from now on it is."""
    return await db.fetch_one(
        """
        update oauth_request set used_at = now() where code_hash = $1 and used_at is null
        returning *, code_expires_at > now() as is_fresh
        """,
        code_hash,
    )


async def note_access(db: Executor, request_id: UUID, token_id: UUID) -> None:
    """Remember which access a code gave, so that its second use can end it."""
    await db.fetch("update oauth_request set access_token_id = $2 where id = $1", request_id, token_id)


async def revoke_of_code(db: Executor, code_hash: str) -> None:
    """End the access that a code gave."""
    await db.fetch(
        """
        update access_token set revoked_at = now() from oauth_request
        where oauth_request.code_hash = $1 and access_token.id = oauth_request.access_token_id and revoked_at is null
        """,
        code_hash,
    )


async def create_refresh_token(
    db: Executor, token_id: UUID, access_token_id: UUID, client_id: str, secret_hash: str, days: int
) -> None:
    await db.fetch(
        """
        insert into refresh_token (id, access_token_id, client_id, secret_hash, expires_at)
        values ($1, $2, $3, $4, now() + make_interval(days => $5))
        """,
        token_id,
        access_token_id,
        client_id,
        secret_hash,
        days,
    )


async def use_refresh_token(db: Executor, secret_hash: str) -> Row | None:
    """{access_token_id, client_id, is_fresh} of one that was not used before; from now on it is."""
    return await db.fetch_one(
        """
        update refresh_token set used_at = now() where secret_hash = $1 and used_at is null
        returning access_token_id, client_id, expires_at > now() as is_fresh
        """,
        secret_hash,
    )


async def revoke_of_refresh_token(db: Executor, secret_hash: str) -> None:
    """End the access that a refresh token renews."""
    await db.fetch(
        """
        update access_token set revoked_at = now() from refresh_token
        where refresh_token.secret_hash = $1 and access_token.id = refresh_token.access_token_id
          and revoked_at is null
        """,
        secret_hash,
    )


async def renew_access(db: Executor, token_id: UUID, secret_hash: str, seconds: int) -> Row | None:
    """Give an access another secret, the old one being dead; None when it was revoked."""
    return await db.fetch_one(
        """
        update access_token set secret_hash = $2, expires_at = now() + make_interval(secs => $3)
        where id = $1 and revoked_at is null returning may_write
        """,
        token_id,
        secret_hash,
        float(seconds),
    )


async def revoke_access(db: Executor, secret_hash: str) -> None:
    """End the access of an access token that a program got."""
    await db.fetch(
        """
        update access_token set revoked_at = now()
        where secret_hash = $1 and client is not null and revoked_at is null
        """,
        secret_hash,
    )
