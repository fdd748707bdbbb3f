"""Session tokens: a signed JWT (RFC 7519) that names a session row. Forged ones never reach the database."""

from datetime import datetime
from functools import lru_cache
from time import time
from uuid import UUID

import jwt
from jwt.types import Options

from todo.clock import utc_now

ALGORITHM, ISSUER = "HS256", "todo"


def issue_token(key: str, *, session_id: UUID, user_id: UUID, expires_at: datetime) -> str:
    """A token for one session."""
    claims = {
        "iss": ISSUER,
        "sub": str(user_id),
        "sid": str(session_id),
        "iat": int(utc_now().timestamp()),
        "exp": int(expires_at.timestamp()),
    }
    return jwt.encode(claims, key, algorithm=ALGORITHM)


def read_token(key: str, token: str) -> tuple[UUID, UUID] | None:
    """(session id, user id) of a token that we signed and that has not expired; None for any other text."""
    try:
        session_id, user_id, expires_at = _signed_claims(key, token)
    except (jwt.InvalidTokenError, ValueError, AttributeError, TypeError):
        return None
    return None if expires_at <= time() else (session_id, user_id)


@lru_cache(maxsize=4096)
def _signed_claims(key: str, token: str) -> tuple[UUID, UUID, int]:
    """Session id, user id and expiry of a token that we signed, whatever the time.

    A browser sends the same token with each request, and to check a signature costs more than anything else that is
    done before the database is asked. What was forged raises, and what raises is not kept.
    """
    # `iat` is not held against the clock: replicas' clocks differ by more than nothing.
    options: Options = {"require": ["exp", "sub", "sid", "iss"], "verify_iat": False, "verify_exp": False}
    claims = jwt.decode(token, key, algorithms=[ALGORITHM], issuer=ISSUER, options=options)
    return UUID(claims["sid"]), UUID(claims["sub"]), int(claims["exp"])
