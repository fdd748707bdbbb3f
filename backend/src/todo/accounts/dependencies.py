"""Who asks: the whole authentication chain of HTTP endpoints."""

from collections.abc import Callable
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Request
from fastapi.openapi.models import HTTPBearer
from fastapi.security.base import SecurityBase
from fastapi.security.utils import get_authorization_scheme_param

from todo.accounts.schemas import User
from todo.actor import Actor, Via
from todo.api_document import BEARER, COOKIE
from todo.errors import ForbiddenError, UnauthenticatedError
from todo.tokens import service as tokens

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

Shown = TypeVar("Shown")


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


async def _signed_in(request: Request) -> tuple[Actor, User]:
    token, via = presented_token(request)
    state = request.app.state
    actor, user = await tokens.authenticate(state.database, state.settings, token, via)
    if request.method not in SAFE_METHODS and not actor.may_write:
        raise ForbiddenError("This token may only read. Make one with the scope `write`.", slug="read-only-token")
    return actor, user


class _SignedIn(SecurityBase, Generic[Shown]):
    """A dependency on whoever asks, which the OpenAPI document shows as the bearer scheme.

    One object does it all, as every dependency of a dependency costs each request 30 us of CPU.
    """

    def __init__(self, show: Callable[[Actor, User], Shown]) -> None:
        self.model = HTTPBearer(description="The `token` of a login, or an access token")
        self.scheme_name = BEARER
        self._show = show

    async def __call__(self, request: Request) -> Shown:
        return self._show(*await _signed_in(request))


def _by_session(actor: Actor, _: User) -> Actor:
    """Whoever signed in with the password themselves, which no program did that has an access token."""
    if actor.session_id is None:
        raise ForbiddenError("An access token can't do this. Sign in with your password.", slug="session-only")
    return actor


async def client_address(request: Request) -> str:
    """The caller's address; uvicorn has already believed X-Forwarded-For of trusted proxies only."""
    return request.client.host if request.client else "unknown"


CurrentActor = Annotated[Actor, Depends(_SignedIn(lambda actor, _: actor))]
SessionActor = Annotated[Actor, Depends(_SignedIn(_by_session))]
CurrentUser = Annotated[User, Depends(_SignedIn(lambda _, user: user))]
SignedInPerson = Annotated[tuple[Actor, User], Depends(_SignedIn(lambda actor, user: (actor, user)))]
ClientAddress = Annotated[str, Depends(client_address)]
