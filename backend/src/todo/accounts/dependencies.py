"""Who asks: the whole authentication chain of HTTP endpoints."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie, HTTPBearer
from fastapi.security.utils import get_authorization_scheme_param

from todo.accounts.schemas import User
from todo.actor import Actor, Via
from todo.dependencies import CurrentDatabase, CurrentSettings
from todo.errors import ForbiddenError, UnauthenticatedError
from todo.tokens import service as tokens

COOKIE = "todo_session"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

# Declared for the OpenAPI document; the token itself is read below, so that both ways give the same problem answers.
_documented = (
    Depends(HTTPBearer(auto_error=False, description="The `token` of a login, or an access token")),
    Depends(APIKeyCookie(name=COOKIE, auto_error=False, description="Set by a login in the browser")),
)


def presented_token(request: Request) -> tuple[str, Via]:
    """The bearer token, else the cookie's.

    Raises:
        UnauthenticatedError: there is none.
        ForbiddenError: a cookie sent by another site's page (RFC 6265bis leaves same-site subdomains to us).
    """
    scheme, token = get_authorization_scheme_param(request.headers.get("Authorization"))
    if scheme.lower() == "bearer" and token:
        return token, "api"
    cookie = request.cookies.get(COOKIE)
    if not cookie:
        raise UnauthenticatedError
    foreign = request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")
    if foreign and request.method not in SAFE_METHODS:
        raise ForbiddenError("This request came from another site's page.", slug="cross-site")
    return cookie, "web"


async def _signed_in(request: Request, database: CurrentDatabase, settings: CurrentSettings) -> tuple[Actor, User]:
    token, via = presented_token(request)
    actor, user = await tokens.authenticate(database, settings, token, via)
    if request.method not in SAFE_METHODS and not actor.may_write:
        raise ForbiddenError("This token may only read. Make one with the scope `write`.", slug="read-only-token")
    return actor, user


SignedInPerson = Annotated[tuple[Actor, User], Depends(_signed_in)]


async def _actor(person: SignedInPerson) -> Actor:
    return person[0]


async def _by_session(actor: Annotated[Actor, Depends(_actor)]) -> Actor:
    """Whoever signed in with the password themselves, which no program did that has an access token."""
    if actor.session_id is None:
        raise ForbiddenError("An access token can't do this. Sign in with your password.", slug="session-only")
    return actor


async def _user(person: SignedInPerson) -> User:
    return person[1]


async def client_address(request: Request) -> str:
    """The caller's address; uvicorn has already believed X-Forwarded-For of trusted proxies only."""
    return request.client.host if request.client else "unknown"


CurrentActor = Annotated[Actor, Depends(_actor)]
SessionActor = Annotated[Actor, Depends(_by_session)]
CurrentUser = Annotated[User, Depends(_user)]
ClientAddress = Annotated[str, Depends(client_address)]
AUTHENTICATED = list(_documented)
